package workbook

import (
	"crypto/rand"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"sync"
	"time"

	"github.com/gapbook/gapbook/model/machine"
	"github.com/gapbook/gapbook/model/vault"
)

// journal keeps what was typed since the last whole save, for the next opening should this one end badly. Steps are
// handed to one goroutine that writes and syncs them, so that typing never waits for a disk. It lies beside the file; where
// that cannot be written, in the person's state folder.
//
// A crash at any moment neither loses nor doubles a step. Before a save gives the new file its name, a mark with the hash
// of it goes into the journal; the steps before the mark count only where another file is found. A step is taken out of
// the journal when the file that holds it is on the disk.
type journal struct {
	beside, spare string
	session       string

	mu     sync.Mutex // of what follows
	queue  []entry
	size   int64
	err    error
	closed bool
	ended  chan struct{} // nil until the goroutine is needed

	wake, quit chan struct{}

	io   sync.Mutex // all below: the file
	key  *vault.Key // seals the records; nil: they are in the clear
	base stamp
	tail []framed // since the last save
	file *os.File
	at   string // its path
}

// framed is a record as it stands in the file.
type framed struct {
	seq  uint64
	data []byte
}

// entry is a step that waits to be written.
type entry struct {
	seq     uint64
	at      time.Time
	name    string
	edits   []Edit
	inverse []Edit // of each
	was     []*string
	whole   *whole // instead of edits
	anew    *anew  // instead of a step
}

// anew begins the journal again: other steps, on another file.
type anew struct {
	base    stamp
	entries []entry
}

func newJournal(beside, spare string, base stamp) *journal {
	return &journal{
		beside: beside, spare: spare, base: base, session: rand.Text(),
		wake: make(chan struct{}, 1), quit: make(chan struct{}),
	}
}

// add hands over a step. It returns at once.
func (j *journal) add(e entry) {
	j.mu.Lock()
	defer j.mu.Unlock()
	if j.closed {
		return
	}
	j.queue = append(j.queue, e)
	if j.ended == nil {
		j.ended = make(chan struct{})
		go j.loop()
	}
	select {
	case j.wake <- struct{}{}:
	default: // whoever is woken already finds this one, too
	}
}

func (j *journal) loop() {
	defer close(j.ended)
	for {
		select {
		case <-j.wake:
			j.write()
		case <-j.quit:
			return
		}
	}
}

// write brings all that was handed over to the disk. Should it panic, the app hears of it as of a full disk, and saves.
func (j *journal) write() {
	j.io.Lock()
	defer j.io.Unlock()
	j.guarded(j.drain)
}

// guarded does something with the file and keeps what went wrong.
func (j *journal) guarded(do func() error) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = machine.Caught("the journal", r, "")
		}
		j.mu.Lock()
		j.err = err
		j.size = 0
		for _, f := range j.tail {
			j.size += int64(len(f.data))
		}
		j.mu.Unlock()
	}()
	return do()
}

// drain writes the queue; j.io is held.
func (j *journal) drain() error {
	j.mu.Lock()
	queue := j.queue
	j.queue = nil
	j.mu.Unlock()
	var data []byte
	var wrong error
	for _, e := range queue {
		if e.anew != nil {
			wrong = errors.Join(wrong, j.turn(*e.anew))
			data = nil
			continue
		}
		f, err := j.frameOf(e)
		if err != nil {
			wrong = err
			continue
		}
		j.tail = append(j.tail, f)
		data = append(data, f.data...)
	}
	return errors.Join(wrong, j.put(data))
}

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
	if j.file != nil {
		if len(data) == 0 {
			return nil
		}
		_, err := j.file.Write(data)
		if err = errors.Join(err, j.file.Sync()); err == nil {
			return nil
		}
		_ = j.file.Close() // whatever of it is there is whole up to somewhere
		j.file = nil
	}
	return j.begin()
}

// begin writes a new journal in place of an old one: beside the file, or else in the spare place.
func (j *journal) begin() error {
	j.shut()
	first, err := j.frame(0, record{Begin: &beginning{j.session, digest(j.base)}})
	if err != nil {
		return err
	}
	data := append([]byte(journalHead), first.data...)
	for _, f := range j.tail {
		data = append(data, f.data...)
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
	j.file, j.at = f, path
	return nil
}

// mark says, before a file is put in its place, which steps it holds. Without a journal there is nothing to say.
func (j *journal) mark(seq uint64, file stamp) {
	j.io.Lock()
	defer j.io.Unlock()
	_ = j.guarded(func() error {
		if err := j.drain(); err != nil || len(j.tail) == 0 {
			return err
		}
		f, err := j.frame(seq, record{Mark: &mark{seq, digest(file)}})
		if err != nil {
			return err
		}
		j.tail = append(j.tail, f)
		return j.put(f.data)
	})
}

// drop takes out the steps up to seq, which are in a file of that hash now.
func (j *journal) drop(seq uint64, base stamp) {
	j.io.Lock()
	defer j.io.Unlock()
	_ = j.guarded(func() error {
		err := j.drain()
		var left []framed
		for _, f := range j.tail {
			if f.seq > seq {
				left = append(left, f)
			}
		}
		j.base, j.tail = base, left
		if len(left) == 0 {
			j.clear()
			return nil
		}
		return errors.Join(err, j.begin())
	})
}

// turn puts other steps in the place of all that came before; j.io is held.
func (j *journal) turn(to anew) error {
	j.base, j.tail = to.base, nil
	for _, e := range to.entries {
		f, err := j.frameOf(e)
		if err != nil {
			return err
		}
		j.tail = append(j.tail, f)
	}
	if len(j.tail) == 0 {
		j.clear()
		return nil
	}
	return j.begin()
}

// reset does that at once.
func (j *journal) reset(base stamp, entries []entry) {
	j.io.Lock()
	defer j.io.Unlock()
	_ = j.guarded(func() error { return j.turn(anew{base, entries}) })
}

// rekey seals what comes from now on with another key. Nothing may wait in the journal.
func (j *journal) rekey(key *vault.Key) {
	j.io.Lock()
	defer j.io.Unlock()
	j.clear()
	j.key = key
}

// clear takes the journal away, and one that an earlier session left; j.io is held.
func (j *journal) clear() {
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

// state is how much is in the journal, and why it could not be written to.
func (j *journal) state() (size int64, err error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.size, j.err
}

// close ends the goroutine. What is not in the file of the engagement stays in the journal.
func (j *journal) close() {
	j.mu.Lock()
	ended := j.ended
	if j.closed {
		ended = nil
	} else {
		j.closed = true
		close(j.quit)
	}
	j.mu.Unlock()
	if ended != nil {
		<-ended
	}
	j.io.Lock()
	defer j.io.Unlock()
	_ = j.guarded(j.drain)
	j.shut()
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
