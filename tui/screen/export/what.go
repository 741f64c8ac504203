package export

import (
	"slices"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/dashboard"
	"github.com/gapbook/gapbook/model/follow"
	"github.com/gapbook/gapbook/model/plan"
	"github.com/gapbook/gapbook/model/playbook"
	"github.com/gapbook/gapbook/model/render"
	"github.com/gapbook/gapbook/model/review"
	"github.com/gapbook/gapbook/model/score"
)

// what can be written.
type what struct {
	name, says, more string // name: the end of the file's name, and the place in a route
	day              int    // of a review
}

// The documents, in the order of the choice.
var whats = []what{
	{"readout", "the readout", "findings, scores, funnel and the plan", 0},
	{"plan", "the 30-60-90 day plan", "with the evidence behind every line", 0},
	{"dashboard", "the weekly dashboard", "numbers by week, MAPs, coaching", 0},
	{"review-30", "the review of day 30", "what was done, what moved", 30},
	{"review-60", "the review of day 60", "what was done, what moved", 60},
	{"review-90", "the review of day 90", "what was done, what moved", 90},
}

const (
	readoutAt = iota
	planAt
	dashboardAt
)

// formats are those of what is written.
func (p *Page) formats() []string {
	switch p.what {
	case readoutAt:
		return render.ReportFormats
	case planAt:
		return render.PlanFormats
	}
	return render.Formats
}

// choose turns to another document; the format stays where that has it too.
func (p *Page) choose(i int) {
	was := p.formatName()
	p.what = i
	if !p.setFormat(was) {
		p.setFormat("html")
	}
	p.path, p.done = "", nil
	if !slices.Contains(p.rows(), p.sel) {
		p.sel = rowFormat
	}
}

// rows are the choices that there are: only the readout has sections and words of one's own, and what follows the plan has
// no quotes.
func (p *Page) rows() []int {
	rows := []int{rowWhat, rowFormat, rowFile, rowNames}
	if p.what == readoutAt || p.what == planAt {
		rows = append(rows, rowQuotes)
	}
	if p.what == readoutAt {
		rows = append(rows, rowSections, rowWords)
	}
	return append(rows, rowWrite)
}

// job is everything that writing needs, taken before the command runs.
type job struct {
	e      *model.Engagement
	pb     *playbook.Playbook
	what   int
	format string
	opt    render.Options
}

// bytes drafts and renders exactly as the command line does.
func (j job) bytes() ([]byte, []string, error) {
	today := j.opt.AsOf
	j.opt.Blocks = j.format == "md" && j.what >= dashboardAt
	switch {
	case whats[j.what].day > 0:
		return render.Write(j.format, render.Review(j.e, j.pb, review.Of(j.e, j.pb, whats[j.what].day, today), j.opt))
	case j.what == dashboardAt:
		if end, over := follow.End(j.e, today); over {
			today, j.opt.AsOf = end, end
		}
		sc := score.Compute(j.e, j.pb, score.Options{AsOf: today})
		return render.Write(j.format, render.Dashboard(j.e, j.pb, dashboard.On(j.e, j.pb, sc, today), j.opt))
	}
	sc := score.Compute(j.e, j.pb, score.Options{AsOf: today})
	d := plan.Draft(j.e, j.pb, sc, today)
	if j.what == planAt {
		return render.PlanAs(j.format, j.e, j.pb, sc, d, j.opt)
	}
	return render.ReportAs(j.format, j.e, j.pb, sc, d, j.opt)
}
