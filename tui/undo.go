package tui

import "github.com/gapbook/gapbook/tui/screen"

// undo takes the last step back, wherever it was made. There is one history: the workbook's, in which typing is a step a
// word, so that what was taken back in a note is not brought again by another page.
func (a *app) undo(p *page) {
	a.stepped(p, "undid", "nothing to undo", func(b screen.Book) (string, bool) { return b.Undo() })
}

func (a *app) redo(p *page) {
	a.stepped(p, "redid", "nothing to redo", func(b screen.Book) (string, bool) { return b.Redo() })
}

func (a *app) stepped(p *page, did, nothing string, step func(screen.Book) (string, bool)) {
	if a.env.Book == nil {
		return
	}
	p.Flush()
	if name, ok := step(a.env.Book); ok {
		a.status.say(did+": "+name, a.now())
	} else {
		a.status.say(nothing, a.now())
	}
}
