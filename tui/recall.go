package tui

import (
	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/model/workbook/history"
	"github.com/gapbook/gapbook/tui/screen"
)

// recallMsg asks what was done on a book lately, once its backup is taken; recalledMsg is the answer.
type (
	recallMsg   struct{ book screen.Book }
	recalledMsg struct {
		book   screen.Book
		recent history.Recent
	}
)

func (a *app) recall() tea.Cmd {
	book, lately, now := a.env.Book, a.opt.Lately, a.now()
	if lately == nil || book == nil {
		return nil
	}
	path := book.Now().Path
	return func() tea.Msg {
		recent, ok := lately(path, now)
		if !ok {
			return nil
		}
		return recalledMsg{book, recent}
	}
}
