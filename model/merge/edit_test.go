package merge_test

import (
	"fmt"
	"slices"

	"github.com/gapbook/gapbook/model"
	"pgregory.net/rapid"
)

// edit changes an engagement as the app would, without a mistake of its own where it can be helped.
func edit(t *rapid.T, e *model.Engagement, side string) {
	at := func(n int) int { return rapid.IntRange(0, n-1).Draw(t, "at") }
	num := rapid.IntRange(1, 4).Draw(t, "number")
	id := fmt.Sprintf("%s-%d", side, rapid.IntRange(0, 9999).Draw(t, "id"))
	shared := fmt.Sprintf("new-%d", rapid.IntRange(0, 2).Draw(t, "shared"))
	switch rapid.IntRange(0, 19).Draw(t, "edit") {
	case 0:
		e.People = append(e.People, model.Person{ID: id, Role: model.Rep})
		e.Calls = append(e.Calls, model.Call{ID: "c-" + id, Rep: id})
	case 1:
		drop(&e.People, at)
	case 2:
		drop(&e.Stages, at)
	case 3:
		drop(&e.Findings, at)
	case 4:
		drop(&e.Interviews, at)
	case 5:
		drop(&e.Calls, at)
	case 6:
		if len(e.Findings) > 0 && len(e.Calls) > 0 {
			f := &e.Findings[at(len(e.Findings))]
			f.Evidence = append(slices.Clone(f.Evidence), e.Calls[at(len(e.Calls))].ID+"@10:00")
			f.Impact = &num
		}
	case 7:
		if len(e.Interviews) > 0 {
			i := &e.Interviews[at(len(e.Interviews))]
			i.Note += id + "\n"
			i.Answers = append(slices.Clone(i.Answers), model.Answer{Question: shared, Rating: &num, Note: id})
			if len(e.Findings) > 0 {
				f := &e.Findings[at(len(e.Findings))]
				f.Evidence = append(slices.Clone(f.Evidence), i.ID+"/"+shared)
			}
		}
	case 8:
		if len(e.Interviews) > 0 && len(e.Interviews[0].Answers) > 0 {
			i := &e.Interviews[0]
			i.Answers = slices.Clone(i.Answers)
			i.Answers[at(len(i.Answers))].Rating = &num
			drop(&i.Answers, at)
		}
	case 9:
		if len(e.People) > 0 {
			e.Interviews = append(e.Interviews, model.Interview{ID: id, Person: e.People[at(len(e.People))].ID})
		}
	case 10:
		if len(e.Stages) > 0 {
			s := e.Stages[at(len(e.Stages))].ID
			e.Calls = append(e.Calls, model.Call{ID: id, Stage: s})
			e.Audits = append(e.Audits, model.Audit{ID: "a-" + id, Kind: model.StageAudit, Subject: s})
		}
	case 11:
		c := &e.Audits[0].Checks[1]
		c.Sample = &model.Sample{Met: num, Of: num + at(5)}
	case 12:
		s := &e.Funnels[0].Stages[0]
		s.Reached, s.Advanced, s.Lost, s.Open = 10*num, 5*num, 4*num, num
	case 13:
		s := &e.Funnels[0].Stages[0]
		s.Lost, s.Open = s.Lost+num, s.Open-num
	case 14:
		if e.Plan != nil && len(e.Plan.Actions) > 0 {
			as := slices.Clone(e.Plan.Actions)
			as = append(as, model.Action{ID: id, Depends: []string{as[at(len(as))].ID}})
			e.Plan = &model.Plan{Actions: as}
		}
	case 15:
		if e.Plan != nil && len(e.Plan.Actions) > 0 {
			as := slices.Clone(e.Plan.Actions)
			drop(&as, at)
			e.Plan = &model.Plan{Actions: as}
		}
	case 16:
		if len(e.Findings) > 0 {
			e.Lines = append(slices.Clone(e.Lines), model.Line{In: "a-1", Text: shared, Finding: e.Findings[at(len(e.Findings))].ID})
		}
	case 17:
		e.Unsettled = nil
	case 18:
		if len(e.Stages) > 1 {
			e.Stages = slices.Clone(e.Stages)
			slices.Reverse(e.Stages)
		}
	case 19:
		e.Findings = append(slices.Clone(e.Findings), model.Finding{ID: shared, Title: id, Impact: &num, Note: id})
	}
}

func drop[R any](list *[]R, at func(int) int) {
	if len(*list) > 0 {
		i := at(len(*list))
		*list = slices.Delete(slices.Clone(*list), i, i+1)
	}
}
