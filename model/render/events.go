package render

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/plan"
	"github.com/gapbook/gapbook/model/playbook"
	"github.com/gapbook/gapbook/model/render/calendar"
	"github.com/gapbook/gapbook/model/score"
)

// PlanICS is the plan as a calendar: each action on its due day, and the three reviews. What is imported again updates; an
// action that was dropped is called off.
func PlanICS(e *model.Engagement, pb *playbook.Playbook, sc *score.Result, d *plan.Drafted, opt Options) []byte {
	b := newBuilder(e, pb, sc, d, opt)
	c := calendar.Calendar{Name: strings.TrimSpace(b.meta().Client + " 30-60-90 day plan"), AsOf: opt.AsOf}
	actions := slices.Clone(b.d.Actions)
	slices.SortStableFunc(actions, func(x, y model.Action) int { return strings.Compare(string(x.Due), string(y.Due)) })
	for _, a := range actions {
		title := b.title(a)
		if a.Status == model.ActionDone {
			title = "Done: " + title
		}
		c.Events = append(c.Events, calendar.Event{
			UID: b.uid("action", a.ID), Day: a.Due, Title: title, Cancelled: a.Status == model.Dropped,
			Text: "Owner: " + b.owner(a) + "\n" + b.description(a),
		})
	}
	for _, phase := range plan.Phases() {
		c.Events = append(c.Events, calendar.Event{
			UID: b.uid("review", fmt.Sprint(phase)), Day: b.reviewDay(phase), Title: fmt.Sprintf("Day %d review: %s", phase, b.meta().Client), Text: reviewed[phase],
		})
	}
	return calendar.Write(c)
}

// uid stays the same as long as client, start and action are the same, and shows none of them.
func (b *builder) uid(kind, id string) string {
	sum := sha256.Sum256([]byte(strings.Join([]string{b.e.Client.Name, string(b.e.Started), kind, id}, "\x00")))
	return hex.EncodeToString(sum[:16]) + "@gapbook"
}
