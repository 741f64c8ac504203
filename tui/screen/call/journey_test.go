package call_test

import (
	"strings"
	"testing"

	"github.com/gapbook/gapbook/tui/tuitest"
)

const call = `
calls:
  - id: c-2
    title: Borealis demo
    date: 2026-02-01
    length: "38:20"
`

func review(t *testing.T, w, h int) (*tuitest.App, string) {
	t.Helper()
	src := strings.Replace(tuitest.Sample, "\ncalls:\n", call, 1)
	a, path := tuitest.Open(t, src, w, h)
	a.Wait("Northwind")
	a.Press("C")
	a.Wait("Borealis demo", "0/14")
	a.Press("enter")
	a.Wait("00:00 of 38:20", "stopped", "rubric 0/14")
	return a, path
}

func at(a *tuitest.App, time string) {
	a.Press("f6")
	a.Wait("Go to")
	a.Press("ctrl+u")
	a.Type(time)
	a.Press("enter")
	a.Wait(time + " of 38:20")
}

func TestNotesAreStampedAndObjectionsCounted(t *testing.T) {
	a, path := review(t, 80, 24)
	a.Type("before the clock\n")
	at(a, "12:41")
	a.Type("> it is twice what we pay\n#price too dear\n")
	a.Wait("[12:41] > it is twice", "[12:41] #price too dear", "objections 1")
	a.File(path, `{theme: price, at: "12:41", quote: too dear}`)

	a.Press("f8", "f8") // the stamp that enter left is of the moment when the line begins
	a.Type("#prise")
	a.Wait("[13:01] #prise", "#prise unknown")
	a.Press("ctrl+o")
	a.Wait("Which theme is #prise?")
	a.Type("trust")
	a.Press("enter")
	a.Wait("objections 2")
	a.Gone("unknown")
	a.File(path, "[13:01] #trust")
	a.File(path, "before the clock")
}

func TestRubricFromTheNote(t *testing.T) {
	a, path := review(t, 120, 40)
	a.Type("y and n are letters here")
	at(a, "34:10")
	a.Press("ctrl+n", "ctrl+r")
	a.Wait("Answer?")
	a.Press("p")
	a.Wait("rubric 1/14", "[◐ partly]", "at 34:10")
	a.File(path, `{check: pain-quantified, result: partly, at: "34:10"}`)
	a.Press("ctrl+r")
	a.Wait("Answer?")
	a.Type("z") // no answer: it is typed
	a.Wait("letters herez")
	a.Press("ctrl+z", "ctrl+z") // what was typed last goes first, then the answer
	a.Wait("rubric 1/14", "letters here")

	a.Press("tab", "x")
	a.Wait("rubric 0/14")
	a.Press("n", "j", "a")
	a.Wait("rubric 2/14")
	a.File(path, "{check: questions-follow-up, result: na}")
}

func TestFindingFromALine(t *testing.T) {
	a, path := review(t, 80, 24)
	at(a, "20:00")
	a.Type("! nobody asked who signs")
	a.Press("ctrl+g")
	a.Wait("New finding", "nobody asked who signs")
	a.Press("enter")
	a.File(path, `evidence: ["c-2@20:00"]`)
	a.File(path, "{in: c-2, text: nobody asked who signs, finding: f-")
}
