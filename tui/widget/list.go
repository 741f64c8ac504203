package widget

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/tui/keys"
	"github.com/gapbook/gapbook/tui/style"
)

// Column is one column of a list. One column should be flexible.
type Column struct {
	Title string
	Width int  // in cells; 0: takes its share of what is left
	Right bool // numbers
	Drop  int  // left out when the list is narrower than this
}

// Rows are what a list shows, read by number when they are drawn: ten thousand cost no more than ten.
type Rows struct {
	N    int
	Key  func(i int) string      // identity, so that the selection stays on its row
	Cell func(i, col int) string // styled by the caller where it wants; cut to size by the list
	Text func(i int) string      // what the filter looks at; nil: no filter
	Note func(i int) bool        // true: a line between rows that cannot be selected (a heading); nil: none
}

// List is a scrolling table with a selection and a filter.
type List struct {
	Empty string // shown when there are no rows

	th      *style.Theme
	cols    []Column
	rows    Rows
	shown   []int  // rows that pass the filter; nil: all
	sel     int    // place in what is shown
	at      string // the key of the selected row
	top     int    // first place drawn
	page    int    // rows on the last drawing
	y0      int    // lines above the first row on the last drawing
	field   Input
	asking  bool // the filter field has the keyboard
	heading bool
	idle    bool
}

// NewList makes an empty list.
func NewList(th *style.Theme, cols ...Column) *List {
	l := &List{th: th, cols: cols, page: 10}
	for _, c := range cols {
		l.heading = l.heading || c.Title != ""
	}
	l.field.Placeholder = "type to filter"
	return l
}

// SetRows shows other rows. The selection stays on the row of the same key where it is still there.
func (l *List) SetRows(r Rows) {
	key := l.at // not Key: the old rows may be gone by now
	l.rows = r
	l.filter()
	l.Select(key)
	l.clamp(1)
}

// SetIdle draws the selection as that of a list without the keyboard.
func (l *List) SetIdle(idle bool) { l.idle = idle }

// Len is the number of rows shown.
func (l *List) Len() int {
	if l.shown != nil {
		return len(l.shown)
	}
	return l.rows.N
}

// Total is the number of rows without the filter.
func (l *List) Total() int { return l.rows.N }

// Index is the selected row, by its number in Rows; -1 when there is none.
func (l *List) Index() int {
	if l.sel < 0 || l.sel >= l.Len() {
		return -1
	}
	i := l.row(l.sel)
	if l.note(i) {
		return -1
	}
	return i
}

// At is the record that the selected row is of, where the rows of a list are those of a slice; nil when there is none.
func At[T any](l *List, of []T) *T {
	if i := l.Index(); i >= 0 && i < len(of) {
		return &of[i]
	}
	return nil
}

// Key is the key of the selected row; empty when there is none.
func (l *List) Key() string {
	i := l.Index()
	if i < 0 || i >= l.rows.N || l.rows.Key == nil {
		return ""
	}
	return l.rows.Key(i)
}

// Select moves the selection to the row of that key.
func (l *List) Select(key string) bool {
	if key == "" || l.rows.Key == nil {
		return false
	}
	for p := range l.Len() {
		if l.rows.Key(l.row(p)) == key && !l.note(l.row(p)) {
			l.sel, l.at = p, key
			return true
		}
	}
	return false
}

// Press takes a key that has no meaning of the page's own: it moves the selection, asks for the filter, or is typed into it.
func (l *List) Press(a keys.Action, msg tea.KeyPressMsg) {
	switch a {
	case keys.Filter:
		l.AskFilter()
	case keys.Accept:
		l.Accept()
	case keys.None:
		l.Type(msg)
	default:
		l.Do(a)
	}
}

// Do moves the selection; false when the action means nothing to a list.
func (l *List) Do(a keys.Action) bool {
	switch a {
	case keys.Up:
		l.move(-1)
	case keys.Down:
		l.move(1)
	case keys.PageUp:
		l.move(-max(l.page-1, 1))
	case keys.PageDown:
		l.move(max(l.page-1, 1))
	case keys.Top:
		l.sel = 0
		l.clamp(1)
	case keys.Bottom:
		l.sel = l.Len() - 1
		l.clamp(-1)
	default:
		return false
	}
	return true
}

// Mouse takes the wheel and a click at y lines below the list's top. It says whether a row was hit.
func (l *List) Mouse(msg tea.MouseMsg, y int) (hit bool) {
	switch m := msg.(type) {
	case tea.MouseWheelMsg:
		if m.Button == tea.MouseWheelUp {
			l.move(-1)
		} else if m.Button == tea.MouseWheelDown {
			l.move(1)
		}
	case tea.MouseClickMsg:
		p := l.top + y - l.y0
		if m.Button == tea.MouseLeft && y >= l.y0 && y < l.y0+l.page && p < l.Len() && !l.note(l.row(p)) {
			l.sel = p
			l.at = l.Key()
			return true
		}
	}
	return false
}

// Opens takes the mouse as Mouse does, and says whether the click was on the row that was selected already: that opens it.
func (l *List) Opens(msg tea.MouseMsg, y int) bool {
	was := l.Key()
	return l.Mouse(msg, y) && l.Key() == was
}

func (l *List) move(by int) {
	l.sel += by
	dir := 1
	if by < 0 {
		dir = -1
	}
	l.clamp(dir)
}

// clamp keeps the selection on a row that can be selected, looking on in the direction of the move first.
func (l *List) clamp(dir int) {
	defer func() { l.at = l.Key() }()
	n := l.Len()
	l.sel = max(min(l.sel, n-1), 0)
	for _, d := range []int{dir, -dir} {
		for p := l.sel; p >= 0 && p < n; p += d {
			if !l.note(l.row(p)) {
				l.sel = p
				return
			}
		}
	}
}

func (l *List) row(place int) int {
	if l.shown != nil {
		return l.shown[place]
	}
	return place
}

func (l *List) note(i int) bool { return l.rows.Note != nil && l.rows.Note(i) }

// Filtering says whether the filter's field has the keyboard: the page is then Typing.
func (l *List) Filtering() bool { return l.asking }

// Filtered says whether a filter holds.
func (l *List) Filtered() bool { return l.asking || len(l.field.letters) > 0 }

// AskFilter gives the keyboard to the filter's field, where there is something to filter.
func (l *List) AskFilter() {
	if l.rows.Text != nil && l.rows.N > 0 {
		l.asking = true
	}
}

// Back leaves the filter's field, then drops the filter. False when there was none.
func (l *List) Back() bool {
	had := l.Filtered()
	key := l.Key()
	l.asking = false
	if had {
		l.field.SetText("")
		l.filter()
		l.Select(key)
		l.clamp(1)
	}
	return had
}

// Accept leaves the filter's field and keeps the filter.
func (l *List) Accept() { l.asking = false }

// Type gives a key or paste to the filter's field.
func (l *List) Type(msg tea.Msg) {
	key := l.Key()
	if l.asking && l.field.Update(msg) {
		l.filter()
		if !l.Select(key) {
			l.sel = 0
		}
		l.clamp(1)
	}
}

// filter keeps the rows in which every word typed stands somewhere.
func (l *List) filter() {
	words := strings.Fields(strings.ToLower(l.field.Text()))
	l.shown = nil
	if len(words) == 0 || l.rows.Text == nil {
		return
	}
	l.shown = []int{}
rows:
	for i := range l.rows.N {
		if l.note(i) {
			continue
		}
		text := strings.ToLower(l.rows.Text(i))
		for _, w := range words {
			if !strings.Contains(text, w) {
				continue rows
			}
		}
		l.shown = append(l.shown, i)
	}
}
