package main

import (
	"errors"
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"github.com/gapbook/gapbook/model/check"
	"github.com/gapbook/gapbook/model/exact"
	"github.com/gapbook/gapbook/model/playbook"
)

func newPlaybook() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "playbook",
		Short: "The method as a file: show the built-in one, check your own",
		Args:  usage(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			return usagef("gapbook playbook show, or gapbook playbook check FILE", "say what to do with the playbook")
		},
	}
	cmd.AddCommand(&cobra.Command{
		Use:     "show",
		Short:   "Print the built-in playbook, the start of your own",
		Example: "  gapbook playbook show > mine.yaml",
		Args:    usage(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			_, err := cmd.OutOrStdout().Write(playbook.Source())
			return err
		},
	})
	var asJSON bool
	checkCmd := &cobra.Command{
		Use:   "check [FILE...]",
		Short: "List every problem of playbooks with file, line and column",
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				fmt.Fprintln(cmd.ErrOrStderr(), "the built-in playbook "+playbook.Builtin().ID+" is in order")
				return nil
			}
			all := []located{}
			for _, path := range args {
				problems, err := playbookProblems(path)
				if err != nil {
					return err
				}
				if !asJSON {
					_ = report(cmd.OutOrStdout(), path, problems)
				}
				for _, p := range problems {
					all = append(all, located{path, p})
				}
			}
			if asJSON {
				if err := printJSON(cmd.OutOrStdout(), map[string]any{"problems": all}); err != nil {
					return err
				}
			}
			n := 0
			for _, p := range all {
				if !p.Warning {
					n++
				}
			}
			if n > 0 {
				return &problemsError{n}
			}
			if !asJSON {
				fmt.Fprintln(cmd.ErrOrStderr(), "no problems")
			}
			return nil
		},
	}
	checkCmd.Flags().BoolVar(&asJSON, "json", false, "print one JSON document")
	cmd.AddCommand(checkCmd)
	return cmd
}

// playbookProblems lists what is wrong in a playbook; one that cannot be read as such has one problem.
func playbookProblems(path string) ([]check.Problem, error) {
	src, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	_, problems, err := playbook.Read(src)
	var p exact.Problem
	switch {
	case errors.As(err, &p):
		problems = append(problems, p)
	case err != nil:
		problems = append([]check.Problem{{Line: 1, Col: 1, Message: err.Error()}}, problems...)
	}
	return problems, nil
}
