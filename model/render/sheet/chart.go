package sheet

import (
	"fmt"

	"github.com/xuri/excelize/v2"
)

// The page of a chart: as many rows and columns as one of A4 across holds, unscaled.
const (
	pageRows, pageColumns = 30, 14
	rowPixels             = 20
)

// charts puts each chart on a page of its own.
func (w *writer) charts(s Sheet) {
	for i := range pageColumns {
		w.do(w.f.SetColWidth(s.Name, column(i), column(i), 9))
	}
	n := 0
	for _, c := range s.Charts {
		if c.Rows == 0 {
			continue
		}
		if n > 0 {
			w.do(w.f.InsertPageBreak(s.Name, fmt.Sprintf("A%d", n*pageRows+1)))
		}
		w.chart(s, fmt.Sprintf("A%d", n*pageRows+1), c)
		n++
	}
	w.area(s, pageColumns, max(n, 1)*pageRows)
	lines := false
	w.do(w.f.SetSheetView(s.Name, 0, &excelize.ViewOptions{ShowGridLines: &lines}))
}

func (w *writer) chart(s Sheet, cell string, c Chart) {
	span := func(col int) string {
		return fmt.Sprintf("'%s'!$%s$2:$%s$%d", c.Sheet, column(col), column(col), c.Rows+1)
	}
	ink := excelize.Font{Color: "1B2430", Size: 10}
	high := min(150+26*c.Rows, (pageRows-2)*rowPixels)
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
	w.do(w.f.AddChart(s.Name, cell, chart))
}
