package mutuals

import (
	"testing"

	"github.com/charmbracelet/colorprofile"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/workbook"
	"github.com/gapbook/gapbook/tui/layout"
	"github.com/gapbook/gapbook/tui/screen"
	"github.com/gapbook/gapbook/tui/style"
)

func TestFillsEverySizeExactly(t *testing.T) {
	book, err := workbook.Look("../../../engagements/midmarket-saas.yaml")
	if err != nil {
		t.Fatal(err)
	}
	th := style.New(true, colorprofile.TrueColor)
	env := &screen.Env{Book: book, Style: &th, Today: func() model.Date { return "2026-05-12" }}
	p := New(env, screen.Route{}).(*Page)
	for w := 78; w <= 160; w += 3 {
		for h := 20; h <= 50; h += 5 {
			p.SetSize(w, h)
			p.list.Do("down")
			lines := layout.Lines(p.View())
			if len(lines) != h {
				t.Fatalf("%d by %d: %d lines", w, h, len(lines))
			}
			for i, l := range lines {
				if layout.Width(l) != w {
					t.Fatalf("%d by %d: line %d is %d wide: %q", w, h, i, layout.Width(l), layout.Plain(l))
				}
			}
		}
	}
}
