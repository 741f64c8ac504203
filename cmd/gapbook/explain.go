package main

import (
	"strings"

	"github.com/spf13/cobra"

	"github.com/gapbook/gapbook/model/exact"
	"github.com/gapbook/gapbook/model/playbook"
	"github.com/gapbook/gapbook/model/render"
	"github.com/gapbook/gapbook/model/score"
	"github.com/gapbook/gapbook/model/score/card"
	"github.com/gapbook/gapbook/model/workbook"
)

// explaining is what `score --explain` takes.
type explaining struct {
	practice, stage string
	show            render.Options
}

func (x *explaining) flags(cmd *cobra.Command) {
	f := cmd.Flags()
	f.StringVar(&x.practice, "explain", "", "one practice: who says what, and every rating under its numbers")
	f.StringVar(&x.stage, "stage", "", "with --explain: only what was seen at this stage")
	f.BoolVar(&x.show.Names, "names", false, "with --explain: show interviewees by name instead of by role")
	f.BoolVar(&x.show.NoQuotes, "no-quotes", false, "with --explain: leave quotes out")
}

// asked says whether a practice is to be explained, and refuses what only goes with that.
func (x *explaining) asked(cmd *cobra.Command) (bool, error) {
	if cmd.Flags().Changed("explain") {
		return true, nil
	}
	for _, flag := range []string{"stage", "names", "no-quotes"} {
		if cmd.Flags().Changed(flag) {
			return false, usagef("add --explain PRACTICE", "--%s goes with --explain", flag)
		}
	}
	return false, nil
}

// explain prints the card of one practice.
func (x *explaining) explain(cmd *cobra.Command, now workbook.Snapshot, sc *score.Result, asJSON bool) error {
	practice, err := practiceFor(now.Playbook, x.practice)
	if err != nil {
		return err
	}
	if x.stage != "" && now.E.Stage(x.stage) == nil {
		var ids []string
		for _, s := range now.E.Stages {
			ids = append(ids, s.ID)
		}
		return unknown("stage", x.stage, ids)
	}
	c := card.Build(now.E, now.Playbook, sc, practice, card.Options{Stage: x.stage, NoQuotes: x.show.NoQuotes})
	if asJSON {
		return printJSON(cmd.OutOrStdout(), render.CardValue(now.E, now.Playbook, sc, c, x.show))
	}
	return show(cmd, render.Card(now.E, now.Playbook, sc, c, x.show))
}

// practiceFor finds a practice by its id, or by its name in any case.
func practiceFor(pb *playbook.Playbook, asked string) (string, error) {
	var ids []string
	for _, p := range pb.Practices {
		if p.ID == asked || strings.EqualFold(p.Name, asked) {
			return p.ID, nil
		}
		ids = append(ids, p.ID)
	}
	return "", unknown("practice", asked, ids)
}

// unknown is an id that there is none of, with the one that may be meant and all there are.
func unknown(what, asked string, ids []string) error {
	near := exact.Meant(asked, ids)
	for _, id := range ids {
		if near == "" && len(asked) > 2 && strings.Contains(id, strings.ToLower(asked)) {
			near = id
		}
	}
	hint := "there are " + strings.Join(ids, ", ")
	if len(ids) == 0 {
		hint = "there is none yet"
	}
	if near != "" {
		hint = "did you mean " + near + "? " + hint
	}
	return usagef(hint, "there is no %s %q", what, asked)
}
