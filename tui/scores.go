package tui

import (
	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/tui/screen"
)

// scoring keeps the numbers up with the engagement, one computation at a time.
type scoring struct{ running bool }

type scoredMsg struct {
	book screen.Book
	screen.Numbers
}

// score computes the numbers of the current snapshot in a command.
func (a *app) score() tea.Cmd {
	book, compute := a.env.Book, a.opt.Score
	if a.scoring.running || book == nil || compute == nil {
		return nil
	}
	a.scoring.running = true
	now, today := book.Now(), a.env.Today()
	return func() tea.Msg {
		return scoredMsg{book, screen.Numbers{Rev: now.Rev, Result: compute(now, today)}}
	}
}

func (a *app) scored(msg scoredMsg) tea.Cmd {
	if msg.book != a.env.Book {
		return nil
	}
	a.scoring.running = false
	a.env.Numbers = &msg.Numbers
	a.stale()
	if msg.Rev != a.env.Book.Now().Rev {
		return a.score()
	}
	return nil
}
