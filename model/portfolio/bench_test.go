package portfolio_test

import (
	"context"
	"fmt"
	"runtime"
	"testing"

	"github.com/gapbook/gapbook/model/portfolio"
)

// BenchmarkPortfolio reads whole folders. Time should grow with the number of engagements and memory hardly at all: "heap"
// is the most that was in use while it ran, "kept" what the results themselves hold, for each engagement.
func BenchmarkPortfolio(b *testing.B) {
	for _, n := range []int{1000, 10000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			files, err := portfolio.Files(generate(b, n))
			if err != nil || len(files) != n {
				b.Fatal(len(files), err)
			}
			var most uint64
			for b.Loop() {
				var before, now runtime.MemStats
				runtime.GC()
				runtime.ReadMemStats(&before)
				w, err := portfolio.NewWriter(b.TempDir())
				if err != nil {
					b.Fatal(err)
				}
				var list []*portfolio.Entry
				var spreads portfolio.Spreads
				opt := portfolio.Options{AsOf: "2026-11-24", Tables: true}
				err = portfolio.Read(context.Background(), files, opt, nil, func(f portfolio.Found) error {
					list = append(list, f.Entry)
					spreads.Add(f.Entry)
					if len(list)%200 == 0 {
						runtime.ReadMemStats(&now)
						most = max(most, now.HeapInuse)
					}
					return w.Write(f.Rows)
				})
				if err != nil || w.Close() != nil || len(list) != n || spreads.All(nil)[0].Field.N != n {
					b.Fatal(err)
				}
				runtime.GC()
				runtime.ReadMemStats(&now)
				b.ReportMetric(float64(now.HeapAlloc-before.HeapAlloc)/float64(n), "kept-B/engagement")
				runtime.KeepAlive(list)
			}
			b.ReportMetric(float64(most)/(1<<20), "heap-MB")
			b.ReportMetric(b.Elapsed().Seconds()*1000/float64(b.N)/float64(n), "ms/engagement")
		})
	}
}
