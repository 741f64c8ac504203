//go:build !windows

package main

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
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

func TestAClosedWindowSaves(t *testing.T) {
	b := atWork(t, t.TempDir())
	b.keys("heard")
	b.wait("begin,heard")
	_ = b.pty.Close() // the kernel sends SIGHUP, and every write to the terminal fails
	_ = ended(t, b.cmd)
	if got := b.note(t); got != "begin,heard" {
		t.Errorf("the note is %q", got)
	}
	leftNothing(t, b.dir)
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

func TestSignalsSaveAndLeaveTheTerminalInOrder(t *testing.T) {
	for _, sig := range []syscall.Signal{syscall.SIGTERM, syscall.SIGINT, syscall.SIGHUP} {
		t.Run(sig.String(), func(t *testing.T) {
			file := filepath.Join(t.TempDir(), "bench.yaml")
			if err := os.WriteFile(file, []byte(interviewed), 0o600); err != nil {
				t.Fatal(err)
			}
			term := shell(t, `"$0" "$1"; echo "ended with $?"; stty -a; echo told; sleep 60`, file)
			term.wait("Bench")
			term.keys("I\r")
			term.wait("› Ann")
			term.keys("heard")
			term.wait("begin,heard")
			if err := syscall.Kill(child(t, term), sig); err != nil {
				t.Fatal(err)
			}
			term.wait("told")
			s := term.screen()
			if !strings.Contains(s, "ended with 0") || strings.Contains(s, "-echo ") || strings.Contains(s, "-icanon") || strings.Contains(s, "begin,heard") {
				t.Errorf("the terminal is left so:\n%s", s)
			}
			if now, err := workbook.Read(file); err != nil || now.E.Interviews[0].Answers[0].Note != "begin,heard" {
				t.Errorf("%v, %v", now.E, err)
			}
			leftNothing(t, filepath.Dir(file))
		})
	}
}

func TestSuspendAndResume(t *testing.T) {
	file := filepath.Join(t.TempDir(), "bench.yaml")
	if err := os.WriteFile(file, []byte(interviewed), 0o600); err != nil {
		t.Fatal(err)
	}
	term := shell(t, `"$0" "$1"; stty -a; echo stepped aside; read x; fg; echo "ended with $?"; sleep 60`, file)
	term.wait("Bench")
	term.keys("I\r")
	term.wait("› Ann")
	term.keys("heard")
	term.wait("begin,heard")
	if err := syscall.Kill(child(t, term), syscall.SIGTSTP); err != nil {
		t.Fatal(err)
	}
	term.wait("stepped aside")
	if s := term.screen(); strings.Contains(s, "-echo ") || strings.Contains(s, "-icanon") || strings.Contains(s, "begin,heard") {
		t.Errorf("the terminal is left so:\n%s", s)
	}
	if now, err := workbook.Read(file); err != nil || now.E.Interviews[0].Answers[0].Note != "begin,heard" {
		t.Errorf("not saved: %v, %v", now.E, err)
	}
	term.keys("\n")
	term.wait("begin,heard")
	term.keys("again")
	term.wait("begin,heardagain")
	term.keys("\x11")
	term.wait("ended with 0")
	if s := term.screen(); !strings.Contains(s, "stepped aside") || strings.Contains(s, "begin,heard") {
		t.Errorf("the shell's own screen did not come back:\n%s", s)
	}
	if now, err := workbook.Read(file); err != nil || now.E.Interviews[0].Answers[0].Note != "begin,heardagain" {
		t.Errorf("%v, %v", now.E, err)
	}
}

func TestTwoWindows(t *testing.T) {
	one := atWork(t, t.TempDir())
	one.keys("first")
	one.wait("begin,first")
	two := atWork(t, one.dir)
	two.wait("read-only here")
	two.keys("lost?")
	eventually(t, "the first window saves", func() bool { return one.note(t) == "begin,first" })
	two.wait("begin,first") // it follows

	out, err := exec.Command(program(t), "plan", "--save", one.file).CombinedOutput()
	var exit *exec.ExitError
	if !errors.As(err, &exit) || exit.ExitCode() != exitIO || !strings.Contains(string(out), "is open since") {
		t.Errorf("plan --save: %v\n%s", err, out)
	}
	one.keys("more")
	one.wait("begin,firstmore")
	time.Sleep(promised)
	if err := one.cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = one.cmd.Wait()
	two.wait("nobody else has the file open any more")
	two.wait("begin,firstmore") // what the other did not save is there, too
	two.wait("lost?")           // and what was typed here while nothing could be written
	two.keys(".")
	eventually(t, "both are in the file", func() bool {
		got := two.note(t)
		return strings.Contains(got, "begin,firstmore") && strings.Contains(got, "lost?")
	})
	two.keys("\x11")
	if err := ended(t, two.cmd); err != nil {
		t.Error(err)
	}
	leftNothing(t, one.dir)
}

func TestAnotherProgramWritesBetweenTwoLetters(t *testing.T) {
	b := atWork(t, t.TempDir())
	b.keys("ours")
	b.wait("begin,ours")
	src, err := os.ReadFile(b.file)
	if err != nil {
		t.Fatal(err)
	}
	theirs := strings.Replace(string(src), "name: Ann", "name: Hannah", 1)
	if err := os.WriteFile(b.file, []byte(theirs), 0o600); err != nil {
		t.Fatal(err)
	}
	b.keys(",still")
	b.wait("merged changes made outside")
	b.wait("Hannah")
	eventually(t, "both are in the file", func() bool {
		src, _ := os.ReadFile(b.file)
		return strings.Contains(string(src), "Hannah") && b.note(t) == "begin,ours,still"
	})
	b.keys("\x11")
	if err := ended(t, b.cmd); err != nil {
		t.Error(err)
	}
}

func TestAFolderThatIsRenamedAway(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "client")
	if err := os.Mkdir(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	b := atWork(t, dir)
	b.keys("before")
	b.wait("begin,before")
	if err := os.Rename(dir, dir+"-moved"); err != nil {
		t.Fatal(err)
	}
	b.keys(",after")
	b.wait("is not there any more")
	b.wait("save a copy elsewhere")
	b.keys(",on")
	b.keys("\x13") // ctrl+s
	b.wait("Save a copy elsewhere")
	other := filepath.Join(t.TempDir(), "copy.yaml")
	b.keys("\x15" + other + "\r")
	b.wait("a copy is in")
	if now, err := workbook.Read(other); err != nil || now.E.Interviews[0].Answers[0].Note != "begin,before,after,on" {
		t.Errorf("the copy: %v, %v", now.E, err)
	}
	if err := os.Rename(dir+"-moved", dir); err != nil {
		t.Fatal(err)
	}
	eventually(t, "saved again", func() bool { return b.note(t) == "begin,before,after,on" })
	b.wait("saved ")
	b.keys("\x11")
	if err := ended(t, b.cmd); err != nil {
		t.Error(err)
	}
	leftNothing(t, dir)
}

// What cannot be saved is asked about, is not lost when one leaves all the same, and is there at the next opening.
func TestLeavingWhatCannotBeSaved(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "client")
	if err := os.Mkdir(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	b := atWork(t, dir)
	b.keys("kept")
	b.wait("begin,kept")
	if err := os.Rename(dir, dir+"-moved"); err != nil {
		t.Fatal(err)
	}
	b.keys("!")
	b.keys("\x11")
	b.wait("They are kept aside")
	b.keys("y")
	_ = ended(t, b.cmd)
	if err := os.Rename(dir+"-moved", dir); err != nil {
		t.Fatal(err)
	}
	again := start(t, exec.Command(program(t), b.file), b.home)
	defer again.pty.Close()
	again.wait("recovered")
	again.keys("\x11")
	if err := ended(t, again.cmd); err != nil {
		t.Error(err)
	}
	if got := b.note(t); got != "begin,kept!" {
		t.Errorf("the note is %q", got)
	}
}
