package render

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"strings"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/inert"
	"github.com/gapbook/gapbook/model/plan"
	"github.com/gapbook/gapbook/model/playbook"
	"github.com/gapbook/gapbook/model/render/document"
)

// jsonAction is an action with the names it has in the file, in their order. What is absent is null, a list never is.
type jsonAction struct {
	ID          string      `json:"id"`
	Title       *string     `json:"title"`
	Phase       int         `json:"phase"`
	Owner       *string     `json:"owner"`
	Due         *string     `json:"due"`
	Effort      *float64    `json:"effort"`
	Practice    *string     `json:"practice"`
	Findings    []string    `json:"findings"`
	Remedy      *string     `json:"remedy"`
	Deliverable *string     `json:"deliverable"`
	Metric      *jsonMetric `json:"metric"`
	Depends     []string    `json:"depends"`
	Status      string      `json:"status"`
	Done        *string     `json:"done"`
	Pinned      bool        `json:"pinned"`
	Note        *string     `json:"note"`
}

type jsonMetric struct {
	Name     *string  `json:"name"`
	From     *string  `json:"from"`
	Baseline *float64 `json:"baseline"`
	Target   *float64 `json:"target"`
}

// PlanJSON is the document of `plan --format json`. Numbers are not rounded. Owners stay ids; names in hand-written text
// are protected as everywhere, and so is an owner whose id is made of their name.
func PlanJSON(e *model.Engagement, pb *playbook.Playbook, d *plan.Drafted, opt Options) ([]byte, error) {
	return indented(PlanValue(e, pb, d, opt))
}

// indented is a value as JSON for reading.
func indented(v any) ([]byte, error) {
	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(v); err != nil {
		return nil, fmt.Errorf("writing JSON: %w", err)
	}
	return inert.JSON(out.Bytes()), nil
}

// PlanValue is the same as a value, for a document that holds the plan beside other things.
func PlanValue(e *model.Engagement, pb *playbook.Playbook, d *plan.Drafted, opt Options) any {
	b := newBuilder(e, pb, nil, d, opt)
	all := func(list []model.Action) []jsonAction {
		out := []jsonAction{}
		for _, a := range list {
			out = append(out, b.json(a))
		}
		return out
	}
	return struct {
		Actions []jsonAction `json:"actions"`
		Later   []jsonAction `json:"later"`
		Stale   []jsonAction `json:"stale"`
	}{all(b.d.Actions), all(b.d.Later), all(b.d.Stale)}
}

func (b *builder) json(a model.Action) jsonAction {
	j := jsonAction{
		ID: document.Clean(a.ID), Phase: a.Phase, Due: textOr(string(a.Due)), Effort: finite(a.Effort),
		Title:    textOr(b.written(a, a.Title, func(r remedyText) string { return r.Title })),
		Owner:    textOr(b.people.ownerID(a.Owner)),
		Practice: textOr(a.Practice), Findings: cleanAll(a.Findings), Remedy: textOr(a.Remedy),
		Deliverable: textOr(b.written(a, a.Deliverable, func(r remedyText) string { return r.Deliverable })),
		Depends:     cleanAll(a.Depends), Status: document.Clean(string(a.StatusOr())), Done: textOr(string(a.Done)), Pinned: a.Pinned,
		Note: textOr(b.note(a.Note)),
	}
	if m := a.Metric; m != nil {
		j.Metric = &jsonMetric{
			Name: textOr(b.written(a, m.Name, func(r remedyText) string { return r.Metric })), From: textOr(b.people.say(m.From)),
			Baseline: finite(m.Baseline), Target: finite(m.Target),
		}
	}
	return j
}

// note is an action's note line by line, without its quotes where none may be shown.
func (b *builder) note(note string) string {
	var out []string
	for line := range strings.SplitSeq(document.CleanLines(note), "\n") {
		if model.ParseLine(line).Mark != model.Quote || !b.opt.NoQuotes {
			out = append(out, b.people.say(line))
		}
	}
	return strings.TrimSpace(strings.Join(out, "\n"))
}

// ownerID is an owner as the file has it: an id, a role or a text.
func (p *people) ownerID(owner string) string {
	for _, x := range p.list {
		if x.ID != owner || owner == "" {
			continue
		}
		if p.givesAway(x.ID, x) {
			return p.byTitle(x)
		}
		return document.Clean(owner)
	}
	return p.say(owner)
}

func textOr(s string) *string {
	if s == "" {
		return nil
	}
	if !strings.Contains(s, "\n") {
		s = document.Clean(s)
	}
	return &s
}

func cleanAll(list []string) []string {
	out := []string{}
	for _, s := range list {
		out = append(out, document.Clean(s))
	}
	return out
}

// finite drops what JSON cannot hold.
func finite(x *float64) *float64 {
	if x == nil || math.IsNaN(*x) || math.IsInf(*x, 0) {
		return nil
	}
	return x
}
