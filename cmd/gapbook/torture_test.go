//go:build !windows

package main

import (
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/gapbook/gapbook/model/workbook"
)

// promised is how old a letter may be when everything stops and not be on the disk.
const promised = 250 * time.Millisecond

const interviewed = `gapbook: 1
client: {name: Bench}
people:
  - {id: p-1, name: Ann, role: rep}
interviews:
  - id: i-1
    person: p-1
    status: started
    answers:
      - question: rep-stage-exit
        rating: 2
        note: "begin,"
`

// TestKilledWhileTyping kills the program with -9 at random moments while letters go in through a terminal, opens the
// file again, and goes on. Each time the file is whole, each letter older than 250 ms is there, and none twice.
// GAPBOOK_TORTURE is how many kills; make torture has 1,000.
func TestKilledWhileTyping(t *testing.T) {
	kills := 200
	if testing.Short() {
		kills = 20
	}
	if s := os.Getenv("GAPBOOK_TORTURE"); s != "" {
		n, err := strconv.Atoi(s)
		if err != nil {
			t.Fatal(err)
		}
		kills = n
	}
	const atOnce = 3 // most of the time is spent waiting for a person's fingers; more would wait for each other
	bin := program(t)
	seed := uint64(time.Now().UnixNano())
	t.Logf("%d kills, seed %d", kills, seed)
	var all sync.WaitGroup
	var mu sync.Mutex
	left, letters, busy, worst := kills, 0, 0, time.Duration(0)
	clock := watch(t)
	for worker := range uint64(atOnce) {
		all.Go(func() {
			v := &victim{t: t, bin: bin, clock: clock, dir: t.TempDir(), rnd: rand.New(rand.NewPCG(seed, worker)), has: "begin,"}
			v.file = filepath.Join(v.dir, "bench.yaml")
			if err := os.WriteFile(v.file, []byte(interviewed), 0o600); err != nil {
				t.Error(err)
				return
			}
			for {
				mu.Lock()
				left--
				more := left >= 0 && !t.Failed()
				mu.Unlock()
				if !more {
					return
				}
				n, late, fair := v.round()
				mu.Lock()
				if !fair { // another kill makes up for it, but not for ever
					if busy++; busy <= kills {
						left++
					}
				}
				letters += n
				worst = max(worst, late)
				mu.Unlock()
			}
		})
	}
	all.Wait()
	if busy > 0 {
		t.Logf("%d kills more, in which the machine was too busy to tell what is late", busy)
	}
	t.Logf("%d letters typed; the oldest letter that a kill took was %v old", letters, worst.Round(time.Millisecond))
}

// victim is one file and the program that is killed on it over and over.
type victim struct {
	t         *testing.T
	clock     *stutter
	bin       string
	dir, file string
	rnd       *rand.Rand
	has       string // what the note holds
	words     int
}

// stroke is a letter and when it was typed.
type stroke struct {
	letter string
	at     time.Time
}

// round types and kills once. fair is false when the machine itself stood still for longer than the program has for a letter;
// then the file must be whole and no letter twice, but some may be missing.
func (v *victim) round() (letters int, oldest time.Duration, fair bool) {
	term := start(v.t, exec.Command(v.bin, v.file))
	defer term.pty.Close()
	if !term.waitFor("Bench", time.Minute) {
		v.t.Errorf("the program did not start:\n%s", term.screen())
		return 0, 0, true
	}
	term.keys("I\r")
	if !term.waitFor("› Ann", time.Minute) {
		v.t.Errorf("no interview:\n%s", term.screen())
		return 0, 0, true
	}
	began := time.Now()
	typed := v.typing(term)
	screen := term.screen()
	killed := time.Now()
	_ = term.cmd.Process.Kill()
	_ = term.cmd.Wait()

	got := v.look()
	want := v.has
	safe := len(want)
	for _, s := range typed {
		want += s.letter
		if killed.Sub(s.at) >= promised {
			safe = len(want)
		}
	}
	fair = v.clock.worst(began) < stutters
	if !strings.HasPrefix(want, got) || fair && len(got) < safe {
		v.t.Errorf("killed %v after the last of %d letters:\nhad   %q\ntyped %q\nfound %q\nthe screen:\n%s", killed.Sub(typed[len(typed)-1].at),
			len(typed), tail(v.has), tail(want), tail(got), screen)
	}
	for i, s := range typed {
		if fair && len(v.has)+i >= len(got) {
			oldest = killed.Sub(s.at)
			break
		}
	}
	v.has = got
	return len(typed), oldest, fair
}

// stutters is how long a process may be kept waiting on a machine that has time for the program.
const stutters = 30 * time.Millisecond

// stutter watches how long a process that only wants to sleep is kept waiting for a processor.
type stutter struct {
	mu   sync.Mutex
	late []struct {
		at time.Time
		by time.Duration
	}
}

func watch(t *testing.T) *stutter {
	s := &stutter{}
	go func() {
		const nap = 5 * time.Millisecond
		for t.Context().Err() == nil {
			began := time.Now()
			time.Sleep(nap)
			if by := time.Since(began) - nap; by > nap {
				s.mu.Lock()
				s.late = append(s.late, struct {
					at time.Time
					by time.Duration
				}{time.Now(), by})
				s.mu.Unlock()
			}
		}
	}()
	return s
}

func (s *stutter) worst(since time.Time) (by time.Duration) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, x := range s.late {
		if x.at.After(since) {
			by = max(by, x.by)
		}
	}
	return by
}

// typing (letters and line ends: a blank at the end of a line is no word, and not kept) goes on until the moment of the kill: in bursts, with pauses that are long enough for the file to be saved, and
// often ends when it is being saved.
func (v *victim) typing(term *terminal) (out []stroke) {
	span := time.Duration(100+v.rnd.IntN(900)) * time.Millisecond
	begin := time.Now()
	for len(out) == 0 || time.Since(begin) < span {
		v.words++
		for _, r := range strconv.Itoa(v.words) + "," {
			letter := string(r)
			key := letter
			if r == ',' && v.words%7 == 0 {
				letter, key = "\n", "\r"
			}
			out = append(out, stroke{letter, time.Now()})
			term.keys(key)
			time.Sleep(time.Duration(v.rnd.IntN(60)) * time.Millisecond)
		}
		if v.rnd.IntN(12) == 0 {
			time.Sleep(time.Duration(v.rnd.IntN(400)) * time.Millisecond)
		}
	}
	if v.rnd.IntN(3) == 0 { // the file is written about now
		time.Sleep(time.Duration(1050+v.rnd.IntN(150)) * time.Millisecond)
	}
	return out
}

// look reads the note as the next opening finds it, from a copy: the program itself recovers the file in the next round.
func (v *victim) look() string {
	src, err := os.ReadFile(v.file)
	if err != nil {
		v.t.Error(err)
		return ""
	}
	if _, err := workbook.Parse(v.file, src); err != nil {
		v.t.Errorf("the file is not whole: %v\n%s", err, src)
	}
	dir, err := os.MkdirTemp(v.dir, "copy")
	if err != nil {
		v.t.Error(err)
		return ""
	}
	defer os.RemoveAll(dir)
	for _, name := range []string{"bench.yaml", ".bench.yaml.journal"} {
		if src, err := os.ReadFile(filepath.Join(v.dir, name)); err == nil {
			if err := os.WriteFile(filepath.Join(dir, name), src, 0o600); err != nil {
				v.t.Error(err)
			}
		}
	}
	book, err := workbook.Open(filepath.Join(dir, "bench.yaml"))
	if err != nil {
		v.t.Error(err)
		return ""
	}
	defer book.Close()
	answers := book.Now().E.Interviews[0].Answers
	if len(answers) != 1 {
		v.t.Errorf("%d answers:\n%s", len(answers), src)
		return ""
	}
	return answers[0].Note
}

func tail(s string) string {
	if len(s) > 80 {
		return fmt.Sprintf("…(%d)%s", len(s), s[len(s)-80:])
	}
	return s
}
