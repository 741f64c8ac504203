package portfolio

import (
	"context"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/model/portfolio"
	"github.com/gapbook/gapbook/tui/screen"
)

// look lists the folder, in a command.
func (p *Page) look() tea.Cmd {
	p.run++
	run, folder := p.run, p.folder()
	return screen.For(p.route, func() tea.Msg {
		files, err := portfolio.Files(folder)
		return listed{run, files, err}
	})
}

// How many files are read before the screen hears of them: few at first, more when many are there to be sorted anew.
const (
	leastAtOnce = 8
	mostAtOnce  = 256
)

// more reads the next files, in a command.
func (p *Page) more() tea.Cmd {
	if p.read >= len(p.files) {
		return nil
	}
	upTo := min(p.read+min(max(p.read/4, leastAtOnce), mostAtOnce), len(p.files))
	run, files := p.run, p.files[p.read:upTo]
	opt := portfolio.Options{AsOf: p.Env.Today(), Names: true}
	return screen.For(p.route, func() tea.Msg {
		out := some{run: run, upTo: upTo}
		_ = portfolio.Read(context.Background(), files, opt, nil, func(f portfolio.Found) error {
			out.rows = append(out.rows, row{f.Path, f.Entry, f.Locked, f.Problems, f.Err})
			return nil
		})
		return out
	})
}

// take adds what was found. Two engagements of one client, title and start are told apart.
func (p *Page) take(msg some) {
	p.read = msg.upTo
	for _, r := range msg.rows {
		if r.x != nil {
			id := r.x.ID
			if n := p.ids[id]; n > 0 {
				r.x.ID = id + "-" + strconv.Itoa(n+1)
			}
			p.ids[id]++
		}
		p.rows = append(p.rows, r)
	}
	p.fill()
}

// done says whether every file has been looked at.
func (p *Page) done() bool { return p.began && p.read >= len(p.files) }
