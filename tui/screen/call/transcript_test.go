package call_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/gapbook/gapbook/model/score"
	"github.com/gapbook/gapbook/model/workbook"
	"github.com/gapbook/gapbook/tui/tuitest"
)

// talk is a recording as Zoom writes it down.
const talk = "WEBVTT\r\n\r\n" +
	"1\r\n00:00:02.000 --> 00:00:08.000\r\nTessa Lindqvist: Thanks for the time. What would you like to have decided by the end?\r\n\r\n" +
	"2\r\n00:00:09.000 --> 00:00:15.000\r\nRoy Abbott: Whether it fits. We lose two days a month on this.\r\n\r\n" +
	"3\r\n00:00:16.000 --> 00:00:30.000\r\nTessa Lindqvist: And what do two days cost you?\r\n\r\n" +
	"4\r\n00:00:31.000 --> 00:00:40.000\r\nRoy Abbott: About nine thousand. But honestly, the discount would have to be a real one.\r\n\r\n" +
	"5\r\n00:00:41.000 --> 00:00:47.000\r\nTessa Lindqvist: Then let us meet on Thursday at ten, with your controller.\r\n"

func vtt(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "sorrel call.vtt")
	if err := os.WriteFile(path, []byte(talk), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// attach brings the recording to the call on the screen, and says that Roy is the buyer.
func attach(t *testing.T, a *tuitest.App, speaker string) {
	t.Helper()
	a.Press("esc", "i")
	a.Wait("Transcript of")
	a.Paste(vtt(t))
	a.Press("enter")
	a.Wait("Attach this transcript?", "WebVTT, 5 cues, 2 speakers, 00:02 to 00:47", "Nothing had to be mended", "transcripts/sorrel call.vtt")
	a.Press("y")
	a.Wait("Who is who?")
	a.Type(speaker)
	a.Press("tab")
	a.Type("b")
	a.Wait("buyer")
	a.Press("enter")
	a.Wait("Transcript ──", "Roy Abbott", "asked: seller 2, buyer 0")
}

func TestADemoCallIsReviewedByItsTranscript(t *testing.T) {
	src, err := os.ReadFile("../../../engagements/midmarket-saas.yaml")
	if err != nil {
		t.Fatal(err)
	}
	a, path := tuitest.Open(t, string(src), 120, 40)
	before := computed(t, path)
	a.Wait("Vardenloop")
	a.Press("C")
	a.Wait("Harrow Pumps")
	a.Press("n")
	a.Wait("New call", string(tuitest.Today)) // a new call is of today until one says otherwise
	a.Type("Sorrel, second talk")
	a.Press("enter")
	a.Wait("rubric 0/14")
	attach(t, a, "Tessa")
	a.Wait("of 00:47", "rep talks 63 %", "# 1 suggested", "Suggested, not counted")

	a.Press("y", "j", "y", "j", "n") // three answers, beside the note
	a.Wait("rubric 3/14")
	a.Press("v", "/")
	a.Type("nine thou")
	a.Wait("1 of 1")
	a.Press("enter", ">")
	a.Wait("[00:31] > About nine thousand")
	a.Press("enter")
	a.Wait("◷ 00:31 of 00:47", "00:16 left")
	a.Press("r", "p") // the cue is the evidence of the third item
	a.Wait("[◐ partly]", "at 00:31")
	a.Press("y") // the suggested objection
	a.Wait("objections 1", "counted: Price or budget")
	a.Gone("Suggested, not counted")

	a.File(path, `transcript: transcripts/sorrel call.vtt`)
	a.File(path, `[00:31] > About nine thousand. But honestly, the discount would have to be a real one. (buyer)`)
	a.File(path, `{theme: price, at: "00:31", quote: "But honestly, the discount would have to be a real one.", speaker: buyer}`)
	a.File(path, `at: "00:31"`)
	a.File(path, `Roy Abbott: buyer`)
	after := computed(t, path)
	if was, is := before.Coverage.Calls.Reviewed, after.Coverage.Calls.Reviewed; is != was+1 {
		t.Errorf("%d calls reviewed, %d before", is, was)
	}
	if was, is := price(before), price(after); is != was+1 {
		t.Errorf("price on %d calls, %d before", is, was)
	}
	if *before.Overall.Score == *after.Overall.Score {
		t.Error("the overall score is what it was")
	}
	a.Press("ctrl+z", "ctrl+z", "ctrl+z")
	a.Wait("rubric 3/14", "objections 0", "Suggested, not counted")
}

func computed(t *testing.T, path string) *score.Result {
	t.Helper()
	now, err := workbook.Read(path)
	if err != nil {
		t.Fatal(err)
	}
	return score.Compute(now.E, now.Playbook, score.Options{AsOf: tuitest.Today})
}

func price(r *score.Result) int {
	for _, o := range r.Objections {
		if o.Theme == "price" {
			return o.Calls
		}
	}
	return 0
}

// On a small screen the transcript takes the note's place and gives it back; the clock leads through it.
func TestTranscriptInASmallWindow(t *testing.T) {
	a, path := review(t, 80, 24)
	attach(t, a, "mar")
	a.File(path, "rep: p-r1") // the only rep who speaks
	a.Press("v")
	a.Wait("Transcript ──", "rep talks", "> quote")
	a.Press("v")
	a.Wait("Note ──")
	a.Press("f6")
	a.Wait("Go to")
	a.Type("00:33")
	a.Press("enter", "ctrl+l")
	a.Wait("◷ 00:31")
	a.Press("f7")
	a.Wait("◷ 00:23 of 38:20", "◷ 00:16")
	a.Press("#")
	a.Wait("Which objection is it?")
	a.Type("trust")
	a.Press("enter")
	a.Wait("objections 1")
	a.File(path, `speaker: p-r1`)
	a.Press("s", "x")
	a.Gone("suggested")
	a.File(path, `ruled_out: ["price@00:31"]`)
}

func TestAFileThatIsNoTranscriptChangesNothing(t *testing.T) {
	a, path := review(t, 80, 24)
	was, _ := os.ReadFile(path)
	bad := filepath.Join(t.TempDir(), "notes.vtt")
	if err := os.WriteFile(bad, []byte("WEBVTT\n\nnothing here\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	a.Wait("^l transcript") // the way from the note, where a new call begins
	a.Press("ctrl+l")
	a.Wait("Transcript of")
	a.Paste(bad)
	a.Press("enter")
	a.Wait("no cues in it", "Transcript of")
	a.Press("esc")
	a.Wait("rubric 0/14")
	if is, _ := os.ReadFile(path); string(is) != string(was) {
		t.Errorf("the file changed:\n%s", is)
	}
}

func TestTheSecondRaterIsBlind(t *testing.T) {
	src := strings.Replace(tuitest.Sample, "\ncalls:\n", "\ncalls:\n"+`
  - id: c-2
    title: Borealis demo
    date: 2026-02-01
    by: Dana Ortiz
    checks:
      - {check: agenda-agreed, result: "yes", note: FIRST REMARK}
      - {check: pain-quantified, result: "no"}
    objections: [{theme: price, quote: FIRST QUOTE}]
    note: |
      FIRST NOTE
`, 1)
	a, path := tuitest.Open(t, src, 120, 40)
	a.Wait("Northwind")
	a.Press("C")
	a.Wait("Borealis demo")
	a.Press("2")
	a.Wait("Second rater")
	a.Type("Dana Ortiz")
	a.Press("enter")
	a.Wait("is the first rater; the second is somebody else")
	a.Press("ctrl+u")
	a.Type("Iris Chen")
	a.Press("enter")
	a.Wait("second rater Iris Chen", "rubric 0/14")
	for _, secret := range []string{"FIRST REMARK", "FIRST NOTE", "FIRST QUOTE", "rubric 2/14"} {
		if strings.Contains(a.Screen(), secret) {
			t.Errorf("the second rater sees %q:\n%s", secret, a.Screen())
		}
	}
	a.Press("y", "j", "p", "j", "n")
	a.Wait("rubric 3/14")
	a.Press("2")
	a.Wait("FIRST NOTE", "Iris Chen", "50 % alike, kappa 0.33, few", "pain quantified (no / partly)")
	a.File(path, "by: Iris Chen")
	a.File(path, `{check: questions-follow-up, result: "no"}`)
	a.Press("esc")
	a.Wait("two raters: 50 % alike")
}

// Undo goes back past the second rater's beginning, and the sheet ends with it.
func TestUndoOfTheSecondRater(t *testing.T) {
	a, path := review(t, 80, 24)
	a.Press("esc", "y")
	a.Wait("rubric 1/14")
	a.Press("2")
	a.Wait("Second rater")
	a.Press("ctrl+u")
	a.Type("Iris Chen")
	a.Press("enter")
	a.Wait("second rater Iris Chen", "rubric 0/14")
	a.Press("n")
	a.File(path, "by: Iris Chen")
	a.Press("ctrl+z", "ctrl+z")
	a.Wait("rubric 1/14", "Note ──")
	a.Gone("Iris")
}
