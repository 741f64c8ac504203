package crm

import (
	"fmt"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestParseDate(t *testing.T) {
	for in, want := range map[string]string{
		"2026-01-05":                    "2026-01-05 00:00:00.000",
		"2026-1-5":                      "2026-01-05 00:00:00.000",
		"2026/01/05 13:04":              "2026-01-05 13:04:00.000",
		"20260105":                      "2026-01-05 00:00:00.000",
		"2026-01-05T23:59:59.120+02:00": "2026-01-05 23:59:59.120",
		"2026-01-05T23:59:59.000+0000":  "2026-01-05 23:59:59.000",
		"2026-01-05T23:59:59Z":          "2026-01-05 23:59:59.000",
		"2026-01-05 23:59:59.1234567":   "2026-01-05 23:59:59.123",
		"02/23/26 08:55 PM":             "2026-02-23 20:55:00.000 mdy",
		"02/23/26 12:05AM":              "2026-02-23 00:05:00.000 mdy",
		"2/23/2026, 12:00:01 p.m.":      "2026-02-23 12:00:01.000 mdy",
		"23.02.2026 08:55":              "2026-02-23 08:55:00.000 dmy",
		"23/2/99":                       "1999-02-23 00:00:00.000 dmy",
		"05/05/26":                      "2026-05-05 00:00:00.000",
		"03/04/2026":                    "both 4 March 2026 or 3 April 2026",
		"3-4-2026 10:00":                "both 4 March 2026 or 3 April 2026",
		"5 Jan 2026":                    "2026-01-05 00:00:00.000",
		"5. January 2026 at 10:00":      "2026-01-05 10:00:00.000",
		"05-Jan-26":                     "2026-01-05 00:00:00.000",
		"Jan 5, 2026, 10:00 AM EST":     "2026-01-05 10:00:00.000",
		"Mon, Sept 5 2026":              "2026-09-05 00:00:00.000",
		"29/02/2024":                    "2024-02-29 00:00:00.000 dmy",
		"29/02/2026":                    "none",
		"31.04.2026":                    "none",
		"13/13/2026":                    "none",
		"2026-13-01":                    "none",
		"00/05/2026":                    "none",
		"10:30":                         "none",
		"2026-01-05 25:00":              "none",
		"2026-01-05 10:00 <b>":          "none",
		"2026-01-05x":                   "none",
		"5":                             "none",
		"someday":                       "none",
		"1/2/3":                         "none",
		"2026":                          "none",
	} {
		p := parseDate([]byte(in))
		got := "none"
		switch {
		case p.ok && p.day&ambiguous != 0:
			got = "both " + p.day.settle(monthFirst).time().Format("2 January 2006") + " or " + p.day.settle(dayFirst).long()
		case p.ok:
			got = p.day.time().Add(time.Duration(p.ms)*time.Millisecond).Format("2006-01-02 15:04:05.000") + []string{"", " mdy", " dmy"}[p.order]
		}
		if got != want {
			t.Errorf("%q: got %s, want %s", in, got, want)
		}
	}
}

func TestDateIsTheCalendar(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		y, m, d := rapid.IntRange(1, 9999).Draw(t, "y"), rapid.IntRange(1, 12).Draw(t, "m"), rapid.IntRange(1, 31).Draw(t, "d")
		want := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
		got := civil(y, m, d)
		if want.Day() != d {
			if got != 0 {
				t.Fatal("a day that is not")
			}
			return
		}
		if !got.time().Equal(want) {
			t.Fatalf("%v is not %v", got.time(), want)
		}
		for o, layout := range map[order]string{monthFirst: "01/02/2006", dayFirst: "02/01/2006"} {
			if s := parseDate([]byte(want.Format(layout))).day.settle(o); s != got {
				t.Fatalf("%s: %v", layout, s.time())
			}
		}
	})
}

func TestParseMoney(t *testing.T) {
	for in, want := range map[string]string{
		"15000": "15000", "$21,000": "21000 $", "58.8k": "58800", "58,8K": "58800", "1.234,56 EUR": "1234.56 EUR", "1,234.56": "1234.56",
		"€1.234": "1234 EUR", "1 234,50 €": "1234.5 EUR", "CHF 1'200.50": "1200.5 CHF", "(1,200)": "-1200", "-5": "-5", "R$ 10": "10 $R",
		"1.2M": "1.2e+06", "USD 3 mio": "3e+06 USD", "1,234,567": "1.234567e+06", "0.125": "0.125", "1234.567": "1234.567", "12.5": "12.5",
		"£9": "9 GBP", "1\u00a0000": "1000", "US$5": "5 $US", "$1.5k": "1500 $", "1.234k": "1234",
		"TBC soon": "none", "": "none", "1,2.3,4": "none", "abc": "none", ".": "none", "12 / 13": "none", "1e5": "none",
	} {
		m := parseMoney([]byte(in))
		got := "none"
		if m.ok {
			if got = fmt.Sprint(m.value); m.currency != "" {
				got += " " + m.currency
			}
		}
		if got != want {
			t.Errorf("%q: got %s, want %s", in, got, want)
		}
	}
}

// 1.234 is a thousand and more, unless the column has points for decimals.
func TestMoneyColumn(t *testing.T) {
	head := "deal_id,stage,changed_at,amount\n1,Won,2026-01-01,"
	for amounts, want := range map[[2]string]string{
		{"1.234", "1000"}: "2234", {"1.234", "1000.5"}: "1001.73", {`"1,234"`, "1000.5"}: "2234.5", {`"1,234"`, `"1000,5"`}: "1001.73",
	} {
		res := mustRead(t, head+amounts[0]+"\n2,Won,2026-01-02,"+amounts[1]+"\n", Options{})
		if num(res.Funnel.WonAmount) != want {
			t.Errorf("%v: %s, want %s", amounts, num(res.Funnel.WonAmount), want)
		}
	}
}

func TestFold(t *testing.T) {
	for _, pair := range [][2]string{{"Négociation / Review ", "negociation_review"}, {"Straße", "STRASSE"}, {"Id. Decision Makers", "id-decision-makers"}} {
		if fold(pair[0]) != fold(pair[1]) {
			t.Errorf("%q and %q", pair[0], pair[1])
		}
	}
	if got := shown("a\x1b[31m\nb\u202e"); got != "a␛[31m␊b<202E>" {
		t.Errorf("%q", got)
	}
}
