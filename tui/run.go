package tui

import (
	"context"
	"errors"
	"time"

	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/score"
	"github.com/gapbook/gapbook/model/workbook/history"
	"github.com/gapbook/gapbook/tui/screen"
)

// Options are what the app starts with. Zero values have sensible meanings.
type Options struct {
	Book   screen.Book  // open already; nil: begin in the library
	Folder string       // of the library
	Shelf  screen.Shelf // absent: the disk, without samples
	Me     string       // who writes: `by` in new records
	Theme  string       // dark, light or contrast; absent: as the terminal says
	Notice error        // said when the app begins

	Version string // of the program, for what is written down when it breaks

	// Keep takes a backup of a file that was opened to be written to; nil: none. It runs in commands.
	Keep func(path string) error
	// Lately says what was done on a file the last days; nil: nobody knows. It runs in commands.
	Lately func(path string, now time.Time) (history.Recent, bool)

	Today func() model.Date
	Now   func() time.Time
	Pause time.Duration // after the last change, before the file is written; absent: a second
	Score func(screen.Snapshot, model.Date) *score.Result
}

// fps is the one setting that matters for how typing feels: at 60 a letter waits twice as long for the screen.
const fps = 120

// App is the app with its program, made but not yet running.
type App struct {
	app     *app
	program *tea.Program
	broken  context.Context
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
	x := &App{app: a}
	x.broken, a.abort = context.WithCancel(context.Background())
	x.program = tea.NewProgram(a, append([]tea.ProgramOption{tea.WithFPS(fps), tea.WithFilter(a.filter)}, extra...)...)
	return x
}

// Send gives the running app a message, as if it came from the terminal. It returns when the app has taken it.
func (x *App) Send(msg tea.Msg) { x.program.Send(msg) }

// Run shows the app until the person quits or ctx ends. When ctx ends (a signal, a closed terminal), what was typed is
// saved first. The error is what could not be saved, or what broke the terminal.
func (x *App) Run(ctx context.Context) error {
	defer context.AfterFunc(ctx, x.program.Quit)()
	defer context.AfterFunc(x.broken, x.program.Quit)()
	_, err := x.program.Run()
	a := x.app
	if b := a.env.Book; b != nil && (!a.quit.done || a.crash != nil) {
		// Something broke (a panic, the terminal): what is in memory goes to the disk before anything else.
		a.rescue()
		err = errors.Join(err, b.Save(), b.Close())
	}
	if a.quit.forced {
		err = errors.Join(err, a.quit.err)
	}
	if a.crash != nil {
		err = errors.Join(a.crash, err)
	}
	return err
}

// Suspend saves, gives the terminal back, stops the program by calling stop, and takes the terminal again once that
// returns.
func (x *App) Suspend(stop func()) {
	const patience = 2 * time.Second // a disk that does not answer must not keep the shell waiting
	saved, done := context.WithTimeout(context.Background(), patience)
	x.program.Send(holdMsg{done})
	<-saved.Done()
	_ = x.program.ReleaseTerminal()
	stop()
	_ = x.program.RestoreTerminal()
	x.program.Send(tea.ResumeMsg{})
}

// holdMsg asks that all be saved; done says that it is.
type holdMsg struct{ done func() }

func (a *app) hold(msg holdMsg) tea.Cmd {
	book := a.env.Book
	if book == nil {
		msg.done()
		return nil
	}
	a.saver.typed = time.Time{}
	a.page().Flush()
	save := a.saveFile(book)
	return func() tea.Msg {
		defer msg.done()
		return save()
	}
}

// Run makes the app and runs it.
func Run(ctx context.Context, opt Options, extra ...tea.ProgramOption) error {
	return New(opt, extra...).Run(ctx)
}
