package library

import (
	"regexp"
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/tui/dialog"
	"github.com/gapbook/gapbook/tui/screen"
)

// usualStages is the pipeline a new engagement begins with; it is the client's own as soon as someone types it.
const usualStages = "Qualification, Discovery, Demo, Proposal, Negotiation"

var currencyCode = regexp.MustCompile(`^[A-Z]{3}$`)

// newForm asks for what an engagement begins with.
func (p *Page) newForm() *dialog.Form {
	return &dialog.Form{
		Title: "New engagement",
		Fields: []dialog.Field{
			{ID: "client", Label: "Client", Required: true, Placeholder: "Northwind Analytics"},
			{ID: "title", Label: "Title", Value: "Execution gap analysis"},
			{ID: "stages", Label: "Stages", Value: usualStages, Hint: "the client's own pipeline, in order, with commas"},
			{ID: "currency", Label: "Currency", Value: "USD", Hint: "three letters: USD, EUR, MXN"},
			{ID: "started", Label: "Started", Kind: dialog.Date, Value: string(p.Env.Today())},
		},
		Check: func(v dialog.Values) (string, string) {
			if c := strings.ToUpper(v["currency"]); c != "" && !currencyCode.MatchString(c) {
				return "currency", "a currency is three letters, like EUR"
			}
			return "", ""
		},
		Then: p.create,
	}
}

func (p *Page) create(v dialog.Values) tea.Cmd {
	e := &model.Engagement{
		Gapbook:  model.FormatVersion,
		Client:   model.Client{Name: v["client"], Currency: strings.ToUpper(v["currency"])},
		Title:    v["title"],
		Started:  model.Date(v["started"]),
		Playbook: "sales-execution",
		Stages:   stagesOf(v["stages"]),
	}
	if p.Env.Me != "" {
		e.Consultants = []string{p.Env.Me}
	}
	shelf, folder := p.Env.Shelf, p.Env.Folder
	return func() tea.Msg {
		book, err := shelf.Create(folder, e)
		if err != nil {
			return screen.Fail{Err: err}
		}
		return screen.Opened{Book: book}
	}
}

// stagesOf makes stages of names between commas; two of the same name get different ids.
func stagesOf(list string) []model.Stage {
	var out []model.Stage
	for name := range strings.SplitSeq(list, ",") {
		name = strings.TrimSpace(name)
		if name == "" {
			continue
		}
		id := model.Slug(name)
		if id == "" || model.ByID(out, id) != nil {
			id = model.NewID("s")
		}
		out = append(out, model.Stage{ID: id, Name: name})
	}
	return out
}
