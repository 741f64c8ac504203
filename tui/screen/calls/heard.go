package calls

import (
	"fmt"
	"math"

	"github.com/gapbook/gapbook/model/score"
	"github.com/gapbook/gapbook/tui/layout"
	"github.com/gapbook/gapbook/tui/style"
	"github.com/gapbook/gapbook/tui/widget"
)

// mostHeard is how many objections the client's enablement has to answer first.
const mostHeard = 5

// objections are the themes heard, most calls first; nil until the scores are computed.
func (p *Page) objections() []score.Objection {
	if n := p.Env.Numbers; n != nil && n.Result != nil {
		return n.Result.Objections
	}
	return nil
}

func (p *Page) fillHeard() {
	all := p.objections()
	rows := all[:min(len(all), mostHeard)]
	t := p.Env.Style
	p.lists[heard].SetRows(widget.Rows{
		N:   len(rows),
		Key: func(i int) string { return rows[i].Theme },
		Cell: func(i, col int) string {
			o := rows[i]
			switch col {
			case 0:
				return layout.Clean(p.theme(o.Theme))
			case 1:
				return fmt.Sprintf("%d of %d", o.Calls, o.Of)
			case 2:
				return widget.Bar(t, 20, float64(o.Calls)/float64(max(o.Of, 1)))
			}
			s := percent(o.Low) + " to " + percent(o.High)
			if o.Few {
				s += ", few"
			}
			return t.Dim.Render(s)
		},
	})
}

func percent(x float64) string { return fmt.Sprintf("%.0f %%", math.Round(100*x)) }

// heardDetail is in which words an objection was raised, the calls in their order.
func (p *Page) heardDetail(w int) []string {
	t := p.Env.Style
	theme := p.lists[heard].Key()
	var lines []string
	if rest := len(p.objections()) - mostHeard; rest > 0 {
		lines = append(lines, t.Dim.Render(fmt.Sprintf("The five heard on most calls, of %d; each call counts once.", rest+mostHeard)))
	} else if theme != "" {
		lines = append(lines, t.Dim.Render("Each call counts once."))
	}
	for _, o := range p.objections() {
		if o.Theme != theme {
			continue
		}
		for _, id := range o.IDs {
			c := p.Env.E().Call(id)
			if c == nil {
				continue
			}
			for _, x := range c.Objections {
				if x.Theme == theme && x.Quote != "" {
					label := layout.Fit(layout.Words(layout.Clean(c.Label()), 26), 28)
					lines = append(lines, t.Dim.Render(label)+t.Quote.Render(layout.Words(style.Bullet+" "+layout.Clean(x.Quote), w-28)))
				}
			}
		}
	}
	return lines
}
