package history

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// at gives every test a home of its own.
func at(t *testing.T) (file string) {
	t.Helper()
	home := t.TempDir()
	for _, v := range []string{"HOME", "XDG_STATE_HOME", "LocalAppData", "USERPROFILE"} {
		t.Setenv(v, home)
	}
	return filepath.Join(home, "Acme & Söhne.yaml")
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

var noon = time.Date(2026, 3, 4, 12, 0, 0, 0, time.UTC)

func TestKeepAndList(t *testing.T) {
	file := at(t)
	for i, s := range []string{"a", "a", "b", "a"} {
		must(t, Keep(file, []byte(s), noon.Add(time.Duration(i)*time.Minute), Default))
	}
	list, err := List(file)
	must(t, err)
	var got []string
	for _, v := range list {
		data, err := v.Data()
		must(t, err)
		got = append(got, fmt.Sprint(v.N, v.Time.Minute(), string(data)))
	}
	if want := []string{"1 3a", "2 2b", "3 0a"}; !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
	folder, err := Folder(file)
	must(t, err)
	if name := filepath.Base(folder); !strings.HasPrefix(name, "acme-söhne-") {
		t.Errorf("folder %s", name)
	}
	if runtime.GOOS != "windows" {
		must(t, filepath.WalkDir(folder, func(p string, d os.DirEntry, err error) error {
			info, err2 := d.Info()
			if m := info.Mode().Perm(); m != 0o600 && m != 0o700 {
				t.Errorf("%s has mode %o", p, m)
			}
			return errors.Join(err, err2)
		}))
	}
	other, err := Folder(filepath.Join(filepath.Dir(file), "sub", "Acme & Söhne.yaml"))
	must(t, err)
	if other == folder {
		t.Error("two files share a folder")
	}
}

func TestALinkIsTheSameFile(t *testing.T) {
	file := at(t)
	must(t, os.WriteFile(file, nil, 0o600))
	link := filepath.Join(filepath.Dir(file), "link.yaml")
	if err := os.Symlink(file, link); err != nil {
		t.Skip("no symbolic links here:", err)
	}
	a, _ := Folder(file)
	if b, _ := Folder(link); a != b {
		t.Errorf("%s and %s", a, b)
	}
}

func TestOffKeepsNothing(t *testing.T) {
	file := at(t)
	must(t, Keep(file, []byte("a"), noon, Policy{Off: true, Opens: 20}))
	if list, err := List(file); err != nil || len(list) != 0 {
		t.Errorf("%v %v", list, err)
	}
}

func TestAClockThatWasSetBackBuriesNothing(t *testing.T) {
	file := at(t)
	must(t, Keep(file, []byte("old"), noon, Default))
	must(t, Keep(file, []byte("new"), noon.Add(-time.Hour), Default))
	list, _ := List(file)
	if data, err := list[0].Data(); err != nil || string(data) != "new" {
		t.Errorf("the latest is %q, %v", data, err)
	}
}

func TestWhatCannotBeWrittenIsSaid(t *testing.T) {
	file := at(t)
	root, err := Root()
	must(t, err)
	must(t, os.MkdirAll(filepath.Dir(root), 0o700))
	must(t, os.WriteFile(root, []byte("in the way"), 0o600))
	if err := Keep(file, []byte("a"), noon, Default); err == nil || !strings.HasPrefix(err.Error(), "no backup of Acme") {
		t.Errorf("got %v", err)
	}
}

func TestADamagedBackupIsNotHandedOut(t *testing.T) {
	file := at(t)
	must(t, Keep(file, []byte("words"), noon, Default))
	list, _ := List(file)
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	_, _ = z.Write([]byte("other words"))
	must(t, z.Close())
	must(t, os.WriteFile(list[0].path, b.Bytes(), 0o600))
	if _, err := list[0].Data(); err == nil || !strings.Contains(err.Error(), "damaged") {
		t.Errorf("got %v", err)
	}
}

func TestKept(t *testing.T) {
	day := func(d, h int) time.Time { return time.Date(2026, 3, d, h, 0, 0, 0, time.UTC) }
	now := day(10, 12)
	for name, c := range map[string]struct {
		times []time.Time
		p     Policy
		want  string
	}{
		"nothing":                         {nil, Policy{Opens: 2, Days: 3}, ""},
		"the latest, always":              {[]time.Time{day(1, 0), day(1, 0).AddDate(-1, 0, 0)}, Policy{}, "x."},
		"the latest opens":                {[]time.Time{day(10, 9), day(10, 8), day(10, 7)}, Policy{Opens: 2}, "xx."},
		"the last of each day":            {[]time.Time{day(10, 9), day(10, 8), day(9, 9), day(9, 8), day(8, 9), day(7, 9)}, Policy{Opens: 1, Days: 3}, "x.x.x."},
		"what was in force on quiet days": {[]time.Time{day(10, 9), day(10, 8), day(2, 9), day(2, 8)}, Policy{Opens: 1, Days: 3}, "x.x."},
		"both":                            {[]time.Time{day(10, 9), day(10, 8), day(10, 7), day(9, 9)}, Policy{Opens: 2, Days: 2}, "xx.x"},
		"of the future":                   {[]time.Time{day(12, 9), day(11, 9), day(10, 9)}, Policy{Opens: 1, Days: 1}, "x.x"},
		"midnight is the next day":        {[]time.Time{day(10, 0), day(9, 23)}, Policy{Opens: 1, Days: 2}, "xx"},
	} {
		var got strings.Builder
		for _, k := range kept(c.times, now, c.p) {
			got.WriteByte(map[bool]byte{true: 'x', false: '.'}[k])
		}
		if got.String() != c.want {
			t.Errorf("%s: %s, want %s", name, got.String(), c.want)
		}
	}
}

// However often it is pruned on the way, what a day of the last month ended with is there, and never more than asked for.
func TestPruningOnTheWayLosesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := Policy{Opens: rapid.IntRange(1, 5).Draw(t, "opens"), Days: rapid.IntRange(0, 8).Draw(t, "days")}
		var all, left []time.Time // latest first
		now := noon
		for range rapid.IntRange(1, 60).Draw(t, "n") {
			now = now.Add(time.Duration(rapid.IntRange(1, 40*60).Draw(t, "minutes")) * time.Minute)
			all, left = append([]time.Time{now}, all...), append([]time.Time{now}, left...)
			var next []time.Time
			for i, k := range kept(left, now, p) {
				if k {
					next = append(next, left[i])
				}
			}
			left = next
			if len(left) > p.Opens+p.Days {
				t.Fatalf("%d kept", len(left))
			}
		}
		for i, k := range kept(all, now, p) {
			if k && !slices.Contains(left, all[i]) {
				t.Fatalf("%s was dropped too early", all[i])
			}
		}
	})
}

func TestAt(t *testing.T) {
	zone := time.FixedZone("CET", 3600)
	list := []Version{{N: 1, Time: noon}, {N: 2, Time: noon.Add(-time.Hour)}, {N: 3, Time: noon.AddDate(0, 0, -2)}}
	for when, want := range map[string]int{
		"": 1, "1": 1, "3": 3, "2026-03-04": 1, "2026-03-04 13:00": 1, "2026-03-04 12.59": 2, "2026-03-04T12:00:00": 2, "2026-03-03": 3, " 2 ": 2, "2026-12-31": 1,
	} {
		if v, err := At(list, when, zone); err != nil || v.N != want {
			t.Errorf("%q is %d, want %d: %v", when, v.N, want, err)
		}
	}
	for _, when := range []string{"0", "4", "-1", "yesterday", "2026-03-01", "2026-02-30"} {
		if _, err := At(list, when, zone); err == nil {
			t.Errorf("%q was taken", when)
		}
	}
}

func TestRestoreNeverOverwrites(t *testing.T) {
	file := at(t)
	must(t, Keep(file, []byte("words"), noon, Default))
	list, _ := List(file)
	name := NameFor(file, list[0], time.UTC)
	if filepath.Base(name) != "Acme & Söhne (2026-03-04 12.00).yaml" {
		t.Errorf("named %s", name)
	}
	must(t, Restore(list[0], name))
	if data, err := os.ReadFile(name); err != nil || string(data) != "words" {
		t.Errorf("%q %v", data, err)
	}
	must(t, os.WriteFile(name, []byte("mine"), 0o600))
	if err := Restore(list[0], name); !errors.Is(err, os.ErrExist) {
		t.Errorf("got %v", err)
	}
	if data, _ := os.ReadFile(name); string(data) != "mine" {
		t.Error("overwritten")
	}
	if next := NameFor(file, list[0], time.UTC); filepath.Base(next) != "Acme & Söhne (2026-03-04 12.00) 2.yaml" {
		t.Errorf("named %s", next)
	}
	if left, _ := filepath.Glob(filepath.Join(filepath.Dir(file), ".*.tmp")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}

func TestRewrite(t *testing.T) {
	file := at(t)
	for i, s := range []string{"Ann", "no", "gone"} {
		must(t, Keep(file, []byte(s), noon.Add(time.Duration(i)*time.Minute), Default))
	}
	list, _ := List(file)
	must(t, os.WriteFile(list[1].path, []byte("damaged"), 0o600))
	rewritten, removed, err := Rewrite(file, func(_ Version, data []byte) ([]byte, bool) {
		return bytes.ReplaceAll(data, []byte("Ann"), []byte("a rep")), string(data) != "gone"
	})
	if err != nil || rewritten != 1 || removed != 2 {
		t.Errorf("%d rewritten, %d removed, %v", rewritten, removed, err)
	}
	list, _ = List(file)
	if len(list) != 1 || !list[0].Time.Equal(noon) {
		t.Fatalf("left: %v", list)
	}
	if data, err := list[0].Data(); err != nil || string(data) != "a rep" {
		t.Errorf("%q %v", data, err)
	}
}

func TestCount(t *testing.T) {
	src := "gapbook: 1\nclient: {name: A}\npeople: [{id: p, role: rep}]\ninterviews:\n  - {id: i, person: p, answers: [{question: q, rating: 1}, {question: r}]}\nfindings: [{id: f}, {id: g}]\n"
	a, ok := CountOf([]byte(src))
	if !ok || a.Answers != 1 || a.Findings != 2 || a.People != 1 {
		t.Errorf("%+v %v", a, ok)
	}
	b, _ := CountOf([]byte(strings.Replace(strings.Replace(src, "{question: r}", "{question: r, note: x}, {question: s, na: true}", 1), ", {id: g}", "", 1)))
	if got := b.Less(a).String(); got != "2 more answers, 1 fewer finding" {
		t.Errorf("got %q", got)
	}
	for _, bad := range []string{"", "[", "age-encryption.org/v1\n", "a: b\n"} {
		if _, ok := CountOf([]byte(bad)); ok {
			t.Errorf("%q was counted", bad)
		}
	}
}
