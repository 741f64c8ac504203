package dialog

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/tui/keys"
)

// Values are the answers of a form by field id. Text is exact but for blanks at its ends; a date is YYYY-MM-DD however
// it was typed.
type Values map[string]string

// FieldKind is what a field takes.
type FieldKind int

const (
	Text   FieldKind = iota
	Choice           // one of Options
	Date             // YYYY-MM-DD, 31 Mar 2027, today
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

	Replace bool // typing takes the place of a few words that stand there
}

// Form asks for a few things at once. Enter is done, from every field; a problem is said and nothing is lost: esc asks
// before it throws away what was typed.
type Form struct {
	Title  string
	Enter  string // what enter does; absent: done
	Fields []Field
	Says   func(Values) string                  // what will come of the answers as they stand, in a line
	Check  func(Values) (field, problem string) // problem "": all in order
	Then   func(Values) tea.Cmd
	Today  string // the day that today is, YYYY-MM-DD; absent: the machine's

	rows    []*row
	at      int
	first   int // the first row drawn
	problem string
	guard   Guard
	help    bool
}

func (f *Form) Scope() keys.Scope { return keys.Dialog }

// Typing is not so where a letter chooses, or answers whether to leave.
func (f *Form) Typing() bool {
	f.open()
	return !f.guard.Asking() && f.rows[f.at].Kind != Choice
}

func (f *Form) Update(msg tea.Msg) (tea.Cmd, bool) {
	f.open()
	if m, ok := msg.(tea.MouseClickMsg); ok {
		if y := m.Y - frameY - 1 + f.first; y >= 0 && y < len(f.rows) && !f.help {
			f.goTo(y)
		}
		return nil, false
	}
	if key, ok := msg.(tea.KeyPressMsg); ok {
		if f.help {
			f.help = false
			if a := match(msg); a == keys.AskHelp || a == keys.Cancel {
				return nil, false
			}
		}
		if used, leave := f.guard.Key(key, f.changed()); used {
			return nil, leave
		}
	}
	if typed(msg) {
		f.problem = ""
		f.rows[f.at].update(msg)
		return nil, false
	}
	switch match(msg) {
	case keys.Accept:
		return f.accept()
	case keys.AskHelp:
		f.help = true
	case keys.Next, keys.Down:
		f.goTo((f.at + 1) % len(f.rows))
	case keys.Prev, keys.Up:
		f.goTo((f.at + len(f.rows) - 1) % len(f.rows))
	default:
		f.problem = ""
		f.rows[f.at].update(msg)
	}
	return nil, false
}

func (f *Form) goTo(i int) {
	f.at = i
	f.rows[i].enter()
}

// changed says whether anything is other than when the form was opened.
func (f *Form) changed() bool {
	for _, r := range f.rows {
		if r.changed() {
			return true
		}
	}
	return false
}

// values are the answers as they stand.
func (f *Form) values() Values {
	v := Values{}
	for _, r := range f.rows {
		v[r.ID] = strings.TrimSpace(r.value())
	}
	return v
}

func (f *Form) accept() (tea.Cmd, bool) {
	values := f.values()
	for i, r := range f.rows {
		v, p := r.read(values[r.ID], f.Today)
		if p != "" {
			f.goTo(i)
			f.problem = p
			return nil, false
		}
		values[r.ID] = v
	}
	if f.Check != nil {
		if field, p := f.Check(values); p != "" {
			f.problem = p
			for i, r := range f.rows {
				if r.ID == field {
					f.goTo(i)
				}
			}
			return nil, false
		}
	}
	return answer(func() tea.Cmd { return f.Then(values) })
}

// Refuse says from the beginning what was wrong with the answer before.
func (f *Form) Refuse(problem string) { f.problem = problem }

func (f *Form) open() {
	if f.rows != nil {
		return
	}
	for _, field := range f.Fields {
		f.rows = append(f.rows, newRow(field))
	}
	f.rows[0].enter()
}
