package crm

import (
	"fmt"
	"slices"
	"strings"

	"github.com/gapbook/gapbook/model"
)

// notes are what has to be remembered with the numbers: they go into the engagement file.
func (k *counter) notes() (notes []string) {
	t := &k.t
	add := func(n int, format string, args ...any) {
		if n > 0 {
			notes = append(notes, fmt.Sprintf(format, args...))
		}
	}
	for _, code := range sortedKeys(t.foreign) {
		why := "no rate given"
		if k.client == "" {
			why = "the engagement names no currency"
		}
		add(1, "%s in %s left out of money: %s", count(t.foreign[code], "deal"), shown(code), why)
	}
	if t.hasAmounts {
		add(t.noAmount, "%s without an amount", count(t.noAmount, "won deal"))
	}
	if k.c.onlyLists() {
		add(1, "from a deal list without history: days in stage, slippage and cycle are unknown")
	} else {
		add(t.listed, "%s from a deal list without history: conversion only", count(t.listed, "deal"))
	}
	add(t.never, "%s never seen in a stage of the pipeline: in the totals, in no stage", count(t.never, "lost or open deal"))
	add(t.undone, "%s won once and not won now: advanced from every stage", count(t.undone, "deal"))
	add(t.early, "%s with a date of winning before that of creation: left out of the cycle", count(t.early, "won deal"))
	add(t.untimed, "%s on an unknown day: left out of the cycle", count(t.untimed, "won deal"))
	add(t.unborn, "%s older than their history and without a creation date: dated by their first change, left out of the cycle and of the days in their first stage", count(t.unborn, "deal"))
	add(t.gaps, "%s with changes missing from the history: left out of the days around them", count(t.gaps, "deal"))
	for _, f := range k.c.files {
		if f.named {
			add(1, "deals in %s are told apart by name: it has no id", f.name)
		}
		if f.wide && !t.closes {
			add(1, "%s holds only present close dates: slippage is unknown", f.name)
		}
	}
	return append(notes, k.doubts()...)
}

// rowLimits are the sizes at which reports and spreadsheets cut off.
var rowLimits = map[int]string{
	2000: "a Salesforce report on screen", 50000: "a Salesforce report's details", 100000: "a Salesforce report's export",
	65535: "an old spreadsheet", 1048575: "a spreadsheet",
}

// doubts are signs that the file is a sample, a demo or cut off.
func (k *counter) doubts() (doubts []string) {
	for day, n := range k.t.createdOn {
		if n >= 5 && n*5 >= k.t.deals*4 && k.t.outside == 0 {
			doubts = append(doubts, fmt.Sprintf("%s of %s were created on %s: this looks like a demo or a migrated system, so days mean little",
				grouped(n), count(k.t.deals, "deal"), day.model()))
		}
	}
	for _, f := range k.c.files {
		if what, ok := rowLimits[f.rows]; ok {
			doubts = append(doubts, fmt.Sprintf("%s has exactly %s, the limit of %s: it may be cut off", f.name, count(f.rows, "row"), what))
		}
	}
	return doubts
}

// understood says what was read and how, what was left out and why.
func (k *counter) understood(f *model.Funnel, stageMap map[string]string, proposed bool) (says []string) {
	t := &k.t
	add := func(n int, format string, args ...any) {
		if n > 0 {
			says = append(says, fmt.Sprintf(format, args...))
		}
	}
	for _, rf := range k.c.files {
		says = append(says, rf.understood()...)
	}
	period := "creation dates unknown"
	if f.From != "" && f.To != "" {
		period = fmt.Sprintf("created from %s to %s", f.From, f.To)
	}
	add(1, "%s %s: %s won, %s lost, %s open.", count(t.deals, "deal"), period, grouped(t.won), grouped(t.lost), grouped(t.open))
	byTarget := map[string][]string{}
	for _, name := range sortedKeys(stageMap) {
		byTarget[stageMap[name]] = append(byTarget[stageMap[name]], fmt.Sprintf("%q", name))
	}
	var stages []string
	targets := []string{}
	for _, s := range f.Stages {
		targets = append(targets, s.Stage)
	}
	for _, id := range append(targets, Won, Lost, "by flag", Ignore) {
		if names := byTarget[id]; len(names) > 0 {
			stages = append(stages, fmt.Sprintf("%s = %s", id, strings.Join(names, ", ")))
		} else if slices.Contains(targets, id) {
			stages = append(stages, id+" = not in the file")
		}
	}
	add(1, "Stages: %s.", strings.Join(stages, "; "))
	if proposed {
		add(1, "The engagement has no stages yet; these %d are proposed from the file, in the order it shows. Check the order.", len(f.Stages))
	}
	for _, name := range sortedKeys(k.opt.Stages) {
		if !k.c.named(name) {
			add(1, "The mapped stage %q is not in the file.", shown(name))
		}
	}
	add(t.outside, "Left out: %s created outside of the period.", count(t.outside, "deal"))
	add(t.undated, "Left out: %s without a creation date.", count(t.undated, "deal"))
	add(t.silent, "Left out: %s that were in no stage that counts.", count(t.silent, "deal"))
	twice, wide := t.duplicates, false
	for _, f := range k.c.files {
		wide = wide || f.wide
		if f.leads == nil {
			twice += f.twice
		}
	}
	add(twice, "Left out: %s that stood there twice.", count(twice, "row"))
	add(t.differ, "%s in another stage today than at the end of the history; the history counts.", count(t.differ, "deal"))
	if !t.hasAmounts {
		add(1, "There are no amounts, so no won amount.")
	}
	if !t.closes && !wide && !k.c.onlyLists() {
		add(1, "There are no close dates, so no slippage.")
	}
	for _, note := range f.Notes {
		add(1, "Note: %s.", note)
	}
	return says
}

func (c *collector) named(name string) bool {
	for i := range c.stages {
		s := &c.stages[i]
		if f := fold(name); strings.TrimSpace(name) == s.name || f != "" && (f == fold(s.name) || f == fold(s.name+s.pipeline)) {
			return true
		}
	}
	for _, rf := range c.files {
		if rf.leads != nil && slices.ContainsFunc(rf.leads.statuses, func(s string) bool { return fold(s) == fold(name) }) {
			return true
		}
	}
	return false
}

// understood says how one file was read.
func (rf *readFile) understood() (says []string) {
	add := func(n int, format string, args ...any) {
		if n > 0 {
			says = append(says, fmt.Sprintf(format, args...))
		}
	}
	var columns []string
	for _, f := range Fields {
		if name := rf.columnOf(f.Name); name != "" {
			columns = append(columns, fmt.Sprintf("%s = %q", f.Name, name))
		}
	}
	add(1, "%s: %s, %s below the header on line %d.", rf.name, rf.layout, count(rf.rows, "row"), rf.head.line)
	add(1, "Columns: %s.", strings.Join(columns, ", "))
	if rf.list {
		add(1, "A list holds only each deal's present stage: conversion is computed, days and slippage are not.")
	}
	for _, c := range rf.dateColumns() {
		order := map[order]string{monthFirst: "month first", dayFirst: "day first"}[c.order]
		switch {
		case c.both.line == 0:
		case c.lender != "":
			add(1, "Dates in %q could be read both ways; read with the %s, as %q in the same file shows.", c.name, order, c.lender)
		default:
			add(1, "Dates in %q are read with the %s.", c.name, order)
		}
		add(c.badRows, "%s in %q that cannot be read taken as blank, the first on line %d: %q.", count(c.badRows, "date"), c.name, c.bad.line, c.bad.value)
	}
	add(rf.money.bad, "%s that cannot be read taken as blank, the first on line %d: %q.", count(rf.money.bad, "amount"), rf.money.badLine, rf.money.badValue)
	add(rf.deleted, "Left out: %s that are deleted.", count(rf.deleted, "row"))
	what := "without a deal or a stage"
	switch {
	case rf.leads != nil:
		what = "without a lead's id or without any date or status"
		add(rf.twice, "Joined: %s of leads that stood there already.", count(rf.twice, "row"))
	case rf.wide:
		what = "without a deal, a stage or a pipeline"
		add(1, "Each stage has only the date of its latest entry, so earlier visits are not seen.")
		add(rf.moved, "%s also in another pipeline before; each counts in its own.", count(rf.moved, "deal"))
	case rf.named:
		add(1, "There is no id, so deals are told apart by %q: two of the same name count as one.", rf.columnOf("deal"))
	}
	add(rf.others, "Passed over: %s of other fields than stage, close date and amount.", count(rf.others, "edit"))
	add(rf.noStage, "Left out: %s %s.", count(rf.noStage, "row"), what)
	add(rf.bare, "%s without a stage: only the amount and the close date there count.", count(rf.bare, "row"))
	add(rf.noDate, "Left out: %s without a date of change.", count(rf.noDate, "row"))
	add(rf.other, "Passed over: %s that are about no deal (titles, totals, footers).", count(rf.other, "line"))
	return says
}
