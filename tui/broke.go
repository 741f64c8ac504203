package tui

import (
	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/model/machine"
)

// brokeMsg says that a command panicked.
type brokeMsg struct{ crash *machine.Crash }

// broke ends the app after a panic. Run saves what is in memory once the terminal is as it was.
func (a *app) broke(crash *machine.Crash) {
	if a.crash == nil {
		a.crash = crash
	}
	a.quit.done = true
	if a.abort != nil {
		a.abort()
	}
}

// caught is deferred around what the app does on the goroutine of the keys.
func (a *app) caught(where string) {
	if r := recover(); r != nil {
		a.broke(machine.Caught(where, r, a.opt.Version))
	}
}

// guarded makes a panic in a command a message, so that the terminal is left in order and the text is saved.
func (a *app) guarded(cmd tea.Cmd) tea.Cmd {
	if cmd == nil {
		return nil
	}
	return func() (msg tea.Msg) {
		defer func() {
			if r := recover(); r != nil {
				msg = brokeMsg{machine.Caught("a command", r, a.opt.Version)}
			}
		}()
		msg = cmd()
		if batch, ok := msg.(tea.BatchMsg); ok {
			for i, c := range batch {
				batch[i] = a.guarded(c)
			}
		}
		return msg
	}
}

// rescue sends what the page still holds. The page may be what broke.
func (a *app) rescue() {
	defer func() { _ = recover() }()
	a.page().Flush()
}
