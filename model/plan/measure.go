package plan

import (
	"strings"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/funnel"
	"github.com/gapbook/gapbook/model/playbook"
)

// Measure is the number that a metric or an indicator is about.
type Measure struct {
	From     string // as the playbook names it; absent: a number of one's own
	Stage    string // of a number of one stage; absent: of the whole
	Practice string // of practice.field
}

// MeasureOf finds out which number an action is judged by: by the name that its metric gives, by the remedy's metric while
// that is what it is called, else by the indicator of that name. The stage is the one that the metric speaks of, else that
// of its findings, else the bottleneck's where the number has no whole.
func MeasureOf(e *model.Engagement, pb *playbook.Playbook, f *funnel.Result, a model.Action) Measure {
	if a.Metric == nil {
		return Measure{}
	}
	m := Measure{From: from(pb, a)}
	switch {
	case m.From == "practice.field":
		m.Practice = a.Practice
	case ofOneStage(m.From):
		m.Stage = spokenOf(e, a.Metric.Name+" "+a.Metric.From)
		for _, id := range a.Findings {
			if x := e.Finding(id); m.Stage == "" && x != nil && f.Stage(x.Stage) != nil {
				m.Stage = x.Stage
			}
		}
	}
	return m.At(f)
}

// At gives a number that only a stage has, and that names none, the bottleneck.
func (m Measure) At(f *funnel.Result) Measure {
	if m.Stage == "" && ofOneStage(m.From) && m.From != "funnel.slippage" && f != nil && f.Bottleneck != nil {
		m.Stage = *f.Bottleneck
	}
	return m
}

func ofOneStage(from string) bool {
	switch from {
	case "funnel.conversion", "funnel.median_days", "funnel.p90_days", "funnel.slippage":
		return true
	}
	return false
}

func from(pb *playbook.Playbook, a model.Action) string {
	if UnitOf(a.Metric.From) != Unknown {
		return a.Metric.From
	}
	if r := pb.Remedy(a.Remedy); r != nil && r.Metric != nil && filled(r.Metric.Name, a.Metric.Name) {
		return r.Metric.From
	}
	for _, i := range pb.Indicators {
		if i.Name != "" && strings.EqualFold(i.Name, a.Metric.Name) {
			return i.From
		}
	}
	return ""
}

// filled says whether a name is the playbook's with its placeholder filled in.
func filled(pattern, name string) bool {
	before, after, gap := strings.Cut(pattern, "{stage}")
	if !gap {
		return pattern == name
	}
	return len(name) >= len(before)+len(after) && strings.HasPrefix(name, before) && strings.HasSuffix(name, after)
}

// spokenOf is the stage whose name stands in a text, the longest of several; absent where none does.
func spokenOf(e *model.Engagement, text string) string {
	id, longest := "", 0
	for _, s := range e.Stages {
		if n := len(s.Label()); n > longest && hasWords(text, s.Label()) {
			id, longest = s.ID, n
		}
	}
	return id
}

// hasWords says whether words stand in a text as whole words, whatever their case.
func hasWords(text, words string) bool {
	text, words = strings.ToLower(text), strings.ToLower(words)
	for at := 0; ; {
		i := strings.Index(text[at:], words)
		if i < 0 || words == "" {
			return false
		}
		i += at
		if end := i + len(words); (i == 0 || !wordByte(text[i-1])) && (end == len(text) || !wordByte(text[end])) {
			return true
		}
		at = i + 1
	}
}

func wordByte(c byte) bool {
	return c >= 0x80 || c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z')
}
