package sheet

import (
	"fmt"

	"github.com/xuri/excelize/v2"
)

// chart stands below the table of its sheet, on a page of its own; at is its row, and the next one's is returned.
func (w *writer) chart(s Sheet, at int, c Chart) int {
	if c.Rows == 0 {
		return at
	}
	span := func(col int) string {
		return fmt.Sprintf("'%s'!$%s$2:$%s$%d", c.Sheet, column(col), column(col), c.Rows+1)
	}
	ink := excelize.Font{Color: "1B2430", Size: 10}
	high := min(150+26*c.Rows, 520)
	chart := &excelize.Chart{
		Type: excelize.Bar, Title: excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Text: c.Title, Font: &excelize.Font{Bold: true, Color: ink.Color, Size: 13}}}},
		Legend:    excelize.ChartLegend{Position: "bottom", Font: &ink},
		Dimension: excelize.ChartDimension{Width: 860, Height: uint(high)},
		XAxis:     excelize.ChartAxis{ReverseOrder: true, Font: ink},
		YAxis:     excelize.ChartAxis{MajorGridLines: true, Font: ink},
		Format:    excelize.GraphicOptions{AltText: c.Title + ". The numbers are in the sheet " + c.Sheet + "."},
	}
	if c.Max > 0 {
		chart.YAxis.Maximum = &c.Max
	}
	if len(c.Values) == 1 {
		chart.Legend.Position = "none"
	}
	for j, v := range c.Values {
		chart.Series = append(chart.Series, excelize.ChartSeries{
			Name: fmt.Sprintf("'%s'!$%s$1", c.Sheet, column(v)), Categories: span(c.Label), Values: span(v),
			Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{[]string{"1F5F8B", "A9C8DF"}[j%2]}},
		})
	}
	cell := fmt.Sprintf("A%d", at)
	w.do(w.f.InsertPageBreak(s.Name, cell))
	w.do(w.f.AddChart(s.Name, cell, chart))
	return at + high/20 + 3
}
