package widget

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"pgregory.net/rapid"

	"github.com/gapbook/gapbook/tui/keys"
	"github.com/gapbook/gapbook/tui/layout"
	"github.com/gapbook/gapbook/tui/style"
)

func theme() *style.Theme {
	t := style.New(true, colorprofile.TrueColor)
	return &t
}

func exact(t *testing.T, name, block string, w, h int) {
	t.Helper()
	lines := layout.Lines(block)
	if h > 0 && len(lines) != h {
		t.Errorf("%s: %d lines, want %d", name, len(lines), h)
	}
	for i, l := range lines {
		if layout.Width(l) != w {
			t.Errorf("%s: line %d has %d cells, want %d: %q", name, i, layout.Width(l), w, layout.Plain(l))
		}
	}
}

func TestEverythingIsExact(t *testing.T) {
	th := theme()
	v, b, f := 2, 80.0, 31.0
	anchors := []string{
		"Nothing is written", "A slide names the stages; two reps give two answers.", "Most have them",
		"Every stage asks for something the buyer did; over half of the sampled deals show it.", "Nine of ten",
	}
	for _, w := range []int{30, 38, 78, 120} {
		r := Rating{Value: &v, Anchors: anchors}
		exact(t, "rating line", r.Line(th, w), w, 1)
		exact(t, "rating", r.View(th, w, 12), w, 0)
		exact(t, "choice", Choice(th, w, []Option{{"yes", "yes", "y", style.Check}, {"no", "no", "n", style.Cross}}, "no"), w, 1)
		exact(t, "bar", Bar(th, w, 0.37), w, 1)
		exact(t, "progress", Progress(th, w, 12, "Stages", 3, 1, 5), w, 1)
		exact(t, "progress without a whole", Progress(th, w, 12, "Operations", 3, 0, 0), w, 1)
		exact(t, "dumbbell", Dumbbell(th, w, &b, &f, 75), w, 1)
		exact(t, "no dumbbell", Dumbbell(th, w, nil, nil, 75), w, 1)
		exact(t, "scale", Scale(th, w), w, 1)
		exact(t, "matrix", Matrix(th, w, 16, []Spot{{1, 5, 4, true, false}, {2, 5, 4, false, true}, {12, 1, 1, false, false}}), w, 0)
		exact(t, "funnel", FunnelBars(th, w, []FunnelBar{
			{"Discovery", 410, "410", false, "52 %"}, {"Proposal", 212, "212", true, "few"}, {"Negotiation", 0, "0", false, ""},
		}), w, 5)
	}
}

func TestMatrixTellsWhatDoesNotFit(t *testing.T) {
	var spots []Spot
	for i := range 9 {
		spots = append(spots, Spot{Number: i + 1, Impact: 5, Ease: 5})
	}
	got := layout.Plain(Matrix(theme(), 50, 11, spots))
	if !strings.Contains(got, "+") {
		t.Errorf("no count of the rest:\n%s", got)
	}
}

func TestABarShowsSomethingForSomething(t *testing.T) {
	if got := layout.Plain(Bar(theme(), 10, 0.001)); strings.HasPrefix(got, style.Rule) {
		t.Errorf("%q", got)
	}
	if got := layout.Plain(Bar(theme(), 10, 1)); got != strings.Repeat(style.BarLine, 10) {
		t.Errorf("%q", got)
	}
}

func numbers(n int) Rows {
	return Rows{
		N:    n,
		Key:  func(i int) string { return fmt.Sprint("k", i) },
		Cell: func(i, _ int) string { return fmt.Sprint("row ", i) },
		Text: func(i int) string { return fmt.Sprint("row ", i) },
	}
}

func TestListDrawsOnlyWhatIsSeen(t *testing.T) {
	l := NewList(theme(), Column{Title: "Name"})
	r := numbers(10_000)
	drawn := 0
	cell := r.Cell
	r.Cell = func(i, c int) string { drawn++; return cell(i, c) }
	l.SetRows(r)
	l.Do(keys.Bottom)
	got := l.View(30, 10)
	exact(t, "list", got, 30, 10)
	if drawn > 10 || !strings.Contains(layout.Plain(got), "row 9999") {
		t.Errorf("%d cells drawn:\n%s", drawn, layout.Plain(got))
	}
}

func TestListKeepsItsSelection(t *testing.T) {
	l := NewList(theme(), Column{})
	l.SetRows(numbers(20))
	l.Select("k7")
	r := numbers(20)
	r.Key = func(i int) string { return fmt.Sprint("k", i-3) } // three rows came before it
	l.SetRows(r)
	if l.Key() != "k7" || l.Index() != 10 {
		t.Errorf("%s at %d", l.Key(), l.Index())
	}
	l.AskFilter()
	l.Type(tea.PasteMsg{Content: "10"})
	if l.Key() != "k7" || l.Len() != 1 {
		t.Errorf("%s of %d", l.Key(), l.Len())
	}
	if !l.Back() || l.Back() || l.Key() != "k7" || l.Len() != 20 {
		t.Errorf("after the filter: %s of %d", l.Key(), l.Len())
	}
}

func TestListStepsOverHeadings(t *testing.T) {
	l := NewList(theme(), Column{})
	r := numbers(6)
	r.Note = func(i int) bool { return i == 0 || i == 3 }
	l.SetRows(r)
	var seen []int
	for range 6 {
		seen = append(seen, l.Index())
		l.Do(keys.Down)
	}
	if fmt.Sprint(seen) != "[1 2 4 5 5 5]" {
		t.Errorf("down: %v", seen)
	}
	l.Do(keys.Top)
	if l.Index() != 1 {
		t.Errorf("top: %d", l.Index())
	}
}

// A field behaves like a slice of letters with a cursor, whatever is typed.
func TestInput(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var in Input
		th := theme()
		for range rapid.IntRange(1, 30).Draw(t, "steps") {
			before := in.Text()
			switch key := rapid.SampledFrom([]string{"type", "left", "right", "home", "end", "backspace", "delete", "ctrl+w", "ctrl+k", "ctrl+u"}).Draw(t, "key"); key {
			case "type":
				s := rapid.SampledFrom([]string{"a", "é", "e\u0301", "日", "👩‍👩‍👧", " ", "\u0301", "?", "\x1b"}).Draw(t, "text")
				in.Update(tea.KeyPressMsg{Text: s})
				if len(in.Text()) != len(before)+len(s) {
					t.Fatalf("%q + %q = %q", before, s, in.Text())
				}
			default:
				in.press(key)
			}
			w := rapid.IntRange(4, 20).Draw(t, "w")
			line, x := in.View(th, w)
			if layout.Width(line) != w || x < 0 || x >= w {
				t.Fatalf("%q in %d cells: %q, cursor %d", in.Text(), w, layout.Plain(line), x)
			}
		}
	})
}

func TestInputSelected(t *testing.T) {
	for key, want := range map[string]string{
		"x": "x", "backspace": "", "left": "x12:41", "right": "12:41x", "end": "12:41x", "ctrl+k": "12:41x", "ctrl+u": "x",
	} {
		var in Input
		th := theme()
		in.SetText("12:41")
		in.SelectAll()
		if line, _ := in.View(th, 9); layout.Width(line) != 9 {
			t.Errorf("%q", line)
		}
		if key != "x" && key != "backspace" {
			in.press(key)
		}
		if key == "backspace" {
			in.press(key)
		} else {
			in.Update(tea.KeyPressMsg{Code: 'x', Text: "x"})
		}
		if in.Text() != want {
			t.Errorf("%s: %q, want %q", key, in.Text(), want)
		}
	}
}

func TestInputPaste(t *testing.T) {
	var in Input
	in.SetText("ab")
	in.press("left")
	in.Update(tea.PasteMsg{Content: "x\r\ny\n"})
	if in.Text() != "ax yb" {
		t.Errorf("%q", in.Text())
	}
}

func BenchmarkList(b *testing.B) {
	l := NewList(theme(), Column{Title: "Name"}, Column{Width: 10})
	l.SetRows(numbers(10_000))
	for b.Loop() {
		l.Do(keys.Down)
		l.View(80, 20)
	}
}

// With 16 colours and with none the selected row is reversed from end to end, whatever colours are in it.
func TestSelectionIsSeenWithFewColours(t *testing.T) {
	for _, profile := range []colorprofile.Profile{colorprofile.ANSI, colorprofile.ASCII, colorprofile.NoTTY} {
		th := style.New(true, profile)
		got := Raise(&th, th.Dim.Render("one")+" "+th.Bad.Render("two"))
		on, rest, _ := strings.Cut(got, "one two")
		if !strings.Contains(on, "7") || strings.Contains(rest, "two") {
			t.Errorf("%v: %q", profile, got)
		}
	}
}
