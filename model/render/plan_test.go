package render_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"html"
	"regexp"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/playbook"
	"github.com/gapbook/gapbook/model/render"
)

func no() *bool { b := false; return &b }

func num(x float64) *float64 { return &x }

func whole(n int) *int { return &n }

func told() *model.Engagement {
	return &model.Engagement{
		Client: model.Client{Name: "Northwind", Currency: "USD"}, Title: "Gap analysis", PlanStart: "2026-04-06", Consultants: []string{"Dana Ortiz"},
		People: []model.Person{
			{ID: "p1", Name: "Lena Hart", Role: model.Leader, Title: "VP Sales"},
			{ID: "p2", Name: "Marcus Webb", Role: model.Rep, Title: "Account Executive"},
			{ID: "p3", Name: "José Ibarra", Role: model.Rep, Title: "Account Executive", Quote: no()},
			{ID: "p-ada", Name: "Ada Li", Role: model.Ops},
		},
		Interviews: []model.Interview{
			{ID: "i1", Person: "p2", Answers: []model.Answer{{Question: "rep-next-step", Note: "> we just push the date, says Marcus\n"}}},
			{ID: "i2", Person: "p3", Answers: []model.Answer{{Question: "rep-next-step", Note: "> never to be printed\n"}}},
			{ID: "i3", Person: "gone", Note: "> nobody can be asked\n"},
		},
		Calls: []model.Call{
			{ID: "c1", Title: "Acme with Webb", Rep: "p2", Note: "[12:41] > twice what we pay\n"},
			{ID: "c2", Title: "Birch", Rep: "p3", Objections: []model.Objection{{Theme: "price", At: "01:00", Quote: "heard in a silent call"}}},
		},
		Findings: []model.Finding{
			{
				ID: "f1", Title: "Marcus Webb and Jose Ibarra push dates", Practice: "next-steps", Impact: whole(5), Ease: whole(4),
				Evidence: []string{"i1/rep-next-step", "i2/rep-next-step", "i3", "c1@12:41", "c2@01:00", "nowhere"},
			},
			{ID: "f2", Title: "Demos end with a date", Kind: model.Strength, Practice: "next-steps"},
		},
		Plan: &model.Plan{Actions: []model.Action{
			{
				ID: "a1", Title: "Lena's weekly hour", Phase: 30, Owner: "p1", Due: "2026-04-20", Effort: num(2), Findings: []string{"f1"},
				Metric: &model.Metric{Name: "Own", Baseline: num(0.5), Target: num(1)},
			},
			{ID: "a2", Title: "Pair up", Phase: 30, Owner: "p2"},
			{ID: "a3", Title: "Write it down", Phase: 60, Owner: "webb, marcus", Status: model.Doing},
			{ID: "a4", Title: "Dropped", Phase: 60, Owner: "Finance", Status: model.Dropped},
			{ID: "a5", Title: "Hand over", Phase: 90, Owner: "Finance"},
			{ID: "a6", Title: "By id", Phase: 90, Owner: "p-ada"},
		}},
	}
}

func TestNamesAreProtected(t *testing.T) {
	got := texts(t, all(t, told(), playbook.Builtin(), render.Options{AsOf: "2026-04-01"}))
	for format, data := range got {
		for _, secret := range []string{"Lena", "Hart", "Marcus", "Webb", "José", "Jose", "Ibarra", "webb", "never to be printed", "nobody can be asked", "silent call"} {
			if bytes.Contains(data, []byte(secret)) {
				t.Errorf("%s shows %q", format, secret)
			}
		}
	}
	text := string(got["md"])
	for _, want := range []string{
		"Rep 1 and Rep 2 push dates", "Leader 1's weekly hour", "we just push the date, says \\[Rep 1\\]", "Acme with Rep 1", "twice what we pay",
		"**Owner:** VP Sales", // the only one of that title
		"**Owner:** Rep 1",    // one of two
		"**Owner:** Finance", "**Owner:** Ops 1", "**50% → 100%**", "Demos end with a date",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("md lacks %q", want)
		}
	}
	if strings.Contains(text, "Dropped") {
		t.Error("a dropped action is shown")
	}
	if strings.Contains(string(got["json"]), "p-ada") || !strings.Contains(string(got["json"]), `"owner": "p1"`) {
		t.Error("json: an owner is an id, unless the id is a name")
	}
	names := texts(t, all(t, told(), playbook.Builtin(), render.Options{AsOf: "2026-04-01", Names: true}))
	for format, data := range names {
		if (!strings.HasSuffix(format, "json") && !bytes.Contains(data, []byte("Marcus Webb"))) || bytes.Contains(data, []byte("never to be printed")) {
			t.Errorf("%s with names", format)
		}
	}
}

const nasty = "=1+1 | *b* _i_ `c` <script>alert(1)</script> [x](javascript:x) &amp; \x1b[31mred\x1b]0;t\x07 \u202Egnp\u2066\x00\x9b1m # - www.evil.test \xff"

func TestNastyTextIsOnlyText(t *testing.T) {
	e := told()
	e.Client.Name, e.Title, e.Consultants = nasty, nasty, []string{nasty}
	e.Findings[0].Title, e.People[0].Title = nasty, nasty
	a := &e.Plan.Actions[0]
	a.Title, a.Deliverable, a.Metric.Name, a.Metric.From, a.Owner, a.Due, a.Note = nasty, nasty, nasty, nasty, nasty, model.Date(nasty), nasty
	got := texts(t, all(t, e, playbook.Builtin(), render.Options{AsOf: "2026-04-01"}))
	for format, data := range got {
		for _, bad := range []string{"\x1b", "\u202E", "\u2066", "\x00", "\u009b", "\x9b1", "red\x07"} {
			if bytes.Contains(data, []byte(bad)) {
				t.Errorf("%s holds %q", format, bad)
			}
		}
	}
	page := string(got["html"]) + string(got["report-html"])
	for _, bad := range []string{"<script", "style=", "onload", `href="javascript`, "http://", "https://"} {
		if strings.Contains(page, bad) {
			t.Errorf("html holds %q", bad)
		}
	}
	if !strings.Contains(html.UnescapeString(page), "=1+1 | *b* _i_ `c` <script>alert(1)</script>") {
		t.Error("html lost the text")
	}
	if !strings.Contains(string(got["md"]), `=1+1 \| \*b\* \_i\_ \`+"`"+`c\`+"`"+` \<script>alert(1)\</script> \[x\](javascript:x) \&amp;`) {
		t.Errorf("md:\n%s", got["md"][:600])
	}
	if !strings.HasPrefix(string(got["csv"]), "\uFEFFTitle,Description,Owner,Due date,Phase,Labels,Status,Estimate\r\n") {
		t.Error("csv has another header")
	}
	rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(string(got["csv"]), "\uFEFF"))).ReadAll()
	if err != nil || !slicesAnyPrefix(rows, "'=1+1") {
		t.Errorf("csv: %v: a formula is not disarmed", err)
	}
	if strings.Count(string(got["csv"]), "\n") != strings.Count(string(got["csv"]), "\r\n") {
		t.Error("csv: a bare line feed")
	}
	if !json.Valid(got["json"]) {
		t.Error("json is none")
	}
}

func slicesAnyPrefix(rows [][]string, prefix string) bool {
	for _, r := range rows {
		if strings.HasPrefix(r[0], prefix) {
			return true
		}
	}
	return false
}

func TestJSONHasTheNamesOfTheFile(t *testing.T) {
	e := told()
	e.Plan.Actions = e.Plan.Actions[:1]
	var got struct{ Actions, Later, Stale []map[string]any }
	if err := json.Unmarshal(all(t, e, &playbook.Playbook{}, render.Options{})["json"], &got); err != nil {
		t.Fatal(err)
	}
	if got.Later == nil || got.Stale == nil || len(got.Actions) != 1 {
		t.Fatalf("%+v", got)
	}
	a := got.Actions[0]
	for _, k := range strings.Fields("id title phase owner due effort practice findings remedy deliverable metric depends status done pinned note") {
		if _, ok := a[k]; !ok {
			t.Errorf("no %s", k)
		}
	}
	if len(a) != 16 || a["done"] != nil || a["remedy"] != nil || a["status"] != "todo" || a["phase"] != 30.0 {
		t.Errorf("%v", a)
	}
}

// TestMarkdownTablesAreAligned: every row of a table is as wide as its header, and has as many cells.
func TestMarkdownTablesAreAligned(t *testing.T) {
	text := string(all(t, told(), playbook.Builtin(), render.Options{AsOf: "2026-04-01"})["md"])
	bar := regexp.MustCompile(`(^|[^\\])\|`)
	size, cells := 0, 0
	for line := range strings.SplitSeq(text, "\n") {
		if !strings.HasPrefix(line, "|") {
			size = 0
			continue
		}
		n, k := len([]rune(line)), len(bar.FindAllString(line, -1))
		if size != 0 && (n != size || k != cells) {
			t.Errorf("%d wide with %d bars, the header %d with %d: %s", n, k, size, cells, line)
		}
		size, cells = n, k
	}
}

func TestAnEmptyEngagement(t *testing.T) {
	for format, data := range texts(t, all(t, &model.Engagement{}, &playbook.Playbook{}, render.Options{})) {
		if len(data) == 0 || bytes.Contains(data, []byte("%!")) || bytes.Contains(data, []byte("<nil>")) {
			t.Errorf("%s: %s", format, data)
		}
	}
	backbone := all(t, &model.Engagement{}, playbook.Builtin(), render.Options{AsOf: "2026-04-01"})
	if !strings.Contains(string(backbone["md"]), "The plan has 11 actions") {
		t.Error("the backbone alone makes a plan")
	}
	if _, err := render.HTML(render.Plan(nil, nil, nil, nil, render.Options{})); err != nil {
		t.Error(err)
	}
}

// TestNoNameGetsThrough tries names and sentences of any letters.
func TestNoNameGetsThrough(t *testing.T) {
	word := rapid.StringMatching(`[A-ZÀÖŁ][a-zéñß]{3,9}`)
	rapid.Check(t, func(t *rapid.T) {
		first, last := word.Draw(t, "first"), word.Draw(t, "last")
		sep := rapid.SampledFrom([]string{" ", "  ", "\n", "-", ".", "_", ", "}).Draw(t, "between")
		form := rapid.SampledFrom([]string{first + sep + last, strings.ToUpper(first + sep + last), last + ", " + first, first, last + "'s", "(" + last + ")"}).Draw(t, "form")
		e := &model.Engagement{
			People:   []model.Person{{ID: "p1", Name: first + " " + last, Role: model.Rep}},
			Findings: []model.Finding{{ID: "f", Title: "zzz " + form + " zzz"}},
			Plan:     &model.Plan{Actions: []model.Action{{ID: "a", Title: form, Findings: []string{"f"}}}},
		}
		doc := render.Plan(e, nil, nil, draftOf(e), render.Options{})
		text := string(render.Markdown(doc))
		if !strings.Contains(text, "zzz Rep 1") && !strings.Contains(text, "zzz (Rep 1") {
			t.Fatalf("%q is not replaced:\n%s", form, text)
		}
	})
}
