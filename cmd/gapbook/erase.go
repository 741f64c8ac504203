package main

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"github.com/gapbook/gapbook/model/erase"
	"github.com/gapbook/gapbook/model/workbook"
)

func newErase() *cobra.Command {
	var yes, transcripts bool
	var opt erase.Options
	cmd := &cobra.Command{
		Use:   "erase FILE PERSON",
		Short: "Take a person's name and words out of an engagement and its backups",
		Long: "Takes a person (an id or a name) out of the file, what was typed but not saved, and its backups: name, title and team,\n" +
			"the notes of their interviews, copies of their words in findings and plan, and every mention of the name, in comments\n" +
			"too, which becomes their role. An id that spells the name becomes another one. Their ratings stay: they are numbers.\n" +
			"`!` and `?` lines that became findings stay without the name. Reviews of a rep's calls stay without the name, too.\n" +
			"It shows what goes and asks first. What it took away cannot be brought back.",
		Example: "  gapbook erase acme.yaml \"Marcus Webb\"\n  gapbook erase acme.yaml p-r1 --ratings --transcripts --yes",
		Args:    usage(cobra.ExactArgs(2)),
		RunE: func(cmd *cobra.Command, args []string) (err error) {
			book, err := workbook.Open(args[0], asks(cmd.Context(), args[0]))
			if err != nil {
				return err
			}
			defer func() { err = errors.Join(err, book.Close()) }()
			if err := book.Writable(); err != nil {
				return err
			}
			if err := book.Save(); err != nil { // what was recovered belongs to what is erased
				return err
			}
			job, err := prepare(args[0], args[1], book.Key(), opt, transcripts)
			if err != nil {
				return err
			}
			job.show(cmd.OutOrStdout())
			if job.nothing() {
				return nil
			}
			if !yes {
				nobody := usagef("for scripts: --yes", "nothing was taken away, as nobody can be asked")
				if !isTerminal(os.Stdin) {
					return nobody
				}
				fmt.Fprint(cmd.OutOrStdout(), "Take this away for good? [y/N] ")
				answer, err := bufio.NewReader(cmd.InOrStdin()).ReadString('\n')
				if err != nil && answer == "" {
					return nobody
				}
				if a := strings.ToLower(strings.TrimSpace(answer)); a != "y" && a != "yes" {
					fmt.Fprintln(cmd.OutOrStdout(), "nothing was taken away")
					return nil
				}
			}
			return job.do(cmd)
		},
	}
	f := cmd.Flags()
	f.BoolVar(&yes, "yes", false, "do not ask")
	f.BoolVar(&opt.Ratings, "ratings", false, "take their ratings, too")
	f.BoolVar(&transcripts, "transcripts", false, "take their name and what they say out of the transcripts, too")
	return cmd
}
