package crm

import (
	"fmt"
	"strings"
)

// Error refuses a file, at a line where there is one. Hint says what to do.
type Error struct {
	File    string
	Line    int
	Problem string
	Hint    string
	Err     error // what lies beneath, if anything: a failed read

	// Missing are the fields of a table in which no column was recognised, and Columns are those there are, so that someone
	// can be asked which is which.
	Missing, Columns []string
	LeadsAlone       bool // the files are of leads, and no snapshot was named that takes them
}

func (e *Error) Error() string { return place(e.File, e.Line) + e.Problem }
func (e *Error) Unwrap() error { return e.Err }

func place(file string, line int) string {
	switch {
	case file == "":
		return ""
	case line > 0:
		return fmt.Sprintf("%s:%d: ", file, line)
	default:
		return file + ": "
	}
}

// UsageError is an option that contradicts itself, the engagement or the file.
type UsageError struct{ Problem, Hint string }

func (e *UsageError) Error() string { return e.Problem }

// Unmapped is a stage name of the export that stands for no stage of the engagement.
type Unmapped struct {
	Name  string `json:"name"`
	Deals int    `json:"deals"`
}

// UnmappedError lists every stage name that could not be matched, most deals first.
type UnmappedError struct {
	File   string
	Stages []Unmapped
}

func (e *UnmappedError) Error() string {
	var names []string
	for i, s := range e.Stages {
		if i == 12 {
			names = append(names, fmt.Sprintf("and %d more", len(e.Stages)-i))
			break
		}
		names = append(names, fmt.Sprintf("%q (%s)", s.Name, count(s.Deals, "deal")))
	}
	what := "stages that are"
	if len(e.Stages) == 1 {
		what = "a stage that is"
	}
	return place(e.File, 0) + what + " not in the engagement: " + strings.Join(names, ", ")
}

// Hint says how to map the stages.
func (e *UnmappedError) Hint() string {
	return fmt.Sprintf("map each with --stage %q, or to won, lost or ignore", e.Stages[0].Name+"=id")
}

// OrderError is a column of dates that can be read with the day or the month first.
type OrderError struct {
	File, Column string
	Line         int
	Value        string
	MDY, DMY     string // the two readings, as 4 March 2026
}

func (e *OrderError) Error() string {
	return fmt.Sprintf("%scolumn %q: %s can be %s (month first) or %s (day first), and no date in the column settles it",
		place(e.File, e.Line), e.Column, e.Value, e.MDY, e.DMY)
}

// Hint says how to settle the order.
func (e *OrderError) Hint() string { return "say which with --dates mdy or --dates dmy" }

// count writes a number with its noun: 1 deal, 1,204 deals.
func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	if strings.HasSuffix(noun, "y") {
		return grouped(n) + " " + strings.TrimSuffix(noun, "y") + "ies"
	}
	return grouped(n) + " " + noun + "s"
}

func grouped(n int) string {
	s := fmt.Sprint(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}
