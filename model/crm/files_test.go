package crm

import (
	"errors"
	"io"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"github.com/gapbook/gapbook/model"
)

// The same small history, however it is written down.
func TestEncodingsAndSeparators(t *testing.T) {
	plain := "Deal ID,Note,Stage,Changed Date\n1,\"two\nlines, \"\"quoted\"\"\",Discovery,2026-01-01\n1,,Négociation,2026-01-05\n2,x, Négociation ,2026-01-05\n"
	want := "a 2/2/0/0 4 4 4 -\nb 2/2/0/0 - - - -\nc 2/0/0/2 - - - -\n0/0/2 - -"
	swap := func(sep string) string {
		return strings.ReplaceAll(strings.ReplaceAll(plain, "lines,", "lines"), ",", sep)
	}
	with := func(enc interface{ String(string) (string, error) }) string {
		s, err := enc.String(plain)
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	for name, s := range map[string]string{
		"utf-8": plain, "bom": "\xef\xbb\xbf" + plain, "semicolon": swap(";"), "tab": swap("\t"), "bar": swap("|"),
		"crlf": strings.ReplaceAll(plain, "\n", "\r\n"), "cr": strings.ReplaceAll(plain, "\n", "\r"), "no last end": strings.TrimSuffix(plain, "\n"),
		"windows-1252": with(charmap.Windows1252.NewEncoder()),
		"utf-16le":     with(unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder()),
		"utf-16be":     with(unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewEncoder()),
		"titles":       "\"Report: \"deals\"\nAs of today; all; of; them\n\n" + plain + "\nGrand Totals,,,\n\"Copyright © 2026, Example\"\n",
		"sep line":     "sep=,\n" + plain,
		"header again": plain + "Deal ID,Note,Stage,Changed Date\n",
		"blank lines":  strings.ReplaceAll(plain, "\n1,,", "\n\n,,,\n1,,"),
	} {
		res, err := readText(t, s, three(), Options{})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if got := lines(res.Funnel); got != want {
			t.Errorf("%s: got\n%s", name, got)
		}
		if rows := res.Funnel.Source.Rows; rows != 3 {
			t.Errorf("%s: %d rows", name, rows)
		}
	}
}

func TestRefused(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		line int
		part string
	}{
		"empty":           {"", 1, "empty"},
		"no id":           {"Stage,Changed Date\nDiscovery,2026-01-01\n", 1, "no column for the deal's id"},
		"no stage":        {"x\n\nDeal ID,Changed Date\n1,2026-01-01\n", 3, "no column for its stage"},
		"no date":         {"Deal ID,Stage\n1,Discovery\n", 1, "no column for a date"},
		"prose":           {"Dear all,\nplease find attached.\n", 1, "no column for"},
		"one word":        {"hello\n", 1, "no columns"},
		"workbook":        {"PK\x03\x04rest", 1, "workbook"},
		"binary":          {"Deal ID,Stage,Changed Date\n1,Disc\x00overy,2026-01-01\n", 2, "not text"},
		"late binary":     {"Deal ID,Stage,Changed Date\n" + strings.Repeat("1,Discovery,2026-01-01\n", 9000) + "\x00", 9002, "not text"},
		"cut in a quote":  {"Deal ID,Stage,Changed Date\n1,Discovery,2026-01-01\n1,\"Demo & Pr", 3, "a quote opens here"},
		"cut header":      {"Deal ID,Stage,\"Changed", 1, "a quote opens here"},
		"stray quote":     {"Deal ID,Stage,Changed Date\n1,\"Demo\" & Proof,2026-01-01\n", 2, "does not end at a separator"},
		"header only":     {"Deal ID,Stage,Changed Date\n", 1, "no deals"},
		"totals only":     {"Deal ID,Stage,Changed Date\nGrand Totals,,\n", 2, "no deals"},
		"no dates":        {"Deal ID,Stage,Changed Date\n1,Discovery,soon\n2,Discovery,TBD\n", 2, "holds no dates"},
		"mixed order":     {"Deal ID,Stage,Changed Date\n1,Discovery,01/13/2026\n2,Discovery,13/01/2026\n", 3, "mixes dates"},
		"list, no period": {"Deal ID,Stage,Created\n1,Discovery,\n", 1, "no date on which a deal was created"},
	} {
		_, err := readText(t, c.text, three(), Options{})
		var e *Error
		if !errors.As(err, &e) {
			t.Errorf("%s: %T %v", name, err, err)
			continue
		}
		if e.Line != c.line || !strings.Contains(e.Problem, c.part) || e.File != "export.csv" {
			t.Errorf("%s: %v, want line %d and %q", name, err, c.line, c.part)
		}
	}
}

// A row that names no stage is an edit of what else it holds, and is said to be one.
func TestRowsWithoutAStage(t *testing.T) {
	res := mustRead(t, "deal_id,stage,changed_at,amount\n1,Discovery,2026-01-01,5\n1,,2026-01-03,7\n1,Closed Won,2026-01-05,\n2,TBD,2026-01-01,9\n", Options{})
	if num(res.Funnel.WonAmount) != "7" || !said(res, "2 rows without a stage: only the amount and the close date there count.") {
		t.Errorf("%s of %q", num(res.Funnel.WonAmount), res.Understood)
	}
	if !said(res, "Left out: 1 deal that were in no stage that counts.") || said(mustRead(t, "deal_id,stage,changed_at\n1,Discovery,2026-01-01\n", Options{}), "without a stage") {
		t.Errorf("%q", res.Understood)
	}
}

func TestDateOrder(t *testing.T) {
	head := "deal_id,stage,changed_at,close_date\n"
	both := head + "1,Discovery,03/04/2026,2026-05-01\n1,Closed Won,05/04/2026,2026-05-01\n"
	e := wantError[*OrderError](t, both, Options{}, `column "changed_at": 03/04/2026 can be 4 March 2026 (month first) or 3 April 2026 (day first)`)
	if e.Line != 2 || !strings.Contains(e.Hint(), "--dates mdy or --dates dmy") {
		t.Error(e.Line, e.Hint())
	}
	for order, cycle := range map[string]string{"dmy": "2", "mdy": "61"} { // 3 to 5 April; 4 March to 4 May
		if res := mustRead(t, both, Options{DateOrder: order}); num(res.Funnel.CycleDays) != cycle {
			t.Errorf("%s: %s", order, num(res.Funnel.CycleDays))
		}
	}
	settled := both + "2,Discovery,13/04/2026,2026-05-01\n"
	if res := mustRead(t, settled, Options{}); num(res.Funnel.CycleDays) != "2" {
		t.Error("the column settles its order")
	}
	wantError[*Error](t, settled, Options{DateOrder: "mdy"}, "13/04/2026 cannot be read in the date order asked for")
	wantError[*UsageError](t, settled, Options{DateOrder: "ymd"}, "neither")
	// Another column of the same writing settles, one of another writing does not, same numbers need no settling.
	mustRead(t, head+"1,Discovery,03/04/2026,03/30/2026\n", Options{})
	wantError[*OrderError](t, head+"1,Discovery,03/04/2026,03/30/26\n", Options{}, "changed_at")
	mustRead(t, head+"1,Discovery,04/04/2026,05/05/2026\n", Options{})
	if res := mustRead(t, head+"1,Discovery,03.04.2026,\n", Options{}); res.Funnel.From != "2026-04-03" {
		t.Error("points are day first", res.Funnel.From)
	}
}

func TestStageMaps(t *testing.T) {
	history := "deal_id,stage,pipeline,changed_at\n1,Discovery,New,2026-01-01\n1,Paper,New,2026-01-04\n2,Paper,New,2026-01-01\n2,Signed,New,2026-01-02\n3,On hold,Old,2026-01-02\n3,Discovery,Old,2026-01-03\n"
	e := wantError[*UnmappedError](t, history, Options{}, `"Paper (New)" (2 deals), "On hold (Old)" (1 deal), "Signed (New)" (1 deal)`)
	if e.Stages[0].Deals != 2 {
		t.Error(e.Stages)
	}
	res := mustRead(t, history, Options{Stages: map[string]string{"paper": "Négociation", "Signed (New)": "won", "On hold": "ignore", "Nowhere": "a"}})
	wantLines(t, res.Funnel, "a 3/2/0/1 3 3 3 -\nb 2/2/0/0 - - - -\nc 2/1/0/1 1 1 1 -\n1/0/2 - 1")
	if !said(res, `The mapped stage "Nowhere" is not in the file`) {
		t.Error(res.Understood)
	}
	known := three()
	known.CRM = &model.CRM{
		Stages:  map[string]string{"Paper": "c", "Signed": "lost", "On hold": "ignore", "Gone": "no-such"},
		Columns: map[string]string{"stage": "nowhere", "amount": "nowhere"},
	}
	res, err := readText(t, history, known, Options{Stages: map[string]string{"Signed": "won"}})
	if err != nil || *res.Funnel.Won != 1 {
		t.Error("the explicit map comes first", err)
	}
	wantError[*UsageError](t, history, Options{Stages: map[string]string{"Paper": "x"}}, "which is no stage")
}

func TestMappedColumns(t *testing.T) {
	history := "Ref,Step,Moved,Deal ID\nd1,Discovery,2026-01-01,1\nd1,Won,2026-01-06,2\n"
	res := mustRead(t, history, Options{Map: map[string]string{"deal": "ref", "stage": "Step", "date": "Moved"}})
	if *res.Funnel.Won != 1 || res.Columns["deal"] != "Ref" {
		t.Error(lines(res.Funnel), res.Columns)
	}
	wantError[*Error](t, history, Options{Map: map[string]string{"deal": "Nr", "stage": "Step", "date": "Moved"}}, `no column "Nr", asked for as deal`)
	wantError[*UsageError](t, history, Options{Map: map[string]string{"steps": "Step"}}, "no field")
	// A list without any date takes the period on the user's word.
	res = mustRead(t, "Deal ID,Stage\n1,Discovery\n2,Won\n", Options{From: "2026-01-01", To: "2026-03-31"})
	if *res.Funnel.Won != 1 || res.Funnel.To != "2026-03-31" {
		t.Error(lines(res.Funnel))
	}
}

func TestLabels(t *testing.T) {
	e := three()
	e.Funnels = []model.Funnel{{Label: "baseline"}}
	res, err := readText(t, worked, e, Options{Stages: map[string]string{"demo and proof": "b"}})
	if err != nil || res.Funnel.Label != "2026-01-01..2026-01-10" {
		t.Error(err, res)
	}
	var usage *UsageError
	if _, err = readText(t, worked, e, Options{Label: "baseline"}); !errors.As(err, &usage) {
		t.Error(err)
	}
	e.Funnels = []model.Funnel{{Label: "2026-01-01..2026-01-10"}}
	if _, err = readText(t, worked, e, Options{Stages: map[string]string{"demo and proof": "b"}}); !errors.As(err, &usage) {
		t.Error(err)
	}
	for _, opt := range []Options{{From: "2026-02-30"}, {From: "2026-02-02", To: "2026-02-01"}, {Horizon: -1}, {Rates: map[string]float64{"MXN": 0}}} {
		if _, err := readText(t, worked, three(), opt); !errors.As(err, &usage) {
			t.Error(opt, err)
		}
	}
}

func TestDoubts(t *testing.T) {
	rows := strings.Repeat("1,Discovery,2026-01-01\n", 1990)
	for _, d := range strings.Split("abcdefghij", "") {
		rows += d + ",Discovery,2026-01-01\n"
	}
	res := mustRead(t, "deal_id,stage,changed_at\n"+rows, Options{})
	if len(res.Funnel.Notes) != 2 || !strings.Contains(res.Funnel.Notes[0], "looks like a demo") || !strings.Contains(res.Funnel.Notes[1], "exactly 2,000 rows") {
		t.Error(res.Funnel.Notes)
	}
}

// A date of the last change makes a history only where some deal has two.
func TestLastModified(t *testing.T) {
	list := "Id,Stage,Created Date,Last Modified Date,Close Date\n1,Discovery,2026-01-01,03/04/2026,03/05/2026\n2,Won,2026-01-02,03/05/2026,\n"
	res := mustRead(t, list, Options{})
	if res.Layout != "stage history" && !said(res, "deal list without history") || res.Funnel.Stages[0].Slipped != nil {
		t.Error(res.Layout, res.Understood)
	}
	// Won after 72 and 62 days.
	res = mustRead(t, list+"1,Won,2026-01-01,03/14/2026,\n", Options{})
	if num(res.Funnel.CycleDays) != "67" || *res.Funnel.Stages[0].Slipped != 0 {
		t.Error(num(res.Funnel.CycleDays), res.Understood)
	}
}

type failing struct{}

func (failing) Read([]byte) (int, error) { return 0, errors.New("disk on fire") }
func (failing) Close() error             { return nil }

func TestFailedReads(t *testing.T) {
	for _, f := range []File{
		{Name: "x.csv", Open: func() (io.ReadCloser, error) { return nil, errors.New("not there") }},
		{Name: "x.csv", Open: func() (io.ReadCloser, error) {
			return io.NopCloser(io.MultiReader(strings.NewReader(worked), failing{})), nil
		}},
		{Name: "x.csv", Open: func() (io.ReadCloser, error) { return failing{}, nil }},
	} {
		_, err := Read([]File{f}, three(), Options{})
		var e *Error
		if !errors.As(err, &e) || e.Err == nil {
			t.Errorf("%v has to hold what lies beneath", err)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(worked), "")
	f.Add([]byte("\xff\xfed\x00"), "dmy")
	f.Add([]byte("deal;stage;date;created;amount;currency;status\n1;Discovery;03.04.26 8:00 PM;1.2.2026;1.234,5 €;MXN;won\n1;Won;5.4.26;;(5)k;;\n"), "")
	f.Add([]byte("OpportunityId\tStageName\tCreatedDate\tIsDeleted\n\"1\"\t\"Lost\n\"\t2026-01-01T00:00:00.000Z\tFALSE\n"), "mdy")
	f.Fuzz(func(t *testing.T, b []byte, order string) {
		for _, e := range []*model.Engagement{three(), {}} {
			res, err := ReadFrom(strings.NewReader(string(b)), "x.csv", e, Options{DateOrder: order, Horizon: 30})
			if err != nil {
				continue
			}
			for _, s := range res.Funnel.Stages {
				if s.Advanced+s.Lost+s.Open != s.Reached || !slices.ContainsFunc(append(e.Stages, res.ProposedStages...), func(x model.Stage) bool { return x.ID == s.Stage }) {
					t.Fatalf("%+v", s)
				}
			}
		}
	})
}

// The frame of a report has commas of its own, and nobody puts them in quotes.
func TestReportFrame(t *testing.T) {
	res := mustRead(t, "Opportunity report\nAs of 2026-02-01, 09:00, by Dana\n\nOpportunity ID,Stage,Close Date,Created Date\n1,Discovery,2026-03-01,2026-01-05\n"+
		"\nGrand Totals (1 record),\nConfidential Information, Do Not Distribute\nCopyright © 2000-2026 salesforce.com, inc. All rights reserved.\n", Options{})
	wantLines(t, res.Funnel, "a 1/0/0/1 - - - -\nb 0/0/0/0 - - - -\nc 0/0/0/0 - - - -\n0/0/1 - -")
}
