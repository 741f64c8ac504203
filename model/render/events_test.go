package render_test

import (
	"regexp"
	"strings"
	"testing"

	"github.com/gapbook/gapbook/model/playbook"
	"github.com/gapbook/gapbook/model/render"
)

func TestCalendarUpdates(t *testing.T) {
	ics := func(of func() string) (string, []string) {
		s := strings.ReplaceAll(of(), "\r\n ", "")
		return s, regexp.MustCompile(`(?m)^UID:(\S+)`).FindAllString(s, -1)
	}
	e := told()
	write := func() string { return string(all(t, e, playbook.Builtin(), render.Options{AsOf: "2026-04-01"})["ics"]) }
	s, before := ics(write)
	holds(t, s, "SUMMARY:Leader 1's weekly hour\r\n", "DTSTART;VALUE=DATE:20260420\r\n", "SUMMARY:Day 90 review: Northwind\r\n", "Owner: VP Sales\\n")
	lacks(t, s, "Lena", "p1")
	seen := map[string]bool{}
	for _, u := range before {
		if seen[u] {
			t.Errorf("%s is there twice", u)
		}
		seen[u] = true
	}
	// Another date and title is the same event; another client's is not.
	e.Plan.Actions[0].Due, e.Plan.Actions[0].Title = "2026-04-21", "Hour"
	if _, after := ics(write); len(after) != len(before) || !seen[after[0]] {
		t.Errorf("%d events, then %d", len(before), len(after))
	}
	e.Client.Name = "Southwind"
	if _, after := ics(write); seen[after[0]] {
		t.Error("two clients share an event")
	}
}
