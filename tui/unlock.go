package tui

import (
	"errors"
	"path/filepath"

	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/model/vault"
	"github.com/gapbook/gapbook/model/workbook"
	"github.com/gapbook/gapbook/tui/dialog"
	"github.com/gapbook/gapbook/tui/screen"
)

// lockedMsg says that a file is locked, and what was wrong with the passphrase before.
type lockedMsg struct{ path, problem string }

// notOpened is what to do about a file that was not opened: ask for its passphrase, where that would help, else say why.
func notOpened(path string, err error) tea.Msg {
	var locked *workbook.LockedError
	switch {
	case !errors.As(err, &locked) || !locked.Passphrase || errors.Is(err, vault.ErrDamaged):
		return screen.Fail{Err: err}
	case errors.Is(err, vault.ErrWrong):
		return lockedMsg{path, locked.Err.Error()}
	}
	return lockedMsg{path: path}
}

// askPassphrase asks for it and opens the file, in a command: passphrases are slow on purpose.
func (a *app) askPassphrase(msg lockedMsg) {
	a.status.clear()
	shelf := a.opt.Shelf
	a.dialogs.Push(&dialog.Secret{
		Title: filepath.Base(msg.path), Label: "Passphrase", Problem: msg.problem, Enter: "open",
		Text: "This engagement is locked.",
		Then: func(pass []byte) tea.Cmd {
			a.status.say("opening…", a.now())
			return func() tea.Msg {
				book, err := shelf.Unlock(msg.path, pass)
				if err != nil {
					return notOpened(msg.path, err)
				}
				return screen.Opened{Book: book, Notice: a.keep(book)}
			}
		},
	})
}
