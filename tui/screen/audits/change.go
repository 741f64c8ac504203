package audits

import (
	"strconv"

	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/tui/dialog"
	"github.com/gapbook/gapbook/tui/layout"
	"github.com/gapbook/gapbook/tui/screen"
	"github.com/gapbook/gapbook/tui/widget"
)

// again begins another round of an audit. It comes into the file with its first answer, like every audit.
func (p *Page) again() {
	r := widget.At(p.list, p.rows)
	if r == nil {
		return
	}
	if r.audit == nil {
		p.open()
		return
	}
	form := dialog.Prompt("Another round: "+layout.Clean(r.name), "Round", "day-90", func(s string) string {
		switch {
		case s == "":
			return "a round needs a name, like day-90"
		case !model.ValidID(s):
			return "letters, digits and hyphens, like day-90"
		}
		return ""
	}, func(round string) tea.Cmd {
		for _, a := range p.Env.E().Audits {
			if a.Kind == r.kind && a.Subject == r.subject && a.Round == round {
				p.Env.Go(screen.Route{Kind: screen.Audit, ID: a.ID})
				return nil
			}
		}
		p.Env.Go(screen.Route{Kind: screen.Audit, ID: string(r.kind) + ":" + r.subject + ":" + round})
		return nil
	})
	form.Enter = "open it"
	p.Env.Ask(form)
}

func (p *Page) remove() {
	r := widget.At(p.list, p.rows)
	if r == nil || r.audit == nil {
		return
	}
	checks := strconv.Itoa(len(r.audit.Checks)) + " checks"
	if len(r.audit.Checks) == 1 {
		checks = "1 check"
	}
	p.Env.AskRemove(dialog.Confirm{
		Title: "Delete audit",
		Text: "Delete the audit of " + layout.Clean(r.name) + "? " + checks + " and all its notes go with it; undo brings " +
			"them back.",
		YesLabel: "delete it", NoLabel: "keep it",
	}, "delete audit", "audits", r.audit.ID)
}
