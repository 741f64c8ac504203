package dialog

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
)

// What is typed before all is read is not lost: the words stand, and enter waits for what they find.
func TestFindWaitsForWhatIsRead(t *testing.T) {
	var known []string
	went := ""
	find := func() *Find {
		known, went = nil, ""
		return &Find{Title: "Search", Reading: true, Look: func(q string) (out []Found, count string) {
			for _, s := range known {
				if strings.Contains(s, q) {
					out = append(out, Found{Label: s, Do: func() tea.Cmd { went = s; return nil }})
				}
			}
			return out, "found"
		}}
	}
	d := find()
	open, screen := send(t, d, letter("b"), key(tea.KeyEnter))
	if !open || !strings.Contains(screen, "reading…") || went != "" {
		t.Fatalf("open %v, went %q:\n%s", open, went, screen)
	}
	known = []string{"abba", "cd", "bb"}
	if _, done := d.Update(Arrived{}); !done || went != "abba" {
		t.Errorf("enter went to %q, done %v", went, done)
	}
	d = find()
	_, _ = send(t, d, letter("b"), key(tea.KeyEnter), letter("b"))
	known = []string{"abba", "cd", "bb"}
	if _, done := d.Update(Arrived{}); done || went != "" {
		t.Errorf("a letter after enter means something else: done %v, went %q", done, went)
	}
}
