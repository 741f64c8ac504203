package calls

import (
	"cmp"

	"github.com/gapbook/gapbook/model"
)

// byDate puts calls in the order in which they were held, those without a date last.
func byDate(a, b model.Call) int {
	_, one := a.Date.Time()
	_, two := b.Date.Time()
	switch {
	case one && two:
		return cmp.Compare(a.Date, b.Date)
	case one:
		return -1
	case two:
		return 1
	}
	return 0
}
