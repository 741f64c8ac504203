package main

import (
	"github.com/spf13/cobra"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/branding"
	"github.com/gapbook/gapbook/model/exact"
	"github.com/gapbook/gapbook/model/playbook"
)

func newSchema() *cobra.Command {
	var forPlaybook, forBranding bool
	cmd := &cobra.Command{
		Use:   "schema",
		Short: "Print the JSON Schema of the engagement file, for editors",
		Example: "  gapbook schema > engagement.schema.json\n" +
			"  # then, on the first line of an engagement:\n  # yaml-language-server: $schema=engagement.schema.json",
		Args: usage(cobra.NoArgs),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if forPlaybook {
				return printJSON(cmd.OutOrStdout(), exact.Schema("gapbook playbook", playbook.Playbook{}))
			}
			if forBranding {
				return printJSON(cmd.OutOrStdout(), exact.Schema("gapbook branding", branding.File{}))
			}
			return printJSON(cmd.OutOrStdout(), exact.Schema("gapbook engagement", model.Engagement{}))
		},
	}
	cmd.Flags().BoolVar(&forPlaybook, "playbook", false, "the schema of a playbook file instead")
	cmd.Flags().BoolVar(&forBranding, "branding", false, "the schema of branding.yaml instead")
	return cmd
}
