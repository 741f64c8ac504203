package call

import (
	"github.com/gapbook/gapbook/model/score"
	"github.com/gapbook/gapbook/tui/screen"
	"github.com/gapbook/gapbook/tui/screen/capture"
)

// How a second rater answers the rubric of the same call: blind. Nothing of the first review is on the screen, neither its
// answers nor its note, nor the objections, nor which words are still suggested as such; only the recording, the transcript
// and the rubric are. Then the two are compared. A second rater's answers count in no score.

// turnSecond begins the second rater's sheet, after asking once who it is, or ends it.
func (p *Page) turnSecond() {
	if p.second {
		p.endSecond()
		return
	}
	p.Flush()
	capture.Second(p.Env, p.c, p.beginSecond)
}

func (p *Page) beginSecond() {
	p.second = true
	p.again()
	p.script.hints = nil
	p.focus(rubric)
	p.reads = p.c.Transcript != ""
}

// endSecond shows the first review again, and how far the two agree.
func (p *Page) endSecond() {
	p.second = false
	if s := p.c.Second; s != nil && len(s.Checks) == 0 {
		p.edit("second rater", screen.Remove("calls", p.id, "second"))
	}
	p.again()
	p.script.refresh(p.Env, p.c)
	p.read()
	p.focus(rubric)
	if a := score.Agree(p.Env.Now().Playbook, *p.c); a != nil {
		p.Env.Say("with the first rater: " + capture.Agreement(a))
		p.list.Select("rater")
	}
}
