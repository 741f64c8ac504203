package transcript_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/playbook"
	"github.com/gapbook/gapbook/model/transcript"
)

func parse(t testing.TB, src string) *transcript.Transcript {
	t.Helper()
	got, err := transcript.Parse([]byte(src))
	if err != nil {
		t.Fatal(err)
	}
	return got
}

// The times are in seconds and few, so that every number below can be had with a pencil.
const call = `WEBVTT

00:00:00.000 --> 00:00:10.000
Webb, Marcus: Hello? Can you hear me?

00:00:12.000 --> 00:00:20.000
Webb, Marcus: So we do this. And "that?" too.

00:00:18.000 --> 00:00:24.000
Webb, Marcus: And more of it, see https://x.example/?q=1.

00:00:23.000 --> 00:00:25.000
Ana: It is far too

00:00:25.000 --> 00:00:28.000
Ana: Expensive, and the board says no. What?!

00:00:32.000 --> 00:00:35.000
Ana: That is tóo much??? Really

00:00:40.000 --> 00:00:41.000
Our price is too expensive, says nobody.
`

func engagement() (*model.Engagement, *model.Call) {
	e := &model.Engagement{
		People: []model.Person{{ID: "p-1", Name: "Marcus Webb", Role: model.Rep}, {ID: "p-2", Name: "Anna Müller", Role: model.Manager}},
		Calls:  []model.Call{{ID: "c-1", Rep: "p-1"}},
	}
	return e, &e.Calls[0]
}

func TestStatistics(t *testing.T) {
	tr := parse(t, call)
	e, c := engagement()
	cast := transcript.Cast(e, c, tr)
	s := transcript.Measure(tr, cast)
	var got []string
	for _, x := range s.Speakers {
		got = append(got, fmt.Sprintf("%s %d ms %d turns %d questions %v", x.Name, x.Talk, x.Turns, x.Questions, x.Voice.Rep))
	}
	want := []string{
		"Webb, Marcus 22000 ms 1 turns 3 questions true", // 10 + 8 + 6, of which 2 were counted
		"Ana 8000 ms 1 turns 2 questions false",
		" 1000 ms 1 turns 0 questions false",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if r := s.RepShare(); r == nil || r.Talk != 22000 || r.Of != 31000 {
		t.Errorf("the rep has %v", r)
	}
	if m := *s.Longest; m.Speaker != "Webb, Marcus" || m.Start != 0 || m.End != 24000 || m.Cue != 0 {
		t.Errorf("longest %+v", m) // the pause of 2 s does not end it
	}
	if m := s.LongestBy["Ana"]; m.Start != 23000 || m.End != 28000 {
		t.Errorf("longest of Ana %+v", m) // the pause of 4 s does
	}
	if s.Questions(transcript.Seller) != 3 || s.Questions(transcript.Buyer) != 0 || s.Questions("") != 2 || s.SideShare(transcript.Buyer) != nil {
		t.Error("questions by side")
	}
	c.Speakers = map[string]string{"Ana": "buyer", "Webb, Marcus": "p-2"}
	s = transcript.Measure(tr, transcript.Cast(e, c, tr))
	if s.RepShare() != nil || s.Questions(transcript.Buyer) != 2 || s.SideShare(transcript.Buyer).Talk != 8000 {
		t.Error("what the call says of its speakers comes first")
	}
}

func TestWithoutTimesSharesAreOfWords(t *testing.T) {
	s := transcript.Measure(parse(t, "Ana: one two three\nBen: four\nBen: five six\nAna: seven eight\n"), nil)
	if s.Timed || s.Talk != 8 || s.Speakers[0].Talk != 5 || s.Longest.Words != 3 || s.Longest.Speaker != "Ana" || s.RepShare() != nil || s.Punctuated {
		t.Errorf("%+v", s)
	}
}

func TestWhoIsWho(t *testing.T) {
	e, c := engagement()
	for speaker, want := range map[string]transcript.Voice{
		"MARCUS WEBB (Acme)": {Person: "p-1", Side: transcript.Seller, Rep: true},
		"Webb, Marcus":       {Person: "p-1", Side: transcript.Seller, Rep: true},
		"Marcus":             {Person: "p-1", Side: transcript.Seller, Rep: true},
		"Anna Muller | Acme": {Person: "p-2", Side: transcript.Seller},
		"Anna":               {},
		"Speaker 1":          {},
	} {
		tr := &transcript.Transcript{Speakers: []string{speaker}}
		if got := transcript.Cast(e, c, tr)[speaker]; got != want {
			t.Errorf("%s is %+v, want %+v", speaker, got, want)
		}
	}
	two := transcript.Cast(e, c, &transcript.Transcript{Speakers: []string{"Marcus", "Webb"}})
	if two["Marcus"].Rep || two["Webb"].Rep {
		t.Error("two speakers with a part of the name: nobody can say which is meant")
	}
}

func TestSuggestedObjections(t *testing.T) {
	tr := parse(t, call)
	e, c := engagement()
	themes := []playbook.Theme{{ID: "price", Words: []string{"too expensive", "too much", "pens"}}, {ID: "authority", Words: []string{"the board"}}, {ID: "trust", Words: []string{"hear me"}}}
	cast := transcript.Cast(e, c, tr)
	list := transcript.Suggest(tr, themes, cast)
	var got []string
	for _, s := range list {
		got = append(got, fmt.Sprintf("%s %d %q", s.Theme, s.Hit.Cue, tr.Cues[s.Hit.Cue].Text[s.Hit.From:s.Hit.To]))
	}
	want := []string{`price 3 "too"`, `authority 4 "the board"`, `price 5 "tóo much"`, `price 6 "too expensive"`}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if o := list[1].Objection(); o.Theme != "authority" || o.At != "00:25" || o.Speaker != tr.Cues[list[1].Hit.Cue].Speaker || o.Quote != "Expensive, and the board says no." {
		t.Errorf("%+v", o)
	}
	on := &model.Call{Objections: []model.Objection{{Theme: "price", At: "00:27"}, {Theme: "authority", At: "01:00"}}}
	if left := transcript.Pending(list, on); len(left) != 3 {
		t.Errorf("%v", left)
	}
	on.RuledOut = []string{"authority@00:25"}
	if left := transcript.Pending(list, on); len(left) != 2 || left[0].Theme != "price" {
		t.Errorf("what was ruled out is suggested again: %v", left)
	}
}

// Without times a confirmed suggestion is known by its words, and a theme is ruled out for the whole call.
func TestSuggestionsWithoutTimes(t *testing.T) {
	tr := parse(t, "Ana: It is too expensive.\nJosh: I see.\nAna: And again, too expensive by half.\n")
	list := transcript.Suggest(tr, []playbook.Theme{{ID: "price", Words: []string{"too expensive"}}}, nil)
	if len(list) != 2 || list[0].At != "" || list[0].Mark() != "price" {
		t.Fatalf("%+v", list)
	}
	if left := transcript.Pending(list, &model.Call{Objections: []model.Objection{list[0].Objection()}}); len(left) != 1 || left[0].Quote != list[1].Quote {
		t.Errorf("%+v", left)
	}
	if left := transcript.Pending(list, &model.Call{RuledOut: []string{"price"}}); len(left) != 0 {
		t.Errorf("%+v", left)
	}
}

func TestSentence(t *testing.T) {
	const text = `We pay 1.5 million. Is it "too much?" I think so! acme.com says no`
	for words, want := range map[string]string{
		"pay": "We pay 1.5 million.", "5": "We pay 1.5 million.", "much": `Is it "too much?`, "think": "I think so!", "com": "acme.com says no",
		"million. Is": `We pay 1.5 million. Is it "too much?`, text: text,
	} {
		at := strings.Index(text, words)
		if got := transcript.Sentence(text, at, at+len(words)); got != want {
			t.Errorf("%q: %q, want %q", words, got, want)
		}
	}
}

func TestWhatWasSaidAtATime(t *testing.T) {
	tr := parse(t, call)
	for ms, want := range map[int]string{0: "0 true", 11000: "0 false", 12000: "1 true", 18500: "2 true", 23500: "3 true", 99999: "6 false"} {
		i, during := tr.At(ms)
		if got := fmt.Sprint(i, " ", during); got != want {
			t.Errorf("at %d: %s, want %s", ms, got, want)
		}
	}
	late := parse(t, strings.ReplaceAll(call, "00:00:00.000", "00:00:05.000"))
	if i, during := late.At(4999); i != -1 || during {
		t.Error("nothing is said before the first cue")
	}
}

func TestSearchFoldsCaseAndAccents(t *testing.T) {
	tr := parse(t, "Ana: Die Größe — GROESSE — gro\u0308ße.\u00a0Straße, don’t\nBen: grosse große\n")
	x := transcript.NewIndex(tr)
	for query, want := range map[string][]string{
		"GRÖSSE":     {"Größe", "gro\u0308ße", "grosse", "große"},
		"grosse.":    {"gro\u0308ße."},
		"o":          {"ö", "O", "o\u0308", "o", "o", "o"},
		". strasse":  {".\u00a0Straße"},
		"don't":      {"don’t"},
		"e":          {"e", "e", "E", "E", "e", "e", "e", "e"},
		"nothing of": nil, "  ": nil,
	} {
		var got []string
		for _, h := range x.Search(query) {
			got = append(got, tr.Cues[h.Cue].Text[h.From:h.To])
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q finds %q, want %q", query, got, want)
		}
	}
}

// tenHours is what a machine makes of ten hours of talk.
func tenHours() string {
	var b strings.Builder
	b.WriteString("WEBVTT\n\n")
	for i := range 12000 {
		at := time.Duration(i) * 3 * time.Second
		clock := func(d time.Duration) string {
			return fmt.Sprintf("%02d:%02d:%02d.%03d", int(d.Hours()), int(d.Minutes())%60, int(d.Seconds())%60, d.Milliseconds()%1000)
		}
		fmt.Fprintf(&b, "%d\n%s --> %s\nSpeaker %d: This is what was said, and we don’t see the need for all of it: is it too expensive?\n\n",
			i+1, clock(at), clock(at+2500*time.Millisecond), i/3%4)
	}
	return b.String()
}

func TestTenHoursTakeNoTime(t *testing.T) {
	src := []byte(tenHours())
	begin := time.Now()
	tr, err := transcript.Parse(src)
	if err != nil || len(tr.Cues) != 12000 {
		t.Fatal(err)
	}
	transcript.Measure(tr, nil)
	if n := len(transcript.Suggest(tr, playbook.Builtin().Calls.Objections, nil)); n == 0 {
		t.Error("nothing suggested")
	}
	if n := len(transcript.NewIndex(tr).Search("don't see")); n != 12000 {
		t.Errorf("%d hits", n)
	}
	if took := time.Since(begin); took > 3*time.Second { // a fifth of a second on a quiet machine
		t.Errorf("it took %v", took)
	}
}

// What is taken in proportion to the square of a file would hang on these.
func TestOddShapesTakeNoTime(t *testing.T) {
	const n = 100_000
	begin := time.Now()
	for name, src := range map[string]string{
		"one turn of many lines":    "Ana: a\nBen: b\n" + strings.Repeat("and so on\n", n),
		"one cue of many lines":     "WEBVTT\n\n00:01.000 --> 00:02.000\nAna: a\n" + strings.Repeat("and so on\n", n),
		"one cue of many voices":    "WEBVTT\n\n00:01.000 --> 00:02.000\n" + strings.Repeat("<v Ana>and so on", n),
		"one cue of many speakers":  "WEBVTT\n\n00:01.000 --> 00:02.000\nAna: a\n" + strings.Repeat("- Ana: a\n- Ben: b\n", n/2),
		"one note of many times":    "WEBVTT\n\n00:01.000 --> 00:02.000\nAna: a\n\nNOTE\n" + strings.Repeat("00:01.000 --> 00:02.000\n", n),
		"one very long line":        "Ana: a\nBen: " + strings.Repeat("word ", n),
		"many turns without a time": "[00:01] Ana: a\n" + strings.Repeat("Ana: b\n", n),
	} {
		if _, err := transcript.Parse([]byte(src)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if took := time.Since(begin); took > 30*time.Second {
			t.Fatalf("%s: %v", name, took)
		}
	}
}

func BenchmarkTenHours(b *testing.B) {
	src := []byte(tenHours())
	b.SetBytes(int64(len(src)))
	for b.Loop() {
		if _, err := transcript.Parse(src); err != nil {
			b.Fatal(err)
		}
	}
}
