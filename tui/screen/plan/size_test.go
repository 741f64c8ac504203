package plan_test

import (
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/workbook"
	"github.com/gapbook/gapbook/tui/layout"
	"github.com/gapbook/gapbook/tui/screen"
	"github.com/gapbook/gapbook/tui/screen/plan"
	"github.com/gapbook/gapbook/tui/style"
	"github.com/gapbook/gapbook/tui/tuitest"
)

// alone makes the page without the app, its draft computed.
func alone(t *testing.T, yaml string) screen.Screen {
	t.Helper()
	book, err := workbook.Open(tuitest.File(t, yaml))
	if err != nil {
		t.Fatal(err)
	}
	th := style.New(true, colorprofile.NoTTY)
	env := &screen.Env{Book: book, Style: &th, Today: func() model.Date { return tuitest.Today }}
	s := plan.New(env, screen.Route{Kind: screen.Plan})
	drain(s, s.Update(screen.Shown{Route: screen.Route{Kind: screen.Plan}}))
	return s
}

func drain(s screen.Screen, cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	if m, ok := cmd().(screen.Owned); ok {
		drain(s, s.Update(m.Msg))
	}
}

func TestEverySizeIsExact(t *testing.T) {
	for _, yaml := range []string{sample(t), tuitest.Sample, "gapbook: 1\nclient: {name: x}\n"} {
		s := alone(t, yaml)
		for _, keys := range []string{"down", "G", "l", "G", "l", "l", "G", "enter", "pgdown", "esc", "h"} {
			if keys == "esc" {
				s.Back()
			} else {
				s.Update(tuitest.Key(keys))
			}
			for _, size := range [][2]int{{78, 20}, {90, 22}, {104, 24}, {118, 36}, {160, 50}} {
				w, h := size[0], size[1]
				s.SetSize(w, h)
				lines := layout.Lines(s.View())
				if len(lines) != h {
					t.Fatalf("after %s at %dx%d: %d lines", keys, w, h, len(lines))
				}
				for _, l := range lines {
					if layout.Width(l) != w {
						t.Fatalf("after %s at %dx%d: %d cells: %q", keys, w, h, layout.Width(l), l)
					}
				}
			}
		}
	}
}
