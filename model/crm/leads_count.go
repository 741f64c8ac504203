package crm

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/gapbook/gapbook/model"
)

// Targets of a stage map for the statuses of leads, besides Ignore: not yet an MQL, or none.
const (
	MQL = "mql"
	SQL = "sql"
)

// standing is how far a status says that a lead came.
type standing uint8

const (
	unheard standing = iota // a status that says nothing of it
	outside                 // turned down, at whatever point
	early
	isMQL
	isSQL
)

// settleLeads reads the dates of a file of leads by the order that their columns show.
func (rf *readFile) settleLeads(c *collector, asked order) error {
	l := rf.leads
	if err := settleDates(rf.name, l.columns(), asked); err != nil {
		return err
	}
	for i := range l.leads {
		v := &l.leads[i]
		v.created, v.mql, v.sql = v.created.settle(l.created.order), v.mql.settle(l.mql.order), v.sql.settle(l.sql.order)
		for k := range v.responses {
			v.responses[k] = v.responses[k].settle(l.response.order)
		}
	}
	l.known = nil
	return nil
}

// leadTally is what the leads of all files come to.
type leadTally struct {
	mql, sql                       int
	hours                          []float64
	outside, undated, strays, lost int // not in the period; no date; SQL and never MQL; turned down and perhaps once an MQL
	hasty                          int // responses before the start
	byDate, byStatus, anyDay       bool
	clock                          bool
	names                          []string
	statuses                       map[string]standing
}

// countLeads counts the leads of the period that were MQLs, and of these the SQLs.
func (c *collector) countLeads(from, to date, stages map[string]string) *leadTally {
	c.judge(stages)
	t := &leadTally{statuses: map[string]standing{}, anyDay: true}
	var starts, answers bool
	for _, f := range c.files {
		if f.leads == nil {
			continue
		}
		t.names = append(t.names, f.name)
		t.byDate = t.byDate || f.leads.mql.seen
		t.byStatus = t.byStatus || f.leads.stages || f.leads.mql.name != "" // an empty column of MQL dates: not every lead is one
		for _, s := range f.leads.statuses {
			t.statuses[s] = standingOf(s, stages)
			t.byStatus = t.byStatus || t.statuses[s] == isMQL
		}
	}
	for _, v := range c.judged {
		t.anyDay = t.anyDay && (v.mql == 0 || !t.byDate) && (v.created == 0 || t.byDate)
	}
	for _, v := range c.judged {
		mql, day := true, v.created
		sql := v.sql > 0 || v.converted || v.standing == isSQL && !v.sqlDates
		switch {
		case t.byDate:
			mql, day = v.mql > 0, v.mql
			if !mql && sql {
				day = max(v.created, v.sql)
			}
		case t.byStatus:
			mql = sql || v.standing >= isMQL
		}
		if v.standing == outside && !mql && !t.byDate {
			t.lost++
		}
		if !mql && !sql {
			continue
		}
		switch d := day.date(); {
		case d == 0 && !t.anyDay:
			t.undated++
			continue
		case d > 0 && (d < from || to > 0 && d > to):
			t.outside++
			continue
		}
		if !mql {
			t.strays++
			continue
		}
		if t.mql++; sql {
			t.sql++
		}
		start := v.created
		if v.mql > 0 {
			start = v.mql
		}
		if first := v.firstResponse(); first > 0 && start > 0 {
			if first < start {
				t.hasty++
				continue
			}
			starts, answers = starts || start.clock() > 0, answers || first.clock() > 0
			t.hours = append(t.hours, first.hours()-start.hours())
		}
	}
	t.clock = starts && answers
	return t
}

// judged is a lead with what its status says.
type judged struct {
	lead
	standing standing
	sqlDates bool // its file has dates of becoming an SQL, which then count before the status
}

// judge joins the leads of the files by their ids.
func (c *collector) judge(stages map[string]string) {
	at := map[string]int{}
	for _, f := range c.files {
		if f.leads == nil {
			continue
		}
		l := f.leads
		first := len(c.judged)
		ids := make([]string, len(l.leads))
		for id, i := range l.index {
			ids[i] = id
		}
		for i, v := range l.leads {
			j := judged{lead: v, sqlDates: l.sql.seen}
			if v.status > 0 {
				j.standing = standingOf(l.statuses[v.status-1], stages)
			}
			if before, twice := at[ids[i]]; twice && ids[i] != "" && before < first {
				o := &c.judged[before]
				o.join(v)
				o.standing, o.sqlDates = max(o.standing, j.standing), o.sqlDates || j.sqlDates
				f.twice++
				continue
			}
			at[ids[i]] = len(c.judged)
			c.judged = append(c.judged, j)
		}
	}
}

func (v *lead) firstResponse() stamp {
	a, b := v.responses[0], v.responses[1]
	if a == 0 || b > 0 && b < a {
		return b
	}
	return a
}

func (s stamp) clock() int     { return int(s & (1<<27 - 1)) }
func (s stamp) hours() float64 { return float64(s.date())*24 + float64(s.clock())/3_600_000 }

// standingOf reads a status: as it is mapped, else by the usual names.
func standingOf(status string, stages map[string]string) standing {
	f := fold(status)
	for _, name := range sortedKeys(stages) {
		if strings.TrimSpace(name) == status || f != "" && fold(name) == f {
			switch strings.ToLower(strings.TrimSpace(stages[name])) {
			case MQL:
				return isMQL
			case SQL:
				return isSQL
			case Ignore, "-":
				return early
			}
		}
	}
	switch {
	case strings.HasPrefix(f, "mql"), strings.HasPrefix(f, "marketingqualified"):
		return isMQL
	case strings.HasPrefix(f, "sql"), strings.HasPrefix(f, "salesqualified"):
		return isSQL
	}
	switch f {
	case "sal", "salesaccepted", "salesacceptedlead":
		return isMQL
	case "qualified", "converted", "closedconverted", "opportunity", "customer", "evangelist", "opendeal", "qualifiziert", "konvertiert":
		return isSQL
	case "unqualified", "disqualified", "closednotconverted", "notconverted", "junk", "rejected", "recycled", "nichtqualifiziert":
		return outside
	case "new", "open", "lead", "subscriber", "raw", "opennotcontacted", "workingcontacted", "working", "contacted", "nurturing",
		"nurture", "inprogress", "attempted", "attemptedtocontact", "connected", "badtiming", "other", "neu":
		return early
	}
	return unheard
}

// result is the tally as part of a snapshot.
func (t *leadTally) result() *model.Leads {
	l := &model.Leads{MQL: &t.mql, SQL: &t.sql}
	if n := len(t.hours); n > 0 {
		slices.Sort(t.hours)
		m := math.Round((t.hours[(n-1)/2]+t.hours[n/2])/2*100) / 100
		l.ResponseHours = &m
	}
	return l
}

// notes are what has to be remembered with the numbers of the leads.
func (t *leadTally) notes() (notes []string) {
	add := func(yes bool, format string, args ...any) {
		if yes {
			notes = append(notes, fmt.Sprintf(format, args...))
		}
	}
	add(!t.byDate && !t.byStatus, "leads: no date or status says which are MQLs, so every lead counts as one")
	add(!t.byDate && t.byStatus, "leads: MQLs and SQLs by their present status, later ones included")
	add(t.lost > 0, "%s turned down, and nothing says whether they were MQLs: left out, so MQL to SQL may look better than it is", count(t.lost, "lead"))
	add(t.strays > 0, "%s that never were MQLs: left out", count(t.strays, "SQL"))
	add(t.anyDay, "leads of any day: the export has no dates")
	add(len(t.hours) > 0 && !t.clock, "first response by days, not hours: the dates have no time of day")
	return notes
}

// understood says how the leads were counted.
func (t *leadTally) understood(f *model.Funnel) (says []string) {
	add := func(yes bool, format string, args ...any) {
		if yes {
			says = append(says, fmt.Sprintf(format, args...))
		}
	}
	what := "created"
	if t.byDate {
		what = "marketing qualified"
	}
	response := "no dates of a first response"
	if l := f.Leads; l.ResponseHours != nil {
		response = fmt.Sprintf("median %g hours to the first response (%s with a date)", *l.ResponseHours, count(len(t.hours), "lead"))
	}
	period := fmt.Sprintf("%s from %s to %s", what, f.From, f.To)
	if t.anyDay || f.From == "" && f.To == "" {
		period = "of any day"
	}
	add(true, "Leads: %s %s, of these %s; %s.", count(t.mql, "MQL"), period, count(t.sql, "SQL"), response)
	var neither []string
	for _, s := range sortedKeys(t.statuses) {
		if t.statuses[s] == unheard {
			neither = append(neither, fmt.Sprintf("%q", s))
		}
	}
	add(t.byStatus && !t.byDate && len(neither) > 0, "Statuses that say nothing of MQL or SQL, taken as neither: %s. Map them with --stage NAME=mql or =sql.", strings.Join(neither, ", "))
	add(t.outside > 0, "Left out: %s outside of the period.", count(t.outside, "lead"))
	add(t.undated > 0, "Left out: %s without a date.", count(t.undated, "lead"))
	add(t.hasty > 0, "Left out of the response: %s answered before they came in.", count(t.hasty, "lead"))
	for _, note := range t.notes() {
		add(true, "Note: %s.", note)
	}
	return says
}
