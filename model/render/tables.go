package render

import (
	"strings"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/plan"
	"github.com/gapbook/gapbook/model/playbook"
	"github.com/gapbook/gapbook/model/render/document"
	"github.com/gapbook/gapbook/model/render/sheet"
	"github.com/gapbook/gapbook/model/score"
)

// ReportXLSX is the readout as tables, a sheet for each.
func ReportXLSX(e *model.Engagement, pb *playbook.Playbook, sc *score.Result, d *plan.Drafted, opt Options) ([]byte, error) {
	b := newBuilder(e, pb, sc, d, opt)
	practices, findings, funnel := b.practiceSheet(), b.findingSheet(), b.funnelSheet()
	charts := sheet.Sheet{Name: "Charts", Charts: []sheet.Chart{
		{Title: "Belief and field by practice", Sheet: practices.Name, Label: 1, Values: []int{2, 4}, Rows: len(practices.Rows), Max: 100},
		{Title: "Deals that reached each stage", Sheet: funnel.Name, Label: 0, Values: []int{1}, Rows: len(funnel.Rows)},
	}}
	sheets := map[string][]sheet.Sheet{
		"summary": {b.summarySheet()}, "scores": {practices}, "findings": {findings, b.evidenceSheet()}, "plan": {b.planSheet()}, "funnel": {funnel}, "indicators": {b.indicatorSheet()},
	}
	if b.has("scores") && b.has("funnel") && len(practices.Rows)+len(funnel.Rows) > 0 { // they draw from these sheets
		sheets["summary"] = append(sheets["summary"], charts)
	}
	var all []sheet.Sheet
	for _, name := range []string{"summary", "scores", "findings", "plan", "funnel", "indicators"} {
		if b.has(name) {
			all = append(all, sheets[name]...)
		}
	}
	if len(all) == 0 { // sections without a table: a workbook has one sheet at least
		all = sheets["summary"]
	}
	return b.workbook("Readout", all)
}

// PlanXLSX is the plan as tables.
func PlanXLSX(e *model.Engagement, pb *playbook.Playbook, sc *score.Result, d *plan.Drafted, opt Options) ([]byte, error) {
	b := newBuilder(e, pb, sc, d, opt)
	return b.workbook("30-60-90 day plan", []sheet.Sheet{b.planSheet(), b.indicatorSheet()})
}

func (b *builder) workbook(title string, sheets []sheet.Sheet) ([]byte, error) {
	m := b.meta()
	return sheet.Write(sheet.Book{
		Title: strings.TrimSpace(m.Client + ": " + title), Client: m.Client, Authors: document.Clean(list(m.Authors)), Date: m.Date, Sheets: sheets,
	})
}

// The cells of a row, by what they hold.

func str(s string) sheet.Cell { return sheet.Cell{Text: s} }

func val(x *float64) sheet.Cell { return sheet.Cell{Number: finite(x)} }

func in(kind sheet.Kind, x *float64) sheet.Cell { return sheet.Cell{Number: finite(x), Kind: kind} }

func num(n int) sheet.Cell {
	x := float64(n)
	return sheet.Cell{Number: &x}
}

func maybe(n *int) sheet.Cell {
	if n == nil {
		return sheet.Cell{}
	}
	return num(*n)
}

func date(d model.Date) sheet.Cell { return sheet.Cell{Date: d} }

func yes(b bool) sheet.Cell {
	if b {
		return str("yes")
	}
	return str("")
}

// kindOf is how a number of a unit is shown.
func kindOf(u plan.Unit) sheet.Kind {
	switch u {
	case plan.Share:
		return sheet.Percent
	case plan.PerDay:
		return sheet.Money
	}
	return sheet.Number
}
