package crm

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// byDeal splits rows into deals, each in order of time.
func byDeal(rows []row) (deals [][]row) {
	for _, r := range rows {
		if n := len(deals); n > 0 && deals[n-1][0].deal == r.deal {
			deals[n-1] = append(deals[n-1], r)
		} else {
			deals = append(deals, []row{r})
		}
	}
	return deals
}

func us(t time.Time) string { return t.Format("1/2/06 3:04 PM") }

func usDay(t time.Time) string {
	if t.IsZero() {
		return "TBD"
	}
	return t.Format("1/2/2006")
}

// compare reads a file whose lines may stand in any order and holds it against the naive count of rows.
func compare(t *rapid.T, head string, body []string, rows []row) {
	body = rapid.Permutation(body).Draw(t, "lines")
	file := head + "\n" + strings.Join(body, "\n") + "\n\nGrand Totals\n"
	res, err := ReadFrom(strings.NewReader(file), "x.csv", three(), Options{DateOrder: "mdy"})
	if err != nil {
		t.Fatal(err, file)
	}
	if got, want := lines(res.Funnel), naive(rows); got != want {
		t.Fatalf("got\n%s\nwant\n%s\nof\n%s\n%s", got, want, file, strings.Join(res.Understood, "\n"))
	}
}

// The report may begin with the creation or with the first change; then the close date at creation is that of this change.
func TestFromToAgainstNaive(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var body []string
		var all []row
		for _, h := range byDeal(drawRows(t)) {
			h[0].at = h[0].at.Truncate(24 * time.Hour)
			created, last := h[0].at, h[len(h)-1]
			changes := slices.ContainsFunc(h, func(r row) bool { return r.stage != h[0].stage })
			before := ""
			for i, r := range h {
				from, to := before, r.stage
				if from == to && rapid.Bool().Draw(t, "blank") && changes {
					from, to = "", ""
				}
				before = r.stage
				if i == 0 && changes && rapid.Bool().Draw(t, "cut") {
					h[0].close = h[1].close
					continue
				}
				body = append(body, fmt.Sprintf("%s,%s,%s,%s,%d,%s,%s,%s", r.deal, from, to, us(r.at), r.amount, usDay(r.close), last.stage, usDay(created)))
			}
			all = append(all, h...)
		}
		compare(t, "Opportunity ID,From Stage,To Stage,Last Modified,Amount,Close Date,Stage,Created Date", body, all)
	})
}

// Each save makes a row for each field that it changed. A close date that was never edited is unknown and has not slipped.
func TestFieldHistoryAgainstNaive(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var body []string
		var all []row
		for _, h := range byDeal(drawRows(t)) {
			if !slices.ContainsFunc(h, func(r row) bool { return r.stage != h[0].stage }) {
				for i := range h {
					h[i].stage = "Discovery" // a deal that began as won was won on a day that the history does not show
				}
			}
			last, edited := h[len(h)-1], false
			put := func(at time.Time, field, was, is string) {
				body = append(body, fmt.Sprintf("%s,%s,%s,%s,%s,%d,%s", h[0].deal, field, was, is, us(at), last.amount, last.stage))
			}
			put(h[0].at, "Created.", "", "")
			for i, r := range h[1:] {
				if was := h[i]; r.stage != was.stage {
					put(r.at, "Stage", was.stage, r.stage)
				}
				was := lastClose(h[:i+1])
				if r.close.IsZero() || r.close.Equal(was) {
					continue
				}
				edited = true
				old := usDay(was)
				if was.IsZero() {
					old = ""
				}
				put(r.at, "Close Date", old, usDay(r.close))
			}
			for i := range h {
				if !edited {
					h[i].close = time.Time{}
				}
			}
			all = append(all, h...)
		}
		compare(t, "Opportunity ID,Field / Event,Old Value,New Value,Edit Date,Amount,Stage", body, all)
	})
}

// A wide file has the latest entry into each stage and nothing of close dates.
func TestHubSpotAgainstNaive(t *testing.T) {
	stages := []string{"Negotiation (not)", "Négociation", "Closed Lost", "Discovery", "Closed Won", "Demo & Proof"}
	head := "Record ID,Deal Stage,Pipeline,Create Date,Amount"
	for _, s := range stages {
		head += fmt.Sprintf(",\"Date entered \"\"%s (P)\"\"\"", s)
	}
	rapid.Check(t, func(t *rapid.T) {
		var body []string
		var all []row
		for _, h := range byDeal(drawRows(t)) {
			latest := map[string]row{}
			for i, r := range h {
				if i == 0 || h[i-1].stage != r.stage {
					r.close, r.amount = time.Time{}, h[len(h)-1].amount
					latest[r.stage] = r
				}
			}
			var left []row
			for _, r := range latest {
				left = append(left, r)
			}
			slices.SortFunc(left, func(a, b row) int { return a.at.Compare(b.at) })
			s := fmt.Sprintf("%s,%s,P,%s,%d", h[0].deal, h[len(h)-1].stage, us(left[0].at), left[0].amount)
			for _, name := range stages {
				if s += ","; latest[name].deal != "" {
					s += us(latest[name].at)
				}
			}
			body = append(body, s)
			all = append(all, left...)
		}
		compare(t, head, body, all)
	})
}

func TestLeadsAgainstNaive(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		from := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
		cellOf := func(name string) (time.Time, string) {
			n := rapid.IntRange(-40, 120*24).Draw(t, name)
			if n < 0 {
				return time.Time{}, ""
			}
			at := from.Add(time.Duration(n-10*24) * time.Hour)
			return at, at.Format("2006-01-02 15:04")
		}
		file, mql, sql := "Lead ID,MQL Date,SQL Date,First Response Date\nM,2026-01-01,,\n", 1, 0
		var hours []float64
		for i := range rapid.IntRange(1, 30).Draw(t, "leads") {
			m, ms := cellOf("mql")
			s, ss := cellOf("sql")
			r, rs := cellOf("response")
			file += fmt.Sprintf("L%d,%s,%s,%s\n", i, ms, ss, rs)
			if m.IsZero() || m.Before(from) || !m.Before(from.AddDate(0, 3, 0)) {
				continue
			}
			if mql++; !s.IsZero() {
				sql++
			}
			if !r.IsZero() && !r.Before(m) {
				hours = append(hours, r.Sub(m).Hours())
			}
		}
		slices.Sort(hours)
		res, err := Read([]File{text("l.csv", file), text("d.csv", deals)}, three(), Options{})
		if err != nil {
			t.Fatal(err)
		}
		l := res.Funnel.Leads
		if *l.MQL != mql || *l.SQL != sql || num(l.ResponseHours) != middle(hours) {
			t.Fatalf("got %+v %s, want %d, %d, %s of\n%s", l, num(l.ResponseHours), mql, sql, middle(hours), file)
		}
	})
}
