//go:build linux

package main

import (
	"bytes"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"filippo.io/age"
	"golang.org/x/sys/unix"

	"github.com/gapbook/gapbook/model/vault"
)

// The passphrase is typed at the terminal: twice to lock, up to three times to open, and never shown.
func TestThePassphraseAtTheTerminal(t *testing.T) {
	t.Setenv(passphraseFile, "")
	path := filepath.Join(t.TempDir(), "acme.yaml")
	const src = "gapbook: 1\nclient: {name: Acme}\n"
	if err := os.WriteFile(path, []byte(src), 0o600); err != nil {
		t.Fatal(err)
	}
	run := func(want int, args ...string) (x *terminal, end func()) {
		x = start(t, exec.Command(program(t), args...))
		return x, func() {
			t.Helper()
			x.end()
			if got := x.cmd.ProcessState.ExitCode(); got != want {
				t.Errorf("%v ended with %d, not %d:\n%s", args, got, want, x.screen())
			}
			if x.shows("open sesame") {
				t.Errorf("%v shows the passphrase:\n%s", args, x.screen())
			}
		}
	}
	// answer waits for the n-th such question, and for the terminal to hide what is typed.
	answer := func(x *terminal, question string, n int, text string) {
		t.Helper()
		for late := time.Now().Add(10 * time.Second); ; time.Sleep(5 * time.Millisecond) {
			modes, err := unix.IoctlGetTermios(int(x.pty.Fd()), unix.TCGETS)
			if err == nil && modes.Lflag&unix.ECHO == 0 && strings.Count(x.screen(), question) == n {
				break
			}
			if time.Now().After(late) {
				t.Fatalf("%q never came %d times, hidden:\n%s", question, n, x.screen())
			}
		}
		x.keys(text)
	}
	x, end := run(exitOK, "lock", path)
	answer(x, "New passphrase of", 1, "open sesame\n")
	answer(x, "The same again:", 1, "open sesam\n")
	x.wait("They are not the same.")
	answer(x, "New passphrase of", 2, "open sesame\n")
	answer(x, "The same again:", 2, "open sesame\n")
	x.wait("is locked")
	x.wait("cannot be replaced")
	end()
	if now, _ := os.ReadFile(path); !vault.IsLocked(now) {
		t.Fatalf("not locked:\n%s", now)
	}
	cheap(t, path, "open sesame", src)

	x, end = run(exitFile, "check", path)
	for i, wrong := range []string{"sesame\n", "\n", "open\n"} {
		answer(x, "Passphrase of", i+1, wrong)
	}
	x.wait("wrong passphrase")
	end()

	// ctrl+c leaves a terminal that shows again what is typed.
	x = start(t, exec.Command("sh", "-c", `trap : INT; "$0" unlock "$1"; echo "ended with $?"; stty -a`, program(t), path))
	answer(x, "Passphrase of", 1, "\x03")
	x.wait("no passphrase was given")
	x.wait("ended with 1")
	x.wait(" echo ")
	x.end()

	x, end = run(exitOK, path) // the app
	answer(x, "Passphrase of", 1, "nonsense\n")
	x.wait("That is not the passphrase.")
	answer(x, "Passphrase of", 2, "open sesame\n")
	x.wait("Acme")
	x.settle()
	x.keys("\x11")
	end()
}

// cheap locks a text as age does, but with a passphrase that costs nothing.
func cheap(t *testing.T, path, pass, text string) {
	t.Helper()
	r, err := age.NewScryptRecipient(pass)
	if err != nil {
		t.Fatal(err)
	}
	r.SetWorkFactor(2)
	var out bytes.Buffer
	w, err := age.Encrypt(&out, r)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.WriteString(w, text); err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(w.Close(), os.WriteFile(path, out.Bytes(), 0o600)); err != nil {
		t.Fatal(err)
	}
}
