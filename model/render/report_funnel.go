package render

import (
	"fmt"
	"slices"
	"strings"

	"github.com/gapbook/gapbook/model/funnel"
	"github.com/gapbook/gapbook/model/render/document"
)

// reportFunnel is the pipeline as the CRM tells it: where deals stop, and what the bottleneck is worth.
func (b *builder) reportFunnel() {
	b.open("funnel")
	f := b.sc.Funnel
	if f == nil || len(f.Stages) == 0 {
		b.add(document.Para{Text: document.Text("There is no funnel from the CRM yet, so nothing is said about conversion or value.")})
		return
	}
	b.add(document.Para{Text: document.Text(fmt.Sprintf("Deals created %s: %s. %s", period(f.From, f.To), outcomes(f), strings.Join(b.costs(), " ")))})
	b.add(b.funnelPicture(f))
	t := document.Table{Caption: "The funnel by stage", Columns: []document.Column{
		{Head: "Stage"},
		{Head: "Reached", Align: document.Right},
		{Head: "Move on (95% interval)"},
		{Head: "Target", Align: document.Right},
		{Head: "Median days", Align: document.Right},
		{Head: "Slipped", Align: document.Right},
		{Head: "Open", Align: document.Right},
	}}
	v := document.Table{Caption: "Value at stake by stage, in a year", Columns: []document.Column{
		{Head: "Stage"}, {Head: "A quarter of the gap", Align: document.Right}, {Head: "Half of it", Align: document.Right}, {Head: "All of it", Align: document.Right},
	}}
	for i := range f.Stages {
		s := &f.Stages[i]
		all := funnelRow(b.e.Client.Currency, f, s).Cells
		days := "-"
		if s.MedianDays != nil {
			days = plain(*s.MedianDays)
		}
		t.Rows = append(t.Rows, document.Row{Cells: [][]document.Inline{all[0], all[1], all[2], all[3], document.Text(days), all[5], all[6]}})
		if s.Value != nil && s.Value.Base > 0 {
			v.Rows = append(v.Rows, texts(document.Clean(s.Name), b.cash(s.Value.Low), b.cash(s.Value.Base), b.cash(s.Value.High)))
		}
	}
	b.add(t)
	facts := funnelFacts(b.e, f)
	facts.Items = slices.DeleteFunc(facts.Items, func(x document.Fact) bool { return x.Name == "Bottleneck" }) // said above
	b.add(facts)
	if len(v.Rows) > 0 {
		b.head(2, "", "Value at stake")
		b.add(v, document.Para{Text: document.Text(formula + " " + b.workedOut(f) + " " + funnel.ValueNote)})
	}
	if base := funnel.Baseline(b.e); base != nil && len(base.Notes) > 0 {
		b.head(2, "", "Notes on the numbers")
		l := document.List{}
		for _, s := range base.Notes {
			l.Items = append(l.Items, document.Text(b.people.say(s)))
		}
		b.add(l)
	}
}

// workedOut is the formula with the bottleneck's numbers in it.
func (b *builder) workedOut(f *funnel.Result) string {
	s := f.Stage(deref(f.Bottleneck))
	if s == nil || s.Value == nil || s.Target == nil || s.Conversion == nil || f.AnnualWon == nil {
		return ""
	}
	return fmt.Sprintf("At %s: %s × 50%% × (%s − %s) ÷ %s = %s%s.", document.Clean(s.Name), b.cash(*f.AnnualWon), tenth(min(1, *s.Target)), tenth(*s.Conversion), tenth(*s.Conversion), b.cash(s.Value.Base), but(f.YearDoubt()))
}

// Measures of the funnel, in points.
const (
	fnLeft, fnWide = 150.0, 300.0
	fnText         = 466.0 // where a stage's conversion stands
	fnTop, fnRow   = 26.0, 34.0
	fnHigh         = 20.0
	fnSize         = document.Small
)

// funnelPicture is a bar for the deals that reached each stage, and what of them moved on.
func (b *builder) funnelPicture(f *funnel.Result) document.Picture {
	p := document.Picture{Title: "Deals that reached each stage, and how many moved on", W: 720, H: fnTop + fnRow*float64(len(f.Stages)) + 8}
	most := 1
	for _, s := range f.Stages {
		most = max(most, s.Reached)
	}
	if f.Won != nil {
		p.H += fnRow
		most = max(most, *f.Won)
	}
	label := func(x, y, size float64, anchor document.Align, ink document.Ink, bold bool, s string) {
		p.Shapes = append(p.Shapes, document.Label{X: x, Y: y, Size: size, Text: s, Anchor: anchor, Bold: bold, Fill: ink})
	}
	bar := func(i int, name string, n int, ink document.Ink, bold bool) float64 {
		y := fnTop + fnRow*float64(i)
		for k, line := range document.FitLines(name, fnSize, fnLeft-20) {
			label(8, y+14+13*float64(k), fnSize, document.Left, document.Text1, bold, line)
		}
		wide := max(fnWide*float64(n)/float64(most), 2)
		p.Shapes = append(p.Shapes, document.Rect{X: fnLeft, Y: y, W: wide, H: fnHigh, Radius: 2, Fill: ink})
		if wide > 44 {
			label(fnLeft+wide-6, y+14, fnSize, document.Right, document.Paper, true, itoa(n))
		} else {
			label(fnLeft+wide+6, y+14, fnSize, document.Left, document.Text1, true, itoa(n))
		}
		return y
	}
	label(fnLeft, 14, fnSize, document.Left, document.Text2, false, "Deals that reached the stage")
	label(fnText, 14, fnSize, document.Left, document.Text2, false, "Of the decided ones, moved on")
	for i := range f.Stages {
		s := &f.Stages[i]
		narrow := s.Stage == deref(f.Bottleneck)
		ink, name := document.Text2, document.Clean(s.Name)
		if narrow {
			ink = document.Accent
		}
		y := bar(i, name, s.Reached, ink, narrow)
		moved := "no decided deals"
		switch {
		case s.Few:
			moved = fmt.Sprintf("%d of %d (few)", s.Advanced, s.Advanced+s.Lost)
		case s.Conversion != nil:
			moved = percent(*s.Conversion)
			if s.Target != nil {
				moved += ", target " + percent(*s.Target)
			}
		}
		if narrow {
			moved += ": the bottleneck"
		}
		label(fnText, y+14, fnSize, document.Left, document.Text1, narrow, moved)
	}
	if f.Won != nil {
		bar(len(f.Stages), "Won", *f.Won, document.Done, false)
	}
	p.Alt = fmt.Sprintf("A bar for each of %s, as long as the number of deals that reached it, with the share of the decided ones that moved on beside it.", many(len(f.Stages), "stage"))
	if s := f.Stage(deref(f.Bottleneck)); s != nil {
		p.Alt += " The bottleneck is " + document.Clean(s.Name) + "."
	}
	return p
}

// reportObjections are the themes heard on calls, as shares with what they may be.
func (b *builder) reportObjections() {
	b.open("objections")
	if len(b.sc.Objections) == 0 {
		b.add(document.Para{Text: document.Text("No objection was written down on a call.")})
		return
	}
	top := b.sc.Objections[0]
	b.add(document.Para{Text: document.Text(fmt.Sprintf("Each theme is counted once a call. Heard most: %s, on %d of %s.", b.themeName(top.Theme), top.Calls, many(top.Of, "reviewed call")))})
	t := objectionTable(b.pb, b.sc)
	t.Caption = "Objections by theme"
	b.add(t)
}
