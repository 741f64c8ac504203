// Package tuitest drives the real app on a virtual terminal: start it, press keys, wait until the screen says something,
// read the screen. It waits for what is drawn, never for time to pass. For tests only.
package tuitest

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/vt"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/workbook"
	"github.com/gapbook/gapbook/tui"
	"github.com/gapbook/gapbook/tui/keys"
)

// Today is the day on which every test takes place, unless its options say otherwise.
const Today model.Date = "2026-05-12"

// patience is how long a test waits before it gives up; a passing test never waits so long.
const patience = 10 * time.Second

// App is the app under test.
type App struct {
	t    testing.TB
	app  *tui.App
	w, h int

	marks int // of Settled
	mu    sync.Mutex
	term  *vt.Emulator
	tape  *strings.Builder // all that was written to the terminal; nil: not kept
	drawn chan struct{}    // something was written to the terminal
	end   chan struct{}
	err   error
	stop  context.CancelFunc
}

// Start runs the app in a terminal of w by h cells. It is stopped with the test.
func Start(t testing.TB, opt tui.Options, w, h int) *App {
	t.Helper()
	if opt.Today == nil {
		opt.Today = func() model.Date { return Today }
	}
	if opt.Now == nil {
		opt.Now = time.Now
	}
	if opt.Pause == 0 {
		opt.Pause = 20 * time.Millisecond // what a test waits for in the file comes there without a person's pause
	}
	a := &App{t: t, w: w, h: h, term: vt.NewEmulator(w, h), drawn: make(chan struct{}, 1), end: make(chan struct{})}
	_, _ = a.term.WriteString("\x1b[20h") // the program writes bare line feeds: its output is no terminal
	go func() {                           // the terminal answers queries; unread answers would block it
		buf := make([]byte, 1024)
		for {
			if _, err := a.term.Read(buf); err != nil {
				return
			}
		}
	}()
	a.app = tui.New(opt, tea.WithInput(nil), tea.WithOutput(a), tea.WithWindowSize(w, h), tea.WithoutSignalHandler(),
		tea.WithColorProfile(colorprofile.TrueColor), tea.WithEnvironment([]string{"TERM=xterm-256color"}))
	ctx, cancel := context.WithCancel(context.Background())
	a.stop = cancel
	go func() {
		a.err = a.app.Run(ctx)
		close(a.end)
	}()
	t.Cleanup(func() {
		cancel()
		select {
		case <-a.end:
		case <-time.After(patience):
			t.Errorf("the app did not quit")
		}
		if pipe, ok := a.term.InputPipe().(io.Closer); ok { // Close of the terminal itself races with its Read
			_ = pipe.Close()
		}
	})
	return a
}

// Open writes an engagement to a new file and starts the app with it open.
func Open(t testing.TB, yaml string, w, h int) (*App, string) {
	t.Helper()
	path := File(t, yaml)
	book, err := workbook.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	return Start(t, tui.Options{Book: book, Folder: filepath.Dir(path), Me: "Dana Ortiz"}, w, h), path
}

// File writes an engagement to a new file.
func File(t testing.TB, yaml string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "northwind.yaml")
	if err := os.WriteFile(path, []byte(yaml), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// Write takes the program's output; only the program calls it.
func (a *App) Write(p []byte) (int, error) {
	a.mu.Lock()
	n, err := a.term.Write(p)
	if a.tape != nil {
		a.tape.Write(p)
	}
	a.mu.Unlock()
	select {
	case a.drawn <- struct{}{}:
	default:
	}
	return n, err
}

// Key is the message that a terminal makes of a key, by the name it has in the key table.
func Key(name string) tea.KeyPressMsg { return keys.Press(name) }

// Taped is every byte that was written to the terminal since it was asked for last; the first time it begins to keep them.
func (a *App) Taped() string {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.tape == nil {
		a.tape = &strings.Builder{}
	}
	s := a.tape.String()
	a.tape.Reset()
	return s
}

// Press sends keys by name, as the key table writes them: "j", "enter", "ctrl+n", "shift+tab".
func (a *App) Press(names ...string) {
	a.t.Helper()
	for _, n := range names {
		a.app.Send(Key(n))
	}
}

// Type sends text letter by letter, as a person types it.
func (a *App) Type(text string) {
	for _, r := range text {
		if r == '\n' {
			a.app.Send(Key("enter"))
		} else {
			a.app.Send(tea.KeyPressMsg{Code: r, Text: string(r)})
		}
	}
}

// Paste sends text as one paste.
func (a *App) Paste(text string) { a.app.Send(tea.PasteMsg{Content: text}) }

// Click presses the left button on a cell.
func (a *App) Click(x, y int) { a.app.Send(tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft}) }

// Send gives the app any message.
func (a *App) Send(msg tea.Msg) { a.app.Send(msg) }

// Resize changes the size of the window.
func (a *App) Resize(w, h int) {
	a.mu.Lock()
	a.w, a.h = w, h
	a.term.Resize(w, h)
	a.mu.Unlock()
	a.app.Send(tea.WindowSizeMsg{Width: w, Height: h})
}

// Screen is what stands on the screen: h lines, without styles and without blanks at their ends.
func (a *App) Screen() string {
	a.mu.Lock()
	defer a.mu.Unlock()
	lines := make([]string, a.h)
	for y := range a.h {
		var b strings.Builder
		for x := 0; x < a.w; {
			c := a.term.CellAt(x, y)
			if c == nil || c.Width == 0 {
				b.WriteByte(' ')
				x++
				continue
			}
			b.WriteString(c.Content)
			x += c.Width
		}
		lines[y] = strings.TrimRight(b.String(), " ")
	}
	return strings.Join(lines, "\n")
}

// Cursor is the cell of the terminal's cursor; shown is false when it is hidden.
func (a *App) Cursor() (x, y int, shown bool) {
	a.mu.Lock()
	defer a.mu.Unlock()
	p := a.term.CursorPosition()
	return p.X, p.Y, !a.term.CursorHidden()
}

// Wait waits until the screen contains every text.
func (a *App) Wait(texts ...string) {
	a.t.Helper()
	a.Until("the screen to show "+strings.Join(texts, " | "), func(s string) bool {
		for _, text := range texts {
			if !strings.Contains(s, text) {
				return false
			}
		}
		return true
	})
}

// Gone waits until the screen no longer contains a text.
func (a *App) Gone(text string) {
	a.t.Helper()
	a.Until("the screen not to show "+text, func(s string) bool { return !strings.Contains(s, text) })
}

// Until waits for anything about the screen.
func (a *App) Until(what string, ok func(screen string) bool) {
	a.t.Helper()
	late := time.After(patience)
	for {
		if ok(a.Screen()) {
			return
		}
		select {
		case <-a.drawn:
		case <-a.end:
			if !ok(a.Screen()) {
				a.t.Fatalf("the app ended (%v) while waiting for %s; the screen:\n%s", a.err, what, a.Screen())
			}
			return
		case <-late:
			a.t.Fatalf("waited for %s; the screen:\n%s", what, a.Screen())
		}
	}
}

// File waits until the file at path contains a text: until it is saved.
func (a *App) File(path, text string) {
	a.t.Helper()
	late := time.Now().Add(patience)
	for {
		src, err := os.ReadFile(path)
		if err == nil && strings.Contains(string(src), text) {
			return
		}
		if time.Now().After(late) {
			a.t.Fatalf("%s never came to hold %q; it is:\n%s", path, text, src)
		}
		time.Sleep(5 * time.Millisecond) // a file tells nobody when it changes
	}
}

// Quit presses ctrl+q and waits for the end; the error is the app's.
func (a *App) Quit() error {
	a.t.Helper()
	a.Press("ctrl+q")
	return a.Ended()
}

// Left quits and reads what the app left in its file, or beside it where it could not be saved.
func (a *App) Left(path string) workbook.Snapshot {
	a.t.Helper()
	if err := a.Quit(); err != nil {
		a.t.Fatal(err)
	}
	book, err := workbook.Open(path)
	if err != nil {
		a.t.Fatal(err)
	}
	defer book.Close()
	return book.Now()
}

// Signal ends the app as a signal would, and waits.
func (a *App) Signal() error {
	a.t.Helper()
	a.stop()
	return a.Ended()
}

// Ended waits for the app to end.
func (a *App) Ended() error {
	a.t.Helper()
	select {
	case <-a.end:
		return a.err
	case <-time.After(patience):
		a.t.Fatalf("the app did not end; the screen:\n%s", a.Screen())
		return nil
	}
}
