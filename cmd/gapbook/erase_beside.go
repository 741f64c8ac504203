package main

import (
	"bytes"
	"errors"
	"os"
	"slices"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/erase"
	"github.com/gapbook/gapbook/model/exact"
	"github.com/gapbook/gapbook/model/vault"
	"github.com/gapbook/gapbook/model/workbook"
)

// copyOf is a copy of the engagement that gapbook wrote and that holds the person, or that cannot be opened.
type copyOf struct {
	path   string
	data   []byte // afterwards
	locked bool
	err    error
}

// beside looks into what gapbook itself may have written of the engagement.
func (job *erasing) beside(doc *exact.Document, p model.Person) {
	job.traces = workbook.TracesOf(job.path)
	for _, path := range job.traces.Copies {
		c := copyOf{path: path}
		src, err := os.ReadFile(path)
		c.locked = vault.IsLocked(src)
		if err == nil {
			src, err = opened(job.key, src)
		}
		if c.err = err; err == nil {
			if !job.inCopy(&c, src, p) {
				continue
			}
		}
		job.copies = append(job.copies, c)
	}
	for _, path := range job.traces.Words {
		t := transcript{path: path}
		src, err := os.ReadFile(path)
		locked := vault.IsLocked(src)
		if err == nil {
			src, err = opened(job.key, src)
		}
		if t.err = err; err == nil {
			t.data = []byte(erase.Text(string(src), doc, job.target))
			if bytes.Equal(t.data, src) {
				continue
			}
			if locked {
				t.data, t.err = job.key.Seal(t.data)
			}
		}
		job.words = append(job.words, t)
	}
}

// inCopy takes the person out of a copy; false where they are not in it, or where it is no copy of this engagement.
func (job *erasing) inCopy(c *copyOf, src []byte, p model.Person) bool {
	doc, err := workbook.Parse(c.path, src)
	if err != nil {
		c.err = errors.New("it cannot be read as an engagement")
		return true
	}
	var e model.Engagement
	doc.Decode(&e)
	if q := e.Person(p.ID); q == nil && e.Person(job.target.IDs[p.ID]) == nil {
		return false
	}
	next, r, err := erase.File(doc, job.target, job.opt)
	switch {
	case err != nil:
		c.err = err
	case len(r.Left) > 0:
		c.err = errors.New("the name cannot be taken out of it")
	default:
		c.data = next.Bytes()
		return !bytes.Equal(c.data, src)
	}
	return true
}

// aside are the journals that an earlier session set aside. What is in them cannot be read or placed, so they go.
func (job *erasing) aside() []string {
	kept := workbook.Journals(job.path)
	return slices.DeleteFunc(slices.Clone(job.traces.Journals), func(path string) bool { return slices.Contains(kept, path) })
}
