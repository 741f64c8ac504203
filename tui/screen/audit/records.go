package audit

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/playbook"
	"github.com/gapbook/gapbook/tui/dialog"
	"github.com/gapbook/gapbook/tui/keys"
	"github.com/gapbook/gapbook/tui/layout"
	"github.com/gapbook/gapbook/tui/screen"
	"github.com/gapbook/gapbook/tui/screen/guided"
	"github.com/gapbook/gapbook/tui/widget"
)

const (
	dealWidth = 12
	wordsFrom = 60 // the width from which the words stand beside what was found
)

// newRecords makes the table of sampled records.
func (p *Page) newRecords() {
	p.records = widget.NewList(p.Env.Style,
		widget.Column{Title: "Deal", Width: dealWidth},
		widget.Column{Title: "Found as text"},
		widget.Column{Title: "Words", Drop: wordsFrom})
	p.records.Empty = "No record was sampled yet. " + guided.Chord(keys.Audit, keys.AddRecord) + " adds one."
}

func (p *Page) fillRecords() {
	a, _ := p.audit()
	pb := p.Env.Now().Playbook
	p.records.SetRows(widget.Rows{
		N:   len(a.Records),
		Key: func(i int) string { return strconv.Itoa(i) + " " + a.Records[i].Deal },
		Cell: func(i, col int) string {
			r := a.Records[i]
			switch col {
			case 0:
				return layout.Clean(r.Deal)
			case 1:
				if len(r.Found) == 0 {
					return p.Env.Style.Dim.Render("nothing")
				}
				return some(names(pb, r.Found), p.half)
			}
			return p.Env.Style.Dim.Render(guided.Words(r.Text, p.half))
		},
	})
}

// PanelView draws the table.
func (p *Page) PanelView(w, h int, on bool) string {
	if p.run.Item().Key != records {
		return layout.Block("", layout.Screen(w, h))
	}
	p.half = w // of the two columns that share what the deal leaves, where there are two
	if w >= wordsFrom {
		p.half = (w - 2 - dealWidth - 4) / 2
	}
	p.records.SetIdle(!on)
	below := p.recordLines(w)
	list := p.records.Len() + 1
	if len(below) == 0 || h < list+1+len(below) {
		return p.records.View(w, h)
	}
	out := append(layout.Lines(p.records.View(w, list)), "")
	return layout.BlockLines(append(out, below...), layout.Screen(w, h))
}

// recordLines say all of the selected record where its line in the table does not.
func (p *Page) recordLines(w int) []string {
	a, _ := p.audit()
	i := p.records.Index()
	if i < 0 || i >= len(a.Records) {
		return nil
	}
	t, r := p.Env.Style, a.Records[i]
	found, text := layout.Clean(strings.Join(names(p.Env.Now().Playbook, r.Found), ", ")), layout.Clean(r.Text)
	if layout.Width(found) <= p.half && layout.Width(text) <= p.half && w >= wordsFrom {
		return nil // the table has it all
	}
	var out []string
	for _, l := range layout.Wrap(found, w-2) {
		out = append(out, "  "+t.Text.Render(l))
	}
	for _, l := range layout.WrapAtMost(text, w-2, 4) {
		out = append(out, "  "+t.Dim.Render(l))
	}
	return out
}

func names(pb *playbook.Playbook, ids []string) []string {
	var out []string
	for _, id := range ids {
		out = append(out, itemName(pb, id))
	}
	return out
}

// some are as many names as have room in w cells, each whole, and how many more there are.
func some(names []string, w int) string {
	for n := len(names); n > 0; n-- {
		s := layout.Clean(strings.Join(names[:n], ", "))
		if n < len(names) {
			s += " +" + strconv.Itoa(len(names)-n)
		}
		if layout.Width(s) <= w {
			return s
		}
	}
	return strconv.Itoa(len(names)) + " items"
}

// PanelDo moves in the table and opens its rows.
func (p *Page) PanelDo(a keys.Action) bool {
	if p.run.Item().Key != records {
		return false
	}
	if a == keys.Open {
		p.Env.Ask(p.recordForm(p.records.Index()))
		return true
	}
	return p.records.Do(a)
}

func itemName(pb *playbook.Playbook, id string) string {
	for _, l := range pb.Checklists {
		for _, it := range l.Items {
			if it.ID == id {
				return cmp.Or(it.Name, id)
			}
		}
	}
	return id
}

// recordForm asks about a sampled record; i is its place, -1 for another one.
func (p *Page) recordForm(i int) dialog.Dialog {
	a, there := p.audit()
	var rec model.Record
	title := "Sampled record"
	if i >= 0 && i < len(a.Records) {
		rec = a.Records[i]
	} else {
		i, title = -1, "Another sampled record"
	}
	return newRecordForm(title, p.Env.Now().Playbook.Checklists, rec, p.usedList(), func(r model.Record) tea.Cmd {
		var edits []screen.Edit
		switch {
		case i < 0:
			edits = append(p.Brings(), screen.Add(r, "audits", p.id, "records"))
		case there:
			edits = []screen.Edit{screen.Set(r, "audits", p.id, "records", "#"+strconv.Itoa(i))}
		}
		if p.Env.Edit("sampled record", edits...) == nil {
			p.Refresh()
			p.run.Open(records)
			if i < 0 {
				p.records.Do(keys.Bottom)
			}
			p.run.Redraw()
		}
		return nil
	})
}

// usedList is the checklist that the records of this engagement fit best: the one that it uses.
func (p *Page) usedList() int {
	lists := p.Env.Now().Playbook.Checklists
	best, most := 0, 0
	for n, l := range lists {
		hits := 0
		for _, a := range p.Env.E().Audits {
			for _, r := range a.Records {
				for _, id := range r.Found {
					if slices.ContainsFunc(l.Items, func(it playbook.Item) bool { return it.ID == id }) {
						hits++
					}
				}
			}
		}
		if hits > most {
			best, most = n, hits
		}
	}
	return best
}
