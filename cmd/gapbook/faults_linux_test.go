package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"

	"github.com/gapbook/gapbook/model/workbook"
)

// stick is a disk of 1 MB; the test is skipped where mounting is not allowed.
func stick(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, "size=1m"); err != nil {
		t.Skipf("mounting a small disk is not allowed here: %v", err)
	}
	t.Cleanup(func() { _ = syscall.Unmount(dir, syscall.MNT_DETACH) })
	return dir
}

// fill leaves not a byte on the disk of a folder.
func fill(t *testing.T, dir string) (filler string) {
	t.Helper()
	filler = filepath.Join(dir, "filler")
	f, err := os.Create(filler)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for block := bytes.Repeat([]byte("x"), 4096); ; {
		if _, err := f.Write(block); err != nil {
			return filler
		}
	}
}

func TestAFullDisk(t *testing.T) {
	b := atWork(t, stick(t))
	b.keys("before")
	eventually(t, "saved", func() bool { return b.note(t) == "begin,before" })
	filler := fill(t, b.dir)
	b.keys(",after")
	b.wait("the disk is full")
	b.wait("save a copy elsewhere")
	b.keys(",on")
	b.wait(",after,on")
	b.keys("\x13")
	b.wait("Save a copy elsewhere")
	other := filepath.Join(t.TempDir(), "copy.yaml")
	b.keys("\x15" + other + "\r")
	b.wait("a copy is in")
	if now, err := workbook.Read(other); err != nil || now.E.Interviews[0].Answers[0].Note != "begin,before,after,on" {
		t.Errorf("the copy: %v, %v", now.E, err)
	}
	if got := b.note(t); got != "begin,before" {
		t.Errorf("the file on the full disk has %q", got)
	}
	if err := os.Remove(filler); err != nil {
		t.Fatal(err)
	}
	eventually(t, "saved when there is room", func() bool { return b.note(t) == "begin,before,after,on" })
	b.wait("saved ")

	// With the disk full again and the program killed, what was typed is kept elsewhere and comes back.
	filler = fill(t, b.dir)
	b.keys(",end")
	b.wait(",on,end")
	b.wait("the disk is full")
	_ = b.cmd.Process.Kill()
	_ = b.cmd.Wait()
	if err := os.Remove(filler); err != nil {
		t.Fatal(err)
	}
	again := start(t, exec.Command(program(t), b.file), b.home)
	defer again.pty.Close()
	again.wait("recovered")
	again.keys("\x11")
	if err := ended(t, again.cmd); err != nil {
		t.Error(err)
	}
	if got := b.note(t); got != "begin,before,after,on,end" {
		t.Errorf("the note is %q", got)
	}
	leftNothing(t, b.dir)
}

// A stick that is pulled leaves the folder where it was mounted: nothing is written there, and all of it on the stick when
// that is back.
func TestAStickThatIsPulled(t *testing.T) {
	disk, dir := stick(t), t.TempDir()
	plug := func() {
		if err := syscall.Mount(disk, dir, "", syscall.MS_BIND, ""); err != nil {
			t.Fatal(err)
		}
	}
	plug()
	t.Cleanup(func() { _ = syscall.Unmount(dir, syscall.MNT_DETACH) })
	b := atWork(t, dir)
	b.keys("before")
	eventually(t, "saved", func() bool { return b.note(t) == "begin,before" })
	if err := syscall.Unmount(dir, syscall.MNT_DETACH); err != nil {
		t.Fatal(err)
	}
	b.keys(",after")
	b.wait("is it still plugged in?")
	if files, _ := os.ReadDir(dir); len(files) > 0 {
		t.Errorf("written to the bare folder: %v", files)
	}
	plug()
	eventually(t, "saved when it is back", func() bool { return b.note(t) == "begin,before,after" })
	b.keys("\x11")
	if err := ended(t, b.cmd); err != nil {
		t.Error(err)
	}
	leftNothing(t, dir)
}

func TestADiskThatCanOnlyBeRead(t *testing.T) {
	b := atWork(t, stick(t))
	b.keys("before")
	eventually(t, "saved", func() bool { return b.note(t) == "begin,before" })
	// Another mount over the first, as one cannot be made read-only while the program has its lock open on it.
	if err := syscall.Mount(b.dir, b.dir, "", syscall.MS_BIND, ""); err != nil {
		t.Fatal(err)
	}
	if err := syscall.Mount("", b.dir, "", syscall.MS_REMOUNT|syscall.MS_BIND|syscall.MS_RDONLY, ""); err != nil {
		t.Fatal(err)
	}
	b.keys(",after")
	b.wait("can only be read")
	if err := syscall.Unmount(b.dir, 0); err != nil {
		t.Fatal(err)
	}
	eventually(t, "saved when it can be written", func() bool { return b.note(t) == "begin,before,after" })
	b.keys("\x11")
	if err := ended(t, b.cmd); err != nil {
		t.Error(err)
	}
	leftNothing(t, b.dir)
}

func TestAPermissionThatIsTakenAway(t *testing.T) {
	n := asNobody(t)
	dir, file := n.dir, n.file
	b := n.open(t)
	b.keys("before")
	eventually(t, "saved", func() bool { return b.note(t) == "begin,before" })
	if err := os.Chmod(dir, 0o555); err != nil {
		t.Fatal(err)
	}
	b.keys(",after")
	b.wait("no permission to write bench.yaml")
	if err := os.Chmod(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	eventually(t, "saved when it may be written", func() bool { return b.note(t) == "begin,before,after" })

	if err := os.Chmod(file, 0o400); err != nil { // the file alone
		t.Fatal(err)
	}
	b.keys(",end")
	b.wait("no permission to write bench.yaml")
	if err := os.Chmod(file, 0o600); err != nil {
		t.Fatal(err)
	}
	eventually(t, "saved when it may be written", func() bool { return b.note(t) == "begin,before,after,end" })
	b.keys("\x11")
	if err := ended(t, b.cmd); err != nil {
		t.Error(err)
	}
	leftNothing(t, dir)
}
