package playbook_test

import (
	"strings"
	"testing"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/playbook"
)

// The built-in playbook promises completeness; a firm's own need not be complete.
func TestBuiltinIsComplete(t *testing.T) {
	pb := playbook.Builtin()
	asked := map[string]map[playbook.Lens]bool{}
	for _, g := range pb.Guides {
		if n := len(g.Questions); n < 12 || n > 18 {
			t.Errorf("guide %s has %d questions", g.Role, n)
		}
		if g.Opening == "" || g.Closing == "" {
			t.Errorf("guide %s has no opening or closing", g.Role)
		}
		for _, q := range g.Questions {
			if asked[q.Practice] == nil {
				asked[q.Practice] = map[playbook.Lens]bool{}
			}
			asked[q.Practice][pb.Lens(g.Role)] = true
			if q.Ask == "" || len(q.Probes) == 0 || q.ListenFor == "" {
				t.Errorf("question %s is unfinished", q.ID)
			}
		}
	}
	checked, mended := map[string]int{}, map[string]int{}
	count := func(checks []playbook.Check) {
		for _, c := range checks {
			checked[c.Practice]++
		}
	}
	count(pb.Audits.Stage)
	count(pb.Calls.Checks)
	for _, s := range append(pb.Audits.Handoffs, pb.Audits.Cadences...) {
		count(s.Checks)
	}
	for _, r := range pb.Remedies {
		for _, p := range r.Practices {
			mended[p]++
		}
	}
	if len(pb.Practices) != 17 {
		t.Errorf("%d practices", len(pb.Practices))
	}
	for _, p := range pb.Practices {
		if len(p.Anchors) != 5 || p.Why == "" || checked[p.ID] == 0 || mended[p.ID] < 2 ||
			!asked[p.ID][playbook.Believed] || !asked[p.ID][playbook.Reported] {
			t.Errorf("practice %s is incomplete: %d anchors, %d checks, %d remedies, asked %v", p.ID, len(p.Anchors), checked[p.ID], mended[p.ID], asked[p.ID])
		}
	}
	backbone := map[int]int{}
	for _, r := range pb.Remedies {
		if r.Backbone {
			backbone[r.Phase]++
		}
	}
	if backbone[30] != 4 || backbone[60] != 3 || backbone[90] != 4 {
		t.Errorf("backbone %v", backbone)
	}
}

func TestProblemsOfAPlaybook(t *testing.T) {
	src := `gapbook_playbook: 1
id: mine
practices:
  - {id: a, domain: nowhere, anchors: [one, two]}
  - {id: a}
guides:
  - role: rep
    questions: [{id: q, practice: b}]
remedies:
  - {id: r1, practices: [a, z], phase: 45, depends: [r2, r9]}
  - {id: r2, depends: [r1], metric: {name: x, from: calls.nothing}}
`
	_, problems, err := playbook.Read([]byte(src))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, p := range problems {
		got = append(got, p.Error())
	}
	for _, want := range []string{
		`5:10: practice "a" is there twice`, `4:21: no domain "nowhere"`, `has 2 anchors`, `8:35: no practice "b"`, `10:29: no practice "z"`,
		`10:40: phase should be 30, 60 or 90, not 45`, `no remedy "r9" to depend on`, `r1 > r2 > r1`, `11:53: no number is called "calls.nothing"`,
	} {
		if !strings.Contains(strings.Join(got, "\n"), want) {
			t.Errorf("missing %q in\n%s", want, strings.Join(got, "\n"))
		}
	}
}

func TestWhatIsNoPlaybook(t *testing.T) {
	for src, want := range map[string]string{
		"": "empty", "a: 1\n": "no playbook", "gapbook_playbook: 2\nid: x\n": "newer", "[": "YAML",
	} {
		if _, _, err := playbook.Read([]byte(src)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: got %v, want %q", src, err, want)
		}
	}
}

func TestDefaultsOfASparsePlaybook(t *testing.T) {
	pb := &playbook.Playbook{Practices: []playbook.Practice{{ID: "a"}}}
	if pb.Lens(model.Manager) != playbook.Believed || pb.Lens(model.Ops) != playbook.Reported {
		t.Error("lens of a role")
	}
	if pb.LensWeight(playbook.Observed) != 2 || pb.LensWeight(playbook.Reported) != 1 || pb.LensWeight(playbook.Believed) != 0 {
		t.Error("lens weights")
	}
	e := &model.Engagement{Targets: map[string]float64{"b": 10}}
	if pb.TargetOf(e, "a") != 75 || pb.TargetOf(e, "b") != 10 || pb.MostPerPhase() != 5 || pb.EnoughCalls() != 10 {
		t.Error("defaults")
	}
}
