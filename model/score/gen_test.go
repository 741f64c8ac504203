package score_test

import (
	"fmt"
	"math/rand/v2"

	"pgregory.net/rapid"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/playbook"
)

// gen draws engagements and playbooks in which everything that can be wrong with a file happens now and then. It draws
// evenly from a seed: left to itself rapid prefers small numbers, and most engagements would be next to empty.
type gen struct {
	random *rand.Rand
	unique bool // no two records share an id, so that their order cannot matter
}

func draw(t *rapid.T, unique bool) gen {
	return gen{random: rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 1)), unique: unique}
}

func (g gen) int(from, to int) int { return from + g.random.IntN(to-from+1) }

// count is mostly in the upper half: much that is seen hangs on there being enough of it.
func (g gen) count(most int) int {
	if g.odds(75) {
		return g.int(most/2+1, most)
	}
	return g.int(0, most)
}

func (g gen) odds(percent int) bool { return g.int(1, 100) <= percent }
func (g gen) of(values ...string) string {
	return values[g.int(0, len(values)-1)]
}

func (g gen) id(prefix string, i int) string {
	if !g.unique && g.odds(5) {
		return g.of(prefix+"0", "")
	}
	return fmt.Sprintf("%s%d", prefix, i)
}

func (g gen) practiceID() string {
	return g.of("p0", "p0", "p0", "p0", "p0", "p1", "p1", "p1", "p2", "p3", "p4", "nowhere")
}
func (g gen) stageID() string { return g.of("s0", "s1", "s2", "s3", "", "nowhere") }
func (g gen) rating() *int {
	if g.odds(15) {
		return nil
	}
	n := g.int(0, 4)
	if g.odds(6) {
		n = g.int(-2, 7)
	}
	return &n
}

func (g gen) playbook() *playbook.Playbook {
	pb := &playbook.Playbook{LensWeights: map[playbook.Lens]float64{}, Roles: map[model.Role]playbook.Lens{}}
	for _, l := range playbook.Lenses() {
		if g.odds(40) {
			pb.LensWeights[l] = float64(g.int(0, 4))
		}
	}
	for _, r := range model.Roles() {
		if g.odds(15) {
			pb.Roles[r] = playbook.Lens(g.of("believed", "reported", "observed", "recorded", "hearsay"))
		}
	}
	for i := range g.count(3) {
		pb.Domains = append(pb.Domains, playbook.Domain{ID: g.id("d", i)})
	}
	for i := range g.count(5) {
		p := playbook.Practice{ID: g.id("p", i), Domain: g.of("d0", "d1", "d2", "nowhere")}
		if g.odds(50) {
			n := float64(g.int(0, 100))
			p.Target = &n
		}
		if g.odds(50) {
			n := float64(g.int(0, 3))
			p.Weight = &n
		}
		pb.Practices = append(pb.Practices, p)
	}
	for i := range 3 {
		pb.Audits.Stage = append(pb.Audits.Stage, playbook.Check{ID: g.id("k", i), Practice: g.practiceID()})
		pb.Calls.Checks = append(pb.Calls.Checks, playbook.Check{ID: g.id("k", i), Practice: g.practiceID()})
	}
	for i := range 2 {
		checks := []playbook.Check{{ID: "k0", Practice: g.practiceID()}, {ID: "k1", Practice: g.practiceID()}}
		pb.Audits.Handoffs = append(pb.Audits.Handoffs, playbook.Subject{ID: g.id("h", i), Checks: checks})
		pb.Audits.Cadences = append(pb.Audits.Cadences, playbook.Subject{ID: g.id("c", i), Checks: checks[:1]})
		var questions []playbook.Question
		for j := range 3 {
			questions = append(questions, playbook.Question{ID: g.id("q", 3*i+j), Practice: g.practiceID()})
		}
		pb.Guides = append(pb.Guides, playbook.Guide{Role: model.Rep, Questions: questions})
	}
	if g.odds(50) {
		pb.CallsWanted = &playbook.CallsWanted{Min: g.int(0, 4), Max: 5}
	}
	return pb
}

func (g gen) engagement() *model.Engagement {
	e := &model.Engagement{Targets: map[string]float64{}}
	if g.odds(40) {
		e.Targets[g.practiceID()] = float64(g.int(0, 100))
	}
	for i := range g.count(9) {
		e.People = append(e.People, model.Person{
			ID:   g.id("w", i),
			Role: model.Role(g.of("leader", "leader", "manager", "rep", "rep", "rep", "marketing", "delivery", "ops", "ceo")),
		})
	}
	for i := range g.count(4) {
		s := model.Stage{ID: g.id("s", i)}
		if g.odds(60) {
			n := float64(g.int(0, 120)) / 100
			s.TargetConversion = &n
		}
		e.Stages = append(e.Stages, s)
	}
	for i := range g.count(14) {
		x := model.Interview{ID: g.id("i", i), Person: g.of("w0", "w1", "w2", "w3", "w4", "w5", "w6", "w7", "w8", "nobody"), Date: g.date(), Round: g.round()}
		x.Status = model.InterviewStatus(g.of("", "planned", "started", "done"))
		for range g.count(5) {
			a := model.Answer{Rating: g.rating(), NA: g.odds(10)}
			if p := e.Person(x.Person); p != nil && p.Role == model.Leader && a.Rating != nil && g.odds(60) {
				*a.Rating = 4 // leaders who believe, or no blind spot would ever be clear
			}
			if g.odds(75) {
				a.Question = g.of("q0", "q1", "q2", "q3", "q4", "q5", "unknown")
			} else {
				a.Practice = g.practiceID()
			}
			a.Ask = g.of("", "own") // which of the two it is, the question says alone
			x.Answers = append(x.Answers, a)
		}
		e.Interviews = append(e.Interviews, x)
	}
	for i := range g.count(10) {
		x := model.Call{ID: g.id("c", i), Stage: g.stageID(), Date: g.date(), Round: g.round(), Checks: g.results()}
		for range g.count(3) {
			x.Objections = append(x.Objections, model.Objection{Theme: g.of("price", "timing", "trust")})
		}
		if g.odds(30) {
			x.Second = &model.Second{Checks: g.results()}
		}
		e.Calls = append(e.Calls, x)
	}
	for i := range g.count(7) {
		e.Audits = append(e.Audits, g.audit(i))
	}
	g.findings(e)
	g.funnel(e)
	return e
}

func (g gen) date() model.Date {
	return model.Date(g.of("2026-03-01", "2026-04-10", "2026-05-05", "2026-06-01", "2026-06-02", "", "soon", "2026-7-99"))
}
func (g gen) round() string { return g.of("", "", "", "baseline", "day-90") }

func (g gen) results() (out []model.CallCheck) {
	for range g.count(4) {
		r := model.Result(g.of("yes", "yes", "partly", "no", "no", "na", "", "maybe"))
		out = append(out, model.CallCheck{Check: g.of("k0", "k1", "k2", "unknown"), Result: r})
	}
	return out
}

func (g gen) audit(i int) model.Audit {
	x := model.Audit{ID: g.id("a", i), Kind: model.AuditKind(g.of("stage", "stage", "handoff", "cadence", "odd")), Date: g.date(), Round: g.round()}
	x.Subject = g.of("s0", "s1", "s2", "h0", "h1", "c0", "c1", "nowhere")
	for range g.count(4) {
		c := model.AuditCheck{Check: g.of("k0", "k1", "k2", "unknown"), Rating: g.rating(), NA: g.odds(10)}
		if g.odds(40) {
			c.Sample = &model.Sample{Met: g.int(-1, 9), Of: g.int(0, 8)}
		}
		x.Checks = append(x.Checks, c)
	}
	return x
}

func (g gen) findings(e *model.Engagement) {
	for i := range g.count(7) {
		f := model.Finding{ID: g.id("f", i), Practice: g.practiceID(), Stage: g.stageID()}
		f.Kind = model.FindingKind(g.of("", "gap", "gap", "strength"))
		f.Status = model.FindingStatus(g.of("", "open", "accepted", "dismissed"))
		if g.odds(50) {
			n := g.int(0, 6)
			f.Impact = &n
		}
		if g.odds(60) {
			n := g.int(1, 5)
			f.Ease = &n
		}
		e.Findings = append(e.Findings, f)
	}
}

func (g gen) funnel(e *model.Engagement) {
	if g.odds(25) {
		return
	}
	f := model.Funnel{Label: "baseline", From: "2025-01-01", To: "2025-12-31"}
	if g.odds(90) {
		amount := float64(g.int(0, 9)) * 100000
		f.WonAmount = &amount
	}
	for i := range g.count(4) {
		s := model.FunnelStage{Stage: fmt.Sprintf("s%d", i), Advanced: g.int(0, 60), Lost: g.int(0, 60), Open: g.int(0, 9)}
		s.Reached = s.Advanced + s.Lost + s.Open
		f.Stages = append(f.Stages, s)
	}
	e.Funnels = []model.Funnel{f}
}
