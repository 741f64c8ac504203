package render

import (
	"fmt"
	"strings"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/funnel"
	"github.com/gapbook/gapbook/model/plan"
	"github.com/gapbook/gapbook/model/playbook"
	"github.com/gapbook/gapbook/model/render/document"
	"github.com/gapbook/gapbook/model/score"
)

// builder makes the blocks of one document.
type builder struct {
	e      *model.Engagement
	pb     *playbook.Playbook
	sc     *score.Result
	d      *plan.Drafted
	opt    Options
	people *people
	look   lookup
	doc    *document.Document
	number map[string]int              // of each action, as printed
	proved map[string]int              // by finding: the action that it is proved with, 0 where there is nothing to show
	marked map[string][]model.NoteLine // the marked lines of each note, once they are asked for

	newer *funnel.Result // the snapshot since the baseline, once it is asked for

	report  bool            // the whole readout, of which the plan is a section
	deeper  bool            // headings stand a level lower
	staked  map[string]int  // by stage: the finding that says what is at stake there
	told    map[string]bool // practices whose scores have been said in full
	finding map[string]int  // in a report: of each gap, as printed
}

func newBuilder(e *model.Engagement, pb *playbook.Playbook, sc *score.Result, d *plan.Drafted, opt Options) *builder {
	if e == nil {
		e = &model.Engagement{}
	}
	if pb == nil {
		pb = &playbook.Playbook{}
	}
	if sc == nil {
		sc = &score.Result{}
	}
	if d == nil {
		d = &plan.Drafted{}
	}
	b := &builder{
		e: e, pb: pb, sc: sc, d: d, opt: opt, people: newPeople(e, opt.Names), look: newLookup(e, sc),
		doc: &document.Document{}, number: map[string]int{}, proved: map[string]int{}, finding: map[string]int{}, staked: map[string]int{}, told: map[string]bool{},
	}
	n := 0
	for _, phase := range plan.Phases() {
		for _, a := range d.InPhase(phase) {
			n++
			b.number[a.ID] = n
		}
	}
	return b
}

// Plan is the client's 30-60-90 day plan.
func Plan(e *model.Engagement, pb *playbook.Playbook, sc *score.Result, d *plan.Drafted, opt Options) *document.Document {
	b := newBuilder(e, pb, sc, d, opt)
	b.doc.Title = "30-60-90 day plan"
	b.doc.Meta = b.meta()
	b.summary()
	b.onePage()
	b.found()
	for _, phase := range plan.Phases() {
		b.phase(phase)
	}
	b.later()
	b.unplanned()
	b.stale()
	b.strengths()
	b.measured()
	b.glossary()
	return b.doc
}

// meta is what a document says about itself.
func (b *builder) meta() document.Meta {
	return document.Meta{
		Kicker: b.people.say(b.e.Title), Client: document.Clean(b.e.Client.Name), Authors: authors(b.e.Consultants), Date: b.opt.AsOf, Lang: "en", Brand: b.opt.Brand,
	}
}

// authors are the consultants. A name that the machine's login gave is nobody's.
func authors(consultants []string) []string {
	var out []string
	for _, c := range consultants {
		if c = document.Clean(c); c != "" {
			out = append(out, c)
		}
	}
	if len(out) == 1 && !strings.Contains(out[0], " ") && out[0] == strings.ToLower(out[0]) && out[0] != strings.ToUpper(out[0]) {
		return nil
	}
	return out
}

func (b *builder) add(blocks ...document.Block) { b.doc.Add(blocks...) }

// head opens a section. What is a plan's chapter is a section of the report's chapter on it.
func (b *builder) head(level int, id, text string) {
	if b.deeper {
		level++
	}
	b.add(document.Heading{Level: level, ID: id, Text: text})
}

// onePage is every action twice at a glance: as a picture, and as a table that is a page of its own.
func (b *builder) onePage() {
	if len(b.number) == 0 {
		b.head(1, "one-page", "The plan on one page")
		b.add(document.Para{Text: document.Text("There is no action in the plan yet.")})
		return
	}
	apart := func() {
		if !b.deeper { // within the report they follow on what opens the chapter
			b.add(document.PageBreak{Soft: len(b.number) < 16})
		}
	}
	apart()
	b.head(1, "days", "The 90 days")
	b.add(b.timeline())
	apart()
	b.head(1, "one-page", "The plan on one page")
	t := document.Table{
		Caption: "All actions by phase",
		Columns: []document.Column{
			{Head: "No.", Align: document.Right, Width: 5},
			{Head: "Action", Width: 37},
			{Head: "Owner", Width: 18},
			{Head: "Due", Width: 11},
			{Head: "Measured by", Width: 29},
		},
	}
	for _, phase := range plan.Phases() {
		actions := b.d.InPhase(phase)
		if len(actions) == 0 {
			continue
		}
		t.Rows = append(t.Rows, document.Row{Section: true, Cells: [][]document.Inline{document.Text(b.phaseTitle(phase))}})
		for _, a := range actions {
			title := document.Inline{Text: b.title(a), Link: "#" + b.anchor(a)}
			name := []document.Inline{title}
			if s := a.StatusOr(); s != model.Todo {
				name = append(name, document.Inline{Text: " (" + document.Clean(string(s)) + ")", Muted: true})
			}
			t.Rows = append(t.Rows, document.Row{Cells: [][]document.Inline{
				document.Text(fmt.Sprint(b.number[a.ID])), name, document.Text(b.owner(a)), document.Text(b.dueDay(a.Due)), b.metric(a, false),
			}})
		}
	}
	b.add(t)
}

func (b *builder) phaseTitle(phase int) string {
	s := "Days " + map[int]string{30: "1 to 30", 60: "31 to 60", 90: "61 to 90"}[phase]
	if _, ok := b.d.Start.Time(); ok {
		s += ": " + period(b.days(phase))
	}
	return s
}

// days are the first and last of a phase. Day 0 belongs to the first.
func (b *builder) days(phase int) (from, to model.Date) {
	first := phase - 29
	if phase == 30 {
		first = 0
	}
	return b.d.Start.AddDays(first), b.d.Start.AddDays(phase)
}

// later is what has to wait.
func (b *builder) later() {
	if len(b.d.Later) == 0 {
		return
	}
	b.head(1, "later", "What comes later")
	b.add(document.Para{Text: document.Text("Worth doing, but not in these 90 days.")})
	t := document.Table{Columns: []document.Column{{Head: "Action", Width: 45}, {Head: "Practice", Width: 20}, {Head: "Why not yet", Width: 35}}}
	for _, a := range b.d.Later {
		why := b.people.say(b.d.Reasons[a.ID].Later)
		t.Rows = append(t.Rows, document.Row{Cells: [][]document.Inline{document.Text(b.title(a)), document.Text(b.practiceName(a.Practice)), document.Text(upperFirst(why))}})
	}
	b.add(t)
}

// stale is what a person should decide on again.
func (b *builder) stale() {
	if len(b.d.Stale) == 0 {
		return
	}
	b.head(1, "stale", "Actions to decide on again")
	b.add(document.Para{Text: document.Text("These are still in the plan, but what they were drafted for is no longer there.")})
	var items [][]document.Inline
	for _, a := range b.d.Stale {
		items = append(items, []document.Inline{document.Bold(b.title(a)), {Text: ": " + document.Clean(b.d.Reasons[a.ID].Gone)}})
	}
	b.add(document.List{Items: items})
}

func (b *builder) practiceName(id string) string {
	if p := b.pb.Practice(id); p != nil && p.Name != "" {
		return document.Clean(p.Name)
	}
	return document.Clean(id)
}
