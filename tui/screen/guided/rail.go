package guided

import (
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/tui/keys"
	"github.com/gapbook/gapbook/tui/layout"
	"github.com/gapbook/gapbook/tui/style"
	"github.com/gapbook/gapbook/tui/widget"
)

// marksWidth is the room for the marks of a note in the rail: >3 !2 ?.
const marksWidth = 7

// Rail is the list of items at the side: what is rated, what is noted, and the marks of each note.
type Rail struct {
	Marks func(Item) Marks // as the notes are now

	th   *style.Theme
	list *widget.List
	w    int // on the last drawing
}

// railRow is an item, or the heading of a section.
type railRow struct {
	Item
	head bool
	many bool // several are called so: what is asked tells them apart
}

// NewRail makes an empty one.
func NewRail(th *style.Theme) *Rail {
	return &Rail{
		th:    th,
		list:  widget.NewList(th, widget.Column{Width: 1}, widget.Column{}, widget.Column{Width: marksWidth, Right: true}),
		Marks: func(it Item) Marks { return MarksOf(it.Note) },
	}
}

// SetItems shows other items; the selection stays on its item.
func (r *Rail) SetItems(items []Item) {
	var rows []railRow // a list of its own: the widget still asks the rows before for the selection
	called := map[string]int{}
	for _, it := range items {
		called[it.Name]++
	}
	for _, it := range items {
		if it.Section != "" {
			rows = append(rows, railRow{Item: Item{Name: it.Section}, head: true})
		}
		rows = append(rows, railRow{Item: it, many: called[it.Name] > 1 && it.Ask != ""})
	}
	r.list.SetRows(widget.Rows{
		N:    len(rows),
		Note: func(i int) bool { return rows[i].head },
		Key:  func(i int) string { return rows[i].Key },
		Text: func(i int) string { return rows[i].Name + " " + rows[i].Ask },
		Cell: func(i, col int) string { return r.cell(rows[i], col) },
	})
}

func (r *Rail) cell(row railRow, col int) string {
	it := row.Item
	switch {
	case row.head:
		return "  " + it.Name
	case col == 0:
		return Sign(r.th, it, r.Marks(it))
	case col == 1 && row.many:
		return Words(it.Ask, r.w-2-1-2-2-marksWidth)
	case col == 1:
		return Words(it.Name, r.w-2-1-2-2-marksWidth)
	}
	return ShowMarks(r.th, r.Marks(it), marksWidth)
}

// Select moves the selection to an item.
func (r *Rail) Select(key string) { r.list.Select(key) }

// Key is the selected item's.
func (r *Rail) Key() string { return r.list.Key() }

// Do moves the selection; false when the action means nothing to a list.
func (r *Rail) Do(a keys.Action) bool { return r.list.Do(a) }

// Find asks for the filter; Finding says whether its field has the keyboard; Type gives it a key; Leave drops it and
// keeps the selection, false when there was none.
func (r *Rail) Find()            { r.list.AskFilter() }
func (r *Rail) Finding() bool    { return r.list.Filtering() }
func (r *Rail) Type(msg tea.Msg) { r.list.Type(msg) }
func (r *Rail) Leave() bool      { return r.list.Back() }

// Mouse takes the wheel and a click at y lines below the top; true when an item was hit.
func (r *Rail) Mouse(msg tea.MouseMsg, y int) bool { return r.list.Mouse(msg, y) }

// View draws the rail; on says that it has the keyboard.
func (r *Rail) View(w, h int, on bool) string {
	r.w = w
	r.list.SetIdle(!on)
	return r.list.View(w, h)
}

// Cursor stands in the filter's field.
func (r *Rail) Cursor(w int) *tea.Cursor { return r.list.Cursor(w) }

// Sign is the one cell that says what became of an item: the digit that it is rated, or a sign.
func Sign(t *style.Theme, it Item, m Marks) string {
	switch {
	case it.Problem != "":
		return t.Bad.Render(style.Warn)
	case it.Kind != Rated:
		return t.Dim.Render(style.Bullet)
	case it.NA:
		return t.Dim.Render(style.Minus)
	case it.Rating != nil:
		return t.Accent.Bold(true).Render(strconv.Itoa(*it.Rating))
	case it.Sample != nil:
		return t.Accent.Bold(true).Render(style.Dot)
	case it.Skipped:
		return t.Dim.Render(style.Cross)
	case strings.TrimSpace(it.Note) != "" || m != Marks{}:
		return t.Accent.Render(style.Half)
	}
	return t.Dim.Render(style.Ring)
}

// ShowMarks writes counts of marks in at most w cells: > alone is one, >3 are three. What there is none of is left out;
// all are coloured as their lines are. Blanks between them go first where there is little room.
func ShowMarks(t *style.Theme, m Marks, w int) string {
	var parts []string
	for _, x := range []struct {
		n    int
		mark string
	}{{m.Quotes, ">"}, {m.Gaps, "!"}, {m.Follows, "?"}, {m.Objections, "#"}} {
		if x.n > 0 {
			s := x.mark
			if x.n > 1 {
				s += strconv.Itoa(x.n)
			}
			parts = append(parts, t.Note(x.mark).Render(s))
		}
	}
	if out := strings.Join(parts, " "); layout.Width(out) <= w {
		return out
	}
	return strings.Join(parts, "")
}

// Map draws one cell for each rated item, the current one marked: coverage in one line. Where there are more items than
// cells, it says how many are answered instead.
func Map(t *style.Theme, items []Item, at int, marks func(Item) Marks, w int) string {
	out, n, done := "", 0, 0
	for i, it := range items {
		if it.Kind != Rated {
			continue
		}
		n++
		if it.Answered() {
			done++
		}
		s := Sign(t, it, marks(it))
		if i == at {
			s = t.Strong.Reverse(true).Render(layout.Plain(s))
		}
		out += s
	}
	if n > w {
		return t.Dim.Render(strconv.Itoa(done) + "/" + strconv.Itoa(n))
	}
	return out
}
