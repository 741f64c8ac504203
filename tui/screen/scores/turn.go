package scores

import "github.com/gapbook/gapbook/tui/keys"

// offersHere is what means something while something is explained.
func (p *Page) offersHere(a keys.Action) bool {
	switch a {
	case keys.Open:
		return p.doc.Link() != nil
	case keys.Next, keys.Prev:
		return p.doc.Links() > 1
	case keys.Left, keys.Right:
		return p.open.practice != ""
	case keys.ByStage:
		x := p.result.Practice(p.open.practice)
		return x != nil && len(x.Stages) > 0
	}
	return false
}

// keyHere is a key while something is explained.
func (p *Page) keyHere(a keys.Action) {
	switch {
	case a == keys.Open:
		p.follow()
	case (a == keys.Left || a == keys.Right) && p.open.practice != "":
		p.turnTo(a == keys.Right)
	case a == keys.ByStage && p.open.practice != "":
		p.nextStage()
	default:
		p.doc.Do(a)
	}
}

// place is which of the practices the card is of, in the order of the list.
func (p *Page) place() (i, n int) {
	for _, r := range p.rows {
		if r.p == nil {
			continue
		}
		n++
		if r.p.Practice == p.open.practice {
			i = n
		}
	}
	return i, n
}

// turnTo opens the card of the next practice, or the one before, in the order of the list; after the last comes the first.
func (p *Page) turnTo(on bool) {
	i, n := p.place()
	if n == 0 {
		return
	}
	want := i%n + 1
	if !on {
		want = (i+n-2)%n + 1
	}
	for _, r := range p.rows {
		if r.p == nil {
			continue
		}
		if want--; want == 0 {
			p.lists[practices].Select(r.p.Practice)
			p.explain(what{practice: r.p.Practice})
			return
		}
	}
}

// nextStage shows the card at the next stage where something was seen; after the last comes the whole again.
func (p *Page) nextStage() {
	x := p.result.Practice(p.open.practice)
	if x == nil || len(x.Stages) == 0 {
		return
	}
	next := x.Stages[0].Stage
	for i, s := range x.Stages {
		if s.Stage == p.open.stage {
			next = ""
			if i+1 < len(x.Stages) {
				next = x.Stages[i+1].Stage
			}
		}
	}
	p.explain(what{practice: p.open.practice, stage: next})
}
