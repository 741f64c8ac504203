package calls

import (
	"slices"
	"strconv"
	"strings"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/score"
	"github.com/gapbook/gapbook/tui/layout"
	"github.com/gapbook/gapbook/tui/screen/capture"
	"github.com/gapbook/gapbook/tui/style"
)

// detail is the selected call: the whole title, what is known of the recording, and the rubric at a glance.
func (p *Page) detail(w int) []string {
	t, c := p.Env.Style, p.at()
	if c == nil {
		return nil
	}
	var facts []string
	for _, s := range []string{p.rep(*c), capture.StageName(p.Env, c.Stage), string(c.Date), string(c.Length), consent(c), c.Recording} {
		if s != "" {
			facts = append(facts, s)
		}
	}
	lines := []string{
		t.Strong.Render(layout.Cut(layout.Clean(c.Label()), w)),
		t.Dim.Render(layout.Cut(layout.Clean(strings.Join(facts, " "+style.Bullet+" ")), w)),
		layout.Between(p.rubric(c), p.rater(c), w),
	}
	return append(lines, p.objected(c, w)...)
}

// rubric is one sign for each item, and the counts.
func (p *Page) rubric(c *model.Call) string {
	t := p.Env.Style
	out, counts := "", map[model.Result]int{}
	for _, item := range p.Env.Now().Playbook.Calls.Checks {
		var r model.Result
		for _, x := range c.Checks {
			if x.Check == item.ID {
				r = x.Result
			}
		}
		counts[r]++
		look := t.Dim
		switch r {
		case model.Yes:
			look = t.Good
		case model.Partly:
			look = t.Warn
		case model.No:
			look = t.Bad
		}
		out += look.Render(style.Result(string(r)))
	}
	words := ""
	for _, r := range []model.Result{model.Yes, model.Partly, model.No} {
		words += "  " + strconv.Itoa(counts[r]) + " " + string(r)
	}
	return out + t.Dim.Render(words)
}

// rater is who rated the call, too, and how far the two agree.
func (p *Page) rater(c *model.Call) string {
	t := p.Env.Style
	if c.Second == nil {
		return ""
	}
	s := "2nd rater"
	if p.W >= wideEnough {
		s += " " + layout.Clean(c.Second.By)
	}
	if a := score.Agree(p.Env.Now().Playbook, *c); a != nil {
		s += ": " + capture.Agreement(a)
	}
	return t.Dim.Render(s)
}

// wideEnough is where a name has room beside the rubric.
const wideEnough = 100

// objected is the themes heard, each once.
func (p *Page) objected(c *model.Call, w int) []string {
	var themes []string
	for _, o := range c.Objections {
		if name := p.theme(o.Theme); !slices.Contains(themes, name) {
			themes = append(themes, name)
		}
	}
	if len(themes) == 0 {
		return nil
	}
	return []string{p.Env.Style.Objection.Render("# ") + layout.Words(layout.Clean(strings.Join(themes, ", ")), w-2)}
}

func (p *Page) theme(id string) string {
	if x := p.Env.Now().Playbook.Theme(id); x != nil && x.Name != "" {
		return x.Name
	}
	return id
}

// consent says whether those on the call agreed to the recording.
func consent(c *model.Call) string {
	if c.Consent != "" {
		return "consent: " + c.Consent
	}
	return "no consent noted"
}
