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
		a.Wait("› Export", "northwind-readout.html")
		a.Press("k", "right")
		a.Wait("northwind-plan.html", "Before it goes to the client", "a ! line that is not triaged", "reviewed; fewer than 10 show no")
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
	a.Press("k", "right", "j", "right")
	a.Wait("northwind-plan.docx", "Word")
	a.Press("right")
	a.Wait("northwind-plan.pdf", "printed")
	a.Press("right")
	a.Wait("northwind-plan.xlsx", "Excel")
	a.Press("right")
	a.Wait("northwind-plan.csv", "Asana")
	a.Press("right")
	a.Wait("northwind-plan.ics", "calendar")
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

func TestTheReadoutAndWordsForIt(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {120, 40}} {
		a, path := tuitest.Open(t, tuitest.Sample, size[0], size[1])
		out := filepath.Join(filepath.Dir(path), "northwind-readout.html")
		a.Wait("Home")
		a.Press("E")
		a.Wait("the readout", "Sections all", "Words")
		a.Press("j", "j", "j", "j", "j", "enter") // words of one's own
		a.Wait("› Your words", "Summary", "How we worked")
		a.Press("enter")
		a.Type("In our own words.")
		a.Press("ctrl+n", "ctrl+n")
		a.Type("Belief is far from **field**.")
		a.Press("esc", "esc")
		a.Wait("a summary, 1 comment")
		a.Press("w")
		a.Wait("✓ written", "northwind-readout.html")
		src, err := os.ReadFile(out)
		if err != nil {
			t.Fatal(err)
		}
		for _, want := range []string{"In our own words.", "Belief is far from <strong>field</strong>.", "id=\"coverage\""} {
			if !strings.Contains(string(src), want) {
				t.Errorf("the readout lacks %q", want)
			}
		}
		a.Press("k", "enter") // sections
		a.Wait("Sections of the readout", "How we worked")
		a.Press("tab", "right", "enter")
		a.Wait("Sections 10 of 11")
		a.Gone("✓ written") // that was another one
		a.Press("w")
		a.Wait("Replace the file?")
		a.Press("y")
		a.Wait("✓ written")
		if src, _ = os.ReadFile(out); strings.Contains(string(src), "id=\"coverage\"") {
			t.Error("a section that was left out is in it")
		}
	}
}

// The key that copies the path says what it copied, and why it cannot.
func TestTheKeyForThePathSpeaks(t *testing.T) {
	a, _ := tuitest.Open(t, tuitest.Sample, 120, 40)
	a.Wait("Home")
	a.Press("E")
	a.Wait("Write the file")
	a.Press("y")
	a.Wait("no file has been written yet; w writes it")
	a.Press("w")
	a.Wait("✓ written")
	a.Settled()
	a.Press("y")
	a.Wait("copied: ")
}
