package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/gapbook/gapbook/model/check"
	"github.com/gapbook/gapbook/model/roster"
	"github.com/gapbook/gapbook/model/workbook"
)

func newImportPeople() *cobra.Command {
	var into string
	var dry bool
	cmd := &cobra.Command{
		Use:   "people CSV --into FILE",
		Short: "Read a list of people: names, titles or roles, teams",
		Long: "Adds everyone who is not there yet. A role that the list does not name is guessed from the title, and said to be.\n" +
			"E-mail addresses and other columns are not taken.",
		Example: "  gapbook import people staff.csv --into acme.yaml --dry-run     # see what is understood",
		Args:    usage(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			if into == "" {
				return usagef("for example: gapbook import people staff.csv --into acme.yaml", "say which engagement with --into FILE")
			}
			book, err := openToWrite(cmd, into)
			if err != nil {
				return err
			}
			defer book.Close()
			now := book.Now()
			if problems := report(cmd.ErrOrStderr(), into, check.Errors(now.Problems)); problems != nil {
				fmt.Fprintln(cmd.ErrOrStderr(), "nothing was imported; mend these first")
				return problems
			}
			res, err := roster.Read(filesOf(args)[0], now.E)
			if err != nil {
				return err
			}
			say := func(line string) { fmt.Fprintln(cmd.OutOrStdout(), printable(line)) }
			for _, line := range res.Understood() {
				say(line)
			}
			switch {
			case dry:
				say("A dry run: " + into + " is as it was.")
				return nil
			case len(res.New) == 0:
				say("Nobody is new: " + into + " is as it was.")
				return nil
			}
			var edits []workbook.Edit
			for _, p := range res.New {
				edits = append(edits, workbook.Add(p.Person, "people"))
			}
			if err := book.Apply("import people", edits...); err != nil {
				return err
			}
			if err := save(cmd, book); err != nil {
				return err
			}
			say("Saved in " + into + ".")
			return nil
		},
	}
	cmd.Flags().StringVar(&into, "into", "", "the engagement that takes the people")
	cmd.Flags().BoolVar(&dry, "dry-run", false, "say what is understood and change nothing")
	return cmd
}
