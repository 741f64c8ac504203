package plan

import (
	"fmt"
	"strings"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/tui/keys"
	"github.com/gapbook/gapbook/tui/layout"
	"github.com/gapbook/gapbook/tui/screen/scores/explain"
	"github.com/gapbook/gapbook/tui/style"
	"github.com/gapbook/gapbook/tui/widget"
)

// oneLine is the width from which an action takes one line rather than a card.
const oneLine = 60

// column draws the actions of one group, scrolled so that the selected one is in sight.
func (p *Page) column(g int, r layout.Rect) string {
	t := p.Env.Style
	var lines []string
	var of []int
	add := func(i int, s ...string) {
		for _, l := range s {
			lines, of = append(lines, l), append(of, i)
		}
	}
	if len(p.rows[g]) == 0 {
		add(-1, t.Dim.Render("  nothing here yet"))
	}
	begin, end := 0, 0
	for i, x := range p.rows[g] {
		if x.offered && (i == 0 || !p.rows[g][i-1].offered) {
			word := "the draft adds"
			if g == later {
				word = "ranks lower, or does not fit"
			}
			if i > 0 {
				add(-1, "")
			}
			add(-1, t.Accent.Render("  + "+word))
		}
		if dropped(x) && (i == 0 || !dropped(p.rows[g][i-1])) {
			add(-1, t.Dim.Render("  "+style.Status(string(model.Dropped))+" dropped, not counted"))
		}
		if i == p.sel[g] {
			begin = len(lines)
			if begin > 0 && of[begin-1] < 0 {
				begin-- // the heading above stays in sight
			}
		}
		add(i, p.card(x, r.W, g == p.at && i == p.sel[g])...)
		if i == p.sel[g] {
			end = len(lines)
		}
	}
	room := r.H
	if len(lines) > r.H {
		room-- // for what is below
	}
	p.top[g] = max(min(p.top[g], begin), end-room)
	p.top[g] = max(min(p.top[g], len(lines)-room), 0)
	shown, rows := lines[p.top[g]:], of[p.top[g]:]
	if len(shown) > room && len(lines) > r.H {
		below := map[int]bool{}
		for _, i := range rows[room:] {
			below[i] = i >= 0
		}
		delete(below, -1)
		shown = append(shown[:room:room], t.Dim.Render(fmt.Sprintf("  %s %d more", style.Down, len(below))))
		rows = rows[:room]
	}
	p.hits = append(p.hits, hit{r, g, rows})
	return layout.BlockLines(shown, r)
}

// card is one action: a line where there is width, else its title and a line about it.
func (p *Page) card(x row, w int, on bool) []string {
	t := p.Env.Style
	mark := p.glyph(x)
	title := layout.Clean(short(x.a))
	look := t.Text
	if x.a.Status == model.Dropped || x.a.Status == model.ActionDone {
		look = t.Dim
	}
	if on {
		look = t.Strong
	}
	pointer := "  "
	if on {
		pointer = style.Pointer + " "
	}
	var lines []string
	if w >= oneLine {
		meta := p.meta(x, w)
		room := w - 4 - layout.Width(meta) - 2
		lines = []string{layout.Between(pointer+mark+" "+look.Render(layout.Words(title, room)), meta, w)}
	} else {
		for i, s := range layout.WrapAtMost(title, w-4, 2) {
			head := layout.Space(4)
			if i == 0 {
				head = pointer + mark + " "
			}
			lines = append(lines, layout.Fit(head+look.Render(s), w))
		}
		lines = append(lines, layout.Fit(layout.Space(4)+p.meta(x, w), w))
	}
	if on {
		for i := range lines {
			lines[i] = widget.Raise(t, lines[i])
		}
	}
	return lines
}

func dropped(x row) bool { return x.a.Status == model.Dropped }

func (p *Page) glyph(x row) string {
	t := p.Env.Style
	switch s := x.a.StatusOr(); {
	case x.offered:
		return t.Accent.Render("+")
	case x.to != nil:
		return t.Accent.Render(style.Move)
	case p.stale(x.a.ID) != "":
		return t.Warn.Render(style.Warn)
	case s == model.ActionDone:
		return t.Good.Render(style.Status(string(s)))
	case s == model.Doing:
		return t.Accent.Render(style.Status(string(s)))
	default:
		return t.Dim.Render(style.Status(string(s)))
	}
}

// meta is owner, date and what speaks for it, short. In a line of its own the parts stand under each other; in a card
// the owner's name gives way.
func (p *Page) meta(x row, w int) string {
	t := p.Env.Style
	who, named := p.owner(x.a)
	look := t.Dim
	if !named {
		look = t.Warn
	}
	date := p.date(x)
	why := len(p.reason(x.a.ID).Findings)
	if p.draft == nil {
		why = len(x.a.Findings)
	}
	gaps := ""
	if why > 0 {
		gaps = explain.Count(why, "gap", "gaps")
	}
	gaps = t.Dim.Render(gaps)
	if !x.offered && len(p.blocked(x.a.ID)) > 0 {
		gaps = t.Warn.Render("waits") // what holds it up says more than what speaks for it
	}
	pin := ""
	if x.a.Pinned {
		pin = "^"
	}
	who = layout.Clean(who)
	if w >= oneLine {
		return look.Render(layout.Fit(who, 16)) + " " + t.Dim.Render(layout.Fit(pin, 1)) + " " + layout.FitRight(date, p.dateW()) + "  " + layout.Fit(gaps, 6)
	}
	rest := ""
	sep := t.Dim.Render(" " + style.Bullet + " ")
	for _, s := range []string{date, t.Dim.Render(pin), gaps} {
		if layout.Width(s) > 0 {
			rest += sep + s
		}
	}
	return look.Render(layout.Cut(who, max(w-4-layout.Width(rest), 6))) + rest
}

// date is when it is due; late is told by a clock.
func (p *Page) date(x row) string {
	t := p.Env.Style
	open := x.a.StatusOr() == model.Todo || x.a.Status == model.Doing
	switch {
	case x.a.Due == "" && x.offered:
		return ""
	case x.a.Due == "":
		return t.Warn.Render("no date")
	case open && !x.offered && p.Env.Today().After(x.a.Due):
		return t.Bad.Render(style.Clock + " " + p.day(x.a.Due))
	}
	return t.Dim.Render(p.day(x.a.Due))
}

// day is a date, with its year where that is another than the plan begins in.
func (p *Page) day(d model.Date) string {
	t, ok := d.Time()
	switch {
	case !ok:
		return layout.Clean(string(d))
	case p.otherYear(d):
		return t.Format("2 Jan 2006")
	}
	return t.Format("2 Jan")
}

func (p *Page) otherYear(d model.Date) bool {
	t, ok := d.Time()
	begin, known := p.day0().Time()
	return ok && known && t.Year() != begin.Year()
}

// dateW is the width of the dates: a year makes all of them wider, so that they stand under each other.
func (p *Page) dateW() int {
	for _, rows := range p.rows {
		for _, x := range rows {
			if p.otherYear(x.a.Due) {
				return len("! 31 Dec 2026")
			}
		}
	}
	return len("! 31 Dec")
}

// titles are those of other actions.
func (p *Page) titles(ids []string) string {
	var out []string
	for _, id := range ids {
		if a := model.ByID(p.Env.E().Actions(), id); a != nil {
			out = append(out, short(*a))
		}
	}
	return strings.Join(out, "; ")
}

// detail is the selected action in words.
func (p *Page) detail(r layout.Rect) []string {
	t := p.Env.Style
	x, ok := p.current()
	if !ok {
		return nil
	}
	var lines []string
	for i, s := range layout.WrapAtMost(layout.Clean(short(x.a)), r.W-11, 2) {
		line := t.Strong.Render(s)
		if i == 0 {
			line = layout.Between(line, t.Key.Render(keys.First(keys.Open))+t.Dim.Render(" why"), r.W)
		}
		lines = append(lines, line)
	}
	full := false
	add := func(s string, look func(...string) string) {
		more := layout.Wrap(layout.Clean(s), r.W)
		full = full || len(lines)+len(more) > r.H
		if full {
			return // whole sentences only, in their order; all of them are one key away
		}
		for _, l := range more {
			lines = append(lines, look(l))
		}
	}
	if gone := p.stale(x.a.ID); gone != "" {
		word := "Its reason is gone: " + gone + "."
		if p.droppable(x) {
			word += " " + keys.First(keys.Take) + " drops it; left alone, it stays."
		}
		add(word, t.Warn.Render)
	}
	if x.to != nil {
		add(x.change(), t.Accent.Render)
	}
	if x.offered {
		if why := p.reason(x.a.ID).Later; why != "" {
			add("For later: "+why+".", t.Text.Render)
		}
	}
	if by := p.blocked(x.a.ID); len(by) > 0 && !x.offered {
		add("Waits for: "+p.titles(by)+".", t.Warn.Render)
	}
	add(p.facts(x, false), t.Text.Render)
	for _, s := range p.metric(x.a) {
		add(s, t.Dim.Render)
	}
	return lines
}
