package note

import (
	"regexp"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"
)

// The pieces documents and edits are made of: what people write, and what breaks editors.
var pieces = []string{
	"a", "b", "word", "words and more words, then", " ", "  ", "\t", "\n", "\n\n", "> quote", "! gap", "? ask", "#price",
	"é", "e\u0301", "\u0301", "漢字", "、", "ひらがな", "한글", "👍", "👨‍👩‍👧", "❤️", "🇩🇪", "🇩", "1️⃣", "\U0001F3FB",
	"\x1b[31m", "\x1b]52;c;eA==\a", "\x00", "\x7f", "\u0085", "\u009b", "\u202e", "\u2066", "\u200b", "\u200d", "\u2028",
	"\ufeff", "\u00ad", "\u0600", "\u0e33", "\u0d4e", "\u093e", "\xff", "\xf0\x9f", "\r", "\r\n",
	"aVeryLongWordThatDoesNotFitOnAnyRowOfTheScreenBecauseItJustGoesOnAndOn",
}

func texts() *rapid.Generator[string] {
	piece := rapid.OneOf(rapid.SampledFrom(pieces), rapid.SampledFrom(pieces), rapid.StringN(0, 3, -1),
		rapid.Map(rapid.SliceOfN(rapid.Byte(), 0, 3), func(b []byte) string { return string(b) }))
	return rapid.Map(rapid.SliceOfN(piece, 0, 30), func(p []string) string { return strings.Join(p, "") })
}

func classify(line string) Class {
	if line = line[stampLen(line):]; line == "" {
		return Plain
	}
	return Class(1 + strings.IndexByte(">!?#", line[0]))
}

func focused(text string) *Editor {
	e := New(Options{Classify: classify})
	e.SetText(text)
	e.Focus()
	return e
}

// press sends keys by name: "ctrl+left", or what they type.
func press(e *Editor, keys ...string) {
	for _, k := range keys {
		e.Update(keyMsg(k))
	}
}

func keyMsg(name string) tea.KeyPressMsg {
	var m tea.KeyPressMsg
	for prefix, mod := range map[string]tea.KeyMod{"ctrl+": tea.ModCtrl, "alt+": tea.ModAlt, "shift+": tea.ModShift} {
		if rest := strings.Replace(name, prefix, "", 1); rest != name && rest != "" {
			name, m.Mod = rest, m.Mod|mod
		}
	}
	codes := map[string]rune{
		"left": tea.KeyLeft, "right": tea.KeyRight, "up": tea.KeyUp, "down": tea.KeyDown, "home": tea.KeyHome, "end": tea.KeyEnd,
		"pgup": tea.KeyPgUp, "pgdown": tea.KeyPgDown, "enter": tea.KeyEnter, "backspace": tea.KeyBackspace,
		"delete": tea.KeyDelete, "tab": tea.KeyTab, "esc": tea.KeyEscape,
	}
	if c, ok := codes[name]; ok {
		m.Code = c
		return m
	}
	m.Code = []rune(name)[0]
	if len([]rune(name)) > 1 {
		m.Code = tea.KeyExtended
	}
	if m.Mod == 0 {
		m.Text = name
	}
	return m
}

func TestTextComesBackByteForByte(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := texts().Draw(t, "text")
		if got := focused(s).Text(); got != s {
			t.Fatalf("got %q, want %q", got, s)
		}
	})
}

// offset is where the cursor is in the whole text.
func offset(e *Editor, p Pos) int {
	return len(e.slice(Pos{}, p))
}

// clusterBefore is how far back from a place in s its cluster begins, found the
// slow way. The place may be inside the cluster, when typing has made it one.
func clusterBefore(s string, at int) int {
	start := strings.LastIndexByte(s[:at], '\n') + 1
	line, _, _ := strings.Cut(s[start:], "\n")
	for {
		c := cluster(line, ansi.GraphemeWidth)
		if start+len(c) >= at {
			return at - start
		}
		start, line = start+len(c), line[len(c):]
	}
}

var moves = []string{
	"left", "right", "up", "down", "home", "end", "pgup", "pgdown", "ctrl+left", "ctrl+right", "ctrl+home", "ctrl+end",
	"shift+left", "shift+right", "shift+up", "shift+down", "shift+end", "shift+ctrl+right",
}

// Whatever is done to an editor is done to a plain string beside it, and the
// two must agree: on the text, the cursor, and all that is kept incrementally.
func TestEditsAgreeWithAString(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ref := strings.ReplaceAll(texts().Draw(t, "text"), "[", "")
		e := focused(ref)
		e.SetSize(rapid.IntRange(1, 30).Draw(t, "w"), rapid.IntRange(1, 8).Draw(t, "h"))
		original, version, at := ref, e.Version(), 0

		put := func(s string) { // in the reference, in the place of the selection
			from, to := e.selected()
			i, j := offset(e, from), offset(e, to)
			ref, at = ref[:i]+s+ref[j:], i+len(s)
		}
		t.Repeat(map[string]func(*rapid.T){
			"move": func(t *rapid.T) {
				press(e, rapid.SampledFrom(moves).Draw(t, "key"))
				at = offset(e, e.cur)
			},
			"click": func(t *rapid.T) {
				e.Click(rapid.IntRange(0, 40).Draw(t, "x"), rapid.IntRange(0, 10).Draw(t, "y"))
				at = offset(e, e.cur)
			},
			"type": func(t *rapid.T) {
				s := rapid.SampledFrom([]string{"a", "B", " ", ">", "é", "漢", "\u0301", "👨‍👩‍👧", "ok "}).Draw(t, "text")
				put(s)
				press(e, s)
			},
			"enter": func(*rapid.T) { put("\n"); press(e, "enter") },
			"paste": func(t *rapid.T) {
				s := strings.ReplaceAll(texts().Draw(t, "text"), "[", "")
				put(unixLines(s))
				e.Update(tea.PasteMsg{Content: s})
			},
			"backspace": func(*rapid.T) {
				switch {
				case e.selecting:
					put("")
				case at > 0 && ref[at-1] == '\n':
					ref, at = ref[:at-1]+ref[at:], at-1
				case at > 0:
					n := clusterBefore(ref, at)
					ref, at = ref[:at-n]+ref[at:], at-n
				}
				press(e, "backspace")
			},
			"adopt": func(t *rapid.T) {
				ref = texts().Draw(t, "text")
				e.Adopt(ref)
				at = offset(e, e.cur)
			},
			"undo and redo": func(t *rapid.T) {
				if e.Undo() {
					e.Redo()
				}
				at = offset(e, e.cur)
			},
			"": func(t *rapid.T) {
				if got := e.Text(); got != ref {
					t.Fatalf("text is %q, want %q", got, ref)
				}
				if got := offset(e, e.cur); got != at {
					t.Fatalf("cursor at byte %d, want %d of %q", got, at, ref)
				}
				if e.Version() < version {
					t.Fatal("version went back")
				}
				version = e.Version()
				fresh := focused(ref)
				fresh.SetSize(e.layout.width, e.height)
				if e.counts != fresh.counts || e.rows != fresh.rows {
					t.Fatalf("sums have drifted: %v %d, want %v %d", e.counts, e.rows, fresh.counts, fresh.rows)
				}
				checkScreen(t, e)
			},
		})

		final := e.Text()
		for e.Undo() {
		}
		if got := e.Text(); got != original {
			t.Fatalf("all undone is %q, want %q", got, original)
		}
		for e.Redo() {
		}
		if got := e.Text(); got != final {
			t.Fatalf("all redone is %q, want %q", got, final)
		}
	})
}

var sgr = regexp.MustCompile(`\x1b\[[0-9;:]*m`)

// checkScreen: the view has its exact size and nothing in it that could move
// the terminal's cursor, and the editor's cursor is inside it.
func checkScreen(t interface{ Fatalf(string, ...any) }, e *Editor) {
	w, h := e.layout.width, e.height
	rows := strings.Split(e.View(), "\n")
	if len(rows) != h {
		t.Fatalf("%d rows, want %d", len(rows), h)
	}
	for _, r := range rows {
		if got := e.layout.method.StringWidth(r); got != w {
			t.Fatalf("row %q is %d wide, want %d", r, got, w)
		}
		if !utf8.ValidString(r) {
			t.Fatalf("row %q sends broken bytes to the terminal", r)
		}
		for _, c := range sgr.ReplaceAllString(r, "") {
			if unicode.IsControl(c) || strings.ContainsRune("\u200b\u202a\u202e\u2066\u2069\ufeff", c) {
				t.Fatalf("row %q sends %U to the terminal", r, c)
			}
		}
	}
	c := e.Cursor()
	if e.follow && c == nil {
		t.Fatalf("no cursor")
	}
	if c != nil && (c.X < 0 || c.X >= w || c.Y < 0 || c.Y >= h) {
		t.Fatalf("cursor %v outside %dx%d", c.Position, w, h)
	}
	if top, visible, total := e.ScrollInfo(); top < 0 || visible > h || top+visible > total {
		t.Fatalf("scroll bar %d+%d of %d", top, visible, total)
	}
	if view := strings.Join(rows, "\n"); view != e.draw() {
		t.Fatalf("the remembered view is stale")
	}
}

func TestScreenIsExactAndSafe(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		e := focused(texts().Draw(t, "text"))
		e.SetStyles(bright())
		e.SetSize(rapid.IntRange(1, 20).Draw(t, "w"), rapid.IntRange(1, 6).Draw(t, "h"))
		if rapid.Bool().Draw(t, "rune by rune") {
			e.SetWidthMethod(ansi.WcWidth)
		}
		for range rapid.IntRange(0, 20).Draw(t, "moves") {
			press(e, rapid.SampledFrom(moves).Draw(t, "key"))
			checkScreen(t, e)
		}
		e.Wheel(rapid.IntRange(-5, 5).Draw(t, "wheel"))
		checkScreen(t, e)
	})
}

func FuzzText(f *testing.F) {
	for _, p := range pieces {
		f.Add(p, 7)
	}
	f.Fuzz(func(t *testing.T, s string, w int) {
		e := focused(s)
		if e.Text() != s {
			t.Fatal("the text did not come back")
		}
		e.SetSize(1+(w&0x3f), 5)
		e.GotoEnd()
		checkScreen(t, e)
		press(e, "a", "ctrl+left", "backspace", "pgup", "shift+right", "delete")
		checkScreen(t, e)
	})
}
