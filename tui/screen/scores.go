package screen

import "github.com/gapbook/gapbook/model/score"

// Numbers are the scores of one revision, computed away from the UI.
type Numbers struct {
	Rev    uint64
	Result *score.Result

	sways []score.Sway
}

// Sways are how far each gap moves in the order when a grade of it is off by one, computed when they are first asked for.
func (n *Numbers) Sways() []score.Sway {
	if n == nil || n.Result == nil {
		return nil
	}
	if n.sways == nil {
		n.sways = score.Sways(n.Result.Findings)
	}
	return n.sways
}
