// Package pick chooses files: a field that takes a path as it is typed, pasted or dropped, and under it the folder, the
// newest files first. A page shows it in place of itself while Open is true and hands it keys and its messages. Folders are
// read in commands. It imports the widgets, and knows nothing of engagements.
package pick

import (
	"path/filepath"
	"slices"

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
	last    *string // the folder where one was last, in any chooser
	open    bool
	dir     string // where one is
	at      string // the folder that is listed: this one, or that of the path that is typed
	entries []entry
	missing string // why it cannot be listed
	shown   []entry
	marked  []string
	field   widget.Input
	list    *widget.List
	moved   bool // the selection was chosen, and is not just the first that fits
	waits   bool // tab, until the folder is read
	problem string
}

// listed is a folder that was read; found is what a typed path leads to. Both come back to Update.
type (
	listed struct {
		dir     string
		entries []entry
		err     error
		into    bool // one goes there
		begins  bool // nobody chose it yet
	}
	found struct {
		path   string
		folder bool
		err    error
	}
)

// New makes a picker that is closed. Last is where its folder is kept, for this chooser and others.
func New(th *style.Theme, last *string) *Picker {
	p := &Picker{th: th, last: last}
	p.field.Placeholder = "a path, or some letters of a name"
	p.list = widget.NewList(th, widget.Column{Width: 1}, widget.Column{}, widget.Column{Width: 9, Right: true}, widget.Column{Width: 12, Right: true})
	return p
}

// Open shows the folder where one was last, else the first of those given that holds what is sought, else the last.
func (p *Picker) Open(folders ...string) tea.Cmd {
	p.open, p.problem, p.marked, p.missing = true, "", nil, ""
	p.field.SetText("")
	return p.begin(*p.last, folders)
}

func (p *Picker) IsOpen() bool { return p.open }

// Scope tells whether tab completes a path or marks a file.
func (p *Picker) Scope() keys.Scope {
	if _, _, typed := p.typed(); typed {
		return keys.Path
	}
	return keys.Pick
}

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
		return p.arrived(msg)
	case found:
		return p.resolved(msg)
	case tea.PasteMsg:
		p.field.Update(msg)
		return p.wrote()
	case tea.MouseMsg:
		was := p.list.Key()
		if p.list.Mouse(msg, msg.Mouse().Y-headH) {
			p.moved = true
			if p.list.Key() == was {
				return p.enter()
			}
		}
	case tea.KeyPressMsg:
		return p.key(msg)
	}
	return nil
}

func (p *Picker) key(msg tea.KeyPressMsg) tea.Cmd {
	switch a := keys.Match(p.Scope(), true, msg); a {
	case keys.Open:
		if path, _, _ := p.typed(); path != "" && !p.moved {
			return p.look(path)
		}
		return p.enter()
	case keys.Complete:
		return p.complete()
	case keys.Next:
		p.mark()
	case keys.Left:
		return p.read(filepath.Dir(p.at))
	case keys.None:
		if keys.Name(msg) == "backspace" && p.field.Text() == "" {
			return p.read(filepath.Dir(p.dir))
		}
		if p.field.Update(msg) {
			return p.wrote()
		}
	default:
		p.moved = p.list.Do(a) || p.moved
	}
	return nil
}

// enter goes into the selected folder, or hands over the files: those that are marked, or the selected one.
func (p *Picker) enter() tea.Cmd {
	e := p.chosen()
	if e != nil && e.folder {
		return p.read(filepath.Join(p.at, e.name))
	}
	if e != nil && (p.field.Text() != "" || len(p.marked) == 0) {
		p.add(filepath.Join(p.at, e.name))
	}
	if len(p.marked) == 0 {
		return nil
	}
	return p.done()
}

func (p *Picker) add(path string) {
	if !slices.Contains(p.marked, path) {
		p.marked = append(p.marked, path)
	}
}

func (p *Picker) done() tea.Cmd {
	p.open = false
	*p.last = filepath.Dir(p.marked[len(p.marked)-1])
	return p.Then(p.marked)
}

// mark takes the chosen file with others, or lets it go.
func (p *Picker) mark() {
	e := p.chosen()
	if p.One || e == nil || e.folder {
		return
	}
	path := filepath.Join(p.at, e.name)
	if i := slices.Index(p.marked, path); i >= 0 {
		p.marked = slices.Delete(p.marked, i, i+1)
	} else {
		p.marked = append(p.marked, path)
	}
	if i := p.list.Index() + 1; i < len(p.shown) && !p.shown[i].folder { // where enter hands over what is marked
		p.list.Do(keys.Down)
	}
}

func (p *Picker) chosen() *entry { return widget.At(p.list, p.shown) }
