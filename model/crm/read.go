package crm

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"strings"

	"github.com/gapbook/gapbook/model"
)

// Read reads one or more exports of the same deals into one snapshot for e, which it leaves as it is.
//
// Several files are read as one: a history in parts, or a history and a deal list. Source then names them all, and its hash
// is that of their bytes in the order given. The errors are *Error (a file is refused), *OrderError (dates can be read both
// ways), *UnmappedError (stages of the export are not in the engagement) and *UsageError (an option is wrong).
func Read(files []File, e *model.Engagement, opt Options) (*Result, error) {
	if err := check(files, e, &opt); err != nil {
		return nil, err
	}
	match, err := newMatcher(e.Stages, opt.Stages, e.CRM)
	if err != nil {
		return nil, err
	}
	rates, err := ratesOf(e.CRM, opt.Rates)
	if err != nil {
		return nil, err
	}
	var usual map[string]string
	if e.CRM != nil {
		usual = e.CRM.Columns
	}
	c, hash, rows, err := readAll(files, e, &opt, usual, canSqueeze(files, &opt))
	if err == errDisorder {
		c, hash, rows, err = readAll(files, e, &opt, usual, false)
	}
	if err != nil {
		return nil, err
	}
	if err := c.together(&opt); err != nil {
		return nil, err
	}
	if opt.LeadsInto != "" {
		return c.leadsInto(e, &opt)
	}
	res, err := c.result(match, e, &opt, rates)
	if err != nil {
		return nil, err
	}
	res.Funnel.Source = &model.Source{File: c.fileNames(), SHA256: hash, Rows: rows, Imported: opt.Today}
	return res, nil
}

// readAll reads the files into a collector, one after the other, with the hash of all their bytes.
func readAll(files []File, e *model.Engagement, opt *Options, usual map[string]string, squeeze bool) (c *collector, hash string, rows int, err error) {
	c = newCollector(e.Client.Currency, opt.By)
	c.squeeze.on = squeeze
	sum := sha256.New()
	for _, f := range files {
		rf, err := readInto(c, f, sum, opt, usual, rows)
		if err != nil {
			return nil, "", 0, err
		}
		rows += rf.rows
		c.files = append(c.files, rf)
	}
	return c, hex.EncodeToString(sum.Sum(nil)), rows, nil
}

// ReadFrom reads one export from an open reader.
func ReadFrom(r io.Reader, name string, e *model.Engagement, opt Options) (*Result, error) {
	return Read([]File{{Name: name, Open: func() (io.ReadCloser, error) { return io.NopCloser(r), nil }, Once: true}}, e, opt)
}

// check refuses options that cannot be right whatever the files hold.
func check(files []File, e *model.Engagement, opt *Options) error {
	if len(files) == 0 {
		return &UsageError{"no file to import", "name one or more CSV exports"}
	}
	if opt.LeadsInto != "" {
		if err := checkLeadsInto(e, opt); err != nil {
			return err
		}
	}
	if opt.Label != "" && labelled(e, opt.Label) {
		return taken(opt.Label)
	}
	for name, d := range map[string]model.Date{"from": opt.From, "to": opt.To} {
		if _, ok := d.Time(); d != "" && !ok {
			return &UsageError{fmt.Sprintf("%q is not a date (%s)", shown(string(d)), name), "dates are written 2026-01-31"}
		}
	}
	if opt.From.After(opt.To) {
		return &UsageError{fmt.Sprintf("the period ends (%s) before it begins (%s)", opt.To, opt.From), "swap from and to"}
	}
	if opt.Horizon < 0 {
		return &UsageError{"the horizon is below 0", "give days after a deal's creation"}
	}
	for field := range opt.Map {
		known := false
		for _, f := range Fields {
			known = known || f.Name == field
		}
		if !known {
			var names []string
			for _, f := range Fields {
				names = append(names, f.Name)
			}
			return &UsageError{fmt.Sprintf("%q is no field that a column can be mapped to", shown(field)), "fields are " + strings.Join(names, ", ")}
		}
	}
	_, err := askedOrder(opt.DateOrder)
	return err
}

func labelled(e *model.Engagement, label string) bool {
	for _, f := range e.Funnels {
		if f.Label == label {
			return true
		}
	}
	return false
}

func taken(label string) error {
	return &UsageError{fmt.Sprintf("there is a snapshot %q already", shown(label)), "give another with --label"}
}

// result matches the stages, counts the deals and says what was found.
func (c *collector) result(match *matcher, e *model.Engagement, opt *Options, rates map[string]float64) (*Result, error) {
	res := &Result{Layout: c.dealFile().layout, StageMap: map[string]string{}, Columns: map[string]string{}}
	for i := range c.stages {
		c.stages[i].means = match.match(&c.stages[i])
	}
	apart := c.oneFunnel(len(e.Stages) == 0)
	stages := e.Stages
	if len(stages) == 0 {
		var err error
		if stages, err = c.propose(); err != nil {
			return nil, err
		}
		res.ProposedStages = stages
	} else if err := c.unmatched(); err != nil {
		if !opt.Try {
			return nil, err
		}
		res.Unmapped = err.Stages
	}
	for i := range c.stages {
		res.StageMap[c.label(i)] = c.stages[i].means.target(stages)
	}
	res.Header, res.Splits = c.dealFile().head.names, map[string]string{}
	for _, f := range c.files {
		if f.leads != nil {
			continue
		}
		for by, names := range groupNames {
			if i := f.head.look(by, names); i >= 0 {
				res.Splits[by] = f.head.names[i]
			}
		}
		for field := range f.head.matched {
			if _, ok := res.Columns[field]; !ok {
				res.Columns[field] = f.columnOf(field)
			}
		}
	}
	if opt.Horizon > 0 && c.onlyLists() {
		return nil, &UsageError{"a horizon needs a stage history, and this is a deal list", "leave the horizon out, or import a history"}
	}
	k := newCounter(c, len(stages), opt, rates)
	if err := c.checkSplits(); err != nil {
		return nil, err
	}
	c.eachDeal(func(p *past) {
		k.deal(p)
		k.split(p)
	})
	if k.t.deals == 0 {
		return nil, c.nothingLeft(&k.t, opt)
	}
	if k.t.first == 0 && (opt.From == "" || opt.To == "") {
		f := c.dealFile()
		return nil, &Error{
			File: f.name, Line: max(f.head.line, f.dates.created.bad.line), Problem: "no date on which a deal was created",
			Hint: "name the column with --map created=COLUMN, or give the period with --from and --to",
		}
	}
	f := k.t.funnel(stages)
	f.From, f.To, f.Horizon = opt.From, opt.To, opt.Horizon
	if f.From == "" && k.t.first > 0 {
		f.From = k.t.first.model()
	}
	if f.To == "" && k.t.last > 0 {
		f.To = k.t.last.model()
	}
	if f.Label = opt.Label; f.Label == "" {
		if f.Label = "baseline"; len(e.Funnels) > 0 {
			f.Label = fmt.Sprintf("%s..%s", f.From, f.To)
		}
		if labelled(e, f.Label) {
			return nil, taken(f.Label)
		}
	}
	f.Notes = k.notes()
	f.By = k.groups(stages)
	res.Funnel, res.Foreign = f, k.t.foreign
	if opt.Try {
		res.Names = c.counted(func(meaning) bool { return true })
	}
	res.Understood = k.understood(&res.Funnel, res.StageMap, len(res.ProposedStages) > 0)
	res.Understood = append(res.Understood, apart...)
	if c.hasLeads() {
		res.Understood = append(res.Understood, c.addLeads(&res.Funnel, statusMap(e, opt))...)
	}
	return res, nil
}

func (m meaning) target(stages []model.Stage) string {
	switch m.kind {
	case inPipeline:
		return stages[m.pos].ID
	case closedWon:
		return Won
	case closedLost:
		return Lost
	case closedByFlag:
		return "by flag"
	case ignored:
		return Ignore
	}
	return ""
}

func (c *collector) onlyLists() bool {
	for _, f := range c.files {
		if !f.list && f.leads == nil {
			return false
		}
	}
	return true
}

// nothingLeft refuses an import in which no deal counts.
func (c *collector) nothingLeft(t *tally, opt *Options) error {
	e := &Error{File: c.fileNames(), Problem: "no deal of the file counts", Hint: "check the columns that were found"}
	switch {
	case t.outside > 0:
		e.Problem = fmt.Sprintf("no deal was created in the period: %s outside of it", count(t.outside, "deal"))
		e.Hint = "check --from and --to, or leave them out"
	case t.undated > 0:
		e.Problem = fmt.Sprintf("%s without a creation date, so none is known to be in the period", count(t.undated, "deal"))
	case t.silent > 0:
		e.Problem = fmt.Sprintf("%s, and none was in any stage that counts", count(t.silent, "deal"))
	}
	return e
}
