package render

import (
	"bytes"
	"encoding/csv"
	"slices"
	"strconv"
	"strings"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/plan"
	"github.com/gapbook/gapbook/model/playbook"
	"github.com/gapbook/gapbook/model/render/document"
	"github.com/gapbook/gapbook/model/score"
)

// PlanCSV writes the actions for trackers: column names that Jira, Asana, Linear and Planner map by themselves. Dropped
// actions are left out.
func PlanCSV(e *model.Engagement, pb *playbook.Playbook, sc *score.Result, d *plan.Drafted, opt Options) ([]byte, error) {
	b := newBuilder(e, pb, sc, d, opt)
	var out bytes.Buffer
	out.WriteString("\uFEFF") // so that Excel reads it as UTF-8
	w := csv.NewWriter(&out)
	w.UseCRLF = true
	write := func(cells ...string) { _ = w.Write(cells) } // the error is kept until the end
	write("Title", "Description", "Owner", "Due date", "Phase", "Labels", "Status", "Estimate")
	for _, phase := range plan.Phases() {
		for _, a := range b.d.InPhase(phase) {
			write(
				cell(b.title(a)), cell(b.description(a)), cell(b.owner(a)), cell(document.Clean(string(a.Due))), strconv.Itoa(phase),
				cell(b.labels(a)), cell(document.Clean(string(a.StatusOr()))), estimate(a.Effort),
			)
		}
	}
	w.Flush()
	return out.Bytes(), w.Error()
}

// cell keeps a spreadsheet from reading a text as a formula.
func cell(s string) string {
	if s != "" && strings.ContainsAny(s[:1], "=+-@\t\r") {
		return "'" + s
	}
	return s
}

// description is what the one who gets the ticket has to know, a line each.
func (b *builder) description(a model.Action) string {
	var lines []string
	line := func(name, text string) {
		if text != "" {
			lines = append(lines, name+": "+text)
		}
	}
	r := b.d.Reasons[a.ID]
	findings := r.Findings
	if len(findings) == 0 {
		findings = a.Findings
	}
	if s := b.written(a, a.Deliverable, func(r remedyText) string { return r.Deliverable }); s != "" {
		lines = append(lines, s)
	}
	line("Why", plainText(b.why(a, r, findings)))
	line("Measured by", plainText(b.metric(a, true)))
	line("Depends on", b.depends(a))
	return strings.Join(lines, "\n")
}

func plainText(in []document.Inline) string {
	var b strings.Builder
	for _, x := range in {
		b.WriteString(x.Text)
	}
	return document.Clean(b.String())
}

func (b *builder) labels(a model.Action) string {
	var out []string
	if a.Practice != "" {
		out = append(out, document.Clean(a.Practice))
	}
	for _, id := range a.Findings {
		if f := b.look.findings[id]; f != nil && f.Tag != "" && !slices.Contains(out, document.Clean(string(f.Tag))) {
			out = append(out, document.Clean(string(f.Tag)))
		}
	}
	return strings.Join(out, ",")
}

func estimate(x *float64) string {
	if finite(x) == nil {
		return ""
	}
	return strconv.FormatFloat(*x, 'f', -1, 64)
}

func itoa(n int) string { return strconv.Itoa(n) }
