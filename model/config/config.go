// Package config reads what a person set for all their engagements: config.yaml in gapbook's folder of the person's
// configuration. A file that is not there is one that sets nothing; a mistake in it is a problem with its place, and the
// rest of the file still counts. The package knows no screen and never writes.
package config

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/gapbook/gapbook/model/exact"
)

// Config is what can be set. What is absent is left to the program.
type Config struct {
	By      string `yaml:"by" doc:"Who the notes are by."`
	Theme   Theme  `yaml:"theme" doc:"dark, light or contrast; absent: as the terminal says."`
	Backups *bool  `yaml:"backups" doc:"false: no backups are kept."`
}

// Theme is the colours of the app.
type Theme string

// Values are the themes there are.
func (Theme) Values() []string { return []string{"dark", "light", "contrast"} }

// Problem is a mistake, or something unknown, at one place of the file.
type Problem struct {
	Path string
	exact.Problem
}

func (p Problem) Error() string {
	kind := ""
	if p.Warning {
		kind = "warning: "
	}
	return fmt.Sprintf("%s:%d:%d: %s%s", p.Path, max(p.Line, 1), max(p.Col, 1), kind, p.Message)
}

// most is far more than a configuration can be.
const most = 1 << 20

// Path is where the file is looked for.
func Path() (string, error) {
	folder, err := os.UserConfigDir()
	if err != nil {
		return "", err
	}
	return filepath.Join(folder, "gapbook", "config.yaml"), nil
}

// Load reads the person's file. The error is one that it could not be reached.
func Load() (Config, []Problem, error) {
	path, err := Path()
	if err != nil {
		return Config{}, nil, nil // a system without such a folder: nothing is set
	}
	f, err := os.Open(path)
	if errors.Is(err, os.ErrNotExist) {
		return Config{}, nil, nil
	}
	if err != nil {
		return Config{}, nil, err
	}
	defer f.Close()
	src, err := io.ReadAll(io.LimitReader(f, most))
	if err != nil {
		return Config{}, nil, err
	}
	c, problems := Read(path, src)
	return c, problems, nil
}

// Read reads the bytes of a file that is called path in its problems.
func Read(path string, src []byte) (Config, []Problem) {
	var c Config
	doc, err := exact.Parse(src)
	var p exact.Problem
	switch {
	case errors.As(err, &p):
		return c, []Problem{{path, p}}
	case err != nil:
		return c, []Problem{{path, exact.Problem{Message: err.Error()}}}
	case doc.Empty():
		return c, nil
	}
	var problems []Problem
	for _, p := range doc.Decode(&c) {
		if p.Warning {
			p.Message = fmt.Sprintf("unknown key %q; there are by, theme and backups", p.Path[len(p.Path)-1])
		}
		problems = append(problems, Problem{path, p})
	}
	if !slices.Contains(c.Theme.Values(), string(c.Theme)) {
		c.Theme = "" // said above
	}
	c.By = strings.TrimSpace(c.By)
	return c, problems
}

// KeepsBackups says whether backups are to be kept: as the environment says, else the file, else yes. An error is an
// environment that says neither on nor off.
func (c Config) KeepsBackups() (bool, error) {
	keeps := c.Backups == nil || *c.Backups
	switch v := os.Getenv("GAPBOOK_BACKUPS"); strings.ToLower(v) {
	case "":
		return keeps, nil
	case "on", "true", "yes", "1":
		return true, nil
	case "off", "false", "no", "0":
		return false, nil
	default:
		return keeps, fmt.Errorf("GAPBOOK_BACKUPS should be on or off, not %q", v)
	}
}
