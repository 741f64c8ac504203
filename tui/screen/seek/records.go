package seek

import (
	"slices"
	"strconv"
	"strings"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/playbook"
	"github.com/gapbook/gapbook/tui/layout"
	"github.com/gapbook/gapbook/tui/screen"
	"github.com/gapbook/gapbook/tui/screen/place"
)

// Records are all that have a page of their own or a row on one, in the order of the file, then the verbatim quotes.
func Records(e *model.Engagement, has func(screen.Kind) bool) []Entry {
	var out []Entry
	at := place.NewMap(e)
	add := func(label, detail string, path ...any) {
		p, ok := at.Of(path)
		if !ok || strings.TrimSpace(label) == "" {
			return
		}
		if to, ok := p.Route(has); ok {
			out = append(out, Entry{layout.Clean(label), layout.Clean(detail), to})
		}
	}
	for i, x := range e.People {
		add(x.Label(), joined(string(x.Role), x.Title, x.Team), "people", i)
	}
	for i, x := range e.Stages {
		add(x.Label(), "deal stage", "stages", i)
	}
	for i, x := range e.Audits {
		subject := x.Subject
		if s := e.Stage(x.Subject); s != nil {
			subject = s.Label()
		}
		add(subject, joined(string(x.Kind)+" audit", x.Round, string(x.Date)), "audits", i)
	}
	for i, x := range e.Interviews {
		who := x.Person
		if p := e.Person(x.Person); p != nil {
			who = p.Label()
		}
		add(who, joined("interview", x.Round, string(x.Date)), "interviews", i)
	}
	for i, x := range e.Calls {
		add(x.Label(), joined("call", string(x.Date)), "calls", i)
	}
	for i, x := range e.Findings {
		kind := "finding"
		if !x.IsGap() {
			kind = "strength"
		}
		add(x.Label(), kind, "findings", i)
	}
	for i, x := range e.Actions() {
		add(x.Title, joined("action", string(x.Due)), "plan", "actions", i)
	}
	for i, x := range e.MAPs {
		add(x.Deal, "mutual action plan", "maps", i)
	}
	for i, x := range e.Coaching {
		who := x.Rep
		if p := e.Person(x.Rep); p != nil {
			who = p.Label()
		}
		add(who, joined("coaching round", string(x.Date)), "coaching", i)
	}
	for i, x := range e.Reviews {
		add("Review of day "+strconv.Itoa(x.Day), joined("review", string(x.Date)), "reviews", i)
	}
	return append(out, quotes(e, at, has)...)
}

// Questions are those of the guide of an interview, and the checks of an audit, that may be asked out of order.
func Questions(e *model.Engagement, pb *playbook.Playbook, at screen.Route) []Entry {
	var out []Entry
	add := func(id, ask string) {
		to := at
		to.At = id
		out = append(out, Entry{layout.Clean(ask), "question", to})
	}
	switch at.Kind {
	case screen.Interview:
		x := e.Interview(at.ID)
		if x == nil {
			return nil
		}
		p := e.Person(x.Person)
		if p == nil {
			return nil
		}
		if g := pb.Guide(p.Role); g != nil {
			for _, q := range g.Questions {
				add(q.ID, q.Ask)
			}
		}
	case screen.Audit:
		if x := e.Audit(at.ID); x != nil {
			for _, c := range pb.Checks(x.Kind, x.Subject) {
				add(c.ID, c.Ask)
			}
		}
	}
	return out
}

func quotes(e *model.Engagement, in *place.Map, has func(screen.Kind) bool) []Entry {
	var out []Entry
	each(e, func(path []any, text string) {
		if !strings.Contains(text, ">") || path[len(path)-1] != "note" {
			return
		}
		at, ok := whereabouts(e, in, has, path)
		if !ok {
			return
		}
		for line := range strings.SplitSeq(text, "\n") {
			if n := model.ParseLine(line); n.Mark == model.Quote && n.Text != "" {
				out = append(out, at.line("“"+n.Text+"”", line))
			}
		}
	})
	return out
}

func joined(parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), ", ")
}
