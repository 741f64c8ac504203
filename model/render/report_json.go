package render

import (
	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/funnel"
	"github.com/gapbook/gapbook/model/plan"
	"github.com/gapbook/gapbook/model/playbook"
	"github.com/gapbook/gapbook/model/render/document"
	"github.com/gapbook/gapbook/model/score"
)

// jsonEngagement says whose numbers these are, with the names that the file has.
type jsonEngagement struct {
	Client struct {
		Name     *string `json:"name"`
		Segment  *string `json:"segment"`
		Currency *string `json:"currency"`
	} `json:"client"`
	Title       *string  `json:"title"`
	Consultants []string `json:"consultants"`
	Started     *string  `json:"started"`
	PlanStart   *string  `json:"plan_start"`
	Playbook    *string  `json:"playbook"`
	AsOf        *string  `json:"as_of"`
	Summary     *string  `json:"summary"` // written by hand
}

// ReportJSON is the document of `report --format json`: score, funnel and plan each as its own command prints it.
func ReportJSON(e *model.Engagement, pb *playbook.Playbook, sc *score.Result, d *plan.Drafted, opt Options) ([]byte, error) {
	b := newBuilder(e, pb, sc, d, opt)
	j := jsonEngagement{
		Title: textOr(b.people.say(e.Title)), Consultants: cleanAll(e.Consultants), Started: textOr(string(e.Started)),
		PlanStart: textOr(string(e.PlanStart)), Playbook: textOr(e.Playbook), AsOf: textOr(string(opt.AsOf)),
	}
	j.Client.Name, j.Client.Segment, j.Client.Currency = textOr(document.Clean(e.Client.Name)), textOr(b.people.say(e.Client.Segment)), textOr(e.Client.Currency)
	if e.Readout != nil {
		j.Summary = textOr(b.note(e.Readout.Summary))
	}
	return indented(struct {
		Engagement jsonEngagement `json:"engagement"`
		Score      *score.Result  `json:"score"`
		Funnel     *funnel.Result `json:"funnel"`
		Plan       any            `json:"plan"`
	}{j, sc, sc.Funnel, PlanValue(e, pb, d, opt)})
}
