package crm

import (
	"os"
	"testing"

	"github.com/gapbook/gapbook/model"
)

// Worked by hand. D1 goes a 1 Jan, b 11 Jan, c 21 Jan, won 31 Jan; D2 skips b and is lost in c; D3 goes back from b to a and
// stands there; D4 is lost in a, reopened, and stands in b.
const worked = `Deal ID,Stage,Changed Date,Close Date,Amount
D1,Discovery,2026-01-01,2026-01-31,1000
D1,Demo & Proof,2026-01-11,2026-02-28,1000
D1,Negociation ,2026-01-21,2026-02-28,1500
D1,Closed Won,2026-01-31,2026-01-31,2000
D2,Discovery,2026-01-05,2026-02-10,
D2,negociation,2026-01-09,2026-02-10,
D2,Closed Lost,2026-02-01,2026-03-10,
D3,Discovery,2026-01-10,TBD,500
D3,demo and proof,2026-01-20,TBD,500
D3,Discovery,2026-01-25,TBD,500
D4,Discovery,2026-01-02,2026-01-15,10
D4,Lost,2026-01-08,2026-01-15,10
D4,Demo & Proof,2026-01-18,2026-04-15,10
D4,Demo & Proof,2026-03-18,2026-05-15,10
`

func TestWorkedByHand(t *testing.T) {
	res := mustRead(t, worked, Options{Stages: map[string]string{"demo and proof": "b"}, Today: "2026-03-03"})
	// a: left for good by D1 (10), D2 (4), D4 (6); slipped: D2 Feb to Mar, D4 Jan to May; D1 ends where it began.
	// b: reached by all; left by D1 (10), D3 (5); D2 skipped it, so its close date on entering c counts.
	// c: D1 10, D2 23.
	wantLines(t, res.Funnel, `a 4/4/0/0 6 10 10 2
b 4/2/0/2 7.5 10 10 2
c 2/1/1/0 16.5 23 23 1
1/1/2 2000 30`)
	f := res.Funnel
	if f.Label != "baseline" || f.From != "2026-01-01" || f.To != "2026-01-10" || f.Source.Rows != 14 ||
		f.Source.File != "export.csv" || len(f.Source.SHA256) != 64 || f.Source.Imported != "2026-03-03" {
		t.Errorf("%+v %+v", f, f.Source)
	}
	if res.StageMap["Negociation"] != "c" || res.StageMap["Lost"] != "lost" || res.Columns["date"] != "Changed Date" {
		t.Errorf("%v %v", res.StageMap, res.Columns)
	}
}

func TestPeriodAndHorizon(t *testing.T) {
	opt := Options{Stages: map[string]string{"demo and proof": "b"}, From: "2026-01-02", To: "2026-01-05"}
	wantLines(t, mustRead(t, worked, opt).Funnel, `a 2/2/0/0 5 6 6 2
b 2/1/0/1 - - - 2
c 1/0/1/0 23 23 23 1
0/1/1 0 -`)
	// Within ten days D1 stands in b, D2 in c, D3 in b, D4 is lost in a.
	opt = Options{Stages: map[string]string{"demo and proof": "b"}, Horizon: 10}
	res := mustRead(t, worked, opt)
	wantLines(t, res.Funnel, `a 4/3/1/0 8 10 10 1
b 3/1/0/2 - - - 0
c 1/0/0/1 - - - 0
0/1/3 0 -`)
	if res.Funnel.Horizon != 10 {
		t.Error(res.Funnel.Horizon)
	}
}

func TestSalesforceHistoryFile(t *testing.T) {
	f, err := os.Open("testdata/salesforce-history.csv")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	e := &model.Engagement{Client: model.Client{Currency: "USD"}}
	res, err := ReadFrom(f, "some/where/salesforce-history.csv", e, Options{Today: "2026-04-01"})
	if err != nil {
		t.Fatal(err)
	}
	if res.Layout != "Salesforce OpportunityHistory object" || res.Funnel.Source.File != "salesforce-history.csv" {
		t.Error(res.Layout, res.Funnel.Source.File)
	}
	var ids string
	for _, s := range res.ProposedStages {
		ids += s.ID + " "
	}
	if ids != "prospecting qualification proposal-price-quote " {
		t.Error(ids)
	}
	// A: prospecting 01/05 to 01/14 (9), qualification to 02/02 (19), won 02/02 for 12,000 at 22:10.
	// B: qualification 01/20 to 01/20 (0), proposal, lost 03/01 (40). C: proposal, open, close moved Feb to Apr; MXN.
	// The deleted row of D leaves nothing of D; A's first row stands there twice.
	wantLines(t, res.Funnel, `prospecting 3/3/0/0 9 9 9 1
qualification 3/3/0/0 9.5 19 19 1
proposal-price-quote 3/1/1/1 40 40 40 1
1/1/1 12000 28`)
	for _, part := range []string{"month first", "1 row that are deleted", "1 row that stood there twice", "1 deal in MXN left out of money: no rate given", "2 lines that are about no deal"} {
		if !said(res, part) {
			t.Errorf("not said: %s\n%q", part, res.Understood)
		}
	}
}

func TestDealList(t *testing.T) {
	list := "Record ID;Deal Stage;Create Date;Close Date;Amount\n" +
		"1;Discovery;15.01.2026;03.04.2026;1.234,50 EUR\n2;Gewonnen;20.01.2026;03.04.2026;1.000 EUR\n3;Closed - Lost;21.01.2026;;\n"
	e := three()
	e.Client.Currency = "EUR"
	res, err := readText(t, list, e, Options{})
	if err != nil {
		t.Fatal(err)
	}
	wantLines(t, res.Funnel, "a 2/1/0/1 - - - -\nb 1/1/0/0 - - - -\nc 1/1/0/0 - - - -\n1/1/1 1000 -")
	if !said(res, "days and slippage are not") || !said(res, "1 lost or open deal never seen") {
		t.Error(res.Understood)
	}
}

func TestListNextToHistory(t *testing.T) {
	history := "deal_id,stage,changed_at\n1,Discovery,2026-02-01\n1,Closed Won,2026-02-11\n"
	list := "Id,Stage,Created Date,Amount\n1,Closed Won,2026-01-01,700\n2,Discovery,2026-01-09,50\n"
	res, err := Read([]File{text("h.csv", history), text("l.csv", list)}, three(), Options{})
	if err != nil {
		t.Fatal(err)
	}
	wantLines(t, res.Funnel, "a 2/1/0/1 10 10 10 -\nb 1/1/0/0 - - - -\nc 1/1/0/0 - - - -\n1/0/1 700 41")
	if res.Funnel.Source.File != "h.csv, l.csv" || res.Funnel.Source.Rows != 4 {
		t.Error(res.Funnel.Source)
	}
}

// A deal that is closed by a flag stays in its stage, as Pipedrive writes it.
func TestFlags(t *testing.T) {
	res := mustRead(t, "Deal ID,Stage,Status,Changed Date\n1,Discovery,open,2026-01-01\n1,Négociation,open,2026-01-05\n1,Négociation,lost,2026-01-15\n"+
		"2,Discovery,won,2026-01-01\n2,Négociation,won,2026-01-03\n3,Finished,won,2026-01-01\n", Options{})
	wantLines(t, res.Funnel, "a 3/3/0/0 3 4 4 -\nb 3/3/0/0 - - - -\nc 3/2/1/0 10 10 10 -\n2/1/0 - 0")
	if !said(res, "1 won deal on an unknown day") || res.StageMap["Finished"] != "won" {
		t.Error(res.Understood, res.StageMap)
	}
}

func TestClosingAndReopening(t *testing.T) {
	res := mustRead(t, "deal_id,stage,changed_at,amount\n"+
		"1,Discovery,2026-01-01,5\n1,Closed Won,2026-01-03,5\n1,Closed Won,2026-01-20,7\n"+ // changed after closing
		"2,Discovery,2026-01-01,5\n2,Closed Won,2026-01-03,5\n2,Négociation,2026-01-05,5\n2,Closed Won,2026-01-11,6\n"+ // won twice
		"3,Discovery,2026-01-01,5\n3,Closed Won,2026-01-03,5\n3,Closed Lost,2026-01-05,5\n"+ // won, then lost
		"4,Closed Lost,2026-01-01,5\n", Options{})
	wantLines(t, res.Funnel, "a 3/3/0/0 2 2 2 -\nb 3/3/0/0 - - - -\nc 3/3/0/0 6 6 6 -\n2/2/0 13 6")
	for _, part := range []string{"1 deal won once and not won now", "1 lost or open deal never seen"} {
		if !said(res, part) {
			t.Errorf("not said: %s in %q", part, res.Understood)
		}
	}
}

func TestMoneyWithRates(t *testing.T) {
	history := "deal_id,stage,changed_at,amount,CurrencyIsoCode\n1,Won,2026-01-01,100,USD\n2,Won,2026-01-02,1000,MXN\n3,Discovery,2026-01-02,9,MXN\n4,Won,2026-01-03,10,EUR\n"
	res := mustRead(t, history, Options{Rates: map[string]float64{"eur": 1.5}})
	if num(res.Funnel.WonAmount) != "115" || len(res.Funnel.Notes) == 0 || res.Funnel.Notes[0] != "2 deals in MXN left out of money: no rate given" {
		t.Error(num(res.Funnel.WonAmount), res.Funnel.Notes)
	}
	e := three()
	e.CRM = &model.CRM{Rates: map[string]float64{"MXN": 0.05, "EUR": 2}}
	res, err := readText(t, history, e, Options{Rates: map[string]float64{"EUR": 1}})
	if err != nil || num(res.Funnel.WonAmount) != "160" {
		t.Error(err, num(res.Funnel.WonAmount))
	}
}
