package erase_test

import (
	"encoding/json"
	"flag"
	"fmt"
	"maps"
	"math"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/check"
	"github.com/gapbook/gapbook/model/erase"
	"github.com/gapbook/gapbook/model/exact"
	"github.com/gapbook/gapbook/model/names"
	"github.com/gapbook/gapbook/model/playbook"
	"pgregory.net/rapid"
)

// Whoever is taken out of whichever sample: no text of the file holds their name or what was noted of them, nothing else
// changed, and the file is in order.
func TestAnyoneCanGoFromTheSamples(t *testing.T) {
	files, _ := filepath.Glob("../../engagements/*.yaml")
	pb, _, err := playbook.Load("", "")
	if err != nil || len(files) != 3 {
		t.Fatal(err, files)
	}
	var sources []string
	for _, f := range files {
		src, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		sources = append(sources, string(src))
	}
	runs, most := 0, 25 // each takes a second under the race detector; -rapid.checks=200 sees everyone
	if f := flag.Lookup("rapid.checks"); f != nil && f.Value.String() != f.DefValue {
		most = math.MaxInt
	}
	rapid.Check(t, func(t *rapid.T) {
		if runs++; runs > most {
			return
		}
		src := sources[rapid.IntRange(0, len(sources)-1).Draw(t, "file")]
		ratings := rapid.Bool().Draw(t, "ratings")
		_, e := parse(t, src)
		p := e.People[rapid.IntRange(0, len(e.People)-1).Draw(t, "person")]
		// Their name and a line of theirs are put where nobody would look.
		line := "nothing was noted about this person at all"
		if notes := notesOf(e, p.ID); len(notes) > 0 {
			lines := strings.Split(notes[rapid.IntRange(0, len(notes)-1).Draw(t, "note")], "\n")
			line = lines[rapid.IntRange(0, len(lines)-1).Draw(t, "line")]
		}
		quoted, err := json.Marshal(p.Name + " said " + line + " to us")
		if err != nil {
			t.Fatal(err)
		}
		src += fmt.Sprintf("x_mine: {said: [%s], %q: 1}   # %s: %s\n# after %s\n", quoted, p.Name, p.Name, line, strings.ToUpper(p.Name))
		doc, e := parse(t, src)
		who := target(t, e, p.ID)
		next, report, err := erase.File(doc, who, erase.Options{Ratings: ratings})
		if err != nil {
			t.Fatal(err)
		}
		if len(report.Left) > 0 {
			t.Fatalf("left: %q", report.Left)
		}
		out := string(next.Bytes())
		if strings.Contains(strings.ToLower(out), strings.ToLower(p.Name)) {
			t.Fatalf("%s is still named", p.Name)
		}
		for _, w := range names.Words(p.Name) {
			if slices.Contains(names.Words(out), w) && !named(e, p, w) {
				t.Fatalf("%s is still there", w)
			}
		}
		after, problems := check.Read(next, pb)
		if bad := check.Errors(problems); len(bad) > 0 {
			t.Fatalf("problems: %v", bad)
		}
		sameRest(t, e, after, who, ratings)
		nothingElse(t, doc, next, e, p.ID, who, report)
		noWords(t, e, next, p.ID)
	})
}

// noWords checks that nothing a person was noted to say is found in what was made of the notes.
func noWords(t *rapid.T, e *model.Engagement, next *exact.Document, id string) {
	var made strings.Builder
	see := func(s string) { made.WriteString(strings.Join(names.Words(names.Fold(s)), " ") + " | ") }
	_, err := next.Rewrite(exact.Words{
		Value: func(path []any, s string) string {
			if path[0] != "interviews" && path[0] != "calls" && path[0] != "lines" {
				see(s)
			}
			return s
		},
		Comment: func(_ int, s string) string { see(s); return s },
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, note := range notesOf(e, id) {
		for l := range strings.SplitSeq(note, "\n") {
			n := model.ParseLine(l)
			words := names.Words(names.Fold(n.Text))
			long := len(words) >= 6 && n.Mark != model.GapLine && n.Mark != model.FollowUp
			if (long || n.Mark == model.Quote && len(words) >= 3) && strings.Contains(made.String(), strings.Join(words, " ")) {
				t.Fatalf("what they said is still there: %s", l)
			}
		}
	}
}

func notesOf(e *model.Engagement, id string) (out []string) {
	for _, iv := range e.Interviews {
		for _, a := range append(iv.Answers, model.Answer{Note: iv.Note}) {
			if iv.Person == id && a.Note != "" {
				out = append(out, a.Note)
			}
		}
	}
	for _, r := range e.Coaching {
		if r.Rep == id && r.Reflect != "" {
			out = append(out, r.Reflect)
		}
	}
	return out
}

// nothingElse compares all texts, comments and keys of the two files: what is gone must be the person's own or a text that
// the report names, what is new must be one that the report names or an id.
func nothingElse(t *rapid.T, doc, next *exact.Document, e *model.Engagement, id string, who *erase.Target, report erase.Report) {
	balance := map[string]int{}
	count := func(d *exact.Document, by int) {
		see := func(s string) { balance[s] += by }
		if _, err := d.Rewrite(exact.Words{
			Value:   func(_ []any, s string) string { see(s); return s },
			Key:     func(_ []any, s string) string { see(s); return s },
			Comment: func(_ int, s string) string { see(s); return s },
		}); err != nil {
			t.Fatal(err)
		}
	}
	count(doc, 1)
	count(next, -1)
	for _, c := range slices.Concat(report.Copies, report.Mentions) {
		balance[c.Before]--
		balance[c.After]++
	}
	own := e.Person(id)
	may := append(notesOf(e, id), own.Name, own.Title, own.Team, "name", "title", "team", "note", "reflect", "rating", "skipped", "na", "in", "text", "finding", "dismissed", "done", "lines")
	for _, l := range e.Lines {
		if iv := e.Interview(model.ParseRef(l.In).Record); iv != nil && iv.Person == id {
			may = append(may, l.In, l.Text, l.Finding, string(l.Done))
		}
	}
	comments := report.Comments
	for s, n := range balance {
		switch {
		case n > 0 && strings.HasPrefix(s, "#") && comments > 0:
			comments -= n
		case n > 0 && (slices.Contains(may, s) || asID(who, s) != s):
		case n < 0 && slices.ContainsFunc(slices.Collect(maps.Values(who.IDs)), func(id string) bool { return strings.HasPrefix(s, id) }):
		case n != 0:
			t.Fatalf("%+d of %q", -n, s)
		}
	}
	if comments < 0 {
		t.Fatal("more comments are gone than are said")
	}
}

func asID(who *erase.Target, s string) string {
	if at := strings.IndexAny(s, "/@."); at >= 0 && who.IDs[s[:at]] != "" {
		return who.IDs[s[:at]] + s[at:]
	}
	if n := who.IDs[s]; n != "" {
		return n
	}
	return s
}

// named says whether a word is part of somebody else's name.
func named(e *model.Engagement, p model.Person, word string) bool {
	return slices.ContainsFunc(e.People, func(x model.Person) bool { return x.ID != p.ID && slices.Contains(names.Words(x.Name), word) })
}

// sameRest compares all numbers, dates, ids and links: only what was to go may differ.
func sameRest(t *rapid.T, was, is *model.Engagement, who *erase.Target, ratings bool) {
	if len(was.Interviews) != len(is.Interviews) || len(was.Findings) != len(is.Findings) || len(was.Calls) != len(is.Calls) ||
		len(was.People) != len(is.People) || len(was.Actions()) != len(is.Actions()) {
		t.Fatal("a record is gone")
	}
	for i, p := range is.People {
		if was.People[i].ID == who.ID {
			if p.Name+p.Title+p.Team != "" || p.Role != was.People[i].Role {
				t.Fatalf("left of the person: %+v", p)
			}
		} else if !reflect.DeepEqual(p, was.People[i]) {
			t.Fatalf("another person changed: %+v", p)
		}
	}
	for i, iv := range is.Interviews {
		old := was.Interviews[i]
		mine := old.Person == who.ID
		if len(iv.Answers) != len(old.Answers) || iv.Date != old.Date || mine && iv.Note != "" {
			t.Fatalf("interview %s is not what it was", old.ID)
		}
		for j, a := range iv.Answers {
			switch {
			case mine && a.Note != "":
				t.Fatalf("a note of %s is still there", old.ID)
			case mine && ratings && a.Rating != nil:
				t.Fatalf("a rating of %s is still there", old.ID)
			case !(mine && ratings) && !reflect.DeepEqual(a.Rating, old.Answers[j].Rating):
				t.Fatalf("a rating of %s changed", old.ID)
			}
		}
	}
	if !reflect.DeepEqual(was.Weeks, is.Weeks) && len(was.Weeks) != len(is.Weeks) || !reflect.DeepEqual(was.Targets, is.Targets) {
		t.Fatal("numbers changed")
	}
}
