package crm

import (
	"bufio"
	"fmt"
	"io"
	"math/rand"
	"os"
	"path/filepath"
	"runtime"
	"runtime/metrics"
	"strings"
	"testing"
	"time"

	"github.com/gapbook/gapbook/model"
)

// writeHistory writes a Salesforce history of so many rows, about six a deal, newest deals first.
func writeHistory(w io.Writer, rows int) {
	out := bufio.NewWriterSize(w, 1<<16)
	defer func() { _ = out.Flush() }()
	r := rand.New(rand.NewSource(1))
	stages := []string{"Prospecting", "Qualification", "Needs Analysis", "Proposal/Price Quote", "Negotiation/Review", "Closed Won"}
	fmt.Fprintln(out, "Id,OpportunityId,CreatedById,CreatedDate,StageName,Amount,ExpectedRevenue,CloseDate,Probability,ForecastCategory,SystemModstamp,IsDeleted")
	start := time.Date(2025, 1, 1, 8, 0, 0, 0, time.UTC)
	for n, deal := 0, 0; n < rows; deal++ {
		at := start.Add(time.Duration(r.Intn(365*24*60)) * time.Minute)
		for s := 0; s < len(stages) && n < rows; s++ {
			name := stages[s]
			if r.Intn(6) == 0 {
				name = "Closed Lost"
			}
			t := at.Format("2006-01-02T15:04:05.000Z")
			fmt.Fprintf(out, "008bm%010dAAA,006bm%010dAAA,005bm00000NCJmQAAX,%s,%s,%d,%d,%s,%d,Pipeline,%s,FALSE\n", n, deal, t, name,
				1000+r.Intn(90000), r.Intn(90000), at.AddDate(0, 0, 60).Format("2006-01-02"), s*20, t)
			n++
			if name == "Closed Lost" {
				break
			}
			at = at.Add(time.Duration(r.Intn(30*24*60)) * time.Minute)
		}
	}
}

// BenchmarkMillionRows reads a million rows from a file that it writes beforehand and throws away.
func BenchmarkMillionRows(b *testing.B) {
	name := filepath.Join(b.TempDir(), "history.csv")
	f, err := os.Create(name)
	if err != nil {
		b.Fatal(err)
	}
	writeHistory(f, 1_000_000)
	_ = f.Close()
	for b.Loop() {
		peak := watchHeap()
		res, err := Read([]File{{name, func() (io.ReadCloser, error) { return os.Open(name) }}}, &model.Engagement{}, Options{})
		b.ReportMetric(float64(peak())/(1<<20), "peak-heap-MB")
		if err != nil || res.Funnel.Source.Rows != 1_000_000 {
			b.Fatal(err)
		}
	}
}

// watchHeap samples the memory in use until it is asked for the peak.
func watchHeap() func() uint64 {
	runtime.GC()
	done, result := make(chan bool), make(chan uint64)
	go func() {
		s := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
		var peak uint64
		for {
			metrics.Read(s)
			peak = max(peak, s[0].Value.Uint64())
			select {
			case <-done:
				result <- peak
				return
			case <-time.After(5 * time.Millisecond):
			}
		}
	}()
	return func() uint64 { done <- true; return <-result }
}

// BenchmarkLayouts reads 200,000 rows of each particular layout.
func BenchmarkLayouts(b *testing.B) {
	for name, c := range map[string]struct{ head, row string }{
		"from-to": {
			"Opportunity ID,From Stage,To Stage,Last Modified,Amount,Close Date,Stage,Created Date\n",
			"D%[1]d,Discovery,Demo,01/%02[2]d/26 09:00 AM,\"$%[1]d,000\",02/%02[2]d/26,Demo,01/01/26\n",
		},
		"fields": {"Opportunity ID,Field / Event,Old Value,New Value,Edit Date,Stage\n", "D%[1]d,Close Date,02/%02[2]d/26,03/%02[2]d/26,01/%02[2]d/26 09:00 AM,Demo\n"},
		"wide": {
			"Record ID,Deal Stage,Pipeline,Create Date,Date entered 'Discovery (P)',Date entered 'Demo (P)',Date entered 'Closed won (P)'\n",
			"%[1]d,Closed won,P,2026-01-01,2026-01-01,2026-01-%02[2]d,2026-02-%02[2]d\n",
		},
	} {
		text := c.head
		var rows []byte
		for i := range 200_000 {
			rows = fmt.Appendf(rows, c.row, i/(1+4*len(c.head)%5), 1+i%28)
		}
		text += string(rows)
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if _, err := ReadFrom(strings.NewReader(text), "x.csv", &model.Engagement{}, Options{}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
