package crm

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/gapbook/gapbook/model"
)

// three is an engagement with three stages: a, b, c.
func three() *model.Engagement {
	return &model.Engagement{
		Client: model.Client{Name: "X", Currency: "USD"},
		Stages: []model.Stage{{ID: "a", Name: "Discovery"}, {ID: "b", Name: "Demo & Proof"}, {ID: "c", Name: "Négociation"}},
	}
}

func readText(t testing.TB, text string, e *model.Engagement, opt Options) (*Result, error) {
	t.Helper()
	return ReadFrom(strings.NewReader(text), "export.csv", e, opt)
}

func mustRead(t testing.TB, text string, opt Options) *Result {
	t.Helper()
	res, err := readText(t, text, three(), opt)
	if err != nil {
		t.Fatalf("%v", err)
	}
	return res
}

func num(p *float64) string {
	if p == nil {
		return "-"
	}
	return fmt.Sprint(*p)
}

// line writes one stage as reached/advanced/lost/open median p75 p90 slipped.
func line(s model.FunnelStage) string {
	slipped := "-"
	if s.Slipped != nil {
		slipped = fmt.Sprint(*s.Slipped)
	}
	return fmt.Sprintf("%s %d/%d/%d/%d %s %s %s %s", s.Stage, s.Reached, s.Advanced, s.Lost, s.Open,
		num(s.MedianDays), num(s.StallDays), num(s.P90Days), slipped)
}

func lines(f model.Funnel) string {
	var out []string
	for _, s := range f.Stages {
		out = append(out, line(s))
	}
	return strings.Join(append(out, fmt.Sprintf("%d/%d/%d %s %s", *f.Won, *f.Lost, *f.Open, num(f.WonAmount), num(f.CycleDays))), "\n")
}

func wantLines(t *testing.T, f model.Funnel, want string) {
	t.Helper()
	if got := lines(f); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func said(res *Result, part string) bool {
	return strings.Contains(strings.Join(res.Understood, "\n"), part)
}

// wantError reads a text that has to be refused.
func wantError[E error](t *testing.T, text string, opt Options, part string) E {
	t.Helper()
	_, err := readText(t, text, three(), opt)
	var e E
	if !errors.As(err, &e) {
		t.Fatalf("got %T %v, want %T", err, err, e)
	}
	if !strings.Contains(err.Error(), part) {
		t.Errorf("got %q, want it to say %q", err, part)
	}
	return e
}

func text(name, s string) File {
	return File{Name: name, Open: func() (io.ReadCloser, error) { return io.NopCloser(strings.NewReader(s)), nil }}
}
