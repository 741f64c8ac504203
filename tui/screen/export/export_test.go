package export_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/gapbook/gapbook/tui/tuitest"
)

func TestWriteThePlan(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {120, 40}} {
		a, path := tuitest.Open(t, tuitest.Sample, size[0], size[1])
		out := filepath.Join(filepath.Dir(path), "northwind-plan.html")
		a.Wait("Home")
		a.Press("E")
		a.Wait("› Export", "northwind-plan.html", "Before it goes to the client", "a ! line that is not triaged", "reviewed; fewer than 10 show no")
		a.Press("w")
		a.Wait("✓ written", "northwind-plan.html")
		src, err := os.ReadFile(out)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(string(src), "<html") || strings.Contains(string(src), "Marcus Webb") {
			t.Error("no web page, or it names an interviewee")
		}
		a.Press("w")
		a.Wait("Replace the file?", "keep it")
		a.Press("n")
		a.Gone("Replace the file?")
	}
}

func TestTheEndingIsTheFormat(t *testing.T) {
	a, path := tuitest.Open(t, tuitest.Sample, 80, 24)
	a.Wait("Home")
	a.Press("E")
	a.Wait("html ›")
	a.Press("right")
	a.Wait("northwind-plan.docx", "Word")
	a.Press("right")
	a.Wait("northwind-plan.pdf", "printed")
	a.Press("right")
	a.Wait("northwind-plan.csv", "Asana")
	a.Press("j", "enter")
	a.Wait("Write to")
	for range 30 {
		a.Press("backspace")
	}
	a.Type("handover.md")
	a.Press("enter")
	a.Wait("handover.md", "Markdown")
	a.Press("w")
	a.Wait("✓ written")
	if _, err := os.Stat(filepath.Join(filepath.Dir(path), "handover.md")); err != nil {
		t.Error(err)
	}
}

func TestNeverOverTheEngagement(t *testing.T) {
	a, path := tuitest.Open(t, tuitest.Sample, 80, 24)
	before, _ := os.ReadFile(path)
	link := filepath.Join(filepath.Dir(path), "sly.html")
	if err := os.Link(path, link); err != nil {
		t.Skip("no links here")
	}
	a.Wait("Home")
	a.Press("E")
	a.Wait("› Export")
	a.Press("j", "enter")
	a.Wait("Write to")
	for range 30 {
		a.Press("backspace")
	}
	a.Type("sly.html")
	a.Press("enter", "w")
	a.Wait("not written", "the engagement itself")
	if after, _ := os.ReadFile(path); string(after) != string(before) {
		t.Error("the engagement was written over")
	}
}

func TestAFolderThatIsNotThere(t *testing.T) {
	a, _ := tuitest.Open(t, tuitest.Sample, 80, 24)
	a.Wait("Home")
	a.Press("E")
	a.Wait("› Export")
	a.Press("j", "enter")
	a.Wait("Write to")
	for range 30 {
		a.Press("backspace")
	}
	a.Type("nowhere/plan.md")
	a.Press("enter", "w")
	a.Wait("not written", "nowhere")
}
