//go:build !windows

package main

import (
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/charmbracelet/x/vt"
	"github.com/creack/pty"
)

// BenchmarkKeyToScreen drives the built program through a pseudo-terminal and measures from the write of a key to the
// moment at which the letter stands on the parsed screen. The peer is vim, where it is installed, in the same run.
func BenchmarkKeyToScreen(b *testing.B) {
	bin := filepath.Join(b.TempDir(), "gapbook")
	if out, err := exec.Command("go", "build", "-o", bin, ".").CombinedOutput(); err != nil {
		b.Fatalf("%v\n%s", err, out)
	}
	for _, lines := range []int{0, 2000} {
		b.Run(fmt.Sprintf("gapbook/note=%d-lines", lines), func(b *testing.B) {
			file := filepath.Join(b.TempDir(), "bench.yaml")
			note := ""
			if lines > 0 {
				note = "          note: |\n" + strings.Repeat("            what was said, and by whom, and when\n", lines)
			}
			src := "gapbook: 1\nclient: {name: Bench}\npeople:\n  - {id: p-1, name: Ann, role: rep}\ninterviews:\n  - id: i-1\n    person: p-1\n" +
				"    status: started\n    answers:\n        - question: rep-stage-exit\n          rating: 2\n" + note
			if err := os.WriteFile(file, []byte(src), 0o600); err != nil {
				b.Fatal(err)
			}
			t := start(b, exec.Command(bin, file))
			t.wait("Bench")
			t.keys("I")
			t.wait("Ann")
			t.keys("\r")
			t.wait("Rep")
			t.settle()
			t.measure()
			t.keys("\x11") // ctrl+q saves and leaves
			t.end()
		})
	}
	vim, err := exec.LookPath("vim")
	if err != nil {
		b.Log("vim is not installed: no peer")
		return
	}
	b.Run("vim/note=2000-lines", func(b *testing.B) {
		file := filepath.Join(b.TempDir(), "note.txt")
		if err := os.WriteFile(file, []byte(strings.Repeat("what was said, and by whom, and when\n", 2000)), 0o600); err != nil {
			b.Fatal(err)
		}
		t := start(b, exec.Command(vim, "-u", "NONE", "-i", "NONE", "-N", "-n", file))
		t.wait("what was said")
		t.keys("Go")
		t.settle()
		t.measure()
		t.keys("\x1b:q!\r")
		t.end()
	})
}

// terminal is a program on a pseudo-terminal and the screen it draws.
type terminal struct {
	b    *testing.B
	cmd  *exec.Cmd
	pty  *os.File
	mu   sync.Mutex
	vt   *vt.Emulator
	news chan struct{}
}

func start(b *testing.B, cmd *exec.Cmd) *terminal {
	b.Helper()
	cmd.Env = append(os.Environ(), "TERM=xterm-256color", "HOME="+b.TempDir())
	f, err := pty.StartWithSize(cmd, &pty.Winsize{Cols: 120, Rows: 40})
	if err != nil {
		b.Skipf("no pseudo-terminal: %v", err)
	}
	t := &terminal{b: b, cmd: cmd, pty: f, vt: vt.NewEmulator(120, 40), news: make(chan struct{}, 1)}
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
	deadline := time.After(10 * time.Second)
	for !t.shows(text) {
		select {
		case <-t.news:
		case <-deadline:
			t.b.Fatalf("%q never came:\n%s", text, t.vt.String())
		}
	}
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

// measure types words at a person's pace and reports how long each letter took to be seen.
func (t *terminal) measure() {
	var took []time.Duration
	t.b.ResetTimer()
	for i := range 240 {
		word := i / 8
		letters := fmt.Sprintf("q%c%czjkxw", 'a'+word%26, 'a'+word/26)
		at := i % 8
		switch {
		case at != 0 || i == 0:
		case word%6 == 0: // before a line wraps in the middle of a word
			t.keys("\r")
		default:
			t.keys(" ")
		}
		time.Sleep(time.Duration(40+i*7%23) * time.Millisecond) // never in step with a frame
		begin := time.Now()
		t.keys(letters[at : at+1])
		if at < 2 { // too short to be told from what is there
			continue
		}
		t.wait(letters[:at+1])
		took = append(took, time.Since(begin))
	}
	t.b.StopTimer()
	slices.Sort(took)
	t.b.ReportMetric(took[len(took)/2].Seconds()*1000, "ms/median")
	t.b.ReportMetric(took[len(took)*99/100].Seconds()*1000, "ms/p99")
	t.b.ReportMetric(0, "ns/op")
}

func (t *terminal) end() {
	done := make(chan error, 1)
	go func() { done <- t.cmd.Wait() }()
	select {
	case <-done:
	case <-time.After(5 * time.Second):
		_ = t.cmd.Process.Kill()
		t.b.Errorf("the program did not end:\n%s", t.vt.String())
	}
	_ = t.pty.Close()
}
