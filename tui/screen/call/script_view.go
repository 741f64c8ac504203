package call

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/transcript"
	"github.com/gapbook/gapbook/tui/keys"
	"github.com/gapbook/gapbook/tui/layout"
	"github.com/gapbook/gapbook/tui/style"
	"github.com/gapbook/gapbook/tui/widget"
)

// line is one line of the wrapped transcript.
type line struct {
	cue   int
	name  bool // the speaker's, above what they say
	start bool // of the cue: with its time
	text  string
}

// wrap lays the transcript out for a width.
func (s *script) wrap(w int, who func(string) string) {
	if s.w == w || s.t == nil {
		return
	}
	s.w, s.lines, s.first = w, s.lines[:0], s.first[:0]
	room := max(w-s.margin(), 10)
	speaker := ""
	for i, c := range s.t.Cues {
		s.first = append(s.first, len(s.lines))
		if c.Speaker != speaker || i == 0 {
			speaker = c.Speaker
			s.lines = append(s.lines, line{cue: i, name: true, text: layout.Clean(who(speaker))})
		}
		text := layout.Wrap(layout.Clean(c.Text), room)
		if len(text) == 0 {
			text = []string{""}
		}
		for j, l := range text {
			s.lines = append(s.lines, line{cue: i, start: j == 0, text: l})
		}
	}
}

// margin is what stands before the text: the pointer, a sign, and the time.
func (s *script) margin() int { return 4 + s.stampW() }

func (s *script) stampW() int {
	switch {
	case !s.t.Timed:
		return 0
	case s.t.Length() >= 3600*1000:
		return 7
	}
	return 5
}

func (s *script) firstOf(cue int) int {
	if cue < 0 || cue >= len(s.first) {
		return 0
	}
	return s.first[cue]
}

// cueAt is the cue of a line.
func (s *script) cueAt(n int) int {
	if len(s.lines) == 0 {
		return 0
	}
	return s.lines[max(min(n, len(s.lines)-1), 0)].cue
}

// view draws the pane at exactly w by h: what the talk was like, then what was said.
func (s *script) view(w, h int, who func(string) string, on bool) string {
	r := layout.Screen(w, h)
	t := s.th
	switch {
	case s.rel == "":
		return words(t.Dim.Render, "No transcript yet: i, outside the note, attaches one. WebVTT, SRT, plain text, Gong and Fireflies are read.", r)
	case s.reading:
		return words(t.Dim.Render, "Reading "+s.rel+"…", r)
	case s.err != nil:
		return words(t.Warn.Render, s.err.Error()+". Put the file back, or attach another with i.", r)
	}
	head := s.talk(w)
	if s.asking || s.field.Text() != "" {
		head = []string{s.searchLine(w)}
	}
	s.high = max(h-len(head), 1)
	s.wrap(w, who)
	s.scroll()
	lines := head
	marks := map[int]bool{}
	for _, x := range s.hints {
		marks[x.Hit.Cue] = true
	}
	for n := s.top; n < len(s.lines) && n < s.top+s.high; n++ {
		lines = append(lines, s.draw(s.lines[n], w, marks, on))
	}
	return layout.BlockLines(lines, r)
}

func words(look func(...string) string, text string, r layout.Rect) string {
	var lines []string
	for _, l := range layout.Wrap(layout.Clean(text), r.W) {
		lines = append(lines, look(l))
	}
	return layout.BlockLines(lines, r)
}

// scroll keeps the selected cue in sight, with a few lines above it.
func (s *script) scroll() {
	from := s.firstOf(s.sel)
	to := len(s.lines)
	if s.sel+1 < len(s.first) {
		to = s.first[s.sel+1]
	}
	if from < s.top || to > s.top+s.high {
		s.top = from - s.high/3
		if to > s.top+s.high {
			s.top = to - s.high
		}
		s.top = min(s.top, from)
	}
	s.top = max(min(s.top, len(s.lines)-s.high), 0)
}

func (s *script) draw(l line, w int, marks map[int]bool, on bool) string {
	t := s.th
	if l.name {
		return layout.Fit("  "+t.Accent.Render(l.text), w)
	}
	pointer, sign, stamp := " ", " ", ""
	text := t.Text
	if l.cue == s.now {
		text = t.Strong
	}
	if l.start {
		if l.cue == s.sel {
			pointer = style.Pointer
		}
		switch {
		case l.cue == s.now:
			sign = style.Clock
		case marks[l.cue]:
			sign = "#"
		}
		if s.t.Timed {
			stamp = string(s.t.Cues[l.cue].At())
		}
	}
	look := t.Accent
	if marks[l.cue] {
		look = t.Objection
	}
	body := pointer + look.Render(sign) + " " + t.Stamp.Render(layout.Fit(stamp, s.stampW())) + " " + s.marked(l.text, text.Render)
	if on && l.cue == s.sel {
		return widget.Raise(t, layout.Fit(body, w))
	}
	return layout.Fit(body, w)
}

// marked draws a line of text, and what was looked for in it.
func (s *script) marked(text string, look func(...string) string) string {
	q := strings.ToLower(strings.TrimSpace(s.field.Text()))
	low := strings.ToLower(text)
	if q == "" || len(low) != len(text) {
		return look(text)
	}
	out := ""
	for {
		i := strings.Index(low, q)
		if i < 0 {
			return out + look(text)
		}
		if i > 0 {
			out += look(text[:i])
		}
		out += s.th.Match.Render(text[i : i+len(q)])
		text, low = text[i+len(q):], low[i+len(q):]
	}
}

func (s *script) searchLine(w int) string {
	t := s.th
	count := "no match"
	if n := len(s.hits); n > 0 {
		count = strconv.Itoa(s.hit+1) + " of " + strconv.Itoa(n)
	} else if s.field.Text() == "" {
		count = ""
	}
	room := max(w-layout.Width(count)-3, 1)
	field := s.field.Still(t, room)
	if s.asking {
		field, _ = s.field.View(t, room)
	}
	return t.Accent.Render("/") + " " + field + " " + t.Dim.Render(count)
}

// mouse takes the wheel, and a click on a cue.
func (s *script) mouse(msg tea.MouseMsg, y, h int) {
	switch m := msg.(type) {
	case tea.MouseWheelMsg:
		if m.Button == tea.MouseWheelUp {
			s.do(keys.Up)
		} else if m.Button == tea.MouseWheelDown {
			s.do(keys.Down)
		}
	case tea.MouseClickMsg:
		if n := s.top + y - (h - s.high); n >= s.top && n < len(s.lines) && m.Button == tea.MouseLeft {
			s.goTo(s.lines[n].cue)
		}
	}
}

// cursorX is where the search field has its cursor.
func (s *script) cursorX(w int) int {
	count := "no match"
	if n := len(s.hits); n > 0 {
		count = strconv.Itoa(s.hit+1) + " of " + strconv.Itoa(n)
	} else if s.field.Text() == "" {
		count = ""
	}
	_, x := s.field.View(s.th, max(w-layout.Width(count)-3, 1))
	return 2 + x
}

// talk is who talked how much and who asked, in one line where there is room, else in two.
func (s *script) talk(w int) []string {
	t, st := s.th, s.stats
	if st == nil {
		return nil
	}
	share := "who talks how much: w says who speaks"
	if r := st.RepShare(); r != nil {
		share = "rep talks " + percent(r)
	} else if r := st.SideShare(transcript.Seller); r != nil {
		share = "seller talks " + percent(r)
	} else if r := st.SideShare(transcript.Buyer); r != nil {
		share = "buyer talks " + percent(r)
	}
	parts := []string{share}
	if m := st.Longest; m != nil {
		long := fmt.Sprintf("longest %d words", m.Words)
		if st.Timed {
			long = "longest " + string(model.ClockAt((m.End-m.Start+500)/1000))
		}
		if v := s.cast[m.Speaker]; v.Rep {
			long += " (rep)"
		} else if v.Side != "" {
			long += " (" + string(v.Side) + ")"
		}
		parts = append(parts, long)
	}
	switch {
	case !st.Punctuated:
		parts = append(parts, "questions not known")
	case st.SideShare(transcript.Seller) != nil || st.SideShare(transcript.Buyer) != nil:
		parts = append(parts, fmt.Sprintf("asked: seller %d, buyer %d", st.Questions(transcript.Seller), st.Questions(transcript.Buyer)))
	default:
		parts = append(parts, fmt.Sprintf("%d questions", st.Questions("")))
	}
	if n := len(s.hints); n > 0 {
		parts = append(parts, fmt.Sprintf("# %d suggested", n))
	}
	var lines []string
	for _, p := range parts {
		last := len(lines) - 1
		if last >= 0 && layout.Width(lines[last])+layout.Width(p)+3 <= w {
			lines[last] += " " + style.Bullet + " " + p
		} else {
			lines = append(lines, p)
		}
	}
	for i := range lines {
		lines[i] = t.Dim.Render(layout.Fit(lines[i], w))
	}
	return lines
}

func percent(s *transcript.Share) string { return fmt.Sprintf("%.0f %%", math.Round(100*s.Ratio())) }
