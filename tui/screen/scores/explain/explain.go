// Package explain shows where a number comes from: a text that scrolls, in which some lines lead to what they rest on.
// Scores, funnel and plan answer "why" with it. It imports style, layout, keys and widget, and no page.
package explain

import (
	tea "charm.land/bubbletea/v2"

	"charm.land/lipgloss/v2"

	"github.com/gapbook/gapbook/tui/keys"
	"github.com/gapbook/gapbook/tui/layout"
	"github.com/gapbook/gapbook/tui/style"
	"github.com/gapbook/gapbook/tui/widget"
)

// Item is one paragraph, heading or drawn line.
type Item struct {
	Text   string
	Head   bool               // a heading: a blank line stands before it
	Look   *lipgloss.Style    // absent: plain text
	Indent int                // cells
	Draw   func(w int) string // in place of Text: one line that needs the width
	Link   any                // what enter leads to; nil: only to be read
	Mark   string             // styled, one cell, in the margin of its first line
}

// Doc is a text of items with the selection on a link.
type Doc struct {
	th    *style.Theme
	items []Item
	lines []line
	first []int // line of each item
	w, h  int   // as last drawn
	sel   int   // item; -1: no link in sight
	top   int
}

type line struct {
	text string
	item int
}

// New makes an empty text.
func New(th *style.Theme) *Doc { return &Doc{th: th, sel: -1} }

// Open shows another text from its beginning.
func (d *Doc) Open(items []Item) {
	d.sel, d.top = -1, 0
	d.Set(items)
	if i := d.next(-1, 1); i >= 0 {
		d.sel = i
	}
}

// Set renews the text and keeps the place.
func (d *Doc) Set(items []Item) {
	d.items, d.w = items, 0
	if d.sel >= len(items) || d.sel >= 0 && items[d.sel].Link == nil {
		d.sel = d.next(-1, 1)
	}
}

// Link is what the selected line leads to; nil when none is in sight.
func (d *Doc) Link() any {
	if d.sel < 0 || d.sel >= len(d.items) || !d.visible(d.sel) {
		return nil
	}
	return d.items[d.sel].Link
}

// Links is how many lines lead somewhere.
func (d *Doc) Links() int {
	n := 0
	for _, x := range d.items {
		if x.Link != nil {
			n++
		}
	}
	return n
}

// Do moves; false when the action means nothing here.
func (d *Doc) Do(a keys.Action) bool {
	switch a {
	case keys.Up:
		d.step(-1)
	case keys.Down:
		d.step(1)
	case keys.PageUp:
		d.scroll(-max(d.h-3, 1))
	case keys.PageDown:
		d.scroll(max(d.h-3, 1))
	case keys.Top:
		d.scroll(-len(d.lines))
	case keys.Bottom:
		d.scroll(len(d.lines))
	case keys.Next:
		d.jump(1)
	case keys.Prev:
		d.jump(-1)
	default:
		return false
	}
	return true
}

// Mouse takes the wheel and a click at y lines below the top; it says whether a link was hit.
func (d *Doc) Mouse(msg tea.MouseMsg, y int) bool {
	switch m := msg.(type) {
	case tea.MouseWheelMsg:
		if m.Button == tea.MouseWheelUp {
			d.scroll(-2)
		} else if m.Button == tea.MouseWheelDown {
			d.scroll(2)
		}
	case tea.MouseClickMsg:
		if i := d.top + y; m.Button == tea.MouseLeft && y >= 0 && y < d.room() && i < len(d.lines) {
			if x := d.lines[i].item; x >= 0 && d.items[x].Link != nil {
				d.sel = x
				return true
			}
		}
	}
	return false
}

// step goes to the next link where that is in sight, else it scrolls: nothing between two links is passed unseen.
func (d *Doc) step(dir int) {
	if i := d.next(d.sel, dir); i >= 0 && d.visible(i) {
		d.sel = i
		return
	}
	d.scroll(dir)
	if i := d.next(d.sel, dir); i >= 0 && d.visible(i) && !d.visible(d.sel) {
		d.sel = i
	}
}

// jump goes to the next link wherever it is.
func (d *Doc) jump(dir int) {
	if i := d.next(d.sel, dir); i >= 0 {
		d.sel = i
		d.show(i)
	}
}

func (d *Doc) scroll(by int) {
	d.top = min(max(d.top+by, 0), max(len(d.lines)-d.room(), 0))
	if d.visible(d.sel) {
		return
	}
	for i := range d.items { // the first link in sight has the selection
		if d.items[i].Link != nil && d.visible(i) {
			d.sel = i
			return
		}
	}
}

func (d *Doc) show(i int) {
	if i < 0 || i >= len(d.first) {
		return
	}
	end := len(d.lines)
	if i+1 < len(d.first) {
		end = d.first[i+1]
	}
	d.top = max(d.top, end-d.room())
	d.top = min(d.top, d.first[i])
}

func (d *Doc) next(from, dir int) int {
	if from < 0 && dir < 0 {
		return -1
	}
	for i := from + dir; i >= 0 && i < len(d.items); i += dir {
		if d.items[i].Link != nil {
			return i
		}
	}
	return -1
}

func (d *Doc) visible(i int) bool {
	return i >= 0 && i < len(d.first) && d.first[i] >= d.top && d.first[i] < d.top+d.room()
}

// room is how many lines of text there are in sight: the last is kept to tell what is below, where not all fits.
func (d *Doc) room() int {
	if len(d.lines) > d.h {
		return max(d.h-1, 1)
	}
	return max(d.h, 1)
}

// View draws the text at exactly w by h.
func (d *Doc) View(w, h int) string {
	if w != d.w || h != d.h {
		d.lay(w, h)
	}
	d.top = min(max(d.top, 0), max(len(d.lines)-d.room(), 0))
	out := make([]string, 0, h)
	for i := d.top; i < len(d.lines) && len(out) < d.room(); i++ {
		l := d.lines[i]
		if l.item == d.sel && l.item >= 0 && d.items[l.item].Link != nil {
			mark := "  "
			if i == d.first[l.item] {
				mark = style.Pointer + " "
			}
			out = append(out, widget.Raise(d.th, layout.Fit(mark+layout.Part(l.text, 2, w), w)))
			continue
		}
		out = append(out, l.text)
	}
	if left := len(d.lines) - d.top - len(out); len(d.lines) > h {
		word := "the end"
		if left > 0 {
			word = style.Down + " " + Count(left, "more line", "more lines")
		}
		for len(out) < h-1 {
			out = append(out, "")
		}
		out = append(out, layout.FitRight(d.th.Dim.Render(word), w))
	}
	return layout.BlockLines(out, layout.Screen(w, h))
}

// lay breaks the items into lines; only when the text or the size is another.
func (d *Doc) lay(w, h int) {
	d.w, d.h = w, h
	d.lines, d.first = d.lines[:0], d.first[:0]
	for i, x := range d.items {
		if x.Head && len(d.lines) > 0 {
			d.lines = append(d.lines, line{"", -1})
		}
		d.first = append(d.first, len(d.lines))
		margin := layout.Space(2 + x.Indent)
		if x.Draw != nil {
			d.lines = append(d.lines, line{layout.Fit(margin+x.Draw(w-layout.Width(margin)), w), i})
			continue
		}
		look := d.th.Text
		switch {
		case x.Look != nil:
			look = *x.Look
		case x.Head:
			look = d.th.Title
		}
		for n, s := range wrapped(layout.Clean(x.Text), w-layout.Width(margin)) {
			head := margin
			if n == 0 && x.Mark != "" {
				head = layout.Space(x.Indent) + x.Mark + " "
			}
			d.lines = append(d.lines, line{layout.Fit(head+look.Render(s), w), i})
		}
	}
}

func wrapped(s string, w int) []string {
	if s == "" {
		return []string{""}
	}
	return layout.Wrap(s, w)
}
