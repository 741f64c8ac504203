package main

import (
	"errors"
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"github.com/gapbook/gapbook/model/vault"
	"github.com/gapbook/gapbook/model/workbook"
	"github.com/gapbook/gapbook/model/workbook/history"
)

func newUnlock() *cobra.Command {
	return &cobra.Command{
		Use:   "unlock FILE",
		Short: "Turn a locked engagement and its backups into plain files again",
		Long: "Asks for the passphrase, or takes it from the file named by " + passphraseFile + " (an identity: " + identityFile + "),\n" +
			"and writes the file and its backups in the clear, as they were before gapbook lock. To change a passphrase, unlock the\n" +
			"file and lock it again.",
		Args: usage(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) (err error) {
			path, ask := args[0], asks(cmd.Context(), args[0])
			book, err := workbook.Open(path, ask)
			var inFile *workbook.FileError
			if errors.As(err, &inFile) {
				return unlockOther(cmd, path, ask, err)
			}
			if err != nil {
				return err
			}
			defer func() { err = errors.Join(err, book.Close()) }()
			if err := book.Writable(); err != nil {
				return err
			}
			key := book.Key()
			if key == nil {
				return fmt.Errorf("%s is not locked", path)
			}
			if err := book.Relock(nil); err != nil {
				return err
			}
			out := cmd.OutOrStdout()
			fmt.Fprintf(out, "%s is in the clear\n", printable(path))
			others := 0
			rewritten, _, err := history.Rewrite(path, func(_ history.Version, data []byte) ([]byte, bool) {
				text, err := opened(key, data)
				if err != nil {
					others++
					return data, true
				}
				return text, true
			})
			say(out, rewritten, "backup is in the clear, too", "backups are in the clear, too")
			say(out, others, "backup stays locked with another key", "backups stay locked with another key")
			return err
		},
	}
}

// unlockOther opens a locked file that is no engagement, such as text that a locked one had no place for.
func unlockOther(cmd *cobra.Command, path string, ask vault.Ask, notThat error) error {
	data, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	if !vault.IsLocked(data) {
		return notThat
	}
	text, _, err := vault.Open(data, ask)
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	if err := workbook.WriteFile(path, text); err != nil {
		return err
	}
	fmt.Fprintf(cmd.OutOrStdout(), "%s is in the clear; it is no engagement\n", printable(path))
	return nil
}
