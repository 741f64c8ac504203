package main

import (
	"fmt"
	"io"
	"os"
	"time"

	"github.com/gapbook/gapbook/model/workbook/history"
)

// keptJSON are the backups of one file as history --json prints them where no file is named.
type keptJSON struct {
	File   string `json:"file"`
	Folder string `json:"folder"`
	Count  int    `json:"versions"`
	Bytes  int64  `json:"bytes"` // packed, as they lie there
	Latest string `json:"latest"`
	Gone   bool   `json:"gone"`
}

// listKept lists every file that has backups.
func listKept(out, notes io.Writer, asJSON bool) error {
	files, err := history.Files()
	if err != nil {
		return err
	}
	rows := make([]keptJSON, len(files))
	gone := 0
	for i, f := range files {
		rows[i] = keptJSON{f.Path, f.Folder, len(f.Versions), 0, f.Versions[0].Time.Format(time.RFC3339), f.Gone}
		for _, v := range f.Versions {
			if info, err := os.Stat(v.Path()); err == nil {
				rows[i].Bytes += info.Size()
			}
		}
		if f.Gone {
			gone++
		}
	}
	if asJSON {
		return printJSON(out, map[string]any{"files": rows})
	}
	if len(rows) == 0 {
		fmt.Fprintln(notes, "there are no backups; one is taken before a file changes")
		return nil
	}
	for i, r := range rows {
		where := r.File
		if r.Gone {
			where += "  (no such file now; the backups lie in " + r.Folder + ")"
		}
		latest := files[i].Versions[0].Time.Local().Format("2006-01-02 15:04")
		fmt.Fprintln(out, printable(fmt.Sprintf("%3d  %s  %8s  %s", r.Count, latest, size(int(r.Bytes)), where)))
	}
	if gone > 0 {
		fmt.Fprintln(notes, "what is gone comes back with gapbook restore and the old name; its backups stay until you delete their folder")
	}
	return nil
}
