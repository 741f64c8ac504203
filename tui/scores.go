package tui

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/tui/screen"
)

// scoring keeps the numbers up with the engagement, one computation at a time.
type scoring struct {
	running bool
	at      time.Time // the last began then
}

// rescored is how long numbers are good for while letters come in, many times a second.
const rescored = 500 * time.Millisecond

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
	if since := a.now().Sub(a.scoring.at); since >= 0 && since < rescored {
		a.scoring.running = true
		return a.after(rescored-since, func(time.Time) tea.Msg { return scoreMsg{book} })
	}
	a.scoring.running, a.scoring.at = true, a.now()
	now, today := book.Now(), a.env.Today()
	return func() tea.Msg {
		return scoredMsg{book, screen.Numbers{Rev: now.Rev, Result: compute(now, today)}}
	}
}

// scoreMsg says that the numbers may be computed again.
type scoreMsg struct{ book screen.Book }

func (a *app) scoreAgain(msg scoreMsg) tea.Cmd {
	if msg.book != a.env.Book {
		return nil
	}
	a.scoring = scoring{}
	return a.score()
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
