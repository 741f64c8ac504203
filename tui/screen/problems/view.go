package problems

import (
	"cmp"
	"errors"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/gapbook/gapbook/model/workbook"
	"github.com/gapbook/gapbook/tui/keys"
	"github.com/gapbook/gapbook/tui/layout"
	"github.com/gapbook/gapbook/tui/screen"
	"github.com/gapbook/gapbook/tui/style"
	"github.com/gapbook/gapbook/tui/widget"
)

const (
	detailH = 10
	wide    = 104 // from here on the list says which record
	whereW  = 36
	placeW  = 8
)

var columns = []widget.Column{
	{Title: "Place", Width: placeW, Right: true},
	{Title: "What is wrong"},
	{Title: "Where", Width: whereW, Drop: wide},
}

func (p *Page) cell(r row, col int) string {
	t := p.Env.Style
	if r.heading != "" {
		return "  " + r.heading
	}
	switch col {
	case 0:
		return t.Dim.Render(strconv.Itoa(r.Line) + ":" + strconv.Itoa(r.Col))
	case 1:
		w := p.W - 2 - placeW - 2
		if p.W >= wide {
			w -= whereW + 2
		}
		mark := t.Bad.Render(style.Warn)
		switch {
		case r.mended:
			mark = t.Good.Render(style.Check)
		case r.Warning:
			mark = t.Warn.Render(style.Ring)
		}
		return mark + " " + layout.Words(layout.Clean(r.Message), w-2)
	}
	return t.Dim.Render(layout.Words(p.where(r), whereW))
}

// where names the record as a person would.
func (p *Page) where(r row) string {
	return layout.Clean(strings.Join(r.at.Words(p.Env.E()), " "+style.Crumb+" "))
}

func (p *Page) View() string {
	if p.view == "" {
		p.view = p.draw()
	}
	return p.view
}

func (p *Page) draw() string {
	t := p.Env.Style
	top := p.disk()
	p.listY = len(top)
	if len(p.rows) == 0 {
		says := "Nothing is wrong in this file"
		if len(top) > 0 {
			says = "Nothing else is wrong: what gapbook holds is in order"
		}
		return layout.BlockLines(append(top,
			"", "", "  "+t.Good.Render(style.Check+" "+says),
			"  "+t.Dim.Render("every name in it leads somewhere, every number is in its range"),
		), layout.Screen(p.W, p.H))
	}
	r := layout.Screen(p.W, p.H).Rows(0, layout.Fixed(len(top)), layout.Flex(1), layout.Fixed(1), layout.Fixed(detailH))
	p.listH = r[1].H
	body := layout.Stack(p.list.View(r[1].W, r[1].H), t.Rule(r[2].W),
		layout.BlockLines(p.detail(r[3].W), r[3]))
	if len(top) == 0 {
		return body
	}
	return layout.Stack(layout.BlockLines(top, r[0]), body)
}

// disk is what is wrong with the file itself, in full, and what to do about it.
func (p *Page) disk() []string {
	t := p.Env.Style
	err := cmp.Or(p.Env.Unsaved, p.Env.Astray)
	if err == nil {
		return nil
	}
	head := "The file on the disk is not as it should be"
	if p.Env.Unsaved != nil {
		head = "Not saved"
	}
	out := []string{t.Bad.Render(style.Warn + " " + head)}
	for _, l := range layout.WrapAtMost(layout.Clean(err.Error()), p.W-2, 4) {
		out = append(out, "  "+t.Text.Render(l))
	}
	hint := "What you type is kept; gapbook tries again by itself."
	var f *workbook.FileError
	if errors.As(err, &f) {
		hint = "What you type is kept. Mend that line in a text editor, and gapbook goes on by itself."
	}
	if p.Env.Unsaved != nil {
		hint += " " + keys.First(keys.SaveCopy) + " saves a copy."
	}
	for _, l := range layout.WrapAtMost(hint, p.W-2, 2) {
		out = append(out, "  "+t.Dim.Render(l))
	}
	return append(out, "")
}

// detail is the selected problem in full: where, what, the line itself, and what can be done.
func (p *Page) detail(w int) []string {
	r := p.chosen()
	if r == nil {
		return nil
	}
	t := p.Env.Style
	place := "line " + strconv.Itoa(r.Line) + ", column " + strconv.Itoa(r.Col)
	room := w - layout.Width(place) - 2
	lines := []string{layout.Between(t.Strong.Render(layout.Words(p.where(*r), room)), t.Dim.Render(place), w)}
	look := t.Bad
	if r.Warning {
		look = t.Warn
	}
	for _, l := range layout.WrapAtMost(layout.Clean(r.Message), w, 3) {
		lines = append(lines, look.Render(l))
	}
	lines = append(append(lines, ""), p.source(r, w)...)
	lines = append(append(lines, ""), p.ways(r)...)
	if len(lines) > detailH { // a long message takes the room of the empty lines
		lines = slices.DeleteFunc(lines, func(l string) bool { return l == "" })
	}
	return lines
}

// source is the offending line without its indent, and a mark under the column.
func (p *Page) source(r *row, w int) []string {
	t := p.Env.Style
	text := strings.TrimLeft(r.Source, " ")
	col := max(r.Col-1-(utf8.RuneCountInString(r.Source)-utf8.RuneCountInString(text)), 0)
	before := text
	for i := range text {
		if col--; col < 0 {
			before = text[:i]
			break
		}
	}
	text = layout.Clean(text)
	at := layout.Width(layout.Clean(before))
	number := strconv.Itoa(r.Line) + " "
	room := w - layout.Width(number) - 2
	if from := at - room*2/3; from > 0 && layout.Width(text) > room { // bring the column into sight
		text = style.Ellipsis + layout.Part(text, from+1, layout.Width(text))
		at -= from
	}
	bar := t.Border.Render("│ ")
	return []string{
		t.Dim.Render(number) + bar + t.Text.Render(layout.Cut(text, room)),
		layout.Space(layout.Width(number)) + bar + layout.Space(min(at, room-1)) + t.Accent.Render(style.Up),
	}
}

// ways are what can be done about it.
func (p *Page) ways(r *row) []string {
	t := p.Env.Style
	if r.mended {
		return []string{t.Good.Render(style.Check + " mended; it goes from the list when the file is saved")}
	}
	var out []string
	add := func(key, text string) {
		out = append(out, t.Key.Render(layout.Fit(key, 6))+t.Text.Render(text))
	}
	if x := p.mend(r); x != nil {
		add(keys.First(keys.Mend), x.say)
	}
	if x := p.clear(r); x != nil {
		add(keys.First(keys.Clear), x.say)
	}
	mendable := len(out) > 0
	if p.canGo(r) {
		to, _ := r.at.Route(p.Env.Has)
		add("enter", "go "+goal(to.Kind))
	}
	if mendable {
		return out
	}
	text := "Only the file itself can be mended, in a text editor; the line stays as it is."
	if r.Warning {
		text = "Nothing needs to be done; the line stays as it is."
	}
	return append(out, t.Dim.Render(text))
}

// goal says where a page is, in a sentence that begins with go.
func goal(k screen.Kind) string {
	switch k {
	case screen.Audit, screen.Interview, screen.Call, screen.Finding:
		return "to the " + string(k)
	case screen.Home:
		return "home, where it is edited"
	}
	return "to " + strings.ToLower(k.Name())
}
