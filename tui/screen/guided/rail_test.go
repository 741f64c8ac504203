package guided

import (
	"strings"
	"testing"

	"github.com/charmbracelet/colorprofile"

	"github.com/gapbook/gapbook/tui/layout"
	"github.com/gapbook/gapbook/tui/style"
)

// Rows of one name are told apart by what is asked.
func TestRowsOfOneNameAreToldApart(t *testing.T) {
	th := style.New(true, colorprofile.NoTTY)
	r := NewRail(&th)
	r.SetItems([]Item{
		{Kind: Rated, Key: "a", Name: "Feasibility check", Ask: "Who checks a promise?"},
		{Kind: Rated, Key: "b", Name: "Feasibility check", Ask: "When did delivery say no?"},
		{Kind: Rated, Key: "c", Name: "Handoff", Ask: "What arrives?"},
	})
	got := layout.Plain(r.View(40, 6, true))
	for _, want := range []string{"Who checks a promise?", "When did delivery", "Handoff"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
	if strings.Contains(got, "Feasibility") || strings.Contains(got, "arrives") {
		t.Error(got)
	}
}
