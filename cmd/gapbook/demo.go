package main

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync"

	"github.com/spf13/cobra"

	"github.com/gapbook/gapbook/engagements"
	"github.com/gapbook/gapbook/model/workbook"
	"github.com/gapbook/gapbook/tui"
)

// demoPrefix begins the names of the temporary folders that hold the samples.
const demoPrefix = "gapbook-demo-"

func newDemo() *cobra.Command {
	return &cobra.Command{
		Use:   "demo [FOLDER]",
		Short: "Write three finished sample engagements and open the app on them",
		Long: "Writes the samples into FOLDER, or a temporary one, and opens the app on it.\n" +
			"A sample that you changed there stays as you left it.",
		Args: usage(cobra.MaximumNArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			folder := ""
			if len(args) == 1 {
				folder = args[0]
			} else {
				tmp, err := os.MkdirTemp("", demoPrefix)
				if err != nil {
					return err
				}
				folder = tmp
			}
			if err := writeSamples(folder); err != nil {
				return err
			}
			fmt.Fprintln(cmd.OutOrStdout(), printable("The samples are in "+folder))
			if !isTerminal(os.Stdin) || !isTerminal(os.Stdout) {
				return nil
			}
			set := readSettings(os.Stderr)
			return showApp(cmd.Context(), tui.Options{
				Folder: folder, Me: set.me(), Theme: string(set.Theme), Notice: set.notice, Keep: set.keep, Shelf: &tui.Shelf{},
			})
		},
	}
}

// writeSamples puts the samples into a folder. What is there already stays.
func writeSamples(folder string) error {
	return fs.WalkDir(engagements.Samples, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		path := filepath.Join(folder, filepath.FromSlash(name))
		if d.IsDir() {
			return os.MkdirAll(path, 0o700)
		}
		if _, err := os.Stat(path); err == nil {
			return nil
		}
		data, err := engagements.Samples.ReadFile(name)
		if err != nil {
			return err
		}
		return workbook.WriteFile(path, data)
	})
}

// shelfWithSamples is the shelf of a folder that offers the samples, unless they lie in the folder already. They are
// written to a temporary folder when they are first looked at; clean takes away again what nobody changed.
func shelfWithSamples(folder string) (shelf *tui.Shelf, clean func()) {
	shelf, clean = &tui.Shelf{}, func() {}
	files, _ := fs.Glob(engagements.Samples, "*.yaml")
	for _, f := range files {
		if _, err := os.Stat(filepath.Join(folder, f)); err == nil {
			return shelf, clean
		}
	}
	var demo string
	shelf.Demo = sync.OnceValues(func() (string, error) {
		tmp, err := os.MkdirTemp("", demoPrefix)
		if err != nil {
			return "", err
		}
		demo = tmp
		return tmp, writeSamples(tmp)
	})
	return shelf, func() {
		if demo != "" {
			removeUntouched(demo)
		}
	}
}

// removeUntouched takes the temporary samples away again, but never one that someone changed.
func removeUntouched(folder string) {
	_ = fs.WalkDir(engagements.Samples, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return nil
		}
		path := filepath.Join(folder, filepath.FromSlash(name))
		was, _ := engagements.Samples.ReadFile(name)
		if is, err := os.ReadFile(path); err == nil && bytes.Equal(is, was) {
			_ = os.Remove(path)
		}
		return nil
	})
	_ = os.Remove(filepath.Join(folder, "transcripts"))
	_ = os.Remove(folder) // stays when something is left in it
}
