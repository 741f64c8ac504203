package render

import (
	"fmt"

	"github.com/gapbook/gapbook/model/playbook"
	"github.com/gapbook/gapbook/model/portfolio"
	"github.com/gapbook/gapbook/model/render/document"
)

// mostEngagements are listed one by one; a table of thousands is for a program.
const mostEngagements = 200

// Portfolio is many engagements side by side, and the distribution of each practice over them.
func Portfolio(list []*portfolio.Entry, spreads []portfolio.Spread, names bool) *document.Document {
	d := &document.Document{Title: "Portfolio"}
	lead := many(len(list), "engagement") + "."
	if !names && len(list) > 0 {
		lead += " Clients are shown by an id that stays the same; --names shows their names."
	}
	d.Add(document.Para{Lead: true, Text: document.Text(lead)})
	if len(list) == 0 {
		return d
	}
	d.Add(document.Heading{Level: 1, ID: "engagements", Text: "Engagements"}, engagementTable(list, names))
	if n := len(list) - mostEngagements; n > 0 {
		d.Add(document.Para{Text: []document.Inline{{Muted: true, Text: fmt.Sprintf("And %d more; --csv has them all.", n)}}})
	}
	d.Add(document.Heading{Level: 1, ID: "practices", Text: "Practices over all engagements"}, spreadTable(spreads))
	d.Add(document.Para{Text: []document.Inline{{Muted: true, Text: fmt.Sprintf("Field scores of the baseline round, 0 to 100: a quarter of the engagements lie below the first number, half below the second, "+
		"a quarter above the third. Few: fewer than %d engagements.", portfolio.Few)}}})
	return d
}

func engagementTable(list []*portfolio.Entry, names bool) document.Table {
	t := document.Table{Columns: []document.Column{
		{Head: "Engagement"},
		{Head: "Started"},
		{Head: "Field", Align: document.Right},
		{Head: "Blind spot", Align: document.Right},
		{Head: "Calls", Align: document.Right},
		{Head: "Bottleneck"},
		{Head: "Actions done", Align: document.Right},
		{Head: "Overdue", Align: document.Right},
		{Head: "MAP dates met"},
		{Head: "CORE weeks"},
		{Head: "Moved", Align: document.Right},
	}}
	for _, x := range list[:min(len(list), mostEngagements)] {
		name, started, stage, moved := x.ID, "-", "-", "-"
		if names && x.Client != "" {
			name = document.Clean(x.Client)
		}
		if x.Started != nil {
			started = document.Clean(string(*x.Started))
		}
		if x.Bottleneck != nil {
			stage = document.Clean(*x.Bottleneck)
		}
		if x.Compared > 0 {
			moved = fmt.Sprintf("%d of %d", x.Moved, x.Compared)
		}
		t.Rows = append(t.Rows, texts(name, started, scoreCell(x.Overall), scoreCell(x.BlindSpots), fmt.Sprint(x.Calls), stage,
			fmt.Sprintf("%d of %d", x.Done, x.Actions), fmt.Sprint(x.Overdue), briefRate(x.MAPs), briefRate(x.CORE), moved))
	}
	return t
}

func spreadTable(spreads []portfolio.Spread) document.Table {
	t := document.Table{Columns: []document.Column{
		{Head: "Practice"},
		{Head: "n", Align: document.Right},
		{Head: "Quarter", Align: document.Right},
		{Head: "Median", Align: document.Right},
		{Head: "Three quarters", Align: document.Right},
		{Head: "Blind spot, median", Align: document.Right},
	}}
	placed, books := false, map[string]bool{}
	for _, s := range spreads {
		placed = placed || s.Place != nil
		books[s.Playbook] = true
	}
	if placed {
		t.Columns = append(t.Columns, document.Column{Head: "This one", Align: document.Right}, document.Column{Head: "Below it", Align: document.Right})
	}
	for _, s := range spreads {
		name := document.Clean(s.Practice)
		if s.Playbook == playbook.Default {
			name = practiceName(playbook.Builtin(), s.Practice)
		}
		if len(books) > 1 {
			name += " (" + document.Clean(s.Playbook) + ")"
		}
		n := fmt.Sprint(s.Field.N)
		if s.Field.Few && s.Field.N > 0 {
			n += " (few)"
		}
		row := texts(name, n, scoreCell(s.Field.Low), scoreCell(s.Field.Median), scoreCell(s.Field.High), signed(s.BlindSpot.Median))
		if placed {
			here, below := "-", "-"
			if s.Place != nil {
				here = whole(s.Place.Field)
				if s.Place.Below != nil {
					below = percent(*s.Place.Below)
				}
			}
			row.Cells = append(row.Cells, document.Text(here), document.Text(below))
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}
