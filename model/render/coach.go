package render

import (
	"fmt"
	"strings"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/dashboard"
	"github.com/gapbook/gapbook/model/funnel"
	"github.com/gapbook/gapbook/model/plan"
	"github.com/gapbook/gapbook/model/render/document"
)

// stageToCoach is the bottleneck, and what on its calls is farthest from target.
func (b *builder) stageToCoach(d *dashboard.Dashboard) {
	s := d.Bottleneck
	if s == nil {
		return
	}
	b.head(1, "coach", "The bottleneck to coach this week")
	var from, to model.Date
	if f := funnel.ByLabel(b.e, s.Snapshot); f != nil {
		from, to = f.From, f.To
	}
	text := document.Clean(s.Name) + ": " + movedOn(&funnel.Stage{ConversionShare: s.Conversion}, from, to)
	if s.Target != nil {
		text += ", against a target of " + percent(*s.Target)
	}
	text += fmt.Sprintf(" (funnel “%s”).", document.Clean(s.Snapshot))
	for _, i := range d.Indicators {
		if n := len(i.Points); n > 0 && i.Measure.From == "funnel.conversion" && i.Measure.Stage == s.Stage && !i.Computed {
			text += fmt.Sprintf(" The latest week, of %s, says %s as entered.", day(i.Points[n-1].Week), b.value(i.Points[n-1].Value, plan.Share))
		}
	}
	if s.Practice != nil && s.Field != nil {
		text += fmt.Sprintf(" What is farthest from target on its calls is %s: %s of 100, from %s.", b.practiceName(*s.Practice), whole(*s.Field), many(s.N, "source"))
	}
	b.add(document.Para{Text: document.Text(text)})
	if open := b.actionTitles(s.Actions); len(open) > 0 {
		b.add(document.Para{Text: document.Text("Still open for this stage: " + strings.Join(open, "; ") + ".")})
	}
}
