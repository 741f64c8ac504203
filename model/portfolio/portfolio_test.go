package portfolio_test

import (
	"context"
	"encoding/csv"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"

	"github.com/gapbook/gapbook/model/exact"
	"github.com/gapbook/gapbook/model/playbook"
	"github.com/gapbook/gapbook/model/portfolio"
)

var opt = portfolio.Options{AsOf: "2026-11-24", Tables: true}

func read(t *testing.T, folder string, opt portfolio.Options) []portfolio.Found {
	t.Helper()
	files, err := portfolio.Files(folder)
	if err != nil {
		t.Fatal(err)
	}
	var out []portfolio.Found
	if err := portfolio.Read(context.Background(), files, opt, nil, func(f portfolio.Found) error {
		out = append(out, f)
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	return out
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

// TestInOrder reads in parallel and hands over in the order of the files, the same each time.
func TestInOrder(t *testing.T) {
	folder := generate(t, 40)
	first := read(t, folder, opt)
	for i, f := range first {
		if f.Err != nil || f.Entry == nil || f.Problems > 0 || (i > 0 && f.Path <= first[i-1].Path) {
			t.Fatalf("%d: %+v", i, f)
		}
	}
	a, _ := json.Marshal(first)
	b, _ := json.Marshal(read(t, folder, opt))
	if string(a) != string(b) {
		t.Error("another reading, another result")
	}
	if strings.Contains(string(a), "Client 000") || strings.Contains(string(a), "Person") || strings.Contains(string(a), "gap analysis") {
		t.Error("names got out")
	}
}

// TestPassedOver goes on beside what is broken, locked, a playbook or hidden.
func TestPassedOver(t *testing.T) {
	folder := t.TempDir()
	write(t, filepath.Join(folder, "a.yaml"), "gapbook: 1\nclient: {name: A}\n")
	write(t, filepath.Join(folder, "b.yaml"), "gapbook: [\n")
	write(t, filepath.Join(folder, "c.yaml"), "services: {web: {}}\n")
	write(t, filepath.Join(folder, "d.yaml"), string(playbook.Source()))
	write(t, filepath.Join(folder, "e", "E.YML"), "gapbook: 1\nclient: {name: A}\naudits: [{id: a-1, kind: nothing, subject: x}]\n")
	write(t, filepath.Join(folder, ".git", "x.yaml"), "gapbook: 1\nclient: {name: X}\n")
	write(t, filepath.Join(folder, "f.yaml"), "")
	var said []string
	for _, f := range read(t, folder, opt) {
		s := filepath.Base(f.Path)
		switch {
		case f.Err != nil:
			s += " broken"
		case f.Problems > 0:
			s += " counted " + f.Entry.ID
		default:
			s += " " + f.Entry.ID
		}
		said = append(said, s)
	}
	got := strings.Join(said, "\n")
	id := strings.Fields(got)[1]
	want := "a.yaml " + id + "\nb.yaml broken\nc.yaml broken\nE.YML counted " + id + "-2\nf.yaml broken"
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// TestStops ends when the one who asked has enough, with nothing left running.
func TestStops(t *testing.T) {
	files, err := portfolio.Files(generate(t, 60))
	if err != nil {
		t.Fatal(err)
	}
	before := runtime.NumGoroutine()
	enough, n := errors.New("enough"), 0
	err = portfolio.Read(context.Background(), files, opt, nil, func(portfolio.Found) error {
		if n++; n == 3 {
			return enough
		}
		return nil
	})
	if !errors.Is(err, enough) || n != 3 {
		t.Errorf("%v after %d", err, n)
	}
	for runtime.NumGoroutine() > before { // the workers end by themselves; the test's own limit is the clock
		runtime.Gosched()
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if err := portfolio.Read(ctx, files, opt, nil, func(portfolio.Found) error { return nil }); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
}

func TestQuartilesByHand(t *testing.T) {
	var s portfolio.Spreads
	entry := func(x *float64) *portfolio.Entry {
		return &portfolio.Entry{Playbook: "own", Practices: []portfolio.Practice{{Practice: "exits", Field: x}}}
	}
	for _, x := range []float64{40, 10, 30, 20} {
		s.Add(entry(&x))
	}
	s.Add(entry(nil))
	s.Add(&portfolio.Entry{Playbook: "another", Practices: []portfolio.Practice{{Practice: "exits", Field: ptr(99.0)}}})
	all := s.All(entry(ptr(20.0)))
	if len(all) != 2 || all[0].Playbook != "another" || all[0].Place != nil {
		t.Fatalf("%+v", all)
	}
	q := all[1].Field
	if q.N != 4 || !q.Few || *q.Low != 17.5 || *q.Median != 25 || *q.High != 32.5 { // 10 + 0.75 x 10; 20 + 0.5 x 10; 30 + 0.25 x 10
		t.Errorf("%+v %v %v %v", q, *q.Low, *q.Median, *q.High)
	}
	if p := all[1].Place; p.Field != 20 || *p.Below != 0.375 { // one below, itself an equal: half of one
		t.Errorf("%+v", p)
	}
	if b := all[1].BlindSpot; b.N != 0 || b.Median != nil {
		t.Errorf("%+v", b)
	}
}

// TestTables reads back what was written: every row as wide as its header, every cell of its column's type, and no cell
// that a spreadsheet would run.
func TestTables(t *testing.T) {
	folder := generate(t, 5)
	e := engagement(newRand(), 7)
	e.Client.Segment = "=HYPERLINK(\"x\")\n\x1b[31m"
	e.Weeks[0].Indicators["+own@-stage"] = 1
	e.Started = "soon"
	write(t, filepath.Join(folder, "odd.yaml"), string(exact.Marshal(e)))
	out := filepath.Join(t.TempDir(), "new", "tables")
	w, err := portfolio.NewWriter(out)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range read(t, folder, opt) {
		if err := w.Write(f.Rows); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := os.Stat(filepath.Join(out, "engagements.csv")); err == nil {
		t.Error("a table has its name before it is whole")
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	left, _ := os.ReadDir(out)
	if len(left) != len(portfolio.Tables)+1 {
		t.Errorf("%d files", len(left))
	}
	for _, table := range portfolio.Tables {
		src, err := os.ReadFile(filepath.Join(out, table.Name+".csv"))
		if err != nil {
			t.Fatal(err)
		}
		rows, err := csv.NewReader(strings.NewReader(string(src))).ReadAll() // which refuses rows of another width
		if err != nil || len(rows) < 2 {
			t.Fatalf("%s: %d rows, %v", table.Name, len(rows), err)
		}
		for i, c := range table.Columns {
			if rows[0][i] != c.Name {
				t.Errorf("%s: %q is not %q", table.Name, rows[0][i], c.Name)
			}
			for _, r := range rows[1:] {
				if !fits(r[i], c.Type) || (c.Type == "VARCHAR" && r[i] != "" && strings.ContainsAny(r[i][:1], "=+-@\x1b")) || strings.ContainsAny(r[i], "\n\x1b") {
					t.Fatalf("%s.%s: %q is no %s", table.Name, c.Name, r[i], c.Type)
				}
			}
		}
	}
}

func fits(cell, kind string) bool {
	if cell == "" {
		return true
	}
	var err error
	switch kind {
	case "INTEGER":
		_, err = strconv.Atoi(cell)
	case "DOUBLE":
		_, err = strconv.ParseFloat(cell, 64)
	case "BOOLEAN":
		_, err = strconv.ParseBool(cell)
	case "DATE":
		return len(cell) == len("2026-03-31")
	}
	return err == nil
}

// TestDiscard leaves nothing of tables that were not finished, and what was there before.
func TestDiscard(t *testing.T) {
	out := t.TempDir()
	write(t, filepath.Join(out, "engagements.csv"), "before")
	w, err := portfolio.NewWriter(out)
	if err != nil {
		t.Fatal(err)
	}
	if err := w.Discard(); err != nil {
		t.Fatal(err)
	}
	left, _ := os.ReadDir(out)
	if src, _ := os.ReadFile(filepath.Join(out, "engagements.csv")); len(left) != 1 || string(src) != "before" {
		t.Errorf("%v, %q", left, src)
	}
}
