package tui

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/machine"
	"github.com/gapbook/gapbook/model/workbook"
	"github.com/gapbook/gapbook/tui/keys"
	"github.com/gapbook/gapbook/tui/layout"
	"github.com/gapbook/gapbook/tui/screen"
	"github.com/gapbook/gapbook/tui/screen/home"
)

// pad is a page with one text field, of which only Flush reaches the engagement.
type pad struct {
	screen.Base
	mine       bool
	text, sent string
	seen       []string
	refreshed  int
}

func (p *pad) Title() string     { return "Pad" }
func (p *pad) Scope() keys.Scope { return keys.Interview }
func (p *pad) Typing() bool      { return true }

func (p *pad) View() string {
	if p.mine {
		panic("what the client said")
	}
	return layout.Block(p.text, layout.Screen(p.W, p.H))
}

func (p *pad) Refresh() { p.refreshed++ }
func (p *pad) Flush() {
	if p.text != p.sent && p.Env.Edit("type", screen.Set(p.text, "title")) == nil {
		p.sent = p.text
	}
}

func (p *pad) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		p.text += msg.Text
	case string:
		p.seen = append(p.seen, msg)
	case explode:
		panic("what the client said")
	case mined:
		p.mine = true
	case detonate:
		return func() tea.Msg { panic("what the client said") }
	}
	return nil
}

type (
	explode  struct{}
	detonate struct{}
	mined    struct{}
)

type desk struct {
	*app
	t    *testing.T
	path string
	time time.Time
}

// padded puts a pad in the place of an interview for one test.
func padded(t testing.TB) {
	was := makers[screen.Interview]
	makers[screen.Interview] = func(e *screen.Env, _ screen.Route) screen.Screen { return &pad{Base: screen.Base{Env: e}} }
	t.Cleanup(func() { makers[screen.Interview] = was })
}

// newDesk is the root with a pad open, a clock of its own, and no program around it.
func newDesk(t *testing.T) (*desk, *pad) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "e.yaml")
	if err := os.WriteFile(path, []byte("gapbook: 1\nclient:\n  name: Acme\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	book, err := workbook.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = book.Close() })
	padded(t)
	d := &desk{t: t, path: path, time: time.Date(2026, 5, 12, 9, 0, 0, 0, time.UTC)}
	d.app = newApp(Options{
		Book: book, Shelf: &Shelf{},
		Now:   func() time.Time { return d.time },
		Today: func() model.Date { return model.DateOf(d.time) },
	})
	d.after = func(time.Duration, func(time.Time) tea.Msg) tea.Cmd { return nil }
	d.Init()
	d.send(screen.Go{Route: screen.Route{Kind: screen.Interview, ID: "i-1"}})
	return d, d.page().Screen.(*pad)
}

// send gives the root a message and runs the commands that come of it, but for timers: the clock is the test's.
func (d *desk) send(msg tea.Msg) {
	d.t.Helper()
	_, cmd := d.app.Update(msg)
	d.run(cmd)
}

func (d *desk) run(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	done := make(chan tea.Msg, 1)
	go func() { done <- cmd() }()
	select {
	case msg := <-done:
		if batch, ok := msg.(tea.BatchMsg); ok {
			for _, c := range batch {
				d.run(c)
			}
		} else if msg != nil {
			d.send(msg)
		}
	case <-time.After(100 * time.Millisecond): // a timer
	}
}

func (d *desk) keyText(s string) { d.send(tea.KeyPressMsg{Code: []rune(s)[0], Text: s}) }

func (d *desk) file() string {
	b, _ := os.ReadFile(d.path)
	return string(b)
}

func TestEveryPrintableKeyTypes(t *testing.T) {
	d, p := newDesk(t)
	all := ""
	for r := ' '; r <= '~'; r++ {
		d.keyText(string(r))
		all += string(r)
	}
	if p.text != all {
		t.Errorf("typed %q, got %q", all, p.text)
	}
}

// later lets time pass and the timer go off that counts then.
func (d *desk) later(by time.Duration) {
	d.time = d.time.Add(by)
	d.send(tickMsg{d.env.Book, d.saver.due})
}

func (d *desk) title() string { return d.env.E().Title }

func TestTextReachesTheWorkbookWhileTyping(t *testing.T) {
	d, p := newDesk(t)
	for i := range 12 {
		d.keyText("a")
		if d.time = d.time.Add(50 * time.Millisecond); i%3 == 2 {
			d.later(0)
			if len(d.title()) != i+1 {
				t.Fatalf("after %d letters the workbook has %q", i+1, d.title())
			}
		}
	}
	if strings.Contains(d.file(), "title") {
		t.Error("the file was written in the middle of a word")
	}
	if p.refreshed == 0 {
		t.Error("the page never heard of the new snapshot")
	}
	// What is not in the file is in the journal, synced, without waiting for anything but the disk.
	late := time.Now().Add(5 * time.Second)
	for {
		src, _ := os.ReadFile(workbook.Journals(d.path)[0])
		if strings.Count(string(src), `"ins":"aaa"`) == 4 {
			return
		}
		if time.Now().After(late) {
			t.Fatalf("the journal has\n%q", src)
		}
		time.Sleep(time.Millisecond)
	}
}

func TestTheFileIsWrittenAfterAPause(t *testing.T) {
	d, _ := newDesk(t)
	d.keyText("a")
	d.later(flushed)
	d.later(pause / 2)
	d.keyText("b")
	d.later(flushed)
	d.later(pause * 9 / 10)
	if strings.Contains(d.file(), "title") {
		t.Fatal("saved before the pause was over")
	}
	d.later(pause / 10)
	if !strings.Contains(d.file(), "title: ab") {
		t.Errorf("not saved after a pause:\n%s", d.file())
	}
}

// Timers that were overtaken must not draw the screen, nor add up.
func TestOneTimerCounts(t *testing.T) {
	d, _ := newDesk(t)
	d.keyText("a")
	due := d.saver.due
	for range 50 {
		d.keyText("a")
	}
	if d.saver.due != due {
		t.Error("each letter sets a timer of its own")
	}
	d.later(flushed)
	old := d.saver.due
	d.keyText("b")
	if d.filter(nil, tickMsg{d.env.Book, old}) != nil {
		t.Error("a timer that was overtaken reaches the app")
	}
}

func TestWhatFailsIsTriedMoreAndMoreRarely(t *testing.T) {
	d, _ := newDesk(t)
	b := &broken{Book: d.env.Book}
	d.env.Book = b
	d.keyText("a")
	d.later(flushed)
	for end := d.time.Add(10 * time.Minute); d.time.Before(end); {
		d.later(d.saver.due.Sub(d.time))
	}
	if d.saver.err == nil || b.saves < 8 || b.saves > 20 {
		t.Errorf("tried %d times in ten minutes (%v)", b.saves, d.saver.err)
	}
	b.mended = true
	d.later(rarest)
	if d.saver.err != nil || !strings.Contains(d.file(), "title: a") {
		t.Errorf("%v\n%s", d.saver.err, d.file())
	}
}

// What has become writable again is saved when that is seen, not when the next try was due.
func TestAFileThatCanBeWrittenAgainIsSavedAtOnce(t *testing.T) {
	d, _ := newDesk(t)
	b := &broken{Book: d.env.Book}
	d.env.Book = b
	d.keyText("a")
	d.later(flushed)
	for end := d.time.Add(time.Minute); d.time.Before(end); {
		d.later(d.saver.due.Sub(d.time))
	}
	d.send(lookMsg{b})
	if d.saver.denied == nil || d.saver.err == nil {
		t.Fatalf("denied %v, not saved %v", d.saver.denied, d.saver.err)
	}
	b.mended = true
	d.send(lookMsg{b})
	if d.saver.err != nil || d.saver.denied != nil || !strings.Contains(d.file(), "title: a") {
		t.Errorf("%v, %v\n%s", d.saver.err, d.saver.denied, d.file())
	}
}

type broken struct {
	screen.Book
	saves  int
	mended bool
}

func (b *broken) Denied() error {
	if !b.mended {
		return os.ErrPermission
	}
	return nil
}

func (b *broken) Save() error {
	if b.saves++; !b.mended {
		return os.ErrPermission
	}
	return b.Book.Save()
}

// Another program writes between two letters, and while a save is on its way: every letter and every word stays.
func TestAnotherProgramWritesBetweenTwoLetters(t *testing.T) {
	d, _ := newDesk(t)
	d.keyText("a")
	d.later(flushed)
	if err := os.WriteFile(d.path, []byte("gapbook: 1\nclient:\n  name: Acme Rockets\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	d.keyText("b")
	d.send(lookMsg{d.env.Book})
	d.keyText("c")
	d.later(flushed)
	d.later(pause)
	d.later(pause)
	if d.status.text != "merged changes made outside" {
		t.Errorf("said %q", d.status.text)
	}
	if e := d.env.E(); e.Title != "abc" || e.Client.Name != "Acme Rockets" {
		t.Errorf("title %q, client %q", e.Title, e.Client.Name)
	}
	if src := d.file(); !strings.Contains(src, "title: abc") || !strings.Contains(src, "name: Acme Rockets") {
		t.Errorf("the file:\n%s", src)
	}
}

func TestAPanicSavesAndEnds(t *testing.T) {
	t.Setenv("XDG_STATE_HOME", t.TempDir())
	for name, breakIt := range map[string]func(*desk, *pad){
		"in Update":    func(d *desk, p *pad) { d.send(explode{}) },
		"in View":      func(d *desk, p *pad) { p.mine = true; d.View() },
		"in a command": func(d *desk, p *pad) { d.send(detonate{}) },
	} {
		d, p := newDesk(t)
		d.keyText("a")
		breakIt(d, p)
		if d.crash == nil || d.crash.Path == "" || !d.quit.done {
			t.Errorf("%s: %+v", name, d.crash)
		}
		d.rescue()
		if d.title() != "a" {
			t.Errorf("%s: the title is %q", name, d.title())
		}
	}
}

// The whole program around the app: after a panic it ends by itself, with all text in the file.
func TestAProgramThatBreaksEndsInOrder(t *testing.T) {
	t.Setenv("XDG_STATE_HOME", t.TempDir())
	d, _ := newDesk(t)
	if err := d.env.Book.Close(); err != nil {
		t.Fatal(err)
	}
	makers[screen.Home] = makers[screen.Interview]
	t.Cleanup(func() { makers[screen.Home] = home.New })
	for name, last := range map[string]tea.Msg{"in Update": explode{}, "in a command": detonate{}, "in View": mined{}} {
		book, err := workbook.Open(d.path)
		if err != nil {
			t.Fatal(err)
		}
		x := New(Options{Book: book}, tea.WithInput(nil), tea.WithOutput(io.Discard), tea.WithWindowSize(80, 24), tea.WithoutSignalHandler())
		end := make(chan error)
		go func() { end <- x.Run(t.Context()) }()
		x.Send(tea.KeyPressMsg{Code: 'a', Text: "a"})
		x.Send(last)
		select {
		case err = <-end:
		case <-time.After(10 * time.Second):
			t.Fatalf("%s: it runs on", name)
		}
		var crash *machine.Crash
		if !errors.As(err, &crash) || strings.Contains(err.Error(), "client") {
			t.Errorf("%s: %v", name, err)
		}
		if now, err := workbook.Read(d.path); err != nil || !strings.HasSuffix(now.E.Title, "a") {
			t.Errorf("%s: the title is %q (%v)", name, now.E.Title, err)
		}
		if err := os.WriteFile(d.path, []byte("gapbook: 1\nclient:\n  name: Acme\n"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

func TestLeavingSendsText(t *testing.T) {
	for name, leave := range map[string]tea.Msg{
		"esc": tea.KeyPressMsg{Code: tea.KeyEscape}, "go": screen.Go{Route: screen.Route{Kind: screen.Home}},
	} {
		d, _ := newDesk(t)
		d.keyText("a")
		d.send(leave)
		if d.route.Kind != screen.Home || d.env.E().Title != "a" {
			t.Errorf("%s: on %s with title %q", name, d.route.Kind, d.env.E().Title)
		}
	}
}

func TestPagesAreKept(t *testing.T) {
	d, p := newDesk(t)
	d.send(screen.Go{Route: screen.Route{Kind: screen.Home}})
	d.send(screen.Owned{To: screen.Route{Kind: screen.Interview, ID: "i-1"}, Msg: "late result"})
	d.send(screen.Go{Route: screen.Route{Kind: screen.Interview, ID: "i-1", At: "elsewhere"}})
	if d.page().Screen != screen.Screen(p) || len(p.seen) != 1 {
		t.Errorf("another page, or %q", p.seen)
	}
}

func TestUndoOfWhatIsBeingTyped(t *testing.T) {
	d, _ := newDesk(t)
	d.keyText("a")
	d.send(tea.KeyPressMsg{Code: 'z', Mod: tea.ModCtrl})
	if d.env.E().Title != "" || d.status.text != "undid: type" {
		t.Errorf("title %q, %q", d.env.E().Title, d.status.text)
	}
}

func TestADialogTakesEveryKey(t *testing.T) {
	d, p := newDesk(t)
	d.send(screen.Ask{Dialog: newHelp(keys.Interview, false, d.env.Has)})
	d.keyText("a")
	if p.text != "" {
		t.Errorf("the page got %q", p.text)
	}
	d.send(tea.KeyPressMsg{Code: tea.KeyEscape})
	d.keyText("b")
	if p.text != "b" {
		t.Errorf("the page got %q", p.text)
	}
}

// A key costs the frame around the page and no more: far below the 8 ms between two frames.
func BenchmarkView(b *testing.B) {
	a := newApp(Options{Shelf: &Shelf{}, Now: time.Now, Today: func() model.Date { return "2026-05-12" }})
	padded(b)
	a.show(screen.Route{Kind: screen.Interview})
	a.Update(tea.WindowSizeMsg{Width: 120, Height: 40})
	for b.Loop() {
		a.Update(tea.KeyPressMsg{Code: tea.KeyUp})
		a.View()
	}
}
