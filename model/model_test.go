package model_test

import (
	"strings"
	"testing"

	"github.com/gapbook/gapbook/model"
	"pgregory.net/rapid"
)

func TestMarkedLines(t *testing.T) {
	for line, want := range map[string]model.NoteLine{
		"":                             {},
		"plain words":                  {Text: "plain words"},
		"> we just push the date":      {Mark: model.Quote, Text: "we just push the date"},
		"  ! no criteria ":             {Mark: model.GapLine, Text: "no criteria"},
		"?ask ops":                     {Mark: model.FollowUp, Text: "ask ops"},
		"#price twice what we pay":     {Mark: model.ObjLine, Theme: "price", Text: "twice what we pay"},
		"#price":                       {Mark: model.ObjLine, Theme: "price"},
		"# heading":                    {Text: "# heading"},
		"[12:41] > it is twice":        {Mark: model.Quote, At: "12:41", Text: "it is twice"},
		"[1:02:41] #price too much":    {Mark: model.ObjLine, At: "1:02:41", Theme: "price", Text: "too much"},
		"[not a stamp] > x":            {Text: "[not a stamp] > x"},
		"[12:99] ! x":                  {Text: "[12:99] ! x"},
		"-> not a quote":               {Text: "-> not a quote"},
		"\t> indented by a tab":        {Mark: model.Quote, Text: "indented by a tab"},
		"> > a quote in a quote":       {Mark: model.Quote, Text: "> a quote in a quote"},
		"[00:05]":                      {At: "00:05"},
		"#größe zu klein für uns":      {Mark: model.ObjLine, Theme: "größe", Text: "zu klein für uns"},
		"#price: twice, and not worth": {Text: "#price: twice, and not worth"},
	} {
		if got := model.ParseLine(line); got != want {
			t.Errorf("%q: got %+v, want %+v", line, got, want)
		}
	}
}

func TestClock(t *testing.T) {
	for c, want := range map[model.Clock]int{"00:00": 0, "12:41": 761, "38:20": 2300, "1:02:41": 3761, "90:00": 5400, "": -1, "1:99": -1, "1:60:00": -1, "x": -1, "1:2:3:4": -1} {
		s, ok := c.Seconds()
		if ok != (want >= 0) || ok && s != want {
			t.Errorf("%q: %d %v, want %d", c, s, ok, want)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(0, 99*3600).Draw(t, "seconds")
		if s, ok := model.ClockAt(n).Seconds(); !ok || s != n {
			t.Fatalf("%d came back as %d", n, s)
		}
	})
}

func TestRefs(t *testing.T) {
	for s, want := range map[string]model.Ref{
		"i-7kq2m/rep-next-step": {Record: "i-7kq2m", Item: "rep-next-step"},
		"c-9xv0t@34:10":         {Record: "c-9xv0t", At: "34:10"},
		"c-1/next-step@1:02:03": {Record: "c-1", Item: "next-step", At: "1:02:03"},
		"i-1":                   {Record: "i-1"},
		"i-1/Who is @risk here": {Record: "i-1", Item: "Who is @risk here"},
		"i-1/a/b":               {Record: "i-1", Item: "a/b"},
	} {
		got := model.ParseRef(s)
		if got != want || got.String() != s {
			t.Errorf("%q: got %+v, printed %q", s, got, got)
		}
	}
}

func TestDates(t *testing.T) {
	d := model.Date("2026-02-27")
	if got := d.AddDays(3); got != "2026-03-02" {
		t.Errorf("three days on: %s", got)
	}
	if !model.Date("2026-03-01").After(d) || d.After("2026-03-01") || model.Date("soon").After(d) {
		t.Error("order of days")
	}
	if model.Date("2026-13-45").Problem() == "" || d.Problem() != "" {
		t.Error("what is a date")
	}
}

func TestSlugs(t *testing.T) {
	for name, want := range map[string]string{"Demo & Proof": "demo-proof", "  Discovery ": "discovery", "Prüfung": "prüfung", "???": "", "3. Angebot": "3-angebot"} {
		if got := model.Slug(name); got != want {
			t.Errorf("%q: %q", name, got)
		}
	}
}

func TestIDsDoNotCollide(t *testing.T) {
	seen := map[string]bool{}
	for range 2000 {
		id := model.NewID("i")
		if seen[id] || !model.ValidID(id) || !strings.HasPrefix(id, "i-") || strings.ContainsAny(id[2:], "ilou") {
			t.Fatalf("id %q", id)
		}
		seen[id] = true
	}
}

func TestOpenLines(t *testing.T) {
	e := &model.Engagement{
		Interviews: []model.Interview{{ID: "i-1", Answers: []model.Answer{
			{Question: "q", Note: "! one\n! two\n? ask\n! three"}, {Ask: "Mine?", Note: "! four"},
		}, Note: "! five"}},
		Calls: []model.Call{{ID: "c-1", Note: "[01:00] ! six"}},
		Lines: []model.Line{
			{In: "i-1/q", Text: "one", Finding: "f-1"}, {In: "i-1/q", Text: "two", Dismissed: true}, {In: "i-1", Text: "three", Finding: "f-1"},
		},
	}
	var got []string
	for _, l := range e.OpenLines(model.GapLine) {
		got = append(got, l.In+" "+l.Line.Text)
	}
	if want := "i-1/q three|i-1/Mine? four|i-1 five|c-1 six"; strings.Join(got, "|") != want {
		t.Errorf("got %q", got)
	}
	if f := e.OpenLines(model.FollowUp); len(f) != 1 || f[0].Line.Text != "ask" {
		t.Errorf("follow-ups %v", f)
	}
}
