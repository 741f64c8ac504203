package interview

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"pgregory.net/rapid"

	"github.com/gapbook/gapbook/tui/keys"
	"github.com/gapbook/gapbook/tui/layout"
	"github.com/gapbook/gapbook/tui/screen"
)

// words is a note without the blanks that are not kept.
func words(s string) string {
	var out []string
	for l := range strings.SplitSeq(s, "\n") {
		out = append(out, strings.TrimRight(l, " \t"))
	}
	if s = strings.Join(out, "\n"); strings.TrimSpace(s) == "" {
		return ""
	}
	return strings.TrimRight(s, "\n")
}

// Whatever is pressed, in whatever order: the view has its exact size, and what stands in the notes is what was typed.
func TestAnyKeys(t *testing.T) {
	chord := func(c rune) tea.KeyPressMsg { return tea.KeyPressMsg{Code: c, Mod: tea.ModCtrl} }
	presses := []tea.KeyPressMsg{
		chord('n'), chord('p'), chord('r'), chord('k'), chord('l'), chord('t'), chord('f'), chord('z'), chord('y'),
		{Code: tea.KeyEscape},
		{Code: tea.KeyEnter},
		{Code: tea.KeyTab},
		{Code: tea.KeyUp},
		{Code: tea.KeyDown},
		{Code: tea.KeyPgDown},
		{Code: tea.KeyBackspace},
		{Code: tea.KeyEnd},
	}
	for _, r := range "!>?#a漢 0139nx-/jkGgs" {
		presses = append(presses, tea.KeyPressMsg{Code: r, Text: string(r)})
	}
	rapid.Check(t, func(rt *rapid.T) {
		p := page(t)
		w, h := rapid.IntRange(78, 130).Draw(rt, "w"), rapid.IntRange(20, 44).Draw(rt, "h")
		p.SetSize(w, h)
		for range rapid.IntRange(1, 60).Draw(rt, "n") {
			msg := rapid.SampledFrom(presses).Draw(rt, "key")
			switch screen.Key(p, msg) { // as the root does
			case keys.Back:
				p.Back()
			case keys.Undo:
				p.Flush()
				p.Env.Book.Undo()
			case keys.Redo:
				p.Flush()
				p.Env.Book.Redo()
			default:
				p.Update(msg)
			}
			if rapid.IntRange(0, 7).Draw(rt, "pause") == 0 { // rarely: each waits for the disk
				p.Flush()
			}
			p.Env.Taken()
			p.Refresh()
			lines := layout.Lines(p.View())
			if len(lines) != h {
				rt.Fatalf("%d lines of %d after %s", len(lines), h, msg)
			}
			for _, l := range lines {
				if layout.Width(l) != w {
					rt.Fatalf("%d cells of %d after %s: %q", layout.Width(l), w, msg, layout.Plain(l))
				}
			}
		}
		ed := p.run.Note()
		p.Flush()
		p.Refresh()
		if it := p.run.Item(); ed != nil && words(ed.Text()) != words(it.Note) {
			rt.Fatalf("the note says %q, the file %q", ed.Text(), it.Note)
		}
	})
}
