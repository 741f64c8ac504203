package problems

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/colorprofile"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/check"
	"github.com/gapbook/gapbook/model/workbook"
	"github.com/gapbook/gapbook/tui/dialog"
	"github.com/gapbook/gapbook/tui/layout"
	"github.com/gapbook/gapbook/tui/screen"
	"github.com/gapbook/gapbook/tui/style"
)

// everything holds one mistake of each kind that the app can put right.
const everything = `gapbook: 1
client: {segment: x}
started: soon
targets: {stage-exits: 180, nothing: 50}
capacity: -3
playbook: sales-execution
people:
  - {id: p-1, name: Ana Sousa, role: rep}
  - {id: p-1, name: Omar Reyes, role: boss}
  - {id: p 3, name: Kim}
  - {name: Lee, role: ops, quote: perhaps}
stages:
  - {id: discovery, name: Discovery, target_conversion: 1.5}
audits:
  - {id: a-1, kind: stage, subject: s-9}
  - {id: a-2, kind: handoff, subject: somewhere}
  - {id: a-4, kind: odd, subject: discovery}
  - id: a-3
    kind: stage
    subject: discovery
    checks:
      - {check: fields-filled, sample: {met: 4, of: 3}}
      - {check: no-such-check, rating: 9}
    records: [{deal: "1", found: [economic-buyer, luck]}]
interviews:
  - id: i-1
    person: p-9
    minutes: -5
    date: 2026-13-01
    answers:
      - {question: rep-next-step, rating: -1}
      - {question: no-such-question}
      - {note: lost}
      - {ask: Mine, practice: no-such-practice}
      - {question: rep-exit-criteria, rating: high}
  - {id: i-2, person: p 3}
  - {id: i-3}
calls:
  - id: c-1
    rep: p-8
    stage: s-8
    checks: [{check: no-such-item, result: "perhaps", at: "12 min"}]
    objections: [{theme: weather}]
    library: maybe
findings:
  - {id: f-1, practice: luck, stage: s-7, impact: 6, ease: 0, evidence: [i-1/nothing, x-9, "i-1@01:00", i-1/Mine]}
lines: [{in: i-7, text: x, finding: f-9}]
funnels:
  - {label: a, won: -1, stages: [{stage: s-6, reached: 3, advanced: 1, lost: 1, open: 1}]}
plan:
  actions:
    - {id: x-1, phase: 45, effort: much, practice: luck, findings: [f-8], depends: [x-9], remedy: pray}
maps: [{id: m-1, stage: s-5, milestones: [{what: x, owner: us}]}]
coaching: [{id: k-1, rep: p-7, coach: p-6}]
`

func start(t *testing.T) (*Page, *workbook.Book) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "e.yaml")
	if err := os.WriteFile(path, []byte(everything), 0o600); err != nil {
		t.Fatal(err)
	}
	book, err := workbook.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	th := style.New(true, colorprofile.TrueColor)
	env := &screen.Env{Book: book, Style: &th, Today: func() model.Date { return "2026-05-12" }}
	p := New(env, screen.Route{Kind: screen.Problems}).(*Page)
	p.SetSize(78, 20)
	return p, book
}

// answer gives a dialog what a person would, and follows it to the next.
func answer(t *testing.T, env *screen.Env, x *remedy) {
	t.Helper()
	if x.do != nil {
		x.do()
		return
	}
	ds := []dialog.Dialog{x.dialog()}
	for len(ds) > 0 {
		switch d := ds[0].(type) {
		case *dialog.Choose:
			d.Then(d.Options[0].Value)
		case *dialog.Confirm:
			d.Yes()
		case *dialog.Form:
			v := dialog.Values{}
			for _, f := range d.Fields {
				switch s := f.Value; {
				case f.Kind == dialog.Date:
					v[f.ID] = "2026-05-12"
				case f.ID == "met":
					v[f.ID] = "1"
				case f.Kind == dialog.Number && (strings.HasPrefix(s, "-") || s == "" || s == "180" || s == "1.5"):
					v[f.ID] = "1"
				case f.Placeholder == "12:41":
					v[f.ID] = "12:41"
				case s == "":
					v[f.ID] = "Something"
				default:
					v[f.ID] = s
				}
			}
			if d.Check != nil {
				if _, wrong := d.Check(v); wrong != "" {
					t.Fatalf("%s: %v is refused: %s", d.Title, v, wrong)
				}
			}
			d.Then(v)
		}
		ds = ds[1:]
		for _, m := range env.Taken() {
			switch m := m.(type) {
			case screen.Ask:
				ds = append(ds, m.Dialog)
			case screen.Fail:
				t.Fatal(m.Err)
			}
		}
	}
}

// Every problem of a file that opens can be put right in the app, one after the other, and none comes back.
func TestEveryMistakeCanBeMended(t *testing.T) {
	p, book := start(t)
	before := len(check.Errors(book.Now().Problems))
	for n := range before + 1 {
		errs := check.Errors(book.Now().Problems)
		if len(errs) == 0 {
			t.Logf("%d mended in %d steps", before, n)
			return
		}
		r := p.chosen()
		if r == nil || r.Warning {
			t.Fatalf("nothing chosen, but %d left", len(errs))
		}
		x := p.mend(r)
		if x == nil {
			t.Fatalf("no way to mend %s (%s)", r.Error(), r.at.Pattern)
		}
		was := r.Problem
		answer(t, p.Env, x)
		if err := book.Save(); err != nil {
			t.Fatal(err)
		}
		p.Refresh()
		for _, e := range check.Errors(book.Now().Problems) {
			if e.Line == was.Line && e.Message == was.Message {
				t.Fatalf("still there: %v, after %s", was, x.say)
			}
		}
	}
	t.Errorf("left: %v", check.Errors(book.Now().Problems))
}

// What can be cleared goes from the file, and undo brings it back.
func TestClearing(t *testing.T) {
	p, book := start(t)
	want := said(t, book.Now().Path)
	for i := range p.rows {
		r := p.rows[i]
		if r.heading != "" {
			continue
		}
		x := p.clear(&r)
		if x == nil {
			continue
		}
		answer(t, p.Env, x)
		if err := book.Save(); err != nil {
			t.Fatalf("%s: %v", x.say, err)
		}
		for _, e := range book.Now().Problems {
			if e.Error() == r.Error() && e.Source == r.Source {
				t.Errorf("still there: %v, after %s", e, x.say)
			}
		}
		if _, ok := book.Undo(); !ok {
			t.Fatalf("no way back from: %s", x.say)
		}
		if err := book.Save(); err != nil {
			t.Fatal(err)
		}
		if got := said(t, book.Now().Path); got != want {
			t.Fatalf("undo of %q did not bring all back:\n%s\nwant\n%s", x.say, got, want)
		}
	}
	for i := range p.rows {
		p.list.Do("down")
		p.view = ""
		for _, l := range layout.Lines(p.View()) {
			if layout.Width(l) != p.W {
				t.Fatalf("row %d: %q", i, layout.Plain(l))
			}
		}
	}
}

// said is what is wrong in a file, without the places.
func said(t *testing.T, path string) string {
	t.Helper()
	b, err := workbook.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, p := range b.Now().Problems {
		out = append(out, p.Message)
	}
	slices.Sort(out)
	return strings.Join(out, "\n")
}
