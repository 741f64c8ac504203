// Package out writes what leaves the laptop for the pages that offer it: beside the engagement unless a folder is named, never
// over the engagement itself, and over another file only when that is wanted. It runs in commands. It imports no page.
package out

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/model/branding"
	"github.com/gapbook/gapbook/model/render/document"
	"github.com/gapbook/gapbook/model/workbook"
	"github.com/gapbook/gapbook/tui/dialog"
)

// File is what became of writing.
type File struct {
	Path   string
	Size   int
	Notes  []string // what the format could not hold
	Exists bool     // nothing was written: a file is there already
	Err    error
}

// Write writes what render makes to the file of a name, as a person typed it.
func Write(name, book string, over bool, render func() (data []byte, notes []string, err error)) File {
	path, err := absolute(name, book)
	if err != nil {
		return File{Path: name, Err: err}
	}
	info, err := os.Stat(path)
	switch {
	case err == nil && info.IsDir():
		return File{Path: path, Err: fmt.Errorf("%s is a folder; name a file in it", path)}
	case err == nil && isBook(info, book):
		return File{Path: path, Err: errors.New("that is the engagement itself; choose another name")}
	case err == nil && !over:
		return File{Path: path, Exists: true}
	}
	data, notes, err := render()
	if err == nil {
		err = workbook.WriteFile(path, data)
	}
	return File{Path: path, Size: len(data), Notes: notes, Err: err}
}

// Replace asks whether a file that is there already is to be written over.
func (f File) Replace(yes func() tea.Cmd) *dialog.Confirm {
	return &dialog.Confirm{
		Title: "Replace the file?", Text: f.Path + " is there already. It is replaced whole; what it holds now is gone.",
		YesLabel: "replace it", NoLabel: "keep it", Yes: yes,
	}
}

// Brand is the firm's brand beside an engagement.
func Brand(book string) (document.Brand, error) {
	brand, problems, err := branding.Load(book)
	if len(problems) > 0 {
		err = problems[0]
	}
	return brand, err
}

// absolute is where a name leads to: from the folder of the engagement, or from home.
func absolute(name, book string) (string, error) {
	if rest, ok := strings.CutPrefix(name, "~/"); ok {
		home, err := os.UserHomeDir()
		if err != nil {
			return "", err
		}
		return filepath.Join(home, rest), nil
	}
	if !filepath.IsAbs(name) {
		name = filepath.Join(filepath.Dir(book), name)
	}
	return filepath.Abs(name)
}

func isBook(info os.FileInfo, book string) bool {
	own, err := os.Stat(book)
	return err == nil && os.SameFile(own, info)
}
