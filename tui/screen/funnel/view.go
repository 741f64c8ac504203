package funnel

import (
	"fmt"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/gapbook/gapbook/model/funnel"
	"github.com/gapbook/gapbook/tui/keys"
	"github.com/gapbook/gapbook/tui/layout"
	"github.com/gapbook/gapbook/tui/screen/scores/explain"
	"github.com/gapbook/gapbook/tui/style"
	"github.com/gapbook/gapbook/tui/widget"
)

func (p *Page) View() string {
	if p.view == "" {
		p.view = p.draw()
	}
	return p.view
}

func (p *Page) headH() int {
	if p.comparing {
		return 2
	}
	return 4 + len(p.doubts())
}

func (p *Page) detailH() int {
	switch {
	case p.H >= 30 && p.comparing:
		return 8
	case p.H >= 30:
		return 12
	case p.comparing:
		return 5
	}
	n := 0
	if r := p.shown(); r != nil {
		n = len(r.Stages)
	}
	return min(max(p.H-p.headH()-n-1, 8), 10) // a short pipeline leaves its lines to the words
}

func (p *Page) draw() string {
	t, all := p.Env.Style, layout.Screen(p.W, p.H)
	switch {
	case len(p.results) == 0:
		return p.empty()
	case p.open != "":
		return p.doc.View(p.W, p.H)
	case p.comparing && p.bothErr != nil:
		lines := []string{"", t.Warn.Render("These two cannot be compared")}
		for _, s := range layout.Wrap(layout.Clean(p.bothErr.Error())+": the same deals would be on both sides.", p.W-2) {
			lines = append(lines, t.Text.Render(s))
		}
		return layout.BlockLines(lines, all)
	}
	rows := all.Rows(0, layout.Fixed(p.headH()), layout.Flex(1), layout.Fixed(1), layout.Fixed(p.detailH()-1))
	head, detail := p.head(), p.detail
	if p.comparing {
		head, detail = p.pairHead(), p.pairDetail
	}
	list := p.list().View(rows[1].W, rows[1].H)
	if r := p.shown(); !p.comparing && rows[1].H >= 3*len(r.Stages)+2 {
		n := len(r.Stages) + 1
		list = layout.Stack(p.stages.View(rows[1].W, n), layout.Block("\n"+p.picture(r, rows[1].W), layout.Screen(rows[1].W, rows[1].H-n)))
	}
	return layout.Stack(layout.BlockLines(head, rows[0]), list,
		p.legend(), layout.BlockLines(detail(rows[3]), rows[3]))
}

// legend says what the signs in the list above it mean, within the rule.
func (p *Page) legend() string {
	t := p.Env.Style
	if p.comparing {
		return t.Rule(p.W)
	}
	words := t.Bad.Render(style.Warn) + t.Dim.Render(" bottleneck  "+style.Clock+" busiest  goes on: with 95 % interval  worth: base, a year ")
	return t.Border.Render(style.Rule+style.Rule+" ") + words + t.Rule(p.W-layout.Width(words)-3)
}

// empty says how a snapshot comes in.
func (p *Page) empty() string {
	t := p.Env.Style
	lines := []string{"", "  " + t.Strong.Render("No snapshot of the pipeline yet"), ""}
	say := func(s string) {
		for _, l := range layout.Wrap(s, min(p.W-4, 84)) {
			lines = append(lines, "  "+t.Text.Render(layout.Clean(l)))
		}
		lines = append(lines, "")
	}
	say("A snapshot comes from what the client's CRM exports: a CSV of the stage history, a list of deals, or both.")
	lines = append(lines, "  "+t.Key.Render(keys.First(keys.New))+t.Text.Render(" chooses the file and shows what comes of it, before anything changes."), "")
	say("With a stage history there are conversion, days in stage and slippage; a plain list of deals gives conversion only. An export of leads adds MQLs, SQLs and the time to the first response.")
	lines = append(lines, "  "+t.Text.Render("The command line does the same:"),
		"  "+t.Dim.Render(layout.Cut("gapbook import crm deals.csv --into "+layout.Clean(filepath.Base(p.Env.Now().Path)), p.W-4)))
	return layout.BlockLines(lines, layout.Screen(p.W, p.H))
}

// head is the snapshot in three lines.
func (p *Page) head() []string {
	t, r := p.Env.Style, p.shown()
	name := t.Strong.Render(layout.Clean(label(r)))
	if r.From != "" {
		name += t.Dim.Render(fmt.Sprintf("  deals created %s to %s", explain.Day(r.From), explain.Day(r.To)))
	}
	right := ""
	if n := len(p.results); n > 1 {
		right = t.Dim.Render(fmt.Sprintf("snapshot %d of %d ", p.at+1, n)) + t.Key.Render("← →")
	}
	lines := []string{layout.Between(name, right, p.W)}
	first := fmt.Sprintf("Won %s  lost %s  open %s", counted(r.Won), counted(r.Lost), counted(r.Open))
	if s := r.WinShare; s != nil {
		if s.N < funnel.Few {
			first += fmt.Sprintf("   win rate %d of %d (few)", s.K, s.N)
		} else {
			first += fmt.Sprintf("   win rate %s of %d (95 %%: %s to %s)", explain.Percent(s.Value), s.N, explain.Percent(s.Low), explain.Percent(s.High))
		}
	}
	lines = append(lines, t.Text.Render(first))
	var parts []string
	cur := layout.Clean(p.currency())
	for _, x := range []struct {
		name  string
		value *float64
		say   func(float64) string
	}{
		{"average deal", r.AverageDeal, func(v float64) string { return explain.Money(cur, v) }},
		{"cycle", r.CycleDays, func(v float64) string { return explain.Whole(v) + " days" }},
		{"velocity", r.Velocity, func(v float64) string { return explain.Money("", v) + " a day" }},
		{"annual won", r.AnnualWon, func(v float64) string { return explain.Money("", v) }},
	} {
		if x.value != nil {
			parts = append(parts, t.Dim.Render(x.name+" ")+t.Text.Render(x.say(*x.value)))
		}
	}
	lines = append(lines, strings.Join(parts, t.Dim.Render("   ")))
	for _, s := range p.doubts() {
		lines = append(lines, t.Warn.Render(s))
	}
	if more := p.beside(); more != "" {
		lines = append(lines, layout.Words(more, p.W))
	}
	return lines
}

// doubts says which of the numbers above rest on too little.
func (p *Page) doubts() []string {
	r := p.shown()
	if r == nil {
		return nil
	}
	var parts []string
	if s := r.YearDoubt(); s != "" {
		parts = append(parts, "Annual won is "+s+".")
	}
	if s := r.CycleDoubt(); s != "" {
		parts = append(parts, "Cycle 0: "+s+".")
	}
	if len(parts) == 0 {
		return nil
	}
	return layout.Wrap(style.Warn+" "+strings.Join(parts, " "), p.W)
}

// beside is what the snapshot holds besides deals: leads and the forecast.
func (p *Page) beside() string {
	t, f := p.Env.Style, p.snapshot()
	if f == nil {
		return ""
	}
	var parts []string
	if l := f.Leads; l != nil {
		if l.MQL != nil && l.SQL != nil {
			if s := funnel.ShareOf(*l.SQL, *l.MQL); s != nil && s.N >= funnel.Few {
				parts = append(parts, t.Dim.Render("MQL to SQL ")+t.Text.Render(fmt.Sprintf("%s of %d", explain.Percent(s.Value), s.N)))
			} else {
				parts = append(parts, t.Dim.Render("MQL to SQL ")+t.Text.Render(fmt.Sprintf("%d of %d few", *l.SQL, *l.MQL)))
			}
		}
		if l.ResponseHours != nil {
			parts = append(parts, t.Dim.Render("response ")+t.Text.Render(explain.Tenths(*l.ResponseHours)+" h"))
		}
	}
	if c := f.Forecast; c != nil && c.Committed != nil && c.Closed != nil {
		text := explain.Money("", *c.Closed) + " of " + explain.Money("", *c.Committed)
		if *c.Committed > 0 && (f.Leads == nil || p.class == 1) { // beside the leads there is no room for it
			text += ", " + explain.Percent(*c.Closed / *c.Committed)
		}
		parts = append(parts, t.Dim.Render("forecast closed ")+t.Text.Render(text))
	}
	return strings.Join(parts, t.Dim.Render("   "))
}

// counted is a count; one that the snapshot does not hold is not 0.
func counted(n *int) string {
	if n == nil {
		return style.Minus
	}
	return strconv.Itoa(*n)
}

// detail is the selected stage in words, its value with the formula, and the bottleneck.
func (p *Page) detail(r layout.Rect) []string {
	t, res := p.Env.Style, p.shown()
	s := res.Stage(p.stages.Key())
	if s == nil {
		return nil
	}
	lines := []string{layout.Between(t.Strong.Render(layout.Clean(s.Name))+t.Dim.Render(fmt.Sprintf("  %d reached = %d on + %d lost + %d open",
		s.Reached, s.Advanced, s.Lost, s.Open)), t.Key.Render(keys.First(keys.Open))+t.Dim.Render(" why"), r.W)}
	days := "days not known"
	if s.MedianDays != nil {
		days = "median " + explain.Tenths(*s.MedianDays) + " days"
		if s.P90Days != nil {
			days += ", 1 in 10: " + explain.Tenths(*s.P90Days) + "+"
		}
		if s.StallDays != nil {
			days += ", stalled from " + explain.Tenths(*s.StallDays)
		}
	}
	slip := "slippage not known"
	if s.SlippageShare != nil {
		slip = fmt.Sprintf("slipped %d of %d", s.SlippageShare.K, s.SlippageShare.N)
		if !s.SlippageShare.Few {
			slip += " (" + explain.Percent(s.SlippageShare.Value) + ")"
		}
	}
	lines = append(lines, t.Text.Render(days+"   "+slip))
	value := p.stake(res, s)
	if s.Value != nil && s.Value.High > 0 {
		cur := layout.Clean(p.currency())
		value = append([]string{fmt.Sprintf("At stake a year: %s low, %s base, %s high.", explain.Money(cur, s.Value.Low),
			explain.Money(cur, s.Value.Base), explain.Money(cur, s.Value.High))}, value[1], value[len(value)-1])
	}
	bottleneck := layout.Wrap(layout.Clean(p.bottleneck(res)), r.W)
	for _, v := range value {
		more := layout.Wrap(layout.Clean(v), r.W)
		if len(lines)+len(more)+len(bottleneck) > r.H {
			break // whole sentences only; all of them are one key away
		}
		for _, l := range more {
			lines = append(lines, t.Text.Render(l))
		}
	}
	for _, l := range bottleneck {
		lines = append(lines, t.Dim.Render(l))
	}
	return lines
}

func (p *Page) pairHead() []string {
	t, a, b := p.Env.Style, p.both.A, p.both.B
	line := func(when string, r *funnel.Result) string {
		return layout.Fit(t.Dim.Render(when)+t.Strong.Render(layout.Clean(label(r)))+
			t.Dim.Render(fmt.Sprintf("  deals created %s to %s", explain.Day(r.From), explain.Day(r.To))), p.W)
	}
	return []string{line("before  ", a), line("after   ", b)}
}

// picture is the funnel as people draw it, where there is room under the table.
func (p *Page) picture(r *funnel.Result, w int) string {
	var bars []widget.FunnelBar
	for i := range r.Stages {
		s := &r.Stages[i]
		note := conversion(s)
		if !s.Few && s.Conversion != nil {
			note = style.Down + " " + explain.Percent(*s.Conversion) + " go on"
		}
		bars = append(bars, widget.FunnelBar{
			Label: layout.Clean(s.Name), Value: float64(s.Reached), Number: strconv.Itoa(s.Reached),
			Mark: is(r.Bottleneck, s.Stage), Note: note,
		})
	}
	return widget.FunnelBars(p.Env.Style, w, bars)
}

// pairDetail is the selected change in words, and what must be said beside any verdict.
func (p *Page) pairDetail(r layout.Rect) []string {
	t := p.Env.Style
	var lines []string
	for _, c := range p.changes {
		if c.key() == "" || c.key() != p.moves.Key() {
			continue
		}
		text := layout.Clean(c.what)
		switch {
		case c.share != nil && c.share.A != nil && c.share.B != nil:
			text += fmt.Sprintf(": %d of %d before, %d of %d after", c.share.A.K, c.share.A.N, c.share.B.K, c.share.B.N)
			if c.share.Relative != nil && !c.share.Few {
				text += ", relative " + relative(c.share.Relative, false)
			}
			if c.share.Few {
				text += "; few"
			}
		case c.number != nil:
			text += fmt.Sprintf(": over %s deals before, %s after", counted(c.number.NA), counted(c.number.NB))
		}
		hint := t.Key.Render(keys.First(keys.Open)) + t.Dim.Render(" why")
		for _, s := range layout.Wrap(text, r.W-layout.Width(hint)-1) {
			lines = append(lines, layout.Between(t.Text.Render(s), hint, r.W))
			hint = ""
		}
	}
	notes := append([]string{"Moved after, not because of: two periods say nothing about causes."}, p.both.Notes...)
	for i, n := range notes {
		wrapped := layout.Wrap(layout.Clean(n), r.W)
		if len(lines)+len(wrapped) > r.H {
			lines[len(lines)-1] = layout.Between(lines[len(lines)-1], t.Warn.Render(explain.Count(len(notes)-i, "more note", "more notes")+": enter"), r.W)
			break
		}
		for _, l := range wrapped {
			lines = append(lines, t.Dim.Render(l))
		}
	}
	return lines
}
