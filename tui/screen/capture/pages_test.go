package capture_test

import (
	"strings"
	"testing"

	"github.com/gapbook/gapbook/tui/screen"
	"github.com/gapbook/gapbook/tui/screen/call"
	"github.com/gapbook/gapbook/tui/screen/calls"
	"github.com/gapbook/gapbook/tui/screen/finding"
	"github.com/gapbook/gapbook/tui/screen/findings"
	"github.com/gapbook/gapbook/tui/screen/triage"
	"github.com/gapbook/gapbook/tui/tuitest"
)

// What stands in a file is not always what one would hope for: nothing at all, ids that lead nowhere, one endless word.
var odd = tuitest.Sample + `  - id: f-2
    title: ` + strings.Repeat("endless", 40) + `
    practice: no-such-practice
    stage: no-such-stage
    evidence: [i-9, "c-1@99:99", "c-1@34:10", i-1]
    note: "wide 漢字漢字 and \e[31mred\e[0m"
  - {id: f-3, kind: strength, status: accepted, title: "+"}
lines:
  - {in: i-1/rep-next-step, text: ask ops for the close-date change report, done: 2026-01-02}
`

func TestPagesDrawExactlyTheirSize(t *testing.T) {
	empty := "gapbook: 1\nclient: {name: Nobody}\n"
	makers := []struct {
		maker screen.Maker
		route screen.Route
	}{
		{calls.New, screen.Route{Kind: screen.Calls}},
		{call.New, screen.Route{Kind: screen.Call, ID: "c-1"}},
		{triage.New, screen.Route{Kind: screen.Triage}},
		{findings.New, screen.Route{Kind: screen.Findings}},
		{finding.New, screen.Route{Kind: screen.Finding, ID: "f-1"}},
		{finding.New, screen.Route{Kind: screen.Finding, ID: "f-2"}},
		{finding.New, screen.Route{Kind: screen.Finding, ID: "f-3"}},
	}
	for _, yaml := range []string{empty, tuitest.Sample, odd} {
		e := tuitest.Alone(t, yaml)
		for _, m := range makers {
			p := m.maker(e, m.route)
			p.Update(screen.Shown{Route: m.route})
			for _, size := range [][2]int{{78, 20}, {79, 21}, {99, 25}, {100, 30}, {109, 24}, {118, 36}, {160, 50}, {220, 60}} {
				for _, key := range []string{"", "j", "m", "v", "i", "tab", "down", "=", "2", "tab", "ctrl+r"} {
					p.SetSize(size[0], size[1]) // keys may mean another thing where there is room
					if key != "" {
						p.Update(tuitest.Key(key))
					}
					e.Taken() // dialogs and the like
					p.Refresh()
					if tuitest.Exact(t, p, size[0], size[1]); t.Failed() {
						t.Fatalf("%s %s after %q", m.route.Kind, m.route.ID, key)
					}
				}
				p.Back()
				p.Back()
			}
		}
	}
}
