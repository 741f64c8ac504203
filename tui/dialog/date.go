package dialog

import (
	"strings"
	"time"
)

// dateShapes are what a person types, besides the file's own 2026-03-31. A date of two numbers and a year is none of
// them: 3/4/2026 is March here and April there.
var dateShapes = []string{
	time.DateOnly, "2 Jan 2006", "2 January 2006", "Jan 2 2006", "January 2 2006", "2-Jan-2006",
}

// readDate makes YYYY-MM-DD of what was typed; false where it is no date.
func readDate(s, today string) (string, bool) {
	s = strings.Join(strings.Fields(strings.NewReplacer(",", " ", ".", " ").Replace(s)), " ")
	if word := strings.ToLower(s); word == "today" || word == "yesterday" || word == "tomorrow" {
		now, err := time.Parse(time.DateOnly, today)
		if err != nil {
			now = time.Now()
		}
		days := map[string]int{"yesterday": -1, "tomorrow": 1}[word]
		return now.AddDate(0, 0, days).Format(time.DateOnly), true
	}
	for _, shape := range dateShapes {
		if t, err := time.Parse(shape, s); err == nil {
			return t.Format(time.DateOnly), true
		}
	}
	return "", false
}
