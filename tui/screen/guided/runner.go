package guided

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/tui/keys"
	"github.com/gapbook/gapbook/tui/screen"
	"github.com/gapbook/gapbook/tui/style"
	"github.com/gapbook/gapbook/tui/widget/note"
)

// Host is the page around a Runner: it knows where items stand in the engagement.
type Host interface {
	screen.Screen
	Items() []Item                 // from the current snapshot, never none
	Place(noteKey string) []string // the path of the record that holds the note and, for a rated item, the rating
	Brings() []screen.Edit         // what every change brings along: the record itself where it is new, the minutes
	Ref(noteKey string) string     // the note written like evidence; empty while nothing is recorded there
	// Beside says what the record of a note holds beside some of its fields.
	Beside(noteKey string, fields ...string) Rest
	Stage() string     // of a finding made here; empty: none
	Head(w int) string // the line on top
	Touched()          // a key went into the note
}

// Rest is what stands in the record of a note when some fields are left out of account.
type Rest int

const (
	Something Rest = iota // or it is to stay in any case
	Nothing               // with those fields the record goes
	Missing               // there is no record
)

// Paneler is a Host with items of kind Panel.
type Paneler interface {
	PanelView(w, h int, on bool) string
	PanelDo(keys.Action) bool
}

// focus is what has the keyboard.
type focus int

const (
	inNote focus = iota
	inList
)

// Runner goes through the items: question, rating and note on one page, the cursor in the note from the start.
type Runner struct {
	env   *screen.Env
	host  Host
	items []Item
	at    int
	rail  *Rail
	notes *Notes

	focus  focus
	asking bool // the next digit rates
	deaf   bool // there was nothing to rate: a digit that follows is no text either
	warned bool // the last word was that a rating is 0 to 4
	more   bool // probes are unfolded, where there is no room for them beside the question
	part   int  // which part of a card that is higher than its room

	marks map[string]counted
	looks style.Theme // the theme that the notes are drawn in
	shape shape
	drawn drawn
}

// NewRunner makes one for a page. Call Refresh before anything else.
func NewRunner(env *screen.Env, host Host) *Runner {
	r := &Runner{env: env, host: host, marks: map[string]counted{}}
	r.rail = NewRail(env.Style)
	r.rail.Marks = r.marksOf
	r.notes = NewNotes(env.Style, "Type here.  > quote   ! gap   ? to chase   #theme objection")
	r.notes.Resting = "enter to type"
	r.notes.SetFocus(true)
	r.looks = *env.Style
	return r
}

// Item is the current one.
func (r *Runner) Item() Item { return r.items[r.at] }

// Items are all.
func (r *Runner) Items() []Item { return r.items }

// Refresh takes up a new snapshot or theme.
func (r *Runner) Refresh() {
	key := ""
	if r.at < len(r.items) {
		key = r.items[r.at].Key
	}
	r.items = r.host.Items()
	r.at = min(r.at, len(r.items)-1)
	if i := r.find(key); i >= 0 {
		r.at = i
	}
	for _, it := range r.items {
		if it.Kind != Panel { // it has no note, which is not an empty one
			r.notes.Take(it.NoteKey, it.Note)
		}
	}
	if r.looks.Dark != r.env.Style.Dark || r.looks.Profile != r.env.Style.Profile {
		r.looks = *r.env.Style
		r.notes.Restyle()
	}
	r.rail.SetItems(r.items)
	r.show()
}

func (r *Runner) find(key string) int {
	return slices.IndexFunc(r.items, func(it Item) bool { return it.Key == key })
}

// Select goes to an item by key; false where there is none.
func (r *Runner) Select(key string) bool {
	i := r.find(key)
	if i >= 0 {
		r.goTo(i)
	}
	return i >= 0
}

func (r *Runner) goTo(i int) {
	i = min(max(i, 0), len(r.items)-1)
	if i == r.at {
		r.Flush()
	} else {
		r.leaveNote()
		r.at, r.part = i, 0
	}
	r.show()
}

// show brings the current item to the screen.
func (r *Runner) show() {
	it := r.Item()
	r.rail.Select(it.Key)
	if it.Kind != Panel {
		r.notes.Show(it.NoteKey, it.Note)
	}
	r.setFocus(r.focus)
}

// setFocus gives the keyboard to the note (or the panel) or to the list.
func (r *Runner) setFocus(f focus) {
	r.focus = f
	r.notes.SetFocus(f == inNote && r.Item().Kind != Panel)
	r.Redraw()
}

// InNote says whether the note (or the panel) has the keyboard, rather than the list.
func (r *Runner) InNote() bool { return r.focus == inNote }

// Asking says whether the next key rates: no key is the page's then.
func (r *Runner) Asking() bool { return r.asking }

// Scope is the page's own, or that of what is being asked.
func (r *Runner) Scope(own keys.Scope) keys.Scope {
	switch {
	case r.asking:
		return keys.Rating
	case r.rail.Finding():
		return keys.Find
	}
	return own
}

// Typing says whether text is being typed.
func (r *Runner) Typing() bool {
	return r.rail.Finding() || r.focus == inNote && !r.asking && r.Item().Kind != Panel
}

// Back leaves the filter, then the note for the list; false in the list.
func (r *Runner) Back() bool {
	switch {
	case r.asking:
		r.asking = false
	case r.rail.Leave():
	case r.focus == inNote:
		r.leaveNote()
		r.setFocus(inList)
	default:
		return false
	}
	r.Redraw()
	return true
}

// Enter is the arrival on the page: at the item of a route, or where one was; the cursor stands in the note.
func (r *Runner) Enter() {
	r.asking, r.deaf = false, false
	r.rail.Leave()
	r.setFocus(inNote)
}

// Seek puts the cursor on a line of the note, where it is there.
func (r *Runner) Seek(line string) {
	if ed := r.notes.Editor(); ed != nil && ed.Seek(line) {
		r.Redraw()
	}
}

// Cursor is the terminal's.
func (r *Runner) Cursor() *tea.Cursor {
	if r.asking {
		return nil
	}
	if r.rail.Finding() {
		return moved(r.rail.Cursor(r.shape.rail.W), r.shape.rail)
	}
	if r.focus != inNote || r.Item().Kind == Panel {
		return nil
	}
	return moved(r.notes.Cursor(), r.shape.note)
}

// Open goes to an item with the cursor in its note.
func (r *Runner) Open(key string) {
	if r.Select(key) {
		r.setFocus(inNote)
	}
}

// Map is the coverage in at most w cells.
func (r *Runner) Map(w int) string { return Map(r.env.Style, r.items, r.at, r.marksOf, w) }

// Note is the editor on the screen; nil before there is one.
func (r *Runner) Note() *note.Editor { return r.notes.Editor() }
