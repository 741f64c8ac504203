package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/erase"
	"github.com/gapbook/gapbook/model/exact"
	"github.com/gapbook/gapbook/model/vault"
	"github.com/gapbook/gapbook/model/workbook"
	"github.com/gapbook/gapbook/model/workbook/history"
)

// erasing is all that is to be written, and what is to be said about it.
type erasing struct {
	path    string
	key     *vault.Key // of a locked file and its backups
	person  model.Person
	target  *erase.Target
	opt     erase.Options
	data    []byte // of the file afterwards
	report  erase.Report
	backups map[string][]byte // by hash, afterwards; nil: goes
	copies  []copyOf
	traces  workbook.Traces
	words   []transcript // text that had no place in the file, afterwards
	scripts []transcript
	rewrite bool // the transcripts
}

func prepare(path, who string, key *vault.Key, opt erase.Options, transcripts bool) (*erasing, error) {
	src, err := os.ReadFile(path)
	if err == nil {
		src, err = opened(key, src)
	}
	if err != nil {
		return nil, err
	}
	doc, err := workbook.Parse(path, src)
	if err != nil {
		return nil, err
	}
	var e model.Engagement
	doc.Decode(&e)
	p, err := erase.Who(&e, who)
	if err != nil {
		var no *erase.NoSuch
		if errors.As(err, &no) {
			return nil, usagef(no.Hint(), "%s: %s", path, no)
		}
		return nil, err
	}
	job := &erasing{path: path, key: key, person: p, target: erase.NewTarget(p), opt: opt, backups: map[string][]byte{}, rewrite: transcripts}
	versions, err := history.List(path)
	if err != nil {
		return nil, err
	}
	all := []*model.Engagement{&e}
	docs := map[string]*exact.Document{}
	for _, v := range versions {
		data, err := v.Data()
		if err == nil {
			data, err = opened(key, data)
		}
		if err != nil {
			continue
		}
		if d, err := workbook.Parse(path, data); err == nil {
			var old model.Engagement
			d.Decode(&old)
			docs[v.Hash], all = d, append(all, &old)
		}
	}
	job.target.Learn(all...)
	next, report, err := erase.File(doc, job.target, opt)
	if err != nil {
		return nil, fmt.Errorf("%s: %w; nothing was changed", path, err)
	}
	job.data, job.report = next.Bytes(), report
	for _, v := range versions {
		d := docs[v.Hash]
		if d == nil {
			job.backups[v.Hash] = nil
			continue
		}
		if next, r, err := erase.File(d, job.target, opt); err != nil || len(r.Left) > 0 {
			job.backups[v.Hash] = nil
		} else if !bytes.Equal(next.Bytes(), d.Bytes()) {
			job.backups[v.Hash] = next.Bytes()
		}
	}
	job.scripts = job.transcripts(&e)
	job.beside(doc, p)
	return job, nil
}

func (job *erasing) nothing() bool {
	return job.report.Empty() && len(job.backups)+len(job.copies)+len(job.words)+len(job.traces.Halves)+len(job.aside()) == 0 && (!job.rewrite || len(job.scripts) == 0)
}
