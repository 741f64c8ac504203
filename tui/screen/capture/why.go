package capture

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/funnel"
	"github.com/gapbook/gapbook/model/render"
	"github.com/gapbook/gapbook/model/score"
	"github.com/gapbook/gapbook/tui/layout"
	"github.com/gapbook/gapbook/tui/screen"
	"github.com/gapbook/gapbook/tui/screen/scores/explain"
	"github.com/gapbook/gapbook/tui/style"
)

// About is what a finding says about itself, in a line: tag, practice, stage and status.
func About(env *screen.Env, f *model.Finding) string {
	parts := []string{cmp.Or(string(f.Tag), "no tag"), cmp.Or(PracticeName(env, f.Practice), "no practice")}
	if f.Stage != "" {
		parts = append(parts, StageName(env, f.Stage))
	}
	if !f.IsGap() {
		parts = append(parts, string(model.Strength))
	}
	parts = append(parts, cmp.Or(string(f.Status), string(model.Open)))
	return layout.Clean(strings.Join(parts, " "+style.Bullet+" "))
}

// Why says where the place of a finding comes from, one sentence each: its priority and whether it holds, the value at
// stake, the blind spot of its practice. The score is nil while it is not computed, and for a dismissed finding.
func Why(env *screen.Env, f *model.Finding, s *score.Finding) []string {
	if s == nil {
		if f.Status == model.Dismissed {
			return []string{"Dismissed: out of the order, the matrix and the plan."}
		}
		return []string{"Its place in the order is being computed."}
	}
	var out []string
	if s.Gap && s.Priority != nil {
		head := fmt.Sprintf("Priority %d = impact %s × ease %s", *s.Priority, Grade(s.Impact, s.ImpactFrom), Grade(s.Ease, s.EaseFrom))
		if s.Quadrant != nil {
			head += ": " + string(*s.Quadrant)
		}
		out = append(out, head+".")
		if from := origin(env, s); from != "" {
			out = append(out, from)
		}
		if at := slices.IndexFunc(env.Numbers.Result.Findings, func(x score.Finding) bool { return x.ID == f.ID }); at >= 0 {
			out = append(out, "With a grade off by one: "+render.Holds(env.Numbers.Sways(), at+1)+".")
		}
	} else {
		out = append(out, "A strength has no priority; it follows the gaps.")
	}
	if v := stake(env, s); v != "" {
		out = append(out, v)
	}
	return append(out, blind(env, s))
}

// origin says why an impact or ease that nobody gave is what it is.
func origin(env *screen.Env, s *score.Finding) string {
	var parts []string
	switch s.ImpactFrom {
	case score.FromValue:
		if s.Ratio != nil {
			parts = append(parts, fmt.Sprintf("impact ~%d is suggested: the value at stake is %s of the annual won amount", s.Impact, percent(*s.Ratio)))
		}
	case score.Assumed:
		why := "no value at stake is known for its stage"
		if s.Stage == "" {
			why = "without a stage there is no value at stake"
		}
		parts = append(parts, fmt.Sprintf("impact (%d) is assumed: %s", s.Impact, why))
	}
	if s.EaseFrom == score.Assumed {
		parts = append(parts, fmt.Sprintf("ease (%d) is assumed", s.Ease))
	}
	if len(parts) == 0 {
		return ""
	}
	text := strings.Join(parts, "; ")
	if s.Quadrant == nil {
		text += "; no quadrant before both are known"
	}
	return strings.ToUpper(text[:1]) + text[1:] + "."
}

func stake(env *screen.Env, s *score.Finding) string {
	if s.Value == nil {
		return ""
	}
	return layout.Clean(fmt.Sprintf("At stake a year at %s: %s low, %s base, %s high. ", StageName(env, s.Stage),
		money(env, s.Value.Low), money(env, s.Value.Base), money(env, s.Value.High)) + doubt(env) + funnel.ValueNote)
}

// doubt says where the year's worth, of which a value is a part, rests on too little.
func doubt(env *screen.Env) string {
	if n := env.Numbers; n != nil && n.Result != nil && n.Result.Funnel != nil {
		if s := n.Result.Funnel.YearDoubt(); s != "" {
			return "The annual won is " + s + ". "
		}
	}
	return ""
}

func blind(env *screen.Env, s *score.Finding) string {
	var p *score.Practice
	if n := env.Numbers; n != nil {
		p = n.Result.Practice(s.Practice)
	}
	name := layout.Clean(PracticeName(env, s.Practice))
	switch {
	case s.Practice == "":
		return "Without a practice there is no blind spot and no score beside it."
	case p == nil || p.Field == nil:
		return name + ": nothing observed in the field yet."
	}
	text := fmt.Sprintf("%s: field %s of 100, target %s, confidence %s", name, explain.Whole(*p.Field), explain.Whole(p.Target), p.Confidence)
	if p.BlindSpot == nil || p.Lenses.Believed.Score == nil {
		return text + "; no leader or manager was asked yet."
	}
	sign := "first sign"
	if p.Clear {
		sign = "clear"
	}
	return text + fmt.Sprintf("; leaders and managers believe %s, blind spot %s (%s).", explain.Whole(*p.Lenses.Believed.Score), explain.Signed(*p.BlindSpot), sign)
}

// PracticeName is how a practice is called.
func PracticeName(env *screen.Env, id string) string {
	if p := env.Now().Playbook; p != nil {
		if x := p.Practice(id); x != nil {
			return cmp.Or(x.Name, id)
		}
	}
	return id
}

// StageName is how a stage is called.
func StageName(env *screen.Env, id string) string {
	if s := env.E().Stage(id); s != nil {
		return s.Label()
	}
	return id
}

func percent(share float64) string {
	n := share * 100
	if n < 10 {
		return explain.Tenths(n) + " %"
	}
	return explain.Whole(n) + " %"
}

// money is an amount in the client's currency, short enough to compare at a glance.
func money(env *screen.Env, x float64) string {
	unit := ""
	switch {
	case math.Abs(x) >= 999500:
		x, unit = x/1e6, "M"
	case math.Abs(x) >= 1000:
		x, unit = x/1e3, "k"
	}
	s := explain.Whole(x)
	if unit == "M" {
		s = explain.Tenth(x)
	}
	return strings.TrimSpace(layout.Clean(env.E().Client.Currency) + " " + s + unit)
}
