package main

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/gapbook/gapbook/model/plan"
	"github.com/gapbook/gapbook/model/render"
)

func newReport() *cobra.Command {
	var day asOf
	to := output{formats: render.ReportFormats}
	var sections []string
	opt := render.Options{}
	cmd := &cobra.Command{
		Use:   "report FILE",
		Short: "Write the whole readout for the client",
		Long: "Summary, coverage, scores and blind spots, findings with their evidence, the funnel, the same drafted plan as\n" +
			"`gapbook plan`, and an appendix to work with. Text written by hand (readout in the file) stands in its section.\n" +
			"Without --as-of, coaching and milestones are counted to the day on which following ended.\n" +
			"The format follows the ending of -o, or --format: " + strings.Join(render.ReportFormats, ", ") + ".\n" +
			"The sections are " + strings.Join(render.SectionNames(), ", ") + ".",
		Example: "  gapbook report acme.yaml -o readout.html\n  gapbook report acme.yaml -o board.html --sections summary,funnel,plan",
		Args:    usage(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			today, err := day.day()
			if err != nil {
				return err
			}
			if err := to.choose(); err != nil {
				return err
			}
			if opt.Sections, err = sectionsOf(sections); err != nil {
				return err
			}
			now, problems, err := open(cmd, args[0])
			if err != nil {
				return err
			}
			opt.AsOf, opt.Followed = today, day.followed(now.E, today)
			sc := scores(now, today, "")
			if opt.Brand, err = brand(cmd, args[0], to.format); err != nil {
				return err
			}
			draft := plan.Draft(now.E, now.Playbook, sc, today)
			if err := to.write(render.ReportAs(to.format, now.E, now.Playbook, sc, draft, opt)); err != nil {
				return err
			}
			return problems
		},
	}
	day.flag(cmd)
	to.flags(cmd)
	whoFlags(cmd, &opt)
	cmd.Flags().StringSliceVar(&sections, "sections", nil, "only these, as a,b,c; all if absent")
	return cmd
}

// sectionsOf are the sections asked for. A name that there is not is a mistake, not an empty report.
func sectionsOf(asked []string) ([]string, error) {
	var out []string
	for _, s := range asked {
		if s = strings.ToLower(strings.TrimSpace(s)); s == "" {
			continue
		}
		if !slices.Contains(render.SectionNames(), s) {
			return nil, usagef("there are "+strings.Join(render.SectionNames(), ", "), "no section is called %q", s)
		}
		out = append(out, s)
	}
	return out, nil
}
