package workbook

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func noted(t testing.TB, text string) *Book {
	t.Helper()
	path := filepath.Join(t.TempDir(), "e.yaml")
	if err := os.WriteFile(path, []byte("gapbook: 1\nclient: {name: Acme}\ntitle: "+text+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	b, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = b.Close() })
	return b
}

func (b *Book) types(t testing.TB, text string) {
	t.Helper()
	if err := b.Apply("type", Set(text, "title")); err != nil {
		t.Fatal(err)
	}
}

// What is undone at once is a word, however the letters came.
func TestTypingIsUndoneWordByWord(t *testing.T) {
	for name, c := range map[string]struct{ typed, undone []string }{
		"letters":    {[]string{"x", "x h", "x he", "x he ", "x he s", "x he said"}, []string{"x he ", "x"}},
		"in between": {[]string{"x", "x he sa", "x he said no"}, []string{"x he said ", "x he ", "x"}},
		"mended":     {[]string{"x", "x teh", "x t", "x the", "x the "}, []string{"x"}},
		"backspace":  {[]string{"x he said", "x he sai", "x he sa", "x he", "x h"}, []string{"x he", "x he said"}},
		"a paste":    {[]string{"x", "x" + strings.Repeat(" many words", 9), "x" + strings.Repeat(" many words", 9) + "y"}, []string{"x" + strings.Repeat(" many words", 9), "x"}},
		"elsewhere":  {[]string{"x y", "ax y", "ax yb"}, []string{"ax y", "x y"}},
		"at once":    {[]string{"x", "a form's new title"}, []string{"x"}},
		"nothing":    {[]string{"x", "xa", "x", "xb"}, []string{"x"}},
	} {
		b := noted(t, c.typed[0])
		for _, s := range c.typed[1:] {
			b.types(t, s)
		}
		for _, want := range c.undone {
			if _, ok := b.Undo(); !ok || b.now.E.Title != want {
				t.Errorf("%s: %q, want %q", name, b.now.E.Title, want)
			}
		}
		if _, ok := b.Undo(); ok {
			t.Errorf("%s: one more step to %q", name, b.now.E.Title)
		}
	}
}

func TestJoinedStepsUndoAndRedoExactly(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		b := noted(t, "one two")
		text := rapid.StringMatching(`[ab é\n]{0,12}`)
		for range rapid.IntRange(1, 9).Draw(r, "n") {
			b.types(t, text.Draw(r, "text"))
		}
		last := b.now.E.Title
		n := 0
		for _, ok := b.Undo(); ok; _, ok = b.Undo() {
			n++
		}
		if b.now.E.Title != "one two" {
			r.Fatalf("undone to %q", b.now.E.Title)
		}
		for range n {
			b.Redo()
		}
		if b.now.E.Title != last {
			r.Fatalf("made again to %q, not %q", b.now.E.Title, last)
		}
		_ = b.Close()
	})
}
