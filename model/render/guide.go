package render

import (
	"fmt"
	"slices"
	"strings"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/playbook"
	"github.com/gapbook/gapbook/model/render/document"
)

const (
	blank       = "……………………………………"
	notesLines  = 5  // to write on, under a question
	anchorChars = 80 // of what a level looks like: enough to tell it from its neighbours
)

// Guide is what to take along to an interview: the script and the questions of a role, with room to write. Without a role it
// is the guides of all; with a person, that of their role, headed with them.
func Guide(e *model.Engagement, pb *playbook.Playbook, role model.Role, person string, opt Options) *document.Document {
	b := newBuilder(e, pb, nil, nil, opt)
	b.doc.Title = "Interview guide"
	b.doc.Meta = document.Meta{Kicker: b.people.say(b.e.Title), Client: document.Clean(b.e.Client.Name), Lang: "en", Brand: opt.Brand}
	b.doc.Meta.Authors = authors(b.e.Consultants)
	if p := b.e.Person(person); p != nil {
		role = p.Role
	}
	var of []playbook.Guide
	for _, g := range b.pb.Guides {
		if role == "" || g.Role == role {
			of = append(of, g)
		}
	}
	if len(of) > 1 {
		b.doc.Title = "Interview guides"
	}
	for i, g := range of {
		if i > 0 {
			b.add(document.PageBreak{})
		}
		b.guide(g, b.people.person(person))
	}
	return b.doc
}

// GuideRoles are the roles that a playbook has questions for.
func GuideRoles(pb *playbook.Playbook) []model.Role {
	var out []model.Role
	for _, g := range pb.Guides {
		if len(g.Questions) > 0 && !slices.Contains(out, g.Role) {
			out = append(out, g.Role)
		}
	}
	return out
}

func (b *builder) guide(g playbook.Guide, who string) {
	head := who
	if head == "" {
		head, who = roleName(g.Role), blank
	}
	b.head(1, "guide-"+string(g.Role), head)
	b.add(document.Facts{Items: []document.Fact{
		{Name: "Interviewee", Text: document.Text(who)},
		{Name: "Interviewer", Text: document.Text(blank)},
		{Name: "Date", Text: document.Text(blank)},
		{Name: "Time", Text: document.Text(pace(g))},
		{Name: "Consent", Text: document.Text("taking notes  yes / no · recording  yes / no · being quoted by role  yes / no")},
	}})
	b.script("Say first", g.Opening)
	for i, q := range g.Questions {
		b.question(i+1, q)
	}
	b.script("Say last", g.Closing)
	b.add(document.Lines{N: notesLines})
}

// pace is how long the interview is to take, and so each question.
func pace(g playbook.Guide) string {
	n := len(g.Questions)
	questions := fmt.Sprintf("%d questions", n)
	if n == 1 {
		questions = "1 question"
	}
	switch {
	case g.Minutes <= 0:
		return questions
	case n < 2 || g.Minutes < n:
		return fmt.Sprintf("%d minutes, %s", g.Minutes, questions)
	}
	return fmt.Sprintf("%d minutes, %s, about %d each", g.Minutes, questions, g.Minutes/n)
}

func (b *builder) script(head, text string) {
	if text = document.Clean(text); text != "" {
		b.head(2, "", head)
		b.add(document.Para{Lead: true, Text: document.Text(text)})
	}
}

// question is the words to read aloud, then side by side what helps to hear the answer, then room to write.
func (b *builder) question(n int, q playbook.Question) {
	about := "Question"
	var anchors []string
	if p := b.pb.Practice(q.Practice); p != nil {
		about = document.Clean(p.Name)
		for level, a := range p.Anchors {
			anchors = append(anchors, fmt.Sprintf("%d  %s", level, document.Short(document.Clean(a), anchorChars)))
		}
	}
	b.head(2, "", fmt.Sprintf("%d. %s", n, about))
	b.add(document.Para{Aloud: true, Text: []document.Inline{document.Bold(document.Clean(q.Ask))}})
	columns := []struct {
		head  string
		lines []string
	}{{"Ask further", q.Probes}, {"Listen for", clauses(q.ListenFor)}, {"Rate", anchors}}
	var t document.Table
	high := 0
	for _, c := range columns {
		if len(c.lines) > 0 {
			t.Columns = append(t.Columns, document.Column{Head: c.head})
			high = max(high, len(c.lines))
		}
	}
	for i := range t.Columns {
		t.Columns[i].Width = 100 / len(t.Columns)
	}
	for y := range high {
		var r document.Row
		for _, c := range columns {
			switch {
			case y < len(c.lines):
				r.Cells = append(r.Cells, document.Text(document.Clean(c.lines[y])))
			case len(c.lines) > 0:
				r.Cells = append(r.Cells, nil)
			}
		}
		t.Rows = append(t.Rows, r)
	}
	if high > 0 {
		b.add(t)
	}
	b.add(document.Lines{N: notesLines})
}

// clauses are the parts of a sentence between semicolons, which stand one under the other.
func clauses(s string) []string {
	var out []string
	for part := range strings.SplitSeq(s, ";") {
		if part = strings.TrimSpace(part); part != "" {
			out = append(out, part)
		}
	}
	return out
}
