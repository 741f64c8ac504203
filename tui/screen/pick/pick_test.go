package pick

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"github.com/gapbook/gapbook/tui/keys"
	"github.com/gapbook/gapbook/tui/style"
)

// Terminals write a dropped file in their own ways.
func TestPath(t *testing.T) {
	home := t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("USERPROFILE", home)
	for _, c := range []struct {
		typed   string
		windows bool
		want    string
	}{
		{"  /data/a.csv ", false, "/data/a.csv"},
		{"'/data/Q1 deals.csv'", false, "/data/Q1 deals.csv"},
		{`"/data/Q1 deals.csv" `, false, "/data/Q1 deals.csv"},
		{`/data/Q1\ deals\ \(2\).csv`, false, "/data/Q1 deals (2).csv"},
		{`C:\Users\dana\Q1 deals.csv`, true, `C:\Users\dana\Q1 deals.csv`},
		{`"C:\Users\dana\Q1 deals.csv"`, true, `C:\Users\dana\Q1 deals.csv`},
		{"~/a.csv", false, home + "/a.csv"},
		{"~", false, home},
		{"~other/a.csv", false, "~other/a.csv"},
		{"file:///data/a.csv", false, "/data/a.csv"},
		{`it's`, false, `it's`},
		{"'", false, "'"},
		{"", false, ""},
	} {
		if got := path(c.typed, c.windows); got != c.want {
			t.Errorf("%s is %s, want %s", c.typed, got, c.want)
		}
	}
}

func files(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	if err := os.MkdirAll(filepath.Join(dir, "older"), 0o700); err != nil {
		t.Fatal(err)
	}
	for i, name := range []string{"history.csv", "deals.TSV", "letter.docx", ".hidden.csv"} {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte("a,b\n"), 0o600); err != nil {
			t.Fatal(err)
		}
		at := time.Date(2026, 1, 1+i, 0, 0, 0, 0, time.UTC)
		if err := os.Chtimes(path, at, at); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// picker is one whose commands run at once.
func picker(t *testing.T, dir string) (p *Picker, press func(...tea.KeyPressMsg), chosen *[]string) {
	t.Helper()
	th := style.New(true, colorprofile.NoTTY)
	p, chosen = New(&th, new(string)), &[]string{}
	p.Kinds = []string{".csv", ".tsv"}
	p.For = func(cmd tea.Cmd) tea.Cmd { return cmd }
	p.Then = func(paths []string) tea.Cmd {
		*chosen = paths
		return nil
	}
	run := func(cmd tea.Cmd) {
		for cmd != nil {
			cmd = p.Update(cmd())
		}
	}
	run(p.Open("", filepath.Join(dir, "not there"), dir))
	return p, func(keys ...tea.KeyPressMsg) {
		for _, k := range keys {
			run(p.Update(k))
		}
	}, chosen
}

var (
	enter = tea.KeyPressMsg{Code: tea.KeyEnter}
	tab   = tea.KeyPressMsg{Code: tea.KeyTab}
	down  = tea.KeyPressMsg{Code: tea.KeyDown}
	back  = tea.KeyPressMsg{Code: tea.KeyBackspace}
)

func TestTheNewestFirstAndSeveralAtOnce(t *testing.T) {
	dir := files(t)
	p, press, chosen := picker(t, dir)
	var names []string
	for _, e := range p.shown {
		names = append(names, e.name)
	}
	if len(names) != 3 || names[0] != "deals.TSV" || names[1] != "history.csv" || names[2] != "older" {
		t.Fatalf("shown are %q", names)
	}
	press(tab, tab, enter)
	if len(*chosen) != 2 || (*chosen)[1] != filepath.Join(dir, "history.csv") || p.IsOpen() {
		t.Errorf("chosen are %q", *chosen)
	}
}

func TestIntoAFolderAndOut(t *testing.T) {
	dir := files(t)
	p, press, chosen := picker(t, dir)
	press(down, down, enter)
	if p.dir != filepath.Join(dir, "older") || len(p.shown) != 0 {
		t.Errorf("in %s with %v", p.dir, p.shown)
	}
	press(back)
	if p.dir != dir || p.list.Key() != "older" {
		t.Errorf("in %s at %s", p.dir, p.list.Key())
	}
	p.Update(tea.PasteMsg{Content: `"` + filepath.Join(dir, "letter.docx") + `"`})
	press(enter)
	if len(*chosen) != 1 { // any file that is named, whatever its ending: the reader says what it is
		t.Errorf("chosen are %q", *chosen)
	}
}

func typing(text string) (keys []tea.KeyPressMsg) {
	for _, r := range text {
		keys = append(keys, tea.KeyPressMsg{Code: r, Text: string(r)})
	}
	return keys
}

func names(p *Picker) (out []string) {
	for _, e := range p.shown {
		out = append(out, e.name)
	}
	return out
}

// Enter on a folder opens it, whatever is marked; what is marked in one folder stays so in the next.
func TestMarksAcrossFolders(t *testing.T) {
	dir := files(t)
	below := filepath.Join(dir, "older", "old.csv")
	if err := os.WriteFile(below, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	p, press, chosen := picker(t, dir)
	press(tab, down, down, enter)
	if p.at != filepath.Join(dir, "older") || !p.IsOpen() {
		t.Fatalf("in %s, open: %v, taken %q", p.at, p.IsOpen(), *chosen)
	}
	press(tab, enter)
	if len(*chosen) != 2 || (*chosen)[0] != filepath.Join(dir, "deals.TSV") || (*chosen)[1] != below {
		t.Errorf("chosen are %q", *chosen)
	}
}

// The list follows the path that is typed, and tab completes it: a folder, then a file, which another tab marks.
func TestAPathIsListedAndCompleted(t *testing.T) {
	dir := files(t)
	for _, name := range []string{"old.csv", "olive.csv", "bold.csv"} {
		if err := os.WriteFile(filepath.Join(dir, "older", name), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	p, press, chosen := picker(t, t.TempDir())
	press(typing(dir + "/O")...)
	if got := names(p); len(got) != 1 || got[0] != "older" || p.Scope() != keys.Path {
		t.Fatalf("shown are %q", got)
	}
	press(tab)
	if got := names(p); len(got) != 3 || p.field.Text() != dir+"/older/" {
		t.Fatalf("%s shows %q", p.field.Text(), got)
	}
	press(typing("ol")...)
	if got := names(p); len(got) != 2 { // bold.csv does not begin so
		t.Fatalf("shown are %q", got)
	}
	press(typing("i")...)
	press(tab)
	if p.field.Text() != dir+"/older/olive.csv" || len(p.marked) != 0 {
		t.Fatalf("%s, marked %q", p.field.Text(), p.marked)
	}
	press(tab)
	if len(p.marked) != 1 {
		t.Fatalf("marked %q", p.marked)
	}
	for range "olive.csv" {
		press(back)
	}
	press(typing("bo")...)
	press(enter) // the one that begins so
	if len(*chosen) != 2 || (*chosen)[1] != filepath.Join(dir, "older", "bold.csv") {
		t.Errorf("chosen are %q", *chosen)
	}
}

// A folder that is not there is said; an arrow chooses against the path that is typed.
func TestATypedPathAndTheArrows(t *testing.T) {
	dir := files(t)
	p, press, chosen := picker(t, t.TempDir())
	press(typing(filepath.Join(dir, "nowhere") + "/")...)
	if p.missing == "" || len(p.shown) != 0 {
		t.Errorf("missing %q, shown %q", p.missing, names(p))
	}
	press(enter)
	if p.problem == "" || !p.IsOpen() {
		t.Errorf("problem %q", p.problem)
	}
	for range "nowhere/" {
		press(back)
	}
	press(down, enter)
	if len(*chosen) != 1 || (*chosen)[0] != filepath.Join(dir, "history.csv") || *p.last != dir {
		t.Errorf("chosen are %q, last %s", *chosen, *p.last)
	}
}

// It begins where something is to be had: where one was, else where the files are.
func TestWhereItBegins(t *testing.T) {
	empty, full, last := t.TempDir(), files(t), t.TempDir()
	p, _, _ := picker(t, empty)
	open := func(folders ...string) string {
		p.Update(p.Open(folders...)())
		return p.dir
	}
	if got := open(empty, full, last); got != full {
		t.Errorf("began in %s, want the one with files", got)
	}
	if got := open(filepath.Join(empty, "none"), empty); got != empty {
		t.Errorf("began in %s, want the last", got)
	}
	*p.last = last
	if got := open(full); got != last {
		t.Errorf("began in %s, want where one was", got)
	}
	*p.last = filepath.Join(last, "gone")
	if got := open(empty, full); got != full {
		t.Errorf("began in %s though that is gone", got)
	}
}
