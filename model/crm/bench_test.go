package crm

import (
	"bufio"
	"fmt"
	"io"
	"math/rand"
	"os"
	"os/exec"
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

// writeDeals writes a Salesforce history of so many rows in order of time, the same number for each deal.
func writeDeals(w io.Writer, rows, deals int) {
	out := bufio.NewWriterSize(w, 1<<16)
	defer func() { _ = out.Flush() }()
	r := rand.New(rand.NewSource(1))
	stages := []string{"Prospecting", "Qualification", "Needs Analysis", "Proposal/Price Quote", "Negotiation/Review", "Closed Won", "Closed Lost"}
	fmt.Fprintln(out, "Id,OpportunityId,CreatedById,CreatedDate,StageName,Amount,ExpectedRevenue,CloseDate,Probability,ForecastCategory,SystemModstamp,IsDeleted")
	start, each := time.Date(2025, 1, 1, 8, 0, 0, 0, time.UTC), rows/deals
	at := make([]int, deals)
	for n := range rows {
		when := start.Add(time.Duration(n) * 20 * time.Second)
		deal := n % deals
		if at[deal] < 5 && r.Intn(each) < 5 {
			at[deal]++
		}
		stage := stages[at[deal]]
		if n >= rows-deals && r.Intn(2) == 0 {
			stage = stages[6]
		}
		t := when.Format("2006-01-02T15:04:05.000Z")
		fmt.Fprintf(out, "008bm%010dAAA,006bm%010dAAA,005bm00000NCJmQAAX,%s,%s,%d,%d,%s,%d,Pipeline,%s,FALSE\n", n, deal, t, stage,
			1000+r.Intn(90000), r.Intn(90000), when.AddDate(0, 0, 60).Format("2006-01-02"), at[deal]*20, t)
	}
}

func written(b *testing.B, name string, write func(io.Writer)) string {
	b.Helper()
	path := filepath.Join(b.TempDir(), name)
	f, err := os.Create(path)
	if err != nil {
		b.Fatal(err)
	}
	write(f)
	if err := f.Close(); err != nil {
		b.Fatal(err)
	}
	return path
}

func readRows(b *testing.B, path string, rows int) {
	b.Helper()
	res, err := Read([]File{{Name: path, Open: func() (io.ReadCloser, error) { return os.Open(path) }}}, &model.Engagement{}, Options{})
	if err != nil || res.Funnel.Source.Rows != rows {
		b.Fatal(err)
	}
}

// BenchmarkMillionRows reads a million rows of 50,000 deals, and a quarter of the rows of the same deals.
func BenchmarkMillionRows(b *testing.B) {
	for _, rows := range []int{1_000_000, 250_000} {
		path := written(b, fmt.Sprintf("%d.csv", rows), func(w io.Writer) { writeDeals(w, rows, 50_000) })
		b.Run(fmt.Sprintf("rows=%d", rows), func(b *testing.B) {
			for b.Loop() {
				peak := watchHeap()
				readRows(b, path, rows)
				b.ReportMetric(float64(peak())/(1<<20), "peak-heap-MB")
			}
		})
	}
}

// BenchmarkAgainstMiller imports a million rows, and has miller count the distinct deals in the same file, turn by turn. The
// ratio is ours to theirs, of the quicker runs of each.
func BenchmarkAgainstMiller(b *testing.B) {
	mlr, err := exec.LookPath("mlr")
	if err != nil {
		b.Skip("miller is not installed (apt install miller, brew install miller)")
	}
	path := written(b, "history.csv", func(w io.Writer) { writeHistory(w, 1_000_000) })
	ours, theirs := time.Hour, time.Hour
	for b.Loop() {
		start := time.Now()
		readRows(b, path, 1_000_000)
		ours = min(ours, time.Since(start))
		start = time.Now()
		if out, err := exec.Command(mlr, "--icsv", "--ojson", "count-distinct", "-n", "-f", "OpportunityId", path).CombinedOutput(); err != nil {
			b.Fatalf("%v: %s", err, out)
		}
		theirs = min(theirs, time.Since(start))
	}
	b.ReportMetric(ours.Seconds(), "import-s")
	b.ReportMetric(theirs.Seconds(), "miller-s")
	b.ReportMetric(ours.Seconds()/theirs.Seconds(), "ratio")
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
