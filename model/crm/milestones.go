package crm

import (
	"fmt"
	"io"
	"strings"

	"github.com/gapbook/gapbook/model"
)

// MilestoneOptions settle what a list of milestones cannot say itself.
type MilestoneOptions struct {
	DateOrder string   // "mdy" or "dmy"; empty: as the list shows it
	Sellers   []string // names of people who sell: an owner of that name is the seller's
}

// MilestoneList is a mutual action plan as it was pasted or stood in a file. Nothing of it is in the engagement yet.
type MilestoneList struct {
	Milestones []model.Milestone
	Understood []string // what was read, how, and what was left out and why
}

// maxMilestones is far beyond any plan of one deal: what is longer is another kind of file.
const maxMilestones = 500

// The columns of such a list, by their folded names, the surest first.
var milestoneColumns = map[string][]string{
	"what": {
		"milestone", "milestones", "step", "steps", "what", "task", "taskname", "action", "activity", "item", "description", "name",
		"title", "deliverable", "meilenstein", "schritt", "aufgabe", "etape", "jalon", "hito", "paso",
	},
	"owner": {
		"owner", "ownerside", "side", "who", "responsible", "party", "assignedto", "assignee", "lead", "verantwortlich", "wer",
		"responsable", "qui",
	},
	"buyer":  {"ownerbuyer", "buyerowner", "buyer", "customer", "customerowner", "client", "prospect"},
	"seller": {"ownerours", "ownerseller", "sellerowner", "seller", "ours", "us", "vendor", "vendorowner"},
	"due": {
		"due", "duedate", "dateagreed", "agreed", "agreeddate", "targetdate", "target", "date", "by", "bywhen", "when", "deadline",
		"planned", "planneddate", "enddate", "end", "finish", "faellig", "falligam", "termin", "bis", "echeance", "fecha",
	},
	"done":  {"done", "donedate", "doneon", "completed", "completedon", "completiondate", "actual", "actualdate", "finished", "erledigt", "fait"},
	"first": {"firstdue", "firstagreed", "firstdate", "originaldate", "originaldue", "originalduedate", "baseline", "baselinedate"},
}

// ReadMilestones reads what someone pasted, or a file: a table with headings (CSV, TSV, semicolons, Markdown), the same
// without headings, or plain lines. The errors are *Error and *OrderError.
func ReadMilestones(name string, in io.Reader, opt MilestoneOptions) (*MilestoneList, error) {
	asked, err := askedOrder(opt.DateOrder)
	if err != nil {
		return nil, err
	}
	text, err := wholeText(name, in)
	if err != nil {
		return nil, err
	}
	m := &milestones{name: name, sellers: map[string]bool{}, columns: map[string]int{}}
	for _, s := range opt.Sellers {
		if f := fold(s); f != "" {
			m.sellers[f] = true
		}
	}
	for i, d := range []*dateColumn{&m.due, &m.done, &m.first} {
		d.name = []string{"due", "done", "first agreed"}[i]
	}
	if err := m.read(text); err != nil {
		return nil, err
	}
	if len(m.rows) == 0 {
		return nil, &Error{File: name, Problem: "no milestones found", Hint: "one a line: what, whose (buyer or seller), and the date"}
	}
	if err := settleDates(name, []*dateColumn{&m.due, &m.done, &m.first}, asked); err != nil {
		return nil, err
	}
	return m.list(), nil
}

// wholeText is what is in the file, as lines of UTF-8.
func wholeText(name string, in io.Reader) (string, error) {
	r, _, problem, err := decodeText(in)
	if problem != "" {
		return "", &Error{File: name, Problem: problem, Err: err, Hint: "save the list as CSV, or paste it"}
	}
	const most = 1 << 20
	raw, err := io.ReadAll(io.LimitReader(r, most+1))
	switch {
	case err != nil:
		return "", &Error{File: name, Problem: "cannot be read: " + err.Error(), Err: err}
	case len(raw) > most:
		return "", &Error{File: name, Problem: "more than 1 MB: this is no list of milestones", Hint: "one line for each milestone of one deal"}
	}
	if i := strings.IndexByte(string(raw), 0); i >= 0 {
		return "", &Error{File: name, Line: 1 + strings.Count(string(raw[:i]), "\n"), Problem: "this is not text: it holds zero bytes"}
	}
	return strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(string(raw)), nil
}

// milestoneRow is one milestone whose dates wait for the order of day and month.
type milestoneRow struct {
	what, owner      string
	due, done, first stamp
}

// milestones is a list while it is read.
type milestones struct {
	name             string
	sellers          map[string]bool
	sep              byte           // 0: lines are not split
	columns          map[string]int // by field; none: there are no headings
	headings         []string
	headingLine      int
	rows             []milestoneRow
	due, done, first dateColumn
	nameless         int      // lines that say no milestone
	strangers        []string // owners who are on neither side
	strange          int
	ticked           int // done, and nobody says when
}

func (m *milestones) list() *MilestoneList {
	out := &MilestoneList{}
	sides := map[string]int{}
	var from, to model.Date
	undated := 0
	day := func(s stamp, c dateColumn) model.Date {
		if d := s.settle(c.order).date(); d != 0 {
			return d.model()
		}
		return ""
	}
	for _, r := range m.rows {
		x := model.Milestone{What: r.what, Owner: r.owner, Due: day(r.due, m.due), Done: day(r.done, m.done), FirstDue: day(r.first, m.first)}
		if x.FirstDue == x.Due {
			x.FirstDue = ""
		}
		switch {
		case x.Due == "" && x.FirstDue != "":
			x.Due, x.FirstDue = x.FirstDue, ""
		case x.Due == "":
			undated++
		}
		if x.Due != "" {
			if from == "" || from.After(x.Due) {
				from = x.Due
			}
			if to == "" || x.Due.After(to) {
				to = x.Due
			}
		}
		sides[x.Owner]++
		out.Milestones = append(out.Milestones, x)
	}
	say := func(format string, args ...any) {
		out.Understood = append(out.Understood, fmt.Sprintf(format, args...))
	}
	say("%s: %d the buyer's, %d the seller's, %d nobody's yet.", count(len(m.rows), "milestone"), sides["buyer"], sides["seller"], sides[""])
	say("%s", m.how())
	if from != "" {
		say("Dates from %s to %s%s.", long(from), long(to), m.orderSaid())
	}
	if undated > 0 {
		say("%d without a date.", undated)
	}
	for _, c := range []*dateColumn{&m.due, &m.done, &m.first} {
		if c.badRows > 0 {
			say("Left out: %s that cannot be read, the first is %q on line %d.", count(c.badRows, "date"), c.bad.value, c.bad.line)
		}
	}
	if m.strange > 0 {
		say("On neither side, so nobody's yet: %s.", strings.Join(m.strangers, ", "))
	}
	if m.ticked > 0 {
		say("%s done without a day: tick them when you know it.", count(m.ticked, "milestone"))
	}
	if m.nameless > 0 {
		say("Passed over, without a milestone: %s.", count(m.nameless, "line"))
	}
	return out
}

// how says what was taken for what.
func (m *milestones) how() string {
	if len(m.headings) == 0 {
		if m.sep == 0 {
			return "No columns: each line is a milestone."
		}
		return "No headings: the first date of a line is when it is due, a second one when it was done."
	}
	var said []string
	for _, f := range []string{"what", "owner", "buyer", "seller", "due", "done", "first"} {
		if i, ok := m.columns[f]; ok {
			said = append(said, fmt.Sprintf("%s from %q", map[string]string{
				"what": "what", "owner": "whose", "buyer": "the buyer's", "seller": "the seller's", "due": "due", "done": "done",
				"first": "first agreed",
			}[f], m.headings[i]))
		}
	}
	return "Read " + strings.Join(said, ", ") + "."
}

func (m *milestones) orderSaid() string {
	if m.due.both.line == 0 {
		return ""
	}
	if m.due.order == monthFirst {
		return ", read month first"
	}
	return ", read day first"
}

func long(d model.Date) string {
	t, _ := d.Time()
	return t.Format("2 January 2006")
}
