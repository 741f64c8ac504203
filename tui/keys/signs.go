package keys

// Signs are what the signs and short words of a screen mean, for its help.
func Signs(scope Scope) []Hint {
	var out []Hint
	for i := 0; i+1 < len(signs[scope]); i += 2 {
		out = append(out, Hint{Key: signs[scope][i], Help: signs[scope][i+1]})
	}
	return out
}

var signs = map[Scope][]string{
	Plan: {
		"○ ◐ ✓ ✗", "to do, doing, done, dropped",
		"+", "the draft adds it",
		"→", "the draft moves it; on the timeline, due after day 90",
		"4+2", "4 in the plan, 2 more that the draft adds",
		"^", "pinned: the draft leaves it as it is",
		"◷", "overdue",
		"!", "its reason is gone",
	},
	Findings: {
		"○ ✓ ✗ +", "open, accepted, dismissed, a strength",
		"I × E", "impact × ease, 1 to 5 each",
		"~4", "suggested by the value at stake",
		"(3)", "assumed: nobody gave it",
		"Pr", "priority: impact × ease",
		"Ev", "pieces of evidence",
		"9 +2", "in the matrix: finding 9, and 2 more in the cell",
	},
	Funnel: {
		"!", "the bottleneck: most is lost here",
		"◷", "the busiest: most open deals",
		"goes on", "of the decided deals, with its 95 % interval",
		"aim", "the target of the stage",
		"p90", "one deal in ten stayed so many days or more",
		"slipped", "close date moved to a later month",
		"worth", "half the gap to the target closed, a year",
		"velocity", "open deals × win rate × average deal / cycle",
		"few", "fewer than 20 decided: no share is said",
	},
	Scores: {
		"○ ◆ ● ■", "belief, reported, observed, recorded",
		"gap", "target less field",
		"blind", "belief less field: the blind spot",
		"✓ ?", "a clear blind spot, a first sign",
		"≠", "contested: its sources disagree",
		"n", "sources",
	},
	Calls: {
		"Rubric", "items answered, of all",
		"Obj", "objections heard",
		"Lib", "in the library of calls to learn from",
		"kappa", "how far two raters agree beyond chance: 1 fully, 0 as by chance",
	},
	Stages: {
		"Go on", "of the decided deals at the stage; the target beside it",
		"id", "how the file names the stage; it stays when the name changes",
	},
	Home: {
		"1/5 4 begun", "1 done of 5 wanted, 4 more begun",
		"○ ●", "what leaders and managers believe, what the field shows",
	},
	Interview:  guideSigns,
	Audit:      guideSigns,
	Interviews: {"○ ◐ ✓", "planned, started, done", "> ! ? #", "quotes, gaps, questions, objections in the notes"},
	Audits:     {"○ ◐ ✓", "not begun, begun, done", "> ! ? #", "quotes, gaps, questions, objections in the notes"},
}

var guideSigns = []string{
	"○ ◐ 0–4", "open, noted but not rated, rated",
	"– ✗ ●", "not applicable, skipped, a sample counted",
	"> ! ? #", "quotes, gaps, questions, objections in the note",
}
