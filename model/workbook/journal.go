package workbook

import (
	"crypto/rand"
	"errors"
	"os"
	"path/filepath"
	"sync"
	"time"

	"github.com/gapbook/gapbook/model/machine"
	"github.com/gapbook/gapbook/model/vault"
)

// journal keeps what was typed since the last whole save, for the next opening should this one end badly. Steps are
// handed to a goroutine that writes them, and another that syncs, so that typing never waits for a disk, nor a step for
// the disk to be done with the one before. It lies beside the file; where
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
	ended  *sync.WaitGroup // nil until the goroutines are needed

	wake, written, quit chan struct{}

	io   sync.Mutex // all below: the file
	key  *vault.Key // seals the records; nil: they are in the clear
	base stamp
	tail []framed // since the last save
	file *os.File
	at   string // its path
	bare bool   // nothing is in it yet
	long int    // bytes in it
	made bool   // since its folder was synced

	syncing bool
}

// How long a journal may become before what is saved is taken out of it: when nothing else is in it, and in any case.
const (
	manyBytes = 64 << 10
	mostBytes = 1 << 20
)

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
		wake: make(chan struct{}, 1), written: make(chan struct{}, 1), quit: make(chan struct{}),
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
		j.ended = &sync.WaitGroup{}
		j.ended.Go(func() { j.loop(j.wake, j.write) })
		j.ended.Go(func() { j.loop(j.written, j.sync) })
	}
	poke(j.wake)
}

// poke wakes a goroutine. One that is woken already finds what is new, too.
func poke(c chan struct{}) {
	select {
	case c <- struct{}{}:
	default:
	}
}

func (j *journal) loop(woken chan struct{}, do func()) {
	for {
		select {
		case <-woken:
			do()
		case <-j.quit:
			return
		}
	}
}

// write gives all that was handed over to the system, where it outlives the program. Should it panic, the app hears of it
// as of a full disk, and saves.
func (j *journal) write() {
	j.io.Lock()
	defer j.io.Unlock()
	_ = j.guarded(j.drain)
}

// sync brings it from there to the disk, where it outlives the machine.
func (j *journal) sync() {
	j.io.Lock()
	f, made := j.file, j.made
	j.made, j.syncing = false, f != nil
	j.io.Unlock()
	if f == nil {
		return
	}
	err := f.Sync()
	if made {
		syncFolder(filepath.Dir(f.Name()))
	}
	j.io.Lock()
	defer j.io.Unlock()
	j.syncing = false
	if err != nil && f == j.file { // else another one took its place, and is synced
		_ = j.guarded(j.begin)
	}
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
	if !j.closed {
		j.closed = true
		close(j.quit)
	}
	j.mu.Unlock()
	if ended != nil {
		ended.Wait()
	}
	j.io.Lock()
	defer j.io.Unlock()
	_ = j.guarded(j.drain)
	if j.file != nil {
		_ = j.file.Sync()
		j.shut()
		if len(j.tail) == 0 {
			_ = os.Remove(j.at)
		}
	}
}
