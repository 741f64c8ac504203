//go:build !windows

package main

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/gapbook/gapbook/model/workbook"
)

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
