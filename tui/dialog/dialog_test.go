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

// esc throws nothing away that was typed, unless one says so.
func TestEscAsksBeforeItDiscards(t *testing.T) {
	form := func() *Form {
		return &Form{
			Title: "T", Fields: []Field{{ID: "a", Label: "A", Value: "a whole sentence stands here"}, {ID: "b", Label: "B"}},
			Then: func(Values) tea.Cmd { return nil },
		}
	}
	esc := key(tea.KeyEscape)
	if open, _ := send(t, form(), esc); open {
		t.Error("nothing was typed, and esc did not close")
	}
	open, screen := send(t, form(), letter("x"), esc)
	if !open || !strings.Contains(screen, "Discard what was typed?") || !strings.Contains(screen, "y discard it") {
		t.Fatalf("not asked:\n%s", screen)
	}
	if open, _ := send(t, form(), letter("x"), esc, esc); open {
		t.Error("the second esc did not discard")
	}
	if open, _ := send(t, form(), letter("x"), esc, letter("y")); open {
		t.Error("y did not discard")
	}
	if open, screen := send(t, form(), letter("x"), esc, letter("n"), letter("z")); !open || !strings.Contains(screen, "herexz") {
		t.Errorf("n did not go on:\n%s", screen)
	}
	if open, screen := send(t, form(), letter("x"), esc, letter("z")); !open || !strings.Contains(screen, "herexz") {
		t.Errorf("a letter after the question was lost:\n%s", screen)
	}
}

func TestF1InAForm(t *testing.T) {
	f := &Form{Title: "T", Fields: []Field{{ID: "a", Label: "Length", Hint: "the clock counts down from it"}}, Then: func(Values) tea.Cmd { return nil }}
	open, screen := send(t, f, letter("x"), key(tea.KeyF1))
	if !open || !strings.Contains(screen, "Length: the clock counts down from it") || !strings.Contains(screen, "^u") {
		t.Fatalf("no help:\n%s", screen)
	}
	if open, screen := send(t, f, key(tea.KeyEscape)); !open || !strings.Contains(screen, "x") {
		t.Fatalf("esc in the help left the form:\n%s", screen)
	}
}

func TestHintsWrapAndDatesStayWhole(t *testing.T) {
	hint := strings.Repeat("worth ", 10) + "2026-03-31 keeping in the coaching call library for those who come later"
	f := &Form{Title: "T", Fields: []Field{{ID: "a", Label: "A", Hint: hint}}}
	_, screen := send(t, f, letter("x"))
	for _, want := range []string{"who come ", "later", "2026-03-31"} {
		if !strings.Contains(screen, want) {
			t.Errorf("%q is not there whole:\n%s", want, screen)
		}
	}
}

func TestDates(t *testing.T) {
	for typed, want := range map[string]string{
		"today": "2026-05-12", "Tomorrow": "2026-05-13", "22 Jan 2027": "2027-01-22", "22 january 2027": "2027-01-22",
		"Jan 22, 2027": "2027-01-22", "2027-01-22": "2027-01-22", "3/4/2026": "", "22 Jan": "", "soon": "",
	} {
		if got, _ := readDate(typed, "2026-05-12"); got != want {
			t.Errorf("%q is %q, want %q", typed, got, want)
		}
	}
	got := ""
	f := &Form{
		Title: "T", Today: "2026-05-12", Fields: []Field{{ID: "d", Label: "D", Kind: Date, Value: "2026-01-01"}},
		Then: func(v Values) tea.Cmd { got = v["d"]; return nil },
	}
	send(t, f, letter("t"), letter("o"), letter("d"), letter("a"), letter("y"), key(tea.KeyEnter)) // takes the place of what stood there
	if got != "2026-05-12" {
		t.Errorf("today is %q", got)
	}
}

// A few words that stand in a field are selected; a sentence is there to be mended.
func TestTypingReplacesWhatStoodThere(t *testing.T) {
	for value, want := range map[string]string{"12:41": "9", "nobody owns the date": "nobody owns the date9"} {
		got := ""
		send(t, Prompt("Go to", "Time", value, nil, func(s string) tea.Cmd { got = s; return nil }), letter("9"), key(tea.KeyEnter))
		if got != want {
			t.Errorf("%q: %q", value, got)
		}
		send(t, Prompt("Go to", "Time", value, nil, func(s string) tea.Cmd { got = s; return nil }), key(tea.KeyEnd), letter("9"), key(tea.KeyEnter))
		if got != value+"9" {
			t.Errorf("%q after end: %q", value, got)
		}
	}
}
