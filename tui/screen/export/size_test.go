package export_test

import (
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/workbook"
	"github.com/gapbook/gapbook/tui/layout"
	"github.com/gapbook/gapbook/tui/screen"
	"github.com/gapbook/gapbook/tui/screen/export"
	"github.com/gapbook/gapbook/tui/style"
	"github.com/gapbook/gapbook/tui/tuitest"
)

func drain(s screen.Screen, cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	switch m := cmd().(type) {
	case screen.Owned:
		drain(s, s.Update(m.Msg))
	case tea.BatchMsg:
		for _, c := range m {
			drain(s, c)
		}
	}
}

func TestEverySizeIsExact(t *testing.T) {
	book, err := workbook.Open(tuitest.File(t, tuitest.Sample))
	if err != nil {
		t.Fatal(err)
	}
	th := style.New(true, colorprofile.NoTTY)
	env := &screen.Env{Book: book, Style: &th, Today: func() model.Date { return tuitest.Today }}
	s := export.New(env, screen.Route{Kind: screen.Export})
	drain(s, s.Update(screen.Shown{}))
	for _, key := range []string{"down", "down", "right", "w", "tab", "G", "up"} {
		drain(s, s.Update(tuitest.Key(key)))
		for _, size := range [][2]int{{78, 20}, {104, 24}, {118, 36}, {160, 50}} {
			s.SetSize(size[0], size[1])
			lines := layout.Lines(s.View())
			if len(lines) != size[1] {
				t.Fatalf("after %s: %d lines, want %d", key, len(lines), size[1])
			}
			for _, l := range lines {
				if layout.Width(l) != size[0] {
					t.Fatalf("after %s: %d cells, want %d: %q", key, layout.Width(l), size[0], l)
				}
			}
		}
	}
}
