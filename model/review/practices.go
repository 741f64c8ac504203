package review

import (
	"github.com/gapbook/gapbook/model/playbook"
	"github.com/gapbook/gapbook/model/score"
)

// Practice is a practice in both rounds. A re-audit is short, so the change is taken over the same questions and checks
// alone: those that both rounds asked, of an audit for the same subject.
type Practice struct {
	Practice string          `json:"practice"`
	Target   float64         `json:"target"`
	Before   *float64        `json:"before"` // field, of everything in the round
	After    *float64        `json:"after"`
	Lenses   []playbook.Lens `json:"lenses"` // through which both rounds saw the same
	Like     *Like           `json:"like"`   // null where both rounds asked nothing in common
	Change   *float64        `json:"change"` // of like with like
}

// Like is the field by what both rounds asked, with its sources.
type Like struct {
	Before  float64 `json:"before"`
	NBefore int     `json:"n_before"`
	After   float64 `json:"after"`
	NAfter  int     `json:"n_after"`
}

// fieldLenses are those of the field.
var fieldLenses = []playbook.Lens{playbook.Reported, playbook.Observed, playbook.Recorded}

// asked is what one rating answers.
type asked struct {
	lens    playbook.Lens
	kind    score.SourceKind
	subject string // of an audit
	item    string
}

func askedBy(o score.Observation) asked {
	a := asked{o.Lens, o.Kind, "", o.Item}
	switch {
	case o.Kind == score.AuditSource:
		a.subject = o.Who
	case o.Item == "":
		a.item = o.Label // a question of one's own
	}
	return a
}

func (r *Review) rerated(pb *playbook.Playbook, before, after *score.Result) {
	for _, b := range after.Practices {
		if b.Field == nil {
			continue
		}
		p := Practice{Practice: b.Practice, Target: b.Target, After: b.Field, Lenses: []playbook.Lens{}}
		if a := before.Practice(b.Practice); a != nil {
			p.Before = a.Field
			p.compare(pb, a.Observations, b.Observations)
		}
		r.Practices = append(r.Practices, p)
	}
}

func (p *Practice) compare(pb *playbook.Playbook, before, after []score.Observation) {
	var l Like
	weights := 0.0
	x, y := lenses(before, after), lenses(after, before)
	for _, lens := range fieldLenses {
		w := pb.LensWeight(lens)
		if x[lens] == nil || y[lens] == nil || !(w > 0) {
			continue
		}
		p.Lenses = append(p.Lenses, lens)
		weights += w
		l.Before += w * x[lens].mean()
		l.After += w * y[lens].mean()
		l.NBefore += len(x[lens].sum)
		l.NAfter += len(y[lens].sum)
	}
	if weights > 0 {
		l.Before, l.After = l.Before/weights, l.After/weights
		change := l.After - l.Before
		p.Like, p.Change = &l, &change
	}
}

// lens gathers the ratings of each source.
type lens struct {
	sources []string // in order, so that the sum is the same each time
	sum     map[string]float64
	n       map[string]int
}

// mean averages within each source first, then over the sources.
func (l *lens) mean() float64 {
	total := 0.0
	for _, s := range l.sources {
		total += l.sum[s] / float64(l.n[s])
	}
	return total / float64(len(l.sources))
}

// lenses are those of one round, by what the other asked too.
func lenses(of, other []score.Observation) map[playbook.Lens]*lens {
	both := map[asked]bool{}
	for _, o := range other {
		both[askedBy(o)] = true
	}
	out := map[playbook.Lens]*lens{}
	for _, o := range of {
		if !both[askedBy(o)] {
			continue
		}
		l := out[o.Lens]
		if l == nil {
			l = &lens{sum: map[string]float64{}, n: map[string]int{}}
			out[o.Lens] = l
		}
		id := string(o.Kind) + " " + o.Source
		if l.n[id] == 0 {
			l.sources = append(l.sources, id)
		}
		l.sum[id] += o.Value
		l.n[id]++
	}
	return out
}
