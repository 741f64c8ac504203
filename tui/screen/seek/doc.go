// Package seek lists what can be gone to in an engagement: its records by their names, and its text line by line. It is
// pure, and imports the model, place and the routes of the page contract.
package seek

import "github.com/gapbook/gapbook/tui/screen"

// Entry is one thing that can be gone to.
type Entry struct {
	Label  string // the name, or the line
	Detail string // what it is, or where it stands
	To     screen.Route
}
