package interviews

import (
	"path/filepath"
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/playbook"
	"github.com/gapbook/gapbook/model/render"
	"github.com/gapbook/gapbook/tui/dialog"
	"github.com/gapbook/gapbook/tui/layout"
	"github.com/gapbook/gapbook/tui/screen"
	"github.com/gapbook/gapbook/tui/screen/out"
	"github.com/gapbook/gapbook/tui/widget"
)

// guideMsg is what became of writing a guide; again writes it over what is there.
type guideMsg struct {
	out.File
	again func() tea.Cmd
}

// everyone is the choice of the guides of all roles.
const everyone = ""

// guideForm asks whose questions are to be printed: those for the selected person first, then those of a role.
func (p *Page) guideForm() *dialog.Form {
	var of []dialog.Option
	if r := widget.At(p.list, p.rows); r != nil && r.who.Name != "" && p.guideOf(r.who.Role) {
		who := r.who
		of = append(of, dialog.Option{Value: "person " + who.ID, Label: layout.Clean(who.Label()) + ", " + string(who.Role)})
	}
	for _, r := range render.GuideRoles(p.playbook()) {
		of = append(of, dialog.Option{Value: "role " + string(r), Label: layout.Clean(strings.ToLower(r.Plural()))})
	}
	of = append(of, dialog.Option{Value: everyone, Label: "all roles"})
	var formats []dialog.Option
	for _, f := range []string{"pdf", "docx", "html", "md"} {
		formats = append(formats, dialog.Option{Value: f, Label: map[string]string{
			"pdf": "PDF, to print", "docx": "Word, to edit", "html": "a web page", "md": "Markdown",
		}[f]})
	}
	return &dialog.Form{
		Title: "Interview guide on paper", Enter: "write it",
		Fields: []dialog.Field{
			{ID: "of", Label: "Questions for", Kind: dialog.Choice, Options: of, Value: of[0].Value, Hint: "← → or type"},
			{ID: "format", Label: "As", Kind: dialog.Choice, Options: formats, Value: "pdf"},
			{ID: "file", Label: "File", Placeholder: "beside the engagement", Hint: "a name or a path; empty: named after the role, beside the engagement"},
		},
		Says: func(v dialog.Values) string { return "Writes " + p.guideFile(v) },
		Then: func(v dialog.Values) tea.Cmd { return p.writeGuide(v, false) },
	}
}

func (p *Page) playbook() *playbook.Playbook {
	if pb := p.Env.Now().Playbook; pb != nil {
		return pb
	}
	return &playbook.Playbook{}
}

func (p *Page) guideOf(role model.Role) bool { return p.playbook().Guide(role) != nil }

// guideFile is the name that was typed, else one after the engagement and whose guide it is.
func (p *Page) guideFile(v dialog.Values) string {
	name := v["file"]
	if name == "" {
		book := filepath.Base(p.Env.Now().Path)
		kind, of, _ := strings.Cut(v["of"], " ")
		if x := p.Env.E().Person(of); kind == "person" && x != nil {
			of = string(x.Role)
		}
		name = strings.Trim(strings.TrimSuffix(book, filepath.Ext(book))+"-guide-"+model.Slug(of), "-")
	}
	if !strings.EqualFold(filepath.Ext(name), "."+v["format"]) {
		name += "." + v["format"]
	}
	return name
}

// writeGuide renders and writes in a command. A file that is there already is asked about first, unless over is set.
func (p *Page) writeGuide(v dialog.Values, over bool) tea.Cmd {
	now, name := p.Env.Now(), p.guideFile(v)
	kind, of, _ := strings.Cut(v["of"], " ")
	var role model.Role
	person := ""
	switch kind {
	case "role":
		role = model.Role(of)
	case "person":
		person = of
	}
	pb := p.playbook()
	return screen.For(screen.Route{Kind: screen.Interviews}, func() tea.Msg {
		f := out.Write(name, now.Path, over, func() ([]byte, []string, error) {
			brand, err := out.Brand(now.Path)
			if err != nil {
				return nil, nil, err
			}
			return render.Write(v["format"], render.Guide(now.E, pb, role, person, render.Options{Brand: brand}))
		})
		return guideMsg{f, func() tea.Cmd { return p.writeGuide(v, true) }}
	})
}

// came says what became of it.
func (p *Page) came(m guideMsg) {
	switch {
	case m.Err != nil:
		p.Env.Fail(m.Err)
	case m.Exists:
		p.Env.Ask(m.Replace(m.again))
	default:
		p.Env.Say("written: " + filepath.Base(m.Path))
	}
}
