package render

import (
	"fmt"
	"strings"

	"github.com/gapbook/gapbook/model/score"
)

// Holds says of the finding at a place whether it keeps it when an impact or an ease is off by one, or with which places
// it changes sides.
func Holds(sways []score.Sway, place int) string {
	flips := score.Flips(sways, place)
	if len(flips) == 0 {
		return "holds"
	}
	return "flips with " + places(flips)
}

// OrderHolds says the same of the whole order.
func OrderHolds(sways []score.Sway) string {
	switch n := score.Holding(sways); {
	case len(sways) < 2:
		return ""
	case n == len(sways):
		return "The order holds, even where an impact or an ease is off by one."
	case n == 0:
		return "Were an impact or an ease off by one, any of the findings could change places with a neighbour."
	default:
		return fmt.Sprintf("Were an impact or an ease off by one, %d of %d findings would still hold their place.", n, len(sways))
	}
}

// places writes numbers in order, those in a row as a range: 2-4, 7.
func places(list []int) string {
	var out []string
	for i := 0; i < len(list); {
		j := i
		for j+1 < len(list) && list[j+1] == list[j]+1 {
			j++
		}
		switch j - i {
		case 0:
			out = append(out, fmt.Sprint(list[i]))
		case 1:
			out = append(out, fmt.Sprint(list[i]), fmt.Sprint(list[j]))
		default:
			out = append(out, fmt.Sprintf("%d-%d", list[i], list[j]))
		}
		i = j + 1
	}
	return strings.Join(out, ", ")
}
