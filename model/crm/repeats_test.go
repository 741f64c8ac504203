package crm

import "testing"

// A flag that stands on every row of a deal says that it is closed, not when.
func TestFlagsOfTheDeal(t *testing.T) {
	res := mustRead(t, "Deal ID,Stage,Status,Changed Date\n1,Discovery,lost,2026-01-01\n1,Négociation,lost,2026-01-05\n", Options{})
	wantLines(t, res.Funnel, "a 1/1/0/0 4 4 4 -\nb 1/1/0/0 - - - -\nc 1/0/1/0 - - - -\n0/1/0 - -")
}

// Salesforce writes the same id with 15 or 18 characters.
func TestLongAndShortIDs(t *testing.T) {
	res := mustRead(t, "Opportunity ID,Stage,Changed Date\n006A00000000001,Discovery,2026-01-01\n006A00000000001AAA,Won,2026-01-05\n", Options{})
	wantLines(t, res.Funnel, "a 1/1/0/0 4 4 4 -\nb 1/1/0/0 - - - -\nc 1/1/0/0 - - - -\n1/0/0 - 4")
}

// Rows with ids of their own are no duplicates, however alike: this deal went to b and back within a minute.
func TestRowIDs(t *testing.T) {
	rows := "\nh1,1,Discovery,2026-01-01\nh2,1,Demo & Proof,2026-01-01\nh3,1,Discovery,2026-01-01\n"
	res := mustRead(t, "Id,OpportunityId,StageName,CreatedDate"+rows, Options{})
	wantLines(t, res.Funnel, "a 1/1/0/0 - - - -\nb 1/0/0/1 0 0 0 -\nc 0/0/0/0 - - - -\n0/0/1 - -")
	res = mustRead(t, "Nr,OpportunityId,StageName,CreatedDate"+rows, Options{})
	if !said(res, "1 row that stood there twice") {
		t.Error("without ids, rows that are alike are one", res.Understood)
	}
}
