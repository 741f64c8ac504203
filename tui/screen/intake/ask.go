package intake

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/crm"
	"github.com/gapbook/gapbook/tui/dialog"
	"github.com/gapbook/gapbook/tui/screen/scores/explain"
)

// askStage asks what a name of the export stands for.
func (p *Page) askStage(u crm.Unmapped) tea.Cmd {
	c := &dialog.Choose{Title: fmt.Sprintf("%q is", u.Name), Value: explain.Or(p.res.StageMap[u.Name], p.likely(u.Name)), Then: func(to string) tea.Cmd {
		p.opt.Stages[u.Name] = to
		return p.read()
	}}
	for _, s := range p.pipeline() {
		c.Options = append(c.Options, dialog.Option{Value: s.ID, Label: s.Label(), Detail: "a stage"})
	}
	c.Options = append(c.Options,
		dialog.Option{Value: crm.Won, Label: "won", Detail: "closed"}, dialog.Option{Value: crm.Lost, Label: "lost", Detail: "closed"},
		dialog.Option{Value: crm.Ignore, Label: "leave out", Detail: "moves no deal"})
	if p.proposing() && p.own == nil {
		p.keepProposal() // so that the stages stay what they are while names move between them
	}
	p.Env.Ask(c)
	return nil
}

// askDates asks how the dates are to be read, with both readings of one of them.
func (p *Page) askDates() tea.Cmd {
	mdy, dmy := "12/31/2026", "31/12/2026"
	var order *crm.OrderError
	if errors.As(p.err, &order) {
		mdy, dmy = order.Value+" is "+order.MDY, order.Value+" is "+order.DMY
	}
	p.Env.Ask(&dialog.Choose{Title: "Dates", Value: p.opt.DateOrder, Options: []dialog.Option{
		{Value: "mdy", Label: mdy, Detail: "month first"}, {Value: "dmy", Label: dmy, Detail: "day first"},
	}, Then: func(v string) tea.Cmd {
		p.opt.DateOrder = v
		return p.read()
	}})
	return nil
}

// askColumn asks which column holds a field.
func (p *Page) askColumn(field string, columns []string) tea.Cmd {
	c := &dialog.Choose{Title: "Which column is " + meaning(field) + "?", Then: func(v string) tea.Cmd {
		p.opt.Map[field] = v
		return p.read()
	}}
	for _, name := range columns {
		if name != "" {
			c.Options = append(c.Options, dialog.Option{Value: name, Label: name})
		}
	}
	p.Env.Ask(c)
	return nil
}

// takers are the snapshots that have no leads yet.
func (p *Page) takers() (labels []string) {
	for _, f := range p.Env.E().Funnels {
		if f.Leads == nil && f.Label != "" {
			labels = append(labels, f.Label)
		}
	}
	return labels
}

func (p *Page) askLeads() tea.Cmd {
	c := &dialog.Choose{Title: "Which snapshot takes the leads?", Value: p.opt.LeadsInto, Then: func(v string) tea.Cmd {
		p.opt.LeadsInto, p.opt.Label, p.opt.From, p.opt.To = v, "", "", ""
		return p.read()
	}}
	for _, label := range p.takers() {
		c.Options = append(c.Options, dialog.Option{Value: label, Label: label})
	}
	if len(c.Options) == 0 {
		p.Env.Say("no snapshot waits for leads: add the export of deals with n")
		return nil
	}
	p.Env.Ask(c)
	return nil
}

func (p *Page) askLabel() tea.Cmd {
	label := p.opt.Label
	if label == "" && p.res != nil {
		label = p.res.Funnel.Label
	}
	f := dialog.Prompt("Name of the snapshot", "Name", label, func(s string) string {
		for _, f := range p.Env.E().Funnels {
			if f.Label == s {
				return "there is a snapshot of this name already"
			}
		}
		return ""
	}, func(s string) tea.Cmd {
		p.opt.Label = s
		return p.read()
	})
	f.Fields[0].Hint = "baseline, day 90; empty: baseline for the first, then the period"
	p.Env.Ask(f)
	return nil
}

func (p *Page) askPeriod() tea.Cmd {
	const hint = "of the days on which deals were created; empty: as the file has it"
	p.Env.Ask(&dialog.Form{
		Title: "Deals created",
		Fields: []dialog.Field{
			{ID: "from", Label: "From", Kind: dialog.Date, Value: string(p.opt.From), Hint: "the first " + hint},
			{ID: "to", Label: "To", Kind: dialog.Date, Value: string(p.opt.To), Hint: "the last " + hint},
		},
		Check: func(v dialog.Values) (string, string) {
			if model.Date(v["from"]).After(model.Date(v["to"])) {
				return "to", "the period ends before it begins"
			}
			return "", ""
		},
		Then: func(v dialog.Values) tea.Cmd {
			p.opt.From, p.opt.To = model.Date(v["from"]), model.Date(v["to"])
			return p.read()
		},
	})
	return nil
}

func (p *Page) askRate(code string) tea.Cmd {
	value := ""
	if rate, ok := p.opt.Rates[code]; ok {
		value = strconv.FormatFloat(rate, 'g', -1, 64)
	}
	own := p.Env.E().Client.Currency
	f := dialog.Prompt("Money in "+code, "Rate", value, func(s string) string {
		if x, err := strconv.ParseFloat(strings.ReplaceAll(s, ",", "."), 64); s != "" && (err != nil || !(x > 0) || x > 1e12) {
			return "a rate is a number above 0"
		}
		return ""
	}, func(s string) tea.Cmd {
		delete(p.opt.Rates, code)
		if x, err := strconv.ParseFloat(strings.ReplaceAll(s, ",", "."), 64); err == nil {
			p.opt.Rates[code] = x
		}
		return p.read()
	})
	f.Fields[0].Hint = fmt.Sprintf("how many %s one %s is; empty leaves these deals out of money", own, code)
	p.Env.Ask(f)
	return nil
}

// askSplit asks by what the funnel is to be counted once more: what the export has a column for.
func (p *Page) askSplit() tea.Cmd {
	if p.res == nil {
		p.Env.Say("first the file has to be understood")
		return nil
	}
	c := &dialog.Choose{Title: "Count the funnel once more", Then: func(v string) tea.Cmd {
		p.opt.By = nil
		if v != "" {
			p.opt.By = []string{v}
		}
		return p.read()
	}, Options: []dialog.Option{{Label: "not split"}}}
	if len(p.opt.By) > 0 {
		c.Value = p.opt.By[0]
	}
	used := map[string]bool{"": true}
	for _, by := range []string{"owner", "team", "segment"} {
		if column := p.res.Splits[by]; column != "" {
			c.Options = append(c.Options, dialog.Option{Value: by, Label: "by " + by, Detail: fmt.Sprintf("column %q", column)})
			used[column] = true
		}
	}
	for field, column := range p.res.Columns {
		used[column] = used[column] || field != "owner" && field != "team" && field != "segment"
	}
	for _, column := range p.res.Header {
		if !used[column] {
			c.Options = append(c.Options, dialog.Option{Value: column, Label: fmt.Sprintf("by %q", column), Detail: "a column"})
		}
	}
	p.Env.Ask(c)
	return nil
}
