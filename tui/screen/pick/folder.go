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

	"github.com/gapbook/gapbook/tui/keys"
)

// entry is one line of a folder.
type entry struct {
	name   string
	folder bool
	size   int64
	at     time.Time
}

// Downloads is where files arrive; empty where nobody knows.
func Downloads() string {
	home, err := os.UserHomeDir()
	if err != nil {
		return ""
	}
	return filepath.Join(home, "Downloads")
}

// begin reads the folder of the last time, else the first that holds files of the kinds, else the last.
func (p *Picker) begin(last string, folders []string) tea.Cmd {
	kinds := p.Kinds
	return p.For(func() tea.Msg {
		var best listed
		for i, dir := range append([]string{last}, folders...) {
			if dir == "" {
				continue
			}
			l := list(dir, kinds)
			if l.err == nil && (i == 0 || l.file()) {
				best = l
				break
			}
			if l.err == nil || best.dir == "" || best.err != nil {
				best = l
			}
		}
		best.into, best.begins = true, true
		return best
	})
}

// read goes to a folder.
func (p *Picker) read(dir string) tea.Cmd {
	kinds := p.Kinds
	return p.For(func() tea.Msg {
		l := list(dir, kinds)
		l.into = true
		return l
	})
}

// peek lists a folder that a path is being typed into.
func (p *Picker) peek(dir string) tea.Cmd {
	kinds := p.Kinds
	return p.For(func() tea.Msg { return list(dir, kinds) })
}

// list is a folder: files of the kinds, the newest first, then folders by name. Hidden ones are left out; a link counts as
// what it leads to.
func list(dir string, kinds []string) listed {
	if abs, err := filepath.Abs(dir); err == nil {
		dir = abs
	}
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

// file says whether there is one, and not just folders.
func (l listed) file() bool {
	return slices.ContainsFunc(l.entries, func(e entry) bool { return !e.folder })
}

// arrived takes up a folder. One that cannot be gone to leaves the one before.
func (p *Picker) arrived(l listed) tea.Cmd {
	switch {
	case !l.into && l.dir != p.wanted():
		return nil // more was typed meanwhile
	case l.into && l.err != nil:
		p.problem = problem(l.err)
		return nil
	}
	up := filepath.Base(p.at)
	p.at, p.entries, p.missing = l.dir, l.entries, ""
	if l.err != nil {
		p.missing = upper(problem(l.err)) + "."
	}
	if l.into {
		p.dir, p.problem, p.moved = l.dir, "", false
		if !l.begins {
			*p.last = l.dir
		}
		p.field.SetText("")
		p.filter()
		p.list.Select(up) // coming from below, one stands where one was
		return nil
	}
	p.filter()
	if p.waits {
		p.waits = false
		return p.complete()
	}
	return nil
}

// filter shows the entries that begin with what was typed last, else those that hold it.
func (p *Picker) filter() {
	p.shown = nil
	_, part, path := p.typed()
	if !path {
		part = strings.TrimSpace(p.field.Text())
	}
	if p.at == p.wanted() {
		part = strings.ToLower(part)
		if path {
			p.shown = p.which(part, strings.HasPrefix)
		}
		if len(p.shown) == 0 {
			p.shown = p.which(part, strings.Contains)
		}
	}
	p.fill()
	if part != "" {
		p.list.Do(keys.Top)
	}
}

func (p *Picker) which(part string, fits func(name, part string) bool) (out []entry) {
	for _, e := range p.entries {
		if fits(strings.ToLower(e.name), part) {
			out = append(out, e)
		}
	}
	return out
}

func upper(s string) string { return strings.ToUpper(s[:1]) + s[1:] }

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
