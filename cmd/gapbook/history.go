package main

import (
	"fmt"
	"io"
	"strconv"
	"time"

	"github.com/spf13/cobra"

	"github.com/gapbook/gapbook/model/workbook/history"
)

// version of a file as history --json prints it. What cannot be counted is null.
type versionJSON struct {
	N      int            `json:"n"`
	Time   string         `json:"time"`
	Bytes  int            `json:"bytes"`
	Count  *history.Count `json:"count"`
	Change *history.Count `json:"change"`           // against the one before
	Locked bool           `json:"locked,omitempty"` // and not opened
	Error  string         `json:"error,omitempty"`
}

func newHistory() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "history [FILE]",
		Short: "List the backups of an engagement, or of all",
		Long: "Lists what the file was when the app opened it or a command changed it, the latest first: the last 20 with something\n" +
			"new, and one for each of the last 30 days. The backups lie in your own folders, not beside the file; gapbook restore\n" +
			"brings one back. Without FILE it lists all files that have backups, also those that were moved or deleted since.",
		Args: usage(cobra.MaximumNArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return listKept(cmd.OutOrStdout(), cmd.ErrOrStderr(), asJSON)
			}
			list, err := history.List(args[0])
			if err != nil {
				return err
			}
			folder, err := history.Folder(args[0])
			if err != nil {
				return err
			}
			rows := versionRows(list, openBackups(cmd.Context(), args[0]))
			if asJSON {
				return printJSON(cmd.OutOrStdout(), map[string]any{"file": args[0], "folder": folder, "versions": rows})
			}
			if len(list) == 0 {
				fmt.Fprintf(cmd.ErrOrStderr(), "no backups of %s; one is taken when the app opens a file, and before a command changes it\n", printable(args[0]))
				return nil
			}
			return printVersions(cmd.OutOrStdout(), list, rows)
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print one JSON document")
	return cmd
}

func versionRows(list []history.Version, open func([]byte) ([]byte, error)) []versionJSON {
	rows := make([]versionJSON, len(list))
	for i, v := range list {
		rows[i] = versionJSON{N: v.N, Time: v.Time.Format(time.RFC3339)}
		data, err := v.Data()
		if err != nil {
			rows[i].Error = err.Error()
			continue
		}
		rows[i].Bytes = len(data)
		if data, err = open(data); err != nil {
			rows[i].Locked, rows[i].Error = true, err.Error()
			continue
		}
		if c, ok := history.CountOf(data); ok {
			rows[i].Count = &c
		}
	}
	for i := range rows[:max(len(rows)-1, 0)] {
		if a, b := rows[i].Count, rows[i+1].Count; a != nil && b != nil {
			change := a.Less(*b)
			rows[i].Change = &change
		}
	}
	return rows
}

func printVersions(w io.Writer, list []history.Version, rows []versionJSON) error {
	for i, r := range rows {
		what := "only words changed"
		switch {
		case r.Locked:
			what = "locked"
		case r.Error != "":
			what = "damaged"
		case r.Count == nil:
			what = "no engagement that can be read"
		case i == len(rows)-1:
			what = "the oldest"
		case r.Change == nil:
			what = ""
		case *r.Change != history.Count{}:
			what = r.Change.String()
		}
		if _, err := fmt.Fprintf(w, "%3d  %s  %8s  %s\n", r.N, list[i].Time.Local().Format("2006-01-02 15:04"), size(r.Bytes), what); err != nil {
			return err
		}
	}
	return nil
}

// size is a number of bytes as people read it.
func size(n int) string {
	if n < 1000 {
		return strconv.Itoa(n) + " B"
	}
	if n < 1_000_000 {
		return strconv.Itoa((n+500)/1000) + " KB"
	}
	return strconv.FormatFloat(float64(n)/1e6, 'f', 1, 64) + " MB"
}
