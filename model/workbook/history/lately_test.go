package history

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func TestLately(t *testing.T) {
	path := filepath.Join(t.TempDir(), "acme.yaml")
	folder := t.TempDir()
	with := func(people int) []byte {
		var b strings.Builder
		b.WriteString("gapbook: 1\nclient: {name: Acme}\npeople:\n")
		for i := range people {
			fmt.Fprintf(&b, "  - {id: p-%d, role: rep}\n", i)
		}
		return []byte(b.String())
	}
	at := func(day, hour int) time.Time { return time.Date(2026, 3, day, hour, 0, 0, 0, time.UTC) }
	for _, v := range []struct {
		at     time.Time
		people int
	}{{at(2, 9), 1}, {at(3, 8), 2}, {at(3, 12), 4}, {at(4, 9), 7}} {
		if err := keepIn(folder, path, with(v.people), v.at, Default); err != nil {
			t.Fatal(err)
		}
	}
	list, err := versions(folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		now        time.Time
		base, last int
		day        int
	}{
		{at(4, 18), 7, 5, 3}, // opened today with 7; the day before began with 2
		{at(6, 10), 7, 0, 4}, // nothing new since the backup of the 4th
	} {
		r, ok := lately(list, c.now)
		if !ok || r.Base.People != c.base || r.Last.People != c.last || r.Day.Day() != c.day {
			t.Errorf("on %s: %v %+v", c.now, ok, r)
		}
	}
	if _, ok := lately(nil, at(4, 18)); ok {
		t.Error("something is known of no backups")
	}
}
