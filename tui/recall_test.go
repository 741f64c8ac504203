package tui_test

import (
	"testing"
	"time"

	"github.com/gapbook/gapbook/model/workbook"
	"github.com/gapbook/gapbook/model/workbook/history"
	"github.com/gapbook/gapbook/tui"
	"github.com/gapbook/gapbook/tui/tuitest"
)

func TestHomeSaysWhatWasDone(t *testing.T) {
	path := tuitest.File(t, tuitest.Sample)
	book, err := workbook.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	has := history.Of(book.Now().E)
	base := has
	base.Answers -= 2
	recent := history.Recent{Base: has, Last: has.Less(base), Day: time.Date(2026, 5, 11, 9, 0, 0, 0, time.UTC)}
	a := tuitest.Start(t, tui.Options{Book: book, Lately: func(p string, _ time.Time) (history.Recent, bool) {
		return recent, p == path
	}}, 80, 24)
	a.Wait("On 11 May: 2 more answers")
	a.Press("F")
	a.Wait("› Findings")
	a.Press("n")
	a.Wait("Title")
	a.Type("Dates slip")
	a.Press("enter")
	a.Wait("Dates slip")
	a.Press("H")
	a.Wait("Today: 1 more finding")
}
