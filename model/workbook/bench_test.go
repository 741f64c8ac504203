package workbook_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/gapbook/gapbook/model/workbook"
)

// megabyte is an engagement of that size.
func megabyte() string {
	var out strings.Builder
	out.WriteString("gapbook: 1\nclient: {name: Bench}\npeople:\n  - {id: p-1, name: Ann, role: rep}\ninterviews:\n")
	for n := range 200 {
		fmt.Fprintf(&out, "  - id: i-%d\n    person: p-1\n    status: done\n    answers:\n", n+1)
		for _, q := range []string{"rep-stage-exit", "rep-next-step", "rep-crm-hygiene", "rep-mandatory-fields", "rep-qualification-notes"} {
			fmt.Fprintf(&out, "      - question: %s\n        rating: %d\n        note: |\n", q, n%5)
			out.WriteString(strings.Repeat("          what was said, and by whom, and when, and why\n", 18))
		}
	}
	return out.String()
}

// What a letter costs the one who types, on an engagement of 1 MB: handing it to the workbook, of which the journal is a
// part. That happens sixteen times a second at most, however fast the letters come.
func BenchmarkLetterToWorkbook(b *testing.B) {
	for _, lines := range []int{1, 2000} {
		b.Run(fmt.Sprintf("note=%d-lines", lines), func(b *testing.B) {
			book, path := opened(b)
			note := strings.Repeat("what was said, and by whom, and when\n", lines)
			b.ReportAllocs()
			for b.Loop() {
				note += "x"
				if err := book.Apply("note", workbook.Set(note, "interviews", "i-1", "answers", "rep-next-step", "note")); err != nil {
					b.Fatal(err)
				}
			}
			b.StopTimer()
			if info, err := os.Stat(workbook.Journals(path)[0]); err == nil {
				b.ReportMetric(float64(info.Size())/float64(b.N), "journal-B/op")
			}
		})
	}
}

// What the journal adds to a letter on an engagement of 1 MB: the same letters go to two books in turn, one of which keeps
// none, and the ratio is of the two times.
func BenchmarkAutosavePerKey(b *testing.B) {
	with, _ := opened(b)
	without, _ := opened(b)
	without.DropJournal()
	note := ""
	var took [2]time.Duration
	for b.Loop() {
		note += "x"
		if len(note) > 2000 {
			note = ""
		}
		for i, book := range []*workbook.Book{with, without} {
			begin := time.Now()
			if err := book.Apply("note", workbook.Set(note, "interviews", "i-1", "answers", "rep-next-step", "note")); err != nil {
				b.Fatal(err)
			}
			took[i] += time.Since(begin)
		}
	}
	per := func(d time.Duration) float64 { return d.Seconds() * 1e6 / float64(b.N) }
	b.ReportMetric(per(took[0]), "µs/key-with")
	b.ReportMetric(per(took[1]), "µs/key-without")
	b.ReportMetric(per(took[0])/per(took[1]), "times-without")
	b.ReportMetric(0, "ns/op")
}

// How long until a letter that the workbook has is on the disk.
func BenchmarkLetterToDisk(b *testing.B) {
	book, path := opened(b)
	note := ""
	size := func() int64 {
		info, err := os.Stat(workbook.Journals(path)[0])
		if err != nil {
			return 0
		}
		return info.Size()
	}
	for b.Loop() {
		was := size()
		note += "x"
		if err := book.Apply("note", workbook.Set(note, "interviews", "i-1", "answers", "rep-next-step", "note")); err != nil {
			b.Fatal(err)
		}
		for size() == was {
			time.Sleep(20 * time.Microsecond)
		}
	}
}

// A whole save of 1 MB after a letter, on no goroutine that anybody waits for.
func BenchmarkSaveMegabyte(b *testing.B) {
	book, _ := opened(b)
	for i := 0; b.Loop(); i++ {
		if err := book.Apply("note", workbook.Set(fmt.Sprint("note ", i), "interviews", "i-1", "answers", "rep-next-step", "note")); err != nil {
			b.Fatal(err)
		}
		if err := book.Save(); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkOpenMegabyte(b *testing.B) {
	book, path := opened(b)
	if err := book.Close(); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		book, err := workbook.Open(path)
		if err != nil {
			b.Fatal(err)
		}
		_ = book.Close()
	}
}

func opened(b *testing.B) (*workbook.Book, string) {
	b.Helper()
	path := filepath.Join(b.TempDir(), "e.yaml")
	if err := os.WriteFile(path, []byte(megabyte()), 0o600); err != nil {
		b.Fatal(err)
	}
	book, err := workbook.Open(path)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = book.Close() })
	return book, path
}
