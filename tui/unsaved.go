package tui

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/tui/dialog"
	"github.com/gapbook/gapbook/tui/keys"
	"github.com/gapbook/gapbook/tui/layout"
	"github.com/gapbook/gapbook/tui/style"
)

// unsaved asks what to do when the app is left and the file cannot be written.
type unsaved struct {
	err        error
	lost       bool           // nothing of it is kept anywhere
	quit, copy func() tea.Cmd // no copy where that would not hold it either
}

func (u *unsaved) Scope() keys.Scope { return keys.Leaving }
func (u *unsaved) Typing() bool      { return false }

func (u *unsaved) Update(msg tea.Msg) (tea.Cmd, bool) {
	key, ok := msg.(tea.KeyPressMsg)
	if !ok {
		return nil, false
	}
	switch keys.Match(keys.Leaving, false, key) {
	case keys.SaveCopy:
		if u.copy != nil {
			return u.copy(), true
		}
	case keys.Yes:
		return u.quit(), true
	case keys.No:
		return nil, true
	}
	return nil, false
}

func (u *unsaved) View(th *style.Theme, w, h int) (string, *tea.Cursor) {
	w, h = max(min(58, w-8), 10), max(h-4, 3)
	text := "The last changes could not be written: " + strings.TrimSuffix(u.err.Error(), ".") + ". "
	hints := keys.Footer(keys.Leaving, false)
	quit := "quit and lose them"
	if u.lost {
		text += "Nothing is lost while gapbook stays open."
	} else {
		text += "They are kept aside, and come back when you open the file again on this computer."
		quit = "quit all the same"
	}
	hints = slices.DeleteFunc(hints, func(h keys.Hint) bool { return h.Action == keys.SaveCopy && u.copy == nil })
	for i := range hints {
		if hints[i].Action == keys.Yes {
			hints[i].Help = quit
		}
	}
	lines := []string{""}
	for _, s := range layout.WrapAtMost(layout.Clean(text), w, h-2) {
		lines = append(lines, th.Text.Render(s))
	}
	return dialog.Frame(th, "Not saved", append(lines, ""), hints, w), nil
}

// copiedMsg says what became of a copy.
type copiedMsg struct {
	path  string
	typed string
	err   error
	leave bool
}

// askCopy asks where to save a copy, and leaves afterwards if that was the way out.
func (a *app) askCopy(leave bool) { a.copyTo(freeCopy(a.env.Book.Now().Path), "", leave) }

// copyTo is that question with a path; problem is why the copy could not be saved there.
func (a *app) copyTo(path, problem string, leave bool) {
	book := a.env.Book
	f := dialog.Prompt("Save a copy elsewhere", "Path", path, func(path string) string {
		if path == "" {
			return "a path is needed"
		}
		return ""
	}, func(typed string) tea.Cmd {
		a.page().Flush()
		path := fromHome(typed)
		if abs, err := filepath.Abs(path); err == nil {
			path = abs
		}
		return func() tea.Msg { return copiedMsg{path, typed, book.SaveCopy(path), leave} }
	})
	f.Refuse(problem)
	a.dialogs.Push(f)
}

func (a *app) copied(msg copiedMsg) tea.Cmd {
	switch {
	case msg.err != nil: // the question comes back with what was typed
		problem := msg.err.Error()
		if errors.Is(msg.err, fs.ErrExist) {
			problem = filepath.Base(msg.path) + " is there already; choose another name"
		} else if errors.Is(msg.err, fs.ErrNotExist) {
			problem = "there is no folder " + filepath.Dir(msg.path)
		}
		a.copyTo(msg.typed, problem, msg.leave)
	case msg.leave:
		return a.leaveNow()
	default:
		a.status.say("a copy is in "+msg.path, a.now())
	}
	return nil
}

// freeCopy proposes a place in the person's home for a copy of a file.
func freeCopy(path string) string {
	home, err := os.UserHomeDir()
	if err != nil {
		home = filepath.Dir(path)
	}
	ext := filepath.Ext(path)
	return filepath.Join(home, strings.TrimSuffix(filepath.Base(path), ext)+"-copy"+ext)
}

// fromHome reads ~ as people write it.
func fromHome(path string) string {
	if rest, ok := strings.CutPrefix(path, "~"); ok && (rest == "" || os.IsPathSeparator(rest[0])) {
		if home, err := os.UserHomeDir(); err == nil {
			return filepath.Join(home, rest)
		}
	}
	return path
}
