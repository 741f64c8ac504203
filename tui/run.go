package tui

import (
	"context"
	"errors"
	"time"

	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/score"
	"github.com/gapbook/gapbook/tui/screen"
)

// Options are what the app starts with. Zero values have sensible meanings.
type Options struct {
	Book   screen.Book  // open already; nil: begin in the library
	Folder string       // of the library
	Shelf  screen.Shelf // absent: the disk, without samples
	Me     string       // who writes: `by` in new records
	Theme  string       // dark or light; absent: as the terminal says

	Today func() model.Date
	Now   func() time.Time
	Score func(screen.Snapshot, model.Date) *score.Result
}

// fps is the one setting that matters for how typing feels: at 60 a letter waits twice as long for the screen.
const fps = 120

// App is the app with its program, made but not yet running.
type App struct {
	app     *app
	program *tea.Program
}

// New makes the app. Extra options come after its own.
func New(opt Options, extra ...tea.ProgramOption) *App {
	if opt.Now == nil {
		opt.Now = time.Now
	}
	if opt.Today == nil {
		now := opt.Now
		opt.Today = func() model.Date { return model.DateOf(now()) }
	}
	if opt.Score == nil {
		opt.Score = func(s screen.Snapshot, today model.Date) *score.Result {
			return score.Compute(s.E, s.Playbook, score.Options{AsOf: today})
		}
	}
	if opt.Shelf == nil {
		opt.Shelf = &Shelf{}
	}
	a := newApp(opt)
	return &App{a, tea.NewProgram(a, append([]tea.ProgramOption{tea.WithFPS(fps), tea.WithFilter(a.filter)}, extra...)...)}
}

// Send gives the running app a message, as if it came from the terminal. It returns when the app has taken it.
func (x *App) Send(msg tea.Msg) { x.program.Send(msg) }

// Run shows the app until the person quits or ctx ends. When ctx ends (a signal, a closed terminal), what was typed is
// saved first. The error is what could not be saved, or what broke the terminal.
func (x *App) Run(ctx context.Context) error {
	stop := context.AfterFunc(ctx, x.program.Quit)
	defer stop()
	_, err := x.program.Run()
	a := x.app
	if b := a.env.Book; b != nil && !a.quit.done {
		// Something broke (a panic, the terminal): what is in memory goes to the disk before anything else.
		err = errors.Join(err, b.Save(), b.Close())
	}
	if a.quit.forced {
		err = errors.Join(err, a.quit.err)
	}
	return err
}

// Run makes the app and runs it.
func Run(ctx context.Context, opt Options, extra ...tea.ProgramOption) error {
	return New(opt, extra...).Run(ctx)
}

// filter turns a quit from outside into one that saves first.
func (a *app) filter(_ tea.Model, msg tea.Msg) tea.Msg {
	switch msg.(type) {
	case tea.QuitMsg, tea.InterruptMsg:
		if !a.quit.done {
			return quitMsg{}
		}
	case tea.SuspendMsg:
		return nil // ctrl+z is undo
	}
	return msg
}
