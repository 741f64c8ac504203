package library

import (
	"fmt"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/tui/keys"
	"github.com/gapbook/gapbook/tui/layout"
	"github.com/gapbook/gapbook/tui/screen"
	"github.com/gapbook/gapbook/tui/screen/progress"
	"github.com/gapbook/gapbook/tui/style"
	"github.com/gapbook/gapbook/tui/widget"
)

// row is one file with where it stands.
type row struct {
	screen.Entry
	at progress.Progress
}

func (r row) name() string {
	if r.E != nil && r.E.Client.Name != "" {
		return layout.Clean(r.E.Client.Name)
	}
	return layout.Clean(filepath.Base(r.Path))
}

func (p *Page) fill() {
	rows := p.shown()
	p.list.SetRows(widget.Rows{
		N:    len(rows),
		Key:  func(i int) string { return rows[i].Path },
		Text: func(i int) string { return rows[i].name() + " " + title(rows[i]) + " " + filepath.Base(rows[i].Path) },
		Cell: func(i, col int) string { return p.cell(rows[i], col) },
	})
}

func title(r row) string {
	if r.E == nil {
		return ""
	}
	return layout.Clean(r.E.Title)
}

func (p *Page) cell(r row, col int) string {
	t := p.Env.Style
	switch col {
	case 0:
		return r.name()
	case 1:
		return t.Dim.Render(title(r))
	case 2:
		if r.Locked {
			return t.Dim.Render("locked")
		}
		if r.Err != nil || r.E == nil {
			return t.Bad.Render(style.Warn + " cannot read")
		}
		return r.at.Phase()
	case 3:
		if r.E == nil {
			return ""
		}
		return t.Dim.Render(string(r.E.Started))
	case 4:
		return t.Dim.Render(when(r.Changed, p.Env.Today()))
	default:
		if r.Problems == 0 {
			return ""
		}
		return t.Warn.Render(style.Warn + strconv.Itoa(r.Problems))
	}
}

// when says a moment as people do: the hour today, else the day.
func when(at time.Time, today model.Date) string {
	if at.IsZero() {
		return ""
	}
	switch day := model.DateOf(at); day {
	case today:
		return "today " + at.Format("15:04")
	case today.AddDays(-1):
		return "yesterday"
	default:
		return string(day)
	}
}

// detail is about the selected row: what is covered, what comes next, and where the file is.
func (p *Page) detail(r layout.Rect) string {
	t := p.Env.Style
	i := p.list.Index()
	if i < 0 {
		return layout.Block("", r)
	}
	x := p.shown()[i]
	rule := t.Border.Render(strings.Repeat(style.Rule, r.W))
	path := t.Dim.Render(layout.Clean(x.Path))
	if x.Locked {
		return layout.BlockLines([]string{rule, t.Text.Render("locked: it is opened with its passphrase or identity"), path}, r)
	}
	if x.Err != nil || x.E == nil {
		why := "unreadable"
		if x.Err != nil {
			why = layout.Clean(x.Err.Error())
		}
		lines := []string{rule}
		for _, l := range layout.WrapAtMost(why, r.W, 2) {
			lines = append(lines, t.Bad.Render(l))
		}
		return layout.BlockLines(append(lines, path), r)
	}
	c := x.at.Coverage()
	talks := 0
	for _, n := range c.Interviews {
		talks += n
	}
	counts := fmt.Sprintf("stages %d/%d %[3]s interviews %[4]d %[3]s calls %[5]d %[3]s findings %[6]d %[3]s actions %[7]d/%[8]d",
		c.Stages.Audited, c.Stages.Of, style.Bullet, talks, c.Calls.Reviewed, x.at.Gaps+x.at.Strengths, x.at.Done, x.at.Actions)
	return layout.BlockLines([]string{
		rule, t.Text.Render(counts), t.Dim.Render("next: ") + t.Text.Render(layout.Clean(x.at.Next().Text)), path,
	}, r)
}

// welcome is the page of an empty folder.
func (p *Page) welcome() string {
	t := p.Env.Style
	lines := []string{
		"", "",
		t.Strong.Render("No engagements here yet"),
		t.Text.Render("An engagement is all that you find out at one client, in one file. Its home is"),
		t.Dim.Render(layout.Clean(p.Env.Folder)),
		"",
		t.Key.Render(keys.First(keys.New)) + "  " + t.Text.Render("begin one; the client's name is enough"),
	}
	if p.offersSamples() {
		lines = append(lines, t.Key.Render(keys.First(keys.Samples))+"  "+t.Text.Render("look at a finished sample first"))
	}
	lines = append(lines, t.Key.Render(keys.First(keys.OpenFrom))+"  "+t.Text.Render("open one that lies elsewhere, a colleague's for instance"))
	if p.err != nil {
		lines = append(lines, "", t.Bad.Render(style.Warn+" "+layout.Clean(p.err.Error())))
	}
	for i := range lines {
		lines[i] = "  " + lines[i]
	}
	return layout.BlockLines(lines, layout.Screen(p.W, p.H))
}
