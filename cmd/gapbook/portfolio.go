package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"github.com/gapbook/gapbook/model/portfolio"
	"github.com/gapbook/gapbook/model/render"
)

func newPortfolio() *cobra.Command {
	var day asOf
	var asJSON, asCSV bool
	var tables, place string
	opt := portfolio.Options{}
	cmd := &cobra.Command{
		Use:   "portfolio FOLDER",
		Short: "Look at all engagements of a folder side by side, or write them as tables for a database",
		Long: "Reads every engagement below FOLDER, in parallel: where each stands, and how each practice is spread over all of them.\n" +
			"A file that cannot be read is named on stderr and passed over. Clients are shown by id unless --names.\n" +
			"--tables writes tidy CSV files that DuckDB, Spark and BigQuery read as they are; columns.csv says what is in them.",
		Example: "  gapbook portfolio engagements\n  gapbook portfolio engagements --place acme.yaml     # where does this client stand?\n" +
			"  gapbook portfolio engagements --tables out",
		Args: usage(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			today, err := day.day()
			if err != nil {
				return err
			}
			if asJSON && asCSV {
				return usagef("choose one", "--json and --csv do not go together")
			}
			opt.AsOf, opt.Fixed, opt.Tables = today, day.date != "", tables != "" || asCSV
			files, err := engagementsIn(args[0])
			if err != nil {
				return err
			}
			p := &portfolioRun{cmd: cmd, opt: opt, csv: asCSV}
			if tables != "" {
				if p.tables, err = portfolio.NewWriter(tables); err != nil {
					return err
				}
				defer p.tables.Discard()
			}
			if err := p.place(place); err != nil {
				return err
			}
			if err := portfolio.Read(cmd.Context(), files, opt, fromEnvironment, p.take); err != nil {
				return err
			}
			if p.tables != nil {
				if err := p.tables.Close(); err != nil {
					return err
				}
				fmt.Fprintf(cmd.ErrOrStderr(), "%s: %d tables of %d engagements\n", tables, len(portfolio.Tables), len(p.list))
			}
			if err := p.print(asJSON, tables != ""); err != nil {
				return err
			}
			if p.wrong > 0 {
				return &problemsError{p.wrong}
			}
			return nil
		},
	}
	day.flag(cmd)
	f := cmd.Flags()
	f.BoolVar(&asJSON, "json", false, "print one JSON document")
	f.BoolVar(&asCSV, "csv", false, "print one row per engagement")
	f.StringVar(&tables, "tables", "", "write tidy CSV tables into this folder")
	f.StringVar(&place, "place", "", "place this engagement in the distributions of the others")
	f.BoolVar(&opt.Names, "names", false, "show clients by name instead of by id")
	return cmd
}

// engagementsIn lists the files below a folder, which must be one.
func engagementsIn(folder string) ([]string, error) {
	info, err := os.Stat(folder)
	if err == nil && !info.IsDir() {
		return nil, usagef("name the folder that it lies in", "%s is not a folder", folder)
	}
	if err != nil {
		return nil, err
	}
	return portfolio.Files(folder)
}

// portfolioRun gathers what the files hold.
type portfolioRun struct {
	cmd    *cobra.Command
	opt    portfolio.Options
	csv    bool
	tables *portfolio.Writer

	list    []*portfolio.Entry
	rows    [][]string // of the engagements alone, for --csv
	spreads portfolio.Spreads
	placed  *portfolio.Entry
	placing os.FileInfo
	locked  int
	broken  int
	wrong   int
}

// place reads the one engagement that is to be placed among the others.
func (p *portfolioRun) place(path string) error {
	if path == "" {
		return nil
	}
	info, err := os.Stat(path)
	if err != nil {
		return err
	}
	f := portfolio.ReadOne(path, p.opt, fromEnvironment)
	switch {
	case f.Err != nil:
		return f.Err
	case f.Locked:
		return usagef("name what opens it in "+passphraseFile+" or "+identityFile, "%s is locked", path)
	}
	p.placed, p.placing = f.Entry, info
	return nil
}

// take takes one file in.
func (p *portfolioRun) take(f portfolio.Found) error {
	say := func(format string, args ...any) {
		fmt.Fprintln(p.cmd.ErrOrStderr(), printable(fmt.Sprintf(format, args...)))
	}
	switch {
	case f.Locked:
		p.locked++
		say("%s: locked, passed over", f.Path)
		return nil
	case f.Err != nil:
		p.broken++
		p.wrong++
		say("%v; passed over", f.Err)
		return nil
	case f.Problems > 0:
		p.wrong++
		say("%s: counted in spite of %s; gapbook check lists them", f.Path, &problemsError{f.Problems})
	}
	p.list = append(p.list, f.Entry)
	if !p.isPlaced(f.Path) {
		p.spreads.Add(f.Entry)
	}
	if p.csv {
		p.rows = append(p.rows, f.Rows[0]...)
	}
	if p.tables != nil {
		return p.tables.Write(f.Rows)
	}
	return nil
}

// isPlaced says whether a file is the one to be placed: it is not one of the others.
func (p *portfolioRun) isPlaced(path string) bool {
	if p.placing == nil {
		return false
	}
	info, err := os.Stat(path)
	return err == nil && os.SameFile(info, p.placing)
}

// print writes the results; where they went into tables, only what was asked for besides.
func (p *portfolioRun) print(asJSON, written bool) error {
	out := p.cmd.OutOrStdout()
	if p.csv {
		var data bytes.Buffer
		return errors.Join(portfolio.WriteCSV(&data, &portfolio.Tables[0], p.rows), deliver(p.cmd, "", data.Bytes()))
	}
	spreads := p.spreads.All(p.placed)
	switch {
	case asJSON:
		list := p.list
		if list == nil {
			list = []*portfolio.Entry{}
		}
		return printJSON(out, map[string]any{
			"as_of": p.opt.AsOf, "engagements": list, "practices": spreads, "locked": p.locked, "broken": p.broken,
		})
	case written:
		return nil
	}
	return show(p.cmd, render.Portfolio(p.list, spreads, p.opt.Names))
}
