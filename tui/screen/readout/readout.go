// Package readout is the page of the text that is written by hand for the report: a summary, and a comment for each
// section. It imports the page contract, the note pane of guided and the widgets, and no other page.
package readout

import (
	"slices"
	"sort"
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/model/render"
	"github.com/gapbook/gapbook/tui/keys"
	"github.com/gapbook/gapbook/tui/layout"
	"github.com/gapbook/gapbook/tui/screen"
	"github.com/gapbook/gapbook/tui/screen/guided"
	"github.com/gapbook/gapbook/tui/widget"
	"github.com/gapbook/gapbook/tui/widget/note"
)

// Page is the list of sections with the text of one beside it.
type Page struct {
	screen.Base
	parts  []part
	list   *widget.List
	notes  *guided.Notes
	inNote bool // the text has the keyboard

	view         string
	box, noteBox layout.Rect // where list and text stand, on the last drawing
}

// part is the summary or a section.
type part struct{ key, title string }

// summary is the part that has a key of its own in the file.
const summary = "summary"

// New makes the page.
func New(env *screen.Env, _ screen.Route) screen.Screen {
	p := &Page{Base: screen.Base{Env: env}}
	p.list = widget.NewList(env.Style, widget.Column{Width: 2}, widget.Column{})
	p.notes = guided.NewNotes(env.Style, "Nothing yet. What you write stands at the head of this section.")
	p.notes.Classify = func(string) note.Class { return note.Plain } // Markdown, not fieldwork
	p.Refresh()
	return p
}

func (p *Page) Title() string     { return "Your words" }
func (p *Page) Scope() keys.Scope { return keys.Readout }
func (p *Page) Typing() bool      { return p.inNote }

func (p *Page) SetSize(w, h int) {
	p.W, p.H = w, h
	p.view = ""
}

// Refresh takes up the text as the engagement has it. Sections that a hand put into the file and the report does not
// know are shown too.
func (p *Page) Refresh() {
	p.view, p.parts = "", nil
	for _, s := range render.Sections() {
		p.parts = append(p.parts, part{s.Name, s.Title})
	}
	if r := p.Env.E().Readout; r != nil {
		var more []string
		for name := range r.Sections {
			if !slices.ContainsFunc(p.parts, func(x part) bool { return x.key == name }) {
				more = append(more, name)
			}
		}
		sort.Strings(more)
		for _, name := range more {
			p.parts = append(p.parts, part{name, name})
		}
	}
	p.fill()
	p.notes.Restyle()
	for _, x := range p.parts {
		p.notes.Take(x.key, p.text(x.key))
	}
	p.show()
}

// text is what the engagement has of a part.
func (p *Page) text(key string) string {
	r := p.Env.E().Readout
	switch {
	case r == nil:
		return ""
	case key == summary:
		return r.Summary
	}
	return r.Sections[key]
}

func (p *Page) fill() {
	parts, t := p.parts, p.Env.Style
	p.list.SetRows(widget.Rows{
		N:   len(parts),
		Key: func(i int) string { return parts[i].key },
		Cell: func(i, col int) string {
			if col == 1 {
				return layout.Clean(parts[i].title)
			}
			if p.written(parts[i].key) {
				return t.Good.Render("✓")
			}
			return ""
		},
	})
	p.list.SetIdle(p.inNote)
}

// written says whether a part has text, typed ones included.
func (p *Page) written(key string) bool {
	if empty, ok := p.notes.Empty(key); ok {
		return !empty
	}
	return strings.TrimSpace(p.text(key)) != ""
}

func (p *Page) at() part {
	if i := p.list.Index(); i >= 0 && i < len(p.parts) {
		return p.parts[i]
	}
	return p.parts[0]
}

func (p *Page) show() {
	key := p.at().key
	p.notes.Show(key, p.text(key))
	p.notes.SetFocus(p.inNote)
}

func (p *Page) Update(msg tea.Msg) tea.Cmd {
	p.view = ""
	switch msg := msg.(type) {
	case screen.Shown:
		if p.list.Select(msg.At) {
			p.show()
		}
	case tea.KeyPressMsg:
		return p.key(msg)
	case tea.PasteMsg:
		if p.inNote {
			cmd, _ := p.notes.Update(msg)
			return cmd
		}
	case tea.MouseMsg:
		p.mouse(msg)
	}
	return nil
}

func (p *Page) key(msg tea.KeyPressMsg) tea.Cmd {
	switch a := screen.Key(p, msg); {
	case a == keys.NextItem:
		p.step(1)
	case a == keys.PrevItem:
		p.step(-1)
	case a == keys.Next || a == keys.Prev:
		p.focus(!p.inNote)
	case p.inNote:
		cmd, _ := p.notes.Update(msg)
		return cmd
	case a == keys.Open:
		p.focus(true)
	default:
		p.list.Do(a)
		p.Flush()
		p.show()
	}
	return nil
}

// step goes to the next section, or the one before.
func (p *Page) step(by int) {
	p.notes.Leave()
	p.Flush()
	if i := p.list.Index() + by; i >= 0 && i < len(p.parts) {
		p.list.Select(p.parts[i].key)
	}
	p.show()
}

func (p *Page) focus(text bool) {
	p.inNote = text
	p.notes.SetFocus(text)
	p.list.SetIdle(text)
	if !text {
		p.Flush()
		p.fill()
	}
	p.view = ""
}

func (p *Page) mouse(msg tea.MouseMsg) {
	m := msg.Mouse()
	_, click := msg.(tea.MouseClickMsg)
	switch {
	case p.noteBox.Has(m.X, m.Y):
		if click {
			p.focus(true)
		}
		p.notes.Editor().Mouse(msg, m.X-p.noteBox.X, m.Y-p.noteBox.Y)
	case p.box.Has(m.X, m.Y):
		if click {
			p.focus(false)
		}
		p.list.Mouse(msg, m.Y-p.box.Y)
		p.show()
	}
}

// Back leaves the text.
func (p *Page) Back() bool {
	was := p.inNote
	if was {
		p.focus(false)
	}
	return was
}

// Flush records what was typed. A readout in which nothing is left is taken away.
func (p *Page) Flush() {
	for _, key := range p.notes.Unsent() {
		p.notes.Send(key, func(text string) error {
			path := []string{"readout", "sections", key}
			if key == summary {
				path = []string{"readout", "summary"}
			}
			if strings.TrimSpace(text) != "" {
				return p.Env.Edit("write readout", screen.Set(text, path...))
			}
			r := p.Env.E().Readout
			switch {
			case r == nil:
				return nil
			case key == summary && len(r.Sections) == 0, key != summary && r.Summary == "" && len(r.Sections) <= 1:
				return p.Env.Edit("write readout", screen.Remove("readout"))
			case key != summary && len(r.Sections) == 1:
				return p.Env.Edit("write readout", screen.Remove("readout", "sections"))
			}
			return p.Env.Edit("write readout", screen.Remove(path...))
		})
	}
}
