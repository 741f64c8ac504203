package tui_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/gapbook/gapbook/engagements"
	"github.com/gapbook/gapbook/model/inert/hostile"
	"github.com/gapbook/gapbook/model/workbook"
	"github.com/gapbook/gapbook/tui"
	"github.com/gapbook/gapbook/tui/screen"
	"github.com/gapbook/gapbook/tui/tuitest"
)

// pressed on every page: into what is selected and back, along the list, every pane, and what the letters open.
var pressed = [][]string{
	{"m"}, {"v"}, {"down", "enter"}, {"tab"}, {"tab", "tab", "enter"}, {"pgdown"}, {"n"}, {"e"}, {"x"}, {"w"}, {"o"}, {"?"}, {"ctrl+k"}, {"ctrl+f", "p", "w", "n"},
}

// The text begins with this; what follows, an escape, must be seen and not be obeyed.
var obeyed = regexp.MustCompile(`=cmd\('6666'\)[^␛…\s│╮╯\\]`)

// Every page of the app, found in the app's own list: no byte to the terminal came out of a text as a command, and what
// would have been one is seen.
func TestNothingInATextActsOnTheScreen(t *testing.T) {
	for _, all := range []bool{false, true} {
		path, pages := hostileFile(t, all)
		size, pressed := [2]int{120, 40}, pressed
		if all {
			size, pressed = [2]int{80, 24}, pressed[1:5]
		}
		book, err := workbook.Open(path)
		if err != nil {
			t.Fatal(err)
		}
		a := tuitest.Start(t, tui.Options{Book: book, Folder: filepath.Dir(path), Me: "Dana " + hostile.Text}, size[0], size[1])
		a.Taped()
		seen := 0
		for _, r := range pages {
			for _, press := range append([][]string{nil}, pressed...) {
				a.Send(screen.Go{Route: r})
				a.Press(press...)
				a.Settled()
				if why := hostile.Acting(a.Taped(), true); why != "" {
					t.Errorf("%s after %v: %s", r.Kind, press, why)
				}
				shown := a.Screen()
				for line := range strings.SplitSeq(shown, "\n") {
					if obeyed.MatchString(line) {
						t.Errorf("%s after %v: an escape is not to be seen: %s", r.Kind, press, line)
						break
					}
				}
				if strings.Contains(shown, "␛") {
					seen++
				}
				a.Press("esc", "esc", "y", "esc") // out of a form, too
			}
		}
		if seen < len(pages)*len(pressed)/2 {
			t.Errorf("an escape is to be seen on %d screens only", seen)
		}
	}
}

// hostileFile writes an engagement and its playbook; pages are all that can be gone to, with every kind of record.
func hostileFile(t *testing.T, all bool) (path string, pages []screen.Route) {
	t.Helper()
	src, err := engagements.Samples.ReadFile("midmarket-saas.yaml")
	if err != nil {
		t.Fatal(err)
	}
	now, err := workbook.ReadBytes(src, "sample")
	if err != nil {
		t.Fatal(err)
	}
	e := *now.E
	e.Playbook = "mine.yaml"
	e.Interviews, e.Audits, e.Calls = e.Interviews[:8], e.Audits[:4], e.Calls[:4]
	data := hostile.Engagement(&e, all)
	ids := map[screen.Kind]string{screen.Interview: e.Interviews[0].ID, screen.Audit: e.Audits[0].ID, screen.Call: e.Calls[0].ID, screen.Finding: e.Findings[0].ID}
	for _, k := range tui.Kinds() {
		if k != screen.Library { // it lists files, by what it has read of them
			pages = append(pages, screen.Route{Kind: k, ID: ids[k]})
		}
	}
	folder := t.TempDir()
	path = filepath.Join(folder, "hostile.yaml")
	for name, b := range map[string][]byte{path: data, filepath.Join(folder, "mine.yaml"): hostile.Playbook()} {
		if err := os.WriteFile(name, b, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return path, append(pages, screen.Route{Kind: screen.Library}, screen.Route{Kind: screen.Home})
}
