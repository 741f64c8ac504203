package main

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/playbook"
	"github.com/gapbook/gapbook/model/render"
	"github.com/gapbook/gapbook/model/workbook"
)

func newGuide() *cobra.Command {
	var role, person string
	to := output{formats: render.Formats}
	opt := render.Options{}
	cmd := &cobra.Command{
		Use:   "guide FILE",
		Short: "Write the interview guides to take along on paper",
		Long: "The questions of a role with what helps to hear the answers, and room to write; without --role and --person those of\n" +
			"all roles. The format follows the ending of -o, or --format: " + strings.Join(render.Formats, ", ") + ".",
		Example: "  gapbook guide acme.yaml --role rep                    # read it\n" +
			"  gapbook guide acme.yaml --person p-r1 -o sam.pdf      # print it for one interview",
		Args: usage(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			if role != "" && person != "" {
				return usagef("a person has a role already", "--role and --person cannot go together")
			}
			if err := to.choose(); err != nil {
				return err
			}
			now, problems, err := open(cmd, args[0])
			if err != nil {
				return err
			}
			of, err := guideOf(now, role, person)
			if err != nil {
				return err
			}
			if opt.Brand, err = brand(cmd, args[0], to.format); err != nil {
				return err
			}
			if err := to.document(render.Guide(now.E, now.Playbook, of, person, opt), nil); err != nil {
				return err
			}
			return problems
		},
	}
	to.flags(cmd)
	f := cmd.Flags()
	f.StringVar(&role, "role", "", "only the guide of this role: "+strings.Join(roleNames(model.Roles()), ", "))
	f.StringVar(&person, "person", "", "the guide for this person, by id")
	f.BoolVar(&opt.Names, "names", false, "head it with the person's name instead of their role")
	_ = cmd.RegisterFlagCompletionFunc("role", cobra.FixedCompletions(roleNames(model.Roles()), cobra.ShellCompDirectiveNoFileComp))
	_ = cmd.RegisterFlagCompletionFunc("person", completePerson)
	return cmd
}

// guideOf is the role whose guide is asked for; none: all.
func guideOf(now workbook.Snapshot, role, person string) (model.Role, error) {
	of := model.Role(role)
	if person != "" {
		p := now.E.Person(person)
		if p == nil {
			return "", usagef("a person is named by the id in the file, like p-r1", "there is no person %q in it", person)
		}
		of = p.Role
	}
	pb := now.Playbook
	if pb == nil {
		pb = &playbook.Playbook{}
	}
	there := render.GuideRoles(pb)
	if of == "" && person == "" && len(there) > 0 || slices.Contains(there, of) {
		return of, nil
	}
	return "", usagef("there are guides for "+strings.Join(roleNames(there), ", "), "the playbook has no guide for %q", of)
}

func roleNames(roles []model.Role) []string {
	var out []string
	for _, r := range roles {
		out = append(out, string(r))
	}
	return out
}

// completePerson offers the people of the file that was named.
func completePerson(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
	if len(args) == 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	now, err := workbook.Read(args[0])
	if err != nil {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	var out []string
	for _, p := range now.E.People {
		out = append(out, printable(p.ID)+"\t"+printable(string(p.Role)))
	}
	return out, cobra.ShellCompDirectiveNoFileComp
}
