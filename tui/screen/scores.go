package screen

import "github.com/gapbook/gapbook/model/score"

// Numbers are the scores of one revision, computed away from the UI.
type Numbers struct {
	Rev    uint64
	Result *score.Result
}
