// Package intake is what the command line and the app share of an import: files as they are opened, and the edits by which
// a snapshot and what was learnt about the export come into the engagement. It imports crm and the workbook, and knows no
// screen.
package intake

import (
	"context"
	"io"
	"os"
	"slices"
	"sync/atomic"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/crm"
	"github.com/gapbook/gapbook/model/workbook"
)

// Edits take up a snapshot in one step: the stages where the engagement has none, the maps and rates that were given, and
// the snapshot itself. Their order does not depend on chance.
func Edits(e *model.Engagement, res *crm.Result, opt crm.Options) []workbook.Edit {
	edits := []workbook.Edit{}
	if len(e.Stages) == 0 {
		for _, s := range res.ProposedStages {
			edits = append(edits, workbook.Add(s, "stages"))
		}
	}
	for _, theirs := range sorted(opt.Stages) {
		edits = append(edits, workbook.Set(opt.Stages[theirs], "crm", "stages", theirs))
	}
	for _, field := range sorted(opt.Map) {
		edits = append(edits, workbook.Set(opt.Map[field], "crm", "columns", field))
	}
	for _, code := range sorted(opt.Rates) {
		edits = append(edits, workbook.Set(opt.Rates[code], "crm", "rates", code))
	}
	if opt.LeadsInto != "" {
		return append(edits, workbook.Set(res.Funnel, "funnels", opt.LeadsInto))
	}
	return append(edits, workbook.Add(res.Funnel, "funnels"))
}

func sorted[V any](m map[string]V) []string {
	var names []string
	for name := range m {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// Files opens the files at paths when they are read. Reading ends with the context, and counts its bytes into read, if
// that is not nil.
func Files(ctx context.Context, paths []string, read *atomic.Int64) []crm.File {
	var out []crm.File
	for _, path := range paths {
		out = append(out, crm.File{Name: path, Open: func() (io.ReadCloser, error) {
			f, err := os.Open(path)
			if err != nil {
				return nil, err
			}
			return &counted{f, ctx, read}, nil
		}})
	}
	return out
}

type counted struct {
	*os.File
	ctx  context.Context
	read *atomic.Int64
}

func (c *counted) Read(p []byte) (int, error) {
	if err := c.ctx.Err(); err != nil {
		return 0, err
	}
	n, err := c.File.Read(p)
	if c.read != nil {
		c.read.Add(int64(n))
	}
	return n, err
}
