package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/gapbook/gapbook/model/exact"
	"github.com/gapbook/gapbook/model/merge"
	"github.com/gapbook/gapbook/model/vault"
	"github.com/gapbook/gapbook/model/workbook"
)

func newMerge() *cobra.Command {
	var out string
	var install bool
	var opt merge.Options
	cmd := &cobra.Command{
		Use:   "merge BASE OURS THEIRS",
		Short: "Merge what two people made of one engagement; for git, too",
		Long: "Merges record by record and field by field, never by line of the file, and loses no word. What only one side changed is\n" +
			"taken. Of a field that both changed ours stays and theirs is listed under unsettled; notes that both changed are merged by\n" +
			"line, or both versions stand there, one above the other. A record that one side deleted is gone, unless the other changed\n" +
			"it. There are never conflict markers. The result replaces OURS. An empty BASE means that there is none.\n\n" +
			"merge --install [FOLDER] sets up the git repository around a folder, so that git merges engagements this way.",
		Example: "  gapbook merge --install                     # once in each clone\n" +
			"  gapbook merge old.yaml mine.yaml yours.yaml --theirs \"Iris Chen\" -o both.yaml",
		Args: func(cmd *cobra.Command, args []string) error {
			if install {
				return usage(cobra.MaximumNArgs(1))(cmd, args)
			}
			return usage(cobra.ExactArgs(3))(cmd, args)
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			if !install {
				return mergeFiles(cmd, args[0], args[1], args[2], out, opt)
			}
			if out != "" || opt != (merge.Options{}) {
				return usagef("see gapbook merge --help", "--install sets git up and merges nothing: it goes with no other option")
			}
			folder := "."
			if len(args) == 1 {
				folder = args[0]
			}
			return installMerge(cmd, folder)
		},
	}
	f := cmd.Flags()
	f.StringVarP(&out, "out", "o", "", "write the result to this file, not to OURS; - for standard output")
	f.StringVar(&opt.Ours, "ours", "", "who wrote OURS, for notes that both changed")
	f.StringVar(&opt.Theirs, "theirs", "", "who wrote THEIRS, for unsettled fields, too")
	f.BoolVar(&install, "install", false, "set up the git repository around FOLDER")
	return cmd
}

// gitsOwn is how the files begin that git hands to a merge driver: they are gone in a moment, and git has the versions.
const gitsOwn = ".merge_file_"

func mergeFiles(cmd *cobra.Command, base, ours, theirs, out string, opt merge.Options) error {
	var docs [3]*exact.Document
	var raw [3][]byte
	var key *vault.Key // of what is written, if one of the files is locked: that of ours before all others
	ask := asks(cmd.Context(), ours)
	for i, path := range []string{base, ours, theirs} {
		src, err := os.ReadFile(path)
		if i == 0 && (errors.Is(err, fs.ErrNotExist) || err == nil && len(bytes.TrimSpace(src)) == 0) {
			continue // no common ancestor
		}
		if err != nil {
			return err
		}
		raw[i] = src
		if vault.IsLocked(src) {
			text, k, err := vault.Open(src, ask)
			if err != nil {
				return &workbook.LockedError{Path: path, Passphrase: vault.ByPassphrase(src), Err: err}
			}
			if src = text; key == nil || i == 1 {
				key = k
			}
		}
		if docs[i], err = workbook.Parse(path, src); err != nil {
			return err
		}
	}
	both, report, err := merge.Documents(docs[0], docs[1], docs[2], opt)
	if err != nil {
		return fmt.Errorf("%s: %w; nothing was changed", ours, err)
	}
	data := both.Bytes()
	switch {
	case bytes.Equal(data, docs[1].Bytes()) && (key == nil || vault.IsLocked(raw[1])):
		data = raw[1]
	case key != nil:
		if data, err = key.Seal(data); err != nil {
			return err
		}
	}
	if out == "" {
		out = ours
	}
	if out != ours || !bytes.Equal(data, raw[1]) {
		if out == ours && !strings.HasPrefix(filepath.Base(ours), gitsOwn) {
			keepBefore(cmd, ours)
		}
		if err := deliver(cmd, out, data); err != nil {
			return err
		}
	}
	for _, l := range report.Lines() {
		fmt.Fprintln(cmd.ErrOrStderr(), printable(l))
	}
	return nil
}
