package main

import (
	"fmt"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/playbook"
	"github.com/gapbook/gapbook/model/workbook"
)

func newNew() *cobra.Command {
	var client, stages, currency, book string
	cmd := &cobra.Command{
		Use:     "new FILE --client NAME",
		Short:   "Begin a new engagement",
		Example: "  gapbook new acme.yaml --client \"Acme Ltd\" --stages \"Discovery,Proposal,Negotiation\" --currency EUR",
		Args:    usage(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			if strings.TrimSpace(client) == "" {
				return usagef("for example: gapbook new acme.yaml --client \"Acme Ltd\"", "a new engagement needs --client NAME")
			}
			if _, _, err := playbook.Load(book, filepath.Dir(args[0])); err != nil {
				return err
			}
			e := &model.Engagement{
				Gapbook: model.FormatVersion,
				Client:  model.Client{Name: client, Currency: strings.ToUpper(currency)},
				Started: model.DateOf(time.Now()), Playbook: book,
			}
			var err error
			if e.Stages, err = stagesOf(stages); err != nil {
				return err
			}
			if _, err := workbook.Create(args[0], e); err != nil {
				return err
			}
			fmt.Fprintln(cmd.OutOrStdout(), printable(fmt.Sprintf("%s is ready; open it with: gapbook %s", args[0], args[0])))
			return nil
		},
	}
	f := cmd.Flags()
	f.StringVar(&client, "client", "", "name of the client")
	f.StringVar(&stages, "stages", "", "the client's deal stages in order, separated by commas, without the closed ones")
	f.StringVar(&currency, "currency", "", "the client's currency, like EUR")
	f.StringVar(&book, "playbook", playbook.Default, "the playbook: built in, or a file beside the engagement")
	return cmd
}

// stagesOf turns "Discovery, Proposal" into stages with ids of their own.
func stagesOf(list string) ([]model.Stage, error) {
	var out []model.Stage
	seen := map[string]bool{}
	for name := range strings.SplitSeq(list, ",") {
		name = strings.TrimSpace(name)
		if name == "" {
			continue
		}
		id := model.Slug(name)
		if id == "" {
			id = fmt.Sprintf("stage-%d", len(out)+1)
		}
		if seen[id] {
			return nil, usagef("name each stage differently", "--stages has %q twice", name)
		}
		seen[id] = true
		out = append(out, model.Stage{ID: id, Name: name})
	}
	return out, nil
}
