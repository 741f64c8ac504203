package portfolio_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/tui"
	"github.com/gapbook/gapbook/tui/layout"
	"github.com/gapbook/gapbook/tui/screen"
	"github.com/gapbook/gapbook/tui/screen/portfolio"
	"github.com/gapbook/gapbook/tui/style"
	"github.com/gapbook/gapbook/tui/tuitest"
)

// folder holds the three samples, some that are just begun, and a file that is no YAML.
func folder(t *testing.T, begun int) string {
	t.Helper()
	dir := t.TempDir()
	put := func(name, src string) {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(src), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"midmarket-saas", "industrial-distributor", "professional-services"} {
		src, err := os.ReadFile("../../../engagements/" + name + ".yaml")
		if err != nil {
			t.Fatal(err)
		}
		put(name+".yaml", string(src))
	}
	for i := range begun {
		put(fmt.Sprintf("begun-%03d.yaml", i), fmt.Sprintf("gapbook: 1\nclient: {name: Begun %03d}\n", i))
	}
	put("broken.yaml", "gapbook: [\n")
	return dir
}

func today() model.Date { return "2026-11-24" }

func TestSideBySide(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {120, 40}} {
		a := tuitest.Start(t, tui.Options{Shelf: &tui.Shelf{}, Folder: folder(t, 0), Today: today}, size[0], size[1])
		a.Wait("Library", "Vardenloop")
		a.Press("p")
		a.Wait("› Portfolio", "3 engagements", "! 1 cannot be read", "broken.yaml", "! cannot read", "Verhaeg", "plan done", "20/21", "sorted by client")
		a.Press("G")
		a.Wait("broken.yaml:1:") // what is wrong with it, and where
		a.Press("enter")
		a.Wait("this file cannot be opened")
		a.Press("g", "s", "s")
		a.Wait("sorted by lowest field score")
		a.Press("tab")
		a.Wait("among 2 others", "2", "a quarter", "Few: with fewer")
		a.Press("esc", "i")
		a.Gone("Vardenloop")
		a.Press("i", "/")
		a.Type("varden")
		a.Wait("1 match", "Vardenloop")
		a.Press("enter")
		a.Wait("Vardenloop › Home")
		if err := a.Quit(); err != nil {
			t.Error(err)
		}
	}
}

// TestManyFilesArePassedInParts reads more than goes into one command: all are counted, each once, and every size is exact
// at each point on the way.
func TestManyFilesArePassedInParts(t *testing.T) {
	th := style.New(true, colorprofile.NoTTY)
	env := &screen.Env{Folder: folder(t, 150), Style: &th, Today: today}
	s := portfolio.New(env, screen.Route{Kind: screen.Portfolio})
	exact := func() {
		t.Helper()
		for _, size := range [][2]int{{78, 20}, {104, 24}, {160, 50}} {
			s.SetSize(size[0], size[1])
			lines := layout.Lines(s.View())
			if len(lines) != size[1] {
				t.Fatalf("%d lines at %v", len(lines), size)
			}
			for _, l := range lines {
				if layout.Width(l) != size[0] {
					t.Fatalf("%d cells at %v: %q", layout.Width(l), size, l)
				}
			}
		}
	}
	exact()
	parts := 0
	cmd := s.Update(screen.Shown{})
	for cmd != nil {
		m := cmd().(screen.Owned)
		cmd = s.Update(m.Msg)
		exact()
		if parts++; parts == 2 && !strings.Contains(s.View(), "reading, 8 of 154 files") {
			t.Errorf("how far it has come is not said:\n%s", s.View())
		}
	}
	if v := s.View(); !strings.Contains(v, "153 engagements") || !strings.Contains(v, "1 cannot be read") || strings.Contains(v, "reading") {
		t.Errorf("after all of it:\n%s", v)
	}
	drain(s, s.Update(tuitest.Key("tab")))
	exact()
	if v := s.View(); !strings.Contains(v, "among 152 others") {
		t.Errorf("the one placed is not among the others:\n%s", v)
	}
	// another look at the folder begins anew, and what is still under way of the one before no longer counts
	first := s.Update(screen.Shown{})
	drain(s, s.Update(screen.Shown{}))
	drain(s, first)
	s.Back()
	if v := s.View(); !strings.Contains(v, "153 engagements") {
		t.Errorf("after another look:\n%s", v)
	}
}

func drain(s screen.Screen, cmd tea.Cmd) {
	for cmd != nil {
		m, ok := cmd().(screen.Owned)
		if !ok {
			return
		}
		cmd = s.Update(m.Msg)
	}
}
