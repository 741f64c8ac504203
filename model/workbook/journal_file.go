package workbook

import (
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
)

func (j *journal) frameOf(e entry) (framed, error) {
	r := record{Whole: e.whole}
	if e.whole == nil {
		r.Step = &recorded{Seq: e.seq, At: e.at, Name: e.name}
		for i, x := range e.edits {
			y, err := x.record(&e.inverse[i], e.was[i])
			if err != nil {
				return framed{}, err
			}
			r.Step.Edits = append(r.Step.Edits, y)
		}
	}
	return j.frame(e.seq, r)
}

func (j *journal) frame(seq uint64, r record) (framed, error) {
	text, err := json.Marshal(r)
	if j.key != nil && err == nil {
		text = j.key.SealChunk(text)
	}
	return framed{seq, appendFrame(nil, text)}, err
}

// put appends what is new, or begins a file with all there is.
func (j *journal) put(data []byte) error {
	if len(j.tail) == 0 {
		return nil
	}
	if j.file == nil || unlinked(j.file) {
		return j.begin()
	}
	if len(data) == 0 {
		return nil
	}
	if j.bare {
		var err error
		if data, err = j.all(); err != nil {
			return err
		}
	}
	return j.append(data)
}

func (j *journal) append(data []byte) error {
	if _, err := j.file.Write(data); err != nil {
		return j.begin() // what of it is there is whole up to somewhere
	}
	j.bare = false
	j.long += len(data)
	poke(j.written)
	return nil
}

// all is a journal with everything in it.
func (j *journal) all() ([]byte, error) {
	first, err := j.frame(0, record{Begin: &beginning{j.session, digest(j.base)}})
	if err != nil {
		return nil, err
	}
	data := append([]byte(journalHead), first.data...)
	for _, f := range j.tail {
		data = append(data, f.data...)
	}
	return data, nil
}

// begin writes a new journal in place of an old one: beside the file, or else in the spare place.
func (j *journal) begin() error {
	j.shut()
	data, err := j.all()
	if err != nil {
		return err
	}
	var errs []error
	for _, path := range []string{j.beside, j.spare} {
		if path == "" {
			continue
		}
		var err error
		if path != j.beside { // whose folder is not made anew when it has gone: it may be a stick
			err = os.MkdirAll(filepath.Dir(path), 0o700)
		}
		if err == nil {
			err = j.replace(path, data)
		}
		if err == nil {
			if path == j.beside {
				_ = os.Remove(j.spare)
			}
			return nil
		}
		errs = append(errs, err)
	}
	return errors.Join(errs...)
}

// replace writes a journal whole and leaves it open for more.
func (j *journal) replace(path string, data []byte) error {
	if f, err := os.OpenFile(path, os.O_WRONLY|os.O_APPEND|os.O_CREATE|os.O_EXCL, 0o600); err == nil {
		if _, err = f.Write(data); err != nil {
			_ = f.Close()
			_ = os.Remove(path)
			return err
		}
		j.file, j.at, j.bare, j.long, j.made = f, path, false, len(data), true
		poke(j.written)
		return nil
	}
	tmp, err := temp(path, data, 0o600)
	if err != nil {
		return err
	}
	if err := rename(tmp, path); err != nil {
		_ = os.Remove(tmp)
		return err
	}
	syncFolder(filepath.Dir(path))
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_APPEND, 0)
	if err != nil {
		return err
	}
	j.file, j.at, j.bare, j.long = f, path, false, len(data)
	return nil
}

// clear empties the journal, and takes away one that an earlier session left; j.io is held.
func (j *journal) clear() {
	if j.file != nil && j.at == j.beside && !unlinked(j.file) && j.file.Truncate(0) == nil {
		j.bare, j.long = true, 0
		_ = os.Remove(j.spare)
		return
	}
	j.remove()
}

// remove takes it away.
func (j *journal) remove() {
	j.shut()
	for _, path := range []string{j.at, j.beside, j.spare} {
		if path != "" {
			_ = os.Remove(path)
		}
	}
}

func (j *journal) shut() {
	if j.file != nil {
		_ = j.file.Close()
		j.file = nil
	}
}

// readJournal reads what is whole of a journal; nil where there is none.
func readJournal(path string) []byte {
	f, err := os.Open(path)
	if err != nil {
		return nil
	}
	defer f.Close()
	src, err := io.ReadAll(io.LimitReader(f, frameMost))
	if err != nil {
		return nil
	}
	return src
}
