package scores

import (
	"strconv"

	"github.com/gapbook/gapbook/model/score"
	"github.com/gapbook/gapbook/tui/layout"
	"github.com/gapbook/gapbook/tui/screen/scores/explain"
	"github.com/gapbook/gapbook/tui/style"
	"github.com/gapbook/gapbook/tui/widget"
)

// heatLeast is one cell of the map: a shade, the score and its n.
const heatLeast = 9

// heatW gives a stage's name more room where there is some.
func (p *Page) heatW() int {
	n := max(len(p.Env.E().Stages), 1)
	return min(max((p.W-2-36)/n-2, heatLeast), 16)
}

// nameW is the room for a practice in the map.
const nameW = 22

// fit is how many stages are side by side.
func (p *Page) fit() int { return max((p.W-nameW-4)/(p.heatW()+2), 1) }

// turn brings other stages into the map, where not all fit.
func (p *Page) turn(on bool) {
	if p.show != stages {
		return
	}
	step := 1
	if !on {
		step = -1
	}
	p.first += step
	p.buildStages()
	p.fill()
}

// buildStages makes the map for the stages in sight.
func (p *Page) buildStages() {
	p.first = min(max(p.first, 0), max(len(p.Env.E().Stages)-p.fit(), 0))
	key := p.lists[stages].Key()
	p.lists[stages] = p.stageList()
	p.fill()
	p.lists[stages].Select(key)
}

// shownStages are the ids of the stages in sight.
func (p *Page) shownStages() []string {
	var out []string
	for i, s := range p.Env.E().Stages {
		if i >= p.first && len(out) < p.fit() {
			out = append(out, s.ID)
		}
	}
	return out
}

func (p *Page) stageList() *widget.List {
	cols := []widget.Column{{Title: "Practice"}}
	for _, id := range p.shownStages() {
		cols = append(cols, widget.Column{Title: layout.Clean(p.stage(id)), Width: p.heatW()})
	}
	l := widget.NewList(p.Env.Style, cols...)
	l.Empty = "Nothing with a stage yet: stage audits and calls with a stage fill this map."
	return l
}

// fillStages lists the practices that were seen at some stage.
func (p *Page) fillStages(r *score.Result) {
	shown := p.shownStages()
	var seen []*score.Practice
	for i := range r.Practices {
		if len(r.Practices[i].Stages) > 0 {
			seen = append(seen, &r.Practices[i])
		}
	}
	p.lists[stages].SetRows(widget.Rows{
		N:   len(seen),
		Key: func(i int) string { return seen[i].Practice },
		Cell: func(i, col int) string {
			if col == 0 {
				return layout.Clean(p.name(seen[i].Practice))
			}
			if col > len(shown) {
				return ""
			}
			return p.heat(seen[i], shown[col-1])
		},
	})
}

// heat is one cell: the fuller the block, the better, and the number beside it.
func (p *Page) heat(x *score.Practice, stage string) string {
	t := p.Env.Style
	for _, s := range x.Stages {
		if s.Stage != stage {
			continue
		}
		n := t.Dim.Render(" n" + strconv.Itoa(s.N))
		if s.Field == nil {
			return t.Dim.Render(style.Minus+"    ") + n
		}
		shade := [...]string{"░", "▒", "▓", "█"}[min(max(int(*s.Field)/25, 0), 3)]
		look := t.Level(*s.Field, x.Target)
		return look.Render(shade+layout.FitRight(explain.Whole(*s.Field), 4)) + n
	}
	return t.Dim.Render(style.Bullet)
}
