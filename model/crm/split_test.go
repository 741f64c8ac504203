package crm

import (
	"fmt"
	"strings"
	"testing"

	"github.com/gapbook/gapbook/model"
)

// A deal counts whole for the owner of its latest row; the groups add up to the whole.
func TestSplit(t *testing.T) {
	const history = `deal_id,stage,changed_at,close_date,amount,owner
1,Discovery,2026-01-01,2026-02-01,100,Ann
1,Demo & Proof,2026-01-11,2026-03-01,100,Ann
1,Won,2026-01-31,,100,Bob
2,Discovery,2026-01-02,2026-02-01,50,Bob
2,Lost,2026-01-04,,50,Bob
3,Discovery,2026-01-03,2026-02-01,70,Ann
4,Discovery,2026-01-03,2026-02-01,70,TBD
`
	res := mustRead(t, history, Options{By: []string{"owner"}})
	if len(res.Funnel.By) != 1 || res.Funnel.By[0].By != "owner" {
		t.Fatalf("%+v", res.Funnel.By)
	}
	var got []string
	for _, g := range res.Funnel.By[0].Groups {
		got = append(got, fmt.Sprintf("%s %d/%d/%d %s; %s", g.Name, *g.Won, *g.Lost, *g.Open, num(g.WonAmount), line(g.Stages[0])))
	}
	want := []string{
		"Bob 1/1/0 100; a 2/1/1/0 6 10 10 1",
		"(none) 0/0/1 0; a 1/0/0/1 - - - 0",
		"Ann 0/0/1 0; a 1/0/0/1 - - - 0",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if res.Splits["owner"] != "owner" || strings.Join(res.Header, " ") != "deal_id stage changed_at close_date amount owner" {
		t.Errorf("%v of %v", res.Splits, res.Header)
	}
	wantError[*Error](t, history, Options{By: []string{"team"}}, `no column for a split by "team"`)
	if by := mustRead(t, history, Options{By: []string{"amount"}}).Funnel.By; len(by[0].Groups) != 3 {
		t.Errorf("by any column: %+v", by)
	}
}

// The list beside a history says who owns a deal today.
func TestSplitByTheListBesideTheHistory(t *testing.T) {
	res, err := Read([]File{
		text("deals.csv", "Opportunity ID,Stage,Created Date,Opportunity Owner\n1,Discovery,2026-01-01,Ann\n"),
		text("history.csv", "deal_id,stage,changed_at\n1,Discovery,2026-01-01\n"),
	}, three(), Options{By: []string{"owner"}})
	if err != nil || len(res.Funnel.By[0].Groups) != 1 || res.Funnel.By[0].Groups[0].Name != "Ann" {
		t.Errorf("%v %+v", err, res)
	}
}

// While somebody is still asked, what stands for nothing is left out and listed.
func TestTry(t *testing.T) {
	const history = "deal_id,stage,changed_at\n1,Discovery,2026-01-01\n1,Odd,2026-01-11\n1,Won,2026-01-31\n2,Odd,2026-01-05\n"
	res := mustRead(t, history, Options{Try: true})
	if len(res.Unmapped) != 1 || res.Unmapped[0] != (Unmapped{"Odd", 2}) || len(res.Names) != 3 || res.StageMap["Odd"] != "" {
		t.Errorf("%+v", res)
	}
	if res.Funnel.Stages[0].Advanced != 1 || *res.Funnel.Open != 0 {
		t.Errorf("%+v", res.Funnel)
	}
	wantError[*UnmappedError](t, history, Options{}, `"Odd" (2 deals)`)
	e := wantError[*Error](t, "Ref,stage,changed_at\n1,Discovery,2026-01-01\n", Options{}, "no column for the deal's id")
	if strings.Join(e.Missing, " ") != "deal" || strings.Join(e.Columns, " ") != "Ref stage changed_at" {
		t.Errorf("%v of %v", e.Missing, e.Columns)
	}
	if _, err := readText(t, "Lead ID,Status,CreatedDate\n1,New,2026-01-01\n", &model.Engagement{}, Options{}); !err.(*Error).LeadsAlone {
		t.Errorf("%v", err)
	}
}
