package capture

import (
	"slices"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/alike"
	"github.com/gapbook/gapbook/tui/screen"
	"github.com/gapbook/gapbook/tui/screen/evidence"
)

// Alike knows which gap lines and findings say nearly the same.
type Alike struct {
	index    *alike.Index
	texts    []string
	lines    []evidence.Line
	findings []*model.Finding // numbered after the lines
	at       map[string]int   // by the key of a line, or the id of a finding
}

// Like is what a line or a finding looks like: one finding, or one line of which nothing was made yet.
type Like struct {
	Finding *model.Finding
	Line    *evidence.Line
}

// NewAlike reads all gap lines, and the findings that are not dismissed. What was read before is used again while the words
// are the same; nil: nothing was.
func NewAlike(env *screen.Env, was *Alike) *Alike {
	now := env.Now()
	a := &Alike{lines: evidence.Lines(now.E, now.Playbook, model.GapLine), findings: Ordered(env), at: map[string]int{}}
	for i, l := range a.lines {
		a.at[l.Key()] = i
		a.texts = append(a.texts, l.Text)
	}
	for i, f := range a.findings {
		a.at[f.ID] = len(a.lines) + i
		a.texts = append(a.texts, f.Title)
	}
	if was != nil && slices.Equal(was.texts, a.texts) {
		a.index = was.index
	} else {
		a.index = alike.New(a.texts)
	}
	return a
}

// ToLine is what a line looks like most: a finding, also by a line that it was made of, or another open line. Nil: nothing.
func (a *Alike) ToLine(l evidence.Line) *Like {
	i, ok := a.at[l.Key()]
	if !ok {
		return nil
	}
	for _, m := range a.index.To(i) {
		if m.Text >= len(a.lines) {
			return &Like{Finding: a.findings[m.Text-len(a.lines)]}
		}
		switch x := &a.lines[m.Text]; {
		case x.Place.Ref() == l.Place.Ref() && x.Text == l.Text: // the same words in the same note have one fate
		case x.Open():
			return &Like{Line: x}
		case x.Fate.Finding != "":
			if at, ok := a.at[x.Fate.Finding]; ok {
				return &Like{Finding: a.findings[at-len(a.lines)]}
			}
		}
	}
	return nil
}

// ToFinding are the findings that say nearly the same as one, the most alike first.
func (a *Alike) ToFinding(id string) []*model.Finding {
	var out []*model.Finding
	if i, ok := a.at[id]; ok {
		for _, m := range a.index.To(i) {
			if m.Text >= len(a.lines) {
				out = append(out, a.findings[m.Text-len(a.lines)])
			}
		}
	}
	return out
}
