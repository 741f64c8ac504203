package note

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"
)

func bright() Styles {
	fg := func(c string) lipgloss.Style { return lipgloss.NewStyle().Foreground(lipgloss.Color(c)) }
	return Styles{
		Quote: fg("2").Italic(true), Gap: fg("1").Bold(true), Follow: fg("3"), Objection: fg("5"),
		Stamp: fg("8"), Dim: fg("8"), Selection: lipgloss.NewStyle().Reverse(true), Placeholder: fg("8"),
	}
}

// screen is the rows of the view without colour or the blanks at their ends.
func screen(e *Editor) []string {
	rows := strings.Split(ansi.Strip(e.View()), "\n")
	for i := range rows {
		rows[i] = strings.TrimRight(rows[i], " ")
	}
	for len(rows) > 1 && rows[len(rows)-1] == "" {
		rows = rows[:len(rows)-1]
	}
	return rows
}

func TestWrap(t *testing.T) {
	for _, c := range []struct {
		text  string
		width int
		want  []string
	}{
		{"", 10, []string{""}},
		{"one two three", 10, []string{"one two", "three"}},
		{"123456789 abc", 10, []string{"123456789", "abc"}}, // the space takes the cursor's column
		{"1234567890 abc", 10, []string{"123456789", "0 abc"}},
		{"漢字漢字漢字", 10, []string{"漢字漢字", "漢字"}},
		{"漢字漢字。字", 10, []string{"漢字漢", "字。字"}}, // a full stop begins no row
		{"a漢「字", 6, []string{"a漢", "「字"}},      // and a bracket ends none
		{"ab 👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧", 10, []string{"ab", "👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧"}},
		{"cafe\u0301 cafe\u0301", 6, []string{"cafe\u0301", "cafe\u0301"}},
		{"a\tb\tc", 20, []string{"a   b   c"}},
		{"abc\tdef", 6, []string{"abc", "def"}},
		{"\x1b[31mred", 12, []string{"␛[31mred"}},
		{"a\u202eb\u200bc\r", 20, []string{"a<202E>b<200B>c␍"}},
		{"x\xffy\x7f", 20, []string{"x<FF>y␡"}},
		{"\xff\u0301\t\xc2", 20, []string{"<FF><0301>  <C2>"}},
		{"🇩🇪\xc2", 20, []string{"🇩🇪<C2>"}},
		{"\u0301a", 20, []string{"<0301>a"}}, // nothing to sit on
	} {
		e := focused(c.text)
		e.SetSize(c.width, 6)
		if got := screen(e); !slices.Equal(got, c.want) {
			t.Errorf("%q at %d: got %q, want %q", c.text, c.width, got, c.want)
		}
	}
}

func TestCursor(t *testing.T) {
	for _, c := range []struct {
		name, text string
		keys       string
		x, y       int
	}{
		{"end of the text", "abc", "ctrl+end", 3, 0},
		{"over a wide rune", "a漢b", "right right", 3, 0},
		{"over a combining mark", "e\u0301x", "right", 1, 0},
		{"over a joined emoji", "👨‍👩‍👧x", "right", 2, 0},
		{"over a flag", "🇩🇪🇫🇷", "right", 2, 0},
		{"over a tab", "a\tb", "right right", 4, 0},
		{"over a shown control", "\x1b\u202ex", "right right", 7, 0},
		{"back over them all", "\x1b漢\te\u0301", "end left left left left", 0, 0},
		{"at the edge of a row", "one two three", "right right right right right right right", 7, 0},
		{"on the next row", "one two three", "right right right right right right right right", 0, 1},
		{"down keeps the column over a short line", "abcdef\nx\nabcdef", "end down down", 6, 2},
		{"down takes the next row of a line", "one two three", "right down", 1, 1},
		{"down into the middle of a wide rune", "abc\n漢字", "right down", 0, 1},
		{"a full row", "123456789", "end", 9, 0},
		{"a full row and a space", "123456789 ", "end", 9, 0},
		{"words", "one, two", "ctrl+right ctrl+right ctrl+right", 8, 0},
		{"words back", "one, two", "end ctrl+left ctrl+left", 3, 0},
		{"over the line's end", "a\nb", "right right", 0, 1},
		{"home stops after the stamp", "[1:02] x", "end home", 7, 0},
		{"and then at the beginning", "[1:02] x", "end home home", 0, 0},
		{"left ends a selection at its left", "abcd", "right shift+right shift+right left", 1, 0},
	} {
		e := focused(c.text)
		e.SetSize(10, 4)
		press(e, strings.Fields(c.keys)...)
		if got := e.Cursor(); got == nil || got.X != c.x || got.Y != c.y {
			t.Errorf("%s: got %+v, want %d,%d", c.name, got, c.x, c.y)
		}
	}
}

func TestKeysEdit(t *testing.T) {
	for _, c := range []struct{ text, keys, want string }{
		{"one two", "end ctrl+w", "one "},
		{"one two", "end alt+backspace ctrl+backspace", ""},
		{"one two", "alt+d", " two"},
		{"one two", "end ctrl+u", ""},
		{"[12:30] one", "end ctrl+u", "[12:30] "},
		{"e\u0301", "end backspace", ""},
		{"ab", "delete", "b"},
		{"a\nb", "end delete", "ab"},
		{"a\nb", "down ctrl+h", "ab"},
		{"abc", "shift+right shift+right x", "xc"},
		{"abc", "ctrl+shift+a x", "x"},
		{"a\nb", "shift+down backspace", "b"},
		{"ab", "right enter", "a\nb"},
		{"", "日本", "日本"},
	} {
		e := focused(c.text)
		press(e, strings.Fields(c.keys)...)
		if e.Text() != c.want {
			t.Errorf("%q, %s: got %q, want %q", c.text, c.keys, e.Text(), c.want)
		}
	}
}

func TestKeysLeftToTheApp(t *testing.T) {
	e := focused("text")
	v := e.Version()
	for _, k := range []string{
		"tab", "esc", "shift+tab", "ctrl+k", "ctrl+f", "ctrl+g", "ctrl+s", "ctrl+n", "ctrl+p", "ctrl+z", "ctrl+y", "ctrl+r",
	} {
		if _, handled := e.Update(keyMsg(k)); handled {
			t.Errorf("%s was taken", k)
		}
	}
	for r := ' '; r <= '~'; r++ {
		if _, handled := e.Update(keyMsg(string(r))); !handled {
			t.Errorf("%q was not typed", r)
		}
	}
	if want := v + '~' - ' ' + 1; e.Version() != uint64(want) {
		t.Errorf("version %d, want %d", e.Version(), want)
	}
	e.Blur()
	if _, handled := e.Update(keyMsg("x")); handled || e.Cursor() != nil {
		t.Error("a blurred editor takes keys or shows a cursor")
	}
}

func TestUndoIsByWords(t *testing.T) {
	e := focused("")
	press(e, strings.Split("one two", "")...)
	press(e, "enter")
	e.Update(tea.PasteMsg{Content: "pasted\r\nlines\rhere"})
	press(e, "a", "b", "left", "c")
	var got []string
	for {
		got = append(got, e.Text())
		if !e.Undo() {
			break
		}
	}
	pasted := "one two\npasted\nlines\nhere"
	want := []string{pasted + "acb", pasted + "ab", pasted, "one two\n", "one two", "one ", ""}
	if !slices.Equal(got, want) {
		t.Errorf("got %q\nwant %q", got, want)
	}
}

func TestStamps(t *testing.T) {
	now := ""
	e := New(Options{OnNewLine: func() string { return now }})
	e.Focus()
	now = "[12:30] "
	press(e, "a", "enter", "b")
	if e.Text() != "a\n[12:30] b" {
		t.Fatalf("got %q", e.Text())
	}
	press(e, "home", "left", "left", "enter")
	if e.Text() != "a\n[12:30\n] b" {
		t.Errorf("a line with text was stamped: %q", e.Text())
	}
	e.SetText("[1:02:03] ")
	press(e, "end", "backspace")
	if e.Text() != "" {
		t.Errorf("the stamp was not deleted whole: %q", e.Text())
	}
	for line, want := range map[string]int{
		"[12:30] x": 8, "  [1:02:03] ": 12, "[12:30]": 7, "[12:30]x": 0, "[1230] ": 0, "[a:b] ": 0, "[1:2:3:4] ": 0, "[12:": 0, "[": 0, "": 0,
	} {
		if got := stampLen(line); got != want {
			t.Errorf("stampLen(%q) = %d, want %d", line, got, want)
		}
	}
}

func TestMarks(t *testing.T) {
	e := focused("> said\nplain\n[12:30] ! a gap that is long enough to wrap\n? ask\n#price high")
	e.SetStyles(bright())
	e.SetSize(20, 8)
	if q, g, f, o := e.Counts(); q != 1 || g != 1 || f != 1 || o != 1 {
		t.Errorf("counts %d %d %d %d", q, g, f, o)
	}
	rows := strings.Split(e.View(), "\n")
	gap := e.pens[Gap].on
	if !strings.Contains(rows[2], e.pens[stampPen].on+"[12:30] ") || !strings.Contains(rows[2], gap+"! a gap") {
		t.Errorf("first row %q", rows[2])
	}
	if !strings.HasPrefix(rows[3], gap) {
		t.Errorf("the wrapped row lost its colour: %q", rows[3])
	}
	press(e, "delete")
	if q, _, _, _ := e.Counts(); q != 0 {
		t.Error("the quote still counts without its mark")
	}
}

func TestOwnersEdits(t *testing.T) {
	e := focused("one\n\nthree")
	e.InsertLine("1b")
	press(e, "down")
	if e.Text() != "one\n1b\n\nthree" || e.LineNumber() != 3 {
		t.Fatalf("got %q at line %d", e.Text(), e.LineNumber())
	}
	e.InsertLine("two") // takes the empty line
	if e.Text() != "one\n1b\ntwo\nthree" || e.cur != (Pos{2, 3}) {
		t.Fatalf("got %q at %v", e.Text(), e.cur)
	}
	press(e, "left")
	e.SetLine("! two")
	if e.CurrentLine() != "! two" || e.cur != (Pos{2, 4}) {
		t.Fatalf("marking moved the cursor from its word: %q at %v", e.CurrentLine(), e.cur)
	}
	e.Adopt("zero\none\n1b\n! two\nthree\nfour")
	if e.CurrentLine() != "! two" || e.cur.Col != 4 {
		t.Errorf("a merge moved the cursor from its word: %q at %v", e.CurrentLine(), e.cur)
	}
	e.GotoEnd()
	e.Adopt(e.Text() + "\nfive")
	if e.CurrentLine() != "four" {
		t.Errorf("a line added below took the cursor: %q", e.CurrentLine())
	}
	e.GotoLine(2)
	press(e, "shift+right", "shift+right")
	if got := e.Selection(); got != "on" {
		t.Errorf("selection %q", got)
	}
	e.DeleteSelection()
	if e.CurrentLine() != "e" {
		t.Errorf("line %q", e.CurrentLine())
	}
	e.SetText("")
	if e.Undo() {
		t.Error("another document could be undone into this one")
	}
}

func TestScrolling(t *testing.T) {
	var b strings.Builder
	for i := range 100 {
		fmt.Fprintf(&b, "line %d\n", i)
	}
	e := focused(strings.TrimSuffix(b.String(), "\n"))
	e.SetSize(20, 5)
	e.GotoEnd()
	if got := screen(e); got[0] != "line 95" || got[4] != "line 99" {
		t.Errorf("at the end: %q", got)
	}
	if top, visible, total := e.ScrollInfo(); top != 95 || visible != 5 || total != 100 {
		t.Errorf("scroll bar %d+%d of %d", top, visible, total)
	}
	e.Wheel(-10)
	if got := screen(e); got[0] != "line 85" || e.Cursor() != nil {
		t.Errorf("after the wheel: %q, cursor %v", got, e.Cursor())
	}
	e.Wheel(1000)
	if got := screen(e); got[0] != "line 95" {
		t.Errorf("the wheel went past the end: %q", got)
	}
	e.Click(3, 1)
	if c := e.Cursor(); e.LineNumber() != 97 || c == nil || c.X != 3 || c.Y != 1 {
		t.Errorf("clicked line %d, cursor %v", e.LineNumber(), c)
	}
	e.Drag(6, 2)
	if got := e.Selection(); got != "e 96\nline 9" {
		t.Errorf("dragged over %q", got)
	}
	press(e, "pgup")
	if e.LineNumber() != 94 {
		t.Errorf("a page up is line %d", e.LineNumber())
	}
	press(e, "ctrl+home")
	e.SetSize(20, 200)
	if top, visible, total := e.ScrollInfo(); top != 0 || visible != 100 || total != 100 {
		t.Errorf("scroll bar %d+%d of %d", top, visible, total)
	}
}

func TestPlaceholder(t *testing.T) {
	e := New(Options{Placeholder: "What was said?\n> marks a quote"})
	e.SetSize(12, 4)
	if got := screen(e); !slices.Equal(got, []string{"What was", "said?", "> marks a", "quote"}) {
		t.Errorf("got %q", got)
	}
	e.Focus()
	press(e, "x")
	if got := screen(e); !slices.Equal(got, []string{"x"}) {
		t.Errorf("got %q", got)
	}
}

func TestNoRoom(t *testing.T) {
	e := focused("words\t漢字\x1b")
	for _, size := range [][2]int{{0, 0}, {0, 2}, {2, 0}, {1, 1}} {
		e.SetSize(size[0], size[1])
		press(e, "ctrl+shift+a", "down", "pgdown", "end")
		e.Cursor()
		e.ScrollInfo()
		if got := strings.Count(e.View(), "\n"); got != max(size[1]-1, 0) {
			t.Errorf("%v: %d line ends", size, got)
		}
	}
}
