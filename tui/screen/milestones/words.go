package milestones

import (
	"strings"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/follow"
	"github.com/gapbook/gapbook/model/playbook"
	"github.com/gapbook/gapbook/tui/screen/scores/explain"
	"github.com/gapbook/gapbook/tui/style"
)

// FromBook are the playbook's milestones, dated from a day on; a date that falls on a weekend moves back to Friday.
func FromBook(pb *playbook.Playbook, from model.Date) []model.Milestone {
	var out []model.Milestone
	for _, s := range pb.MapTemplate {
		x := model.Milestone{What: s.What, Owner: s.Owner}
		if _, ok := from.Time(); ok {
			x.Due = friday(from.AddDays(s.Days))
		}
		out = append(out, x)
	}
	return out
}

func friday(d model.Date) model.Date {
	t, ok := d.Time()
	if !ok {
		return d
	}
	switch t.Weekday() {
	case 6:
		return d.AddDays(-1)
	case 0:
		return d.AddDays(-2)
	}
	return d
}

// Glyph is what became of a milestone, in one cell.
func Glyph(th *style.Theme, m follow.Milestone) string {
	switch m.Outcome {
	case follow.Hit:
		return th.Good.Render(style.Check)
	case follow.Late:
		return th.Warn.Render(style.Clock)
	case follow.Redated:
		return th.Warn.Render(style.Move)
	case follow.Missing:
		return th.Bad.Render(style.Cross)
	}
	if m.Done != "" {
		return th.Good.Render(style.Check)
	}
	return th.Dim.Render(style.Ring)
}

// Words say what became of a milestone, and why it counts as it does.
func Words(m follow.Milestone) string {
	agreed, due, done := explain.Weekday(m.Agreed), explain.Weekday(m.Due), explain.Weekday(m.Done)
	switch m.Outcome {
	case follow.Hit:
		return "a hit: done " + done + ", agreed for " + agreed
	case follow.Late:
		return "a miss: agreed for " + agreed + ", done " + done
	case follow.Redated:
		return "a miss: agreed for " + agreed + ", moved to " + due + ", done " + done
	case follow.Missing:
		if m.Due.After(m.Agreed) {
			return "a miss: agreed for " + agreed + ", moved to " + due + ", not done yet"
		}
		return "a miss: agreed for " + agreed + ", not done yet"
	case follow.Undated:
		return "no date was agreed: it counts nowhere"
	}
	if m.Done != "" {
		return "done " + done + ", ahead of " + agreed + "; it counts from then on"
	}
	if m.Due.After(m.Agreed) {
		return "moved from " + agreed + " to " + due + ": it will be a miss"
	}
	return "due " + due
}

// Side is whose a milestone is.
func Side(owner string) string {
	if s := strings.TrimSpace(owner); s != "" {
		return s
	}
	return style.Minus
}

// Redated are the date fields of a milestone whose date moves: the date first agreed is kept once, and never changes.
func Redated(m model.Milestone, to model.Date) (first model.Date, keep bool) {
	if m.FirstDue != "" || m.Due == "" || to == m.Due || to == "" {
		return m.FirstDue, false
	}
	return m.Due, true
}
