package dialog

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"github.com/gapbook/gapbook/tui/layout"
	"github.com/gapbook/gapbook/tui/style"
)

func key(code rune) tea.KeyPressMsg   { return tea.KeyPressMsg{Code: code} }
func letter(s string) tea.KeyPressMsg { return tea.KeyPressMsg{Code: []rune(s)[0], Text: s} }

// send gives a dialog on a stack messages, drawing in between as the app does.
func send(t *testing.T, d Dialog, msgs ...tea.Msg) (open bool, screen string) {
	t.Helper()
	th := style.New(true, colorprofile.TrueColor)
	var s Stack
	s.Push(d)
	for _, m := range append([]tea.Msg{nil}, msgs...) {
		s.Update(m)
		if s.Top() == nil {
			return false, ""
		}
		box, cur := s.Top().View(&th, 80, 24)
		lines := layout.Lines(box)
		for _, l := range lines {
			if layout.Width(l) != layout.Width(lines[0]) {
				t.Fatalf("the box is not straight:\n%s", layout.Plain(box))
			}
		}
		if cur != nil && (cur.X < 1 || cur.X >= layout.Width(lines[0])-1 || cur.Y < 1 || cur.Y >= len(lines)-1) {
			t.Fatalf("cursor at %v outside of\n%s", cur.Position, layout.Plain(box))
		}
		screen = layout.Plain(box)
	}
	return true, screen
}

func TestForm(t *testing.T) {
	var got Values
	f := &Form{
		Title: "New person",
		Fields: []Field{
			{ID: "name", Label: "Name", Required: true},
			{ID: "role", Label: "Role", Kind: Choice, Options: []Option{{"leader", "Leader", ""}, {"rep", "Rep", ""}, {"ops", "Operations", ""}}},
			{ID: "since", Label: "Since", Kind: Date},
			{ID: "effort", Label: "Effort", Kind: Number},
		},
		Then: func(v Values) tea.Cmd { got = v; return nil },
	}
	open, screen := send(t, f, key(tea.KeyEnter))
	if !open || !strings.Contains(screen, "Name is needed") {
		t.Fatalf("an empty name was taken:\n%s", screen)
	}
	open, screen = send(t, f, letter("n"), letter("?"), key(tea.KeyTab), letter("o"), key(tea.KeyTab), letter("x"), key(tea.KeyEnter))
	if !open || !strings.Contains(screen, "a date looks like") || !strings.Contains(screen, "Operations") {
		t.Fatalf("a wrong date was taken:\n%s", screen)
	}
	open, _ = send(t, f, key(tea.KeyBackspace), key(tea.KeyTab), letter("4"), key(tea.KeyEnter))
	if open || got["name"] != "n?" || got["role"] != "ops" || got["since"] != "" || got["effort"] != "4" {
		t.Errorf("open %v, %v", open, got)
	}
}

func TestChoose(t *testing.T) {
	got := ""
	c := &Choose{
		Title:   "Who?",
		Options: []Option{{"p1", "Lena Hart", "leader"}, {"p2", "Marcus Webb", "rep"}, {"p3", "Ana Sousa", "rep"}},
		Value:   "p2",
		Then:    func(v string) tea.Cmd { got = v; return nil },
	}
	if open, screen := send(t, c, letter("r"), letter("e"), letter("p"), key(tea.KeyDown)); !open || strings.Contains(screen, "Lena") {
		t.Fatalf("not filtered:\n%s", screen)
	}
	if open, _ := send(t, c, key(tea.KeyEnter)); open || got != "p3" {
		t.Errorf("chose %q", got)
	}
}

func TestConfirmAndCancel(t *testing.T) {
	yes := 0
	c := &Confirm{Title: "Remove?", Text: "The interview with Marcus Webb goes.", Yes: func() tea.Cmd { yes++; return nil }}
	if open, _ := send(t, c, letter("x")); !open {
		t.Error("any key closed it")
	}
	if open, _ := send(t, c, key(tea.KeyEscape)); open || yes != 0 {
		t.Error("esc did not cancel")
	}
	if open, _ := send(t, c, letter("y")); open || yes != 1 {
		t.Error("y did not confirm")
	}
}

func TestPromptRefuses(t *testing.T) {
	p := Prompt("Rename", "Name", "old", func(s string) string {
		if s == "old" {
			return "that is its name already"
		}
		return ""
	}, func(string) tea.Cmd { return nil })
	if open, screen := send(t, p, key(tea.KeyEnter)); !open || !strings.Contains(screen, "already") {
		t.Error(screen)
	}
	if open, _ := send(t, p, letter("!"), key(tea.KeyEnter)); open {
		t.Error("still open")
	}
}
