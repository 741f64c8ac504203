//go:build !windows

package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/gapbook/gapbook/model/workbook"
)

// bench is a file in a folder of its own, open in the program with the cursor in a note.
type bench struct {
	*terminal
	dir, file string
}

func atWork(t *testing.T, dir string, opt ...func(*exec.Cmd)) *bench {
	t.Helper()
	b := &bench{dir: dir, file: filepath.Join(dir, "bench.yaml")}
	if _, err := os.Stat(b.file); err != nil {
		if err := os.WriteFile(b.file, []byte(interviewed), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	b.open(t, opt...)
	return b
}

func (b *bench) open(t *testing.T, opt ...func(*exec.Cmd)) {
	t.Helper()
	cmd := exec.Command(program(t), b.file)
	for _, o := range opt {
		o(cmd)
	}
	b.terminal = start(t, cmd)
	t.Cleanup(func() { _ = cmd.Process.Kill(); _ = b.pty.Close() })
	b.wait("Bench")
	b.keys("I\r")
	b.wait("› Ann")
}

func (b *bench) note(t *testing.T) string {
	t.Helper()
	now, err := workbook.Read(b.file)
	if err != nil {
		t.Fatal(err)
	}
	return now.E.Interviews[0].Answers[0].Note
}

// eventually waits for what no screen tells.
func eventually(t *testing.T, what string, ok func() bool) {
	t.Helper()
	for late := time.Now().Add(15 * time.Second); !ok(); time.Sleep(5 * time.Millisecond) {
		if time.Now().After(late) {
			t.Fatalf("never: %s", what)
		}
	}
}

func ended(t *testing.T, cmd *exec.Cmd) error {
	t.Helper()
	done := make(chan error, 1)
	go func() { done <- cmd.Wait() }()
	select {
	case err := <-done:
		return err
	case <-time.After(10 * time.Second):
		t.Fatal("the program did not end")
		return nil
	}
}

// leftNothing says that only the engagement is in its folder.
func leftNothing(t *testing.T, dir string) {
	t.Helper()
	files, _ := os.ReadDir(dir)
	if len(files) != 1 {
		t.Errorf("left behind: %v", files)
	}
}

// shell runs the program as a person does, from a shell that lives on in the same terminal.
func shell(t *testing.T, script, file string) *terminal {
	t.Helper()
	bash, err := exec.LookPath("bash")
	if err != nil {
		t.Skip("no bash: no job control to test with")
	}
	term := start(t, exec.Command(bash, "-m", "-c", script, program(t), file))
	t.Cleanup(func() { _ = term.cmd.Process.Kill(); _ = term.pty.Close() })
	return term
}

// child is the process that the shell runs.
func child(t *testing.T, term *terminal) int {
	t.Helper()
	out, err := exec.Command("pgrep", "-P", strconv.Itoa(term.cmd.Process.Pid)).Output()
	if err != nil {
		t.Skipf("pgrep: %v", err)
	}
	pid, err := strconv.Atoi(strings.Fields(string(out))[0])
	if err != nil {
		t.Fatal(err)
	}
	return pid
}
