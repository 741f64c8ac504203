package plan

import (
	"testing"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/workbook"
	"github.com/gapbook/gapbook/tui/screen"
)

// fixed is a book that only shows.
type fixed struct {
	screen.Book
	e *model.Engagement
}

func (f fixed) Now() screen.Snapshot { return workbook.Snapshot{E: f.e} }

func TestDayOf(t *testing.T) {
	p := &Page{Base: screen.Base{Env: &screen.Env{Book: fixed{e: &model.Engagement{PlanStart: "2026-04-06"}}}}}
	for d, want := range map[model.Date]string{
		"2026-04-05": "before the plan starts",
		"2026-04-06": "day 0, in days 1 to 30",
		"2026-05-06": "day 30, in days 1 to 30",
		"2026-05-07": "day 31, in days 31 to 60",
		"2026-06-05": "day 60, in days 31 to 60",
		"2026-07-05": "day 90, in days 61 to 90",
		"2026-07-06": "day 91: after the 90 days",
		"soon":       "",
	} {
		if got := p.dayOf(d); got != want {
			t.Errorf("%s is %q, want %q", d, got, want)
		}
	}
}

func TestWaits(t *testing.T) {
	e := &model.Engagement{Plan: &model.Plan{Actions: []model.Action{
		{ID: "a"}, {ID: "b", Depends: []string{"a"}}, {ID: "c", Depends: []string{"b", "gone"}}, {ID: "d", Depends: []string{"d"}},
	}}}
	p := &Page{Base: screen.Base{Env: &screen.Env{Book: fixed{e: e}}}}
	for _, c := range []struct {
		id, other string
		want      bool
	}{{"c", "a", true}, {"a", "c", false}, {"c", "gone", true}, {"d", "a", false}} {
		if got := p.waits(c.id, c.other, map[string]bool{}); got != c.want {
			t.Errorf("%s waits for %s: %v", c.id, c.other, got)
		}
	}
}
