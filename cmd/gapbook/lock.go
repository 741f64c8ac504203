package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/gapbook/gapbook/model/vault"
	"github.com/gapbook/gapbook/model/workbook"
	"github.com/gapbook/gapbook/model/workbook/history"
)

func newLock() *cobra.Command {
	var recipients, identityFiles []string
	cmd := &cobra.Command{
		Use:   "lock FILE",
		Short: "Encrypt an engagement and its backups with a passphrase",
		Long: "Turns the file, what was typed but not saved, and its backups into age files, which the app and every command open when\n" +
			"they are given the passphrase: at the terminal, or in a file named by " + passphraseFile + ". Nothing of it is written\n" +
			"in the clear from then on, until gapbook unlock. Instead of a passphrase, recipients and identity files of age open it;\n" +
			"gapbook then looks for an identity in the file named by " + identityFile + ".\n" +
			"Transcripts of calls and copies of the file stay readable; those beside it are named.\n" +
			"Without gapbook, age -d FILE opens it. A lost passphrase cannot be replaced: the engagement is lost with it.",
		Example: "  gapbook lock acme.yaml\n" +
			"  gapbook lock acme.yaml --recipient age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj\n" +
			"  gapbook lock acme.yaml --identity-file key.txt     # as age-keygen writes it",
		Args: usage(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) (err error) {
			path := args[0]
			book, err := openToWrite(cmd, path)
			if err != nil {
				return err
			}
			defer func() { err = errors.Join(err, book.Close()) }()
			key, already := book.Key(), book.Key() != nil
			switch {
			case already && len(recipients)+len(identityFiles) > 0:
				return usagef("gapbook unlock "+path+", then lock it for them", "%s is locked already", path)
			case !already:
				if key, err = newKey(cmd, path, recipients, identityFiles); err != nil {
					return err
				}
				if err := book.Relock(key); err != nil {
					return err
				}
			}
			locked, removed, err := lockBackups(path, key)
			if err = errors.Join(err, dropTraces(path)); err != nil {
				return fmt.Errorf("%s is locked, but not all that belongs to it; lock it again: %w", path, err)
			}
			out := cmd.OutOrStdout()
			word := "is locked"
			if already {
				word = "was locked already"
			}
			fmt.Fprintf(out, "%s %s\n", printable(path), word)
			say(out, locked, "backup is locked, too", "backups are locked, too")
			say(out, removed, "backup that could not be read is deleted", "backups that could not be read are deleted")
			stillClear(cmd.ErrOrStderr(), path, book)
			return nil
		},
	}
	f := cmd.Flags()
	f.StringArrayVar(&recipients, "recipient", nil, "lock it for this public key (age1…) instead of a passphrase; may be repeated")
	f.StringArrayVar(&identityFiles, "identity-file", nil, "lock it for the age identities in this file instead of a passphrase; may be repeated")
	return cmd
}

// newKey makes the key of a file that is to be locked.
func newKey(cmd *cobra.Command, path string, recipients, identityFiles []string) (*vault.Key, error) {
	w := cmd.ErrOrStderr()
	if len(recipients)+len(identityFiles) == 0 {
		fmt.Fprintln(w, "A lost passphrase cannot be replaced: the engagement and its backups are lost with it.")
		pass, err := newPassphrase(cmd.Context(), path)
		if err != nil {
			return nil, err
		}
		defer clear(pass)
		return vault.WithPassphrase(pass)
	}
	var files [][]byte
	for _, name := range identityFiles {
		text, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		files = append(files, text)
	}
	key, err := vault.ForRecipients(recipients, files, asks(cmd.Context(), path))
	if err != nil {
		return nil, usagef("a recipient begins with age1; age-keygen makes identities", "%s is not locked: %s", path, err)
	}
	fmt.Fprintf(w, "A lost identity cannot be replaced. gapbook looks for it in the file that %s names.\n", identityFile)
	return key, nil
}

// newPassphrase is the one in the environment, or is typed twice.
func newPassphrase(ctx context.Context, path string) ([]byte, error) {
	if os.Getenv(passphraseFile) != "" {
		return fromEnvironment(vault.Passphrase, 0)
	}
	for range tries {
		first, err := askHidden(ctx, "New passphrase of "+printable(path)+": ")
		if err != nil {
			return nil, err
		}
		if len(first) == 0 {
			return nil, errors.New("no passphrase was given")
		}
		second, err := askHidden(ctx, "The same again: ")
		if err != nil {
			return nil, err
		}
		same := bytes.Equal(first, second)
		clear(second)
		if same {
			return first, nil
		}
		clear(first)
		fmt.Fprintln(os.Stderr, "They are not the same.")
	}
	return nil, errors.New("the passphrase was not typed twice the same")
}

// lockBackups seals those in the clear. Those of another key stay as they are.
func lockBackups(path string, key *vault.Key) (locked, removed int, err error) {
	var failed error
	locked, removed, err = history.Rewrite(path, func(_ history.Version, data []byte) ([]byte, bool) {
		if vault.IsLocked(data) {
			return data, true
		}
		sealed, err := key.Seal(data)
		if err != nil {
			failed = err
			return data, true
		}
		return sealed, true
	})
	return locked, removed, errors.Join(err, failed)
}

func say(w io.Writer, n int, one, many string) {
	switch n {
	case 0:
	case 1:
		fmt.Fprintln(w, "1 "+one)
	default:
		fmt.Fprintf(w, "%d %s\n", n, many)
	}
}

// stillClear names what lies about and is not locked: transcripts, and files that seem to be copies.
func stillClear(w io.Writer, path string, book *workbook.Book) {
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	folder, name := filepath.Split(path)
	stem := strings.TrimSuffix(name, filepath.Ext(name))
	var found []string
	files, _ := os.ReadDir(filepath.Clean(folder + "."))
	for _, f := range files {
		n := f.Name()
		rest, ours := strings.CutPrefix(n, stem)
		ours = ours && strings.ContainsAny(rest[:min(len(rest), 1)], " .(~") || strings.HasPrefix(n, "."+name+".") && n != "."+name+".lock"
		if ours && n != name && f.Type().IsRegular() {
			found = append(found, filepath.Join(folder, n))
		}
	}
	for _, c := range book.Now().E.Calls {
		if t := filepath.FromSlash(c.Transcript); t != "" && !filepath.IsAbs(t) {
			found = append(found, filepath.Join(folder, t))
		}
	}
	for _, f := range found {
		if data, err := os.ReadFile(f); err == nil && !vault.IsLocked(data) {
			fmt.Fprintln(w, printable("still in the clear: "+f))
		}
	}
	fmt.Fprintln(w, "not reached: other copies, exports and mails, what a disk keeps of deleted files, and the history of a git repository")
}
