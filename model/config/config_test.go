package config_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/gapbook/gapbook/model/config"
)

func TestRead(t *testing.T) {
	for src, want := range map[string]string{
		"":            "",
		"# nothing\n": "",
		"by: Dana Ortiz\ntheme: dark\nbackups: true\n": "",
		"theme: blue\n":                     `c.yaml:1:8: theme should be one of dark, light, contrast, not "blue"`,
		"by: X\nbackups: maybe\ntheme: 1\n": `c.yaml:2:10: backups should be true or false, not "maybe"|c.yaml:3:8: theme should be one of dark, light, contrast, not "1"`,
		"colour: red\n":                     `c.yaml:1:1: warning: unknown key "colour"; there are by, theme and backups`,
		"by: [\n":                           "c.yaml:1:5: not YAML",
		"- a\n":                             "c.yaml:1:1: the file should be written as key: value",
		"by: [a]\n":                         "c.yaml:1:5: by should be one value",
		"by: \xff\n":                        "c.yaml:1:5: not valid UTF-8",
	} {
		_, problems := config.Read("c.yaml", []byte(src))
		var got []string
		for _, p := range problems {
			got = append(got, p.Error())
		}
		all := strings.Join(got, "|")
		if (want == "") != (all == "") || !strings.HasPrefix(all, want) {
			t.Errorf("%q: got %q", src, all)
		}
	}
}

func TestWhatIsRightCountsBesideAMistake(t *testing.T) {
	c, problems := config.Read("c.yaml", []byte("theme: blue\nby: ' Dana Ortiz '\nbackups: false\n"))
	if len(problems) != 1 || c.By != "Dana Ortiz" || c.Theme != "" || c.Backups == nil || *c.Backups {
		t.Errorf("%+v %v", c, problems)
	}
}

func TestLoad(t *testing.T) {
	home := t.TempDir()
	for _, v := range []string{"HOME", "XDG_CONFIG_HOME", "AppData"} {
		t.Setenv(v, home)
	}
	if c, problems, err := config.Load(); err != nil || len(problems) > 0 || c != (config.Config{}) {
		t.Errorf("without a file: %+v %v %v", c, problems, err)
	}
	path, err := config.Path()
	if err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte("by: Dana\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if c, _, err := config.Load(); err != nil || c.By != "Dana" {
		t.Errorf("%+v %v", c, err)
	}
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(path, 0o700); err != nil {
		t.Fatal(err)
	}
	if _, _, err := config.Load(); err == nil {
		t.Error("a folder was read")
	}
}

func TestBackups(t *testing.T) {
	no := false
	for _, c := range []struct {
		env  string
		file *bool
		want bool
		err  bool
	}{
		{"", nil, true, false},
		{"", &no, false, false},
		{"off", nil, false, false},
		{"OFF", nil, false, false},
		{"on", &no, true, false},
		{"perhaps", &no, false, true},
	} {
		t.Setenv("GAPBOOK_BACKUPS", c.env)
		if got, err := (config.Config{Backups: c.file}).KeepsBackups(); got != c.want || (err != nil) != c.err {
			t.Errorf("%+v: %v %v", c, got, err)
		}
	}
}
