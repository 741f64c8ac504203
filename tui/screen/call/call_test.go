package call

import (
	"testing"
	"time"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/playbook"
	"github.com/gapbook/gapbook/tui/widget/note"
)

func TestClock(t *testing.T) {
	now := time.Date(2026, 5, 12, 9, 0, 0, 0, time.UTC)
	c := clock{now: func() time.Time { return now }}
	if c.stamp() != "" {
		t.Errorf("a clock that was never started stamps %q", c.stamp())
	}
	if c.toggle() == nil || c.stamp() != "[00:00] " {
		t.Errorf("running: stamp %q", c.stamp())
	}
	now = now.Add(72*time.Second + 400*time.Millisecond)
	c.jump(-10 * time.Second)
	if c.at() != "01:02" {
		t.Errorf("at %s, want 01:02", c.at())
	}
	if c.toggle() != nil {
		t.Errorf("a clock that stands ticks")
	}
	now = now.Add(time.Hour)
	if c.at() != "01:02" {
		t.Errorf("stopped at %s, want 01:02", c.at())
	}
	c.jump(-time.Hour)
	if c.at() != "00:00" || c.started() {
		t.Errorf("before the beginning: %s", c.at())
	}
}

func TestSeconds(t *testing.T) {
	for s, want := range map[string]int{"12:41": 761, "1:02:41": 3761, "12.41": 761, " 7 ": 420, "": -1, "x": -1, "1:99": -1} {
		n, ok := seconds(s)
		if !ok {
			n = -1
		}
		if n != want {
			t.Errorf("%q: %d, want %d", s, n, want)
		}
	}
}

var themes = &playbook.Playbook{Calls: playbook.Rubric{Objections: []playbook.Theme{{ID: "price"}, {ID: "trust"}}}}

func TestOnlyWhatChangesInTheNoteChangesTheObjections(t *testing.T) {
	price := model.Objection{Theme: "price", At: "12:41", Quote: "twice what we pay"}
	hand := model.Objection{Theme: "price", At: "12:41", Quote: "written by hand"}
	for _, c := range []struct {
		name, before, after string
		have                []model.Objection
		want                []string
	}{
		{"a new line adds one", "", "[12:41] #price twice what we pay", nil, []string{"1 calls/c-1/objections"}},
		{"an unknown theme adds none", "", "[12:41] #prise twice", nil, nil},
		{"an entry that is there is not made twice", "", "[12:41] #price twice what we pay", []model.Objection{price}, nil},
		{"an untouched line leaves all alone", "#trust x", "#trust x\nmore", []model.Objection{hand}, nil},
		{
			"a changed line changes its entry", "[12:41] #price twice what we pay", "[12:50] #price three times",
			[]model.Objection{price},
			[]string{"0 calls/c-1/objections/#0/at", "0 calls/c-1/objections/#0/quote"},
		},
		{
			"another theme", "[12:41] #price twice what we pay", "[12:41] #trust twice what we pay",
			[]model.Objection{price},
			[]string{"0 calls/c-1/objections/#0/theme"},
		},
		{"a line that goes takes it away", "[12:41] #price twice what we pay", "", []model.Objection{hand, price}, []string{"3 calls/c-1/objections/#1"}},
		{"an entry changed by hand stays", "[12:41] #price twice what we pay", "", []model.Objection{hand}, nil},
		{"and is not doubled by more typing", "[12:41] #price twice", "[12:41] #price twice what", []model.Objection{hand}, nil},
	} {
		edits := follow(&model.Call{ID: "c-1", Note: c.before, Objections: c.have}, c.after, themes)
		var got []string
		for _, e := range edits {
			got = append(got, e.String())
		}
		if len(got) != len(c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
			continue
		}
		for i := range got {
			if got[i] != c.want[i] {
				t.Errorf("%s: %v, want %v", c.name, got, c.want)
			}
		}
	}
}

func TestAQuoteGoesWhereItsTimeBelongs(t *testing.T) {
	for _, c := range []struct{ name, note, at, want string }{
		{"an empty note", "", "00:31", "[00:31] > q"},
		{"between stamps", "[00:10] a\n[00:40] b", "00:31", "[00:10] a\n[00:31] > q\n[00:40] b"},
		{"after what belongs to a stamp before it", "[00:10] a\nmore\n[00:40] b", "00:31", "[00:10] a\nmore\n[00:31] > q\n[00:40] b"},
		{"before the first stamp", "head\n[00:40] b", "00:31", "head\n[00:31] > q\n[00:40] b"},
		{"after the last", "[00:10] a\n[00:20] b", "00:31", "[00:10] a\n[00:20] b\n[00:31] > q"},
		{"a note without stamps", "a\nb", "00:31", "a\nb\n[00:31] > q"},
		{"without a time", "[00:10] a", "", "[00:10] a\n> q"},
	} {
		ed := note.New(note.Options{})
		ed.SetText(c.note)
		line := "> q"
		if c.at != "" {
			line = "[" + c.at + "] " + line
		}
		insertAt(ed, model.Clock(c.at), line)
		if ed.Text() != c.want {
			t.Errorf("%s: %q, want %q", c.name, ed.Text(), c.want)
		}
	}
}
