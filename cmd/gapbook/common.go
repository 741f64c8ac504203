package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"time"

	"github.com/spf13/cobra"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/check"
	"github.com/gapbook/gapbook/model/follow"
	"github.com/gapbook/gapbook/model/inert"
	"github.com/gapbook/gapbook/model/score"
	"github.com/gapbook/gapbook/model/workbook"
)

// asOf is the flag that fixes today.
type asOf struct{ date string }

func (a *asOf) flag(cmd *cobra.Command) {
	cmd.Flags().StringVar(&a.date, "as-of", "", "take this day (YYYY-MM-DD) for today")
}

func (a *asOf) day() (model.Date, error) {
	if a.date == "" {
		return model.DateOf(time.Now()), nil
	}
	d := model.Date(a.date)
	if _, ok := d.Time(); !ok {
		return "", usagef("write it like 2026-03-31", "--as-of %q is not a date", a.date)
	}
	return d, nil
}

// followed is the day to which coaching and milestones are counted: the one that was named, else where following ended.
func (a *asOf) followed(e *model.Engagement, today model.Date) model.Date {
	if a.date != "" {
		return today
	}
	end, _ := follow.End(e, today)
	return end
}

// open reads an engagement and names its problems on stderr. The work goes on with what can be read; the error, if any,
// is for the end.
func open(cmd *cobra.Command, path string) (workbook.Snapshot, error, error) {
	now, err := readInput(cmd, path)
	if err != nil {
		return now, nil, err
	}
	return now, report(cmd.ErrOrStderr(), path, check.Errors(now.Problems)), nil
}

// readInput reads an engagement from a file, or from standard input for -.
func readInput(cmd *cobra.Command, path string) (workbook.Snapshot, error) {
	if path != "-" {
		return workbook.Read(path, asks(cmd.Context(), path))
	}
	src, err := io.ReadAll(cmd.InOrStdin())
	if err != nil {
		return workbook.Snapshot{}, err
	}
	return workbook.ReadBytes(src, "standard input", asks(cmd.Context(), "standard input"))
}

// openToWrite opens an engagement that a command is going to change. While somebody has it open it is refused.
func openToWrite(cmd *cobra.Command, path string) (*workbook.Book, error) {
	book, err := workbook.Open(path, asks(cmd.Context(), path))
	if err != nil {
		return nil, err
	}
	if err := book.Writable(); err != nil {
		return nil, errors.Join(err, book.Close())
	}
	return book, nil
}

// save writes what a command changed, after a backup of what the file was. That none could be taken is said, and holds
// nothing up.
func save(cmd *cobra.Command, book *workbook.Book) error {
	keepBefore(cmd, book.Now().Path)
	return book.Save()
}

func keepBefore(cmd *cobra.Command, path string) {
	set := readSettings(cmd.ErrOrStderr())
	if err := set.keep(path); err != nil {
		fmt.Fprintln(cmd.ErrOrStderr(), printable("gapbook: "+err.Error()))
	}
}

// look opens an engagement that a command only asks something.
func look(cmd *cobra.Command, path string) (*workbook.Book, error) {
	return workbook.Look(path, asks(cmd.Context(), path))
}

// report writes problems as file:line:col: message and the line below; the error counts them.
func report(w io.Writer, path string, problems []check.Problem) error {
	n := 0
	for _, p := range problems {
		kind := ""
		if p.Warning {
			kind = "warning: "
		} else {
			n++
		}
		fmt.Fprintln(w, printable(fmt.Sprintf("%s:%d:%d: %s%s", path, p.Line, p.Col, kind, p.Message)))
		if p.Source != "" {
			fmt.Fprintln(w, printable("    "+p.Source))
		}
	}
	if n == 0 {
		return nil
	}
	return &problemsError{n}
}

func scores(now workbook.Snapshot, day model.Date, round string) *score.Result {
	return score.Compute(now.E, now.Playbook, score.Options{AsOf: day, Round: round})
}

// printJSON writes one document.
func printJSON(w io.Writer, v any) error {
	b, err := toJSON(v)
	if err != nil {
		return err
	}
	_, err = w.Write(b)
	return err
}

func toJSON(v any) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	err := enc.Encode(v)
	return inert.JSON(b.Bytes()), err
}

func isTerminal(f *os.File) bool {
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}
