package export

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/model/render"
	"github.com/gapbook/gapbook/tui/dialog"
	"github.com/gapbook/gapbook/tui/screen/scores/explain"
)

// sectioned says whether sections can be chosen: scripts get all of it.
func (p *Page) sectioned() bool { return p.what == readoutAt && p.formatName() != "json" }

// sections are those that go into the file; none named means all.
func (p *Page) sections() []string {
	if !p.sectioned() || len(p.out) == 0 {
		return nil
	}
	var in []string
	for _, name := range render.SectionNames() {
		if !p.out[name] {
			in = append(in, name)
		}
	}
	return in
}

func (p *Page) sectionsText() string {
	if in := p.sections(); in != nil {
		return fmt.Sprintf("%d of %d", len(in), len(render.SectionNames()))
	}
	return "all"
}

func (p *Page) sectionsMore() string {
	if !p.sectioned() {
		return "json always holds everything"
	}
	return "enter chooses"
}

// askSections asks for each section. One at least has to stay.
func (p *Page) askSections() *dialog.Form {
	f := &dialog.Form{Title: "Sections of the readout", Check: func(v dialog.Values) (string, string) {
		for _, name := range render.SectionNames() {
			if v[name] == "in" {
				return "", ""
			}
		}
		return render.SectionNames()[0], "a readout needs a section"
	}, Then: func(v dialog.Values) tea.Cmd {
		p.out, p.view, p.done = map[string]bool{}, "", nil
		for name, value := range v {
			if value == "out" {
				p.out[name] = true
			}
		}
		return nil
	}}
	for _, s := range render.Sections() {
		value := "in"
		if p.out[s.Name] {
			value = "out"
		}
		f.Fields = append(f.Fields, dialog.Field{
			ID: s.Name, Label: s.Title, Value: value, Kind: dialog.Choice, Options: []dialog.Option{{Value: "in", Label: "in"}, {Value: "out", Label: "left out"}},
			Hint: "← → changes; tab goes on",
		})
	}
	return f
}

// wordsText says how much was written by hand.
func (p *Page) wordsText() string {
	r := p.Env.E().Readout
	if r == nil {
		return "none"
	}
	n := 0
	for _, s := range r.Sections {
		if strings.TrimSpace(s) != "" {
			n++
		}
	}
	var parts []string
	if strings.TrimSpace(r.Summary) != "" {
		parts = append(parts, "a summary")
	}
	if n > 0 {
		parts = append(parts, explain.Count(n, "comment", "comments"))
	}
	if len(parts) == 0 {
		return "none"
	}
	return strings.Join(parts, ", ")
}
