package pick

import (
	"os"
	"path/filepath"
	"strings"

	tea "charm.land/bubbletea/v2"
)

// typed is what the field holds, where that is a path and not some letters of a name: where it leads, and the part of it
// behind the folder.
func (p *Picker) typed() (path, part string, ok bool) {
	s := Path(p.field.Text())
	i := strings.LastIndexAny(s, "/"+string(filepath.Separator))
	if i < 0 && s != ".." {
		return "", s, false
	}
	if part = s[i+1:]; part == ".." {
		part = ""
	}
	if !filepath.IsAbs(s) {
		s = filepath.Join(p.dir, s)
	}
	return filepath.Clean(s), part, true
}

// wanted is the folder to be listed: that of the path that is typed, else the one where one is.
func (p *Picker) wanted() string {
	path, part, ok := p.typed()
	switch {
	case !ok:
		return p.dir
	case part == "":
		return path
	}
	return filepath.Dir(path)
}

// wrote takes up what was typed: the list follows.
func (p *Picker) wrote() tea.Cmd {
	p.problem, p.moved, p.waits = "", false, false
	p.filter()
	if dir := p.wanted(); dir != p.at {
		return p.peek(dir)
	}
	return nil
}

// complete puts the selected name into the path. A file that stands there in full already is marked.
func (p *Picker) complete() tea.Cmd {
	if p.at != p.wanted() {
		p.waits = true
		return nil
	}
	e := p.chosen()
	if e == nil {
		return nil
	}
	path, part, _ := p.typed()
	if !e.folder && path == filepath.Join(p.at, e.name) {
		p.mark()
		return nil
	}
	text := p.field.Text()
	if Path(text) == text {
		text = strings.TrimSuffix(text, part) + e.name
	} else {
		text = filepath.Join(p.at, e.name)
	}
	if e.folder {
		text += string(filepath.Separator)
	}
	p.field.SetText(text)
	return p.wrote()
}

// look finds out what a path leads to.
func (p *Picker) look(path string) tea.Cmd {
	return p.For(func() tea.Msg {
		info, err := os.Stat(path)
		return found{path, err == nil && info.IsDir(), err}
	})
}

// resolved takes what was found. Where there is nothing of that name, the entry that begins so is meant.
func (p *Picker) resolved(f found) tea.Cmd {
	switch {
	case f.err != nil && p.at == p.wanted() && p.chosen() != nil:
		return p.enter()
	case f.err != nil:
		p.problem = problem(f.err)
		return nil
	case f.folder:
		return p.read(f.path)
	}
	p.add(f.path)
	return p.done()
}
