package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/charmbracelet/x/term"
	"github.com/spf13/cobra"

	"github.com/gapbook/gapbook/model/branding"
	"github.com/gapbook/gapbook/model/render"
	"github.com/gapbook/gapbook/model/render/document"
	"github.com/gapbook/gapbook/model/workbook"
)

// output is where something for people outside goes, and how it is written.
type output struct {
	formats     []string // that there are
	out, format string

	cmd    *cobra.Command
	asJSON bool
	shown  bool // neither a file nor a format was asked for
}

// documentFormats are those of a document, and the values it was made from.
func documentFormats() []string { return append(slices.Clone(render.Formats), "json") }

func (o *output) flags(cmd *cobra.Command) {
	o.cmd = cmd
	f := cmd.Flags()
	f.StringVarP(&o.out, "out", "o", "", "write to this file; - for standard output")
	f.StringVar(&o.format, "format", "", strings.Join(o.formats, ", "))
	if slices.Contains(o.formats, "json") {
		f.BoolVar(&o.asJSON, "json", false, "same as --format json")
	}
}

// choose settles the format: by --format, else by the ending of -o, else Markdown.
func (o *output) choose() error {
	o.shown = o.format == "" && !o.asJSON && o.out == ""
	switch {
	case o.asJSON:
		o.format = "json"
	case o.format == "" && (o.out == "" || o.out == "-"):
		o.format = "md"
	case o.format == "":
		o.format = strings.ToLower(strings.TrimPrefix(filepath.Ext(o.out), "."))
	}
	switch o.format {
	case "htm":
		o.format = "html"
	case "markdown":
		o.format = "md"
	}
	what := o.cmd.Name()
	if render.Binary(o.format) && o.out == "" && isTerminal(os.Stdout) {
		return usagef("name a file: -o "+what+"."+o.format, "%s is nothing for a terminal", o.format)
	}
	if !slices.Contains(o.formats, o.format) {
		return usagef("there are "+strings.Join(o.formats, ", "), "no way to write a %s as %q", what, o.format)
	}
	return nil
}

// plain says whether the format shows no pictures.
func (o *output) plain() bool { return o.format == "md" }

// document puts a document where it was asked for; value is what it was made from.
func (o *output) document(d *document.Document, value any) error {
	switch {
	case o.shown:
		return show(o.cmd, d)
	case o.format == "json":
		data, err := toJSON(value)
		return o.write(data, nil, err)
	}
	return o.write(render.Write(o.format, d))
}

// write puts what was rendered where it was asked for, and says what the format could not hold.
func (o *output) write(data []byte, notes []string, err error) error {
	if err != nil {
		return err
	}
	remark(o.cmd, notes)
	return deliver(o.cmd, o.out, data)
}

// whoFlags are those of what goes to the client: who may be recognised in it.
func whoFlags(cmd *cobra.Command, opt *render.Options) {
	f := cmd.Flags()
	f.BoolVar(&opt.Names, "names", false, "show interviewees by name instead of by role")
	f.BoolVar(&opt.NoQuotes, "no-quotes", false, "leave quotes out")
}

// nameFlag is that of what the client's own people look at.
func nameFlag(cmd *cobra.Command, opt *render.Options) {
	cmd.Flags().BoolVar(&opt.Names, "names", false, "show people by name instead of by role")
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
