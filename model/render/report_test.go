package render_test

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/plan"
	"github.com/gapbook/gapbook/model/playbook"
	"github.com/gapbook/gapbook/model/render"
	"github.com/gapbook/gapbook/model/score"
)

// parts are those of a zip, one after the other, each with its name and well-formed.
func parts(t testing.TB, data []byte) []byte {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		part, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		d := xml.NewDecoder(bytes.NewReader(part))
		for {
			if _, err := d.Token(); err == io.EOF {
				break
			} else if err != nil {
				t.Fatalf("%s: %v", f.Name, err)
			}
		}
		out.WriteString(f.Name + "\n")
		out.Write(part)
	}
	return out.Bytes()
}

// report is the readout as Markdown on one line.
func report(t *testing.T, e *model.Engagement, opt render.Options) string {
	t.Helper()
	opt.AsOf = "2026-11-24"
	return asOn(t, e, playbook.Builtin(), opt)
}

// asOn is the same on a day of its own.
func asOn(t *testing.T, e *model.Engagement, pb *playbook.Playbook, opt render.Options) string {
	t.Helper()
	sc := score.Compute(e, pb, score.Options{AsOf: opt.AsOf})
	d := plan.Draft(e, pb, sc, opt.AsOf)
	return strings.Join(strings.Fields(string(render.Markdown(render.Report(e, pb, sc, d, opt)))), " ")
}

// page is the readout as HTML.
func page(t *testing.T, e *model.Engagement, opt render.Options) string {
	t.Helper()
	sc := score.Compute(e, playbook.Builtin(), score.Options{AsOf: opt.AsOf})
	data, err := render.HTML(render.Report(e, playbook.Builtin(), sc, plan.Draft(e, playbook.Builtin(), sc, opt.AsOf), opt))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestSummarySaysWhatIsSo(t *testing.T) {
	empty := report(t, &model.Engagement{Client: model.Client{Name: "X"}}, render.Options{})
	holds(t, empty, "Nothing has been scored in the field yet.", "No finding is written down yet.", "There is no funnel from the CRM yet",
		"This rests on 0 interviews, 0 reviewed calls and 0 audited stages, handoffs and cadences. Fewer than 10 calls show no pattern", "No gap is written down yet.", "No objection was written down")
	lacks(t, empty, "What is said and what is done", "What already works", "Value at stake by stage")

	got := report(t, first(), render.Options{})
	holds(t, got, "No blind spot is clear yet. The widest first sign is", "3 gaps were found. One gap is a quick win: high impact, easy to close. First in order: “Calls end without a date”.",
		"In days 1 to 30: “", "### 1. Calls end without a date", "| 1 | Calls end without a date | 20 | 5 | 4 | quick win |", "**Taken up by:** action",
		"**Taken up by:** no action in these 90 days", "**Handoffs not audited:** Marketing to Sales", "**Not interviewed:** leaders",
		"*“I just send the deck”* (Rep 1, interview", "Price or budget | 1 of 1")
	lacks(t, got, "Bob", "Cleo", "secret words", "she said so too", "Wrongly seen")

	e := told()
	e.Stages = []model.Stage{{ID: "disc", Name: "Discovery"}}
	e.Funnels = []model.Funnel{{
		Label: "baseline", From: "2025-01-01", To: "2025-12-31", Won: whole(60), Lost: whole(240), Open: whole(0), WonAmount: num(3_000_000),
		Stages: []model.FunnelStage{{Stage: e.Stages[0].ID, Reached: 300, Advanced: 150, Lost: 150}},
	}}
	e.Stages[0].TargetConversion = num(0.6)
	// 3,000,000 x 365 / 365 x 50 % x (0.6 - 0.5) / 0.5 = 300,000
	holds(t, report(t, e, render.Options{}), "The bottleneck is", "would be worth about USD 300,000 of won business a year, from USD 150,000 for a quarter of it to USD 600,000 for all of it",
		"USD 3,000,000 × 50% × (60.0% − 50.0%) ÷ 50.0% = USD 300,000.", "Values of stages overlap: they do not add up.")
	e.Stages[0].TargetConversion = num(0.4)
	holds(t, report(t, e, render.Options{}), "the funnel names no bottleneck and no value at stake")
}

func TestSectionsAreChosen(t *testing.T) {
	got := report(t, first(), render.Options{Sections: []string{"plan"}})
	holds(t, got, "## The 30-60-90 day plan")
	lacks(t, got, "## Summary", "## Findings", "## Appendix")
	for _, s := range render.Sections() {
		if s.Name != "cards" && s.Name != "strengths" { // only where there is something
			holds(t, report(t, first(), render.Options{Sections: []string{s.Name}}), "## "+s.Title)
		}
	}
	// A link leads somewhere, whatever is left out.
	for _, name := range render.SectionNames() {
		page := page(t, first(), render.Options{AsOf: "2026-11-24", Sections: []string{name}})
		for _, part := range strings.Split(page, `href="#`)[1:] {
			if id, _, _ := strings.Cut(part, `"`); !strings.Contains(page, `id="`+id+`"`) {
				t.Errorf("%s: a link to #%s, which is not there", name, id)
			}
		}
	}
}

func TestWordsOfOnesOwn(t *testing.T) {
	e := first()
	e.Readout = &model.Readout{
		Summary:  "We **met** Ana&nbsp;Ruiz and B<b>o</b>b *Stone*.\n\n1. one\n2. two\n\n<script>alert(1)</script>\n\n![p](https://evil.test/x.png) [click](javascript:alert(1)) [here](https://a.test)",
		Sections: map[string]string{"findings": "> said Bob\n\n| a | b |\n|---|---|\n| 1 | 2 |", "next_steps": "Later."},
	}
	got := report(t, e, render.Options{})
	holds(t, got, "We **met** Manager 1", "1. one 2. two", "here (https", "## Next steps Later.", "| a | b |", "> said Rep 1", "First in order: “Calls end without a date”.")
	lacks(t, got, "Ana", "Ruiz", "Bob", "Stone", "alert", "javascript", "evil")
	lacks(t, report(t, e, render.Options{NoQuotes: true}), "said Rep 1")
	lacks(t, page(t, e, render.Options{AsOf: "2026-11-24"}), "<script", "<b>", "<img", "javascript")
}

func TestNamesInQuotesStandInBrackets(t *testing.T) {
	e := first()
	e.Interviews[0].Answers[0].Note = "> ask Ana Ruiz or Cleo\n"
	holds(t, report(t, e, render.Options{}), "“ask \\[Manager 1\\] or \\[Rep 2\\]”")
	holds(t, report(t, e, render.Options{Names: true}), "“ask Ana Ruiz or Cleo”")
}

func TestAppendixIsTheClientsOwn(t *testing.T) {
	e := first()
	e.Stages[0].ExitCriteria, e.Stages[0].MandatoryFields = []string{"Bob has met the buyer"}, []string{"next_step"}
	got := report(t, e, render.Options{})
	holds(t, got, "To leave Discovery", "Rep 1 has met the buyer", "Next step", "### Mutual action plan, a template", "### The CORE coaching guide", "### How this was measured",
		"reported (weight 1), observed on calls (2) and recorded (2)")
}

func TestWorkbook(t *testing.T) {
	e := told()
	e.Stages = []model.Stage{{ID: "disc", Name: "Discovery"}}
	e.Funnels = []model.Funnel{{Label: "baseline", Stages: []model.FunnelStage{{Stage: "disc", Reached: 3, Advanced: 1, Lost: 2}}}}
	e.Plan.Actions[0].Title = "=HYPERLINK(\"http://evil.test\")"
	e.Plan.Actions[0].Due = "2026-05-08"
	got := all(t, e, playbook.Builtin(), render.Options{AsOf: "2026-04-01"})
	f, err := excelize.OpenReader(bytes.NewReader(got["report-xlsx"]))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	want := []string{"Summary", "Charts", "Practices", "Findings", "Evidence", "Plan", "Funnel", "Indicators", "Lists"}
	if sheets := f.GetSheetList(); !slices.Equal(sheets, want) {
		t.Errorf("sheets %q", sheets)
	}
	found := false
	rows, err := f.GetRows("Plan", excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	for i, r := range rows {
		if len(r) < 6 || r[1] != e.Plan.Actions[0].Title {
			continue
		}
		found = true
		cell, _ := excelize.CoordinatesToCellName(2, i+1)
		if formula, _ := f.GetCellFormula("Plan", cell); formula != "" {
			t.Errorf("a title became the formula %q", formula)
		}
		if r[4] != "46150" { // 8 May 2026, in days since 30 December 1899
			t.Errorf("due %q", r[4])
		}
		cell, _ = excelize.CoordinatesToCellName(5, i+1)
		if s, _ := f.GetCellValue("Plan", cell); s != "2026-05-08" {
			t.Errorf("due is shown as %q", s)
		}
	}
	if !found {
		t.Error("the plan lacks the client's own action")
	}
	rules, err := f.GetDataValidations("Plan")
	if err != nil || len(rules) != 3 {
		t.Errorf("%d rules, %v", len(rules), err)
	}
	text := string(parts(t, got["report-xlsx"]))
	holds(t, text, "_xlnm.Print_Titles", "<autoFilter", `state="frozen"`, "xl/charts/chart1.xml", "xl/charts/chart2.xml")
	if m := regexp.MustCompile(`<c [^>]*><f|vbaProject|externalLink|TargetMode="External"`).FindString(text); m != "" {
		t.Errorf("the workbook holds %s", m)
	}
}
