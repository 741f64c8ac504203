package export

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/check"
	"github.com/gapbook/gapbook/model/plan"
	"github.com/gapbook/gapbook/model/score"
	"github.com/gapbook/gapbook/tui/screen"
	"github.com/gapbook/gapbook/tui/screen/place"
	"github.com/gapbook/gapbook/tui/screen/scores/explain"
	"github.com/gapbook/gapbook/tui/style"
)

// reader is a book that can say what stands between it and a readout.
type reader interface {
	Readiness(*score.Result) []check.Problem
}

// readiness is what stands between the engagement and a client, and what the file will hold.
type readiness struct {
	book     screen.Book
	known    bool // the book could say
	problems []check.Problem
	planned  int // actions in the plan
	drafted  int // that the draft adds
	nobody   int // drafted with a role for an owner, for someone to choose from
}

// look finds the readiness of the current snapshot, in a command, once for each revision.
func (p *Page) look() tea.Cmd {
	now, today, book := p.Env.Now(), p.Env.Today(), p.Env.Book
	if p.asked == now.Rev+1 || book == nil {
		return nil
	}
	p.asked = now.Rev + 1
	return screen.For(page, func() tea.Msg {
		sc := score.Compute(now.E, now.Playbook, score.Options{AsOf: today})
		r := readiness{book: book}
		if b, ok := book.(reader); ok {
			r.known, r.problems = true, b.Readiness(sc)
		}
		d := plan.Draft(now.E, now.Playbook, sc, today)
		for _, a := range d.Actions {
			switch {
			case a.Status == model.Dropped:
			case d.IsNew(a.ID):
				r.drafted++
				if now.E.Person(a.Owner) == nil {
					r.nobody++
				}
			default:
				r.planned++
			}
		}
		return r
	})
}

// items is the readiness list; enter goes to the place where there is a page for it.
func (p *Page) items() []explain.Item {
	t, r := p.Env.Style, p.ready
	if r == nil {
		return []explain.Item{{Text: "Being checked…", Look: &t.Dim}}
	}
	var out []explain.Item
	out = append(out, explain.Item{Text: p.holds(r)})
	if r.nobody > 0 {
		out = append(out, explain.Item{
			Text: explain.Count(r.nobody, "drafted action has", "drafted actions have") + " a role for an owner, not a person.",
			Mark: t.Warn.Render(style.Warn), Link: screen.Route{Kind: screen.Plan},
		})
	}
	for _, x := range r.problems {
		if x.Warning && p.names { // they are shown anyway
			continue
		}
		item := explain.Item{Text: x.Message, Mark: t.Warn.Render(style.Warn)}
		if at, ok := place.Of(p.Env.E(), x.Path); ok {
			if to, ok := at.Route(p.Env.Has); ok {
				item.Link = to
			}
		}
		out = append(out, item)
	}
	if n := len(check.Errors(p.Env.Now().Problems)); n > 0 {
		out = append(out, explain.Item{
			Text: explain.Count(n, "problem in the file", "problems in the file") + ": the file holds what can be computed nevertheless.",
			Mark: t.Bad.Render(style.Warn), Link: screen.Route{Kind: screen.Problems},
		})
	}
	switch {
	case !r.known:
		out = append(out, explain.Item{Text: "Findings, lines and calls cannot be checked for this file.", Look: &t.Dim})
	case len(out) == 1:
		out = append(out, explain.Item{Text: "Nothing else stands between this and the client.", Mark: t.Good.Render(style.Check)})
	}
	return out
}

// stands is how many things there are to look at: all that the list marks.
func (p *Page) stands() int {
	n, good := 0, p.Env.Style.Good.Render(style.Check)
	for _, x := range p.items() {
		if x.Mark != "" && x.Mark != good {
			n++
		}
	}
	return n
}

func (p *Page) holds(r *readiness) string {
	if p.what > planAt {
		return "The file holds what was followed since the plan began: people as roles unless their names are shown."
	}
	s := "The file holds " + explain.Count(r.planned, "action", "actions") + " of the plan"
	if r.drafted > 0 {
		s += fmt.Sprintf(" and %d more that the draft adds; gapbook report writes the same", r.drafted)
	}
	return s + "."
}
