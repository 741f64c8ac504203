package main

import (
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"github.com/gapbook/gapbook/model/workbook/history"
)

func newRestore() *cobra.Command {
	var when, out string
	cmd := &cobra.Command{
		Use:   "restore FILE",
		Short: "Bring a backup of an engagement back as a copy",
		Long: "Writes a backup beside the file, as \"NAME (2026-03-04 14.02).yaml\", or to OUT. The file itself, and everything else\n" +
			"that is there, stays as it is.",
		Example: "  gapbook history acme.yaml                        # what there is\n" +
			"  gapbook restore acme.yaml                        # the latest\n" +
			"  gapbook restore acme.yaml --at 3                 # by its number\n" +
			"  gapbook restore acme.yaml --at 2026-03-04        # as it was that evening",
		Args: usage(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			list, err := history.List(args[0])
			if err != nil {
				return err
			}
			if len(list) == 0 {
				return fmt.Errorf("there is no backup of %s", args[0])
			}
			v, err := history.At(list, when, time.Local)
			if err != nil {
				return usagef("gapbook history "+args[0]+" lists them", "%s", err)
			}
			if out == "-" {
				data, err := v.Data()
				if err != nil {
					return err
				}
				return deliver(cmd, out, data)
			}
			if out == "" {
				out = history.NameFor(args[0], v, time.Local)
			}
			if err := named(out, history.Restore(v, out)); err != nil {
				return err
			}
			fmt.Fprintf(cmd.OutOrStdout(), "%s is what %s was on %s\n", printable(out), printable(args[0]), v.Time.Local().Format("2006-01-02 at 15:04"))
			return nil
		},
	}
	cmd.Flags().StringVar(&when, "at", "", "a number of gapbook history, or a time like 2026-03-04 or \"2026-03-04 14:02\"; absent: the latest")
	cmd.Flags().StringVarP(&out, "out", "o", "", "write to this file, which must not be there; - for standard output")
	return cmd
}
