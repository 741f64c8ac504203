package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/gapbook/gapbook/model/dashboard"
	"github.com/gapbook/gapbook/model/render"
)

func newDashboard() *cobra.Command {
	var day asOf
	to := output{formats: documentFormats()}
	opt := render.Options{}
	cmd := &cobra.Command{
		Use:   "dashboard FILE",
		Short: "Show the weekly dashboard: indicators, milestones, coaching, the plan",
		Long: "Shows each indicator by week against its baseline and target, the bottleneck to coach, and how mutual action plans,\n" +
			"CORE coaching and the plan stand. Without --as-of an engagement that was followed to its end is shown as of that end.",
		Example: "  gapbook dashboard acme.yaml                     # read it\n  gapbook dashboard acme.yaml -o week.html        # send it round",
		Args:    usage(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			today, err := day.day()
			if err != nil {
				return err
			}
			if err := to.choose(); err != nil {
				return err
			}
			now, problems, err := open(cmd, args[0])
			if err != nil {
				return err
			}
			if end := day.followed(now.E, today); end != today {
				today = end
				fmt.Fprintf(cmd.ErrOrStderr(), "as of %s: nothing was followed after it\n", end)
			}
			opt.AsOf, opt.Blocks = today, to.plain()
			if opt.Brand, err = brand(cmd, args[0], to.format); err != nil {
				return err
			}
			d := dashboard.On(now.E, now.Playbook, scores(now, today, ""), today)
			if err := to.document(render.Dashboard(now.E, now.Playbook, d, opt), render.DashboardValue(now.E, d, opt)); err != nil {
				return err
			}
			return problems
		},
	}
	day.flag(cmd)
	to.flags(cmd)
	nameFlag(cmd, &opt)
	return cmd
}
