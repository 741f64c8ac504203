package export

import (
	"fmt"
	"path/filepath"
	"strings"

	"github.com/gapbook/gapbook/tui/keys"
	"github.com/gapbook/gapbook/tui/layout"
	"github.com/gapbook/gapbook/tui/screen/scores/explain"
	"github.com/gapbook/gapbook/tui/style"
	"github.com/gapbook/gapbook/tui/widget"
)

// leftH is the choices with their title, and two lines about the last file.
const (
	leftH = rowCount + 3
	noteH = 3 // what a format could not hold
)

// panes are the choices and the readiness: side by side, or one under the other.
func (p *Page) panes() (left, right layout.Rect) {
	all := layout.Screen(p.W, p.H)
	if p.W >= 104 {
		c := all.Cols(4, layout.Flex(6), layout.Flex(5))
		return c[0], c[1]
	}
	high := leftH
	if p.done != nil && len(p.done.Notes) > 0 {
		high += noteH
	}
	r := all.Rows(0, layout.Fixed(high), layout.Flex(1))
	return r[0], r[1]
}

func (p *Page) View() string {
	if p.view == "" {
		p.view = p.draw()
	}
	return p.view
}

func (p *Page) draw() string {
	left, right := p.panes()
	a, b := layout.BlockLines(p.left(left.W), left), layout.Block(p.right(right), right)
	if left.Y == right.Y {
		return layout.Beside(4, a, b)
	}
	return layout.Stack(a, b)
}

var about = map[string]string{
	"md": "Markdown: reads as plain text", "html": "one web page, also offline and printed",
	"docx": "for Word, to edit", "pdf": "as it is to be printed",
	"xlsx": "for Excel: a sheet for each table", "ics": "for a calendar: due days and reviews",
	"csv": "for Jira, Asana, Linear or Planner", "json": "for scripts",
}

func (p *Page) left(w int) []string {
	t := p.Env.Style
	lines := []string{p.title("Write", !p.reading)}
	row := func(i int, name, value, more string) {
		look, pointer := t.Text, "  "
		on := i == p.sel && !p.reading
		if on {
			look, pointer = t.Strong, style.Pointer+" "
		}
		line := layout.Fit(pointer+t.Dim.Render(layout.Fit(name, 8))+" "+look.Render(value)+t.Dim.Render("  "+more), w)
		if on {
			line = widget.Raise(t, line)
		}
		lines = append(lines, line)
	}
	choice := func(i int, s string) string {
		if i == p.sel && !p.reading {
			return "‹ " + s + " ›"
		}
		return s
	}
	row(rowWhat, "What", choice(rowWhat, whats[p.what].says), whats[p.what].more)
	row(rowFormat, "Format", choice(rowFormat, p.formatName()), about[p.formatName()])
	folder := ""
	if filepath.Base(p.file()) == p.file() {
		folder = "beside the engagement"
	}
	row(rowFile, "File", layout.Clean(p.file()), folder)
	switch {
	case p.names:
		row(rowNames, "Names", choice(rowNames, "shown"), "interviewees by name")
	case p.formatName() == "json":
		row(rowNames, "Names", choice(rowNames, "as roles"), "owners as in the file")
	default:
		row(rowNames, "Names", choice(rowNames, "as roles"), "owners by job title where that is unique")
	}
	switch {
	case p.what > planAt: // there are none in it
	case p.quotes:
		row(rowQuotes, "Quotes", choice(rowQuotes, "in"), "but for who asked never to be quoted")
	default:
		row(rowQuotes, "Quotes", choice(rowQuotes, "left out"), "")
	}
	if p.what == readoutAt {
		row(rowSections, "Sections", p.sectionsText(), p.sectionsMore())
		row(rowWords, "Words", p.wordsText(), "enter opens them")
	}
	ready := ""
	if n := p.stands(); n > 0 {
		ready = explain.Count(n, "thing", "things") + " to look at first"
	}
	row(rowWrite, "", "["+keys.First(keys.DoExport)+"] Write the file", ready)
	return append(lines, p.state(w)...)
}

// state says where the last file is.
func (p *Page) state(w int) []string {
	t := p.Env.Style
	switch {
	case p.writing:
		return []string{"", t.Dim.Render("  writing…")}
	case p.done == nil:
		return nil
	case p.done.Err != nil:
		var lines []string
		for _, s := range layout.WrapAtMost(style.Warn+" not written: "+layout.Clean(p.done.Err.Error()), w-2, 2) {
			lines = append(lines, "  "+t.Bad.Render(s))
		}
		return lines
	}
	lines := []string{"  " + t.Good.Render(style.Check+" written") + t.Dim.Render(fmt.Sprintf(", %s kB", explain.Tenths(float64(p.done.Size)/1000)))}
	for _, s := range layout.Wrap(layout.Clean(p.done.Path), w-2) {
		lines = append(lines, "  "+t.Text.Render(s))
	}
	for _, note := range p.done.Notes {
		for _, s := range layout.WrapAtMost(style.Warn+" "+layout.Clean(note), w-2, noteH) {
			lines = append(lines, "  "+t.Warn.Render(s))
		}
	}
	return lines
}

func (p *Page) title(s string, on bool) string {
	t := p.Env.Style
	if on {
		return t.Title.Render(s)
	}
	return t.Dim.Render(s)
}

func (p *Page) right(r layout.Rect) string {
	t := p.Env.Style
	head := p.title("Before it goes to the client", p.reading)
	if n := p.stands(); n > 0 {
		head += t.Dim.Render(fmt.Sprintf("  %d to look at", n))
	}
	line := head + " " + t.Border.Render(strings.Repeat(style.Rule, max(r.W-layout.Width(head)-1, 0)))
	return layout.Stack(layout.Fit(line, r.W), p.doc.View(r.W, r.H-1))
}
