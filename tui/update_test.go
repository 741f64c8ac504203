package tui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/workbook"
	"github.com/gapbook/gapbook/tui/keys"
	"github.com/gapbook/gapbook/tui/layout"
	"github.com/gapbook/gapbook/tui/screen"
)

// pad is a page with one text field, of which only Flush reaches the engagement.
type pad struct {
	screen.Base
	text, sent string
	seen       []string
	refreshed  int
}

func (p *pad) Title() string     { return "Pad" }
func (p *pad) Scope() keys.Scope { return keys.Interview }
func (p *pad) Typing() bool      { return true }
func (p *pad) View() string      { return layout.Block(p.text, layout.Screen(p.W, p.H)) }
func (p *pad) Refresh()          { p.refreshed++ }
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
	}
	return nil
}

type desk struct {
	*app
	t    *testing.T
	path string
	time time.Time
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
	makers[screen.Interview] = func(e *screen.Env, _ screen.Route) screen.Screen { return &pad{Base: screen.Base{Env: e}} }
	t.Cleanup(func() { delete(makers, screen.Interview) })
	d := &desk{t: t, path: path, time: time.Date(2026, 5, 12, 9, 0, 0, 0, time.UTC)}
	d.app = newApp(Options{
		Book: book, Shelf: &Shelf{},
		Now:   func() time.Time { return d.time },
		Today: func() model.Date { return model.DateOf(d.time) },
	})
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

func TestTextIsSavedAfterAPause(t *testing.T) {
	d, _ := newDesk(t)
	d.keyText("a")
	d.time = d.time.Add(100 * time.Millisecond)
	d.send(tickMsg{d.env.Book})
	if strings.Contains(d.file(), "title") {
		t.Fatal("saved in the middle of a word")
	}
	d.time = d.time.Add(pause)
	d.send(tickMsg{d.env.Book})
	if !strings.Contains(d.file(), "title: a") {
		t.Errorf("not saved after a pause:\n%s", d.file())
	}
}

func TestTextIsSavedWhileTyping(t *testing.T) {
	d, p := newDesk(t)
	for range 12 {
		d.keyText("a")
		d.time = d.time.Add(100 * time.Millisecond)
		d.saver.ticking = false
		d.send(tickMsg{d.env.Book})
	}
	if !strings.Contains(d.file(), "title: aaa") {
		t.Errorf("a second of typing is not saved:\n%s", d.file())
	}
	if p.refreshed == 0 {
		t.Error("the page never heard of the new snapshot")
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
	d.send(screen.Ask{Dialog: newHelp(keys.Interview, d.env.Has)})
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
	makers[screen.Interview] = func(e *screen.Env, _ screen.Route) screen.Screen { return &pad{Base: screen.Base{Env: e}} }
	defer delete(makers, screen.Interview)
	a.show(screen.Route{Kind: screen.Interview})
	a.Update(tea.WindowSizeMsg{Width: 120, Height: 40})
	for b.Loop() {
		a.Update(tea.KeyPressMsg{Code: tea.KeyUp})
		a.View()
	}
}
