package intake

import (
	"context"
	"errors"
	"os"
	"sync/atomic"
	"time"

	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/model/crm"
	"github.com/gapbook/gapbook/model/crm/intake"
	"github.com/gapbook/gapbook/tui/screen"
)

// job is one reading of the files.
type job struct {
	n     int
	stop  context.CancelFunc
	read  atomic.Int64
	whole atomic.Int64
}

// share is how far it has come; 0 while nobody knows.
func (j *job) share() float64 {
	if w := j.whole.Load(); w > 0 {
		return min(float64(j.read.Load())/float64(w), 1) // files in no order are read twice
	}
	return 0
}

// Busy says how far the reading is.
func (p *Page) Busy() (share float64, under bool) {
	if p.job == nil {
		return 0, false
	}
	if share = p.job.share(); share == 0 {
		share = -1
	}
	return share, true
}

// outcome is what a job found; ticked draws its progress.
type (
	outcome struct {
		n    int
		book screen.Book
		res  *crm.Result
		err  error
	}
	ticked struct{ n int }
)

var errCancelled = errors.New("reading was stopped; enter on a file reads again")

// read reads the files with what is settled so far. A reading that is under way is given up.
func (p *Page) read() tea.Cmd {
	p.cancel()
	p.view, p.err = "", nil
	if len(p.files) == 0 {
		p.res = nil
		p.build()
		return nil
	}
	p.jobs++
	p.next = p.following()
	ctx, stop := context.WithCancel(context.Background())
	j := &job{n: p.jobs, stop: stop}
	p.job = j
	e, opt, paths, book := *p.Env.E(), p.options(), append([]string(nil), p.files...), p.Env.Book
	if len(e.Stages) == 0 {
		e.Stages = p.own
	}
	p.build()
	run := func() tea.Msg {
		for _, path := range paths {
			if info, err := os.Stat(path); err == nil {
				j.whole.Add(info.Size())
			}
		}
		res, err := crm.Read(intake.Files(ctx, paths, &j.read), &e, opt)
		if err == nil {
			err = ctx.Err()
		}
		return outcome{j.n, book, res, err}
	}
	return tea.Batch(screen.For(page, run), p.later(j.n))
}

// options are a copy that the page may go on changing.
func (p *Page) options() crm.Options {
	opt := p.opt
	opt.Stages, opt.Map, opt.Rates = map[string]string{}, map[string]string{}, map[string]float64{}
	for k, v := range p.opt.Stages {
		opt.Stages[k] = v
	}
	for k, v := range p.opt.Map {
		opt.Map[k] = v
	}
	for k, v := range p.opt.Rates {
		opt.Rates[k] = v
	}
	opt.Today = p.Env.Today()
	return opt
}

func (p *Page) later(n int) tea.Cmd {
	return screen.For(page, tea.Tick(100*time.Millisecond, func(time.Time) tea.Msg { return ticked{n} }))
}

func (p *Page) tick(t ticked) tea.Cmd {
	if p.job == nil || p.job.n != t.n {
		return nil
	}
	return p.later(t.n)
}

// cancel gives up what is being read.
func (p *Page) cancel() {
	if p.job != nil {
		p.job.stop()
		p.job = nil
	}
}

// came takes up what was found, unless something was changed meanwhile.
func (p *Page) came(o outcome) {
	if p.job == nil || p.job.n != o.n || o.book != p.Env.Book {
		return
	}
	p.job.stop()
	p.job = nil
	p.res, p.err = o.res, o.err
	switch {
	case o.err != nil:
		p.res = nil
	case p.proposing() && p.own != nil:
		p.res.ProposedStages = p.own
	}
	p.build()
	p.goOn()
}
