package follow_test

import (
	"reflect"
	"testing"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/follow"
)

func TestTheRoundBefore(t *testing.T) {
	e := coached()
	e.Coaching = append(e.Coaching, round("k8", "a", "m2", "2026-05-12", nil)) // a second one on the day of k3
	for _, x := range []struct {
		rep, id string
		date    model.Date
		want    string
	}{
		{"a", "new", "2026-05-20", "k8"},
		{"a", "k8", "2026-05-12", "k3"},
		{"a", "k3", "2026-05-12", "k2"},
		{"a", "k0", "2026-05-01", ""},
		{"b", "new", "2026-05-20", "k5"}, // what is still to come does not count
		{"never", "new", "2026-05-20", ""},
		{"", "new", "2026-05-20", ""},
	} {
		got := ""
		if r := follow.Before(e, x.rep, x.id, x.date); r != nil {
			got = r.ID
		}
		if got != x.want {
			t.Errorf("%s before %s on %s: %q, want %q", x.rep, x.id, x.date, got, x.want)
		}
	}
	for rep, want := range map[string]string{"a": "m2", "b": "m1", "never": "m2", "nobody": ""} {
		if got := follow.CoachOf(e, rep); got != want {
			t.Errorf("%s is coached by %q, want %q", rep, got, want)
		}
	}
}

func TestWhatIsInFocus(t *testing.T) {
	e := coached()
	for i, words := range map[int]string{0: "Who signs?", 3: "Who  signs?", 4: "Practice: Next steps (next-steps)\nask for the date", 5: "who SIGNS?"} {
		e.Coaching[i].Clarify = words
	}
	e.Coaching = append(e.Coaching, round("k8", "never", "m2", "2026-05-19", nil))
	e.Coaching[len(e.Coaching)-1].Clarify = "(x) the date (next-steps)"
	got := follow.Focuses(e, "2026-05-20", func(id string) bool { return id == "next-steps" })
	want := []follow.Focus{
		{Words: "who SIGNS?", Reps: []string{"a", "b"}, Rounds: 3},
		{Practice: "next-steps", Words: "(x) the date (next-steps)", Reps: []string{"never"}, Rounds: 2},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%+v", got)
	}
}
