package scores

import (
	"fmt"
	"strings"

	"github.com/gapbook/gapbook/model/playbook"
	"github.com/gapbook/gapbook/model/score"
	"github.com/gapbook/gapbook/tui/keys"
	"github.com/gapbook/gapbook/tui/layout"
	"github.com/gapbook/gapbook/tui/screen/scores/explain"
	"github.com/gapbook/gapbook/tui/style"
)

// headH is the lines above a list.
const headH = 2

// detailH is the lines below it, by height of the page.
func (p *Page) detailH() int {
	if p.H >= 30 {
		return 7
	}
	return 4
}

func (p *Page) docTop() int { return headH }

func (p *Page) View() string {
	if p.view == "" {
		p.view = p.draw()
	}
	return p.view
}

func (p *Page) draw() string {
	t := p.Env.Style
	if p.result == nil {
		return layout.BlockLines([]string{"", t.Dim.Render("  The scores are being computed…")}, layout.Screen(p.W, p.H))
	}
	if p.opened() {
		rows := layout.Screen(p.W, p.H).Rows(0, layout.Fixed(headH), layout.Flex(1))
		return layout.Stack(layout.BlockLines(p.openHead(), rows[0]), p.doc.View(rows[1].W, rows[1].H))
	}
	rows := layout.Screen(p.W, p.H).Rows(0, layout.Fixed(headH), layout.Flex(1), layout.Fixed(1), layout.Fixed(p.detailH()-1))
	return layout.Stack(layout.BlockLines(p.head(), rows[0]), p.list().View(rows[1].W, rows[1].H),
		t.Rule(p.W), layout.BlockLines(p.detail(rows[3]), rows[3]))
}

// head is the whole in a line: two numbers, each with its n.
func (p *Page) head() []string {
	t, r := p.Env.Style, p.result
	overall := t.Dim.Render("Overall: too few to say")
	if r.Overall.Score != nil {
		overall = t.Dim.Render("Overall ") + t.Strong.Render(explain.Whole(*r.Overall.Score)+" of 100") +
			t.Dim.Render(" over "+explain.Count(r.Overall.Practices, "practice", "practices"))
	}
	index := t.Dim.Render("blind-spot index: too few to say")
	if r.BlindSpotIndex != nil {
		n := 0
		for _, x := range r.Practices {
			if x.BlindSpot != nil {
				n++
			}
		}
		index = t.Dim.Render("blind-spot index ") + t.Strong.Render(explain.Whole(*r.BlindSpotIndex)) + t.Dim.Render(fmt.Sprintf(" over %d", n))
	}
	right := t.Dim.Render(p.order.String())
	switch p.show {
	case stages:
		right = t.Dim.Render("by stage")
		if all := len(p.Env.E().Stages); all > p.fit() {
			right = t.Dim.Render(fmt.Sprintf("by stage, %d–%d of %d ← →", p.first+1, min(p.first+p.fit(), all), all))
		}
	case objections:
		right = t.Dim.Render("objections")
	}
	if p.old {
		right = t.Dim.Render("being computed anew")
	}
	whole := overall + t.Dim.Render("  "+style.Bullet+"  ") + index
	return []string{whole, layout.Between(t.Dim.Render(p.legend()), right, p.W)}
}

// legend says what the signs of a list mean; those of the dumbbells stand over their column.
func (p *Page) legend() string {
	switch p.show {
	case practices:
		return "┆ target  " + style.Check + " clear  ? first sign  ≠ contested"
	case stages:
		return "░ <25  ▒ <50  ▓ <75  █ 75+   n sources   " + style.Bullet + " nothing seen"
	}
	return ""
}

// detail is the selected row in words.
func (p *Page) detail(r layout.Rect) []string {
	t := p.Env.Style
	key := p.list().Key()
	if p.show == objections {
		return p.objectionDetail(key, r)
	}
	x := p.result.Practice(key)
	if x == nil {
		return nil
	}
	name := t.Strong.Render(layout.Clean(p.name(key)))
	if x.Contested {
		name += t.Warn.Render("  ≠ contested: its sources disagree")
	}
	lines := []string{layout.Between(name, t.Key.Render(keys.First(keys.Open))+t.Dim.Render(" why"), r.W)}
	var parts []string
	for _, l := range playbook.Lenses() {
		s := x.Lenses.Of(l)
		if s.Score == nil {
			parts = append(parts, style.Lens(string(l))+" "+string(l)+" "+style.Minus)
			continue
		}
		parts = append(parts, fmt.Sprintf("%s %s %s n%d", style.Lens(string(l)), l, explain.Whole(*s.Score), s.N))
	}
	lines = append(lines, t.Text.Render(strings.Join(parts, "  ")))
	for _, s := range layout.Wrap(p.verdict(x), r.W) {
		lines = append(lines, t.Dim.Render(s))
	}
	return lines
}

// verdict is a practice in a sentence.
func (p *Page) verdict(x *score.Practice) string {
	if x.Field == nil {
		return "Nothing seen in the field: too few to say."
	}
	s := fmt.Sprintf("Field %s of target %s, confidence %s", explain.Whole(*x.Field), explain.Whole(x.Target), x.Confidence)
	switch {
	case x.BlindSpot == nil:
		return s + "; nobody's belief is known: no blind spot can be said."
	case x.Clear:
		return s + fmt.Sprintf("; blind spot %s, clear.", explain.Signed(*x.BlindSpot))
	}
	return s + fmt.Sprintf("; blind spot %s, a first sign.", explain.Signed(*x.BlindSpot))
}

func (p *Page) objectionDetail(key string, r layout.Rect) []string {
	t := p.Env.Style
	for _, o := range p.result.Objections {
		if o.Theme != key {
			continue
		}
		text := fmt.Sprintf("Heard on %d of %s, each call counted once: %s, 95 %% interval %s to %s.", o.Calls, explain.Count(o.Of, "reviewed call", "reviewed calls"),
			explain.Percent(float64(o.Calls)/float64(max(o.Of, 1))), explain.Percent(o.Low), explain.Percent(o.High))
		if o.Few {
			text = fmt.Sprintf("Heard on %d of %s: few, so the share could be anything from %s to %s.", o.Calls, explain.Count(o.Of, "reviewed call", "reviewed calls"),
				explain.Percent(o.Low), explain.Percent(o.High))
		}
		lines := []string{layout.Between(t.Strong.Render(layout.Clean(p.theme(key))), t.Key.Render(keys.First(keys.Open))+t.Dim.Render(" the calls"), r.W)}
		for _, s := range layout.Wrap(text, r.W) {
			lines = append(lines, t.Text.Render(s))
		}
		return lines
	}
	return nil
}

// openHead is the picture over an explanation; it stays while the text scrolls.
func (p *Page) openHead() []string {
	t := p.Env.Style
	if p.open.theme != "" {
		return []string{t.Strong.Render(layout.Clean(p.theme(p.open.theme)))}
	}
	if p.open.whole {
		return []string{t.Strong.Render("How the numbers at the top come about")}
	}
	if p.card != nil {
		return p.cardHead(p.card)
	}
	return nil
}
