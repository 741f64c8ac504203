package dialog

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/tui/keys"
)

// Values are the answers of a form by field id. Text is exact but for blanks at its ends.
type Values map[string]string

// FieldKind is what a field takes.
type FieldKind int

const (
	Text   FieldKind = iota
	Choice           // one of Options
	Date             // YYYY-MM-DD
	Number           // decimal point
)

// Field is one line of a form.
type Field struct {
	ID, Label, Value string
	Kind             FieldKind
	Options          []Option // of a Choice
	Required         bool
	Placeholder      string
	Hint             string // shown while the field has the keyboard
}

// Form asks for a few things at once. Enter is done, from every field; a problem is said and nothing is lost.
type Form struct {
	Title  string
	Fields []Field
	Check  func(Values) (field, problem string) // problem "": all in order
	Then   func(Values) tea.Cmd

	rows    []*row
	at      int
	problem string
}

func (f *Form) Scope() keys.Scope { return keys.Dialog }
func (f *Form) Typing() bool      { return true }

func (f *Form) Update(msg tea.Msg) (tea.Cmd, bool) {
	f.open()
	if m, ok := msg.(tea.MouseClickMsg); ok {
		if y := m.Y - frameY - 1; y >= 0 && y < len(f.rows) {
			f.at = y
		}
		return nil, false
	}
	if typed(msg) {
		f.problem = ""
		f.rows[f.at].update(msg)
		return nil, false
	}
	switch match(msg) {
	case keys.Accept:
		return f.accept()
	case keys.Cancel:
		return nil, true
	case keys.Next, keys.Down:
		f.at = (f.at + 1) % len(f.rows)
	case keys.Prev, keys.Up:
		f.at = (f.at + len(f.rows) - 1) % len(f.rows)
	default:
		f.problem = ""
		f.rows[f.at].update(msg)
	}
	return nil, false
}

func (f *Form) accept() (tea.Cmd, bool) {
	values := Values{}
	for i, r := range f.rows {
		v := strings.TrimSpace(r.value())
		if p := r.check(v); p != "" {
			f.at, f.problem = i, p
			return nil, false
		}
		values[r.ID] = v
	}
	if f.Check != nil {
		if field, p := f.Check(values); p != "" {
			f.problem = p
			for i, r := range f.rows {
				if r.ID == field {
					f.at = i
				}
			}
			return nil, false
		}
	}
	return answer(func() tea.Cmd { return f.Then(values) })
}

func (f *Form) open() {
	if f.rows != nil {
		return
	}
	for _, field := range f.Fields {
		f.rows = append(f.rows, newRow(field))
	}
}
