package scores

import (
	"strconv"
	"strings"

	"github.com/gapbook/gapbook/tui/screen"
	"github.com/gapbook/gapbook/tui/screen/scores/explain"
)

// whyTheme lists the calls on which an objection was heard, with the words where they were noted.
func (p *Page) whyTheme(theme string) []explain.Item {
	t, e := p.Env.Style, p.Env.E()
	var out []explain.Item
	for _, o := range p.result.Objections {
		if o.Theme != theme {
			continue
		}
		out = append(out, explain.Item{Text: strings.Join([]string{
			"Heard on " + strconv.Itoa(o.Calls) + " of", explain.Count(o.Of, "reviewed call,", "reviewed calls,"),
			"95 % interval", explain.Percent(o.Low), "to", explain.Percent(o.High) + ". Each call counts once.",
		}, " ")})
		if o.Few {
			out = append(out, explain.Item{Text: "That is few: below 10 calls a share says little.", Look: &t.Warn})
		}
		for _, id := range o.IDs {
			c := e.Call(id)
			if c == nil {
				continue
			}
			detail := c.Label()
			if c.Stage != "" {
				detail += ", " + p.stage(c.Stage)
			}
			out = append(out, explain.Item{Head: true, Text: detail, Link: screen.Route{Kind: screen.Call, ID: id}})
			for _, x := range c.Objections {
				if x.Theme != theme {
					continue
				}
				text := explain.Or(x.Quote, "(no words noted)")
				if x.Quote != "" {
					text = "“" + x.Quote + "”"
				}
				if x.At != "" {
					text = "[" + string(x.At) + "] " + text
				}
				out = append(out, explain.Item{
					Text: text, Look: &t.Quote, Indent: 2,
					Link: screen.Route{Kind: screen.Call, ID: id, At: string(x.At)},
				})
			}
		}
	}
	return out
}
