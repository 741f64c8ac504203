package scores

import (
	"cmp"

	"github.com/gapbook/gapbook/model/score"
)

// order is how practices are sorted.
type order int

const (
	byPlaybook order = iota
	byBlindSpot
	byGap
	orders
)

func (o order) String() string {
	return [...]string{"playbook order", "largest blind spot first", "largest gap first"}[o]
}

func (p *Page) sortBy(x *score.Practice) *float64 {
	if p.order == byGap {
		return x.Gap
	}
	return x.BlindSpot
}

// descending puts what has no number last.
func descending(a, b *float64) int {
	switch {
	case a != nil && b != nil:
		return cmp.Compare(*b, *a)
	case a != nil:
		return -1
	case b != nil:
		return 1
	}
	return 0
}
