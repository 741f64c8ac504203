package findings_test

import (
	"testing"

	"github.com/gapbook/gapbook/tui/tuitest"
)

func TestJudging(t *testing.T) {
	a, path := tuitest.Open(t, tuitest.Sample, 80, 24)
	a.Wait("Northwind")
	a.Press("F")
	a.Wait("Deals leave discovery", "5×4", "20", "quick win")
	a.Press("c")
	a.File(path, "tag: culture")
	a.Press("i")
	a.Wait("Impact?")
	a.Press("2")
	a.Wait("2×4", "easy fix")
	a.File(path, "impact: 2")
	a.Press("o")
	a.Wait("Ease?")
	a.Press("x")
	a.Wait("2×(3)", "Ease (3) is assumed")
	a.Press("v")
	a.Wait("(1)", "top right: quick wins")
	a.Press("i", "v") // no digit: the key means what it always means
	a.Wait("2×(3)")
	a.Press("s")
	a.Wait("Status?")
	a.Press("d")
	a.Wait("Dismissed", "out of the order")
	a.File(path, "status: dismissed")

	a.Press("n")
	a.Wait("New finding")
	a.Type("Nobody owns the close date")
	a.Press("enter")
	a.Wait("Nobody owns")
	a.File(path, "title: Nobody owns the close date")
	a.Press("/")
	a.Type("owns")
	a.Wait("1 match")
}
