package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"runtime"

	"github.com/charmbracelet/x/term"

	"github.com/gapbook/gapbook/model/vault"
)

// Where a script keeps what opens its locked files.
const (
	passphraseFile = "GAPBOOK_PASSPHRASE_FILE"
	identityFile   = "GAPBOOK_IDENTITY_FILE"
)

// tries is how often a person may mistype a passphrase.
const tries = 3

// secretError says that what would open a file is not there.
type secretError struct{ problem, hint string }

func (e *secretError) Error() string { return e.problem }
func (e *secretError) Hint() string  { return e.hint }

// asks opens a locked file: by what the environment names, else by what the person types at the terminal. What was right
// once is not asked for again.
func asks(ctx context.Context, path string) vault.Ask {
	var given []byte
	return func(what vault.Secret, try int) ([]byte, error) {
		if what == vault.Identities || os.Getenv(passphraseFile) != "" {
			return fromEnvironment(what, try)
		}
		if try == 0 && given != nil {
			return bytes.Clone(given), nil
		}
		if try == tries {
			return nil, vault.ErrWrong
		}
		if try > 0 {
			fmt.Fprintln(os.Stderr, "That is not the passphrase.")
		}
		name := path
		if what == vault.IdentityPassphrase {
			name = "the identity file"
		}
		pass, err := askHidden(ctx, "Passphrase of "+printable(name)+": ")
		given = bytes.Clone(pass)
		return pass, err
	}
}

// fromEnvironment reads a secret from the file that is named there. It asks nobody.
func fromEnvironment(what vault.Secret, try int) ([]byte, error) {
	if try > 0 {
		return nil, fmt.Errorf("%w in %s", vault.ErrWrong, os.Getenv(passphraseFile))
	}
	if what == vault.Identities {
		name := os.Getenv(identityFile)
		if name == "" {
			return nil, &secretError{"it is locked for an identity", "name the age identity file in " + identityFile}
		}
		return os.ReadFile(name)
	}
	name := os.Getenv(passphraseFile)
	if name == "" {
		return nil, &secretError{"it is locked, and nobody can be asked for the passphrase", "name a file that holds it in " + passphraseFile}
	}
	text, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	pass := bytes.TrimSuffix(bytes.TrimSuffix(text, []byte("\n")), []byte("\r"))
	if len(pass) == 0 {
		return nil, &secretError{"there is no passphrase in " + name, "its first and only line is the passphrase"}
	}
	return pass, nil
}

// askHidden asks a question at the terminal and does not show the answer. Standard input may be something else.
func askHidden(ctx context.Context, question string) ([]byte, error) {
	in := os.Stdin
	if !term.IsTerminal(in.Fd()) {
		name := "/dev/tty"
		if runtime.GOOS == "windows" {
			name = "CONIN$"
		}
		tty, err := os.OpenFile(name, os.O_RDWR, 0)
		if err != nil {
			return fromEnvironment(vault.Passphrase, 0) // which is not named: that is said
		}
		defer tty.Close()
		in = tty
	}
	before, err := term.GetState(in.Fd())
	if err != nil {
		return nil, err
	}
	fmt.Fprint(os.Stderr, question)
	defer fmt.Fprintln(os.Stderr)
	type answer struct {
		text []byte
		err  error
	}
	got := make(chan answer, 1)
	go func() {
		text, err := term.ReadPassword(in.Fd())
		got <- answer{text, err}
	}()
	select {
	case a := <-got:
		if a.err != nil {
			return nil, errors.New("no passphrase was given")
		}
		return a.text, nil
	case <-ctx.Done(): // ctrl+c: nothing is open yet, and the read that still waits for a line ends with the program alone
		_ = term.Restore(in.Fd(), before)
		fmt.Fprintln(os.Stderr, "\ngapbook: no passphrase was given")
		os.Exit(exitFile)
		return nil, ctx.Err()
	}
}

// opened opens bytes of a locked file or backup; others are as they are.
func opened(key *vault.Key, data []byte) ([]byte, error) {
	switch {
	case !vault.IsLocked(data):
		return data, nil
	case key == nil:
		return nil, vault.ErrOther
	}
	return key.Open(data)
}

// openBackups opens the backups of a locked file, and asks once for all of them.
func openBackups(ctx context.Context, path string) func([]byte) ([]byte, error) {
	var key *vault.Key
	var failed error
	return func(data []byte) ([]byte, error) {
		if key != nil || failed != nil || !vault.IsLocked(data) {
			text, err := opened(key, data)
			return text, errors.Join(failed, err)
		}
		var text []byte
		text, key, failed = vault.Open(data, asks(ctx, path))
		return text, failed
	}
}
