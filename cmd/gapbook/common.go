package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/charmbracelet/x/term"
	"github.com/spf13/cobra"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/branding"
	"github.com/gapbook/gapbook/model/check"
	"github.com/gapbook/gapbook/model/follow"
	"github.com/gapbook/gapbook/model/inert"
	"github.com/gapbook/gapbook/model/render"
	"github.com/gapbook/gapbook/model/render/document"
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

// show writes a document to standard output: fitted to a terminal, as Markdown for everything else.
func show(cmd *cobra.Command, d *document.Document) error {
	if f, ok := cmd.OutOrStdout().(*os.File); ok && term.IsTerminal(f.Fd()) {
		width, _, err := term.GetSize(f.Fd())
		if err != nil {
			width = 80
		}
		return deliver(cmd, "", render.Terminal(d, width))
	}
	return deliver(cmd, "", render.Markdown(d))
}

// chooseFormat chooses how something is written: by --format, else by the ending of -o, else as Markdown.
func chooseFormat(what string, formats []string, format, out string, asJSON bool) (string, error) {
	switch {
	case asJSON:
		format = "json"
	case format == "" && (out == "" || out == "-"):
		format = "md"
	case format == "":
		format = strings.ToLower(strings.TrimPrefix(filepath.Ext(out), "."))
	}
	switch format {
	case "htm":
		format = "html"
	case "markdown":
		format = "md"
	}
	if render.Binary(format) && out == "" && isTerminal(os.Stdout) {
		return "", usagef("name a file: -o "+what+"."+format, "%s is nothing for a terminal", format)
	}
	if !slices.Contains(formats, format) {
		return "", usagef("there are "+strings.Join(formats, ", "), "no way to write a %s as %q", what, format)
	}
	return format, nil
}

// brand is the firm's brand, for a format that shows one. Mistakes in its file go to stderr, and nothing is written.
func brand(cmd *cobra.Command, engagement, format string) (document.Brand, error) {
	if !slices.Contains(render.Formats, format) {
		return document.Brand{}, nil
	}
	b, problems, err := branding.Load(engagement)
	if err != nil || len(problems) == 0 {
		return b, err
	}
	for _, p := range problems {
		fmt.Fprintln(cmd.ErrOrStderr(), printable(p.Error()))
	}
	return b, &problemsError{len(problems)}
}

// remark says on stderr what a format could not hold.
func remark(cmd *cobra.Command, notes []string) {
	for _, n := range notes {
		fmt.Fprintln(cmd.ErrOrStderr(), printable("gapbook: "+n))
	}
}

// deliver writes a finished output: to stdout for - or nothing, else to a file, whole or not at all.
func deliver(cmd *cobra.Command, out string, data []byte) error {
	if out == "" || out == "-" {
		_, err := cmd.OutOrStdout().Write(data)
		return err
	}
	return named(out, workbook.WriteFile(out, data))
}

// named says what could not be written by the name that the person gave, not by that of the file which was to take its place.
func named(out string, err error) error {
	var path *fs.PathError
	folder := filepath.Dir(out)
	if _, gone := os.Stat(folder); errors.Is(err, fs.ErrNotExist) && errors.Is(gone, fs.ErrNotExist) {
		return &workbook.Fault{Words: fmt.Sprintf("%s cannot be written: there is no folder %s", out, folder), Err: err}
	}
	if errors.As(err, &path) {
		return &workbook.Fault{Words: fmt.Sprintf("%s cannot be written: %s", out, path.Err), Err: err}
	}
	return err
}

func isTerminal(f *os.File) bool {
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}
