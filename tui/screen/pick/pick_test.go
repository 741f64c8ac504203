package pick

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

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
	p, chosen = New(&th), &[]string{}
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
