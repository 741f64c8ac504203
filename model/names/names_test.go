package names_test

import (
	"strings"
	"testing"

	"github.com/gapbook/gapbook/model/names"
)

func TestNamesAreFoundAsTheyAreWritten(t *testing.T) {
	f := names.New([]names.Person{
		{Name: "Marcus Webb", Instead: "a rep"},
		{Name: "Ana Lucía Figueroa", Instead: "a manager"},
		{Name: "Marcus Klein", Keep: true},
		{Name: "Iris Chen", Keep: true},
	}, func([]int) string { return "a colleague" })
	for in, want := range map[string]string{
		"Marcus Webb said so":               "a rep said so",
		"MARCUS  WEBB":                      "a rep",
		"Webb, Marcus":                      "a rep",
		"marcus.webb@northwind.example":     "a rep@northwind.example",
		"#MarcusWebb":                       "#a rep",
		"M. Webb and Marcus W. agree":       "a rep and a rep. agree",
		"ask Webb's manager":                "ask a rep's manager",
		"ask Marcus":                        "ask a colleague",
		"Marcus\n      Webb":                "a rep",
		"Marcus\n\nWebb":                    "a colleague\n\na rep",
		"Marcus Klein stays":                "Marcus Klein stays",
		"Klein stays":                       "Klein stays",
		"Iris stays":                        "Iris stays",
		"ana lucia figueroa":                "a manager",
		"Ana Luci\u0301a Figueroa":          "a manager",
		"Ana Figueroa":                      "a manager",
		"a webbed foot, a webb":             "a webbed foot, a webb",
		"marcus in small letters":           "marcus in small letters",
		"nothing to find, e\u0301 as it is": "nothing to find, e\u0301 as it is",
		"":                                  "",
	} {
		if got := f.Replace(in); got != want {
			t.Errorf("%q became %q, want %q", in, got, want)
		}
	}
}

func TestTwoPeopleOfOneName(t *testing.T) {
	f := names.New([]names.Person{{Name: "Kim Lee", Keep: true}, {Name: "Kim Lee", Instead: "a rep"}}, func([]int) string { return "a colleague" })
	if got := f.Replace("Kim Lee, Kim"); got != "a rep, a colleague" {
		t.Errorf("got %q", got)
	}
}

func TestSpellings(t *testing.T) {
	for name, want := range map[string]string{
		"Jürgen Krüger": "Jürgen Krüger, Juergen Krueger", "Deniz Yılmaz": "Deniz Yılmaz, Deniz Yilmaz",
		"Ana Lucía": "Ana Lucía", "Søren Weiß": "Søren Weiß, Soren Weiss, Soeren Weiss",
	} {
		if got := strings.Join(names.Spellings(name), ", "); got != want {
			t.Errorf("%s: %s", name, got)
		}
	}
}
