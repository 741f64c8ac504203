package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/check"
	"github.com/gapbook/gapbook/model/plan"
	"github.com/gapbook/gapbook/model/render"
	"github.com/gapbook/gapbook/model/workbook"
)

func newPlan() *cobra.Command {
	var day asOf
	var save bool
	to := output{formats: render.PlanFormats}
	opt := render.Options{}
	cmd := &cobra.Command{
		Use:   "plan FILE",
		Short: "Draft and render the client's 30-60-90 day plan",
		Long: "Drafts what the findings ask for and renders the plan. Every action that is already there stays as it is; those\n" +
			"that the draft proposes too and nobody has pinned or started get their phase and due date anew.\n" +
			"The format follows the ending of -o, or --format: " + strings.Join(render.PlanFormats, ", ") + ".",
		Example: "  gapbook plan acme.yaml                    # read it\n  gapbook plan acme.yaml -o plan.html       # hand it over\n" +
			"  gapbook plan acme.yaml --save             # take the draft up into the file",
		Args: usage(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			today, err := day.day()
			if err != nil {
				return err
			}
			if err := to.choose(); err != nil {
				return err
			}
			var book *workbook.Book // only what writes takes hold of the file
			var now workbook.Snapshot
			switch {
			case save && args[0] == "-":
				return usagef("name the file", "--save cannot write into standard input")
			case save:
				if book, err = openToWrite(cmd, args[0]); err == nil {
					defer book.Close()
					now = book.Now()
				}
			default:
				now, err = readInput(cmd, args[0])
			}
			if err != nil {
				return err
			}
			problems := report(cmd.ErrOrStderr(), args[0], check.Errors(now.Problems))
			if save && problems != nil {
				fmt.Fprintln(cmd.ErrOrStderr(), "nothing was saved; mend these first")
				return problems
			}
			sc := scores(now, today, "")
			draft := plan.Draft(now.E, now.Playbook, sc, today)
			opt.AsOf, opt.Followed = today, day.followed(now.E, today)
			if opt.Brand, err = brand(cmd, args[0], to.format); err != nil {
				return err
			}
			if err := to.write(render.PlanAs(to.format, now.E, now.Playbook, sc, draft, opt)); err != nil {
				return err
			}
			if save {
				if err := saveDraft(cmd, book, draft); err != nil {
					return err
				}
				fmt.Fprintln(cmd.ErrOrStderr(), printable(fmt.Sprintf("%s: %d new actions, %d moved", args[0], len(draft.Added), len(draft.Moved))))
			}
			return problems
		},
	}
	day.flag(cmd)
	to.flags(cmd)
	whoFlags(cmd, &opt)
	cmd.Flags().BoolVar(&save, "save", false, "write the draft into FILE")
	return cmd
}

// saveDraft adds the new actions behind those that are there, and gives these the phase and date that the draft gives them.
func saveDraft(cmd *cobra.Command, book *workbook.Book, draft *plan.Drafted) error {
	var edits []workbook.Edit
	for _, id := range draft.Moved {
		was, is := model.ByID(book.Now().E.Actions(), id), model.ByID(draft.Actions, id)
		if is.Phase != was.Phase {
			edits = append(edits, workbook.Set(is.Phase, "plan", "actions", id, "phase"))
		}
		if is.Due != was.Due {
			edits = append(edits, workbook.Set(string(is.Due), "plan", "actions", id, "due"))
		}
	}
	for _, id := range draft.Added {
		edits = append(edits, workbook.Add(*model.ByID(draft.Actions, id), "plan", "actions"))
	}
	if len(edits) == 0 {
		return nil
	}
	if err := book.Apply("draft the plan", edits...); err != nil {
		return err
	}
	return save(cmd, book)
}
