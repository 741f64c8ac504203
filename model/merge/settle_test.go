package merge_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/merge"
	"github.com/gapbook/gapbook/model/workbook"
)

// What is listed can be settled by one edit: theirs then stands where theirs had it.
func TestSettle(t *testing.T) {
	src := string(rich(t))
	change := func(pairs ...string) string {
		out := strings.NewReplacer(pairs...).Replace(src)
		if strings.Count(out, "\n") != strings.Count(src, "\n") {
			t.Fatal("a line too many")
		}
		return out
	}
	ours := change("impact: 5", "impact: 1", "crm-hygiene: 70", "crm-hygiene: 1", "met: 3, of: 10", "met: 1, of: 1", "quote: next year", "quote: ours",
		"reached: 410, advanced: 212", "reached: 411, advanced: 213", "segment: 01067", "segment: 01", "target: 0.6}", "target: 0.1}",
		"map-hit-rate: 0.7", "map-hit-rate: 0.1", "result: partly}\n    objections", "result: na}\n    objections", "owner: seller", "owner: buyer",
		"still too much", "ours", "culture", "process", "wins: [\"one win\"]", "date: 2026-05-07")
	ours = strings.Replace(ours, "date: 2026-05-06, date: 2026-05-07", "date: 2026-05-07", 1)
	theirs := change("impact: 5", "impact: 2", "crm-hygiene: 70", "crm-hygiene: 2.5", "met: 3, of: 10", "met: 2, of: 2", "quote: next year", "quote: theirs",
		"reached: 410, advanced: 212", "reached: 412, advanced: 214", "segment: 01067", "segment: 02", "target: 0.6}", "target: 0.2}",
		"map-hit-rate: 0.7", "map-hit-rate: 0.2", "result: partly}\n    objections", "result: \"no\"}\n    objections", "owner: seller", "owner: x",
		"still too much", "theirs", ", tag: culture", "", "date: 2026-05-06", "date: 2026-05-08")
	got, report, err := merge.Documents(parse(t, src), parse(t, ours), parse(t, theirs), merge.Options{})
	if err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "acme.yaml")
	if err := os.WriteFile(file, got.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	book, err := workbook.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	var fields []string
	for _, u := range book.Now().E.Unsettled[1:] {
		fields = append(fields, u.Field)
		path, value, err := merge.Settle(book.Now().E, u, true)
		if err != nil {
			t.Error(err)
			continue
		}
		if err := book.Apply("settle", workbook.Set(value, path...)); err != nil {
			t.Errorf("%s: %v %v: %v", u.Field, path, value, err)
		}
	}
	want := "client.segment targets.crm-hygiene a-1.checks.fields-filled.sample c-1.checks.agenda.result c-1.objections.#1.quote " +
		"c-1.objections.timing.quote f-1.impact f-2.tag funnels.baseline.stages.discovery x-2.metric.target m-1.milestones.Order form.owner " +
		"weeks.2026-05-11.indicators.map-hit-rate reviews.2026-05-07.date"
	if s := strings.Join(fields, " "); s != want || s != strings.Join(report.Unsettled, " ") {
		t.Errorf("unsettled:\n%s\nwant\n%s", s, want)
	}
	e := book.Now().E
	have := fmt.Sprintln(*e.Findings[0].Impact, e.Targets["crm-hygiene"], *e.Audits[0].Checks[1].Sample, e.Calls[0].Objections[2].Quote,
		e.Funnels[0].Stages[0].Reached, e.Client.Segment, *e.Plan.Actions[1].Metric.Target, e.Weeks[0].Indicators["map-hit-rate"],
		e.Calls[0].Checks[1].Result, e.MAPs[0].Milestones[1].Owner, e.Calls[0].Objections[1].Quote, e.Findings[1].Tag, e.Reviews[0].Date)
	if want := "2 2.5 {2 2} theirs 412 02 0.2 0.2 no x theirs  2026-05-08\n"; have != want {
		t.Errorf("have %s\nwant %s", have, want)
	}
	if _, _, err := merge.Settle(e, model.Unsettled{Field: "f-9.impact"}, true); err == nil {
		t.Error("settled what is not there")
	}
}
