package guided

import (
	"slices"

	"github.com/gapbook/gapbook/tui/screen"
)

// Flush sends what was typed.
func (r *Runner) Flush() { r.send(r.notes.Send) }

// Settle sends it before something else is done that undo takes back before the note.
func (r *Runner) Settle() { r.send(r.notes.SendWhole) }

// leaveNote tidies the note that one leaves, and sends it.
func (r *Runner) leaveNote() {
	r.notes.Leave()
	r.Flush()
}

func (r *Runner) send(send func(key string, record func(text string) error)) {
	for _, key := range r.notes.Unsent() {
		send(key, func(text string) error { return r.record(key, text) })
	}
}

func (r *Runner) record(key, text string) error {
	if text == "" {
		return r.edit(r.step("note", key), r.emptied(key, "note"))
	}
	edits := []screen.Edit{screen.Set(text, field(r.host.Place(key), "note")...)}
	if i := r.find(key); i >= 0 && r.items[i].Skipped {
		edits = append(edits, screen.Set(nil, field(r.host.Place(key), "skipped")...))
	}
	return r.edit(r.step("note", key), edits)
}

// emptied are the edits that clear fields of a record. One that says nothing without them goes, and one that is not
// there is not made.
func (r *Runner) emptied(key string, fields ...string) []screen.Edit {
	path := r.host.Place(key)
	switch r.host.Beside(key, fields...) {
	case Missing:
		return nil
	case Nothing:
		return []screen.Edit{screen.Remove(path...)}
	}
	var edits []screen.Edit
	for _, f := range fields {
		edits = append(edits, screen.Set(nil, field(path, f)...))
	}
	return edits
}

// step names a change so that undo can say whose it was.
func (r *Runner) step(what, key string) string {
	what += " of " + r.host.Title()
	if i := slices.IndexFunc(r.items, func(it Item) bool { return it.NoteKey == key }); i >= 0 && r.items[i].Name != "" {
		what += ", " + Words(r.items[i].Name, 40)
	}
	return what
}

// edit makes a change together with what every change brings.
func (r *Runner) edit(step string, edits []screen.Edit) error {
	if len(edits) == 0 {
		return nil
	}
	return r.env.Edit(step, append(r.host.Brings(), edits...)...)
}

// Set changes fields of the current item's record: name, value, name, value. A nil value clears.
func (r *Runner) Set(step string, fields ...any) {
	r.Settle()
	key := r.Item().NoteKey
	var edits []screen.Edit
	var clear []string
	for i := 0; i+1 < len(fields); i += 2 {
		if v := fields[i+1]; v == nil || v == false {
			clear = append(clear, fields[i].(string))
		} else {
			edits = append(edits, screen.Set(v, field(r.host.Place(key), fields[i].(string))...))
		}
	}
	if len(edits) == 0 {
		edits = r.emptied(key, clear...)
	} else {
		for _, f := range clear {
			edits = append(edits, screen.Set(nil, field(r.host.Place(key), f)...))
		}
	}
	if r.edit(r.step(step, key), edits) == nil {
		r.Redraw()
	}
}

func field(path []string, name string) []string { return append(slices.Clone(path), name) }
