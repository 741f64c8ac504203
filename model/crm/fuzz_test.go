package crm

import (
	"os"
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"github.com/gapbook/gapbook/model"
)

// The particular layouts, in every writing that the general ones take.
func TestLayoutsInEveryWriting(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"from/to": {
			"Opportunity ID,Opportunity Name,From Stage,To Stage,Last Modified,Created Date,Amount\n1,\"Café,\nBleu\",Discovery,Négociation,2026-01-05,2026-01-02,\"1.234,50 €\"\n1,x,Négociation,Closed Won ,2026-01-15,2026-01-02,\"1.234,50 €\"\n",
			"a 1/1/0/0 3 3 3 -\nb 1/1/0/0 - - - -\nc 1/1/0/0 10 10 10 -\n1/0/0 - 13",
		},
		"field history": {
			"Opportunity ID,Opportunity Name,Field / Event,Old Value,New Value,Edit Date,Created Date\n1,\"a,\nb\",Stage,Discovery,Négociation,2026-01-05,2026-01-02\n1,\"a,\nb\",Stage,Négociation,Closed Won,2026-01-15,2026-01-02\n",
			"a 1/1/0/0 3 3 3 -\nb 1/1/0/0 - - - -\nc 1/1/0/0 10 10 10 -\n1/0/0 - 13",
		},
		"wide": {
			"Record ID,Deal Name,Deal Stage,Pipeline,Create Date,Date entered 'Discovery (P)',Date entered 'Négociation (P)',Date entered 'Closed won (P)'\n1,\"a,\nb\",Closed won,P,2026-01-02,2026-01-02,2026-01-05,2026-01-15\n",
			"a 1/1/0/0 3 3 3 -\nb 1/1/0/0 - - - -\nc 1/1/0/0 10 10 10 -\n1/0/0 - 13",
		},
	} {
		semicolons := strings.NewReplacer("a,\nb", "a;\nb", "Café,\n", "Café;\n", "1.234,50", "1.234,50", ",", ";").Replace(c.text)
		latin, _ := charmap.Windows1252.NewEncoder().String(c.text)
		wide, _ := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(c.text)
		for writing, s := range map[string]string{
			"plain": c.text, "bom": "\xef\xbb\xbf" + c.text, "semicolons": semicolons, "latin": latin, "utf-16": wide,
			"crlf": strings.ReplaceAll(c.text, "\n", "\r\n"), "framed": "A report, of deals\n\n" + c.text + "\nTotal,,\n\"Copyright © 2026, Example\"\n",
			"header again": c.text + c.text,
		} {
			res, err := readText(t, s, three(), Options{})
			if err != nil {
				t.Errorf("%s, %s: %v", name, writing, err)
				continue
			}
			res.Funnel.WonAmount = nil
			if got := lines(res.Funnel); got != c.want {
				t.Errorf("%s, %s: got\n%s", name, writing, got)
			}
		}
	}
}

// FuzzLayouts reads anything alone and beside deals: it never fails in another way than with an error, and what it counts
// adds up.
func FuzzLayouts(f *testing.F) {
	for _, name := range []string{"salesforce-from-to.csv", "salesforce-field-history.tsv", "hubspot-deals.csv", "salesforce-history.csv"} {
		b, err := os.ReadFile("testdata/" + name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(b, "")
	}
	f.Add([]byte("Opportunity ID,From Stage,To Stage,Last Modified\n1,A,B,1/2/26\n1,B,A,1/2/26\n1,A,,1/2/26\n1,,B,\n1,C,C,1/2/26\n"), "mdy")
	f.Add([]byte("Opportunity ID,Field / Event,Old Value,New Value,Edit Date,Stage\n1,Close Date,1/2/26,,1/2/26,A\n1,Created.,,,1/2/26,A\n2,Close Date,,1/2/26,1/2/26,\n"), "dmy")
	f.Add([]byte("Record ID,Deal Stage,Pipeline,Date entered 'A (P)',hs_v2_date_entered_b\n1,A (P),P,1/2/26,1/2/26\n2,,Q,1/2/26,\n3,B,,,\n"), "dmy")
	f.Add([]byte("Lead ID,Lead Status,MQL Date,SQL Date,First Call,First Email,IsConverted\n1,MQL,1/2/26,,1/3/26 1:00 PM,1/2/26,true\n1,SQL,,,,,\n"), "mdy")
	f.Fuzz(func(t *testing.T, b []byte, order string) {
		beside := "Deal ID,Stage,Changed Date\n1,Discovery,2026-01-01\n1,Closed Won,2026-03-31\n"
		for _, files := range [][]File{{text("x.csv", string(b))}, {text("d.csv", beside), text("x.csv", string(b))}} {
			for _, horizon := range []int{0, 30} {
				e := &model.Engagement{}
				res, err := Read(files, e, Options{DateOrder: order, Horizon: horizon})
				if err != nil {
					continue
				}
				for _, s := range res.Funnel.Stages {
					if s.Advanced+s.Lost+s.Open != s.Reached || s.MedianDays != nil && *s.MedianDays < 0 {
						t.Fatalf("%+v", s)
					}
				}
				if l := res.Funnel.Leads; l != nil && (*l.SQL > *l.MQL || l.ResponseHours != nil && *l.ResponseHours < 0) {
					t.Fatalf("%+v", l)
				}
			}
		}
	})
}
