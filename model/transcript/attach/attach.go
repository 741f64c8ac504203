// Package attach puts a transcript beside its engagement: it reads the file, says where it is to lie, copies it there where
// it lies elsewhere, and gives the edits that make it a call's. It never overwrites a file and never writes an engagement;
// the workbook does that. It knows no screen.
package attach

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/transcript"
	"github.com/gapbook/gapbook/model/workbook"
)

// Folder is where copies lie, beside the engagement.
const Folder = "transcripts"

// most is more than the transcript of any call.
const most = 32 << 20

// File is a transcript, and where it lies or is to lie.
type File struct {
	Path  string // as it was given; empty for standard input
	Rel   string // as the engagement names it, with slashes
	T     *transcript.Transcript
	data  []byte
	to    string // where a copy is to be made; empty where none is needed
	wrote bool
	made  bool // the folder, too
}

// Copied says that Put makes a copy, and where.
func (f *File) Copied() (to string, yes bool) { return f.to, f.to != "" }

// Read reads the transcript of a file for an engagement. What is no transcript is a *transcript.Error below the error.
func Read(path, engagement string) (*File, error) {
	src, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer src.Close()
	if info, err := src.Stat(); err == nil && info.IsDir() {
		return nil, &os.PathError{Op: "read", Path: path, Err: errors.New("is a folder")}
	}
	f := &File{Path: path}
	if err := f.read(src, path); err != nil {
		return nil, err
	}
	return f, f.place(filepath.Base(path), engagement)
}

// Load reads the transcript that a call names.
func Load(engagement string, call *model.Call) (*transcript.Transcript, error) {
	path := filepath.FromSlash(strings.ReplaceAll(call.Transcript, `\`, "/"))
	if !filepath.IsAbs(path) {
		path = filepath.Join(filepath.Dir(engagement), path)
	}
	f, err := Read(path, engagement)
	if err != nil {
		return nil, err
	}
	return f.T, nil
}

// From reads a transcript that has no file yet; it will be named after its call.
func From(r io.Reader, call, engagement string) (*File, error) {
	f := &File{}
	if err := f.read(r, "standard input"); err != nil {
		return nil, err
	}
	return f, f.place(call+ending(f.T.Format), engagement)
}

func ending(f transcript.Format) string {
	switch f {
	case transcript.WebVTT:
		return ".vtt"
	case transcript.SRT:
		return ".srt"
	case transcript.Gong, transcript.Fireflies:
		return ".json"
	}
	return ".txt"
}

func (f *File) read(r io.Reader, name string) error {
	data, err := io.ReadAll(io.LimitReader(r, most+1))
	if err != nil {
		return err
	}
	if len(data) > most {
		return fmt.Errorf("%s: more than %d MB, which is no transcript of a call", name, most>>20)
	}
	f.data = data
	if f.T, err = transcript.Parse(data); err != nil {
		var wrong *transcript.Error
		if errors.As(err, &wrong) && wrong.Line > 0 {
			return &refused{fmt.Sprintf("%s:%d: %s", name, wrong.Line, wrong.Problem), wrong}
		}
		return &refused{name + ": " + err.Error(), wrong}
	}
	return nil
}

// refused is a file that is no transcript, with its name.
type refused struct {
	said string
	why  *transcript.Error
}

func (e *refused) Error() string { return e.said }
func (e *refused) Unwrap() error { return e.why }
func (e *refused) Hint() string  { return e.why.Hint() }

// place finds where the transcript lies as the engagement sees it: where it is, if that is in the engagement's folder or
// below, else in Folder, under a name that is free or holds the very same bytes.
func (f *File) place(name, engagement string) error {
	home := filepath.Dir(engagement)
	if f.Path != "" {
		if rel, ok := inside(home, f.Path); ok {
			f.Rel = rel
			return nil
		}
	}
	name = safe(name)
	stem, ext := strings.TrimSuffix(name, filepath.Ext(name)), filepath.Ext(name)
	for n := 1; n < 1000; n++ {
		if n > 1 {
			name = fmt.Sprintf("%s-%d%s", stem, n, ext)
		}
		path := filepath.Join(home, Folder, name)
		f.Rel = Folder + "/" + name
		info, err := os.Lstat(path)
		switch {
		case errors.Is(err, os.ErrNotExist):
			f.to = path
			return nil
		case err != nil:
			return err
		case !info.Mode().IsRegular() || info.Size() != int64(len(f.data)):
			continue
		}
		if there, err := os.ReadFile(path); err == nil && bytes.Equal(there, f.data) {
			return nil
		}
	}
	return fmt.Errorf("no free name for %s in %s", name, filepath.Join(home, Folder))
}

// inside gives the path of a file below a folder, by the names given, else with links followed.
func inside(folder, path string) (string, bool) {
	for _, follow := range []bool{false, true} {
		a, err := filepath.Abs(folder)
		b, err2 := filepath.Abs(path)
		if err != nil || err2 != nil {
			return "", false
		}
		if follow {
			if a, err = filepath.EvalSymlinks(a); err != nil {
				return "", false
			}
			if b, err = filepath.EvalSymlinks(b); err != nil {
				return "", false
			}
		}
		if rel, err := filepath.Rel(a, b); err == nil && filepath.IsLocal(rel) {
			return filepath.ToSlash(rel), true
		}
	}
	return "", false
}

// safe makes a name that every system takes and no list is upset by.
func safe(name string) string {
	name = strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || strings.ContainsRune(" .-_()", r) {
			return r
		}
		return '-'
	}, name)
	name = strings.Trim(name, " .-")
	if r := []rune(name); len(r) > 80 {
		name = string(r[:60]) + filepath.Ext(name)
	}
	if !filepath.IsLocal(name) || name == "" { // CON and the like
		name = "call-" + name
	}
	return name
}

// Put makes the copy, if one is needed. A file that has come to lie there meanwhile stays.
func (f *File) Put() (err error) {
	if f.to == "" {
		return nil
	}
	folder := filepath.Dir(f.to)
	if _, err := os.Stat(folder); errors.Is(err, os.ErrNotExist) {
		if err := os.Mkdir(folder, 0o700); err != nil {
			return err
		}
		f.made = true
	}
	out, err := os.OpenFile(f.to, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		f.Undo()
		return err
	}
	f.wrote = true
	_, err = out.Write(f.data)
	if err = errors.Join(err, out.Sync(), out.Close()); err != nil {
		f.Undo()
	}
	return err
}

// Undo takes away what Put made, where the engagement could not be saved.
func (f *File) Undo() {
	if f.wrote {
		_ = os.Remove(f.to)
	}
	if f.made {
		_ = os.Remove(filepath.Dir(f.to))
	}
	f.wrote, f.made = false, false
}

// Edits make the transcript the call's: its path, its length where the call has none, and who its speakers are.
func (f *File) Edits(call *model.Call, speakers map[string]string) []workbook.Edit {
	var out []workbook.Edit
	if call.Transcript != f.Rel {
		out = append(out, workbook.Set(f.Rel, "calls", call.ID, "transcript"))
	}
	if n := f.T.Length() / 1000; call.Length == "" && n > 0 {
		out = append(out, workbook.Set(string(model.ClockAt(n)), "calls", call.ID, "length"))
	}
	names := make([]string, 0, len(speakers))
	for name := range speakers {
		names = append(names, name)
	}
	slices.Sort(names)
	for _, name := range names {
		if call.Speakers[name] != speakers[name] {
			out = append(out, workbook.Set(speakers[name], "calls", call.ID, "speakers", name))
		}
	}
	return out
}
