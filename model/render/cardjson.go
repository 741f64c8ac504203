package render

import (
	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/playbook"
	"github.com/gapbook/gapbook/model/render/document"
	"github.com/gapbook/gapbook/model/score"
	"github.com/gapbook/gapbook/model/score/card"
)

type jsonCard struct {
	Practice   string                      `json:"practice"`
	Name       string                      `json:"name"`
	Domain     string                      `json:"domain"`
	Stage      *string                     `json:"stage"`
	Target     float64                     `json:"target"`
	Field      *float64                    `json:"field"`
	Gap        *float64                    `json:"gap"`
	BlindSpot  *float64                    `json:"blind_spot"`
	Clear      bool                        `json:"clear"`
	Confidence score.Confidence            `json:"confidence"`
	Contested  bool                        `json:"contested"`
	Spread     jsonSpread                  `json:"spread"`
	Lenses     map[playbook.Lens]jsonVoice `json:"lenses"`
	Sources    []jsonSource                `json:"sources"`
	Findings   []jsonCardFinding           `json:"findings"`
}

type jsonSpread struct {
	Sources   int      `json:"sources"`
	Lowest    *float64 `json:"lowest"`
	Highest   *float64 `json:"highest"`
	Deviation *float64 `json:"deviation"`
}

type jsonVoice struct {
	Score *float64       `json:"score"`
	N     int            `json:"n"`
	Roles []jsonRole     `json:"roles"`
	Words *jsonCardWords `json:"words"`
}

type jsonRole struct {
	Role  model.Role `json:"role"`
	Score *float64   `json:"score"`
	N     int        `json:"n"`
}

type jsonCardWords struct {
	Text   string  `json:"text"`
	Quote  bool    `json:"quote"`
	Who    string  `json:"who"`
	Record *string `json:"record"`
	Item   *string `json:"item"`
	At     *string `json:"at"`
	Date   *string `json:"date"`
}

type jsonSource struct {
	Kind    score.SourceKind `json:"kind"`
	ID      *string          `json:"id"` // null where it would give a protected name away
	Who     string           `json:"who"`
	Lens    playbook.Lens    `json:"lens"`
	Mean    float64          `json:"mean"`
	N       int              `json:"n"`
	Ratings []jsonRating     `json:"ratings"`
}

type jsonRating struct {
	Record *string `json:"record"`
	Item   *string `json:"item"`
	Asked  string  `json:"asked"`
	From   string  `json:"from"`
	Value  float64 `json:"value"`
	Stage  *string `json:"stage"`
}

type jsonCardFinding struct {
	ID       string            `json:"id"`
	Title    string            `json:"title"`
	Kind     model.FindingKind `json:"kind"`
	Stage    *string           `json:"stage"`
	Priority *int              `json:"priority"`
}

// CardValue is the document of `score --explain --json`. The names are those of `score --json`; numbers are not rounded.
func CardValue(e *model.Engagement, pb *playbook.Playbook, sc *score.Result, c *card.Card, opt Options) any {
	b := newBuilder(e, pb, sc, nil, opt)
	p, s := &c.Score, c.Spread
	j := jsonCard{
		Practice: document.Clean(c.Practice), Name: document.Clean(c.Name), Domain: document.Clean(p.Domain), Stage: textOr(c.Stage),
		Target: p.Target, Field: p.Field, Gap: p.Gap, BlindSpot: p.BlindSpot, Clear: p.Clear, Confidence: p.Confidence, Contested: p.Contested,
		Spread: jsonSpread{s.Sources, s.Lowest, s.Highest, s.Deviation},
		Lenses: map[playbook.Lens]jsonVoice{}, Sources: []jsonSource{}, Findings: []jsonCardFinding{},
	}
	for _, v := range c.Voices {
		x := jsonVoice{Score: v.Score, N: v.N, Roles: []jsonRole{}, Words: b.jsonWords(v.Words)}
		for _, r := range v.Roles {
			x.Roles = append(x.Roles, jsonRole{r.Role, r.Score, r.N})
		}
		j.Lenses[v.Lens] = x
	}
	for _, src := range c.Sources {
		x := jsonSource{Kind: src.Kind, ID: b.people.recordID(src.ID), Lens: src.Lens, Mean: src.Mean, N: src.N}
		for _, r := range src.Ratings {
			x.Who = b.sourceName(r.Observation)
			x.Ratings = append(x.Ratings, jsonRating{
				Record: b.people.recordID(r.Record), Item: textOr(r.Item), Asked: b.askedText(r.Observation),
				From: document.Clean(r.From), Value: r.Value, Stage: textOr(r.Stage),
			})
		}
		j.Sources = append(j.Sources, x)
	}
	for _, f := range c.Findings {
		x := jsonCardFinding{ID: document.Clean(f.ID), Title: b.people.say(f.Title), Kind: model.Strength, Stage: textOr(f.Stage), Priority: f.Priority}
		if f.Gap {
			x.Kind = model.Gap
		}
		j.Findings = append(j.Findings, x)
	}
	return j
}

func (b *builder) jsonWords(w *card.Words) *jsonCardWords {
	if w == nil || (w.Quote && b.opt.NoQuotes) {
		return nil
	}
	return &jsonCardWords{
		Text: b.people.say(unquoted(w.Text)), Quote: w.Quote, Who: b.sourceName(w.From.Observation),
		Record: b.people.recordID(w.From.Record), Item: textOr(w.From.Item), At: textOr(string(w.At)), Date: textOr(string(w.Date)),
	}
}
