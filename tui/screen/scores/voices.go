package scores

import (
	"cmp"
	"slices"
	"strings"

	"charm.land/lipgloss/v2"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/playbook"
	"github.com/gapbook/gapbook/model/score"
	"github.com/gapbook/gapbook/tui/screen"
	"github.com/gapbook/gapbook/tui/screen/evidence"
	"github.com/gapbook/gapbook/tui/screen/scores/explain"
)

// most quotes of each side that stand on top; all are under their sources.
const most = 2

// voice is one quote with the rating it stands beside.
type voice struct {
	text, who string
	value     float64
	to        screen.Route
}

// voices are the strongest quotes of each side: of belief those beside the highest ratings, of the field those beside the
// lowest; the other way round where the field is better than believed.
func (p *Page) voices(x *score.Practice) []explain.Item {
	var believed, field []voice
	for _, o := range x.Observations {
		for _, text := range p.quotes(o) {
			v := voice{text, o.Who, o.Value, route(o)}
			if o.Lens == playbook.Believed {
				believed = append(believed, v)
			} else {
				field = append(field, v)
			}
		}
	}
	up := x.BlindSpot == nil || *x.BlindSpot >= 0
	var out []explain.Item
	add := func(head string, side []voice, high bool) {
		if len(side) == 0 {
			return
		}
		slices.SortStableFunc(side, func(a, b voice) int {
			if high {
				return cmp.Compare(b.value, a.value)
			}
			return cmp.Compare(a.value, b.value)
		})
		out = append(out, explain.Item{Head: true, Text: head})
		for i, v := range side {
			if i == most {
				break
			}
			out = append(out, explain.Item{Text: "“" + v.text + "” " + v.who, Look: &p.Env.Style.Quote, Link: v.to})
		}
	}
	add("Said by those who lead", believed, up)
	add("Said and heard in the field", field, !up)
	return out
}

// quotes are the `>` lines noted beside a rating.
func (p *Page) quotes(o score.Observation) []string {
	var out []string
	for _, n := range model.NoteLines(p.note(o)) {
		if n.Mark == model.Quote {
			out = append(out, n.Text)
		}
	}
	return out
}

// excerpt is the line of the note that says most.
func (p *Page) excerpt(o score.Observation) (string, *lipgloss.Style) {
	t := p.Env.Style
	text, mark := evidence.Place{Note: p.note(o)}.Excerpt()
	switch {
	case text == "":
		return "", nil
	case mark == model.Quote:
		return "“" + text + "”", &t.Quote
	case mark == model.GapLine:
		return "! " + text, &t.Gap
	}
	return text, &t.Dim
}

// note is what was noted beside a rating: found by its place, where the record is still what was scored.
func (p *Page) note(o score.Observation) string {
	e := p.Env.E()
	switch o.Kind {
	case score.PersonSource:
		if i := e.Interview(o.Record); i != nil && o.Index < len(i.Answers) && i.Answers[o.Index].Question == o.Item {
			return i.Answers[o.Index].Note
		}
	case score.CallSource:
		if c := e.Call(o.Record); c != nil && o.Index < len(c.Checks) && c.Checks[o.Index].Check == o.Item {
			return c.Checks[o.Index].Note
		}
	case score.AuditSource:
		if a := e.Audit(o.Record); a != nil && o.Index < len(a.Checks) && a.Checks[o.Index].Check == o.Item {
			return a.Checks[o.Index].Note
		}
	}
	return ""
}

// whyTheme lists the calls on which an objection was heard, with the words where they were noted.
func (p *Page) whyTheme(theme string) []explain.Item {
	t, e := p.Env.Style, p.Env.E()
	var out []explain.Item
	for _, o := range p.result.Objections {
		if o.Theme != theme {
			continue
		}
		out = append(out, explain.Item{Text: strings.Join([]string{
			"Heard on " + explain.Count(o.Calls, "call", "calls") + " of", explain.Count(o.Of, "reviewed call,", "reviewed calls,"),
			"95 % interval", explain.Percent(o.Low), "to", explain.Percent(o.High) + ". Each call counts once.",
		}, " ")})
		if o.Few {
			out = append(out, explain.Item{Text: "That is few: below 10 calls a share says little.", Look: &t.Warn})
		}
		for _, id := range o.IDs {
			c := e.Call(id)
			if c == nil {
				continue
			}
			detail := c.Label()
			if c.Stage != "" {
				detail += ", " + p.stage(c.Stage)
			}
			out = append(out, explain.Item{Head: true, Text: detail, Link: screen.Route{Kind: screen.Call, ID: id}})
			for _, x := range c.Objections {
				if x.Theme != theme {
					continue
				}
				text := explain.Or(x.Quote, "(no words noted)")
				if x.Quote != "" {
					text = "“" + x.Quote + "”"
				}
				if x.At != "" {
					text = "[" + string(x.At) + "] " + text
				}
				out = append(out, explain.Item{
					Text: text, Look: &t.Quote, Indent: 2,
					Link: screen.Route{Kind: screen.Call, ID: id, At: string(x.At)},
				})
			}
		}
	}
	return out
}
