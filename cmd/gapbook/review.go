package main

import (
	"slices"

	"github.com/spf13/cobra"

	"github.com/gapbook/gapbook/model/render"
	"github.com/gapbook/gapbook/model/review"
)

func newReview() *cobra.Command {
	var day asOf
	to := output{formats: documentFormats()}
	var which int
	opt := render.Options{}
	cmd := &cobra.Command{
		Use:   "review FILE --day 30|60|90",
		Short: "Look back at day 30, 60 or 90: what was done, what moved, what could be chance",
		Long: "Sets what was done against what was due, indicators and funnel against their baseline, and practices rated again (the\n" +
			"round day-90, say) beside the first round. Plan, milestones, coaching and indicators are taken as of the review's own\n" +
			"day; snapshots and ratings as of today, since a funnel takes longer to ripen.",
		Example: "  gapbook review acme.yaml --day 30\n  gapbook review acme.yaml --day 90 -o review.html",
		Args:    usage(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			today, err := day.day()
			if err != nil {
				return err
			}
			if !slices.Contains(review.Days(), which) {
				return usagef("for example: --day 90", "there are reviews of day 30, 60 and 90, not of %d", which)
			}
			if err := to.choose(); err != nil {
				return err
			}
			now, problems, err := open(cmd, args[0])
			if err != nil {
				return err
			}
			opt.AsOf, opt.Blocks = today, to.plain()
			if opt.Brand, err = brand(cmd, args[0], to.format); err != nil {
				return err
			}
			r := review.Of(now.E, now.Playbook, which, today)
			if err := to.document(render.Review(now.E, now.Playbook, r, opt), render.ReviewValue(now.E, r, opt)); err != nil {
				return err
			}
			return problems
		},
	}
	day.flag(cmd)
	to.flags(cmd)
	nameFlag(cmd, &opt)
	cmd.Flags().IntVar(&which, "day", 90, "which review: 30, 60 or 90")
	return cmd
}
