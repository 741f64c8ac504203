package crm

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/gapbook/gapbook/model"
)

func readFileOf(t *testing.T, name string, e *model.Engagement, opt Options) *Result {
	t.Helper()
	f, err := os.Open("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	res, err := ReadFrom(f, name, e, opt)
	if err != nil {
		t.Fatal(err)
	}
	return res
}

// with is an engagement with these stages.
func with(stages ...string) *model.Engagement {
	e := &model.Engagement{Client: model.Client{Currency: "USD"}}
	for _, s := range stages {
		e.Stages = append(e.Stages, model.Stage{ID: model.Slug(s), Name: s})
	}
	return e
}

func wantSaid(t *testing.T, res *Result, parts ...string) {
	t.Helper()
	for _, part := range parts {
		if !said(res, part) {
			t.Errorf("not said: %s\n%s", part, strings.Join(res.Understood, "\n"))
		}
	}
}

// Windows-1252, newest deals first but not wholly, a title, totals, a row twice, an edit without stages, a quoted newline.
func TestFromToReport(t *testing.T) {
	for _, e := range []*model.Engagement{with("Prospecting", "Needs Analysis", "Negotiation/Review"), with()} {
		res := readFileOf(t, "salesforce-from-to.csv", e, Options{})
		if res.Layout != "Salesforce Opportunity History report" {
			t.Error(res.Layout)
		}
		// 11: prospecting 5 Jan to 15 Jan (10), needs to 10 Feb (26), negotiation to 20 Feb (10), won; the close date goes from
		// 31 Jan to 28 Feb to 20 Feb: later than on entering prospecting and needs, not later than on entering negotiation.
		// 12: prospecting 12 Jan to 1 Feb (20), needs to 18 Feb, lost, reopened into needs on 2 Mar; no close date at first.
		// 13: only an edit; in prospecting today, so it never was elsewhere.
		wantLines(t, res.Funnel, `prospecting 3/2/0/1 15 20 20 1
needs-analysis 2/1/0/1 26 26 26 1
negotiation-review 1/1/0/0 10 10 10 0
1/0/2 12500 46`)
		if f := res.Funnel; f.From != "2026-01-05" || f.To != "2026-01-20" || f.Source.Rows != 9 {
			t.Error(f.From, f.To, f.Source.Rows)
		}
		wantSaid(t, res, `from = "From Stage"`, "1 row that stood there twice", "3 lines that are about no deal")
	}
}

const fromTo = "Opportunity Name,From Stage,To Stage,Last Modified,Amount,Close Date\n"

// Without ids, without a creation date: what is not known is not made up.
func TestFromToGaps(t *testing.T) {
	res := mustRead(t, fromTo+
		"Acme,Discovery,Demo & Proof,2026-01-05,10,2026-02-01\n"+ // discovery began on an unknown day
		"Acme,Demo & Proof,Closed Won,2026-01-09,10,2026-02-01\n"+
		"Globex,,Discovery,2026-01-02,20,2026-02-01\n"+
		"Globex,Demo & Proof,Closed Won,2026-01-20,20,2026-03-01\n"+ // the change into demo is missing
		"Initech,,Discovery,2026-01-03,,\n"+
		"Initech,Discovery,Demo & Proof,2026-01-06,,\n", Options{})
	wantLines(t, res.Funnel, `a 3/3/0/0 3 3 3 1
b 3/2/0/1 4 4 4 0
c 2/2/0/0 - - - 0
2/0/1 30 18`)
	wantSaid(t, res, `told apart by "Opportunity Name"`, "deals in export.csv are told apart by name", "1 deal older than their history", "1 deal with changes missing")

	history := fromTo + "Acme,Discovery,Demo & Proof,2026-01-05,10,2026-02-01\n"
	_, err := Read([]File{text("h.csv", history), text("l.csv", "Opportunity ID,Stage,Created Date\n1,Demo & Proof,2026-01-01\n")}, three(), Options{})
	if err == nil || !strings.Contains(err.Error(), "h.csv:1: it knows deals only by name and l.csv by id") {
		t.Error(err)
	}
}

// Days without a time of day, rows in any order: the changes are put in order as a chain.
func TestFromToChain(t *testing.T) {
	rows := []string{
		"1,,Discovery,2026-01-01", "1,Discovery,Demo & Proof,2026-01-01", "1,Demo & Proof,Discovery,2026-01-05",
		"1,Discovery,Négociation,2026-01-05", "1,Négociation,Négociation,2026-01-05", "1,Négociation,Closed Won,2026-01-05",
	}
	for i := range rows {
		mixed := append(slices.Clone(rows[i:]), rows[:i]...)
		if i%2 == 1 {
			slices.Reverse(mixed)
		}
		res := mustRead(t, "Opportunity ID,From Stage,To Stage,Last Modified\n"+strings.Join(mixed, "\n"), Options{})
		wantLines(t, res.Funnel, "a 1/1/0/0 0 0 0 -\nb 1/1/0/0 4 4 4 -\nc 1/1/0/0 0 0 0 -\n1/0/0 - 4")
	}
}

// UTF-16 and tabs. 21: prospecting 5 to 19 Jan (14), proposal to 14 Feb (26), won; the close date was 31 Jan until the 20th,
// 15 Mar until closing. 22 was never edited and is in prospecting today. 23 has no first event: created on an unknown day.
func TestFieldHistory(t *testing.T) {
	for _, e := range []*model.Engagement{with("Prospecting", "Proposal"), with()} {
		res := readFileOf(t, "salesforce-field-history.tsv", e, Options{})
		if res.Layout != "Salesforce Opportunity Field History" {
			t.Error(res.Layout)
		}
		// Slipped: 21 in both from 31 Jan to 14 Feb; 23 only in proposal, as it had no close date before.
		wantLines(t, res.Funnel, "prospecting 3/2/0/1 14 14 14 1\nproposal 2/1/0/1 26 26 26 2\n1/0/2 9500 40")
		wantSaid(t, res, "1 edit of other fields", "1 deal older than their history", "2 lines that are about no deal")
	}
}

// The object beneath the report, and a list beside it which knows the stage of a deal that was never edited.
func TestFieldHistoryObject(t *testing.T) {
	history := "Id,OpportunityId,Field,OldValue,NewValue,CreatedDate,IsDeleted\n" +
		"x3,006A00000000031AAA,StageName,Demo & Proof,Closed Lost,2026-02-03T10:00:00.000Z,false\n" +
		"x2,006A00000000031AAA,StageName,Discovery,Demo & Proof,2026-01-13T10:00:00.000Z,false\n" +
		"x1,006A00000000031AAA,created,,,2026-01-03T10:00:00.000Z,false\n" +
		"y1,006A00000000032AAA,created,,,2026-01-04T10:00:00.000Z,false\n"
	list := "Opportunity ID,Stage,Amount\n006A00000000031,Closed Lost,5\n006A00000000032,Demo & Proof,6\n"
	files := []File{text("h.csv", history), text("l.csv", list)}
	res, err := Read(files, three(), Options{From: "2026-01-01", To: "2026-01-31"})
	if err != nil {
		t.Fatal(err)
	}
	wantLines(t, res.Funnel, "a 2/2/0/0 10 10 10 -\nb 2/0/1/1 21 21 21 -\nc 0/0/0/0 - - - -\n0/1/1 0 -")
}

// A byte order mark, a quoted newline, a stage with parentheses, two pipelines, a row twice. 103 came from renewals and was
// moved; 105 went back to where it started on a day that its latest entries do not show; 106 has no dates.
func TestHubSpotWide(t *testing.T) {
	e := with("Appointment Scheduled", "Demo (held)", "Kickoff")
	res := readFileOf(t, "hubspot-deals.csv", e, Options{Stages: map[string]string{"Kickoff (Renewals (EMEA))": "ignore"}})
	if res.Layout != "HubSpot deals with the dates of their stages" {
		t.Error(res.Layout)
	}
	// Appointment: 101 10 days, 102 14, 103 2; 105 stands there. Demo: 101 30 days; 105 left on an unknown day.
	wantLines(t, res.Funnel, `appointment-scheduled 5/4/1/0 10 14 14 -
demo-held 4/1/0/3 30 30 30 -
kickoff 1/1/0/0 - - - -
1/1/3 12000 40`)
	wantSaid(t, res, "1 row that stood there twice", "1 deal also in another pipeline", "only present close dates", "1 deal from a deal list without history",
		"1 deal that were in no stage that counts")
	if !strings.Contains(strings.Join(res.Funnel.Notes, "\n"), "slippage is unknown") || said(res, "There are no close dates") {
		t.Error(res.Funnel.Notes)
	}
	// Without stages, one pipeline is proposed, and the other is none of its funnel, not even its closed deals.
	res = readFileOf(t, "hubspot-deals.csv", with(), Options{})
	wantLines(t, res.Funnel, `appointment-scheduled 5/4/1/0 10 14 14 -
demo-held 4/1/0/3 30 30 30 -
1/1/3 12000 40`)
	wantSaid(t, res, `from the pipeline "Sales Pipeline"; left out: "Renewals (EMEA)" with 1 deal`)
	two := "Record ID,Deal Stage,Pipeline,Create Date,Date entered 'Discovery (P)',Date entered 'Closed won (P)',Date entered 'Kickoff (Q)',Date entered 'Closed won (Q)'\n" +
		"1,Discovery,P,2026-01-01,2026-01-01,,,\n2,Closed won,Q,2026-01-01,,,2026-01-01,2026-01-05\n3,Discovery,P,2026-01-01,2026-01-01,,,\n"
	for _, opt := range []Options{{Stages: map[string]string{"Kickoff": "ignore"}}, {Stages: map[string]string{"Kickoff": "a"}}} {
		res := mustRead(t, two, opt)
		if want := map[string]int{"ignore": 0, "a": 1}[opt.Stages["Kickoff"]]; *res.Funnel.Won != want {
			t.Error(opt.Stages, lines(res.Funnel))
		}
	}
}

// However HubSpot quotes its columns, and whatever it calls them.
func TestHubSpotColumns(t *testing.T) {
	for in, want := range map[string]string{
		`Date entered "Demo (Sales)"`: "Demo|Sales", `Date entered 'Demo (Sales)'`: "Demo|Sales", `Date entered “Demo (Sales)”`: "Demo|Sales",
		`date entered ‘Demo’ (Sales)`: "Demo|Sales", `Date entered "Demo (held) (Sales (EMEA))"`: "Demo (held)|Sales (EMEA)",
		`Date entered Demo`: "Demo|?", "hs_v2_date_entered_closedwon": "closedwon|", "hs_date_entered_12345": "12345|",
		"Date entered current stage": "", "hs_v2_date_entered_current_stage": "", `Date entered "Demo"`: "Demo|", "Date entered": "",
		`Date exited "Demo (Sales)"`: "",
	} {
		stage, pipeline, sure := dateEntered(in)
		got := stage + "|" + pipeline
		if stage == "" {
			got = ""
		} else if !sure {
			got += "?"
		}
		if got != want {
			t.Errorf("%s: got %s, want %s", in, got, want)
		}
	}
	res := mustRead(t, "hs_object_id,dealstage,pipeline,createdate,hs_v2_date_entered_discovery,hs_v2_date_entered_closedwon\n"+
		"1,closedwon,default,2026-01-01,2026-01-02,2026-01-05\n2,closedlost,default,2026-01-01,2026-01-02,\n3,discovery,default,2026-01-01,01/01/2026,\n", Options{})
	// 2 was lost on an unknown day, so its stay has no days.
	wantLines(t, res.Funnel, "a 3/1/1/1 3 3 3 -\nb 1/1/0/0 - - - -\nc 1/1/0/0 - - - -\n1/1/1 - 4")
	// Equal days: the pipeline's order, whatever that of the columns, and the present stage last.
	wide := "Record ID;Deal Stage;Create Date;Date entered 'Négociation (P)';Date entered 'Closed lost (P)';Date entered 'Discovery (P)'\n" +
		"1;Closed lost;02.01.2026;05.01.2026;05.01.2026;05.01.2026\n2;Discovery;03.01.2026;15.01.2026;;15.01.2026\n"
	res = mustRead(t, wide, Options{})
	wantLines(t, res.Funnel, "a 2/2/0/0 0 0 0 -\nb 2/2/0/0 - - - -\nc 2/0/1/1 0 0 0 -\n0/1/1 - -")
}

// Several files at once: a history and the deals, which know more of them.
func TestHistoryWithDeals(t *testing.T) {
	history := "Opportunity ID,From Stage,To Stage,Last Modified\n006A00000000041,Discovery,Demo & Proof,2026-01-15 9:00 AM\n006A00000000041,Demo & Proof,Closed Won,2026-01-25 9:00 AM\n"
	deals := "Opportunity ID,Stage,Created Date,Amount\n006A00000000041AAA,Closed Won,2026-01-05,100\n006A00000000042AAA,Discovery,2026-01-06,7\n"
	for _, files := range [][]File{{text("h.csv", history), text("d.csv", deals)}, {text("d.csv", deals), text("h.csv", history)}} {
		res, err := Read(files, three(), Options{})
		if err != nil {
			t.Fatal(err)
		}
		wantLines(t, res.Funnel, "a 2/1/0/1 10 10 10 -\nb 1/1/0/0 10 10 10 -\nc 1/1/0/0 - - - -\n1/0/1 100 20")
	}
	wide := "Record ID,Deal Stage,Create Date,Date entered 'Discovery (P)',Date entered 'Closed won (P)'\n1,Closed won,2026-01-01,2026-01-01,2026-01-09\n"
	res, err := Read([]File{text("w.csv", wide), text("d.csv", "Record ID,Deal Stage,Amount,Create Date\n1,Closed won,9,2026-01-01\n")}, three(), Options{})
	if err != nil || num(res.Funnel.WonAmount) != "9" || num(res.Funnel.CycleDays) != "8" {
		t.Error(err, res)
	}
}

// What is clearly of a layout and lacks something of it is never read as something less.
func TestLayoutsRefused(t *testing.T) {
	for text, want := range map[string]string{
		"Opportunity ID,From Stage,Last Modified,Stage\n1,A,2026-01-01,B\n":                                               `no column "To Stage"`,
		"Opportunity ID,From Stage,To Stage,Stage,Created Date\n1,A,B,B,2026-01-01\n":                                     "no column for the date of change",
		"Account,From Stage,To Stage,Last Modified\nx,A,B,2026-01-01\n":                                                   "no column for the deal",
		"Opportunity ID;Field / Event;Old Value;Edit Date\n1;Stage;A;2026-01-01\n":                                        "both the old and the new value",
		"Opportunity ID,Field / Event,Old Value,New Value,Stage\n1,Stage,A,B,B\n":                                         "no column for the date of the edit",
		"Account,Field / Event,Old Value,New Value,Edit Date\n1,Stage,A,B,2026-01-01\n":                                   "no column for the deal",
		"Deal Name,Deal Stage,Date entered 'Discovery (P)'\nx,Discovery,2026-01-01\n":                                     "no column for the deal's id (Record ID)",
		"Record ID,Deal Stage,Date entered 'Discovery (P)',Date entered 'Discovery (Q)'\n1,Discovery,2026-01-01,\n":       "no column for the deal's pipeline",
		"title\n\nOpportunity ID,From Stage,Last Modified,Stage,Created Date\n1,A,2026-01-01,B,2026-01-01\n":              `export.csv:3: no column "To Stage"`,
		"Opportunity ID,Field / Event,Old Value,New Value,Edit Date\n1,Owner,A,B,2026-01-01\n":                            "no deals below the header",
		"Opportunity ID,From Stage,To Stage,Last Modified,Created Date\n1,Discovery,Demo & Proof,02/03/2026,02/03/2026\n": "can be 3 February 2026",
	} {
		_, err := readText(t, text, three(), Options{})
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %s", strings.SplitN(text, "\n", 2)[0], err, want)
		}
	}
}

// The stage that was left is a stage to be mapped like any other.
func TestFromStageUnmapped(t *testing.T) {
	e := wantError[*UnmappedError](t, "Opportunity ID,From Stage,To Stage,Last Modified\n1,Legacy,Discovery,2026-01-05\n", Options{}, `"Legacy" (1 deal)`)
	if len(e.Stages) != 1 {
		t.Error(e.Stages)
	}
	res := mustRead(t, "Deal ID,Previous Stage,Stage,Changed Date\n1,Discovery,Négociation,2026-01-05\n", Options{})
	if got := fmt.Sprint(res.Funnel.Stages[0].Reached, res.Funnel.Stages[0].MedianDays == nil); got != "1 true" {
		t.Error(got, "the stage before the first change is reached, for nobody knows how long")
	}
}

// What is remembered of another export does not hide a layout's own columns; what is asked for does.
func TestRememberedColumns(t *testing.T) {
	e := three()
	e.CRM = &model.CRM{Columns: map[string]string{"stage": "Stage", "date": "Created Date", "deal": "Opportunity Name"}}
	res, err := readText(t, "Opportunity ID,Opportunity Name,From Stage,To Stage,Last Modified,Stage,Created Date\n1,x,Discovery,Demo & Proof,2026-01-05,Closed Won,2026-01-01\n"+
		"1,x,Demo & Proof,Closed Won,2026-01-09,Closed Won,2026-01-01\n2,x,,Discovery,2026-01-01,Discovery,2026-01-01\n", e, Options{})
	if err != nil {
		t.Fatal(err)
	}
	wantLines(t, res.Funnel, "a 2/1/0/1 4 4 4 -\nb 1/1/0/0 4 4 4 -\nc 1/1/0/0 - - - -\n1/0/1 - 8")
	res = mustRead(t, "Record ID,Deal Stage,Create Date,Moved,Date entered 'Discovery (P)'\n1,Discovery,2026-01-01,2026-01-02,\n1,Won,2026-01-01,2026-01-05,\n", Options{Map: map[string]string{"date": "Moved"}})
	if res.Layout != "stage history" || *res.Funnel.Won != 1 {
		t.Error(res.Layout, lines(res.Funnel))
	}
	res = mustRead(t, "Lead ID,Status,Created\n1,Discovery,2026-01-01\n", Options{Map: map[string]string{"deal": "Lead ID", "stage": "Status"}})
	if res.Layout != "deal list without history" {
		t.Error(res.Layout)
	}
}
