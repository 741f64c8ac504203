package portfolio

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"strconv"
	"strings"

	"github.com/gapbook/gapbook/model/check"
	"github.com/gapbook/gapbook/model/vault"
	"github.com/gapbook/gapbook/model/workbook"
)

// Found is what became of one file.
type Found struct {
	Path     string
	Entry    *Entry // nil: it was passed over
	Rows     Rows   // of the tables, where they are asked for
	Problems int    // that `check` lists
	Locked   bool   // and nothing there was to open it with
	Err      error  // it can be no engagement, or could not be read
}

// Files are the engagements below a folder, by path: every YAML file, but for hidden files and folders.
func Files(folder string) ([]string, error) {
	if real, err := filepath.EvalSymlinks(folder); err == nil {
		folder = real // of a link WalkDir sees the link alone
	}
	var out []string
	err := filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		hidden := path != folder && strings.HasPrefix(d.Name(), ".")
		switch {
		case err != nil:
			return err
		case d.IsDir() && hidden:
			return filepath.SkipDir
		case d.IsDir() || hidden:
			return nil
		}
		if ext := strings.ToLower(filepath.Ext(path)); ext == ".yaml" || ext == ".yml" {
			out = append(out, path)
		}
		return nil
	})
	return out, err
}

// Read looks at each file and hands over what it found, in the order of the files. As many are read at once as there are
// processors; how far these run ahead is bounded, and so is what is held in memory. Playbooks are left out without a word.
func Read(ctx context.Context, files []string, opt Options, ask vault.Ask, visit func(Found) error) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	workers := runtime.GOMAXPROCS(0)
	type job struct {
		path string
		out  chan *Found
	}
	jobs, order := make(chan job), make(chan job, 4*workers)
	for range workers {
		go func() {
			for j := range jobs {
				j.out <- readOne(j.path, opt, ask) // there is room for it
			}
		}()
	}
	go func() {
		defer close(order)
		defer close(jobs)
		for _, path := range files {
			j := job{path, make(chan *Found, 1)}
			select {
			case order <- j:
			case <-ctx.Done():
				return
			}
			jobs <- j
		}
	}()
	ids := map[string]int{}
	for j := range order {
		f := <-j.out
		if f == nil {
			continue
		}
		if f.Entry != nil {
			f.rename(ids)
		}
		if err := visit(*f); err != nil {
			stop()
			for range order { // lets the other goroutines end
			}
			return err
		}
	}
	return ctx.Err()
}

// rename keeps two files of one client, title and start apart.
func (f *Found) rename(ids map[string]int) {
	id := f.Entry.ID
	ids[id]++
	if n := ids[id]; n > 1 {
		f.Entry.ID = id + "-" + strconv.Itoa(n)
		for _, rows := range f.Rows {
			for _, r := range rows {
				r[0] = f.Entry.ID
			}
		}
	}
}

// ReadOne looks at one file.
func ReadOne(path string, opt Options, ask vault.Ask) Found {
	if f := readOne(path, opt, ask); f != nil {
		return *f
	}
	return Found{Path: path, Err: &workbook.FileError{Path: path, Problem: check.Problem{Message: "this is a playbook, not an engagement"}}}
}

var playbookHead = regexp.MustCompile(`(?m)^gapbook_playbook:`)

// readOne is nil for a playbook, which may well lie beside engagements.
func readOne(path string, opt Options, ask vault.Ask) *Found {
	f := &Found{Path: path}
	var how []vault.Ask
	if ask != nil {
		how = append(how, ask)
	}
	now, err := workbook.Read(path, how...)
	var locked *workbook.LockedError
	switch {
	case errors.As(err, &locked):
		f.Locked = true
		return f
	case err != nil:
		f.Err = err
		if src, err := os.ReadFile(path); err == nil && playbookHead.Match(src) {
			return nil
		}
		return f
	}
	f.Problems = len(check.Errors(now.Problems))
	x := look(now.E, now.Playbook, opt)
	f.Entry = x.entry()
	if opt.Tables {
		f.Rows = x.rows()
	}
	return f
}
