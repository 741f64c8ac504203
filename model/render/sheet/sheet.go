// Package sheet writes tables as an Excel workbook: typed cells, filters, a frozen header that is repeated in print, lists
// to choose from, native charts. It knows tables, never an engagement; a text is only ever a text, never a formula. The same
// tables make the same bytes. It imports dates from the model and nothing else of this program.
package sheet

import "github.com/gapbook/gapbook/model"

// Book is a workbook.
type Book struct {
	Title   string
	Client  string // in the page header
	Authors string
	Date    model.Date // created; absent: the epoch of zip
	Sheets  []Sheet
}

// Sheet is one table.
type Sheet struct {
	Name    string
	Columns []Column
	Rows    [][]Cell
	Charts  []Chart // on a sheet without columns: a page each
	Names   int     // columns that say what a row is: where a table is wider than a page, they stand on each
}

// Kind is how a cell is shown.
type Kind int

const (
	Text Kind = iota
	Whole
	Number // up to two digits after the point
	Percent
	Money
	Date
)

// Column is one column of a table.
type Column struct {
	Head    string
	Kind    Kind
	Width   float64  // in characters
	Choices []string // offered; another value may be typed unless Only is set
	Only    bool
}

// Cell is a text, a number or a date. One without a value is empty, never 0.
type Cell struct {
	Text   string
	Number *float64
	Date   model.Date
	Kind   Kind // of a number; the zero value: as the column says
}

// Chart is a native bar chart of columns of a sheet.
type Chart struct {
	Title  string
	Sheet  string
	Label  int   // the column of names
	Values []int // the columns drawn
	Rows   int   // of the sheet
	Max    float64
}
