package seek

import (
	"slices"
	"strings"
	"testing"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/tui/screen"
)

func all(screen.Kind) bool { return true }

var sample = &model.Engagement{
	Client:     model.Client{Name: "Acme"},
	People:     []model.Person{{ID: "p-1", Name: "Ana Sousa", Role: "rep"}},
	Stages:     []model.Stage{{ID: "s-1", Name: "Discovery", ExitCriteria: []string{"Buyer named"}}},
	Interviews: []model.Interview{{ID: "i-1", Person: "p-1", Answers: []model.Answer{{Question: "q-1", Note: "> we push\n\n! no date"}}}},
	Findings:   []model.Finding{{ID: "f-1", Title: "Dates slip", Practice: "next-steps", Evidence: []string{"i-1/q-1"}}},
	Lines:      []model.Line{{In: "i-1/q-1", Text: "no date"}},
}

func TestTextsAreWhatAPersonWrote(t *testing.T) {
	var got []string
	for _, x := range Texts(sample, all) {
		got = append(got, x.Label+" | "+x.Detail+" | "+string(x.To.Kind)+" "+x.To.ID+" "+x.To.At)
	}
	want := []string{
		"Acme | client, name | home  ", "Ana Sousa | person Ana Sousa, name | people  p-1",
		"Discovery | stage Discovery, name | stages  s-1", "Buyer named | stage Discovery, exit criteria 1 | stages  s-1",
		"> we push | interview with Ana Sousa, q-1 | interview i-1 q-1", "! no date | interview with Ana Sousa, q-1 | interview i-1 q-1",
		"Dates slip | finding Dates slip, title | finding f-1 ",
	}
	for _, w := range want {
		if !slices.Contains(got, w) {
			t.Errorf("%q is missing", w)
		}
	}
	if len(got) != len(want) {
		t.Errorf("got %d lines:\n%s", len(got), strings.Join(got, "\n"))
	}
}

func TestRecordsHaveAPage(t *testing.T) {
	got := Records(sample, all)
	names := map[string]screen.Route{}
	for _, x := range got {
		names[x.Label] = x.To
		if x.To.Kind == "" {
			t.Errorf("%q leads nowhere", x.Label)
		}
	}
	if to := names["“we push”"]; to.ID != "i-1" || to.At != "q-1" || to.Line != "> we push" {
		t.Errorf("the quote leads to %+v", to)
	}
	if to := names["Dates slip"]; to != (screen.Route{Kind: screen.Finding, ID: "f-1"}) {
		t.Errorf("the finding leads to %+v", to)
	}
}
