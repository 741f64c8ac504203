package export

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/branding"
	"github.com/gapbook/gapbook/model/plan"
	"github.com/gapbook/gapbook/model/playbook"
	"github.com/gapbook/gapbook/model/render"
	"github.com/gapbook/gapbook/model/score"
	"github.com/gapbook/gapbook/model/workbook"
	"github.com/gapbook/gapbook/tui/dialog"
	"github.com/gapbook/gapbook/tui/screen"
	"github.com/gapbook/gapbook/tui/screen/scores/explain"
)

var page = screen.Route{Kind: screen.Export}

// outcome is what became of writing.
type outcome struct {
	path   string
	size   int
	notes  []string // what the format could not hold
	exists bool     // nothing was written: a file is there already
	err    error
}

// proposed is the file beside the engagement.
func (p *Page) proposed() string {
	name := strings.TrimSuffix(filepath.Base(p.Env.Now().Path), filepath.Ext(p.Env.Now().Path))
	return explain.Or(name, "engagement") + map[bool]string{true: "-plan.", false: "-readout."}[p.plan] + p.formatName()
}

// file is the name as typed, else the proposed one.
func (p *Page) file() string { return explain.Or(p.path, p.proposed()) }

// withEnding gives a typed name the ending of a format, where it had that of another.
func withEnding(path, format string) string {
	ext := strings.TrimPrefix(strings.ToLower(filepath.Ext(path)), ".")
	if slices.Contains(render.PlanFormats, ext) || slices.Contains(render.ReportFormats, ext) {
		return strings.TrimSuffix(path, filepath.Ext(path)) + "." + format
	}
	return path
}

// askFile asks where to. The ending chooses the format, as on the command line.
func (p *Page) askFile() *dialog.Form {
	f := dialog.Prompt("Write to", "File", p.file(), func(s string) string {
		switch {
		case strings.TrimSpace(s) == "":
			return "a file needs a name"
		case strings.HasSuffix(s, "/") || strings.HasSuffix(s, string(filepath.Separator)):
			return "that is a folder; a name is missing"
		}
		return ""
	}, func(s string) tea.Cmd {
		p.view = ""
		if s == p.proposed() {
			s = ""
		}
		if s != p.path {
			p.done = nil
		}
		p.path = s
		if s == "" {
			return nil
		}
		switch ext := strings.TrimPrefix(strings.ToLower(filepath.Ext(s)), "."); {
		case ext == "htm":
			p.setFormat("html")
		case !p.setFormat(ext):
			p.path = s + "." + p.formatName()
		}
		return nil
	})
	f.Fields[0].Hint = "beside the engagement unless a folder is named; the ending is the format"
	return f
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

// job is everything that writing needs, taken before the command runs.
type job struct {
	e      *model.Engagement
	pb     *playbook.Playbook
	plan   bool
	format string
	opt    render.Options
}

// bytes drafts and renders exactly as the command line does.
func (j job) bytes() ([]byte, []string, error) {
	sc := score.Compute(j.e, j.pb, score.Options{AsOf: j.opt.AsOf})
	d := plan.Draft(j.e, j.pb, sc, j.opt.AsOf)
	if j.plan {
		return render.PlanAs(j.format, j.e, j.pb, sc, d, j.opt)
	}
	return render.ReportAs(j.format, j.e, j.pb, sc, d, j.opt)
}

// write renders and writes, in a command. A file that is there already is asked about first, unless over is set.
func (p *Page) write(over bool) tea.Cmd {
	if p.writing {
		return nil
	}
	p.writing = true
	now, name := p.Env.Now(), p.file()
	opt := render.Options{Names: p.names, NoQuotes: !p.quotes, AsOf: p.Env.Today(), Sections: p.sections()}
	j := job{now.E, now.Playbook, p.plan, p.formatName(), opt}
	return screen.For(page, func() tea.Msg {
		path, err := absolute(name, now.Path)
		if err != nil {
			return outcome{path: name, err: err}
		}
		info, err := os.Stat(path)
		switch {
		case err == nil && info.IsDir():
			return outcome{path: path, err: fmt.Errorf("%s is a folder; name a file in it", path)}
		case err == nil && isBook(info, now.Path):
			return outcome{path: path, err: errors.New("that is the engagement itself; choose another name")}
		case err == nil && !over:
			return outcome{path: path, exists: true}
		}
		if slices.Contains(render.Formats, j.format) {
			brand, problems, err := branding.Load(now.Path)
			if len(problems) > 0 {
				err = problems[0]
			}
			if err != nil {
				return outcome{path: path, err: err}
			}
			j.opt.Brand = brand
		}
		data, notes, err := j.bytes()
		if err == nil {
			err = workbook.WriteFile(path, data)
		}
		return outcome{path: path, size: len(data), notes: notes, err: err}
	})
}

func isBook(info os.FileInfo, book string) bool {
	own, err := os.Stat(book)
	return err == nil && os.SameFile(own, info)
}

// came takes up what became of writing.
func (p *Page) came(o outcome) tea.Cmd {
	p.writing = false
	switch {
	case o.exists:
		p.Env.Ask(&dialog.Confirm{
			Title: "Replace the file?", Text: o.path + " is there already. It is replaced whole; what it holds now is gone.",
			YesLabel: "replace it", NoLabel: "keep it",
			Yes: func() tea.Cmd {
				p.view = ""
				return p.write(true)
			},
		})
		return nil
	case o.err != nil:
		p.Env.Fail(o.err)
	default:
		p.Env.Say("written: " + filepath.Base(o.path))
	}
	p.done = &o
	return nil
}
