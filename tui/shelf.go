package tui

import (
	"cmp"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/check"
	"github.com/gapbook/gapbook/model/vault"
	"github.com/gapbook/gapbook/model/workbook"
	"github.com/gapbook/gapbook/tui/screen"
)

// Shelf is the folder of engagements on the disk. Its methods run in commands, on any goroutine.
type Shelf struct {
	Demo func() (folder string, err error) // writes the finished samples out, when they are asked for; nil: none

	Ask vault.Ask // opens locked files without asking the person, where it can; nil: none

	mu    sync.Mutex
	known map[string]screen.Entry // by path and state of the file, so that only what changed is read again
}

var engagementHead = regexp.MustCompile(`(?m)^(\x{feff})?["']?gapbook["']?[ \t]*:`)

// foreign says whether a file is none of ours: neither does it say that it is an engagement, nor is it locked. Playbooks, and
// whatever else is YAML, may well lie beside one.
func foreign(path string) bool {
	src, err := os.ReadFile(path)
	return err == nil && !engagementHead.Match(src) && !vault.IsLocked(src)
}

// List reads every engagement of a folder, last changed first. A folder that is not there is an empty one.
func (s *Shelf) List(folder string) ([]screen.Entry, error) {
	files, err := os.ReadDir(folder)
	if errors.Is(err, os.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var out []screen.Entry
	for _, f := range files {
		ext := strings.ToLower(filepath.Ext(f.Name()))
		if f.IsDir() || strings.HasPrefix(f.Name(), ".") || (ext != ".yaml" && ext != ".yml") {
			continue
		}
		if e, ok := s.read(filepath.Join(folder, f.Name())); ok {
			out = append(out, e)
		}
	}
	slices.SortStableFunc(out, func(a, b screen.Entry) int {
		return cmp.Or(b.Changed.Compare(a.Changed), cmp.Compare(a.Path, b.Path))
	})
	return out, nil
}

// HasSamples says whether there are finished examples to look at.
func (s *Shelf) HasSamples() bool { return s.Demo != nil }

// Samples lists the finished examples.
func (s *Shelf) Samples() ([]screen.Entry, error) {
	folder, err := s.Demo()
	if err != nil {
		return nil, err
	}
	return s.List(folder)
}

// read looks into one file without opening it as a workbook: no lock is taken.
func (s *Shelf) read(path string) (screen.Entry, bool) {
	e := screen.Entry{Path: path}
	info, err := os.Stat(path)
	if err != nil {
		e.Err = err
		return e, true
	}
	e.Changed = info.ModTime()
	state := fmt.Sprint(path, info.ModTime().UnixNano(), info.Size())
	s.mu.Lock()
	known, ok := s.known[state]
	s.mu.Unlock()
	if ok {
		return known, true
	}
	if foreign(path) {
		return e, false
	}
	now, err := workbook.Read(path)
	var locked *workbook.LockedError
	switch {
	case errors.As(err, &locked):
		e.Locked = true
		return e, true
	case err != nil:
		e.Err = err
		return e, true
	}
	e.E, e.Playbook, e.Problems = now.E, now.Playbook, len(check.Errors(now.Problems))
	s.mu.Lock()
	if s.known == nil {
		s.known = map[string]screen.Entry{}
	}
	s.known[state] = e
	s.mu.Unlock()
	return e, true
}

// Open opens a file to work in it.
func (s *Shelf) Open(path string) (screen.Book, error) {
	return opened(workbook.Open(path, s.Ask))
}

// Unlock opens a locked file by its passphrase.
func (s *Shelf) Unlock(path string, passphrase []byte) (screen.Book, error) {
	return opened(workbook.Open(path, func(_ vault.Secret, try int) ([]byte, error) {
		if try > 0 {
			return nil, vault.ErrWrong
		}
		return passphrase, nil
	}))
}

// opened is a book or none: a pointer to nothing would be taken for one.
func opened(b *workbook.Book, err error) (screen.Book, error) {
	if err != nil {
		return nil, err
	}
	return b, nil
}

// Create makes a new file, named after the client, and opens it. A file of that name stays as it is.
func (s *Shelf) Create(folder string, e *model.Engagement) (screen.Book, error) {
	name := cmp.Or(model.Slug(e.Client.Name), "engagement")
	for n := 1; ; n++ {
		file := name + ".yaml"
		if n > 1 {
			file = fmt.Sprintf("%s-%d.yaml", name, n)
		}
		b, err := workbook.Create(filepath.Join(folder, file), e)
		if errors.Is(err, os.ErrExist) {
			continue
		}
		if err != nil {
			return nil, err
		}
		return b, nil
	}
}
