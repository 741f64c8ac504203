package history

import (
	"fmt"
	"strings"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/exact"
)

// Count is how much is in one version of a file.
type Count struct {
	People     int `json:"people"`
	Audits     int `json:"audits"`
	Interviews int `json:"interviews"`
	Calls      int `json:"calls"`
	Answers    int `json:"answers"` // questions and checks with a rating, a result, a sample or a note
	Findings   int `json:"findings"`
	Actions    int `json:"actions"`
}

// CountOf counts what is in the bytes of an engagement; false where they are none that can be read.
func CountOf(data []byte) (Count, bool) {
	var c Count
	doc, err := exact.Parse(data)
	if err != nil || doc.Empty() {
		return c, false
	}
	var e model.Engagement
	doc.Decode(&e)
	if e.Gapbook < 1 {
		return c, false
	}
	return Of(&e), true
}

// Of counts what is in an engagement.
func Of(e *model.Engagement) Count {
	c := Count{len(e.People), len(e.Audits), len(e.Interviews), len(e.Calls), 0, len(e.Findings), len(e.Actions())}
	for _, a := range e.Audits {
		for _, x := range a.Checks {
			c.answer(x.Answered() || x.Note != "")
		}
	}
	for _, i := range e.Interviews {
		for _, x := range i.Answers {
			c.answer(x.Rating != nil || x.NA || x.Note != "")
		}
	}
	for _, k := range e.Calls {
		for _, x := range k.Checks {
			c.answer(x.Result != "" || x.Note != "")
		}
	}
	return c
}

func (c *Count) answer(given bool) {
	if given {
		c.Answers++
	}
}

// Less is the change from another count to this one.
func (c Count) Less(o Count) Count {
	return Count{
		c.People - o.People, c.Audits - o.Audits, c.Interviews - o.Interviews, c.Calls - o.Calls, c.Answers - o.Answers,
		c.Findings - o.Findings, c.Actions - o.Actions,
	}
}

// String says a change in words: 3 more answers, 1 fewer finding.
func (c Count) String() string {
	var out []string
	for _, x := range []struct {
		n         int
		one, many string
	}{
		{c.Answers, "answer", "answers"},
		{c.Findings, "finding", "findings"},
		{c.Interviews, "interview", "interviews"},
		{c.Calls, "call", "calls"},
		{c.Audits, "audit", "audits"},
		{c.Actions, "action", "actions"},
		{c.People, "person", "people"},
	} {
		word, more := x.many, "more"
		if x.n == 1 || x.n == -1 {
			word = x.one
		}
		if x.n < 0 {
			more = "fewer"
		}
		if x.n != 0 {
			out = append(out, fmt.Sprintf("%d %s %s", max(x.n, -x.n), more, word))
		}
	}
	return strings.Join(out, ", ")
}
