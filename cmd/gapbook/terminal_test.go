//go:build !windows

package main

import (
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/charmbracelet/x/vt"
	"github.com/creack/pty"
)

// terminal is a program on a pseudo-terminal and the screen it draws.
type terminal struct {
	b    testing.TB
	home string
	cmd  *exec.Cmd
	pty  *os.File
	mu   sync.Mutex
	vt   *vt.Emulator
	news chan struct{}
}

// start runs a program in a terminal, with a home folder of its own unless there is one to be shared.
func start(b testing.TB, cmd *exec.Cmd, shared ...string) *terminal {
	b.Helper()
	home := strings.Join(shared, "")
	if home == "" {
		home = b.TempDir()
	}
	cmd.Env = append(os.Environ(), "TERM=xterm-256color", "HOME="+home, "XDG_STATE_HOME="+filepath.Join(home, "state"), "XDG_CONFIG_HOME="+home)
	f, err := pty.StartWithSize(cmd, &pty.Winsize{Cols: 120, Rows: 40})
	if err != nil {
		b.Skipf("no pseudo-terminal: %v", err)
	}
	t := &terminal{b: b, home: home, cmd: cmd, pty: f, vt: vt.NewEmulator(120, 40), news: make(chan struct{}, 1)}
	go func() { _, _ = io.Copy(f, t.vt) }() // what a terminal answers when it is asked
	go func() {
		buf := make([]byte, 64<<10)
		for {
			n, err := f.Read(buf)
			if n > 0 {
				t.mu.Lock()
				_, _ = t.vt.Write(buf[:n])
				t.mu.Unlock()
				select {
				case t.news <- struct{}{}:
				default:
				}
			}
			if err != nil {
				return
			}
		}
	}()
	return t
}

func (t *terminal) keys(s string) {
	if _, err := t.pty.WriteString(s); err != nil {
		t.b.Fatal(err)
	}
}

func (t *terminal) shows(text string) bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	return strings.Contains(t.vt.String(), text)
}

func (t *terminal) wait(text string) {
	t.b.Helper()
	if !t.waitFor(text, 10*time.Second) {
		t.b.Fatalf("%q never came:\n%s", text, t.screen())
	}
}

// waitFor says whether a text came to stand on the screen.
func (t *terminal) waitFor(text string, patience time.Duration) bool {
	late := time.After(patience)
	for !t.shows(text) {
		select {
		case <-t.news:
		case <-late:
			return t.shows(text)
		}
	}
	return true
}

func (t *terminal) screen() string {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.vt.String()
}

// settle waits until the program has had nothing to draw for a while.
func (t *terminal) settle() {
	for {
		select {
		case <-t.news:
		case <-time.After(300 * time.Millisecond):
			return
		}
	}
}

func (t *terminal) end() {
	done := make(chan error, 1)
	go func() { done <- t.cmd.Wait() }()
	select {
	case <-done:
	case <-time.After(5 * time.Second):
		_ = t.cmd.Process.Kill()
		t.b.Errorf("the program did not end:\n%s", t.screen())
	}
	_ = t.pty.Close()
}
