package crm

import (
	"io"
	"os"
	"path/filepath"
	"testing"
)

func testFile(name string) File {
	return File{Name: name, Open: func() (io.ReadCloser, error) { return os.Open(filepath.Join("testdata", name)) }}
}

// A German history as a spreadsheet saves it: Windows-1252, semicolons, points in dates and money, titles, the frame of the
// report below, a row twice, rows out of order, a phase with a blank behind it.
func TestGenericHistoryFile(t *testing.T) {
	e := three()
	e.Client.Currency = "EUR"
	res, err := Read([]File{testFile("generic-history.csv")}, e, Options{By: []string{"owner"}})
	if err != nil {
		t.Fatal(err)
	}
	// V-1: 13 days in Discovery, 5 in Négociation, won on day 18; its last close date (20 January) is before the first.
	// V-2: lost after 31 days. V-3: still there, close date from February to April.
	wantLines(t, res.Funnel, "a 3/1/1/1 22 31 31 1\nb 1/1/0/0 - - - 0\nc 1/1/0/0 5 5 5 0\n1/1/1 1234.56 18")
	if res.Funnel.From != "2026-01-02" || res.Funnel.To != "2026-01-07" || res.Funnel.Source.Rows != 8 {
		t.Errorf("%s to %s, %d rows", res.Funnel.From, res.Funnel.To, res.Funnel.Source.Rows)
	}
	if g := res.Funnel.By[0].Groups; len(g) != 2 || g[0].Name != "Jörg Weiß" || g[1].Name != "Meyer; Süd" {
		t.Errorf("%+v", g)
	}
	if !said(res, "Left out: 1 row that stood there twice.") {
		t.Errorf("%q", res.Understood)
	}
}

// A Salesforce report of opportunities with its frame, a name over two lines, and money in another currency.
func TestDealListFile(t *testing.T) {
	res, err := Read([]File{testFile("deal-list.csv")}, three(), Options{})
	if err != nil {
		t.Fatal(err)
	}
	wantLines(t, res.Funnel, "a 3/3/0/0 - - - -\nb 3/2/0/1 - - - -\nc 2/2/0/0 - - - -\n2/1/1 21000 -")
	if res.Funnel.Source.Rows != 4 || !said(res, "1 deal in MXN left out of money") || !said(res, "conversion is computed, days and slippage are not") {
		t.Errorf("%d rows, %q", res.Funnel.Source.Rows, res.Understood)
	}
}
