package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/funnel"
	"github.com/gapbook/gapbook/model/render"
)

func newFunnel() *cobra.Command {
	var asJSON, names bool
	var compare, label string
	var day asOf
	cmd := &cobra.Command{
		Use:     "funnel FILE",
		Short:   "Show the funnel with its bottleneck and value at stake, or two snapshots side by side",
		Example: "  gapbook funnel acme.yaml\n  gapbook funnel acme.yaml --compare baseline,day-90",
		Args:    usage(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			if _, err := day.day(); err != nil {
				return err
			}
			now, problems, err := open(cmd, args[0])
			if err != nil {
				return err
			}
			if compare != "" {
				if err := compareFunnels(cmd, now.E, compare, asJSON); err != nil {
					return err
				}
				return problems
			}
			f := funnel.Baseline(now.E)
			if label != "" {
				if f, err = snapshot(now.E, label); err != nil {
					return err
				}
			}
			if f == nil {
				fmt.Fprintln(cmd.ErrOrStderr(), printable(fmt.Sprintf("%s has no funnel yet; bring one in with: gapbook import crm EXPORT.csv --into %s", args[0], args[0])))
			}
			r := funnel.Compute(now.E, f)
			r.By = render.Groups(now.E, f, names)
			if asJSON {
				err = printJSON(cmd.OutOrStdout(), r)
			} else if f != nil {
				err = show(cmd, render.Funnel(now.E, r))
			}
			if err != nil {
				return err
			}
			return problems
		},
	}
	day.flag(cmd)
	cmd.Flags().BoolVar(&asJSON, "json", false, "print one JSON document")
	cmd.Flags().StringVar(&compare, "compare", "", "two snapshots by label, as BEFORE,AFTER")
	cmd.Flags().BoolVar(&names, "names", false, "show owners by name instead of by role, where the snapshot is split")
	cmd.Flags().StringVar(&label, "label", "", "another snapshot than the baseline")
	return cmd
}

func compareFunnels(cmd *cobra.Command, e *model.Engagement, pair string, asJSON bool) error {
	before, after, ok := strings.Cut(pair, ",")
	if !ok {
		return usagef("for example: --compare baseline,day-90", "--compare needs two labels with a comma between")
	}
	a, err := snapshot(e, strings.TrimSpace(before))
	if err != nil {
		return err
	}
	b, err := snapshot(e, strings.TrimSpace(after))
	if err != nil {
		return err
	}
	c, err := funnel.Compare(e, a, b)
	if err != nil {
		return err
	}
	if asJSON {
		return printJSON(cmd.OutOrStdout(), c)
	}
	return show(cmd, render.Comparison(e, c))
}

func snapshot(e *model.Engagement, label string) (*model.Funnel, error) {
	if f := funnel.ByLabel(e, label); f != nil {
		return f, nil
	}
	var labels []string
	for _, f := range e.Funnels {
		labels = append(labels, fmt.Sprintf("%q", f.Label))
	}
	if len(labels) == 0 {
		return nil, usagef("bring one in with gapbook import crm", "the engagement has no funnel snapshots")
	}
	return nil, usagef("there are "+strings.Join(labels, ", "), "no funnel snapshot is called %q", label)
}
