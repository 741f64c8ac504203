package score

import (
	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/funnel"
	"github.com/gapbook/gapbook/model/playbook"
)

// Compute scores an engagement by its playbook. It works on a file with problems too: what refers to nothing, or cannot
// be read, is left out.
func Compute(e *model.Engagement, pb *playbook.Playbook, opt Options) *Result {
	if e == nil {
		e = &model.Engagement{}
	}
	if pb == nil {
		pb = &playbook.Playbook{}
	}
	if opt.Round == "" {
		opt.Round = Baseline
	}
	s := newScope(e, pb, opt)
	r := &Result{Options: opt, Practices: []Practice{}}
	if f := funnel.Baseline(e); f != nil {
		r.Funnel = funnel.Compute(e, f)
	}
	seen := s.observe()
	for _, p := range s.practices {
		r.Practices = append(r.Practices, s.practice(p, seen[p.ID]))
	}
	r.Overall, r.Domains = whole(r.Practices), domains(pb, r.Practices)
	r.BlindSpotIndex = blindSpotIndex(r.Practices)
	r.Findings = findings(e, r)
	r.Coverage = s.coverage()
	r.Objections, r.CallItems = s.objections(), s.callItems()
	r.Agreement = Agree(pb, s.calls...)
	return r
}
