package intake

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/gapbook/gapbook/model/crm"
	"github.com/gapbook/gapbook/model/funnel"
	"github.com/gapbook/gapbook/tui/keys"
	"github.com/gapbook/gapbook/tui/layout"
	"github.com/gapbook/gapbook/tui/screen/scores/explain"
	"github.com/gapbook/gapbook/tui/style"
	"github.com/gapbook/gapbook/tui/widget"
)

func (p *Page) View() string {
	if p.pick.IsOpen() {
		return p.pick.View(p.W, p.H)
	}
	if p.view == "" || p.job != nil { // progress is drawn anew
		p.view = p.draw()
	}
	return p.view
}

// panes are the list and the text: beside each other where there is room, else below.
func (p *Page) panes() (list, text layout.Rect) {
	all := layout.Screen(p.W, p.H)
	if p.W >= 110 {
		cols := all.Cols(3, layout.Flex(4), layout.Flex(3))
		return cols[0], cols[1]
	}
	least := min(max(len(p.rows), 6), p.H-8)
	rows := all.Rows(1, layout.Fixed(min(least, p.H/2)), layout.Flex(1))
	return rows[0], rows[1]
}

func (p *Page) draw() string {
	t := p.Env.Style
	list, text := p.panes()
	left, right := p.list.View(list.W, list.H), p.doc.View(text.W, text.H)
	if p.job != nil {
		right = layout.BlockLines(p.progress(text.W), layout.Screen(text.W, text.H))
	}
	if text.X > 0 {
		rule := layout.BlockLines(repeat(t.Border.Render("│"), p.H), layout.Screen(1, p.H))
		return layout.Beside(1, left, rule, right)
	}
	return layout.Stack(left, t.Rule(p.W), right)
}

func repeat(s string, n int) []string {
	out := make([]string, n)
	for i := range out {
		out[i] = s
	}
	return out
}

// progress is what stands in place of the text while files are read.
func (p *Page) progress(w int) []string {
	t, share := p.Env.Style, p.job.share()
	return []string{
		layout.Between(t.Text.Render("Reading "+explain.Count(len(p.files), "file", "files")+style.Ellipsis), t.Dim.Render(strconv.Itoa(int(100*share))+" %"), w),
		widget.Bar(t, w, share),
		"",
		t.Key.Render("esc") + t.Dim.Render(" stops it; nothing has changed yet"),
	}
}

// text is what was understood, or why not.
func (p *Page) text() []explain.Item {
	t := p.Env.Style
	switch {
	case len(p.files) == 0:
		return []explain.Item{{Text: "Choose what the client's system exports: a stage history, a list of deals, both, or leads. Nothing is asked that the file itself can say."}}
	case p.err != nil:
		return p.trouble()
	case p.res == nil:
		return nil
	}
	var out []explain.Item
	if p.ready() {
		out = append(out, explain.Item{Draw: func(w int) string {
			return layout.Fit(t.Good.Render(style.Check)+" "+t.Key.Render(keys.First(keys.TakeIn))+t.Strong.Render(" accepts this")+
				t.Dim.Render(explain.Or(p.into(), " as the snapshot ")+layout.Clean(p.res.Funnel.Label)), w)
		}})
	} else {
		out = append(out, explain.Item{
			Text: style.Warn + " " + explain.Count(len(p.res.Unmapped), "stage name is", "stage names are") + " to be placed before it can be accepted: enter on each.", Look: &t.Warn,
		})
	}
	out = append(out, p.picture()...)
	out = append(out, explain.Item{Head: true, Text: "What was understood"})
	for _, s := range p.res.Understood {
		item := explain.Item{Text: s}
		if strings.HasPrefix(s, "Note: ") || strings.HasPrefix(s, "Left out: ") {
			item.Look = &t.Warn
		}
		out = append(out, item)
	}
	return out
}

// into says that there are only leads, for a snapshot that is there.
func (p *Page) into() string {
	if p.opt.LeadsInto == "" {
		return ""
	}
	return ": the leads go to the snapshot "
}

// trouble is an error with what to do about it.
func (p *Page) trouble() []explain.Item {
	t := p.Env.Style
	hint := ""
	var e *crm.Error
	var u *crm.UsageError
	var o *crm.OrderError
	switch {
	case errors.As(p.err, &o):
		hint = "Enter on the dates says which."
	case errors.As(p.err, &e):
		hint = e.Hint
		if len(e.Missing) > 0 {
			hint = "Say above which column it is, or take another file."
		} else if e.LeadsAlone {
			hint = "Say above which snapshot takes them, or add the export of deals."
		}
	case errors.As(p.err, &u):
		hint = u.Hint
	}
	out := []explain.Item{{Text: p.err.Error(), Look: &t.Bad}}
	if hint != "" {
		out = append(out, explain.Item{Text: hint})
	}
	if !errors.Is(p.err, errCancelled) {
		out = append(out, explain.Item{Text: "The engagement is as it was.", Look: &t.Dim})
	}
	return out
}

// picture is the funnel as it would be.
func (p *Page) picture() []explain.Item {
	t := p.Env.Style
	e := *p.Env.E()
	if len(e.Stages) == 0 {
		e.Stages = p.pipeline()
	}
	f := p.res.Funnel
	r := funnel.Compute(&e, &f)
	head := fmt.Sprintf("Won %s, lost %s, open %s", number(r.Won), number(r.Lost), number(r.Open))
	if f.WonAmount != nil {
		head += "; won " + explain.Money(layout.Clean(e.Client.Currency), *f.WonAmount)
	}
	if f.Leads != nil && f.Leads.MQL != nil && f.Leads.SQL != nil {
		head += fmt.Sprintf("; %d of %d MQLs became SQLs", *f.Leads.SQL, *f.Leads.MQL)
	}
	title := "The funnel of it"
	if !p.ready() {
		title += ", so far"
	}
	out := []explain.Item{{Head: true, Text: title}, {Text: head}}
	for i := range r.Stages {
		s := &r.Stages[i]
		most := r.Stages[0].Reached
		for _, x := range r.Stages {
			most = max(most, x.Reached)
		}
		out = append(out, explain.Item{Draw: func(w int) string {
			note := "none decided"
			switch {
			case s.ConversionShare != nil && s.Few:
				note = fmt.Sprintf("%d of %d on, few", s.Advanced, s.Advanced+s.Lost)
			case s.ConversionShare != nil:
				note = explain.Percent(s.ConversionShare.Value) + " go on"
			}
			cols := layout.Screen(w, 1).Cols(1, layout.FlexMin(2, 14), layout.Flex(3), layout.Fixed(7), layout.Fixed(19))
			share := 0.0
			if most > 0 {
				share = float64(s.Reached) / float64(most)
			}
			return layout.Fit(t.Text.Render(layout.Words(layout.Clean(s.Name), cols[0].W)), cols[0].W) + " " + widget.Bar(t, cols[1].W, share) + " " +
				layout.FitRight(t.Text.Render(strconv.Itoa(s.Reached)), cols[2].W) + " " + layout.FitRight(t.Dim.Render(note), cols[3].W)
		}})
	}
	return append(out, groups(funnel.Splits(&e, &f))...)
}

// groups are the splits in a line each.
func groups(splits []funnel.Split) (out []explain.Item) {
	for _, s := range splits {
		out = append(out, explain.Item{Head: true, Text: "By " + s.By})
		for _, g := range s.Groups {
			out = append(out, explain.Item{Text: fmt.Sprintf("%s: %s won, %s lost, %s open; win rate %s", g.Name, number(g.Won), number(g.Lost), number(g.Open), explain.Share(g.WinShare, funnel.Few))})
		}
	}
	return out
}

func number(n *int) string {
	if n == nil {
		return style.Minus
	}
	return strconv.Itoa(*n)
}
