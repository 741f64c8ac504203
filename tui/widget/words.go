package widget

import "strconv"

// plural counts things in words: 1 match, 2 matches.
func plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return strconv.Itoa(n) + " " + many
}
