package render_test

import (
	"bytes"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/exact"
	"github.com/gapbook/gapbook/model/plan"
	"github.com/gapbook/gapbook/model/playbook"
	"github.com/gapbook/gapbook/model/render"
	"github.com/gapbook/gapbook/model/render/rendertest"
	"github.com/gapbook/gapbook/model/score"
)

// all writes the plan in every format, and the readout: report-md and so on.
func all(t testing.TB, e *model.Engagement, pb *playbook.Playbook, opt render.Options) map[string][]byte {
	t.Helper()
	sc := score.Compute(e, pb, score.Options{AsOf: opt.AsOf})
	d := plan.Draft(e, pb, sc, opt.AsOf)
	out := map[string][]byte{}
	for _, format := range render.PlanFormats {
		data, _, err := render.PlanAs(format, e, pb, sc, d, opt)
		if err != nil {
			t.Fatalf("%s: %v", format, err)
		}
		out[format] = data
	}
	for _, format := range render.ReportFormats {
		data, _, err := render.ReportAs(format, e, pb, sc, d, opt)
		if err != nil {
			t.Fatalf("report as %s: %v", format, err)
		}
		out["report-"+format] = data
	}
	return out
}

// texts is what can be read in each format, whatever it is packed into.
func texts(t testing.TB, got map[string][]byte) map[string][]byte {
	t.Helper()
	out := maps.Clone(got)
	for format, data := range got {
		var text string
		var err error
		switch {
		case strings.HasSuffix(format, "docx"):
			_, text, err = rendertest.Docx(data)
		case strings.HasSuffix(format, "pdf"):
			text, err = rendertest.PDF(data)
		case strings.HasSuffix(format, "xlsx"):
			text = string(parts(t, data))
		default:
			continue
		}
		if err != nil {
			t.Fatalf("%s: %v", format, err)
		}
		out[format] = []byte(text)
	}
	return out
}

// TestSamples holds the finished samples, the longest plans there are, against what a client must not see. With
// GAPBOOK_LOOK=folder the plans are written there, for eyes.
func TestSamples(t *testing.T) {
	files, _ := filepath.Glob("../../engagements/*.yaml")
	for _, file := range files {
		src, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		doc, err := exact.Parse(src)
		if err != nil {
			t.Fatal(err)
		}
		var e model.Engagement
		doc.Decode(&e)
		name := strings.TrimSuffix(filepath.Base(file), ".yaml")
		t.Run(name, func(t *testing.T) {
			asOf := e.PlanStart
			got := all(t, &e, playbook.Builtin(), render.Options{AsOf: asOf})
			again := all(t, &e, playbook.Builtin(), render.Options{AsOf: asOf})
			for format, data := range got {
				if !bytes.Equal(data, again[format]) {
					t.Errorf("%s: other bytes the second time", format)
				}
				if dir := os.Getenv("GAPBOOK_LOOK"); dir != "" {
					_ = os.WriteFile(filepath.Join(dir, name+"."+format), data, 0o644)
				}
			}
			for format, data := range texts(t, got) {
				for _, p := range e.People {
					if p.Name != "" && bytes.Contains(data, []byte(p.Name)) {
						t.Errorf("%s: names %s", format, p.Name)
					}
				}
			}
			for format, data := range texts(t, all(t, &e, playbook.Builtin(), render.Options{AsOf: asOf, NoQuotes: true})) {
				for _, q := range quotes(&e) {
					if bytes.Contains(data, []byte(q)) {
						t.Errorf("%s without quotes: %q", format, q)
					}
				}
			}
		})
	}
}

// quotes are the longer verbatim lines of all interviews.
func quotes(e *model.Engagement) []string {
	var out []string
	for _, i := range e.Interviews {
		for _, a := range i.Answers {
			for _, l := range model.NoteLines(a.Note) {
				if l.Mark == model.Quote && len(l.Text) > 25 {
					out = append(out, l.Text)
				}
			}
		}
	}
	return out
}
