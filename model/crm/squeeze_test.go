package crm

import (
	"math/rand"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// What is left out for the sake of memory changes no number and no word, whichever way the rows run, and rows in no order
// are noticed.
func TestSqueezed(t *testing.T) {
	squeezed, again := 0, 0
	rapid.Check(t, func(t *rapid.T) {
		rows := drawRows(t)
		for i := range rows { // runs of edits in one stage
			if i > 0 && rows[i].deal == rows[i-1].deal && rapid.IntRange(0, 3).Draw(t, "edit") > 0 {
				rows[i].stage = rows[i-1].stage
			}
		}
		switch rapid.IntRange(0, 3).Draw(t, "order") {
		case 0:
			slices.Reverse(rows)
		case 1:
			slices.SortStableFunc(rows, func(a, b row) int { return a.at.Compare(b.at) })
		case 2: // nearly in order
			i, j := rapid.IntRange(0, len(rows)-1).Draw(t, "i"), rapid.IntRange(0, len(rows)-1).Draw(t, "j")
			rows[i], rows[j] = rows[j], rows[i]
		}
		if n := rapid.IntRange(0, 2).Draw(t, "twice"); n > 0 {
			rows = append(rows, rows[rapid.IntRange(0, len(rows)-1).Draw(t, "again")])
		}
		table := write(rows)
		if rapid.Bool().Draw(t, "us") {
			table = american(rows)
		}
		whole, err := ReadFrom(strings.NewReader(table), "x.csv", three(), Options{DateOrder: "mdy"})
		part, err2 := Read([]File{text("x.csv", table)}, three(), Options{DateOrder: "mdy"})
		if err != nil || err2 != nil {
			t.Fatal(err, err2)
		}
		if lines(whole.Funnel) != lines(part.Funnel) || strings.Join(whole.Understood, "\n") != strings.Join(part.Understood, "\n") {
			t.Fatalf("whole\n%s\n%s\nsqueezed\n%s\n%s\nof\n%s", lines(whole.Funnel), strings.Join(whole.Understood, "\n"),
				lines(part.Funnel), strings.Join(part.Understood, "\n"), table)
		}
		c, _, _, err := readAll([]File{text("x.csv", table)}, three(), &Options{DateOrder: "mdy"}, nil, true)
		switch {
		case err == errDisorder:
			again++
		case c.n < uint32(len(rows)):
			squeezed++
		}
	})
	if squeezed < 5 || again < 5 {
		t.Errorf("only %d were squeezed, and %d read again: the test shows nothing", squeezed, again)
	}
}

// american writes the rows with dates that mostly could be read both ways.
func american(rows []row) string {
	var b strings.Builder
	b.WriteString("Deal ID,Stage,Changed At,Close Date,Amount\n")
	for _, r := range rows {
		c := ""
		if !r.close.IsZero() {
			c = r.close.Format("1/2/2006")
		}
		b.WriteString(r.deal + "," + r.stage + "," + r.at.Format("1/2/2006 15:04:05") + "," + c + ",5\n")
	}
	return b.String()
}

// Twenty edits of a deal are kept as what they come to.
func TestSqueezeBoundsMemory(t *testing.T) {
	var b strings.Builder
	b.WriteString("Deal ID,Stage,Changed At,Close Date,Amount\n")
	r := rand.New(rand.NewSource(1))
	for n := range 2000 {
		stage := []string{"Discovery", "Demo & Proof"}[n/1000]
		when := dayOne.AddDate(2025, 0, n/10)
		b.WriteString("D" + string(rune('0'+n%10)) + "," + stage + "," + when.Format("2006-01-02") + ",2026-01-01," + string(rune('1'+r.Intn(9))) + "\n")
	}
	c, _, rows, err := readAll([]File{text("x.csv", b.String())}, three(), &Options{}, nil, true)
	if err != nil || rows != 2000 || c.n > 10*2*2 {
		t.Errorf("%d entries are kept of %d rows (%v)", c.n, rows, err)
	}
}
