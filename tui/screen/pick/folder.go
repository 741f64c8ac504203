package pick

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"
)

// entry is one line of a folder.
type entry struct {
	name   string
	folder bool
	size   int64
	at     time.Time
}

// read reads the first of the folders that is there.
func (p *Picker) read(folders ...string) tea.Cmd {
	kinds := p.Kinds
	return p.For(func() tea.Msg {
		var last listed
		for _, dir := range folders {
			if dir == "" {
				continue
			}
			if abs, err := filepath.Abs(dir); err == nil {
				dir = abs
			}
			last = list(dir, kinds)
			if last.err == nil {
				return last
			}
		}
		return last
	})
}

// list is a folder: files of the kinds, the newest first, then folders by name. Hidden ones are left out; a link counts as
// what it leads to.
func list(dir string, kinds []string) listed {
	found, err := os.ReadDir(dir)
	l := listed{dir: dir, err: err}
	for _, d := range found {
		if strings.HasPrefix(d.Name(), ".") {
			continue
		}
		info, err := os.Stat(filepath.Join(dir, d.Name()))
		if err != nil {
			continue
		}
		e := entry{d.Name(), info.IsDir(), info.Size(), info.ModTime()}
		if e.folder || info.Mode().IsRegular() && slices.Contains(kinds, strings.ToLower(filepath.Ext(e.name))) {
			l.entries = append(l.entries, e)
		}
	}
	slices.SortStableFunc(l.entries, func(a, b entry) int {
		switch {
		case a.folder != b.folder:
			if b.folder {
				return -1
			}
			return 1
		case a.folder:
			return strings.Compare(strings.ToLower(a.name), strings.ToLower(b.name))
		}
		return b.at.Compare(a.at)
	})
	return l
}

// arrived takes up a folder. One that cannot be read leaves the one before.
func (p *Picker) arrived(l listed) {
	if l.err != nil {
		p.problem = problem(l.err)
		return
	}
	up := filepath.Base(p.dir)
	p.dir, p.entries, p.problem = l.dir, l.entries, ""
	p.field.SetText("")
	p.filter()
	p.list.Select(up) // coming from below, one stands where one was
}

// filter shows the entries that hold what was typed.
func (p *Picker) filter() {
	typed := strings.ToLower(strings.TrimSpace(p.field.Text()))
	if p.typedPath() != "" {
		typed = ""
	}
	p.shown = nil
	for _, e := range p.entries {
		if strings.Contains(strings.ToLower(e.name), typed) {
			p.shown = append(p.shown, e)
		}
	}
	p.fill()
}

// problem is an error of the system in words for the person.
func problem(err error) string {
	var p *fs.PathError
	switch {
	case errors.Is(err, fs.ErrNotExist):
		err = errors.New("there is no such file or folder")
	case errors.Is(err, fs.ErrPermission):
		err = errors.New("it may not be read")
	case errors.As(err, &p):
		return p.Path + ": " + p.Err.Error()
	}
	return err.Error()
}
