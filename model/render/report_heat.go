package render

import (
	"fmt"

	"github.com/gapbook/gapbook/model/render/document"
	"github.com/gapbook/gapbook/model/score"
)

// Measures of the heat map, in points.
const (
	hmLeft, hmTop = 252.0, 52.0
	hmRow         = 22.0
	hmWide        = 96.0 // a column at most
	hmSize        = document.Small
)

// heatMap is the field score of each practice at each stage, as a picture and as a table. Only stages can be shown that
// an audit or a call speaks of.
func (b *builder) heatMap() (document.Picture, document.Table, bool) {
	at := map[string]map[string]score.StageScore{} // by practice, then stage
	seen := map[string]bool{}
	var practices []string
	for _, p := range b.sc.Practices {
		for _, s := range p.Stages {
			if s.Field == nil || b.e.Stage(s.Stage) == nil {
				continue
			}
			if at[p.Practice] == nil {
				at[p.Practice] = map[string]score.StageScore{}
				practices = append(practices, p.Practice)
			}
			at[p.Practice][s.Stage] = s
			seen[s.Stage] = true
		}
	}
	t := document.Table{Caption: "Field score by practice and stage", Columns: []document.Column{{Head: "Practice"}}}
	var stages []string
	for _, s := range b.e.Stages {
		if seen[s.ID] {
			stages = append(stages, s.ID)
			t.Columns = append(t.Columns, document.Column{Head: document.Clean(s.Label()), Align: document.Right})
		}
	}
	if len(practices) == 0 || len(stages) < 2 {
		return document.Picture{}, t, false
	}
	wide := min(hmWide, (712-hmLeft)/float64(len(stages)))
	p := document.Picture{Title: "Field score by practice and stage", W: 720, H: hmTop + hmRow*float64(len(practices)) + 34}
	for j, id := range stages {
		for k, line := range document.FitLines(document.Clean(b.e.Stage(id).Label()), hmSize, wide-6) {
			p.Shapes = append(p.Shapes, document.Label{X: hmLeft + wide*(float64(j)+0.5), Y: hmTop - 20 + 13*float64(k), Size: hmSize, Text: line, Anchor: document.Centre, Bold: true, Fill: document.Text1})
		}
	}
	for i, id := range practices {
		y := hmTop + hmRow*float64(i)
		p.Shapes = append(p.Shapes, document.Label{X: 8, Y: y + 15, Size: hmSize, Text: document.Fit(b.practiceName(id), hmSize, hmLeft-16), Fill: document.Text1})
		row := texts(b.practiceName(id))
		for j, stage := range stages {
			s, ok := at[id][stage]
			if !ok {
				row.Cells = append(row.Cells, document.Text("-"))
				continue
			}
			row.Cells = append(row.Cells, document.Text(fmt.Sprintf("%s (%d)", whole(*s.Field), s.N)))
			fill, ink := heat(*s.Field)
			x := hmLeft + wide*float64(j)
			p.Shapes = append(p.Shapes, document.Rect{X: x + 1, Y: y + 1, W: wide - 2, H: hmRow - 2, Radius: 2, Fill: fill},
				document.Label{X: x + wide/2, Y: y + 15, Size: hmSize, Text: whole(*s.Field), Anchor: document.Centre, Fill: ink})
		}
		t.Rows = append(t.Rows, row)
	}
	y := hmTop + hmRow*float64(len(practices)) + 12
	for i, s := range []struct {
		score float64
		text  string
	}{{0, "0 to 24"}, {25, "25 to 49"}, {50, "50 to 74"}, {75, "75 to 100"}} {
		x := hmLeft + 92*float64(i)
		fill, _ := heat(s.score)
		p.Shapes = append(p.Shapes, document.Rect{X: x + 1, Y: y, W: 14, H: 11, Radius: 2, Fill: fill}, document.Label{X: x + 21, Y: y + 9, Size: hmSize, Text: s.text, Fill: document.Text2})
	}
	p.Alt = "The darker a cell, the lower the field score of that practice at that stage. Empty: not looked at. The table below has the numbers, with how many sources each rests on."
	return p, t, true
}

// heat is how a score is filled, and what is written on it.
func heat(x float64) (fill, ink document.Ink) {
	switch {
	case x < 25:
		return document.Heat4, document.Paper
	case x < 50:
		return document.Heat3, document.Paper
	case x < 75:
		return document.Heat2, document.Text1
	}
	return document.Heat1, document.Text1
}
