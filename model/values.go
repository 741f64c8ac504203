package model

import (
	"encoding/json"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// The enumerations of the file. An empty value is an absent one; Values lists what is allowed.
type (
	Role            string
	AuditKind       string
	InterviewStatus string
	Result          string
	Tag             string
	FindingKind     string
	FindingStatus   string
	ActionStatus    string
)

const (
	Leader    Role = "leader"
	Manager   Role = "manager"
	Rep       Role = "rep"
	Marketing Role = "marketing"
	Delivery  Role = "delivery"
	Ops       Role = "ops"

	StageAudit   AuditKind = "stage"
	HandoffAudit AuditKind = "handoff"
	CadenceAudit AuditKind = "cadence"

	Planned InterviewStatus = "planned"
	Started InterviewStatus = "started"
	Done    InterviewStatus = "done"

	Yes           Result = "yes"
	Partly        Result = "partly"
	No            Result = "no"
	NotApplicable Result = "na"

	Process    Tag = "process"
	Enablement Tag = "enablement"
	Culture    Tag = "culture"

	Gap      FindingKind = "gap"
	Strength FindingKind = "strength"

	Open      FindingStatus = "open"
	Accepted  FindingStatus = "accepted"
	Dismissed FindingStatus = "dismissed"

	Todo       ActionStatus = "todo"
	Doing      ActionStatus = "doing"
	ActionDone ActionStatus = "done"
	Dropped    ActionStatus = "dropped"
)

// Enum is a string type with a closed list of values.
type Enum interface{ Values() []string }

func (Role) Values() []string {
	return []string{"leader", "manager", "rep", "marketing", "delivery", "ops"}
}
func (AuditKind) Values() []string       { return []string{"stage", "handoff", "cadence"} }
func (InterviewStatus) Values() []string { return []string{"planned", "started", "done"} }
func (Result) Values() []string          { return []string{"yes", "partly", "no", "na"} }
func (Tag) Values() []string             { return []string{"process", "enablement", "culture"} }
func (FindingKind) Values() []string     { return []string{"gap", "strength"} }
func (FindingStatus) Values() []string   { return []string{"open", "accepted", "dismissed"} }
func (ActionStatus) Values() []string    { return []string{"todo", "doing", "done", "dropped"} }

// Roles lists every role in the order in which they are shown.
func Roles() []Role { return []Role{Leader, Manager, Rep, Marketing, Delivery, Ops} }

// Plural is how people of a role are called together; a role that there is not keeps its word.
func (r Role) Plural() string {
	switch r {
	case Leader:
		return "Leaders"
	case Manager:
		return "Managers"
	case Rep:
		return "Reps"
	case Marketing:
		return "Marketing"
	case Delivery:
		return "Delivery"
	case Ops:
		return "Operations"
	}
	return string(r)
}

// Date is a day as it stands in the file, YYYY-MM-DD. A date that is not one stays as it was written.
type Date string

// DateOf is the day of t.
func DateOf(t time.Time) Date { return Date(t.Format(time.DateOnly)) }

// Time is the day as midnight UTC; ok is false where the date is absent or not a date.
func (d Date) Time() (t time.Time, ok bool) {
	t, err := time.Parse(time.DateOnly, string(d))
	return t, err == nil
}

// MarshalJSON writes an absent date as null.
func (d Date) MarshalJSON() ([]byte, error) {
	if d == "" {
		return []byte("null"), nil
	}
	return json.Marshal(string(d))
}

// After says whether d is a valid date later than other. An invalid or absent date is never later.
func (d Date) After(other Date) bool {
	a, ok := d.Time()
	b, ok2 := other.Time()
	return ok && ok2 && a.After(b)
}

// AddDays moves a valid date by n days.
func (d Date) AddDays(n int) Date {
	t, ok := d.Time()
	if !ok {
		return d
	}
	return DateOf(t.AddDate(0, 0, n))
}

// Clock is a position in a recording, mm:ss or h:mm:ss, as it stands in the file.
type Clock string

var clockShape = regexp.MustCompile(`^(?:(\d{1,3}):)?(\d{1,3}):([0-5]\d)$`)

// Seconds is the position in seconds; ok is false where it is absent or not a position.
func (c Clock) Seconds() (s int, ok bool) {
	m := clockShape.FindStringSubmatch(string(c))
	if m == nil {
		return 0, false
	}
	h, _ := strconv.Atoi(m[1])
	min, _ := strconv.Atoi(m[2])
	sec, _ := strconv.Atoi(m[3])
	if m[1] != "" && min > 59 {
		return 0, false
	}
	return h*3600 + min*60 + sec, true
}

// ClockAt writes a position in seconds as mm:ss, from one hour on as h:mm:ss.
func ClockAt(seconds int) Clock {
	seconds = max(seconds, 0)
	if seconds < 3600 {
		return Clock(fmt.Sprintf("%02d:%02d", seconds/60, seconds%60))
	}
	return Clock(fmt.Sprintf("%d:%02d:%02d", seconds/3600, seconds/60%60, seconds%60))
}

// Ref is a parsed piece of evidence: a record, and a place in it.
type Ref struct {
	Record string // id of an interview, call or audit
	Item   string // question or check id, after a slash
	At     Clock  // position in a recording, after an at sign
}

var atEnd = regexp.MustCompile(`@([\d:]+)$`)

// ParseRef reads record, record/item, record@mm:ss or record/item@mm:ss.
func ParseRef(s string) Ref {
	var r Ref
	if m := atEnd.FindStringSubmatch(s); m != nil {
		r.At = Clock(m[1])
		s = strings.TrimSuffix(s, m[0])
	}
	r.Record, r.Item, _ = strings.Cut(s, "/")
	return r
}

func (r Ref) String() string {
	s := r.Record
	if r.Item != "" {
		s += "/" + r.Item
	}
	if r.At != "" {
		s += "@" + string(r.At)
	}
	return s
}

// Problem says what is wrong with a date, or nothing.
func (d Date) Problem() string {
	if _, ok := d.Time(); !ok {
		return "should be a date like 2026-03-31"
	}
	return ""
}

// Problem says what is wrong with a position, or nothing.
func (c Clock) Problem() string {
	if _, ok := c.Seconds(); !ok {
		return "should be a position like 12:41 or 1:02:41"
	}
	return ""
}
