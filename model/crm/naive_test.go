package crm

import (
	"fmt"
	"math/rand"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// row is one line of a random history, and naive a second funnel, written from the design's words alone.
type row struct {
	deal, stage string
	at          time.Time
	close       time.Time // zero: none
	amount      int
}

var stagePos = map[string]int{"Discovery": 0, "Demo & Proof": 1, "Négociation": 2, "Closed Won": 3, "Closed Lost": -1}

func drawRows(t *rapid.T) []row {
	var rows []row
	for d := range rapid.IntRange(1, 12).Draw(t, "deals") {
		at := time.Date(2026, 1, 1, 9, 0, 0, 0, time.UTC).AddDate(0, 0, rapid.IntRange(0, 40).Draw(t, "created"))
		for range rapid.IntRange(1, 9).Draw(t, "rows") {
			r := row{
				deal: fmt.Sprintf("D%d", d), at: at, amount: rapid.IntRange(0, 999).Draw(t, "amount"),
				stage: rapid.SampledFrom([]string{"Discovery", "Demo & Proof", "Négociation", "Closed Won", "Closed Lost"}).Draw(t, "stage"),
			}
			if c := rapid.IntRange(-1, 90).Draw(t, "close"); c >= 0 {
				r.close = time.Date(2026, 1, 1+c, 0, 0, 0, 0, time.UTC)
			}
			rows = append(rows, r)
			at = at.Add(time.Duration(rapid.IntRange(1, 20*24*60).Draw(t, "minutes")) * time.Minute)
		}
	}
	return rows
}

func write(rows []row) string {
	var b strings.Builder
	b.WriteString("Deal ID,Stage,Changed At,Close Date,Amount\n")
	for _, r := range rows {
		c := "TBD"
		if !r.close.IsZero() {
			c = r.close.Format("2006-01-02")
		}
		fmt.Fprintf(&b, "%s,%s,%s,%s,%d\n", r.deal, r.stage, r.at.Format("2006-01-02T15:04:05Z"), c, r.amount)
	}
	return b.String()
}

func day(t time.Time) int { return int(t.Truncate(24*time.Hour).Unix() / 86400) }

// naive counts the funnel of rows that stand in order of time, stage by stage and deal by deal.
func naive(rows []row) string {
	deals := map[string][]row{}
	for _, r := range rows {
		deals[r.deal] = append(deals[r.deal], r)
	}
	anyClose := false
	for _, r := range rows {
		anyClose = anyClose || !r.close.IsZero()
	}
	var out []string
	for s, id := range []string{"a", "b", "c"} {
		reached, advanced, lost, open, slipped := 0, 0, 0, 0, 0
		var days []float64
		for _, h := range deals {
			furthest := -1
			for _, r := range h {
				furthest = max(furthest, stagePos[r.stage])
			}
			if furthest < s {
				continue
			}
			reached++
			last := h[len(h)-1]
			if furthest > s {
				advanced++
			} else if stagePos[last.stage] == -1 {
				lost++
			} else {
				open++
			}
			if total, visits := stay(h, s); visits && stagePos[last.stage] != s {
				days = append(days, float64(total))
			}
			if at := entry0(h, s); at >= 0 {
				then, now := lastClose(h[:at+1]), lastClose(h)
				if !then.IsZero() && (now.Year() > then.Year() || now.Year() == then.Year() && now.Month() > then.Month()) {
					slipped++
				}
			}
		}
		slices.Sort(days)
		slips := "-"
		if anyClose {
			slips = fmt.Sprint(slipped)
		}
		out = append(out, fmt.Sprintf("%s %d/%d/%d/%d %s %s %s %s", id, reached, advanced, lost, open,
			middle(days), rank(days, 0.75), rank(days, 0.90), slips))
	}
	won, lost, open, amount := 0, 0, 0, 0
	var cycle []float64
	for _, h := range deals {
		switch last := h[len(h)-1]; stagePos[last.stage] {
		case 3:
			won++
			amount += last.amount
			i := len(h) - 1
			for i > 0 && stagePos[h[i-1].stage] == 3 {
				i--
			}
			cycle = append(cycle, float64(day(h[i].at)-day(h[0].at)))
		case -1:
			lost++
		default:
			open++
		}
	}
	slices.Sort(cycle)
	return strings.Join(append(out, fmt.Sprintf("%d/%d/%d %d %s", won, lost, open, amount, middle(cycle))), "\n")
}

// stay adds the days from each row in s to the next row of the deal, whatever its stage.
func stay(h []row, s int) (total int, visits bool) {
	for i := range h {
		if stagePos[h[i].stage] == s {
			visits = true
			if i+1 < len(h) {
				total += day(h[i+1].at) - day(h[i].at)
			}
		}
	}
	return total, visits
}

func entry0(h []row, s int) int {
	for i, r := range h {
		if stagePos[r.stage] == s {
			return i
		}
	}
	for i, r := range h {
		if stagePos[r.stage] > s {
			return i
		}
	}
	return -1
}

func lastClose(h []row) (c time.Time) {
	for _, r := range h {
		if !r.close.IsZero() {
			c = r.close
		}
	}
	return c
}

func middle(v []float64) string {
	switch n := len(v); {
	case n == 0:
		return "-"
	case n%2 == 1:
		return fmt.Sprint(v[n/2])
	default:
		return fmt.Sprint((v[n/2-1] + v[n/2]) / 2)
	}
}

func rank(v []float64, p float64) string {
	for i := range v {
		if float64(i+1) >= p*float64(len(v))-1e-9 {
			return fmt.Sprint(v[i])
		}
	}
	return "-"
}

func TestAgainstNaive(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rows := drawRows(t)
		res, err := ReadFrom(strings.NewReader(write(rows)), "x.csv", three(), Options{})
		if err != nil {
			t.Fatal(err)
		}
		if got, want := lines(res.Funnel), naive(rows); got != want {
			t.Fatalf("got\n%s\nwant\n%s\nof\n%s", got, want, write(rows))
		}
		for _, s := range res.Funnel.Stages {
			if s.Advanced+s.Lost+s.Open != s.Reached {
				t.Fatalf("%+v does not add up", s)
			}
		}
	})
}

// The order of the rows means nothing, neither to an engagement's stages nor to proposed ones, and a row that stands there
// twice means nothing either.
func TestShuffled(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		rows := drawRows(t)
		mixed := slices.Clone(rows)
		for range rapid.IntRange(0, 3).Draw(t, "twice") {
			mixed = append(mixed, rapid.SampledFrom(rows).Draw(t, "row"))
		}
		r := rand.New(rand.NewSource(rapid.Int64().Draw(t, "seed")))
		r.Shuffle(len(mixed), func(i, j int) { mixed[i], mixed[j] = mixed[j], mixed[i] })
		a, err := ReadFrom(strings.NewReader(write(rows)), "x.csv", three(), Options{})
		b, err2 := ReadFrom(strings.NewReader(write(mixed)), "x.csv", three(), Options{})
		if err != nil || err2 != nil {
			t.Fatal(err, err2)
		}
		if lines(a.Funnel) != lines(b.Funnel) {
			t.Fatalf("in order\n%s\nshuffled\n%s", lines(a.Funnel), lines(b.Funnel))
		}
	})
}

// Equal times keep the order of a file that runs forwards and of one that runs backwards.
func TestEqualTimes(t *testing.T) {
	head := "Deal ID,Stage,Changed Date\n"
	rows := []string{
		"1,Discovery,2026-01-01", "1,Demo & Proof,2026-01-01", "1,Négociation,2026-01-01", "1,Demo & Proof,2026-01-04",
		"2,Discovery,2026-01-01", "2,Closed Won,2026-01-01", "2,Discovery,2026-01-09",
	}
	forwards := mustRead(t, head+strings.Join(rows, "\n"), Options{})
	slices.Reverse(rows)
	backwards := mustRead(t, head+strings.Join(rows, "\n"), Options{})
	want := "a 2/2/0/0 0 0 0 -\nb 2/2/0/0 - - - -\nc 2/1/0/1 3 3 3 -\n0/0/2 - -"
	wantLines(t, forwards.Funnel, want)
	wantLines(t, backwards.Funnel, want)
}
