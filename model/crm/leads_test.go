package crm

import (
	"errors"
	"strings"
	"testing"

	"github.com/gapbook/gapbook/model"
)

const deals = "Deal ID,Stage,Changed Date\n1,Discovery,2026-01-01\n1,Closed Won,2026-03-31\n2,Discovery,2026-03-31\n"

func readWith(t *testing.T, leads string, opt Options) *Result {
	t.Helper()
	res, err := Read([]File{text("deals.csv", deals), text("leads.csv", leads)}, three(), opt)
	if err != nil {
		t.Fatal(err)
	}
	return res
}

func wantLeads(t *testing.T, res *Result, mql, sql int, hours string) {
	t.Helper()
	l := res.Funnel.Leads
	if l == nil || *l.MQL != mql || *l.SQL != sql || num(l.ResponseHours) != hours {
		t.Errorf("got %+v, want %d, %d, %s\n%s", l, mql, sql, hours, strings.Join(res.Understood, "\n"))
	}
}

// A Salesforce report of leads, newest first, Windows line ends, totals below. Nothing there says what an MQL is.
func TestSalesforceLeads(t *testing.T) {
	res := readWith(t, strings.ReplaceAll("Leads by status\n\nLead ID,First Name,Lead Status,Create Date,Converted,Converted Date,First Response Date\n"+
		"00Q000000000005,Eve,Closed - Not Converted,04/02/26 09:00 AM,0,,\n"+ // after the period
		"00Q000000000004,Dan,Working - Contacted,02/20/26 09:00 AM,0,,02/19/26 09:00 AM\n"+ // answered before it came
		"00Q000000000003,Cy,Closed - Converted,02/13/26 11:00 PM,1,02/20/26,02/14/26 01:30 AM\n"+ // 2.5 hours
		"00Q000000000002,Bo,Closed - Not Converted,01/14/26 09:00 AM,0,,01/15/26 09:00 AM\n"+ // 24
		"00Q000000000001,Al,Open - Not Contacted,01/05/26 09:00 AM,0,,TBD\n"+
		"00Q000000000001AAA,Al,Open - Not Contacted,01/05/26 09:00 AM,0,,TBD\n\n"+
		"Grand Totals (6 records)\nConfidential Information - Do Not Distribute\n", "\n", "\r\n"), Options{})
	wantLeads(t, res, 4, 1, "13.25")
	wantSaid(t, res, "leads.csv: lead export, 6 rows", "every lead counts as one", "1 lead outside of the period", "1 row of leads that stood there already",
		"1 lead answered before", "(2 leads with a date)")
	if f := res.Funnel; f.From != "2026-01-01" || f.To != "2026-03-31" || f.Source.File != "deals.csv, leads.csv" || f.Source.Rows != 9 || *f.Won != 1 {
		t.Errorf("%+v %+v", f, f.Source)
	}
}

// HubSpot's dates of lifecycle stages, semicolons and a byte order mark. 4 was never an MQL; 5 only in April.
func TestLifecycleDates(t *testing.T) {
	res := readWith(t, "\xef\xbb\xbfRecord ID;Lifecycle Stage;Create Date;Became a Marketing Qualified Lead Date;Became a Sales Qualified Lead Date;Date of first engagement\n"+
		"1;Opportunity;2020-05-05 10:00;2026-01-10 10:00;2026-01-20 10:00;2026-01-10 16:00\n"+
		"2;Marketing Qualified Lead;2020-05-05 10:00;2026-02-10 10:00;;2026-02-12 10:00\n"+
		"3;Lead;2026-01-05 10:00;;;\n"+
		"4;Sales Qualified Lead;2026-01-05 10:00;;2026-01-20 10:00;\n"+
		"5;Marketing Qualified Lead;2026-01-05 10:00;2026-04-01 00:00;;\n", Options{})
	wantLeads(t, res, 2, 1, "27")
	wantSaid(t, res, "2 MQLs marketing qualified from 2026-01-01", "1 SQL that never were MQLs", "1 lead outside of the period")
	res = readWith(t, "vid,hs_lifecyclestage_marketingqualifiedlead_date,\"Date entered \"\"Sales Qualified Lead (Lifecycle Stage Pipeline)\"\"\"\n1,2026-01-10,2026-01-12\n2,2026-01-11,\n", Options{})
	wantLeads(t, res, 2, 1, "-")
}

// Only the present status is known, so a lead that was turned down may or may not have been an MQL.
func TestLeadStatuses(t *testing.T) {
	leads := "Lead ID,Status,Created Date,First Response Date\n1,MQL,2026-01-05,2026-01-06\n2,SQL - accepted,2026-01-05,\n3,New,2026-01-05,\n4,Disqualified,2026-01-05,\n5,Handover,2026-01-05,\n6,MQL,,\n"
	res := readWith(t, leads, Options{})
	wantLeads(t, res, 2, 1, "24")
	wantSaid(t, res, "by their present status", "1 lead turned down", `taken as neither: "Handover"`, "1 lead without a date", "by days, not hours")
	wantLeads(t, readWith(t, leads, Options{Stages: map[string]string{"handover": "sql", "New": "mql"}}), 4, 2, "24")
	wantLeads(t, readWith(t, "Kind;Ref;When\nhot;1;2026-01-05\ncold;2;2026-01-05\n", Options{
		Map:    map[string]string{"lead": "Ref", "status": "Kind", "created": "When"},
		Stages: map[string]string{"hot": "sql", "cold": "mql"},
	}), 2, 1, "-")
	res = readWith(t, "Email,Lead Status\na@x,SQL\nb@x,MQL\n", Options{})
	wantLeads(t, res, 2, 1, "-")
	wantSaid(t, res, "leads of any day")
}

// Two files of leads share them by id: the dates of one, the statuses of the other.
func TestLeadsInTwoFiles(t *testing.T) {
	files := []File{text("a.csv", "Email,MQL Date\na@x,2026-01-05\nb@x,2026-01-06\n"), text("b.csv", "Email,Lead Status,IsConverted\nb@x,Working,true\nc@x,New,false\n"), text("deals.csv", deals)}
	res, err := Read(files, three(), Options{})
	if err != nil {
		t.Fatal(err)
	}
	wantLeads(t, res, 2, 1, "-")
	if res.Layout != "stage history" || res.Columns["deal"] != "Deal ID" || res.Columns["lead"] != "" {
		t.Error(res.Layout, res.Columns)
	}
}

func TestLeadsAlone(t *testing.T) {
	leads := "Lead ID,MQL Date,SQL Date\n1,2026-01-05,2026-01-06\n2,2026-01-05,\n3,2026-02-05,\n"
	var refused *Error
	if _, err := readText(t, leads, three(), Options{}); !errors.As(err, &refused) || refused.Line != 1 || !strings.Contains(refused.Hint, "--leads-into") {
		t.Error(err)
	}
	e := three()
	won, amount := 3, 5.0
	e.Funnels = []model.Funnel{{Label: "baseline", From: "2026-01-01", To: "2026-01-31", Won: &won, WonAmount: &amount, Source: &model.Source{File: "d.csv"}, Notes: []string{"one"}}}
	res, err := readText(t, leads, e, Options{LeadsInto: "baseline"})
	if err != nil {
		t.Fatal(err)
	}
	wantLeads(t, res, 2, 1, "-")
	if f := res.Funnel; f.Label != "baseline" || *f.Won != 3 || f.Source.File != "d.csv" || strings.Join(f.Notes, "|") != "one|leads from export.csv" || len(e.Funnels[0].Notes) != 1 || e.Funnels[0].Leads != nil {
		t.Errorf("%+v", f)
	}
	var usage *UsageError
	for _, opt := range []Options{{LeadsInto: "q2"}, {LeadsInto: "baseline", From: "2026-01-01"}, {LeadsInto: "baseline", Label: "x"}} {
		if _, err := readText(t, leads, e, opt); !errors.As(err, &usage) {
			t.Error(opt, err)
		}
	}
	if _, err := readText(t, deals, e, Options{LeadsInto: "baseline"}); !errors.As(err, &refused) || !strings.Contains(err.Error(), "these are deals") {
		t.Error(err)
	}
	e.Funnels[0].Leads = &model.Leads{MQL: &won}
	if _, err := readText(t, leads, e, Options{LeadsInto: "baseline"}); !errors.As(err, &usage) {
		t.Error(err)
	}
}

// Deals with dates of leads beside them stay deals.
func TestDealsWithLeadDates(t *testing.T) {
	res := mustRead(t, "Deal ID,Deal Stage,Create Date,MQL Date,SQL Date,Lead Status\n1,Discovery,2026-01-01,2026-01-01,2026-01-01,New\n", Options{})
	if res.Layout != "deal list without history" || res.Funnel.Leads != nil {
		t.Error(res.Layout)
	}
	// A report of converted leads names the deals that they became, and some leads have no address.
	wantLeads(t, readWith(t, "Email,Lead Status,Created Date,Converted,Converted Date,Opportunity Name,Opportunity Amount\n"+
		"a@x,Qualified,2026-01-05,1,2026-01-09,Acme,5\n,New,2026-01-06,0,,,\n,New,2026-01-07,0,,,\nTotal,,,,,,5\n", Options{}), 3, 1, "-")
	_, err := readText(t, "Lead ID,MQL Date\n1,02/03/2026\n", three(), Options{})
	var order *OrderError
	if !errors.As(err, &order) {
		t.Error(err)
	}
	wantError[*Error](t, "Lead ID,MQL Date\nTotals,\n", Options{}, "no leads below the header")
}
