package main

import (
	"github.com/spf13/cobra"

	"github.com/gapbook/gapbook/model/render"
)

func newScore() *cobra.Command {
	var day asOf
	var asJSON bool
	var round string
	cmd := &cobra.Command{
		Use:   "score FILE",
		Short: "Score practices, blind spots and findings",
		Args:  usage(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			today, err := day.day()
			if err != nil {
				return err
			}
			now, problems, err := open(cmd, args[0])
			if err != nil {
				return err
			}
			sc := scores(now, today, round)
			if asJSON {
				if err := printJSON(cmd.OutOrStdout(), sc); err != nil {
					return err
				}
				return problems
			}
			if err := show(cmd, render.Scores(now.E, now.Playbook, sc)); err != nil {
				return err
			}
			return problems
		},
	}
	day.flag(cmd)
	cmd.Flags().BoolVar(&asJSON, "json", false, "print one JSON document")
	cmd.Flags().StringVar(&round, "round", "", "score another round of the fieldwork, such as day-90")
	return cmd
}
