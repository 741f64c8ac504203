package workbook

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
)

// Traces are the files that gapbook itself may have written of an engagement, apart from the file and its backups.
type Traces struct {
	Journals []string // unsaved text, and journals that were set aside because nobody could read or place them
	Halves   []string // what a crash in the middle of a save left
	Words    []string // text that had no place in the file any more
	Copies   []string // saved, or brought back from a backup
}

// copied is what follows a file's stem in the names that gapbook gives to copies.
var copied = regexp.MustCompile(`^(-copy(-\d+)?| \(\d{4}-\d\d-\d\d \d\d\.\d\d\)( \d+)?)$`)

// words is the same for text without a place.
var words = regexp.MustCompile(`^\.recovered(-\d+)?\.txt$`)

// TracesOf looks for them beside the file, in the state folder, and, for copies, in the person's home. A copy that was given
// another name cannot be found.
func TracesOf(path string) Traces {
	real := realPath(path)
	var t Traces
	base, ext := filepath.Base(real), filepath.Ext(real)
	stem := strings.TrimSuffix(base, ext)
	each(filepath.Dir(real), func(full, name string) {
		t.ours(full, name, "."+base+".journal")
		rest, ours := strings.CutPrefix(name, stem)
		switch {
		case strings.HasPrefix(name, "."+base+".") && strings.HasSuffix(name, ".tmp"):
			t.Halves = append(t.Halves, full)
		case ours && words.MatchString(rest):
			t.Words = append(t.Words, full)
		case ours && (copied.MatchString(strings.TrimSuffix(rest, ext)) || name == base+".age"):
			t.Copies = append(t.Copies, full)
		}
	})
	if s := spare(real, "journal"); s != "" {
		each(filepath.Dir(s), func(full, name string) { t.ours(full, name, filepath.Base(s)) })
	}
	if home, err := os.UserHomeDir(); err == nil && realPath(home) != filepath.Dir(real) {
		each(home, func(full, name string) {
			if rest, ours := strings.CutPrefix(name, stem); ours && strings.HasPrefix(rest, "-copy") && copied.MatchString(strings.TrimSuffix(rest, ext)) {
				t.Copies = append(t.Copies, full)
			}
		})
	}
	return t
}

// ours takes up a journal, one that was set aside, or a half-written one.
func (t *Traces) ours(full, name, journal string) {
	switch {
	case name == journal, strings.HasPrefix(name, journal+"-"):
		t.Journals = append(t.Journals, full)
	case strings.HasPrefix(name, "."+journal+".") && strings.HasSuffix(name, ".tmp"):
		t.Halves = append(t.Halves, full)
	}
}

// each visits the files of a folder.
func each(folder string, see func(full, name string)) {
	files, err := os.ReadDir(folder)
	if err != nil {
		return
	}
	for _, f := range files {
		if f.Type().IsRegular() {
			see(filepath.Join(folder, f.Name()), f.Name())
		}
	}
}
