package export

import (
	"path/filepath"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/model/follow"
	"github.com/gapbook/gapbook/model/render"
	"github.com/gapbook/gapbook/tui/dialog"
	"github.com/gapbook/gapbook/tui/screen"
	"github.com/gapbook/gapbook/tui/screen/out"
	"github.com/gapbook/gapbook/tui/screen/scores/explain"
)

var page = screen.Route{Kind: screen.Export}

// outcome is what became of writing.
type outcome struct{ out.File }

// proposed is the file beside the engagement.
func (p *Page) proposed() string {
	name := strings.TrimSuffix(filepath.Base(p.Env.Now().Path), filepath.Ext(p.Env.Now().Path))
	return explain.Or(name, "engagement") + "-" + whats[p.what].name + "." + p.formatName()
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

// write renders and writes, in a command. A file that is there already is asked about first, unless over is set.
func (p *Page) write(over bool) tea.Cmd {
	if p.writing {
		return nil
	}
	p.writing = true
	now, name := p.Env.Now(), p.file()
	opt := render.Options{Names: p.names, NoQuotes: !p.quotes, AsOf: p.Env.Today(), Sections: p.sections()}
	opt.Followed, _ = follow.End(now.E, opt.AsOf)
	j := job{now.E, now.Playbook, p.what, p.formatName(), opt}
	return screen.For(page, func() tea.Msg {
		return outcome{out.Write(name, now.Path, over, func() (data []byte, notes []string, err error) {
			if slices.Contains(render.Formats, j.format) {
				if j.opt.Brand, err = out.Brand(now.Path); err != nil {
					return nil, nil, err
				}
			}
			return j.bytes()
		})}
	})
}

// came takes up what became of writing.
func (p *Page) came(o outcome) tea.Cmd {
	p.writing = false
	switch {
	case o.Exists:
		p.Env.Ask(o.Replace(func() tea.Cmd {
			p.view = ""
			return p.write(true)
		}))
		return nil
	case o.Err != nil:
		p.Env.Fail(o.Err)
	default:
		p.Env.Say("written: " + filepath.Base(o.Path))
	}
	p.done = &o
	return nil
}
