package audit

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/tui/dialog"
	"github.com/gapbook/gapbook/tui/layout"
	"github.com/gapbook/gapbook/tui/screen"
)

// usual is the number of records in a sample where nobody said another.
const usual = 10

var sampleShape = regexp.MustCompile(`^(\d+)(?:\s*(?:of|/|\s)\s*(\d+))?$`)

// parseSample reads 3 of 10, 3/10, 3 10, or 3 alone for 3 of so many.
func parseSample(s string, of int) (model.Sample, bool) {
	m := sampleShape.FindStringSubmatch(strings.TrimSpace(s))
	if m == nil {
		return model.Sample{}, false
	}
	x := model.Sample{Of: of}
	x.Met, _ = strconv.Atoi(m[1])
	if m[2] != "" {
		x.Of, _ = strconv.Atoi(m[2])
	}
	return x, x.Of > 0 && x.Met <= x.Of
}

// sampleForm asks how many of how many sampled records meet the check.
func (p *Page) sampleForm() *dialog.Form {
	it := p.run.Item()
	value, of := "", usual
	a, _ := p.audit()
	for _, c := range a.Checks {
		if c.Sample != nil && c.Sample.Of > 0 {
			of = c.Sample.Of // what was sampled before is sampled again
		}
	}
	if it.Sample != nil {
		value = fmt.Sprintf("%d of %d", it.Sample.Met, it.Sample.Of)
	}
	f := dialog.Prompt("Sample: "+it.Name, "Met", value, func(s string) string {
		if _, ok := parseSample(s, of); s != "" && !ok {
			return fmt.Sprintf("like 3 of %d, and no more than all of them", of)
		}
		return ""
	}, func(s string) tea.Cmd {
		if s == "" {
			p.run.Set("clear sample", "sample", nil)
			return nil
		}
		x, _ := parseSample(s, of)
		fields := []any{"sample", x}
		if it.NA {
			fields = append(fields, "na", false)
		}
		p.run.Set(fmt.Sprintf("sample %d of %d", x.Met, x.Of), fields...)
		return nil
	})
	f.Fields[0].Placeholder = fmt.Sprintf("3 of %d", of)
	f.Fields[0].Hint = fmt.Sprintf("how many meet it: 3 of %d, or 3 alone; empty clears", of)
	return f
}

// details edits the date and author of the audit and, of a stage, what is written about it.
func (p *Page) details() *dialog.Form {
	a, there := p.audit()
	before := dialog.Values{"by": a.By, "date": string(a.Date), "round": a.Round}
	if !there {
		before["by"], before["date"] = p.Env.Me, string(p.Env.Today())
	}
	f := &dialog.Form{Title: "Audit"}
	s := p.Env.E().Stage(a.Subject)
	if a.Kind != model.StageAudit {
		s = nil
	}
	if s != nil {
		f.Title = "Audit of " + layout.Clean(s.Label())
		before["exit_criteria"] = strings.Join(s.ExitCriteria, "; ")
		before["mandatory_fields"] = strings.Join(s.MandatoryFields, "; ")
		f.Fields = append(f.Fields,
			dialog.Field{
				ID: "exit_criteria", Label: "Exit criteria", Value: before["exit_criteria"],
				Hint: "what must be true before a deal leaves; with semicolons",
			},
			dialog.Field{ID: "mandatory_fields", Label: "Mandatory fields", Value: before["mandatory_fields"], Hint: "with semicolons"})
	}
	f.Fields = append(f.Fields,
		dialog.Field{ID: "date", Label: "Date", Value: before["date"], Kind: dialog.Date},
		dialog.Field{ID: "by", Label: "By", Value: before["by"]},
		dialog.Field{ID: "round", Label: "Round", Value: before["round"], Hint: "empty: the first look; a later one: day-90"})
	f.Then = func(v dialog.Values) tea.Cmd {
		var edits []screen.Edit
		for _, id := range []string{"exit_criteria", "mandatory_fields"} {
			if s != nil && v[id] != before[id] {
				edits = append(edits, screen.Set(list(v[id]), "stages", s.ID, id))
			}
		}
		var own []screen.Edit
		for _, id := range []string{"date", "by", "round"} {
			if v[id] != before[id] {
				var value any
				if v[id] != "" {
					value = v[id]
				}
				own = append(own, screen.Set(value, "audits", p.id, id))
			}
		}
		if len(own) > 0 {
			edits = append(append(edits, p.Brings()...), own...)
		}
		if p.Env.Edit("edit audit", edits...) == nil && len(edits) > 0 {
			p.run.Redraw()
		}
		return nil
	}
	return f
}

func list(s string) any {
	var out []string
	for x := range strings.SplitSeq(s, ";") {
		if x = strings.TrimSpace(x); x != "" {
			out = append(out, x)
		}
	}
	if len(out) == 0 {
		return nil
	}
	return out
}

// remove takes away a sampled record, or an answer that this audit does not ask for, after a question.
func (p *Page) remove() {
	it := p.run.Item()
	what, path := "", []string(nil)
	switch i := p.records.Index(); {
	case it.Key == records && i >= 0:
		a, _ := p.audit()
		what, path = "the record “"+a.Records[i].Deal+"”", []string{"audits", p.id, "records", "#" + strconv.Itoa(i)}
	case strings.HasPrefix(it.Key, stray):
		what, path = "the answer to “"+it.Ask+"” with its note", p.Place(it.NoteKey)
	default:
		p.Env.Say("a check of the playbook stays; clear its rating with ctrl+r x")
		return
	}
	p.run.Settle()
	p.Env.AskRemove(dialog.Confirm{
		Title: "Remove", Text: "Remove " + layout.Clean(what) + "? Undo brings it back.",
		YesLabel: "remove it", NoLabel: "keep it",
	}, "remove from audit", path...)
}
