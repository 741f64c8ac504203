package note

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
)

func long(lines int) string {
	return strings.TrimSuffix(strings.Repeat("[12:30] > we never see the number before the call, and then it is too late to do anything\n", lines), "\n")
}

// What a key costs, to the screen: it must be the same in a long note as in an empty one.
func BenchmarkKey(b *testing.B) {
	for _, lines := range []int{0, 2_000, 50_000} {
		for _, at := range []string{"top", "end"} {
			b.Run(fmt.Sprintf("%d lines, %s", lines, at), func(b *testing.B) {
				e := focused(long(lines))
				e.SetStyles(bright())
				if at == "end" {
					e.GotoEnd()
				}
				keys := []tea.Msg{keyMsg("a"), keyMsg("b"), keyMsg("backspace"), keyMsg("c"), keyMsg("backspace"), keyMsg("backspace")}
				b.ReportAllocs()
				for i := 0; b.Loop(); i++ {
					e.Update(keys[i%len(keys)])
					e.View()
					e.Cursor()
				}
			})
		}
	}
}

func BenchmarkEnter(b *testing.B) {
	for _, lines := range []int{0, 2_000, 50_000} {
		b.Run(fmt.Sprintf("%d lines", lines), func(b *testing.B) {
			e := focused(long(lines))
			keys := []tea.Msg{keyMsg("enter"), keyMsg("backspace")}
			for i := 0; b.Loop(); i++ {
				e.Update(keys[i%len(keys)])
				e.View()
			}
		})
	}
}

func BenchmarkPaste10MB(b *testing.B) {
	s := strings.Repeat("some words that were copied out of a long transcript\r\n", 10<<20/54)
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		e := focused("")
		e.Update(tea.PasteMsg{Content: s})
		e.View()
	}
}

// One line of a megabyte: not what the editor is for, but it must not hang.
func BenchmarkKeyInHugeLine(b *testing.B) {
	e := focused(strings.Repeat("words without end ", 1<<20/18))
	for b.Loop() {
		press(e, "a")
		e.View()
	}
}
