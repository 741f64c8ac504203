package funnel

import (
	"fmt"
	"strconv"

	"github.com/gapbook/gapbook/model/funnel"
	"github.com/gapbook/gapbook/tui/layout"
	"github.com/gapbook/gapbook/tui/screen/scores/explain"
)

// groupsOpen stands for a stage in Page.open while the splits are shown: no stage has an empty word in its id.
const groupsOpen = "\x00groups"

func (p *Page) whyGroups() {
	if f := p.snapshot(); f != nil && len(f.By) > 0 {
		p.open = groupsOpen
		p.doc.Open(p.items())
		return
	}
	p.Env.Say("this snapshot is not counted by owner, team or segment; an import can do it")
}

// splits names what the shown snapshot is split by.
func (p *Page) splits() string {
	var names []string
	if f := p.snapshot(); f != nil {
		for _, s := range f.By {
			names = append(names, layout.Clean(s.By))
		}
	}
	return explain.List(names)
}

// groups shows each split: who won how much of what was decided, and what goes on at the bottleneck.
func (p *Page) groups() []explain.Item {
	t, f := p.Env.Style, p.snapshot()
	if f == nil || len(f.By) == 0 {
		return []explain.Item{{Text: "This snapshot is not split. An import can split it by owner, team or segment."}}
	}
	whole := p.shown()
	var out []explain.Item
	for _, s := range funnel.Splits(p.Env.E(), f) {
		out = append(out, explain.Item{Head: true, Text: "Win rate by " + s.By + " in " + label(whole)})
		for i := range s.Groups {
			g := &s.Groups[i]
			out = append(out, p.groupLine(g.Name, g.WinShare, fmt.Sprintf("%s won %s lost %s open", counted(g.Won), counted(g.Lost), counted(g.Open))))
		}
		for j := range whole.Stages {
			stage := &whole.Stages[j]
			note := ""
			if is(whole.Bottleneck, stage.Stage) {
				note = ", the bottleneck"
			}
			out = append(out, explain.Item{Head: true, Text: "Goes on from " + stage.Name + note})
			out = append(out, p.groupsAt(stage.Stage, s.Groups)...)
		}
	}
	return append(out, explain.Item{
		Text: "Small groups differ by chance alone: where intervals overlap, nothing is said of who is better. A deal counts for the owner it has now.", Look: &t.Dim,
	})
}

// groupsAt are the groups of a split at one stage.
func (p *Page) groupsAt(stage string, groups []funnel.Group) (out []explain.Item) {
	for i := range groups {
		g := &groups[i]
		s := g.Stage(stage)
		if s == nil || s.Reached == 0 {
			continue
		}
		days := "days not known"
		if s.MedianDays != nil {
			days = "median " + explain.Tenths(*s.MedianDays) + " days"
		}
		out = append(out, p.groupLine(g.Name, s.ConversionShare, days))
	}
	return out
}

// groupLine is one group: its name, the share with its interval or its counts, and a word more.
func (p *Page) groupLine(name string, s *funnel.Share, more string) explain.Item {
	t := p.Env.Style
	share := "none decided"
	switch {
	case s != nil && s.N < funnel.Few:
		share = strconv.Itoa(s.K) + " of " + strconv.Itoa(s.N) + " few"
	case s != nil:
		share = fmt.Sprintf("%s of %d, %s to %s", explain.Percent(s.Value), s.N, explain.Whole(100*s.Low), explain.Percent(s.High))
	}
	return explain.Item{Draw: func(w int) string {
		cols := layout.Screen(w, 1).Cols(2, layout.Flex(1), layout.Fixed(24), layout.Fixed(26))
		return layout.Fit(t.Text.Render(layout.Words(layout.Clean(name), cols[0].W)), cols[0].W) + "  " +
			layout.Fit(t.Text.Render(share), cols[1].W) + "  " + layout.Fit(t.Dim.Render(more), cols[2].W)
	}}
}
