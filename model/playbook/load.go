package playbook

import (
	_ "embed"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"

	"github.com/gapbook/gapbook/model/exact"
)

// Default is the name of the built-in playbook, used where an engagement names none.
const Default = "sales-execution"

// Version is the version of the playbook file that this program reads.
const Version = 1

//go:embed sales-execution.yaml
var builtin []byte

// Source is the built-in playbook as it is written: the start of a firm's own.
func Source() []byte { return builtin }

var builtinOnce = sync.OnceValue(func() *Playbook {
	pb, problems, err := Read(builtin)
	if err != nil || len(problems) > 0 {
		panic(fmt.Sprint("the built-in playbook: ", err, problems))
	}
	return pb
})

// Builtin is the built-in playbook. It is shared: never change it.
func Builtin() *Playbook { return builtinOnce() }

// Load finds the playbook that an engagement in folder names: built in, or a file at a path relative to the folder. The
// problems are those of the file; the error says that it cannot be used at all.
func Load(name, folder string) (*Playbook, []exact.Problem, error) {
	if name == "" || name == Default {
		return Builtin(), nil, nil
	}
	path := name
	if !filepath.IsAbs(path) {
		path = filepath.Join(folder, filepath.FromSlash(strings.ReplaceAll(name, `\`, "/")))
	}
	src, err := os.ReadFile(path)
	switch {
	case errors.Is(err, os.ErrNotExist):
		return nil, nil, fmt.Errorf("no playbook %q: neither built in (%s) nor a file beside the engagement", name, Default)
	case err != nil:
		return nil, nil, err
	}
	pb, problems, err := Read(src)
	if err != nil {
		return nil, problems, fmt.Errorf("playbook %s: %w", name, err)
	}
	return pb, problems, nil
}

// Read reads a playbook and reports everything that is wrong in it. The error says that it cannot be used at all.
func Read(src []byte) (*Playbook, []exact.Problem, error) {
	doc, err := exact.Parse(src)
	if err != nil {
		return nil, nil, err
	}
	var pb Playbook
	problems := doc.Decode(&pb)
	switch {
	case doc.Empty():
		return nil, nil, errors.New("the file is empty")
	case pb.Version == 0 && isEngagement(doc):
		return nil, nil, errors.New("this is an engagement, not a playbook; gapbook check looks through it")
	case pb.Version == 0:
		return nil, problems, errors.New("this is no playbook: it does not say gapbook_playbook: 1")
	case pb.Version > Version:
		return nil, problems, fmt.Errorf("playbook format %d is newer than this program, which reads %d; update gapbook", pb.Version, Version)
	}
	return &pb, append(problems, pb.check(doc)...), nil
}

// isEngagement says whether a file is one.
func isEngagement(doc *exact.Document) bool { return doc.Tree().Get("gapbook") != nil }
