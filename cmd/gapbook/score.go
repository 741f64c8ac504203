package main

import (
	"github.com/spf13/cobra"

	"github.com/gapbook/gapbook/model/render"
)

func newScore() *cobra.Command {
	var day asOf
	var asJSON bool
	var round string
	var one explaining
	cmd := &cobra.Command{
		Use:   "score FILE",
		Short: "Score practices, blind spots and findings; or explain one practice",
		Example: "  gapbook score acme.yaml\n  gapbook score acme.yaml --explain stage-exits                    # said against done, and every source\n" +
			"  gapbook score acme.yaml --explain stage-exits --stage discovery",
		Args: usage(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			today, err := day.day()
			if err != nil {
				return err
			}
			explain, err := one.asked(cmd)
			if err != nil {
				return err
			}
			now, problems, err := open(cmd, args[0])
			if err != nil {
				return err
			}
			sc := scores(now, today, round)
			if explain {
				one.show.AsOf = today
				if err := one.explain(cmd, now, sc, asJSON); err != nil {
					return err
				}
				return problems
			}
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
	one.flags(cmd)
	cmd.Flags().BoolVar(&asJSON, "json", false, "print one JSON document")
	cmd.Flags().StringVar(&round, "round", "", "score another round of the fieldwork, such as day-90")
	return cmd
}
