package history

import (
	"cmp"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// Kept are the backups of one file.
type Kept struct {
	Path     string // of the file, as the folder notes it
	Folder   string
	Versions []Version // the latest first
	Gone     bool      // the file is not there any more, or not now: it may be on a stick
}

// Files lists all files of which there are backups, those with the latest backup first. Of a file that is gone they stay
// until somebody deletes them: they may be all that is left of it.
func Files() ([]Kept, error) {
	root, err := Root()
	if err != nil {
		return nil, err
	}
	folders, err := os.ReadDir(root)
	if errors.Is(err, os.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var out []Kept
	for _, f := range folders {
		folder := filepath.Join(root, f.Name())
		list, err := versions(folder)
		if !f.IsDir() || err != nil || len(list) == 0 {
			continue
		}
		k := Kept{Folder: folder, Versions: list}
		if text, err := os.ReadFile(filepath.Join(folder, "file.txt")); err == nil {
			k.Path = strings.TrimSuffix(string(text), "\n")
		}
		_, err = os.Stat(k.Path)
		k.Gone = err != nil
		out = append(out, k)
	}
	slices.SortFunc(out, func(a, b Kept) int {
		return cmp.Or(b.Versions[0].Time.Compare(a.Versions[0].Time), cmp.Compare(a.Path, b.Path))
	})
	return out, nil
}
