package erase_test

import (
	"errors"
	"reflect"
	"strings"
	"testing"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/erase"
	"github.com/gapbook/gapbook/model/exact"
)

const before = `# Marcus asked us twice who reads this
gapbook: 1
client: {name: Webb & Sons}   # not his
consultants: [Marcus Ortiz]
people:
  - {id: p-vp, name: Lena Hart, role: leader}   # M. Webb reports to her
  - {id: p-mwebb, name: Marcus Webb, role: rep, title: AE, team: East, quote: false, phone: "0170 123"}   # looked tired
  - {id: p-2, name: Ann Webb, role: rep}
audits:
  - id: a-1
    kind: stage
    subject: discovery
    by: Marcus Ortiz
    note: We asked Marcus Webb, and he said we just push the date
interviews:
  - id: i-marcus
    person: p-mwebb
    by: Marcus Ortiz
    answers:
      # he whispered
      - question: rep-next-step
        rating: 1
        mood: low
        note: |
          > we just push the date
          ! next steps live in people's heads
          the CRM is filled on the last evening of the month
      - {ask: "Marcus, why?", practice: stage-exits, rating: 2, note: because}
    note: afterwards
  - id: i-2
    person: p-vp
    answers:
      - question: rep-next-step
        note: |
          > we just push the date
          ! Marcus never updates
    note: nothing
findings:
  - id: f-1
    title: Next steps live in people's heads
    evidence: [i-marcus/rep-next-step, "i-marcus/Marcus, why?", i-2]
    note: |
      Webb, Marcus: "we just push the date".
      Said aloud: the CRM is filled on the last evening of the month
      Ann Webb disagrees
lines:
  - {in: i-marcus/rep-next-step, text: next steps live in people's heads, finding: f-1}
  - {in: i-2/rep-next-step, text: Marcus never updates, dismissed: true}
plan:
  actions:
    - {id: x-1, title: Coach MARCUS WEBB, owner: p-mwebb}
    - {id: x-2, owner: Marcus Webb}
x_firm: {who: [Marcus Webb, other], Marcus: 1}
`

const after = `# A rep asked us twice who reads this
gapbook: 1
client: {name: Webb & Sons}   # not his
consultants: [Marcus Ortiz]
people:
  - {id: p-vp, name: Lena Hart, role: leader}   # a rep reports to her
  - {id: P-NEW, role: rep, quote: false}
  - {id: p-2, name: Ann Webb, role: rep}
audits:
  - id: a-1
    kind: stage
    subject: discovery
    by: Marcus Ortiz
    note: "We asked a rep, and he said […]"
interviews:
  - id: I-NEW
    person: P-NEW
    by: Marcus Ortiz
    answers:
      - question: rep-next-step
        rating: 1
      - {ask: "a colleague, why?", practice: stage-exits, rating: 2}
  - id: i-2
    person: p-vp
    answers:
      - question: rep-next-step
        note: |
          > we just push the date
          ! a colleague never updates
    note: nothing
findings:
  - id: f-1
    title: Next steps live in people's heads
    evidence: [I-NEW/rep-next-step, "I-NEW/a colleague, why?", i-2]
    note: |
      a rep: "[…]".
      Said aloud: […]
      Ann Webb disagrees
lines:
  - {in: i-2/rep-next-step, text: a colleague never updates, dismissed: true}
plan:
  actions:
    - {id: x-1, title: Coach a rep, owner: P-NEW}
    - {id: x-2, owner: a rep}
x_firm: {who: [a rep, other], a colleague: 1}
`

func parse(t interface{ Fatal(...any) }, src string) (*exact.Document, *model.Engagement) {
	doc, err := exact.Parse([]byte(src))
	if err != nil {
		t.Fatal(err)
	}
	var e model.Engagement
	doc.Decode(&e)
	return doc, &e
}

func target(t interface{ Fatal(...any) }, e *model.Engagement, who string) *erase.Target {
	p, err := erase.Who(e, who)
	if err != nil {
		t.Fatal(err)
	}
	x := erase.NewTarget(p)
	x.Learn(e)
	return x
}

func TestAPersonGoesAndTheRestStays(t *testing.T) {
	doc, e := parse(t, before)
	who := target(t, e, "marcus webb")
	next, report, err := erase.File(doc, who, erase.Options{})
	if err != nil {
		t.Fatal(err)
	}
	want := strings.NewReplacer("P-NEW", who.IDs["p-mwebb"], "I-NEW", who.IDs["i-marcus"], "# A rep asked", "# a colleague asked").Replace(after)
	if got := string(next.Bytes()); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if report.Person != 3 || report.Notes != 3 || report.Lines != 1 || report.Unknown != 2 || report.Comments != 2 || len(report.Left) != 0 {
		t.Errorf("report %+v", report)
	}
	again, report, err := erase.File(next, who, erase.Options{})
	if err != nil || !report.Empty() || !reflect.DeepEqual(again.Bytes(), next.Bytes()) {
		t.Errorf("a second time changed something: %+v %v", report, err)
	}
}

// A transcript may call people something else; the call says who is who.
func TestSpeakers(t *testing.T) {
	doc, e := parse(t, before+"calls: [{id: c-1, rep: p-mwebb, speakers: {Speaker 1: p-mwebb, M. Webb: p-mwebb, Vik: buyer}}]\n")
	who := target(t, e, "p-mwebb")
	if got := erase.Transcript("Speaker 1: Hello\nVik: Yes\n", e, who); got != "Speaker 1: […]\nVik: Yes\n" {
		t.Errorf("transcript %q", got)
	}
	next, _, err := erase.File(doc, who, erase.Options{})
	want := strings.ReplaceAll("speakers: {Speaker 1: X, a rep: X, Vik: buyer}", "X", who.IDs["p-mwebb"])
	if err != nil || !strings.Contains(string(next.Bytes()), want) {
		t.Errorf("%v\n%s", err, next.Bytes())
	}
}

// Who raised an objection is the person by id, or by what a transcript calls them; neither stays.
func TestWhoRaisedAnObjection(t *testing.T) {
	doc, e := parse(t, before+"calls: [{id: c-1, speakers: {Mike: p-mwebb}, objections: [{theme: price, speaker: Mike}, {theme: trust, speaker: p-mwebb}, {theme: value, speaker: buyer}]}]\n")
	who := target(t, e, "p-mwebb")
	next, _, err := erase.File(doc, who, erase.Options{})
	want := "{theme: price, speaker: a rep}, {theme: trust, speaker: " + who.IDs["p-mwebb"] + "}, {theme: value, speaker: buyer}"
	if err != nil || !strings.Contains(string(next.Bytes()), want) {
		t.Errorf("%v\n%s", err, next.Bytes())
	}
}

func TestRatingsGoOnRequest(t *testing.T) {
	doc, e := parse(t, before)
	next, report, err := erase.File(doc, target(t, e, "p-mwebb"), erase.Options{Ratings: true})
	if err != nil || report.Ratings != 2 || strings.Contains(string(next.Bytes()), "rating") {
		t.Errorf("%d ratings, %v\n%s", report.Ratings, err, next.Bytes())
	}
}

func TestWho(t *testing.T) {
	_, e := parse(t, before)
	for who, want := range map[string]string{"p-2": "p-2", "Ann": "p-2", "LENA HART": "p-vp", "hart, lena": "p-vp", "Marcus": "p-mwebb"} {
		if p, err := erase.Who(e, who); err != nil || p.ID != want {
			t.Errorf("%s is %s, %v", who, p.ID, err)
		}
	}
	_, err := erase.Who(e, "webb")
	var no *erase.NoSuch
	if !errors.As(err, &no) || err.Error() != `"webb" could be Marcus Webb (p-mwebb) or Ann Webb (p-2)` {
		t.Errorf("got %v", err)
	}
	if _, err := erase.Who(e, "nobody"); !errors.As(err, &no) || len(no.Choice) != 0 {
		t.Errorf("got %v", err)
	}
	if _, err := erase.Who(e, ""); err == nil {
		t.Error("nobody was found")
	}
}

func TestTranscript(t *testing.T) {
	_, e := parse(t, before)
	who := target(t, e, "p-mwebb")
	for in, want := range map[string]string{
		"WEBVTT\r\n\r\n1\r\n00:01.000 --> 00:02.000\r\nMarcus Webb: Hello there\r\nand more\r\n\r\n2\r\n00:03.000 --> 00:04.000\r\nLorraine: Hi Marcus Webb\r\n": "WEBVTT\r\n\r\n1\r\n00:01.000 --> 00:02.000\r\na rep: […]\r\n[…]\r\n\r\n2\r\n00:03.000 --> 00:04.000\r\nLorraine: Hi a rep\r\n",
		"<v Marcus Webb>Hello</v>\n<v Vik>Yes: no": "<v a rep>[…]\n<v Vik>Yes: no",
		"[00:12] M. Webb: hm\n[00:15] Vik: ok":     "[00:12] a rep: […]\n[00:15] Vik: ok",
		"nobody said anything":                     "nobody said anything",
	} {
		if got := erase.Transcript(in, e, who); got != want {
			t.Errorf("got\n%q\nwant\n%q", got, want)
		}
	}
}
