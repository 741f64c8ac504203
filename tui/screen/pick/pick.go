// Package pick chooses files: a field that takes a path as it is typed, pasted or dropped, and under it the folder, the
// newest files first. A page shows it in place of itself while Open is true and hands it keys and its messages. Folders are
// read in commands. It imports the widgets, and knows nothing of engagements.
package pick

import (
	"os"
	"path/filepath"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/tui/keys"
	"github.com/gapbook/gapbook/tui/style"
	"github.com/gapbook/gapbook/tui/widget"
)

// Picker chooses one file or several.
type Picker struct {
	Title string
	One   bool                         // one file and no more: tab marks none
	Kinds []string                     // endings that are offered, like ".csv"; a path that is typed may have any
	Then  func(paths []string) tea.Cmd // what was chosen
	For   func(tea.Cmd) tea.Cmd        // brings the messages of a command back to the page

	th      *style.Theme
	open    bool
	dir     string
	entries []entry
	shown   []entry
	marked  []string
	field   widget.Input
	list    *widget.List
	problem string
}

// listed is a folder that was read; found is what a typed path leads to. Both come back to Update.
type (
	listed struct {
		dir     string
		entries []entry
		err     error
	}
	found struct {
		path   string
		folder bool
		err    error
	}
)

// New makes a picker that is closed.
func New(th *style.Theme) *Picker {
	p := &Picker{th: th}
	p.field.Placeholder = "a path, or some letters of a name"
	p.list = widget.NewList(th, widget.Column{Width: 1}, widget.Column{}, widget.Column{Width: 9, Right: true}, widget.Column{Width: 12, Right: true})
	return p
}

// Open shows the folder of the last choice, else the first of those given that is there.
func (p *Picker) Open(folders ...string) tea.Cmd {
	p.open, p.problem, p.marked = true, "", nil
	p.field.SetText("")
	if p.dir != "" {
		folders = []string{p.dir}
	}
	return p.read(folders...)
}

func (p *Picker) IsOpen() bool      { return p.open }
func (p *Picker) Scope() keys.Scope { return keys.Pick }

// Close is esc.
func (p *Picker) Close() bool {
	was := p.open
	p.open = false
	return was
}

// Update takes keys, pastes, the mouse, and the picker's own messages.
func (p *Picker) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case listed:
		p.arrived(msg)
	case found:
		return p.resolved(msg)
	case tea.PasteMsg:
		p.field.Update(msg)
		p.filter()
	case tea.MouseMsg:
		if p.list.Opens(msg, msg.Mouse().Y-headH) {
			return p.take()
		}
	case tea.KeyPressMsg:
		return p.key(msg)
	}
	return nil
}

func (p *Picker) key(msg tea.KeyPressMsg) tea.Cmd {
	switch a := keys.Match(keys.Pick, true, msg); a {
	case keys.Open:
		return p.take()
	case keys.Next:
		p.mark()
	case keys.Left:
		return p.read(filepath.Dir(p.dir))
	case keys.None:
		if keys.Name(msg) == "backspace" && p.field.Text() == "" {
			return p.read(filepath.Dir(p.dir))
		}
		if p.field.Update(msg) {
			p.problem = ""
			p.filter()
		}
	default:
		p.list.Do(a)
	}
	return nil
}

// take goes into a folder, or hands over the marked files and the chosen one. A path that was typed comes first.
func (p *Picker) take() tea.Cmd {
	if typed := p.typedPath(); typed != "" {
		return p.look(typed)
	}
	e := p.chosen()
	switch {
	case e != nil && e.folder && len(p.marked) == 0:
		return p.read(filepath.Join(p.dir, e.name))
	case e != nil && !e.folder && !slices.Contains(p.marked, filepath.Join(p.dir, e.name)) && (p.field.Text() != "" || len(p.marked) == 0):
		p.marked = append(p.marked, filepath.Join(p.dir, e.name))
	}
	if len(p.marked) == 0 {
		return nil
	}
	return p.done()
}

func (p *Picker) done() tea.Cmd {
	p.open = false
	return p.Then(p.marked)
}

// mark takes the chosen file with others, or lets it go.
func (p *Picker) mark() {
	e := p.chosen()
	if p.One || e == nil || e.folder {
		return
	}
	path := filepath.Join(p.dir, e.name)
	if i := slices.Index(p.marked, path); i >= 0 {
		p.marked = slices.Delete(p.marked, i, i+1)
	} else {
		p.marked = append(p.marked, path)
	}
	p.list.Do(keys.Down)
}

func (p *Picker) chosen() *entry { return widget.At(p.list, p.shown) }

// typedPath is what the field holds, where that is a path and not some letters of a name.
func (p *Picker) typedPath() string {
	s := Path(p.field.Text())
	if !strings.ContainsRune(s, '/') && !strings.ContainsRune(s, filepath.Separator) && s != ".." {
		return ""
	}
	if !filepath.IsAbs(s) {
		s = filepath.Join(p.dir, s)
	}
	return filepath.Clean(s)
}

// look finds out what a path leads to.
func (p *Picker) look(path string) tea.Cmd {
	return p.For(func() tea.Msg {
		info, err := os.Stat(path)
		return found{path, err == nil && info.IsDir(), err}
	})
}

func (p *Picker) resolved(f found) tea.Cmd {
	switch {
	case f.err != nil:
		p.problem = problem(f.err)
		return nil
	case f.folder:
		p.field.SetText("")
		return p.read(f.path)
	}
	if !slices.Contains(p.marked, f.path) {
		p.marked = append(p.marked, f.path)
	}
	p.dir = filepath.Dir(f.path)
	return p.done()
}
