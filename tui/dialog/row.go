package dialog

import (
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/tui/keys"
	"github.com/gapbook/gapbook/tui/layout"
	"github.com/gapbook/gapbook/tui/style"
	"github.com/gapbook/gapbook/tui/widget"
)

// row is one field with what was typed into it.
type row struct {
	Field
	input  widget.Input
	chosen int    // of a choice
	began  int    // what was chosen when the form was opened
	sought string // letters typed to find an option
}

func newRow(f Field) *row {
	r := &row{Field: f}
	r.input.Placeholder = f.Placeholder
	if f.Kind == Date && f.Placeholder == "" {
		r.input.Placeholder = "YYYY-MM-DD"
	}
	r.input.SetText(f.Value)
	for i, o := range f.Options {
		if o.Value == f.Value {
			r.chosen, r.began = i, i
		}
	}
	return r
}

func (r *row) value() string {
	if r.Kind != Choice {
		return r.input.Text()
	}
	if r.chosen >= len(r.Options) {
		return ""
	}
	return r.Options[r.chosen].Value
}

func (r *row) update(msg tea.Msg) {
	if r.Kind != Choice {
		r.input.Update(msg)
		return
	}
	key, ok := msg.(tea.KeyPressMsg)
	if !ok || len(r.Options) == 0 {
		return
	}
	n := len(r.Options)
	switch {
	case keys.Name(key) == "left":
		r.chosen, r.sought = (r.chosen+n-1)%n, ""
	case keys.Name(key) == "right":
		r.chosen, r.sought = (r.chosen+1)%n, ""
	case keys.Name(key) == "backspace":
		r.sought = ""
	case key.Text != "":
		r.seek(key.Text)
	}
}

// seek moves to the first option that begins with what was typed. Letters that begin none choose nothing, and neither do
// those after them: they were meant for another field.
func (r *row) seek(text string) {
	r.sought += strings.ToLower(text)
	if i := r.begins(); i >= 0 {
		r.chosen = i
	}
}

// begins is the first option that begins with what was typed; -1 when none does.
func (r *row) begins() int {
	return slices.IndexFunc(r.Options, func(o Option) bool { return strings.HasPrefix(strings.ToLower(o.Label), r.sought) })
}

// enter is the keyboard's arrival. A date, a number or a short answer to a prompt that stands there already is selected,
// so that typing replaces it; names and sentences are there to be mended.
func (r *row) enter() {
	r.sought = ""
	short := r.Kind == Date || r.Kind == Number || r.Replace && len(strings.Fields(r.Value)) <= 3
	if short && !r.changed() {
		r.input.SelectAll()
	}
}

// changed says whether the field is other than it began.
func (r *row) changed() bool {
	if r.Kind == Choice {
		return r.chosen != r.began
	}
	return r.input.Text() != r.Value
}

// read gives the value as it is meant, or says what is wrong with it, in words for the person.
func (r *row) read(v, today string) (value, problem string) {
	switch {
	case v == "":
		if r.Required {
			return v, r.Label + " is needed"
		}
	case r.Kind == Date:
		d, ok := readDate(v, today)
		if !ok && v == strings.TrimSpace(r.Value) {
			return v, "" // as it came from the file: it is said there what is wrong with it
		}
		if !ok {
			return v, "a date looks like 2027-03-31, 31 Mar 2027 or today"
		}
		return d, ""
	case r.Kind == Number:
		if _, err := strconv.ParseFloat(v, 64); err != nil {
			return v, "a number, with a point for decimals"
		}
	}
	return v, ""
}

// view draws the field in w cells; cursor is -1 where there is none.
func (r *row) view(th *style.Theme, w int, on bool) (string, int) {
	if r.Kind != Choice {
		if !on {
			return r.input.Still(th, w), -1
		}
		return r.input.View(th, w)
	}
	label := style.Minus
	if r.chosen < len(r.Options) {
		label = or(layout.Clean(r.Options[r.chosen].Label), style.Minus)
	}
	if !on {
		return layout.Fit(th.Text.Render(label), w), -1
	}
	count := th.Dim.Render(strconv.Itoa(r.chosen+1) + "/" + strconv.Itoa(len(r.Options)))
	if r.begins() < 0 {
		count = th.Warn.Render(layout.Cut("none begins with "+layout.Clean(r.sought), w-12))
		label = layout.Cut(label, w-layout.Width(count)-6)
	}
	body := th.Key.Render("‹ ") + th.Strong.Render(layout.Cut(label, w-12)) + th.Key.Render(" ›")
	return layout.Between(body, count, w), -1
}

func or(s, other string) string {
	if s != "" {
		return s
	}
	return other
}
