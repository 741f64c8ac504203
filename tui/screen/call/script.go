package call

import (
	"cmp"
	"maps"
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/playbook"
	"github.com/gapbook/gapbook/model/transcript"
	"github.com/gapbook/gapbook/model/transcript/attach"
	"github.com/gapbook/gapbook/tui/keys"
	"github.com/gapbook/gapbook/tui/screen"
	"github.com/gapbook/gapbook/tui/style"
	"github.com/gapbook/gapbook/tui/widget"
)

// script is the transcript in its pane: it goes with the clock until one moves in it, can be searched, and shows which
// words may be an objection. It changes nothing; the page does.
type script struct {
	th *style.Theme

	rel     string // of the file that is shown or being read, as the call names it
	reading bool
	err     error
	t       *transcript.Transcript // nil until it is read
	index   *transcript.Index
	cast    map[string]transcript.Voice
	stats   *transcript.Stats
	pb      *playbook.Playbook

	suggested []transcript.Suggestion
	hints     []transcript.Suggestion // that nobody has settled yet

	now, sel int  // cues: that of the clock, -1 before the first; the selected one
	free     bool // one has moved away from the clock

	lines []line // the whole text, for the width w
	first []int  // the first line of each cue
	w     int
	top   int // the first line drawn
	high  int // lines drawn last

	field  widget.Input
	asking bool // the search field has the keyboard
	hits   []transcript.Hit
	hit    int
}

// readMsg is a transcript that was read.
type readMsg struct {
	rel string
	t   *transcript.Transcript
	err error
}

func newScript(th *style.Theme) *script {
	s := &script{th: th, now: -1}
	s.field.Placeholder = "words to look for"
	return s
}

// load reads the transcript of a call where it is not what is shown.
func (s *script) load(env *screen.Env, c *model.Call) tea.Cmd {
	if c == nil || c.Transcript == s.rel {
		return nil
	}
	*s = *newScript(s.th)
	s.rel = c.Transcript
	if s.rel == "" {
		return nil
	}
	s.reading = true
	call, book := *c, env.Now().Path
	return screen.For(screen.Route{Kind: screen.Call, ID: c.ID}, func() tea.Msg {
		t, err := attach.Load(book, &call)
		return readMsg{call.Transcript, t, err}
	})
}

func (s *script) took(m readMsg) {
	if m.rel != s.rel {
		return
	}
	s.reading, s.t, s.err = false, m.t, m.err
	if s.t != nil {
		s.index = transcript.NewIndex(s.t)
	}
	s.w = 0
}

// refresh takes up who speaks, and what was settled.
func (s *script) refresh(env *screen.Env, c *model.Call) {
	if s.t == nil {
		return
	}
	now := env.Now()
	if cast := transcript.Cast(now.E, c, s.t); s.stats == nil || now.Playbook != s.pb || !maps.Equal(cast, s.cast) {
		s.cast, s.pb = cast, now.Playbook
		s.stats = transcript.Measure(s.t, cast)
		s.suggested = transcript.Suggest(s.t, now.Playbook.Calls.Objections, cast)
		s.w = 0 // the names above what is said may be others
	}
	s.hints = transcript.Pending(s.suggested, c)
}

// clock says where the recording is, in seconds; before it was started that means nothing.
func (s *script) clock(seconds int, started bool) {
	if s.t == nil {
		return
	}
	s.now = -1
	if s.t.Timed && started {
		s.now, _ = s.t.At(seconds*1000 + 999)
	}
	if !s.free && s.now >= 0 {
		s.sel = s.now
	}
}

// cue is the selected one; nil where there is none.
func (s *script) cue() *transcript.Cue {
	if s.t == nil || s.sel >= len(s.t.Cues) {
		return nil
	}
	return &s.t.Cues[s.sel]
}

// hintAt is the suggestion in the selected cue, nil where there is none.
func (s *script) hintAt() *transcript.Suggestion {
	for i := range s.hints {
		if s.hints[i].Hit.Cue == s.sel {
			return &s.hints[i]
		}
	}
	return nil
}

// at is where a cue begins, as the engagement writes it; nothing where the transcript has no times.
func (s *script) at(c *transcript.Cue) model.Clock {
	if !s.t.Timed {
		return ""
	}
	return c.At()
}

// who is how the speaker of a cue is called: the person, else the side, else as the transcript does.
func (s *script) who(env *screen.Env, name string) string {
	v := s.cast[name]
	if p := env.E().Person(v.Person); p != nil {
		return p.Label()
	}
	if v.Side != "" {
		return string(v.Side)
	}
	return name
}

// kept is who a speaker is, as the engagement writes it.
func (s *script) kept(name string) string {
	v := s.cast[name]
	return cmp.Or(v.Person, string(v.Side), name)
}

// do moves; false where the action means nothing here.
func (s *script) do(a keys.Action) bool {
	if s.t == nil {
		return false
	}
	sel := s.sel
	switch a {
	case keys.Up:
		sel--
	case keys.Down:
		sel++
	case keys.PageUp:
		sel = s.cueAt(s.firstOf(s.sel) - max(s.high-2, 1))
	case keys.PageDown:
		sel = max(s.cueAt(s.firstOf(s.sel)+max(s.high-2, 1)), s.sel+1)
	case keys.Top:
		sel = 0
	case keys.Bottom:
		sel = len(s.t.Cues) - 1
	case keys.NextMatch:
		s.found(1)
		return true
	case keys.PrevMatch:
		s.found(-1)
		return true
	case keys.Follow:
		s.free = false
		return true
	case keys.NextHint:
		for _, h := range s.hints {
			if h.Hit.Cue > s.sel {
				s.goTo(h.Hit.Cue)
				return true
			}
		}
		if len(s.hints) == 0 {
			return false
		}
		s.goTo(s.hints[0].Hit.Cue) // from the beginning again
		return true
	default:
		return false
	}
	s.goTo(sel)
	return true
}

func (s *script) goTo(cue int) {
	if s.t == nil {
		return
	}
	s.sel, s.free = max(min(cue, len(s.t.Cues)-1), 0), true
}

// typed takes a key or a paste for the search field: the first match from here on is shown at once.
func (s *script) typed(msg tea.Msg) {
	if s.field.Update(msg) {
		s.search()
	}
}

func (s *script) search() {
	s.hits, s.hit = nil, 0
	if s.index == nil || strings.TrimSpace(s.field.Text()) == "" {
		return
	}
	s.hits = s.index.Search(s.field.Text())
	for i, h := range s.hits {
		if h.Cue >= s.sel {
			s.hit = i
			break
		}
	}
	s.found(0)
}

// found goes to a match, so many after the one before.
func (s *script) found(by int) {
	if n := len(s.hits); n > 0 {
		s.hit = (s.hit + by + n) % n
		s.goTo(s.hits[s.hit].Cue)
	}
}

// leave ends the search, then the looking around; false where there was neither.
func (s *script) leave() bool {
	switch {
	case s.asking || s.field.Text() != "":
		s.asking, s.hits = false, nil
		s.field.SetText("")
	case s.free && s.now >= 0:
		s.free = false
	default:
		return false
	}
	return true
}
