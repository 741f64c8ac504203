// Package document is the one model of what leaves the laptop: headings, text, lists, tables, pictures and notes, whatever
// they are written as. Builders make documents, writers read them; it knows neither an engagement nor a format, and imports
// no more of the model than its dates, and what makes text inert.
package document

import "github.com/gapbook/gapbook/model"

// Document is a readout, whatever it is written as.
type Document struct {
	Title  string
	Meta   Meta
	Blocks []Block
}

// Meta is what goes into a file's properties. Interviewees never do.
type Meta struct {
	Kicker  string   // a line above the title: what kind of document this is
	Client  string   // whom it is for
	Authors []string // the consultants
	Date    model.Date
	Lang    string // BCP 47
	Brand   Brand
}

// Add puts blocks at the end.
func (d *Document) Add(blocks ...Block) { d.Blocks = append(d.Blocks, blocks...) }

// Block is one piece of a document: Heading, Para, List, Facts, Table, Picture, Note, Lines or PageBreak.
type Block interface{ block() }

// Heading opens a section. Level 1 is below the title.
type Heading struct {
	Level int // 1 to 3
	ID    string
	Text  string
}

// Para is running text.
type Para struct {
	Text []Inline
	Lead bool // the paragraph that a reader in a hurry reads

	Aloud bool // read out from the page on the table: large
}

// List is a bulleted or numbered list.
type List struct {
	Ordered bool
	Items   [][]Inline
}

// Facts are names with what is to be said to each, in a compact grid.
type Facts struct{ Items []Fact }

// Fact is one name and its text.
type Fact struct {
	Name string
	Text []Inline
}

// Table has a header row that is repeated where it breaks over pages.
type Table struct {
	Caption string
	Columns []Column
	Rows    []Row
}

// Align is how a column's cells stand.
type Align int

const (
	Left Align = iota
	Right
	Centre
)

// Column is one column of a table.
type Column struct {
	Head  string
	Align Align
	Width int // share of the width; 0: as its content needs
}

// Row is one row of a table. A section row has one cell, over all columns.
type Row struct {
	Section bool
	Cells   [][]Inline
}

// Note is set apart from the text.
type Note struct {
	Kind  NoteKind
	Title string
	Text  [][]Inline // paragraphs
}

// NoteKind says what a note is for.
type NoteKind int

const (
	Info  NoteKind = iota
	Limit          // of what the numbers say
)

// Lines are room to write by hand in print; where nobody can write, they are nothing.
type Lines struct{ N int }

// PageBreak starts a new page in print. A soft one does so only where the page is nearly full: by itself, no section leaves
// half a page empty. Where nobody knows yet how full a page is, the text flows on.
type PageBreak struct{ Soft bool }

// Inline is a run of text in one style.
type Inline struct {
	Text   string
	Bold   bool
	Italic bool
	Muted  bool
	Link   string // #id of a heading
}

func (Heading) block()   {}
func (Para) block()      {}
func (List) block()      {}
func (Facts) block()     {}
func (Table) block()     {}
func (Picture) block()   {}
func (Note) block()      {}
func (Lines) block()     {}
func (PageBreak) block() {}

// Text is plain text as inlines.
func Text(s string) []Inline { return []Inline{{Text: s}} }

// Bold is bold text.
func Bold(s string) Inline { return Inline{Text: s, Bold: true} }
