package merge_test

import (
	"strings"
	"testing"

	"github.com/gapbook/gapbook/model/exact"
	"github.com/gapbook/gapbook/model/merge"
)

const head = "gapbook: 1\nclient: {name: Acme}\n"

func parse(t interface{ Fatalf(string, ...any) }, src string) *exact.Document {
	doc, err := exact.Parse([]byte(src))
	if err != nil {
		t.Fatalf("parse: %v\n%s", err, src)
	}
	return doc
}

var names = merge.Options{Ours: "Dana Ortiz", Theirs: "Iris Chen"}

// Every rule, on files small enough to see the whole result.
func TestRules(t *testing.T) {
	for _, c := range []struct {
		name, base, ours, theirs, want string
		said                           []string
	}{
		{
			name:   "different fields of one record",
			base:   "findings:\n  - {id: f-1, title: A, impact: 3, ease: 2}\n",
			ours:   "findings:\n  - {id: f-1, title: A, impact: 5, ease: 2}   # ours\n",
			theirs: "findings:\n  - {id: f-1, title: A, impact: 3, ease: 4, tag: process}\n",
			want:   "findings:\n  - {id: f-1, title: A, tag: process, impact: 5, ease: 4}   # ours\n",
		},
		{
			name:   "the same field: ours stays, theirs is listed",
			base:   "findings:\n  - {id: f-1, impact: 3, tag: process}\n",
			ours:   "findings:\n  - {id: f-1, impact: 5, tag: culture}\n",
			theirs: "findings:\n  - {id: f-1, impact: 4, tag: enablement}\n",
			want: "findings:\n  - {id: f-1, impact: 5, tag: culture}\n" +
				"\nunsettled:\n  - {field: f-1.impact, ours: 5, theirs: 4, theirs_by: Iris Chen}\n" +
				"  - {field: f-1.tag, ours: culture, theirs: enablement, theirs_by: Iris Chen}\n",
			said: []string{
				"f-1.impact: both changed it; what Dana Ortiz wrote stays, what Iris Chen wrote is under unsettled",
				"f-1.tag: both changed it; what Dana Ortiz wrote stays, what Iris Chen wrote is under unsettled",
			},
		},
		{
			name:   "the same change is taken once",
			base:   "findings:\n  - {id: f-1, impact: 3}\n",
			ours:   "title: T\nfindings:\n  - {id: f-1, impact: 5, evidence: [a, b]}\n",
			theirs: "title: \"T\"\nfindings:\n  - {id: f-1, impact: 0x5, evidence: [a, b]}\nstarted: 2026-01-02\n",
			want:   "title: T\nstarted: 2026-01-02\nfindings:\n  - {id: f-1, impact: 5, evidence: [a, b]}\n",
		},
		{
			name:   "a text that looks like a number stays a text",
			base:   "title: a\n",
			ours:   "title: 01067\n",
			theirs: "title: 007\n",
			want:   "title: 01067\n\nunsettled:\n  - {field: title, ours: \"01067\", theirs: \"007\", theirs_by: Iris Chen}\n",
			said:   []string{"title: both changed it; what Dana Ortiz wrote stays, what Iris Chen wrote is under unsettled"},
		},
		{
			name:   "a field that one deleted and the other changed",
			base:   "findings:\n  - {id: f-1, impact: 3}\n",
			ours:   "findings:\n  - {id: f-1}\n",
			theirs: "findings:\n  - {id: f-1, impact: 4}\n",
			want:   "findings:\n  - {id: f-1}\n\nunsettled:\n  - {field: f-1.impact, theirs: 4, theirs_by: Iris Chen}\n",
			said:   []string{"f-1.impact: both changed it; what Dana Ortiz wrote stays, what Iris Chen wrote is under unsettled"},
		},
		{
			name:   "records of both, comments of theirs with them",
			base:   "people:\n  - {id: p-1, role: rep}\n",
			ours:   "people:\n  - {id: p-1, role: rep}\n  - {id: p-o, role: rep}\n",
			theirs: "people:\n  - {id: p-0, role: ops}\n  - {id: p-1, role: rep}\n  # met in May\n  - id: p-t   # tall\n    role: rep\n    shoe_size: 44\n",
			want:   "people:\n  - {id: p-0, role: ops}\n  - {id: p-1, role: rep}\n  - {id: p-o, role: rep}\n  # met in May\n  - id: p-t   # tall\n    role: rep\n    shoe_size: 44\n",
		},
		{
			name:   "deletions of both",
			base:   "people:\n  - {id: p-1, role: rep}\n  - {id: p-2, role: rep}\n  - {id: p-3, role: rep}\n",
			ours:   "people:\n  - {id: p-1, role: rep}\n  - {id: p-3, role: rep}\n",
			theirs: "people:\n  - {id: p-2, role: rep}\n  - {id: p-3, role: rep}\n",
			want:   "people:\n  - {id: p-3, role: rep}\n",
		},
		{
			name:   "deleted by us, changed by them: it stays",
			base:   "findings:\n  - {id: f-1}\n  - {id: f-2, impact: 1}\n  - {id: f-3}\n",
			ours:   "title: x\nfindings:\n  - {id: f-1}\n",
			theirs: "findings:\n  - {id: f-1}\n  - {id: f-2, impact: 2} # two\n  - {id: f-3}\n",
			want:   "title: x\nfindings:\n  - {id: f-1}\n  - {id: f-2, impact: 2} # two\n",
			said:   []string{"f-2: Dana Ortiz deleted it, Iris Chen changed it; it stays"},
		},
		{
			name:   "deleted by them, an unknown key changed by us: it stays",
			base:   "findings:\n  - {id: f-1, mood: low}\n",
			ours:   "findings:\n  - {id: f-1, mood: high}\n",
			theirs: "title: x\n",
			want:   "title: x\nfindings:\n  - {id: f-1, mood: high}\n",
			said:   []string{"f-1: Iris Chen deleted it, Dana Ortiz changed it; it stays"},
		},
		{
			name: "deleted by us, referred to anew by them: it stays",
			base: "people:\n  - {id: p-1, role: rep}\n  - {id: p-2, role: rep}\nstages:\n  - {id: s-1}\n" +
				"calls:\n  - {id: c-1, rep: p-1}\n",
			ours: "people:\n  - {id: p-2, role: rep}\nstages:\n  - {id: s-1}\n",
			theirs: "people:\n  - {id: p-1, role: rep}\n  - {id: p-2, role: rep}\nstages:\n  - {id: s-1}\n" +
				"calls:\n  - {id: c-1, rep: p-1}\nfindings:\n  - {id: f-1, evidence: [\"c-1@12:00\"]}\n",
			want: "people:\n  - {id: p-1, role: rep}\n  - {id: p-2, role: rep}\nstages:\n  - {id: s-1}\n" +
				"\ncalls:\n  - {id: c-1, rep: p-1}\nfindings:\n  - {id: f-1, evidence: [\"c-1@12:00\"]}\n",
			said: []string{
				"c-1: Dana Ortiz deleted it, Iris Chen refers to it; it stays",
				"p-1: Dana Ortiz deleted it, Iris Chen refers to it; it stays",
			},
		},
		{
			name:   "an answer deleted by us, evidence of theirs: it stays",
			base:   "interviews:\n  - {id: i-1, person: p, answers: [{question: a, rating: 1}, {question: b, rating: 2}]}\n",
			ours:   "interviews:\n  - {id: i-1, person: p, answers: [{question: b, rating: 2}]}\n",
			theirs: "interviews:\n  - {id: i-1, person: p, answers: [{question: a, rating: 1}, {question: b, rating: 2}]}\nfindings:\n  - {id: f-1, evidence: [i-1/a]}\n",
			want:   "interviews:\n  - {id: i-1, person: p, answers: [{question: a, rating: 1}, {question: b, rating: 2}]}\nfindings:\n  - {id: f-1, evidence: [i-1/a]}\n",
			said:   []string{"i-1.answers.a: Dana Ortiz deleted it, Iris Chen refers to it; it stays"},
		},
		{
			name:   "the same id on both sides: field by field",
			base:   "",
			ours:   "findings:\n  - {id: f-1, title: A, impact: 2}\n",
			theirs: "findings:\n  - {id: f-1, title: A, ease: 3, note: n}\n",
			want:   "findings:\n  - {id: f-1, title: A, impact: 2, ease: 3, note: n}\n",
		},
		{
			name:   "order: theirs was moved, ours was added to",
			base:   "stages:\n  - {id: a}\n  - {id: b}\n  - {id: c}\n",
			ours:   "stages:\n  - {id: a}\n  - {id: a2} # new\n  - {id: b}\n  - {id: c}\n",
			theirs: "stages:\n  - {id: c}\n  - {id: a}\n  - {id: b}\n",
			want:   "stages:\n  - {id: c}\n  - {id: a}\n  - {id: a2} # new\n  - {id: b}\n",
		},
		{
			name:   "lists of texts: changes of both, in order",
			base:   "stages:\n  - id: a\n    exit_criteria: [one, two, three]\n",
			ours:   "stages:\n  - id: a\n    exit_criteria: [zero, one, three, four]\n",
			theirs: "stages:\n  - id: a\n    exit_criteria: [one, two, 2½, three, four, five]\n",
			want:   "stages:\n  - id: a\n    exit_criteria: [zero, one, 2½, three, four, five]\n",
		},
		{
			name:   "maps by key",
			base:   "targets: {a: 50, b: 60, c: 70}\n",
			ours:   "targets: {a: 51, b: 60, d: 80}\n",
			theirs: "targets: {a: 52, b: 61, c: 70, e: 90}\n",
			want:   "targets: {a: 51, b: 61, d: 80, e: 90}\n\nunsettled:\n  - {field: targets.a, ours: 51, theirs: 52, theirs_by: Iris Chen}\n",
			said:   []string{"targets.a: both changed it; what Dana Ortiz wrote stays, what Iris Chen wrote is under unsettled"},
		},
		{
			name:   "counts that belong together stay together",
			base:   "audits:\n  - {id: a-1, kind: stage, subject: s, checks: [{check: x, sample: {met: 3, of: 10}}]}\n",
			ours:   "audits:\n  - {id: a-1, kind: stage, subject: s, checks: [{check: x, sample: {met: 8, of: 10}}]}\n",
			theirs: "audits:\n  - {id: a-1, kind: stage, subject: s, checks: [{check: x, sample: {met: 3, of: 5}}]}\n",
			want: "audits:\n  - {id: a-1, kind: stage, subject: s, checks: [{check: x, sample: {met: 8, of: 10}}]}\n" +
				"\nunsettled:\n  - {field: a-1.checks.x.sample, ours: {met: 8, of: 10}, theirs: {met: 3, of: 5}, theirs_by: Iris Chen}\n",
			said: []string{"a-1.checks.x.sample: both changed it; what Dana Ortiz wrote stays, what Iris Chen wrote is under unsettled"},
		},
		{
			name:   "triaged lines are found by note and text",
			base:   "lines:\n  - {in: i-1, text: one}\n",
			ours:   "lines:\n  - {in: i-1, text: one, dismissed: true}\n  - {in: i-1, text: two, done: 2026-01-02}\n",
			theirs: "lines:\n  - {in: i-1, text: one}\n  - {in: i-1, text: three, dismissed: true}\n",
			want:   "lines:\n  - {in: i-1, text: one, dismissed: true}\n  - {in: i-1, text: two, done: 2026-01-02}\n  - {in: i-1, text: three, dismissed: true}\n",
		},
		{
			name:   "records without a key of their own, by content",
			base:   "calls:\n  - id: c\n    objections:\n      - {theme: price, quote: a}\n      - {theme: price, quote: b}\n      - {theme: time, quote: c}\n",
			ours:   "calls:\n  - id: c\n    objections:\n      - {theme: price, quote: b}\n      - {theme: time, quote: c}\n      - {theme: price, quote: o}\n      - {theme: price, quote: both}\n",
			theirs: "calls:\n  - id: c\n    objections:\n      - {theme: price, quote: a}\n      - {theme: price, quote: b, at: \"01:00\"}\n      - {theme: time, quote: c}\n      - {theme: price, quote: both}\n",
			want:   "calls:\n  - id: c\n    objections:\n      - {theme: price, quote: b, at: \"01:00\"}\n      - {theme: time, quote: c}\n      - {theme: price, quote: o}\n      - {theme: price, quote: both}\n",
		},
		{
			name:   "a review is found by its day",
			base:   "reviews:\n  - {day: 30, date: 2026-05-06, wins: [a]}\n",
			ours:   "reviews:\n  - {day: 30, date: 2026-05-07, wins: [a, b]}\n",
			theirs: "reviews:\n  - {day: 30, date: 2026-05-06, wins: [a, c]}\n  - {day: 60}\n",
			want:   "reviews:\n  - {day: 30, date: 2026-05-07, wins: [a, b, c]}\n  - {day: 60}\n",
		},
		{
			name:   "unknown keys of both",
			base:   "x_firm: {a: 1, tags: [x]}\npeople:\n  - {id: p, role: rep}\n",
			ours:   "x_firm: {a: 2, tags: [x, o]}\npeople:\n  - {id: p, role: rep, mood: good}\n",
			theirs: "x_firm: {a: 1, b: 007, tags: [x, \"t\"]}\npeople:\n  - {id: p, role: rep, mood: bad, shoe: {size: 44}}\nx_more: [1, {y: z}]   # theirs\n",
			want: "x_firm: {a: 2, b: 007, tags: [x, o, t]}\npeople:\n  - {id: p, role: rep, mood: good, shoe: {size: 44}}\nx_more: [1, {y: z}]   # theirs\n" +
				"\nunsettled:\n  - {field: p.mood, ours: good, theirs: bad, theirs_by: Iris Chen}\n",
			said: []string{"p.mood: both changed it; what Dana Ortiz wrote stays, what Iris Chen wrote is under unsettled"},
		},
		{
			name:   "what cannot be read is somebody's words, too",
			base:   "interviews:\n  - {id: i, person: p, minutes: 30}\n",
			ours:   "interviews:\n  - {id: i, person: p, minutes: about an hour}\naudits: none yet\n",
			theirs: "interviews:\n  - {id: i, person: p, minutes: half a day}\naudits:\n  - {id: a, kind: stage, subject: s}\n",
			want: "interviews:\n  - {id: i, person: p, minutes: about an hour}\naudits: none yet\n\nunsettled:\n" +
				"  - {field: i.minutes, ours: about an hour, theirs: half a day, theirs_by: Iris Chen}\n" +
				"  - {field: audits, ours: none yet, theirs: [{id: a, kind: stage, subject: s}], theirs_by: Iris Chen}\n",
			said: []string{
				"i.minutes: both changed it; what Dana Ortiz wrote stays, what Iris Chen wrote is under unsettled",
				"audits: both changed it; what Dana Ortiz wrote stays, what Iris Chen wrote is under unsettled",
			},
		},
		{
			name:   "notes by line",
			base:   "findings:\n  - id: f\n    note: |\n      one\n      two\n      three\n",
			ours:   "findings:\n  - id: f\n    note: |\n      one\n      two, really\n      three\n",
			theirs: "findings:\n  - id: f\n    note: |\n      zero\n      one\n      two\n      three\n      four\n",
			want:   "findings:\n  - id: f\n    note: |\n      zero\n      one\n      two, really\n      three\n      four\n",
		},
		{
			name:   "a line that both changed",
			base:   "findings:\n  - id: f\n    note: |\n      one\n      two\n      three\n",
			ours:   "findings:\n  - id: f\n    note: |\n      one\n      ! two, says Lena\n      three\n",
			theirs: "findings:\n  - id: f\n    note: |\n      one\n      ! two, says Marcus\n      three\n",
			want: "findings:\n  - id: f\n    note: |\n      one\n      — ours (Dana Ortiz):\n      ! two, says Lena\n      — theirs (Iris Chen):\n" +
				"      ! two, says Marcus\n      — both:\n      three\n",
			said: []string{"f.note: both changed the same lines; both stand there, one above the other"},
		},
		{
			name:   "two notes where there was none",
			base:   "findings:\n  - {id: f}\n",
			ours:   "findings:\n  - {id: f, note: mine}\n",
			theirs: "findings:\n  - {id: f, note: yours}\n",
			want:   "findings:\n  - {id: f, note: \"— ours (Dana Ortiz):\\nmine\\n— theirs (Iris Chen):\\nyours\"}\n",
			said:   []string{"f.note: both changed the same lines; both stand there, one above the other"},
		},
		{
			name:   "a note deleted by us, added to by them",
			base:   "findings:\n  - id: f\n    note: |\n      one\n      two\n",
			ours:   "findings:\n  - id: f\n",
			theirs: "findings:\n  - id: f\n    note: |\n      one\n      two and a half\n",
			want:   "findings:\n  - id: f\n    note: |\n      two and a half\n",
		},
		{
			name:   "unsettled fields: settled ones stay settled, all others stay",
			base:   "unsettled:\n  - {field: f.impact, ours: 1, theirs: 2}\n  - {field: f.ease, ours: 1, theirs: 2}\n",
			ours:   "unsettled:\n  - {field: f.ease, ours: 1, theirs: 2}\n  - {field: f.tag, ours: process, theirs: culture}\n",
			theirs: "unsettled:\n  - {field: f.impact, ours: 1, theirs: 2}\n  - {field: f.tag, ours: culture, theirs: process}\n",
			want:   "unsettled:\n  - {field: f.tag, ours: culture, theirs: process}\n  - {field: f.tag, ours: process, theirs: culture}\n",
		},
		{
			name:   "the plan as a whole deleted, one action changed",
			base:   "plan:\n  actions:\n    - {id: x-1, title: A}\n    - {id: x-2, title: B}\n",
			ours:   "",
			theirs: "plan:\n  actions:\n    - {id: x-1, title: A}\n    - {id: x-2, title: B, owner: p}\n",
			want:   "\nplan:\n  actions:\n    - {id: x-2, title: B, owner: p}\n",
			said:   []string{"x-2: Dana Ortiz deleted it, Iris Chen changed it; it stays"},
		},
		{
			name:   "a second rating deleted by them, changed by us",
			base:   "calls:\n  - {id: c, second: {by: I, checks: [{check: a, result: partly}]}}\n",
			ours:   "calls:\n  - {id: c, second: {by: I, checks: [{check: a, result: na}]}}\n",
			theirs: "calls:\n  - {id: c, title: T}\n",
			want:   "calls:\n  - {id: c, title: T, second: {by: I, checks: [{check: a, result: na}]}}\n",
			said:   []string{"c.second: Iris Chen deleted it, Dana Ortiz changed it; it stays"},
		},
		{
			name:   "each deletes what the other left of a text: its key stays",
			base:   "readout: {sections: {a: \"one\\ntwo\\n\", b: x}}\n",
			ours:   "readout: {sections: {a: \"one\\n\", b: x}}\n",
			theirs: "readout: {sections: {a: \"two\\n\", b: x}}\n",
			want:   "readout: {sections: {a: \"\", b: x}}\n",
		},
		{
			name:   "comments of both",
			base:   "people:\n  - {id: p-1, role: rep}\n  - {id: p-2, role: rep}\nstages:\n  - {id: s}\n",
			ours:   "people:\n  # ours\n  - {id: p-1, role: rep, name: A}   # A!\n  - {id: p-2, role: rep}\nstages:\n  - {id: s}\n",
			theirs: "people:\n  - {id: p-1, role: rep, team: T}\n  - {id: p-2, role: rep}\nstages:\n  # theirs\n  - {id: s}\n",
			want:   "people:\n  # ours\n  - {id: p-1, role: rep, name: A, team: T}   # A!\n  - {id: p-2, role: rep}\nstages:\n  # theirs\n  - {id: s}\n",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, report, err := merge.Documents(parse(t, head+c.base), parse(t, head+c.ours), parse(t, head+c.theirs), names)
			if err != nil {
				t.Fatal(err)
			}
			if string(got.Bytes()) != head+c.want {
				t.Errorf("got\n%swant\n%s", got.Bytes(), head+c.want)
			}
			if said, want := strings.Join(report.Lines(), "\n"), strings.Join(c.said, "\n"); said != want {
				t.Errorf("said\n%s\nwant\n%s", said, want)
			}
		})
	}
}
