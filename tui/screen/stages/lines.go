package stages

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/tui/screen"
	"github.com/gapbook/gapbook/tui/widget/note"
)

// The lists of a stage that are edited as text, one entry a line, by their keys in the file.
const (
	criteria = "exit_criteria"
	fields   = "mandatory_fields"
)

func other(field string) string {
	if field == criteria {
		return fields
	}
	return criteria
}

// lines is a list of texts in an editor: what is typed is sent as a list, empty lines left out.
type lines struct {
	env   *screen.Env
	ed    *note.Editor // nil: nothing is edited
	step  string       // of the stage
	field string
	sent  []string // what the engagement has
	at    uint64   // the version of the editor that is the same
}

func (l *lines) open() bool  { return l.ed != nil }
func (l *lines) draft() bool { return l.ed != nil && l.ed.Version() != l.at }

func (l *lines) looks() note.Styles {
	t := l.env.Style
	return note.Styles{
		Text: t.Text, Quote: t.Text, Gap: t.Text, Follow: t.Text, Objection: t.Text, Stamp: t.Text,
		Dim: t.Dim, Selection: t.Selection, Placeholder: t.Placeholder,
	}
}

// now is the list as the engagement has it; false when the stage is gone.
func (l *lines) now() ([]string, bool) {
	e := l.env.E()
	for i := range e.Stages {
		if stepOf(e.Stages, i) != l.step {
			continue
		}
		if l.field == criteria {
			return e.Stages[i].ExitCriteria, true
		}
		return e.Stages[i].MandatoryFields, true
	}
	return nil, false
}

func (l *lines) edit(step, field string) {
	l.step, l.field = step, field
	l.sent, _ = l.now()
	l.ed = note.New(note.Options{Styles: l.looks(), Placeholder: hints[field]})
	l.ed.SetText(strings.Join(l.sent, "\n"))
	l.ed.GotoEnd()
	l.ed.Focus()
	l.at = l.ed.Version()
}

var hints = map[string]string{
	criteria: "one a line, each something the buyer did:\nEconomic buyer named and verified",
	fields:   "one a line, as the CRM calls them:\nnext_step",
}

// refresh takes up a newer list, from undo or from outside; what was typed and not sent stays.
func (l *lines) refresh() {
	if l.ed == nil {
		return
	}
	l.ed.SetStyles(l.looks())
	list, ok := l.now()
	switch {
	case !ok:
		l.ed = nil
	case !slices.Equal(list, l.sent) && !l.draft():
		l.ed.Adopt(strings.Join(list, "\n"))
		l.sent, l.at = list, l.ed.Version()
	}
}

func (l *lines) flush() {
	if !l.draft() {
		return
	}
	list := parse(l.ed.Text())
	if !slices.Equal(list, l.sent) {
		var value any = list
		if len(list) == 0 {
			value = nil
		}
		if l.env.Edit(names[l.field], screen.Set(value, "stages", l.step, l.field)) != nil {
			return // still a draft: nothing that was typed is lost
		}
		l.sent = list
	}
	l.at = l.ed.Version()
}

var names = map[string]string{criteria: "edit exit criteria", fields: "edit mandatory fields"}

func parse(text string) []string {
	var out []string
	for s := range strings.SplitSeq(text, "\n") {
		if s = strings.TrimSpace(s); s != "" {
			out = append(out, s)
		}
	}
	return out
}

// close sends what was typed and leaves the editor; false when there was none.
func (l *lines) close() bool {
	if l.ed == nil {
		return false
	}
	l.flush()
	if !l.draft() {
		l.ed = nil
	}
	return true
}

func (l *lines) update(msg tea.Msg) tea.Cmd {
	if l.ed == nil {
		return nil
	}
	cmd, _ := l.ed.Update(msg)
	return cmd
}

func (l *lines) mouse(msg tea.MouseMsg, x, y int) {
	if l.ed != nil && y >= 0 {
		l.ed.Mouse(msg, x, y)
	}
}

func (l *lines) cursor() *tea.Cursor {
	if l.ed == nil {
		return nil
	}
	return l.ed.Cursor()
}
