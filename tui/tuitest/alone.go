package tuitest

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/charmbracelet/colorprofile"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/score"
	"github.com/gapbook/gapbook/model/workbook"
	"github.com/gapbook/gapbook/tui/layout"
	"github.com/gapbook/gapbook/tui/screen"
	"github.com/gapbook/gapbook/tui/style"
)

// Alone is what a page lives in, without the app: an engagement in a file of its own, with its scores.
func Alone(t testing.TB, yaml string) *screen.Env {
	t.Helper()
	book, err := workbook.Open(File(t, yaml))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = book.Close() })
	th := style.New(true, colorprofile.TrueColor)
	now := book.Now()
	return &screen.Env{
		Book: book, Style: &th, Today: func() model.Date { return Today },
		Numbers: &screen.Numbers{Rev: now.Rev, Result: score.Compute(now.E, now.Playbook, score.Options{AsOf: Today})},
	}
}

// Exact draws a page in a size, which it must fill to the cell, and gives what one reads there.
func Exact(t testing.TB, s screen.Screen, w, h int) string {
	t.Helper()
	s.SetSize(w, h)
	view := s.View()
	lines := layout.Lines(view)
	if len(lines) != h {
		t.Errorf("%d by %d: %d lines", w, h, len(lines))
	}
	for i, l := range lines {
		if n := layout.Width(l); n != w {
			t.Errorf("%d by %d: line %d is %d wide: %q", w, h, i, n, layout.Plain(l))
		}
	}
	return layout.Plain(view)
}

// Whole is a whole engagement, from the first interview to the last action: the sample of a company of middle size.
func Whole(t testing.TB) string {
	t.Helper()
	up := "."
	for range 6 {
		if src, err := os.ReadFile(filepath.Join(up, "engagements", "midmarket-saas.yaml")); err == nil {
			return string(src)
		}
		up = filepath.Join(up, "..")
	}
	t.Fatal("there is no sample above this folder")
	return ""
}
