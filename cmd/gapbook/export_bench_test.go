package main

import (
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/gapbook/gapbook/model/render"
)

// BenchmarkExport is a whole process each: reading a finished sample, drafting, and writing one format.
func BenchmarkExport(b *testing.B) {
	sample, err := filepath.Abs("../../engagements/midmarket-saas.yaml")
	if err != nil {
		b.Fatal(err)
	}
	gapbook := program(b) // built before the clock runs
	for _, x := range []struct {
		what    string
		formats []string
	}{{"plan", render.PlanFormats}, {"report", render.ReportFormats}} {
		for _, format := range x.formats {
			b.Run(x.what+"/"+format, func(b *testing.B) {
				out := filepath.Join(b.TempDir(), "out."+format)
				for b.Loop() {
					if msg, err := exec.Command(gapbook, x.what, sample, "-o", out, "--as-of", "2026-02-02").CombinedOutput(); err != nil {
						b.Fatalf("%v: %s", err, msg)
					}
				}
				b.ReportMetric(1000*b.Elapsed().Seconds()/float64(b.N), "ms/process")
			})
		}
	}
}
