//go:build !windows

package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// BenchmarkKeyToScreen drives the built program through a pseudo-terminal and measures from the write of a key to the
// moment at which the letter stands on the parsed screen. The peer is vim, where it is installed, in the same run.
func BenchmarkKeyToScreen(b *testing.B) {
	bin := program(b)
	for _, lines := range []int{0, 2000} {
		b.Run(fmt.Sprintf("gapbook/note=%d-lines", lines), func(b *testing.B) {
			file := filepath.Join(b.TempDir(), "bench.yaml")
			note := ""
			if lines > 0 {
				note = "          note: |\n" + strings.Repeat("            what was said, and by whom, and when\n", lines)
			}
			src := "gapbook: 1\nclient: {name: Bench}\npeople:\n  - {id: p-1, name: Ann, role: rep}\ninterviews:\n  - id: i-1\n    person: p-1\n" +
				"    status: started\n    answers:\n        - question: rep-stage-exit\n          rating: 2\n" + note
			if err := os.WriteFile(file, []byte(src), 0o600); err != nil {
				b.Fatal(err)
			}
			t := start(b, exec.Command(bin, file))
			t.wait("Bench")
			t.keys("I")
			t.wait("Ann")
			t.keys("\r")
			t.wait("› Ann")
			t.settle()
			t.measure(b)
			t.keys("\x11") // ctrl+q saves and leaves
			t.end()
		})
	}
	b.Run("gapbook/file=10MB", func(b *testing.B) {
		t := start(b, exec.Command(bin, benchFile(b, interviews(2000))))
		t.wait("Bench")
		t.keys("I")
		t.wait("Ann")
		t.keys("\r")
		t.wait("› Ann")
		t.settle()
		t.measure(b)
		t.keys("\x11")
		t.end()
	})
	never := b.TempDir()
	if err := build(never, "-tags", "gapbook_noautosave"); err != nil {
		b.Fatal(err)
	}
	medians := map[string]float64{} // the second of the two runs says what the first was
	for _, x := range []struct{ name, bin string }{{"without", in(never)}, {"with-autosave", bin}} {
		b.Run("gapbook/file=1MB/"+x.name, func(b *testing.B) {
			t := start(b, exec.Command(x.bin, benchFile(b, interviews(200))))
			t.wait("Bench")
			t.keys("I")
			t.wait("Ann")
			t.keys("\r")
			t.wait("› Ann")
			t.settle()
			medians[x.name] = t.measure(b)
			if bare := medians["without"]; bare > 0 && x.name != "without" {
				b.ReportMetric(medians[x.name]/bare, "times-without")
			}
			t.keys("\x11")
			t.end()
		})
	}
	vim, err := exec.LookPath("vim")
	if err != nil {
		b.Log("vim is not installed: no peer")
		return
	}
	for _, lines := range []int{0, 2000} {
		b.Run(fmt.Sprintf("vim/note=%d-lines", lines), func(b *testing.B) {
			t := start(b, vimOn(b, vim, lines))
			t.settle()
			t.keys("Go")
			t.settle()
			t.measure(b)
			t.keys("\x1b:q!\r")
			t.end()
		})
	}
}

// BenchmarkStart is from the start of the program to its first full frame: to its last line, and to vim's last line.
func BenchmarkStart(b *testing.B) {
	bin := program(b)
	first := func(b *testing.B, shows, quit string, cmd func() *exec.Cmd) {
		var took []time.Duration
		for b.Loop() {
			begin := time.Now()
			t := start(b, cmd())
			t.wait(shows)
			took = append(took, time.Since(begin))
			t.keys(quit)
			t.end()
		}
		slices.Sort(took)
		b.ReportMetric(took[len(took)/2].Seconds()*1000, "ms/median")
		b.ReportMetric(0, "ns/op")
	}
	for _, x := range []struct {
		name string
		n    int
	}{{"empty", 0}, {"1MB", 200}, {"10MB", 2000}} {
		file := benchFile(b, interviews(x.n))
		b.Run("gapbook/file="+x.name, func(b *testing.B) {
			first(b, "? help", "\x11", func() *exec.Cmd { return exec.Command(bin, file) })
		})
	}
	vim, err := exec.LookPath("vim")
	if err != nil {
		b.Log("vim is not installed: no peer")
		return
	}
	b.Run("vim/note=2000-lines", func(b *testing.B) {
		first(b, "Top", ":q!\r", func() *exec.Cmd { return vimOn(b, vim, 2000) })
	})
}

// vimOn is vim without settings of anybody, on a note of so many lines.
func vimOn(b *testing.B, vim string, lines int) *exec.Cmd {
	file := filepath.Join(b.TempDir(), "note.txt")
	if err := os.WriteFile(file, []byte(strings.Repeat("what was said, and by whom, and when\n", lines)), 0o600); err != nil {
		b.Fatal(err)
	}
	return exec.Command(vim, "-u", "NONE", "-i", "NONE", "-N", "-n", "-c", "set ruler", file)
}

func benchFile(b *testing.B, src []byte) string {
	file := filepath.Join(b.TempDir(), "bench.yaml")
	if err := os.WriteFile(file, src, 0o600); err != nil {
		b.Fatal(err)
	}
	return file
}

// interviews are an engagement: an interview that has just begun, and n that were long. Two hundred are a megabyte.
func interviews(n int) []byte {
	var out strings.Builder
	out.WriteString("gapbook: 1\nclient: {name: Bench}\npeople:\n  - {id: p-1, name: Ann, role: rep}\ninterviews:\n")
	out.WriteString("  - id: i-1\n    person: p-1\n    status: started\n    answers:\n      - question: rep-stage-exit\n        rating: 2\n")
	for n := range n {
		fmt.Fprintf(&out, "  - id: i-%d\n    person: p-1\n    status: done\n    answers:\n", n+2)
		for _, q := range []string{"rep-stage-exit", "rep-next-step", "rep-crm-hygiene", "rep-mandatory-fields", "rep-qualification-notes"} {
			fmt.Fprintf(&out, "      - question: %s\n        rating: %d\n        note: |\n", q, n%5)
			out.WriteString(strings.Repeat("          what was said, and by whom, and when, and why\n", 18))
		}
	}
	return []byte(out.String())
}

// measure types words at a person's pace and reports how long each letter took to be seen; it returns the median in ms.
func (t *terminal) measure(b *testing.B) float64 {
	var took []time.Duration
	b.ResetTimer()
	for i := range 240 {
		word := i / 8
		letters := fmt.Sprintf("q%c%czjkxw", 'a'+word%26, 'a'+word/26)
		at := i % 8
		switch {
		case at != 0 || i == 0:
		case word%6 == 0: // before a line wraps in the middle of a word
			t.keys("\r")
		default:
			t.keys(" ")
		}
		time.Sleep(time.Duration(40+i*7%23) * time.Millisecond) // never in step with a frame
		begin := time.Now()
		t.keys(letters[at : at+1])
		if at < 2 { // too short to be told from what is there
			continue
		}
		t.wait(letters[:at+1])
		took = append(took, time.Since(begin))
	}
	b.StopTimer()
	slices.Sort(took)
	median := took[len(took)/2].Seconds() * 1000
	b.ReportMetric(median, "ms/median")
	b.ReportMetric(took[len(took)*99/100].Seconds()*1000, "ms/p99")
	b.ReportMetric(0, "ns/op")
	return median
}
