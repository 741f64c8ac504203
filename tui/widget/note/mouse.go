package note

import tea "charm.land/bubbletea/v2"

// wheelRows is how far one turn of the wheel scrolls.
const wheelRows = 3

// Mouse takes a click, a drag or the wheel at a cell of the editor.
func (e *Editor) Mouse(msg tea.MouseMsg, x, y int) {
	switch msg := msg.(type) {
	case tea.MouseClickMsg:
		if msg.Button == tea.MouseLeft {
			e.Click(x, y)
		}
	case tea.MouseMotionMsg:
		if msg.Button == tea.MouseLeft {
			e.Drag(x, y)
		}
	case tea.MouseWheelMsg:
		switch msg.Button {
		case tea.MouseWheelUp:
			e.Wheel(-wheelRows)
		case tea.MouseWheelDown:
			e.Wheel(wheelRows)
		}
	}
}

// Wheel scrolls by rows, down if positive, and leaves the cursor where it is.
func (e *Editor) Wheel(rows int) {
	e.settle()
	e.follow = false
	e.top = e.walk(e.top, rows)
	e.view.ok = false
}

// Click moves the cursor to a cell of the editor.
func (e *Editor) Click(x, y int) { e.moveTo(e.under(x, y)) }

// Drag selects from where the cursor is, or the selection began, to a cell.
func (e *Editor) Drag(x, y int) { e.selectTo(e.under(x, y)) }

func (e *Editor) under(x, y int) Pos {
	e.settle()
	return e.posAt(e.walk(e.top, y), max(x, 0))
}
