package render

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/funnel"
	"github.com/gapbook/gapbook/model/names"
	"github.com/gapbook/gapbook/model/render/document"
)

// Groups are the splits of a snapshot as they may be shown. Teams and segments are; owners, and whatever else a column holds,
// may be people: they are shown by role where they are among the engagement's people, else by number, unless by name.
func Groups(e *model.Engagement, f *model.Funnel, byName bool) []funnel.Split {
	p, splits := newPeople(e, byName), funnel.Splits(e, f)
	for i := range splits {
		s := &splits[i]
		for n := range s.Groups {
			g := &s.Groups[n]
			if byName || s.By == "team" || s.By == "segment" || g.Name == model.NoGroup {
				g.Name = p.say(g.Name)
			} else {
				g.Name = p.group(g.Name, fmt.Sprintf("%s %d", capital(document.Clean(s.By)), n+1))
			}
		}
	}
	return splits
}

// group is a person of the engagement by role, else what stands for the name.
func (p *people) group(name, instead string) string {
	for _, x := range p.list {
		if x.Name != "" && names.Fold(x.Name) == names.Fold(name) {
			return p.label[x.ID]
		}
	}
	return instead
}

func capital(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(first)) + s[size:]
}

// groupTable is one split: who won how much of what was decided, and what goes on from each stage.
func groupTable(r *funnel.Result, s *funnel.Split) document.Table {
	t := document.Table{Columns: []document.Column{{Head: "By " + document.Clean(s.By)}, {Head: "Won / lost / open", Align: document.Right}, {Head: "Win rate"}}}
	for i := range r.Stages {
		t.Columns = append(t.Columns, document.Column{Head: "From " + document.Clean(r.Stages[i].Name)})
	}
	for i := range s.Groups {
		g := &s.Groups[i]
		cells := []string{document.Clean(g.Name), strings.Join([]string{counted(g.Won), counted(g.Lost), counted(g.Open)}, " / "), interval(g.WinShare)}
		for j := range r.Stages {
			cell := "-"
			if x := g.Stage(r.Stages[j].Stage); x != nil {
				cell = interval(x.ConversionShare)
			}
			cells = append(cells, cell)
		}
		t.Rows = append(t.Rows, texts(cells...))
	}
	return t
}

func counted(n *int) string {
	if n == nil {
		return "-"
	}
	return fmt.Sprint(*n)
}

// interval is a share with its n and 95 % interval; below 20 it is counts alone.
func interval(s *funnel.Share) string {
	switch {
	case s == nil:
		return "-"
	case s.N < funnel.Few:
		return fmt.Sprintf("%d of %d (few)", s.K, s.N)
	}
	return fmt.Sprintf("%s of %d (%s to %s)", percent(s.Value), s.N, percent(s.Low), percent(s.High))
}
