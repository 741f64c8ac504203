package render

import (
	"fmt"
	"strings"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/render/document"
	"github.com/gapbook/gapbook/model/score"
	"github.com/gapbook/gapbook/model/score/card"
)

// coverage is how we worked, and what we did not look at.
func (b *builder) coverage() {
	b.open("coverage")
	b.add(b.lookedAt())
	if missing := b.notCovered(); len(missing) > 0 {
		b.head(2, "", "What we did not cover")
		b.add(document.List{Items: missing})
	}
	if l := b.limits(); len(l) > 0 {
		b.add(document.Note{Kind: document.Limit, Title: "Limits of these numbers", Text: l})
	}
}

// notCovered names what the method asks for and nobody looked at.
func (b *builder) notCovered() [][]document.Inline {
	var out [][]document.Inline
	say := func(name string, missing []string) {
		if len(missing) > 0 {
			out = append(out, []document.Inline{document.Bold(name + ": "), {Text: strings.Join(missing, ", ")}})
		}
	}
	var stages, handoffs, cadences, roles, practices []string
	for _, s := range b.e.Stages {
		if !b.audited(model.StageAudit, s.ID) {
			stages = append(stages, document.Clean(s.Label()))
		}
	}
	for _, s := range b.pb.Audits.Handoffs {
		if !b.audited(model.HandoffAudit, s.ID) {
			handoffs = append(handoffs, document.Clean(named(s.Name, s.ID)))
		}
	}
	for _, s := range b.pb.Audits.Cadences {
		if !b.audited(model.CadenceAudit, s.ID) {
			cadences = append(cadences, document.Clean(named(s.Name, s.ID)))
		}
	}
	for _, g := range b.pb.Guides {
		if b.sc.Coverage.Interviews[g.Role] == 0 {
			roles = append(roles, card.Several(g.Role))
		}
	}
	for _, p := range b.sc.Practices {
		if p.Confidence == score.None {
			practices = append(practices, b.practiceName(p.Practice))
		}
	}
	say("Stages not audited", stages)
	say("Handoffs not audited", handoffs)
	say("Cadences not audited", cadences)
	say("Not interviewed", roles)
	if c := b.sc.Coverage.Calls; !c.Enough && c.Wanted.Min > 0 {
		say("Calls", []string{fmt.Sprintf("%d of at least %d reviewed", c.Reviewed, c.Wanted.Min)})
	}
	say("Practices without a score in the field", practices)
	return out
}

func named(name, id string) string {
	if name != "" {
		return name
	}
	return id
}

// audited says whether an audit of the scored round looked at a subject.
func (b *builder) audited(kind model.AuditKind, subject string) bool {
	for _, a := range b.e.Audits {
		round := named(a.Round, score.Baseline)
		if a.Kind == kind && a.Subject == subject && round == named(b.sc.Options.Round, score.Baseline) && !b.tooLate(a.Date) {
			return true
		}
	}
	return false
}

// tooLate says whether something lies after the day that the report speaks of.
func (b *builder) tooLate(d model.Date) bool { return b.opt.AsOf != "" && d.After(b.opt.AsOf) }
