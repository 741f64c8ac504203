package main

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"sync"
	"testing"
)

// built is the program itself, for tests that need a process of their own: to kill it, or to give it a terminal.
var built struct {
	once sync.Once
	dir  string
	err  error
}

// program builds gapbook once for all tests of a run.
func program(t testing.TB) string {
	t.Helper()
	built.once.Do(func() {
		if built.dir, built.err = os.MkdirTemp("", "gapbook-test-"); built.err == nil {
			built.err = build(built.dir)
		}
	})
	if built.err != nil {
		t.Fatal(built.err)
	}
	return in(built.dir)
}

func build(dir string, opt ...string) error {
	args := append([]string{"build", "-o", dir + string(filepath.Separator)}, opt...)
	if out, err := exec.Command("go", append(args, ".")...).CombinedOutput(); err != nil {
		return errors.New(string(out))
	}
	return nil
}

func in(dir string) string {
	name := "gapbook"
	if runtime.GOOS == "windows" {
		name += ".exe"
	}
	return filepath.Join(dir, name)
}

// tidy takes the program away again after all tests.
type tidy struct{ *testing.M }

func (m tidy) Run() int {
	defer func() { _ = os.RemoveAll(built.dir) }()
	return m.M.Run()
}
