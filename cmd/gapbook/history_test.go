package main

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/gapbook/gapbook/model/workbook"
	"github.com/gapbook/gapbook/model/workbook/history"
)

// keepMain is the command `keep FILE TIME` of the scripts: it takes a backup as the app does, at a time.
func keepMain() {
	at, err := time.Parse(time.RFC3339, os.Args[2])
	if err == nil {
		var data []byte
		if data, err = os.ReadFile(os.Args[1]); err == nil {
			err = history.Keep(os.Args[1], data, at, history.Default)
		}
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// ownHome keeps a test's backups and configuration out of the person's.
func ownHome(t *testing.T) string {
	t.Helper()
	home := t.TempDir()
	for _, v := range []string{"HOME", "USERPROFILE", "LocalAppData", "AppData", "XDG_STATE_HOME", "XDG_CONFIG_HOME"} {
		t.Setenv(v, home)
	}
	t.Setenv("GAPBOOK_BACKUPS", "")
	return home
}

func TestSettingsKeepBackupsOrNot(t *testing.T) {
	file := filepath.Join(ownHome(t), "acme.yaml")
	if err := os.WriteFile(file, []byte("gapbook: 1\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	var said strings.Builder
	t.Setenv("GAPBOOK_BACKUPS", "off")
	if err := readSettings(&said).keep(file); err != nil {
		t.Fatal(err)
	}
	if list, _ := history.List(file); len(list) != 0 {
		t.Fatal("kept, though it is off")
	}
	t.Setenv("GAPBOOK_BACKUPS", "")
	if err := readSettings(&said).keep(file); err != nil {
		t.Fatal(err)
	}
	if list, _ := history.List(file); len(list) != 1 || said.Len() > 0 {
		t.Fatalf("%d backups; said %q", len(list), said.String())
	}
	if err := readSettings(&said).keep(file + ".none"); err == nil || !strings.Contains(err.Error(), "no backup was taken") {
		t.Errorf("got %v", err)
	}
}

const annsFile = "gapbook: 1\nclient: {name: A}   # Ann Lee knows\npeople: [{id: p, name: Ann Lee, role: rep}, {id: q, name: Bo, role: rep}]\n" +
	"calls: [{id: c-1, transcript: gong.json}, {id: c-2, transcript: fire.json, speakers: {AL: p}}, {id: c-3, transcript: wide.vtt}]\n" +
	"interviews: [{id: i, person: p, answers: [{question: rep-next-step, note: we just push the date every single time}]}]\n"

func TestEraseWaitsForTheLock(t *testing.T) {
	file := filepath.Join(ownHome(t), "acme.yaml")
	must(t, os.WriteFile(file, []byte(annsFile), 0o600))
	book, err := workbook.Open(file)
	must(t, err)
	defer book.Close()
	if err := command(io.Discard, "erase", file, "Ann", "--yes"); err == nil || exitCode(err) != exitIO {
		t.Errorf("got %v", err)
	}
	if got, _ := os.ReadFile(file); string(got) != annsFile {
		t.Errorf("erased under the other's hands:\n%s", got)
	}
}

// After a crash with unsaved notes, and with backups of every kind, a search for the name finds nothing anywhere.
func TestErasedIsNowhere(t *testing.T) {
	home := ownHome(t)
	file := filepath.Join(home, "crashed", "acme.yaml")
	must(t, os.MkdirAll(filepath.Dir(file), 0o700))
	for i, src := range []string{"gapbook: 1\nclient: {name: Ann Lee Ltd}\n", annsFile + "title: older\n", "age: Ann Lee, not to be read\n", annsFile} {
		must(t, history.Keep(file, []byte(src), time.Date(2026, 3, 4, 12, i, 0, 0, time.UTC), history.Default))
	}
	// What a crash leaves: the file and its journal, without the lock on it.
	open := filepath.Join(home, "open.yaml")
	must(t, os.WriteFile(open, []byte(annsFile), 0o600))
	book, err := workbook.Open(open)
	must(t, err)
	must(t, book.Apply("note", workbook.Set("Ann Lee was late\n", "interviews", "i", "note")))
	must(t, book.Apply("note", workbook.Set("as Ann Lee said\n", "findings", "f-1", "note")))
	for size := int64(0); size == 0; time.Sleep(time.Millisecond) {
		if size, err = book.Journal(); err != nil {
			t.Fatal(err)
		}
	}
	journal := workbook.Journals(open)[0]
	for from, to := range map[string]string{open: file, journal: strings.Replace(journal, home, filepath.Dir(file), 1)} {
		data, err := os.ReadFile(from)
		must(t, err)
		must(t, os.WriteFile(strings.Replace(to, "open.yaml", "acme.yaml", 1), data, 0o600))
	}
	must(t, book.Close())
	must(t, os.Remove(open))

	// What gapbook leaves beside it on other bad days, and what recorders hand out.
	folder := filepath.Dir(file)
	for name, text := range map[string]string{
		".acme.yaml.journal-1":                "sealed: Ann Lee",
		"..acme.yaml.journal.1.tmp":           "Ann Lee",
		"acme.recovered.txt":                  "Ann Lee: we just push the date every single time\n",
		"acme (2026-03-04 12.01).yaml":        annsFile,
		"acme-copy.yaml":                      annsFile + "x: Ann Lee\n",
		filepath.Join("..", "acme-copy.yaml"): annsFile,
		"gong.json": `{"parties":[{"speakerId":"7","name":"Ann Lee","emailAddress":"ann.lee@a.example"},{"speakerId":"8","name":"Vik"}],` +
			`"transcript":[{"speakerId":"7","sentences":[{"start":1,"text":"I was late"}]},{"speakerId":"8","sentences":[{"text":"hello Ann Lee"}]}]}`,
		"fire.json": `[{"text": "that was late", "speaker_name": "AL"}, {"speaker_name": "Vik", "text": "hello"}]`,
		"wide.vtt":  string(utf16("WEBVTT\r\n\r\n00:01.000 --> 00:02.000\r\nAnn Lee: it was late\r\n")),
	} {
		must(t, os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600))
	}
	spare := workbook.Journals(file)[1]
	must(t, os.MkdirAll(filepath.Dir(spare), 0o700))
	must(t, os.WriteFile(spare+"-2", []byte("sealed: Ann Lee"), 0o600))

	var out strings.Builder
	must(t, command(&out, "erase", file, "Ann Lee", "--yes", "--transcripts"))
	for name, want := range map[string]string{"gong.json": `"text":"hello a rep"`, "fire.json": `"text": "hello"`, "wide.vtt": "\x00V\x00T\x00T"} {
		if data, err := os.ReadFile(filepath.Join(folder, name)); err != nil || !strings.Contains(string(data), want) {
			t.Errorf("%s: %v\n%s", name, err, data)
		}
	}
	saved, err := os.ReadFile(file)
	must(t, err)
	if !strings.Contains(string(saved), "as a rep said") {
		t.Errorf("what was not saved is lost:\n%s", saved)
	}
	files := 0
	must(t, filepath.WalkDir(home, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		files++
		data, err := os.ReadFile(path)
		if strings.HasSuffix(path, ".gz") {
			z, err := gzip.NewReader(bytes.NewReader(data))
			must(t, err)
			data, err = io.ReadAll(z)
			must(t, err)
		}
		data = bytes.ReplaceAll(data, []byte{0}, nil) // of UTF-16
		for _, gone := range []string{"ann lee", "ann.lee", "push the date", "was late", `"al"`, "al: p", "sealed"} {
			if bytes.Contains(bytes.ToLower(data), []byte(gone)) {
				t.Errorf("%s still holds %q:\n%s", path, gone, data)
			}
		}
		return err
	}))
	if list, err := history.List(file); err != nil || len(list) != 3 || files < 10 {
		t.Errorf("%d backups, %d files, %v", len(list), files, err)
	}
}

// utf16 is a text as Windows writes it, with its mark.
func utf16(s string) []byte {
	out := []byte{0xff, 0xfe}
	for _, r := range s {
		out = append(out, byte(r), byte(r>>8))
	}
	return out
}

// command runs a command of ours in this process.
func command(out io.Writer, args ...string) error {
	root := newRoot()
	root.SetArgs(args)
	root.SetOut(out)
	root.SetErr(io.Discard)
	root.SilenceErrors, root.SilenceUsage = true, true
	return root.Execute()
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
