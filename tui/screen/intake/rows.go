package intake

import (
	"errors"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/model/crm"
	"github.com/gapbook/gapbook/tui/layout"
	"github.com/gapbook/gapbook/tui/screen/scores/explain"
	"github.com/gapbook/gapbook/tui/style"
	"github.com/gapbook/gapbook/tui/widget"
)

// whatW is the width of the first column.
const whatW = 29

// row is one line of the list: something that was said, or is to be.
type row struct {
	heading string
	key     string
	what    string
	says    string
	n       string
	asks    bool // it has to be answered before the import can be accepted
	stage   string
	open    func() tea.Cmd
	remove  func() tea.Cmd
}

func (p *Page) chosen() *row { return widget.At(p.list, p.rows) }

// build makes the rows of what is known now.
func (p *Page) build() {
	p.view = ""
	p.rows = nil
	head := func(text string) { p.rows = append(p.rows, row{heading: text}) }
	head("Files")
	for _, f := range p.files {
		p.rows = append(p.rows, row{
			key: "file " + f, what: layout.Middle(filepath.Base(f), whatW-2), says: filepath.Dir(f), open: p.read,
			remove: func() tea.Cmd { return p.drop(f) },
		})
	}
	p.rows = append(p.rows, row{key: "add", what: "+ another file", says: "is read together with these", open: p.choose})
	if len(p.files) > 0 {
		head("Snapshot")
		p.asked()
		if p.opt.LeadsInto == "" {
			p.about()
		}
		if p.res != nil && p.opt.LeadsInto == "" {
			p.stages()
		}
	}
	rows := p.rows
	p.list.SetRows(widget.Rows{
		N:    len(rows),
		Key:  func(i int) string { return rows[i].key },
		Note: func(i int) bool { return rows[i].heading != "" },
		Cell: func(i, col int) string { return p.cell(&rows[i], col) },
	})
	p.doc.Set(p.text())
}

func (p *Page) cell(r *row, col int) string {
	t := p.Env.Style
	switch {
	case r.heading != "":
		return "  " + r.heading
	case col == 0 && r.asks:
		return t.Warn.Render(style.Warn) + " " + layout.Clean(r.what)
	case col == 0:
		return "  " + layout.Clean(r.what)
	case col == 2:
		return t.Dim.Render(r.n)
	case r.asks:
		return t.Warn.Render(layout.Clean(r.says))
	}
	return t.Dim.Render(layout.Clean(r.says))
}

// asked are the questions without whose answer there is no result.
func (p *Page) asked() {
	var order *crm.OrderError
	var e *crm.Error
	if errors.As(p.err, &order) {
		p.rows = append(p.rows, row{
			key: "dates", what: "Dates", asks: true, says: "which day is " + order.Value + "?", open: p.askDates,
		})
	} else if p.opt.DateOrder != "" {
		says := "month first, as 12/31/2026"
		if p.opt.DateOrder == "dmy" {
			says = "day first, as 31/12/2026"
		}
		p.rows = append(p.rows, row{key: "dates", what: "Dates", says: says, open: p.askDates, remove: func() tea.Cmd {
			p.opt.DateOrder = ""
			return p.read()
		}})
	}
	for _, field := range slices.Sorted(maps.Keys(p.opt.Map)) {
		p.rows = append(p.rows, row{key: "column " + field, what: capital(meaning(field)), says: fmt.Sprintf("the column %q", p.opt.Map[field]), remove: func() tea.Cmd {
			delete(p.opt.Map, field)
			return p.read()
		}})
	}
	if errors.As(p.err, &e) {
		for _, field := range e.Missing {
			if len(e.Columns) > 0 {
				p.rows = append(p.rows, row{
					key: "column " + field, what: capital(meaning(field)), asks: true, says: "which column is it?",
					open: func() tea.Cmd { return p.askColumn(field, e.Columns) },
				})
			}
		}
	}
	switch {
	case e != nil && e.LeadsAlone:
		says := "no snapshot of deals yet"
		if len(p.takers()) > 0 {
			says = "which snapshot takes them?"
		}
		p.rows = append(p.rows, row{key: "leads", what: "Leads go to", asks: true, says: says, open: p.askLeads})
	case p.opt.LeadsInto != "":
		p.rows = append(p.rows, row{key: "leads", what: "Leads go to", says: "the snapshot " + p.opt.LeadsInto, open: p.askLeads, remove: func() tea.Cmd {
			p.opt.LeadsInto = ""
			return p.read()
		}})
	}
}

// meaning is what a field is, in words.
func meaning(field string) string {
	for _, f := range crm.Fields {
		if f.Name == field {
			return f.Meaning
		}
	}
	return field
}

func capital(s string) string { return strings.ToUpper(s[:1]) + s[1:] }

// about is what can be said of any snapshot.
func (p *Page) about() {
	label, period, split := p.opt.Label, "all days of the file", "not split"
	if label == "" && p.res != nil {
		label = p.res.Funnel.Label
	}
	if p.res != nil && p.res.Funnel.From != "" {
		f := p.res.Funnel
		period = fmt.Sprintf("%s to %s", explain.Day(f.From), explain.Day(f.To))
	} else if p.opt.From != "" || p.opt.To != "" {
		period = fmt.Sprintf("%s to %s", explain.Or(string(p.opt.From), "the first"), explain.Or(string(p.opt.To), "the last"))
	}
	if len(p.opt.By) > 0 {
		split = "by " + explain.List(p.opt.By)
	}
	p.rows = append(p.rows,
		row{key: "label", what: "Name", says: explain.Or(label, "baseline, then the period"), open: p.askLabel},
		row{key: "period", what: "Deals created", says: period, open: p.askPeriod},
		row{key: "split", what: "Counted once more", says: split, open: p.askSplit})
	currencies := map[string]bool{}
	for code := range p.opt.Rates {
		currencies[code] = true
	}
	if p.res != nil {
		for code := range p.res.Foreign {
			currencies[code] = true
		}
	}
	for _, code := range slices.Sorted(maps.Keys(currencies)) {
		r := row{key: "rate " + code, what: "Money in " + code, open: func() tea.Cmd { return p.askRate(code) }}
		if rate, ok := p.opt.Rates[code]; ok {
			r.says = fmt.Sprintf("1 %s = %g %s", code, rate, p.Env.E().Client.Currency)
			r.remove = func() tea.Cmd {
				delete(p.opt.Rates, code)
				return p.read()
			}
		} else {
			r.says = "not counted; enter: a rate"
			r.n = explain.Count(p.res.Foreign[code], "deal", "deals")
		}
		p.rows = append(p.rows, r)
	}
}

func (p *Page) drop(file string) tea.Cmd {
	p.files = slices.DeleteFunc(p.files, func(f string) bool { return f == file })
	if len(p.files) == 0 {
		p.forget()
	}
	return p.read()
}
