package portfolio

import (
	"cmp"
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/gapbook/gapbook/model/portfolio"
	"github.com/gapbook/gapbook/tui/keys"
	"github.com/gapbook/gapbook/tui/layout"
	"github.com/gapbook/gapbook/tui/screen/scores/explain"
	"github.com/gapbook/gapbook/tui/style"
	"github.com/gapbook/gapbook/tui/widget"
)

const (
	headH = 2
	wide  = 104
)

// sorts are the orders, each best known by its first row.
var sorts = []struct {
	name string
	less func(a, b *portfolio.Entry) int
}{
	{"client", nil},
	{"next date", func(a, b *portfolio.Entry) int { return cmp.Compare(late(a), late(b)) }},
	{"lowest field score", func(a, b *portfolio.Entry) int { return known(a.Overall, b.Overall, false) }},
	{"widest blind spots", func(a, b *portfolio.Entry) int { return known(a.BlindSpots, b.BlindSpots, true) }},
	{"least of the plan done", func(a, b *portfolio.Entry) int { return cmp.Compare(share(a), share(b)) }},
}

// late puts what has no date after all that has one.
func late(x *portfolio.Entry) string { return cmp.Or(string(x.Next), "~") }

func share(x *portfolio.Entry) float64 {
	if x.Actions == 0 {
		return 2
	}
	return float64(x.Done) / float64(x.Actions)
}

// known compares two numbers; one that does not exist comes last.
func known(a, b *float64, down bool) int {
	switch {
	case a == nil && b == nil:
		return 0
	case a == nil:
		return 1
	case b == nil:
		return -1
	case down:
		return cmp.Compare(*b, *a)
	}
	return cmp.Compare(*a, *b)
}

func base(path string) string { return filepath.Base(path) }

// build makes the lists for the width: a list keeps its columns.
func (p *Page) build() {
	class := 1
	if p.W >= wide {
		class = 2
	}
	if class == p.class {
		return
	}
	p.class = class
	key, t := "", p.Env.Style
	if p.list != nil {
		key = p.list.Key()
	}
	p.list = widget.NewList(t,
		widget.Column{Title: "Client"},
		widget.Column{Title: "Segment", Drop: wide},
		widget.Column{Title: "Stands at", Width: 13},
		widget.Column{Title: "Field", Width: 5, Right: true},
		widget.Column{Title: "Blind", Width: 5, Right: true},
		widget.Column{Title: "Stages", Width: 6, Right: true, Drop: wide},
		widget.Column{Title: "Talks", Width: 5, Right: true, Drop: wide},
		widget.Column{Title: "Calls", Width: 5, Right: true},
		widget.Column{Title: "Plan", Width: 7, Right: true},
		widget.Column{Title: "Late", Width: 4, Right: true},
		widget.Column{Title: "Next", Width: 10})
	p.list.Empty = "reading…"
	p.spread = widget.NewList(t,
		widget.Column{Title: "Practice"},
		widget.Column{Title: "0" + strings.Repeat(" ", p.stripW()-4) + "100", Width: p.stripW()},
		widget.Column{Title: "n", Width: 5, Right: true},
		widget.Column{Title: "¼", Width: 3, Right: true},
		widget.Column{Title: "½", Width: 3, Right: true},
		widget.Column{Title: "¾", Width: 3, Right: true},
		widget.Column{Title: "Here", Width: 4, Right: true},
		widget.Column{Title: "Below", Width: 5, Right: true})
	p.fill()
	p.fillSpread()
	p.list.Select(key)
}

// stripW is how wide a distribution is drawn.
func (p *Page) stripW() int {
	if p.class == 1 {
		return 15
	}
	return 31
}

// fill sorts the engagements; files that were passed over come last.
func (p *Page) fill() {
	rows := slices.Clone(p.rows) // a command may still read the ones before
	slices.SortStableFunc(rows, func(a, b row) int {
		switch {
		case a.x == nil && b.x == nil:
			return cmp.Compare(a.path, b.path)
		case a.x == nil:
			return 1
		case b.x == nil:
			return -1
		}
		n := 0
		if less := sorts[p.by].less; less != nil {
			n = less(a.x, b.x)
		}
		return cmp.Or(n, cmp.Compare(strings.ToLower(p.name(&a)), strings.ToLower(p.name(&b))), cmp.Compare(a.path, b.path))
	})
	p.rows = rows
	p.list.SetRows(widget.Rows{
		N:   len(rows),
		Key: func(i int) string { return rows[i].path },
		Text: func(i int) string {
			if p.anon || rows[i].x == nil {
				return p.name(&rows[i])
			}
			return rows[i].x.Client + " " + rows[i].x.Title + " " + rows[i].x.Stands + " " + word(rows[i].x.Segment)
		},
		Cell: func(i, col int) string { return p.cell(&rows[i], col) },
	})
}

func word(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

func (p *Page) cell(r *row, col int) string {
	t, x := p.Env.Style, r.x
	if col == 0 {
		return p.name(r)
	}
	if x == nil {
		switch {
		case col != 2:
			return ""
		case r.locked:
			return t.Dim.Render("locked")
		}
		return t.Bad.Render(style.Warn + " cannot read")
	}
	switch col {
	case 1:
		return t.Dim.Render(layout.Clean(word(x.Segment)))
	case 2:
		return x.Stands
	case 3:
		return explain.Points(x.Overall)
	case 4:
		return explain.Points(x.BlindSpots)
	case 5:
		return t.Dim.Render(fmt.Sprintf("%d/%d", x.Audited, x.OfStages))
	case 6:
		return t.Dim.Render(strconv.Itoa(x.Interviews))
	case 7:
		return t.Dim.Render(strconv.Itoa(x.Calls))
	case 8:
		if x.Actions == 0 {
			return t.Dim.Render(style.Minus)
		}
		return fmt.Sprintf("%d/%d", x.Done, x.Actions)
	case 9:
		if x.Overdue == 0 {
			return ""
		}
		return t.Bad.Render(style.Clock + strconv.Itoa(x.Overdue))
	}
	return t.Dim.Render(cmp.Or(layout.Clean(string(x.Next)), style.Minus))
}

func (p *Page) View() string {
	if p.view == "" {
		p.view = p.draw()
	}
	return p.view
}

func (p *Page) draw() string {
	t, all := p.Env.Style, layout.Screen(p.W, p.H)
	rows := all.Rows(0, layout.Fixed(headH), layout.Flex(1), layout.Fixed(1), layout.Fixed(3))
	rule := t.Border.Render(strings.Repeat(style.Rule, p.W))
	if p.practices {
		return layout.Stack(layout.BlockLines(p.spreadHead(), rows[0]), p.spread.View(rows[1].W, rows[1].H), rule, layout.BlockLines(p.spreadDetail(rows[3].W), rows[3]))
	}
	if p.done() && len(p.rows) == 0 {
		lines := []string{"", "  " + t.Strong.Render("No engagements in this folder"), "  " + t.Dim.Render(layout.Clean(p.folder()))}
		if p.err != nil {
			lines = append(lines, "", "  "+t.Bad.Render(style.Warn+" "+layout.Clean(p.err.Error())))
		}
		return layout.BlockLines(lines, all)
	}
	return layout.Stack(layout.BlockLines(p.head(), rows[0]), p.list.View(rows[1].W, rows[1].H), rule, layout.BlockLines(p.detail(rows[3].W), rows[3]))
}

// head says how many there are, how far reading has come, and the order.
func (p *Page) head() []string {
	t := p.Env.Style
	n, broken, locked := 0, 0, 0
	for i := range p.rows {
		switch r := &p.rows[i]; {
		case r.x != nil:
			n++
		case r.locked:
			locked++
		default:
			broken++
		}
	}
	left := t.Text.Render(explain.Count(n, "engagement", "engagements"))
	if !p.began {
		left = t.Dim.Render("looking for engagements…")
	} else if !p.done() {
		left += t.Dim.Render(fmt.Sprintf("  reading, %d of %d files", p.read, len(p.files)))
	}
	if broken > 0 {
		left += "  " + t.Bad.Render(fmt.Sprintf("%s %d cannot be read", style.Warn, broken))
	}
	if locked > 0 {
		left += t.Dim.Render(fmt.Sprintf("  %d locked", locked))
	}
	return []string{layout.Between(left, t.Dim.Render("sorted by "+sorts[p.by].name+" ")+t.Key.Render(keys.First(keys.Sort)), p.W), ""}
}

// detail is about the selected file.
func (p *Page) detail(w int) []string {
	t, r := p.Env.Style, p.at()
	if r == nil {
		return nil
	}
	path := t.Dim.Render(layout.Clean(r.path))
	if p.anon {
		path = ""
	}
	switch {
	case r.locked:
		return []string{t.Text.Render("locked: it counts nowhere here; it is opened with its passphrase or identity"), path}
	case r.x == nil:
		var lines []string
		for _, s := range layout.WrapAtMost(layout.Clean(r.err.Error()), w, 2) {
			lines = append(lines, t.Bad.Render(s))
		}
		return append(lines, path)
	}
	x := r.x
	s := fmt.Sprintf("Field %s over %s", explain.Points(x.Overall), explain.Count(x.Scored, "practice", "practices"))
	if x.MAPs != nil {
		s += fmt.Sprintf(" %s MAP dates met %d of %d", style.Bullet, x.MAPs.K, x.MAPs.N)
	}
	if x.CORE != nil {
		s += fmt.Sprintf(" %s CORE weeks %d of %d", style.Bullet, x.CORE.K, x.CORE.N)
	}
	if x.Compared > 0 {
		s += fmt.Sprintf(" %s moved %d of %d", style.Bullet, x.Moved, x.Compared)
	}
	if r.problems > 0 {
		s += fmt.Sprintf(" %s %s in the file", style.Bullet, explain.Count(r.problems, "problem", "problems"))
	}
	var lines []string
	for _, l := range layout.WrapAtMost(s, w, 2) {
		lines = append(lines, t.Text.Render(l))
	}
	return append(lines, path)
}
