package workbook

import (
	"crypto/sha256"
	"encoding/hex"
	"path/filepath"

	"github.com/gapbook/gapbook/model/machine"
)

// realPath follows links: two windows on one file must meet, by whatever name they came.
func realPath(path string) string {
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	if abs, err := filepath.Abs(path); err == nil {
		path = abs
	}
	return path
}

// hidden is the name of a file of ours beside an engagement.
func hidden(real, kind string) string {
	return filepath.Join(filepath.Dir(real), "."+filepath.Base(real)+"."+kind)
}

// spare is where such a file lies when the folder cannot be written: in the state folder, by the path of the engagement.
// Empty where there is no such folder.
func spare(real, kind string) string {
	folder, err := machine.State()
	if err != nil {
		return ""
	}
	sum := sha256.Sum256([]byte(real))
	return filepath.Join(folder, "open", hex.EncodeToString(sum[:8])+"-"+filepath.Base(real)+"."+kind)
}

// Journals are the places where unsaved text of an engagement may lie, whether there are such files or not.
func Journals(path string) []string {
	real := realPath(path)
	out := []string{hidden(real, "journal")}
	if s := spare(real, "journal"); s != "" {
		out = append(out, s)
	}
	return out
}
