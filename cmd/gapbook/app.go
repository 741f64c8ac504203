package main

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/gapbook/gapbook/model/machine"
	"github.com/gapbook/gapbook/model/workbook"
	"github.com/gapbook/gapbook/model/workbook/history"
	"github.com/gapbook/gapbook/tui"
)

// openApp shows a file, or the library of a folder.
func openApp(ctx context.Context, args []string) error {
	if !isTerminal(os.Stdin) || !isTerminal(os.Stdout) {
		return usagef("for scripts there are check, score, funnel and plan; see gapbook --help", "the app needs a terminal")
	}
	set := readSettings(os.Stderr)
	opt := tui.Options{Me: set.me(), Theme: string(set.Theme), Folder: libraryFolder(), Notice: set.notice, Keep: set.keep, Lately: history.Lately}
	if len(args) == 1 {
		info, err := os.Stat(args[0])
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return &missing{args[0], err}
		case err != nil:
			return err
		case info.IsDir():
			opt.Folder = args[0]
		default:
			book, err := workbook.Open(args[0], asks(ctx, args[0]))
			if err != nil {
				return err
			}
			opt.Book, opt.Folder = book, filepath.Dir(args[0])
		}
	}
	shelf, clean := shelfWithSamples(opt.Folder)
	defer clean()
	shelf.Ask = fromEnvironment
	opt.Shelf = shelf
	return showApp(ctx, opt)
}

// showApp runs the app until the person leaves or a signal ends it.
func showApp(ctx context.Context, opt tui.Options) error {
	opt.Version = version
	app := tui.New(opt)
	defer onSuspend(app.Suspend)()
	return app.Run(ctx)
}

// missing is a file that is not there, with a hint how to make it.
type missing struct {
	path string
	err  error
}

func (m *missing) Error() string { return "no file or folder " + m.path }
func (m *missing) Unwrap() error { return m.err }
func (m *missing) Hint() string {
	return "to begin one: gapbook new " + m.path + " --client NAME"
}

// libraryFolder is ./engagements where there is one, else the person's own.
func libraryFolder() string {
	if info, err := os.Stat("engagements"); err == nil && info.IsDir() {
		return "engagements"
	}
	if home := os.Getenv("XDG_DATA_HOME"); home != "" {
		return filepath.Join(home, "gapbook", "engagements")
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return "engagements"
	}
	return filepath.Join(home, "gapbook", "engagements")
}

// me is who the notes are by: the name that the system knows the person by.
func me() string { return machine.User() }
