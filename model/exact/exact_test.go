package exact_test

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/exact"
	"pgregory.net/rapid"
)

// awkward is a file as a person might leave it: comments, odd quoting, unknown keys, every style of scalar.
const awkward = `# Northwind, spring
gapbook: 1   # format
client: {name: "Northwind: Analytics", segment: 01067, crm_system: Salesforce}   # unknown key inside

x_firm: {partner: 'D. Ortiz', tags: [a, "b # c"]}   # our own key
people:
  # leaders
  - {id: p-vp, name: 'Lena ''L'' Hart', role: leader}   # since 2019
  - id: p-r1   # the quiet one
    name: >-
      Marcus
      Webb
    role: rep
    # his team
    team: "East\tCoast"
    shoe_size: 44

  - {id: p-m1, role: manager,
     name: Iris}
stages:
- id: discovery
  exit_criteria:
  - "Economic buyer named"   # by the book
  - Mutual next step
- {id: proposal, target_conversion: 0.50}

interviews:
  - id: i-1
    person: p-r1
    answers:
      - question: rep-next-step
        rating: 1   # low
        note: |   # as typed
          > we just push the date
          # not a comment

          ! next steps live in heads
        mood: tired
      - {ask: "Own: question", rating: 0x2, note: "a\nb"}
    note: plain
      over two lines
    # the end of it
findings:
  - id: f-1
    evidence: [i-1/rep-next-step,
      "c-1@34:10"]   # two
    note:
      "folded
      # still text"
# the tail
`

func decode(t interface{ Fatalf(string, ...any) }, doc *exact.Document) *model.Engagement {
	var e model.Engagement
	doc.Decode(&e)
	return &e
}

func parse(t interface{ Fatalf(string, ...any) }, src string) *exact.Document {
	doc, err := exact.Parse([]byte(src))
	if err != nil {
		t.Fatalf("parse: %v", err)
	}
	return doc
}

func TestDecodeKeepsTextToTheLetter(t *testing.T) {
	e := decode(t, parse(t, awkward))
	for _, c := range []struct{ got, want string }{
		{e.Client.Segment, "01067"},
		{e.People[0].Name, "Lena 'L' Hart"},
		{e.People[1].Name, "Marcus Webb"},
		{e.People[1].Team, "East\tCoast"},
		{e.Interviews[0].Answers[0].Note, "> we just push the date\n# not a comment\n\n! next steps live in heads\n"},
		{e.Interviews[0].Answers[1].Note, "a\nb"},
		{e.Interviews[0].Note, "plain over two lines"},
		{e.Findings[0].Note, "folded # still text"},
		{e.Findings[0].Evidence[1], "c-1@34:10"},
	} {
		if c.got != c.want {
			t.Errorf("got %q, want %q", c.got, c.want)
		}
	}
	if r := e.Interviews[0].Answers[1].Rating; r == nil || *r != 2 {
		t.Errorf("rating 0x2 read as %v", r)
	}
}

// Each edit must change the lines it names and no other.
func TestUpdateTouchesOnlyWhatChanged(t *testing.T) {
	three := 3
	half := 0.6
	for _, c := range []struct {
		name string
		edit func(*model.Engagement)
		diff string // lines gone (-) and come (+)
	}{
		{"nothing", func(e *model.Engagement) {}, ""},
		{
			"a rating beside a comment", func(e *model.Engagement) { e.Interviews[0].Answers[0].Rating = &three },
			"-        rating: 1   # low\n+        rating: 3   # low\n",
		},
		{"a word in a note", func(e *model.Engagement) {
			a := &e.Interviews[0].Answers[0]
			a.Note = strings.Replace(a.Note, "push", "move", 1)
		}, "-          > we just push the date\n+          > we just move the date\n"},
		{
			"a note that is no longer a block", func(e *model.Engagement) { e.Interviews[0].Answers[0].Note = "short" },
			"-        note: |   # as typed\n-          > we just push the date\n-          # not a comment\n-\n-          ! next steps live in heads\n+        note: short   # as typed\n",
		},
		{
			"a value in a one-line record", func(e *model.Engagement) { e.People[0].Title = "VP, Sales" },
			"-  - {id: p-vp, name: 'Lena ''L'' Hart', role: leader}   # since 2019\n+  - {id: p-vp, name: 'Lena ''L'' Hart', role: leader, title: \"VP, Sales\"}   # since 2019\n",
		},
		{"a key gone", func(e *model.Engagement) { e.People[1].Team = "" }, "-    team: \"East\\tCoast\"\n"},
		{
			"a record gone", func(e *model.Engagement) { e.People = e.People[:2] },
			"-  - {id: p-m1, role: manager,\n-     name: Iris}\n",
		},
		{"a record come", func(e *model.Engagement) {
			e.Stages = append(e.Stages, model.Stage{ID: "close", TargetConversion: &half})
		}, "+- {id: close, target_conversion: 0.6}\n"},
		{"a section come", func(e *model.Engagement) {
			e.Plan = &model.Plan{Actions: []model.Action{{ID: "x-1", Title: "Do: it"}}}
		}, "+\n+plan:\n+  actions:\n+    - {id: x-1, title: \"Do: it\"}\n"},
		{
			"a criterion", func(e *model.Engagement) { e.Stages[0].ExitCriteria[1] = "Budget seen" },
			"-  - Mutual next step\n+  - Budget seen\n",
		},
		{
			"two records swapped", func(e *model.Engagement) { e.Stages[0], e.Stages[1] = e.Stages[1], e.Stages[0] },
			"+- {id: proposal, target_conversion: 0.50}\n-- {id: proposal, target_conversion: 0.50}\n",
		},
		{
			"a quoted text over two lines", func(e *model.Engagement) { e.Findings[0].Note = "x\ny" },
			"-    note:\n-      \"folded\n-      # still text\"\n+    note: |-\n+      x\n+      y\n",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			doc := parse(t, awkward)
			e := decode(t, doc)
			c.edit(e)
			next, err := doc.Update(e)
			if err != nil {
				t.Fatal(err)
			}
			if got := diff(awkward, string(next.Bytes())); got != c.diff {
				t.Errorf("diff:\n%swant:\n%s", got, c.diff)
			}
		})
	}
}

// diff lists the lines that differ, by longest common subsequence.
func diff(a, b string) string {
	x, y := strings.Split(a, "\n"), strings.Split(b, "\n")
	l := make([][]int, len(x)+1)
	for i := range l {
		l[i] = make([]int, len(y)+1)
	}
	for i := len(x) - 1; i >= 0; i-- {
		for j := len(y) - 1; j >= 0; j-- {
			if x[i] == y[j] {
				l[i][j] = l[i+1][j+1] + 1
			} else {
				l[i][j] = max(l[i+1][j], l[i][j+1])
			}
		}
	}
	var out strings.Builder
	for i, j := 0, 0; i < len(x) || j < len(y); {
		switch {
		case i < len(x) && j < len(y) && x[i] == y[j]:
			i, j = i+1, j+1
		case i < len(x) && (j == len(y) || l[i+1][j] >= l[i][j+1]):
			out.WriteString("-" + x[i] + "\n")
			i++
		default:
			out.WriteString("+" + y[j] + "\n")
			j++
		}
	}
	return out.String()
}

func TestLineEndsAndByteOrderMarkStay(t *testing.T) {
	crlf := "\ufeff" + strings.ReplaceAll(awkward, "\n", "\r\n")
	doc := parse(t, crlf)
	e := decode(t, doc)
	e.People[0].Name = "Lena"
	e.Interviews[0].Note = "one\ntwo\n"
	next, err := doc.Update(e)
	if err != nil {
		t.Fatal(err)
	}
	got := string(next.Bytes())
	if !strings.HasPrefix(got, "\ufeffgapbook") && !strings.HasPrefix(got, "\ufeff# North") {
		t.Errorf("byte order mark lost")
	}
	if n := strings.Count(got, "\n"); n != strings.Count(got, "\r\n") {
		t.Errorf("%d line ends, %d of them CRLF", n, strings.Count(got, "\r\n"))
	}
	if back := decode(t, next); back.Interviews[0].Note != "one\ntwo\n" {
		t.Errorf("note came back as %q", back.Interviews[0].Note)
	}
}

func TestEveryTextSurvives(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.OneOf(rapid.String(), hostile()).Draw(t, "text")
		e := &model.Engagement{
			Gapbook: 1, Client: model.Client{Name: text},
			People:     []model.Person{{ID: "p", Role: "rep", Name: text}},
			Stages:     []model.Stage{{ID: "s", ExitCriteria: []string{text, "x", text}}},
			Interviews: []model.Interview{{ID: "i", Person: "p", Answers: []model.Answer{{Question: "q", Note: text}, {Ask: text, Practice: "x"}}, Note: text}},
			Readout:    &model.Readout{Sections: map[string]string{"a": text, "k" + text: "b"}},
			Unsettled:  []model.Unsettled{{Field: text, Ours: text}},
		}
		src := exact.Marshal(e)
		doc, err := exact.Parse(src)
		if err != nil {
			t.Fatalf("%v\n%s", err, src)
		}
		if got := decode(t, doc); !same(got, e) {
			t.Fatalf("%q did not survive:\n%s", text, src)
		}
	})
}

// hostile draws texts from the pieces that YAML writers stumble over.
func hostile() *rapid.Generator[string] {
	pieces := []string{
		"\n", " ", "\t", "\r", "#", ": ", "- ", "? ", "|", ">", "\"", "'", "\\", "a", "é", "日本", "e\u0301", "\u202e", "\x00", "\x1b[31m",
		"\u2028", "\ufeff", "{", "}", "[", "]", ",", "&a", "*a", "!!str", "%", "@", "`", "---", "...", "null", "~", "1.50", "0x1f", ".inf", "true", "no",
		"<<", "👩‍👩‍👧", "\u00a0", "word", "=", "\u0085",
	}
	return rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 12).Draw(t, "pieces"), "")
	})
}

func same(a, b *model.Engagement) bool {
	return exact.Equal(reflect.ValueOf(a).Elem(), reflect.ValueOf(b).Elem())
}

// Any run of edits on a commented file gives a file that reads back as meant, with every comment and unknown key that
// was not inside what was deleted or replaced.
func TestRandomEditsReadBack(t *testing.T) {
	keep := []string{"# Northwind, spring", "# format", "# unknown key inside", "# our own key", "crm_system: Salesforce", "partner: 'D. Ortiz'", "# the tail", `"b # c"`}
	rapid.Check(t, func(t *rapid.T) {
		src := awkward
		if rapid.Bool().Draw(t, "crlf") {
			src = strings.ReplaceAll(src, "\n", "\r\n")
		}
		doc := parse(t, src)
		for range rapid.IntRange(1, 6).Draw(t, "steps") {
			e := decode(t, doc)
			for range rapid.IntRange(1, 3).Draw(t, "edits") {
				mutate(t, e)
			}
			next, err := doc.Update(e)
			if err != nil {
				t.Fatalf("%v\n%s", err, doc.Bytes())
			}
			if got := decode(t, next); !same(got, e) {
				t.Fatalf("read back differently:\n%s\n-- from --\n%s", next.Bytes(), doc.Bytes())
			}
			doc = next
		}
		for _, k := range keep {
			if !strings.Contains(string(doc.Bytes()), k) {
				t.Fatalf("lost %q:\n%s", k, doc.Bytes())
			}
		}
		again, err := doc.Update(decode(t, doc))
		if err != nil || string(again.Bytes()) != string(doc.Bytes()) {
			t.Fatalf("an update without a change changed the bytes")
		}
	})
}

// mutate changes one thing somewhere, as the app might.
func mutate(t *rapid.T, e *model.Engagement) {
	text := rapid.OneOf(rapid.Just(""), rapid.SampledFrom([]string{"x", "two\nlines\n", "a: b", "# c"}), hostile()).Draw(t, "new text")
	n := rapid.IntRange(0, 4).Draw(t, "number")
	id := rapid.StringMatching(`[a-z]{3}`).Draw(t, "id")
	at := func(n int) int { return rapid.IntRange(0, n-1).Draw(t, "at") }
	switch rapid.IntRange(0, 15).Draw(t, "kind") {
	case 0:
		e.Client.Segment = text
	case 1:
		e.Title = text
	case 2:
		if len(e.People) > 0 {
			e.People[at(len(e.People))].Name = text
		}
	case 3:
		if len(e.People) > 0 {
			p := &e.People[at(len(e.People))]
			p.Team, p.Title = text, text+"!"
		}
	case 4:
		e.People = append(e.People, model.Person{ID: "p-" + id, Role: "rep", Name: text})
	case 5:
		if len(e.People) > 1 {
			i := at(len(e.People))
			e.People = append(e.People[:i:i], e.People[i+1:]...)
		}
	case 6:
		if len(e.People) > 1 {
			i, j := at(len(e.People)), at(len(e.People))
			e.People[i], e.People[j] = e.People[j], e.People[i]
		}
	case 7:
		e.Interviews[0].Note = text
	case 8:
		if a := e.Interviews[0].Answers; len(a) > 0 {
			i := at(len(a))
			a[i].Note, a[i].Rating = text, &n
			if text == "" {
				a[i].Rating = nil
			}
		}
	case 9:
		e.Interviews[0].Answers = append(e.Interviews[0].Answers, model.Answer{Question: id, Note: text, Rating: &n})
	case 10:
		e.Stages[0].ExitCriteria = append([]string{text}, e.Stages[0].ExitCriteria...)
	case 11:
		if c := e.Stages[0].ExitCriteria; len(c) > 0 {
			i := at(len(c))
			e.Stages[0].ExitCriteria = append(c[:i:i], c[i+1:]...)
		}
	case 12:
		e.Findings[0].Evidence = append(e.Findings[0].Evidence, text)
		e.Findings[0].Note = text
	case 13:
		if e.Targets == nil {
			e.Targets = map[string]float64{}
		}
		e.Targets[id] = float64(n) / 3
	case 14:
		e.Plan = &model.Plan{Actions: []model.Action{{ID: "x-" + id, Title: text, Findings: []string{"f-1"}, Metric: &model.Metric{Name: text}}}}
	case 15:
		e.Findings = append([]model.Finding{{ID: "f-" + id, Title: text, Impact: &n}}, e.Findings...)
		if n == 0 {
			e.Lines = append(e.Lines, model.Line{In: "i-1", Text: text}, model.Line{In: "i-1", Text: text + "2"})
		}
	}
}

func TestProblemsAreAllReportedWithTheirPlace(t *testing.T) {
	src := `gapbook: 1
client: {segment: x}
people:
  - {id: p-1, role: boss}
  - {name: Ann, role: rep, hobby: golf}
audits: none
interviews:
  - id: i-1
    person: p-1
    date: 2026-13-45
    minutes: 4.5
    answers:
      - {question: q, rating: high, na: 1}
      -
calls:
  - {id: c-1, length: "38:99"}
`
	var e model.Engagement
	var got []string
	for _, p := range parse(t, src).Decode(&e) {
		got = append(got, fmt.Sprintf("%d:%d %s", p.Line, p.Col, p.Message))
	}
	want := []string{
		`2:9 client needs a name`,
		`4:21 role should be one of leader, manager, rep, marketing, delivery, ops, not "boss"`,
		`5:28 unknown key "hobby" in an entry of people; it is kept as it is`,
		`5:5 an entry of people needs an id`,
		`6:9 audits should be a list`,
		`10:11 date should be a date like 2026-03-31, not "2026-13-45"`,
		`11:14 minutes should be a whole number, not "4.5"`,
		`13:31 rating should be a whole number, not "high"`,
		`13:41 na should be true or false, not "1"`,
		`14:8 an empty entry in answers`,
		`16:23 length should be a position like 12:41 or 1:02:41, not "38:99"`,
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if len(e.Interviews) != 1 || e.Interviews[0].Date != "2026-13-45" || e.Interviews[0].Answers[0].Rating != nil {
		t.Errorf("what could be read was not: %+v", e.Interviews)
	}
}

func TestHopelessFilesAreRefused(t *testing.T) {
	for name, c := range map[string]struct{ src, want string }{
		"invalid UTF-8":   {"a: 1\nb: é\xff\n", "2:5: not valid UTF-8"},
		"binary":          {"a\x00b", "1:2: a control character"},
		"brackets":        {strings.Repeat("[", 20000), "1:65: brackets nested"},
		"braces":          {strings.Repeat("{a: ", 20000), "brackets nested"},
		"dashes":          {strings.Repeat("- ", 20000), "lists nested"},
		"an alias":        {"a: &x [1]\nb: *x\n", "1:4: an anchor"},
		"a merge":         {"a: {<<: {b: 1}}\n", "a merge key"},
		"duplicate keys":  {"a: 1\na: 2\n", "2:1: not YAML"},
		"two documents":   {"a: 1\n---\nb: 1\n", "3:1: a second document"},
		"an open quote":   {"a: \"x\n", "not YAML"},
		"a tag directive": {"%TAG !! /\n---\n!\n", ""},
		"blank lines":     {"a: |\n  x\n" + strings.Repeat("\n", 100000), "empty lines in a row"},
		"tabs":            {"a: \"" + strings.Repeat("\t", 100000) + "\"", "tabs on one line"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := exact.Parse([]byte(c.src))
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want %q", err, c.want)
			}
		})
	}
}

func FuzzParseUpdate(f *testing.F) {
	f.Add([]byte(awkward), "x")
	f.Add([]byte("gapbook: 1\nclient: {name: x}\n"), "two\nlines")
	f.Fuzz(func(t *testing.T, src []byte, text string) {
		doc, err := exact.Parse(src)
		if err != nil {
			return
		}
		var e model.Engagement
		doc.Decode(&e)
		same1, err := doc.Update(&e)
		if err == nil && !doc.Empty() && string(same1.Bytes()) != string(src) {
			t.Fatalf("an update without a change changed the bytes")
		}
		e.Title = strings.ToValidUTF8(text, "")
		e.People = append(e.People, model.Person{ID: "p-new", Name: e.Title})
		next, err := doc.Update(&e)
		if err != nil {
			return // refused; nothing is written
		}
		var back model.Engagement
		next.Decode(&back)
		if !same(&back, &e) {
			t.Fatalf("read back differently:\n%s", next.Bytes())
		}
	})
}
