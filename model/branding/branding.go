// Package branding reads what a firm puts on its documents: branding.yaml beside the engagement, else in gapbook's folder of
// the person's configuration. Without such a file there is no brand. A mistake in it is a problem with its place: what goes
// to a client is right or not written at all. The package never writes, and knows no engagement.
package branding

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/gapbook/gapbook/model/config"
	"github.com/gapbook/gapbook/model/exact"
	"github.com/gapbook/gapbook/model/render/document"
)

// Name is what the file is called.
const Name = "branding.yaml"

// File is what can be set.
type File struct {
	Firm   string `yaml:"firm" doc:"The consultants' firm."`
	Footer string `yaml:"footer" doc:"A line at the foot of every page."`
	Accent string `yaml:"accent" doc:"The colour of headings and pictures, as #rrggbb; dark enough to read on white."`
	Logo   string `yaml:"logo" doc:"A PNG or JPEG file beside this one; an SVG is for web pages only."`
}

// most is far more than either file can be.
const (
	most     = 1 << 20
	mostLogo = 2 << 20
)

// Load reads the brand of an engagement's file; of none, where that is standard input. The error is one that a file
// could not be read.
func Load(engagement string) (document.Brand, []config.Problem, error) {
	var paths []string
	if engagement != "" && engagement != "-" {
		paths = append(paths, filepath.Join(filepath.Dir(engagement), Name))
	}
	if own, err := config.Path(); err == nil {
		paths = append(paths, filepath.Join(filepath.Dir(own), Name))
	}
	for _, path := range paths {
		src, err := read(path, most)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return document.Brand{}, nil, err
		}
		b, problems := Read(path, src)
		return b, problems, nil
	}
	return document.Brand{}, nil, nil
}

// read reads a file of at most so many bytes.
func read(path string, most int64) ([]byte, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, &fs.PathError{Op: "read", Path: path, Err: errors.New("not a file")}
	}
	if info.Size() > most {
		return nil, &fs.PathError{Op: "read", Path: path, Err: fmt.Errorf("larger than %d MB", most>>20)}
	}
	return os.ReadFile(path)
}

var hex = regexp.MustCompile(`^#[0-9A-Fa-f]{6}$`)

// Read reads the bytes of a file that is called path in its problems; the logo is looked for beside it.
func Read(path string, src []byte) (document.Brand, []config.Problem) {
	doc, err := exact.Parse(src)
	var p exact.Problem
	switch {
	case errors.As(err, &p):
		return document.Brand{}, []config.Problem{{Path: path, Problem: p}}
	case err != nil:
		return document.Brand{}, []config.Problem{{Path: path, Problem: exact.Problem{Message: err.Error()}}}
	case doc.Empty():
		return document.Brand{}, nil
	}
	var f File
	var problems []config.Problem
	for _, p := range doc.Decode(&f) {
		if p.Warning {
			p.Message = fmt.Sprintf("unknown key %q; there are firm, footer, accent and logo", p.Path[len(p.Path)-1])
			p.Warning = false
		}
		problems = append(problems, config.Problem{Path: path, Problem: p})
	}
	wrong := func(key, message string) {
		problems = append(problems, config.Problem{Path: path, Problem: doc.At(message, key)})
	}
	b := document.Brand{Firm: document.Clean(f.Firm), Footer: document.Clean(f.Footer)}
	if f.Accent != "" {
		colour := document.Colour(strings.ToLower(f.Accent))
		switch ratio := colour.Contrast(document.Colour(document.Tint.Hex())); {
		case !hex.MatchString(f.Accent):
			wrong("accent", fmt.Sprintf("accent should be a colour like \"#1f5f8b\", not %q", f.Accent))
		case ratio < 4.5:
			wrong("accent", fmt.Sprintf("accent %s is too pale to read on a light ground: contrast %.1f, text needs 4.5; choose a darker one", f.Accent, ratio))
		default:
			b.Accent = colour
		}
	}
	if f.Logo != "" {
		file := filepath.FromSlash(f.Logo)
		if !filepath.IsAbs(file) {
			file = filepath.Join(filepath.Dir(path), file)
		}
		data, err := read(file, mostLogo)
		if err == nil {
			b.Logo, err = logo(data)
		}
		var at *fs.PathError
		if errors.As(err, &at) {
			err = at.Err
		}
		if err != nil {
			wrong("logo", fmt.Sprintf("logo %s: %v", f.Logo, err))
		}
	}
	return b, problems
}
