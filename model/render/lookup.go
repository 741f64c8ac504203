package render

import (
	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/score"
)

// lookup finds what a document names by its id, so that the time it takes grows with the engagement and not with its
// square. As everywhere the first of an id counts.
type lookup struct {
	findings map[string]*model.Finding
	scored   map[string]*score.Finding
	lines    map[string][]int // by finding: its settled lines
}

func newLookup(e *model.Engagement, sc *score.Result) lookup {
	l := lookup{map[string]*model.Finding{}, map[string]*score.Finding{}, map[string][]int{}}
	for i := range e.Findings {
		if f := &e.Findings[i]; f.ID != "" && l.findings[f.ID] == nil {
			l.findings[f.ID] = f
		}
	}
	for i := range sc.Findings {
		if f := &sc.Findings[i]; l.scored[f.ID] == nil {
			l.scored[f.ID] = f
		}
	}
	for i, line := range e.Lines {
		if line.Finding != "" {
			l.lines[line.Finding] = append(l.lines[line.Finding], i)
		}
	}
	return l
}
