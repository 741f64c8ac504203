package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/gapbook/gapbook/model/vault"
	"github.com/gapbook/gapbook/model/workbook"
	"github.com/gapbook/gapbook/model/workbook/history"
	"github.com/spf13/cobra"
)

// do writes it all: the file last, so that after a failure the same command finds the person again.
func (job *erasing) do(cmd *cobra.Command) error {
	if job.rewrite {
		for _, t := range job.scripts {
			if t.err != nil {
				continue
			}
			if err := workbook.WriteFile(t.path, t.data); err != nil {
				return err
			}
		}
	}
	for _, t := range job.words {
		if t.err != nil {
			continue
		}
		if err := workbook.WriteFile(t.path, t.data); err != nil {
			return err
		}
	}
	for _, c := range job.copies {
		if c.err != nil {
			continue
		}
		if err := job.write(c.path, c.data, c.locked); err != nil {
			return err
		}
	}
	if _, _, err := history.Rewrite(job.path, func(v history.Version, data []byte) ([]byte, bool) {
		next, changes := job.backups[v.Hash]
		if !changes {
			return data, true
		}
		if next != nil && vault.IsLocked(data) {
			next, _ = job.key.Seal(next)
		}
		return next, next != nil
	}); err != nil {
		return fmt.Errorf("the backups could not all be changed; do it again: %w", err)
	}
	if err := job.write(job.path, job.data, job.key != nil); err != nil {
		return err
	}
	if err := remove(job.aside()); err != nil {
		return err
	}
	if err := dropTraces(job.path); err != nil {
		return err
	}
	fmt.Fprintf(cmd.OutOrStdout(), "%s is taken out of %s\n", printable(job.person.Label()), printable(job.path))
	return job.left(cmd.ErrOrStderr())
}

// write puts a file in its place, locked where it was.
func (job *erasing) write(path string, data []byte, locked bool) error {
	if locked {
		var err error
		if data, err = job.key.Seal(data); err != nil {
			return err
		}
	}
	return workbook.WriteFile(path, data)
}

// left says where the person may still stand.
func (job *erasing) left(w io.Writer) error {
	for _, t := range job.scripts {
		switch {
		case t.err != nil:
			fmt.Fprintf(w, "not looked into: %s (%s)\n", printable(t.path), printable(t.err.Error()))
		case !job.rewrite:
			fmt.Fprintf(w, "not changed: %s (--transcripts would)\n", printable(t.path))
		}
	}
	for _, c := range job.copies {
		if c.err != nil {
			fmt.Fprintf(w, "not looked into: the copy %s (%s)\n", printable(c.path), printable(c.err.Error()))
		}
	}
	for _, t := range job.words {
		fmt.Fprintf(w, "look through %s yourself, or delete it: nobody can say whose words are in it\n", printable(t.path))
	}
	job.elsewhere(w)
	for _, l := range job.report.Left {
		fmt.Fprintf(w, "%s: the name still stands in %s\n", printable(job.path), printable(l))
	}
	fmt.Fprintln(w, "not reached: other copies, exports and mails, recordings, and the history of a git repository")
	fmt.Fprintln(w, "merging with a copy from before can bring the person back: erase them from that copy first")
	if n := len(job.report.Left); n > 0 {
		return &problemsError{n}
	}
	return nil
}

// elsewhere names the backups of a file of the same name that is gone: it may have been this one, in another folder.
func (job *erasing) elsewhere(w io.Writer) {
	files, err := history.Files()
	if err != nil {
		return
	}
	for _, f := range files {
		if f.Gone && filepath.Base(f.Path) == filepath.Base(job.path) {
			fmt.Fprintf(w, "not looked into: %s of %s, which is gone; delete %s if they are of this engagement\n",
				plural(len(f.Versions), "backup"), printable(f.Path), printable(f.Folder))
		}
	}
}

// dropTraces takes away what saving can leave beside the file: the journal, whose edits are saved, and what a crash left.
func dropTraces(path string) error {
	return remove(append(workbook.Journals(path), workbook.TracesOf(path).Halves...))
}

func remove(files []string) error {
	for _, f := range files {
		if err := os.Remove(f); err != nil && !errors.Is(err, os.ErrNotExist) {
			return err
		}
	}
	return nil
}
