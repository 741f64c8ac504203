package main

import (
	"errors"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/check"
	"github.com/gapbook/gapbook/model/workbook"
)

// located is a problem and the file it is in.
type located struct {
	File string `json:"file"`
	check.Problem
}

func newCheck() *cobra.Command {
	var asJSON, ready bool
	cmd := &cobra.Command{
		Use:   "check FILE...",
		Short: "List every problem of engagements with file, line and column",
		Args:  usage(cobra.MinimumNArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			all := []located{}
			var failed error
			wrong := 0
			for _, path := range args {
				problems, err := problemsOf(cmd, path, ready)
				if err != nil {
					failed = errors.Join(failed, err)
					continue
				}
				for _, p := range problems {
					all = append(all, located{path, p})
				}
				if !asJSON {
					_ = report(cmd.OutOrStdout(), path, problems)
				}
				wrong += len(check.Errors(problems))
			}
			if asJSON {
				if err := printJSON(cmd.OutOrStdout(), map[string]any{"problems": all}); err != nil {
					return err
				}
			}
			switch {
			case failed != nil:
				return failed
			case wrong > 0:
				return &problemsError{wrong}
			case !asJSON:
				fmt.Fprintln(cmd.ErrOrStderr(), "no problems")
			}
			return nil
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print one JSON document")
	cmd.Flags().BoolVar(&ready, "ready", false, "add what stands between the file and a client readout")
	return cmd
}

// problemsOf lists what is wrong in a file. A file that cannot be an engagement has one problem; one that cannot be
// reached is an error.
func problemsOf(cmd *cobra.Command, path string, ready bool) ([]check.Problem, error) {
	if path == "-" && ready {
		return nil, usagef("name the file", "--ready does not read standard input")
	}
	if !ready {
		now, err := readInput(cmd, path)
		return problemOf(now.Problems, err)
	}
	book, err := look(cmd, path)
	if err != nil {
		return problemOf(nil, err)
	}
	now := book.Now()
	return append(now.Problems, book.Readiness(scores(now, model.DateOf(time.Now()), ""))...), nil
}

// problemOf makes a file that can be no engagement one problem among others.
func problemOf(problems []check.Problem, err error) ([]check.Problem, error) {
	var inFile *workbook.FileError
	if errors.As(err, &inFile) {
		p := inFile.Problem
		p.Line, p.Col = max(p.Line, 1), max(p.Col, 1)
		return []check.Problem{p}, nil
	}
	return problems, err
}
