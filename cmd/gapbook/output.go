package main

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/gapbook/gapbook/model/render"
	"github.com/gapbook/gapbook/model/render/document"
)

// output is where a document goes, and how it is written.
type output struct {
	out, format string
	asJSON      bool
	shown       bool // neither a file nor a format was asked for
}

func (o *output) flags(cmd *cobra.Command) {
	f := cmd.Flags()
	f.StringVarP(&o.out, "out", "o", "", "write to this file; - for standard output")
	f.StringVar(&o.format, "format", "", strings.Join(documentFormats(), ", "))
	f.BoolVar(&o.asJSON, "json", false, "same as --format json")
}

// documentFormats are those of a document, and the values it was made from.
func documentFormats() []string { return append(slices.Clone(render.Formats), "json") }

// choose settles the format, by --format, else by the ending of -o.
func (o *output) choose(cmd *cobra.Command) error {
	o.shown = o.format == "" && !o.asJSON && o.out == ""
	format, err := chooseFormat(cmd.Name(), documentFormats(), o.format, o.out, o.asJSON)
	o.format = format
	return err
}

// plain says whether the format shows no pictures.
func (o *output) plain() bool { return o.format == "md" }

// write puts a document where it was asked for; value is what it was made from.
func (o *output) write(cmd *cobra.Command, d *document.Document, value any) error {
	if o.shown {
		return show(cmd, d)
	}
	data, err := toJSON(value)
	if o.format != "json" {
		var notes []string
		data, notes, err = render.Write(o.format, d)
		remark(cmd, notes)
	}
	if err != nil {
		return err
	}
	return deliver(cmd, o.out, data)
}
