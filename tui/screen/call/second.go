package call

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/model/names"
	"github.com/gapbook/gapbook/model/score"
	"github.com/gapbook/gapbook/tui/dialog"
	"github.com/gapbook/gapbook/tui/screen"
	"github.com/gapbook/gapbook/tui/screen/capture"
)

// How a second rater answers the rubric of the same call: blind. Nothing of the first review is on the screen, neither its
// answers nor its note nor the objections; only the recording, the transcript and the rubric are. Then the two are
// compared. A second rater's answers count in no score.

// turnSecond begins the second rater's sheet, after asking once who it is, or ends it.
func (p *Page) turnSecond() {
	if p.second {
		p.endSecond()
		return
	}
	if p.c.Second != nil && p.c.Second.By != "" {
		p.beginSecond()
		return
	}
	me := p.Env.Me
	if p.isFirst(me) {
		me = ""
	}
	f := dialog.Prompt("Second rater", "Name", me, func(s string) string {
		switch {
		case strings.TrimSpace(s) == "":
			return "whose answers are these?"
		case p.isFirst(s):
			return s + " is the first rater; the second is somebody else"
		}
		return ""
	}, func(s string) tea.Cmd {
		p.edit("second rater", screen.Set(s, "calls", p.id, "second", "by"))
		p.beginSecond()
		return nil
	})
	f.Enter = "begin"
	f.Fields[0].Hint = "the first review is hidden until you are done"
	p.Env.Ask(f)
}

func (p *Page) isFirst(name string) bool {
	return p.c.By != "" && names.Fold(strings.TrimSpace(name)) == names.Fold(strings.TrimSpace(p.c.By))
}

func (p *Page) beginSecond() {
	p.Flush()
	p.second = true
	p.read()
	p.focus(rubric)
	if p.c.Transcript != "" {
		p.reads = true
	}
}

// endSecond shows the first review again, and how far the two agree.
func (p *Page) endSecond() {
	p.second = false
	if s := p.c.Second; s != nil && len(s.Checks) == 0 {
		p.edit("second rater", screen.Remove("calls", p.id, "second"))
	}
	p.again()
	p.focus(rubric)
	if a := score.Agree(p.Env.Now().Playbook, *p.c); a != nil {
		p.Env.Say("with the first rater: " + capture.Agreement(a))
		p.list.Select("rater")
	}
}
