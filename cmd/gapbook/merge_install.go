package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/gapbook/gapbook/model/vault"
	"github.com/gapbook/gapbook/model/workbook"
)

// installMerge tells git which files to merge with gapbook, and how. What is set up already stays as it is.
func installMerge(cmd *cobra.Command, folder string) error {
	if info, err := os.Stat(folder); err != nil {
		return err
	} else if !info.IsDir() {
		return usagef("name the folder that it is in", "%s is a file", folder)
	}
	top, err := git(folder, "rev-parse", "--show-toplevel")
	if err != nil {
		return err
	}
	prefix, err := git(folder, "rev-parse", "--show-prefix") // of the folder, as git sees it
	if err != nil {
		return err
	}
	patterns, err := engagementPatterns(folder, prefix)
	if err != nil {
		return err
	}
	driver, err := driverCommand()
	if err != nil {
		return err
	}
	say := func(done bool, what string) {
		if done {
			what = "is so already: " + what
		}
		fmt.Fprintln(cmd.OutOrStdout(), printable(what))
	}
	for _, c := range [][2]string{
		{"merge.gapbook.name", "gapbook: engagements by record and field"},
		{"merge.gapbook.driver", driver},
		// Between several ancestors git is to take one of them, not to merge them into one that nobody wrote.
		{"merge.gapbook.recursive", "binary"},
	} {
		have, _ := git(folder, "config", "--local", "--get", c[0])
		if have != c[1] {
			if _, err := git(folder, "config", "--local", c[0], c[1]); err != nil {
				return err
			}
		}
		say(have == c[1], fmt.Sprintf("git config %s %q", c[0], c[1]))
	}
	file := filepath.Join(filepath.FromSlash(top), ".gitattributes")
	old, err := os.ReadFile(file)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	text, eol := string(old), "\n"
	if strings.Contains(text, "\r\n") {
		eol = "\r\n"
	}
	there := strings.Split(strings.ReplaceAll(text, "\r\n", "\n"), "\n")
	for _, p := range patterns {
		line := attributePattern(p) + " merge=gapbook"
		done := slices.Contains(there, line)
		if !done {
			if text != "" && !strings.HasSuffix(text, "\n") {
				text += eol
			}
			text += line + eol
		}
		say(done, ".gitattributes: "+line)
	}
	if text != string(old) {
		if err := workbook.WriteFile(file, []byte(text)); err != nil {
			return err
		}
		fmt.Fprintln(cmd.OutOrStdout(), "commit .gitattributes; the configuration is this clone's own: run gapbook merge --install in every other one")
	}
	return nil
}

// driverCommand is what git runs. Where gapbook is not on the path git is told where this one is.
func driverCommand() (string, error) {
	name := "gapbook"
	if _, err := exec.LookPath(name); err != nil {
		self, err := os.Executable()
		if err != nil {
			return "", err
		}
		name = "'" + strings.ReplaceAll(filepath.ToSlash(self), "'", `'\''`) + "'" // for the shell that git has everywhere
		name = strings.ReplaceAll(name, "%", "%%")
	}
	return name + " merge %O %A %B", nil
}

// git runs git in a folder and gives what it prints, without the line end.
func git(folder string, args ...string) (string, error) {
	cmd := exec.Command("git", append([]string{"-C", folder}, args...)...)
	var said strings.Builder
	cmd.Stderr = &said
	out, err := cmd.Output()
	var no *exec.Error
	switch {
	case errors.As(err, &no):
		return "", &gitError{"git was not found", "install git, or merge by hand: gapbook merge BASE OURS THEIRS"}
	case err != nil && args[0] == "rev-parse":
		return "", &gitError{folder + " is in no git repository with files", "git init makes one; " + firstLine(said.String())}
	case err != nil:
		return "", &gitError{"git " + strings.Join(args, " ") + ": " + firstLine(said.String()), ""}
	}
	return strings.TrimRight(string(out), "\r\n"), nil
}

func firstLine(s string) string {
	s, _, _ = strings.Cut(strings.TrimSpace(s), "\n")
	return s
}

type gitError struct{ problem, hint string }

func (e *gitError) Error() string { return e.problem }
func (e *gitError) Hint() string  { return e.hint }

// engagementPatterns are the files below a folder that git is to merge with gapbook, as paths from the top of the
// repository. A folder with no other YAML in it goes as a whole, so that new engagements are merged, too; else each
// engagement goes by its name: gapbook refuses other YAML, and git would be left without a merge for it. Where there is no
// engagement yet, the folder itself goes.
func engagementPatterns(folder, prefix string) ([]string, error) {
	type found struct{ engagements, others []string }
	in := map[string]*found{}
	err := filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		hidden := strings.HasPrefix(d.Name(), ".") && path != folder
		if d.IsDir() {
			_, err := os.Lstat(filepath.Join(path, ".git"))
			if hidden || path != folder && err == nil { // a repository of its own
				return filepath.SkipDir
			}
			return nil
		}
		if ext := filepath.Ext(path); hidden || ext != ".yaml" && ext != ".yml" || !d.Type().IsRegular() {
			return nil
		}
		dir := filepath.Dir(path)
		if in[dir] == nil {
			in[dir] = &found{}
		}
		src, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		if _, err := workbook.Parse(path, src); err == nil || vault.IsLocked(src) {
			in[dir].engagements = append(in[dir].engagements, path)
		} else {
			in[dir].others = append(in[dir].others, path)
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	from := func(path string) (string, error) {
		rel, err := filepath.Rel(folder, path)
		return "/" + prefix + filepath.ToSlash(rel), err
	}
	var out []string
	for dir, f := range in {
		if len(f.engagements) == 0 {
			continue
		}
		names := f.engagements
		if len(f.others) == 0 {
			names = []string{filepath.Join(dir, "*.yaml")}
			if slices.ContainsFunc(f.engagements, func(p string) bool { return filepath.Ext(p) == ".yml" }) {
				names = append(names, filepath.Join(dir, "*.yml"))
			}
		}
		for _, n := range names {
			p, err := from(n)
			if err != nil {
				return nil, err
			}
			out = append(out, p)
		}
	}
	if len(out) == 0 {
		if f := in[filepath.Clean(folder)]; f != nil {
			return nil, &gitError{folder + " has no engagements, but other YAML", "name the folder that is to hold engagements: gapbook merge --install FOLDER"}
		}
		out = []string{"/" + prefix + "*.yaml"}
	}
	slices.Sort(out)
	return out, nil
}

// attributePattern writes a path for .gitattributes: to the letter but for the star of *.yaml, in quotes where need be.
func attributePattern(path string) string {
	dir, name := path[:strings.LastIndexByte(path, '/')+1], path[strings.LastIndexByte(path, '/')+1:]
	literal := strings.NewReplacer(`\`, `\\`, "*", `\*`, "?", `\?`, "[", `\[`)
	if dir = literal.Replace(dir); !strings.HasPrefix(name, "*.") {
		name = literal.Replace(name)
	}
	path = dir + name
	if strings.ContainsAny(path, " \t\"\n") {
		return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\t", `\t`, "\n", `\n`).Replace(path) + `"`
	}
	return path
}
