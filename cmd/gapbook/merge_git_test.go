package main

import (
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/gapbook/gapbook/model/workbook"
)

// repo is a git repository of a test, apart from the person's own configuration.
type repo struct {
	t   testing.TB
	dir string
}

func (r repo) try(name string, args ...string) (string, error) {
	cmd := exec.Command(name, args...)
	cmd.Dir = r.dir
	cmd.Env = append(os.Environ(),
		"GIT_CONFIG_GLOBAL="+os.DevNull, "GIT_CONFIG_SYSTEM="+os.DevNull, "GIT_AUTHOR_NAME=A", "GIT_AUTHOR_EMAIL=a@b",
		"GIT_COMMITTER_NAME=A", "GIT_COMMITTER_EMAIL=a@b", "GIT_TERMINAL_PROMPT=0", "GIT_MERGE_AUTOEDIT=no")
	out, err := cmd.CombinedOutput()
	return string(out), err
}

func (r repo) run(name string, args ...string) string {
	r.t.Helper()
	out, err := r.try(name, args...)
	if err != nil {
		r.t.Fatalf("%s %v: %v\n%s", name, args, err, out)
	}
	return out
}

func (r repo) write(name, text string) {
	r.t.Helper()
	path := filepath.Join(r.dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		r.t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		r.t.Fatal(err)
	}
}

func (r repo) read(name string) string {
	r.t.Helper()
	text, err := os.ReadFile(filepath.Join(r.dir, filepath.FromSlash(name)))
	if err != nil {
		r.t.Fatal(err)
	}
	return string(text)
}

func newRepo(t testing.TB) repo {
	t.Helper()
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("git is not on this machine")
	}
	if _, err := exec.LookPath("gapbook"); err != nil {
		t.Fatal("the test's own gapbook is not on the path")
	}
	r := repo{t, t.TempDir()}
	r.run("git", "init", "-q", "-b", "main")
	return r
}

// clone is somebody else's copy, with the driver set up in it.
func (r repo) clone() repo {
	c := repo{r.t, filepath.Join(r.t.TempDir(), "clone")}
	r.run("git", "clone", "-q", r.dir, c.dir)
	c.run("gapbook", "merge", "--install")
	return c
}

const acme = "gapbook: 1\nclient: {name: Acme}\nfindings:\n  - {id: f-1, impact: 3}\n"

func TestMergeInstall(t *testing.T) {
	r := newRepo(t)
	r.write("clients/north/acme.yaml", acme)
	r.write("clients/a b [x]/acme.yml", acme)
	r.write("mixed/acme.yaml", acme)
	r.write("mixed/ci.yaml", "on: push\n")
	r.write("mixed/.hidden.yaml", acme)
	r.write("other/ci.yaml", "on: push\n")
	r.write(".gitattributes", "*.png binary")
	said := r.run("gapbook", "merge", "--install")
	want := "*.png binary\n\"/clients/a b \\\\[x]/*.yaml\" merge=gapbook\n\"/clients/a b \\\\[x]/*.yml\" merge=gapbook\n" +
		"/clients/north/*.yaml merge=gapbook\n/mixed/acme.yaml merge=gapbook\n"
	if got := r.read(".gitattributes"); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	if got := r.run("git", "config", "merge.gapbook.driver"); got != "gapbook merge %O %A %B\n" {
		t.Errorf("driver %q", got)
	}
	for _, s := range []string{`git config merge.gapbook.driver "gapbook merge %O %A %B"`, ".gitattributes: /mixed/acme.yaml merge=gapbook", "in every other one"} {
		if !strings.Contains(said, s) {
			t.Errorf("%q is not said:\n%s", s, said)
		}
	}
	for path, merge := range map[string]string{
		"clients/a b [x]/new.yaml": "gapbook", "clients/north/acme.yaml": "gapbook", "mixed/acme.yaml": "gapbook", "mixed/ci.yaml": "unspecified",
		"other/ci.yaml": "unspecified",
	} {
		if got := r.run("git", "check-attr", "merge", "--", path); !strings.HasSuffix(got, ": merge: "+merge+"\n") {
			t.Errorf("%s, want %s", got, merge)
		}
	}
	config := r.read(".git/config")
	said = r.run("gapbook", "merge", "--install", "mixed")
	if r.read(".gitattributes") != want || r.read(".git/config") != config || strings.Count(said, "is so already") != strings.Count(said, "\n") {
		t.Errorf("a second time changed something:\n%s", said)
	}
	r.write("empty/notes.txt", "")
	if r.run("gapbook", "merge", "--install", "empty"); !strings.HasSuffix(r.read(".gitattributes"), "/empty/*.yaml merge=gapbook\n") {
		t.Error("a folder without engagements is not there")
	}
	if out, err := r.try("gapbook", "merge", "--install", "other"); err == nil || !strings.Contains(out, "no engagements, but other YAML") {
		t.Errorf("other YAML: %v %s", err, out)
	}
}

func TestMergeInstallWithoutGit(t *testing.T) {
	r := newRepo(t)
	gapbook, err := exec.LookPath("gapbook")
	if err != nil {
		t.Fatal(err)
	}
	outside := repo{t, t.TempDir()}
	if out, err := outside.try("gapbook", "merge", "--install"); err == nil || !strings.Contains(out, "in no git repository") {
		t.Errorf("%v %s", err, out)
	}
	t.Setenv("PATH", t.TempDir())
	if out, err := r.try(gapbook, "merge", "--install"); err == nil || !strings.Contains(out, "git was not found") || !strings.Contains(out, "install git") {
		t.Errorf("%v %s", err, out)
	}
}

// Where gapbook is not on the path, git runs the one that set it up.
func TestMergeInstallOffThePath(t *testing.T) {
	r := newRepo(t)
	gapbook, _ := exec.LookPath("gapbook")
	path, _ := exec.LookPath("git")
	r.write("acme.yaml", acme)
	t.Setenv("PATH", filepath.Dir(path))
	if _, err := exec.LookPath("gapbook"); err == nil {
		t.Skip("gapbook and git are in one folder here")
	}
	r.run(gapbook, "merge", "--install")
	if got := r.run("git", "config", "merge.gapbook.driver"); !strings.Contains(got, filepath.ToSlash(gapbook)) && !strings.HasPrefix(got, "'") {
		t.Errorf("driver %q", got)
	}
	r.run("git", "add", ".")
	r.run("git", "commit", "-qm", "base")
	r.run("git", "checkout", "-qb", "other")
	r.write("acme.yaml", strings.Replace(acme, "impact: 3", "impact: 4", 1))
	r.run("git", "commit", "-qam", "theirs")
	r.run("git", "checkout", "-q", "main")
	r.write("acme.yaml", strings.Replace(acme, "{id: f-1, impact: 3}", "{id: f-1, impact: 3, ease: 2}", 1))
	r.run("git", "commit", "-qam", "ours")
	r.run("git", "merge", "-q", "other")
	if got := r.read("acme.yaml"); !strings.Contains(got, "{id: f-1, impact: 4, ease: 2}") {
		t.Errorf("merged:\n%s", got)
	}
}

// A file that is no engagement on one side is a conflict for git, and ours stays as it was.
func TestGitConflictWhereNothingCanBeMerged(t *testing.T) {
	r := newRepo(t)
	r.write("acme.yaml", acme)
	r.run("gapbook", "merge", "--install")
	r.run("git", "add", ".")
	r.run("git", "commit", "-qm", "base")
	r.run("git", "checkout", "-qb", "other")
	r.write("acme.yaml", "gapbook: 1\nclient: {name: Acme\n")
	r.run("git", "commit", "-qam", "broken")
	r.run("git", "checkout", "-q", "main")
	ours := strings.Replace(acme, "impact: 3", "impact: 5", 1)
	r.write("acme.yaml", ours)
	r.run("git", "commit", "-qam", "ours")
	if out, err := r.try("git", "merge", "other"); err == nil || !strings.Contains(out, "CONFLICT") {
		t.Errorf("%v\n%s", err, out)
	}
	if got := r.read("acme.yaml"); got != ours {
		t.Errorf("ours is now\n%s", got)
	}
}

// Two clones, edited at random and merged with git again and again: no conflict, and every word that either wrote is there.
func TestGitMergesKeepEveryWord(t *testing.T) {
	r := newRepo(t)
	src, err := os.ReadFile("../../model/merge/testdata/rich.yaml")
	if err != nil {
		t.Fatal(err)
	}
	r.write("acme.yaml", string(src))
	r.run("gapbook", "merge", "--install")
	r.run("git", "add", ".")
	r.run("git", "commit", "-qm", "base")
	r.run("git", "config", "receive.denyCurrentBranch", "ignore")
	runs := 3
	if n, err := strconv.Atoi(os.Getenv("GAPBOOK_TORTURE")); err == nil {
		runs = n / 10
	}
	for seed := range runs {
		dice := rand.New(rand.NewPCG(uint64(seed), 1))
		pair := []repo{r.clone(), r.clone()}
		written := map[string]bool{}
		for round := range 3 {
			for i, c := range pair {
				text := c.read("acme.yaml")
				for n := range 1 + dice.IntN(5) {
					word := fmt.Sprintf("w%d%dq%d", round, i, n)
					next := scribble(dice, text, word)
					doc, err := workbook.Parse("", []byte(next))
					if err != nil || !strings.Contains(doc.Tree().String(), word) {
						continue // no YAML, or a comment
					}
					text, written[word] = next, true
				}
				c.write("acme.yaml", text)
				c.run("git", "commit", "-q", "--allow-empty", "-am", "edit")
			}
			// Each merges what the other had, which makes two ancestors in the next round.
			for i, c := range pair {
				c.run("git", "fetch", "-q", pair[1-i].dir, "main:other"+strconv.Itoa(round))
			}
			for _, c := range pair {
				c.run("git", "merge", "-q", "-m", "merge", "other"+strconv.Itoa(round))
				text := c.read("acme.yaml")
				doc, err := workbook.Parse("acme.yaml", []byte(text))
				if err != nil {
					t.Fatalf("seed %d: %v\n%s", seed, err, text)
				}
				tree := doc.Tree().String()
				for w := range written {
					if !strings.Contains(tree, w) {
						t.Fatalf("seed %d, round %d: lost %q in\n%s", seed, round, w, text)
					}
				}
				if conflictMarker.MatchString(text) {
					t.Fatalf("seed %d: a conflict marker in\n%s", seed, text)
				}
			}
		}
	}
}

var conflictMarker = regexp.MustCompile(`(?m)^(<<<<<<<|=======|>>>>>>>)`)

// scribble writes a word somewhere, as a person with a text editor would.
func scribble(dice *rand.Rand, text, word string) string {
	lines := strings.Split(text, "\n")
	at := dice.IntN(len(lines))
	l := lines[at]
	pad := l[:len(l)-len(strings.TrimLeft(l, " "))]
	switch dice.IntN(4) {
	case 0: // a line more, in a note
		lines = slices.Insert(lines, at, pad+"! "+word)
	case 1: // a word more at the end
		lines[at] += " " + word
	case 2: // an unknown key
		if !strings.HasPrefix(strings.TrimSpace(l), "-") {
			lines = slices.Insert(lines, at, pad+"x_"+word+": yes")
		}
	default:
		lines = append(lines[:len(lines)-1], "x_"+word+": {a: 1}", "")
	}
	return strings.Join(lines, "\n")
}
