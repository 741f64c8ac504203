package check_test

import (
	"strings"
	"testing"

	"github.com/gapbook/gapbook/model/check"
	"github.com/gapbook/gapbook/model/exact"
	"github.com/gapbook/gapbook/model/playbook"
)

// One file with one mistake of each kind; every one of them is reported, with its place, in one run.
const wrong = `gapbook: 1
client: {name: X}
targets: {stage-exits: 180, nothing: 50}
people:
  - {id: p-1, role: rep}
  - {id: p-1, role: leader}
stages:
  - {id: s-1, target_conversion: 1.5}
audits:
  - {id: a-1, kind: stage, subject: s-9}
  - {id: a-2, kind: handoff, subject: somewhere}
  - id: a-3
    kind: stage
    subject: s-1
    checks:
      - {check: fields-filled, sample: {met: 4, of: 3}}
      - {check: no-such-check, rating: 9}
    records: [{deal: "1", found: [economic-buyer, luck]}]
interviews:
  - id: i-1
    person: p-9
    answers:
      - {question: rep-next-step, rating: -1}
      - {question: no-such-question}
      - {note: lost}
      - {ask: Mine, practice: no-such-practice}
calls:
  - id: c-1
    rep: p-8
    stage: s-8
    checks: [{check: no-such-item, result: "yes"}]
    objections: [{theme: weather}]
findings:
  - {id: f-1, practice: luck, stage: s-7, impact: 6, ease: 0, evidence: [i-1/nothing, x-9, "i-1@01:00", "c-1@12:34", i-1/Mine]}
lines: [{in: i-7, text: x, finding: f-9}]
funnels:
  - {label: a, stages: [{stage: s-6, reached: 3, advanced: 1, lost: 1, open: 1}]}
plan:
  actions:
    - {id: x-1, phase: 45, practice: luck, findings: [f-8], depends: [x-9], remedy: pray}
maps: [{id: m-1, stage: s-5, milestones: [{what: x, owner: us}]}]
coaching: [{id: k-1, rep: p-7, coach: p-6}]
`

func TestEveryKindOfMistakeIsReported(t *testing.T) {
	doc, err := exact.Parse([]byte(wrong))
	if err != nil {
		t.Fatal(err)
	}
	_, problems := check.Read(doc, playbook.Builtin())
	var got []string
	for _, p := range problems {
		got = append(got, p.Error())
	}
	all := strings.Join(got, "\n")
	wants := []string{
		`3:24: target should be 0 to 100, not 180`, `3:38: no practice "nothing"`, `6:10: id "p-1" is there twice`, `8:34: target_conversion should be 0 to 1`,
		`10:37: no stage "s-9"`, `11:39: no handoff "somewhere"`, `16:40: 4 of 3 is no sample`, `17:17: no check "no-such-check"`, `17:40: rating should be 0 to 4, not 9`,
		`no checklist item "luck"`, `21:13: no person "p-9"`, `23:43: rating should be 0 to 4, not -1`, `24:20: no question "no-such-question"`, `25:9: an answer needs a question`,
		`no practice "no-such-practice"`, `no person "p-8"`, `no stage "s-8"`, `no call check "no-such-item"`, `no objection theme "weather"`,
		`no practice "luck"`, `no stage "s-7"`, `impact should be 1 to 5, not 6`, `ease should be 1 to 5, not 0`, `nothing was recorded under "nothing" in i-1`,
		`no interview, call or audit "x-9"`, `"i-1" is not a call`, `no interview, call or audit "i-7"`, `no finding "f-9"`, `no stage "s-6"`, `phase should be 30, 60 or 90, not 45`,
		`no finding "f-8"`, `no action "x-9"`, `no remedy "pray"`, `no stage "s-5"`, `owner should be buyer or seller, not "us"`, `no person "p-7"`, `no person "p-6"`,
	}
	for _, want := range wants {
		if !strings.Contains(all, want) {
			t.Errorf("missing %q", want)
		}
	}
	if n := len(check.Errors(problems)); n != len(wants)+1 { // luck stands in the finding and in the action
		t.Errorf("%d problems, want %d:\n%s", n, len(wants)+1, all)
	}
	for i, p := range problems {
		if p.Source == "" || i > 0 && problems[i-1].Line > p.Line {
			t.Errorf("problem %d has no line, or is out of order: %+v", i, p)
		}
	}
}

func TestReadiness(t *testing.T) {
	src := `gapbook: 1
client: {name: X}
interviews:
  - {id: i-1, person: p-1, note: "! nobody looked"}
findings:
  - {id: f-1, title: A, note: "TODO ask"}
  - {id: f-2, title: B, status: dismissed}
  - {id: f-3, title: C, evidence: [i-1]}
plan:
  actions:
    - {id: x-1, owner: us, due: 2026-05-01}
    - {id: x-2, due: soon}
    - {id: x-3, status: dropped}
unsettled: [{field: f-3.impact, ours: 1, theirs: 2}]
`
	doc, err := exact.Parse([]byte(src))
	if err != nil {
		t.Fatal(err)
	}
	e, _ := check.Read(doc, nil)
	var got []string
	for _, p := range check.Ready(doc, e, playbook.Builtin(), 9) {
		got = append(got, p.Error())
	}
	want := []string{
		"14:13: both sides of a merge changed f-3.impact, and nobody chose",
		"6:5: finding f-1 has no evidence: attach an answer, a check or a call", "4:34: a ! line that is not triaged: nobody looked",
		"1:1: 9 calls are reviewed; fewer than 10 show no pattern", "12:7: action x-2 has no owner", "12:7: action x-2 has no due date",
		"6:31: a TODO is left in the text",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

// Two stages of one name cannot be told apart in a list, a table or a funnel.
func TestStagesOfOneName(t *testing.T) {
	const src = `gapbook: 1
client: {name: X}
stages: [{id: a, name: Demo}, {id: b, name: Proposal}, {id: c, name: " demo"}, {id: d}, {id: e}]
`
	doc, err := exact.Parse([]byte(src))
	if err != nil {
		t.Fatal(err)
	}
	_, problems := check.Read(doc, playbook.Builtin())
	if len(problems) != 1 || !problems[0].Warning || !strings.Contains(problems[0].Error(), "3:70: two stages are called demo") {
		t.Errorf("%v", problems)
	}
}
