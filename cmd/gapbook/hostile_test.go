package main

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/csv"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"charm.land/fang/v2"
	"github.com/spf13/cobra"

	"github.com/gapbook/gapbook/engagements"
	"github.com/gapbook/gapbook/model/inert/hostile"
	"github.com/gapbook/gapbook/model/render"
	"github.com/gapbook/gapbook/model/render/rendertest"
	"github.com/gapbook/gapbook/model/workbook"
)

// hostileFiles are engagements in which every text wants to act, one with ids and dates that work and one without, beside
// a playbook, a CRM export and a transcript of the same kind.
func hostileFiles(t *testing.T) (folder string, files []string) {
	t.Helper()
	folder = t.TempDir()
	write := func(name string, data []byte) string {
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	write("mine.yaml", hostile.Playbook())
	for _, all := range []bool{false, true} {
		src, err := engagements.Samples.ReadFile("midmarket-saas.yaml")
		if err != nil {
			t.Fatal(err)
		}
		now, err := workbook.ReadBytes(src, "sample")
		if err != nil {
			t.Fatal(err)
		}
		e := *now.E
		e.Playbook = "mine.yaml"
		e.Interviews, e.Audits, e.Calls = e.Interviews[:8], e.Audits[:4], e.Calls[:4] // enough of each kind
		name := "records.yaml"
		if all {
			name = "all.yaml"
		}
		files = append(files, write(name, hostile.Engagement(&e, all)))
	}
	quoted := `"` + strings.ReplaceAll(hostile.Text, `"`, `""`) + `"`
	write("deals.csv", []byte("Opportunity ID,From Stage,To Stage,Edit Date,Amount,Created Date\n1,"+quoted+",x,2026-01-02,5,2026-01-01\n2,x,"+quoted+",2026-01-03,5,2026-01-01\n"))
	write("call.vtt", []byte("WEBVTT\n\n00:00:01.000 --> 00:00:04.000\n"+strings.ReplaceAll(hostile.Text, "\n", " ")+": hello\n\n00:00:05.000 --> 00:00:09.000\n<v "+
		strings.NewReplacer("\n", " ", ">", " ").Replace(hostile.Text)+">"+hostile.Text+"\n"))
	return folder, files
}

// told is what a command wrote.
type told struct{ out, err string }

func runHere(args ...string) told {
	var out, errs bytes.Buffer
	root := newRoot()
	root.SetOut(&out)
	root.SetErr(&errs)
	root.SetIn(strings.NewReader(""))
	root.SetArgs(args)
	root.SilenceErrors, root.SilenceUsage = true, true
	if err := root.ExecuteContext(context.Background()); err != nil {
		printError(&errs, fang.Styles{}, err)
	}
	return told{out.String(), errs.String()}
}

// walked is how commands are called that need more than a file. The others are called with the file alone, then with every
// flag that changes what is shown, and with every ending that a file to write may have.
func walked(folder, file string) map[string][][]string {
	in := func(name string) string { return filepath.Join(folder, name) }
	bad := hostile.Text
	return map[string][][]string{
		"gapbook score":             {{file, "--explain", "stage-exits"}, {file, "--explain", "stage-exits", "--json"}, {file, "--explain", "stage-exits", "--names"}, {file, "--explain", bad}, {file, "--explain", "stage-exits", "--stage", bad}},
		"gapbook funnel":            {{file, "--compare", bad + "baseline," + bad + "after two quarters"}, {file, "--label", bad}, {file, "--compare", "a,b"}},
		"gapbook import crm":        {{in("deals.csv"), "--into", file, "--dry-run"}, {in("deals.csv"), "--into", file, "--dry-run", "--label", bad}, {in(bad), "--into", file}},
		"gapbook import transcript": {{in("call.vtt"), "--into", file, "--call", "c-9xv0t", "--dry-run"}, {in("call.vtt"), "--into", file, "--call", bad, "--dry-run"}},
		"gapbook erase":             {{file, "p-voss", "--dry-run"}, {file, bad}},
		"gapbook merge":             {{file, file, file, "--json"}},
		"gapbook restore":           {{file, "--at", bad}},
		"gapbook playbook check":    {{in("mine.yaml")}, {in(bad)}},
		"gapbook new":               {{in(bad), "--client", bad}, {in("new.yaml"), "--client", bad, "--stages", bad}},
		"gapbook check":             {{in(bad)}},
		"gapbook review":            {{file, "--day", "30"}, {file, "--day", "60"}, {in(bad)}},
		"gapbook portfolio":         {{folder}, {folder, "--names"}, {folder, "--names", "--csv"}, {folder, "--names", "--json"}, {folder, "--place", file}, {in(bad)}},
		"gapbook lock":              {{in(bad)}},
		"gapbook unlock":            {{in(bad)}},
	}
}

// still are the commands that show nothing of an engagement, or change it.
var still = regexp.MustCompile(`^gapbook (demo|schema|playbook show|playbook|import|help|completion.*|man|lock|unlock)$`)

var suffixes = []string{"md", "html", "csv", "json", "docx", "pdf", "xlsx", "ics", "txt"}

// Every command and every format, found by walking the tree of commands: nothing that comes out acts.
func TestNothingInATextActs(t *testing.T) {
	folder, files := hostileFiles(t)
	written := map[string]bool{}
	for _, file := range files {
		calls := walked(folder, file)
		leaves(newRoot(), func(cmd *cobra.Command) {
			path := cmd.CommandPath()
			list := calls[path]
			if !still.MatchString(path) && cmd.HasParent() {
				list = append(list, []string{file})
				for _, flag := range []string{"json", "names", "no-quotes", "ready"} {
					if cmd.Flags().Lookup(flag) != nil {
						list = append(list, []string{file, "--" + flag})
					}
				}
			}
			name := strings.Fields(path)[1:]
			for _, args := range list {
				got := runHere(append(append([]string{}, name...), args...)...)
				quiet(t, strings.Join(name, " ")+" "+strings.Join(args[1:], " "), got)
			}
			if cmd.Flags().Lookup("out") == nil || still.MatchString(path) {
				return
			}
			for _, end := range suffixes {
				out := filepath.Join(t.TempDir(), "out."+end)
				got := runHere(append(append([]string{}, name...), file, "-o", out)...)
				quiet(t, path+" "+end, got)
				if data, err := os.ReadFile(out); err == nil {
					written[end] = true
					quietFile(t, path+" "+end, end, data)
				}
			}
		})
	}
	for _, end := range render.PlanFormats {
		if !written[end] {
			t.Errorf("nothing was written as %s", end)
		}
	}
}

func leaves(cmd *cobra.Command, visit func(*cobra.Command)) {
	if !cmd.HasSubCommands() {
		visit(cmd)
	}
	for _, c := range cmd.Commands() {
		leaves(c, visit)
	}
}

func quiet(t *testing.T, what string, got told) {
	t.Helper()
	for _, s := range []string{got.out, got.err} {
		if why := hostile.Acting(s, false); why != "" {
			t.Errorf("%.80q: %s", what, why)
		}
	}
	if strings.HasPrefix(got.out, "# ") {
		quietFile(t, what, "md", []byte(got.out))
	}
}

var (
	mdActive   = regexp.MustCompile("(^|[^\\\\])(<(script|img|http)|!?\\[x\\]\\(|`pwned)|[^\\\\\\w]https?:/")
	htmlActive = regexp.MustCompile(`(?i)<script|<img|<iframe|href="?(javascript|http|data)|<[^>]*\son\w+=`)
)

// quietFile looks into a file that was written, as whoever opens it would.
func quietFile(t *testing.T, what, end string, data []byte) {
	t.Helper()
	fail := func(why string) {
		if why != "" {
			t.Errorf("%.80q: %s", what, why)
		}
	}
	switch end {
	case "pdf":
		text, err := rendertest.PDF(data)
		if err != nil {
			t.Error(err)
		}
		fail(hostile.Acting(text, false))
		return
	case "docx", "xlsx":
		z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range z.File {
			r, err := f.Open()
			if err != nil {
				t.Fatal(err)
			}
			part, _ := io.ReadAll(r)
			fail(hostile.Acting(string(part), false))
			if strings.Contains(string(part), "<script>") || strings.Contains(string(part), "<f>") && strings.Contains(string(part), "6666") {
				fail("markup or a formula in " + f.Name)
			}
		}
		return
	}
	text := strings.TrimPrefix(string(data), "\uFEFF")
	if end == "ics" || end == "csv" {
		text = strings.ReplaceAll(text, "\r\n", "\n")
	}
	fail(hostile.Acting(text, false))
	switch end {
	case "html":
		fail(found(htmlActive, text))
	case "md":
		fail(found(mdActive, text))
	case "csv":
		rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range rows {
			for _, cell := range row {
				if cell != "" && strings.ContainsAny(cell[:1], "=+-@\t\r") {
					fail("a formula in a cell: " + cell[:min(len(cell), 40)])
				}
			}
		}
	}
}

func found(re *regexp.Regexp, text string) string {
	if m := re.FindStringIndex(text); m != nil {
		return "it acts: " + text[max(m[0]-40, 0):min(m[1]+30, len(text))]
	}
	return ""
}
