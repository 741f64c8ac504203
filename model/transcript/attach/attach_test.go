package attach_test

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/transcript/attach"
)

const src = "WEBVTT\n\n00:00:01.000 --> 00:01:02.500\nAna: Hello.\n"

func write(t *testing.T, path, text string) string {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func put(t *testing.T, path, engagement string) *attach.File {
	t.Helper()
	f, err := attach.Read(path, engagement)
	if err != nil {
		t.Fatal(err)
	}
	if err := f.Put(); err != nil {
		t.Fatal(err)
	}
	if got, err := attach.Load(engagement, &model.Call{Transcript: f.Rel}); err != nil || len(got.Cues) != len(f.T.Cues) {
		t.Errorf("what is attached cannot be loaded: %v", err)
	}
	return f
}

func TestWhereATranscriptComesToLie(t *testing.T) {
	root := t.TempDir()
	home, away := filepath.Join(root, "work"), filepath.Join(root, "downloads")
	engagement := write(t, filepath.Join(home, "acme.yaml"), "")
	if f := put(t, write(t, filepath.Join(home, "calls", "a.vtt"), src), engagement); f.Rel != "calls/a.vtt" {
		t.Errorf("a file below the engagement's folder stays: %s", f.Rel)
	}
	if _, err := os.Stat(filepath.Join(home, attach.Folder)); err == nil {
		t.Error("a folder for nothing")
	}
	f := put(t, write(t, filepath.Join(away, "a.vtt"), src), engagement)
	copied := filepath.Join(home, "transcripts", "a.vtt")
	if got, _ := os.ReadFile(copied); f.Rel != "transcripts/a.vtt" || string(got) != src {
		t.Errorf("the copy %s holds %q", f.Rel, got)
	}
	if info, err := os.Stat(copied); err == nil && runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v", info.Mode())
	}
	if f := put(t, filepath.Join(away, "a.vtt"), engagement); f.Rel != "transcripts/a.vtt" {
		t.Errorf("the same bytes again: %s", f.Rel)
	}
	f = put(t, write(t, filepath.Join(away, "a.vtt"), src+"\n"), engagement)
	if got, _ := os.ReadFile(copied); f.Rel != "transcripts/a-2.vtt" || string(got) != src {
		t.Errorf("other bytes of that name: %s, and the first holds %q", f.Rel, got)
	}
	f.Undo()
	if _, err := os.Stat(filepath.Join(home, "transcripts", "a-2.vtt")); err == nil {
		t.Error("what was put is taken back")
	}
	if _, err := os.Stat(copied); err != nil {
		t.Error("and nothing else:", err)
	}
}

func TestAFileThatCameMeanwhileStays(t *testing.T) {
	root := t.TempDir()
	engagement := write(t, filepath.Join(root, "work", "acme.yaml"), "")
	f, err := attach.Read(write(t, filepath.Join(root, "a.vtt"), src), engagement)
	if err != nil {
		t.Fatal(err)
	}
	there := write(t, filepath.Join(root, "work", "transcripts", "a.vtt"), "theirs")
	if err := f.Put(); err == nil {
		t.Error("no error")
	}
	if got, _ := os.ReadFile(there); string(got) != "theirs" {
		t.Errorf("it holds %q", got)
	}
}

func TestNamesThatUpsetNobody(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows has no such names")
	}
	root := t.TempDir()
	engagement := write(t, filepath.Join(root, "work", "acme.yaml"), "")
	for name, want := range map[string]string{
		"a\x1b]0;x\x07\u202eb.vtt": "transcripts/a--0-x--b.vtt", ".vtt": "transcripts/vtt", "Größe (1).vtt": "transcripts/Größe (1).vtt", "a:b|c.vtt": "transcripts/a-b-c.vtt",
	} {
		f, err := attach.Read(write(t, filepath.Join(root, name), src), engagement)
		if err != nil || f.Rel != want {
			t.Errorf("%q becomes %v, %v", name, f, err)
		}
	}
}

func TestEditsSayOnlyWhatIsNew(t *testing.T) {
	f, err := attach.From(strings.NewReader(src), "c-1", filepath.Join(t.TempDir(), "acme.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	call := &model.Call{ID: "c-1"}
	var got []string
	for _, e := range f.Edits(call, map[string]string{"Ana": "buyer"}) {
		got = append(got, strings.Join(e.Path, "/")+"="+e.Value.(string))
	}
	if want := "calls/c-1/transcript=transcripts/c-1.vtt calls/c-1/length=01:02 calls/c-1/speakers/Ana=buyer"; strings.Join(got, " ") != want {
		t.Errorf("got %q, want %q", got, want)
	}
	call = &model.Call{ID: "c-1", Transcript: "transcripts/c-1.vtt", Length: "38:20", Speakers: map[string]string{"Ana": "buyer"}}
	if got := f.Edits(call, map[string]string{"Ana": "buyer"}); len(got) != 0 {
		t.Errorf("nothing is new: %v", got)
	}
}

func TestWhatIsRefused(t *testing.T) {
	root := t.TempDir()
	engagement := filepath.Join(root, "acme.yaml")
	letter := write(t, filepath.Join(root, "letter.txt"), "\nDear all,\n")
	if _, err := attach.Read(letter, engagement); err == nil || !strings.HasPrefix(err.Error(), letter+":2: ") {
		t.Errorf("%v", err)
	}
	if _, err := attach.Read(root, engagement); err == nil || !strings.Contains(err.Error(), "folder") {
		t.Errorf("%v", err)
	}
	big := filepath.Join(root, "big.vtt")
	if f, err := os.Create(big); err != nil || f.Truncate(33<<20) != nil || f.Close() != nil {
		t.Fatal(err)
	}
	if _, err := attach.Read(big, engagement); err == nil || !strings.Contains(err.Error(), "more than 32 MB") {
		t.Errorf("%v", err)
	}
}
