package guided

// counted is a count with the text that it was made of.
type counted struct {
	text  string
	marks Marks
}

// marksOf counts in the note as it is typed, else as it stands in the engagement; that count is kept with its text.
func (r *Runner) marksOf(it Item) Marks {
	if it.Kind == Panel {
		return Marks{}
	}
	if it.Kind == Read && it.Key != it.NoteKey {
		return Marks{} // shown once, at the note itself
	}
	if m, ok := r.notes.Marks(it.NoteKey); ok {
		return m
	}
	c := r.marks[it.NoteKey]
	if c.text != it.Note {
		c = counted{it.Note, MarksOf(it.Note)}
		r.marks[it.NoteKey] = c
	}
	return c.marks
}

// Marks sums over all notes.
func (r *Runner) Marks() (m Marks) {
	for _, it := range r.items {
		m = m.Add(r.marksOf(it))
	}
	return m
}
