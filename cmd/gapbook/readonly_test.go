//go:build !windows

package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
)

// nobody is a folder with a file, and a program that may not write just anywhere: root may, so where the test runs as root
// the program runs as somebody else.
type nobody struct{ dir, home, file, program string }

const nobodysID = 65534

func asNobody(t *testing.T) *nobody {
	t.Helper()
	top, err := os.MkdirTemp("", "gapbook-nobody-")
	if err != nil {
		t.Fatal(err)
	}
	n := &nobody{dir: filepath.Join(top, "client"), home: filepath.Join(top, "home"), program: program(t)}
	n.file = filepath.Join(n.dir, "bench.yaml")
	t.Cleanup(func() { _ = os.Chmod(n.dir, 0o700); _ = os.RemoveAll(top) })
	must := func(errs ...error) {
		t.Helper()
		for _, err := range errs {
			if err != nil {
				t.Fatal(err)
			}
		}
	}
	must(os.Mkdir(n.dir, 0o755), os.Mkdir(n.home, 0o755), os.WriteFile(n.file, []byte(interviewed), 0o600))
	if os.Getuid() == 0 {
		src, err := os.ReadFile(n.program)
		must(err)
		n.program = filepath.Join(top, "gapbook")
		must(os.WriteFile(n.program, src, 0o755), os.Chmod(top, 0o755))
		for _, path := range []string{n.dir, n.home, n.file} {
			must(os.Chown(path, nobodysID, nobodysID))
		}
	}
	return n
}

// start opens the file in the program.
func (n *nobody) start(t *testing.T) *bench {
	t.Helper()
	cmd := exec.Command(n.program, n.file)
	if os.Getuid() == 0 {
		cmd.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: nobodysID, Gid: nobodysID}}
	}
	b := &bench{dir: n.dir, file: n.file, terminal: start(t, cmd, n.home)}
	t.Cleanup(func() { _ = cmd.Process.Kill(); _ = b.pty.Close() })
	b.wait("Bench")
	return b
}

// open goes on to the note.
func (n *nobody) open(t *testing.T) *bench {
	t.Helper()
	b := n.start(t)
	b.keys("I\r")
	b.wait("› Ann")
	return b
}

// A file that cannot be written says so before anything is typed. What is typed is asked about on the way out, and is there
// when the file is opened again.
func TestAFileThatIsReadOnlyFromTheStart(t *testing.T) {
	for name, forbid := range map[string]func(n *nobody, forbid bool) error{
		"the file":   func(n *nobody, forbid bool) error { return os.Chmod(n.file, mode(forbid, 0o400, 0o600)) },
		"the folder": func(n *nobody, forbid bool) error { return os.Chmod(n.dir, mode(forbid, 0o555, 0o755)) },
	} {
		t.Run(name, func(t *testing.T) {
			n := asNobody(t)
			if err := forbid(n, true); err != nil {
				t.Fatal(err)
			}
			b := n.start(t)
			b.wait("read-only file: what you type is kept aside until you save a copy")
			b.wait("save a copy elsewhere")
			b.keys("I\r")
			b.wait("› Ann")
			b.keys("kept")
			b.wait("no permission to write bench.yaml")
			b.keys("\x11")
			b.wait("They are kept aside")
			b.keys("y")
			if err := ended(t, b.cmd); err != nil {
				t.Error(err)
			}
			if got := b.note(t); got != "begin," {
				t.Errorf("the file was written: %q", got)
			}
			if err := forbid(n, false); err != nil {
				t.Fatal(err)
			}
			b = n.start(t)
			b.wait("recovered")
			b.keys("\x11")
			if err := ended(t, b.cmd); err != nil {
				t.Error(err)
			}
			if got := b.note(t); got != "begin,kept" {
				t.Errorf("the note is %q", got)
			}
			leftNothing(t, n.dir)
		})
	}
}

func mode(forbid bool, yes, no os.FileMode) os.FileMode {
	if forbid {
		return yes
	}
	return no
}

// Permission that comes back before anything is typed is noticed.
func TestAFileThatMayBeWrittenAgain(t *testing.T) {
	n := asNobody(t)
	if err := os.Chmod(n.file, 0o400); err != nil {
		t.Fatal(err)
	}
	b := n.start(t)
	b.wait("read-only file")
	if err := os.Chmod(n.file, 0o600); err != nil {
		t.Fatal(err)
	}
	eventually(t, "it is no longer read-only", func() bool { return !b.shows("read-only") })
}

// Text that was typed while another window holds the file is in no file: leaving asks.
func TestLeavingAWindowThatMayNotWrite(t *testing.T) {
	one := atWork(t, t.TempDir())
	two := atWork(t, one.dir)
	two.wait("read-only here")
	two.keys("\x11") // nothing typed: it just ends
	if err := ended(t, two.cmd); err != nil {
		t.Error(err)
	}
	two = atWork(t, one.dir)
	two.wait("read-only here")
	two.keys("mine")
	two.keys("\x11")
	two.wait("quit and lose them")
	two.keys("n")
	two.wait("begin,mine")
	two.keys("\x11")
	two.wait("quit and lose them")
	two.keys("y")
	if err := ended(t, two.cmd); err != nil {
		t.Error(err)
	}
}
