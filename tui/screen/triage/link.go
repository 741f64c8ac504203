package triage

import (
	"slices"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/tui/screen"
	"github.com/gapbook/gapbook/tui/screen/capture"
	"github.com/gapbook/gapbook/tui/screen/evidence"
)

// like is what the selected gap line looks like; nil: nothing.
func (p *Page) like() *capture.Like {
	if l := p.at(); l != nil && !p.chasing {
		return p.likeOf(*l)
	}
	return nil
}

func (p *Page) likeOf(l evidence.Line) *capture.Like {
	if p.stale {
		p.alike, p.stale = capture.NewAlike(p.Env, p.alike), false
	}
	return p.alike.ToLine(l)
}

// same takes the suggestion: the line goes to the finding that it looks like, or one finding is made of both lines.
func (p *Page) same(l evidence.Line) {
	switch x := p.likeOf(l); {
	case x == nil:
	case x.Finding != nil:
		p.linkTo(l, x.Finding)
	default:
		p.make(l, model.Gap, *x.Line)
	}
}

// link asks for a finding that is there already. Those that look alike come first, then those of the same practice.
func (p *Page) link(l evidence.Line) {
	var first []*model.Finding
	if x := p.likeOf(l); x != nil && x.Finding != nil {
		first = append(first, x.Finding)
	}
	capture.Pick(p.Env, "Link to a finding", "", first, l.Practice, "", func(f *model.Finding) { p.linkTo(l, f) })
}

// linkTo adds the line to the evidence of a finding.
func (p *Page) linkTo(l evidence.Line, f *model.Finding) {
	edits := []screen.Edit{l.Becomes(model.Line{Finding: f.ID})}
	if !slices.Contains(f.Evidence, l.Evidence()) {
		edits = append(edits, screen.Set(append(slices.Clone(f.Evidence), l.Evidence()), "findings", f.ID, "evidence"))
	}
	if p.Env.Edit("link line", edits...) == nil {
		p.Env.Say("linked to: " + f.Label())
	}
}
