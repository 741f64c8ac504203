package follow

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/fold"
)

// Before is the round of a rep that came before one of a date: the latest on or before it, that of the id itself left out; of
// two on one day the later in the file. Nil where there is none.
func Before(e *model.Engagement, rep, id string, date model.Date) *model.Round {
	var found *model.Round
	for i := range e.Coaching {
		r := &e.Coaching[i]
		if r.ID == id {
			if r.Date == date && date != "" {
				break // what follows in the file on that day came after it
			}
			continue
		}
		if _, ok := r.Date.Time(); !ok || r.Rep != rep || rep == "" || r.Date.After(date) {
			continue
		}
		if found == nil || !found.Date.After(r.Date) {
			found = r
		}
	}
	return found
}

// CoachOf is who coaches a rep: whoever held the latest round, else the one manager of the same team; empty where that is
// nobody, or not one.
func CoachOf(e *model.Engagement, rep string) string {
	coach, last := "", model.Date("")
	for _, r := range e.Coaching {
		if _, ok := r.Date.Time(); ok && r.Rep == rep && r.Coach != "" && !last.After(r.Date) {
			coach, last = r.Coach, r.Date
		}
	}
	if coach == "" {
		return manager(e, rep)
	}
	return coach
}

var inBrackets = regexp.MustCompile(`\(([A-Za-z0-9_-]+)\)`)

// Links are the ids that a part of a round names in brackets, as the app writes them: a call, a plan, a practice. Each once.
func Links(text string) []string {
	var out []string
	for _, m := range inBrackets.FindAllStringSubmatch(text, -1) {
		if !slices.Contains(out, m[1]) {
			out = append(out, m[1])
		}
	}
	return out
}

// Focus is what several rounds were about: a practice of the playbook, or the words themselves.
type Focus struct {
	Practice string   // its id; empty: no round named one
	Words    string   // of the latest of those rounds
	Reps     []string // whose latest round it was
	Rounds   int      // all that were about it, of whatever rep
}

// Focuses are what the reps work on now, by the latest round of each held by a day: what most of them work on first, then in the
// order of people. Practice says whether an id is one.
func Focuses(e *model.Engagement, asOf model.Date, practice func(id string) bool) []Focus {
	day, ok := asOf.Time()
	if !ok {
		return nil
	}
	rounds, _, _ := held(e, day)
	about := func(r model.Round) (key, id string) {
		for _, id := range Links(r.Clarify) {
			if practice(id) {
				return "(" + id, id
			}
		}
		return fold.Of(strings.Join(strings.Fields(r.Clarify), " ")).S, ""
	}
	latest, all := map[string]model.Round{}, map[string]int{}
	for _, r := range rounds {
		key, _ := about(r)
		latest[r.Rep] = r
		all[key]++
	}
	var out []Focus
	at, newest := map[string]int{}, map[string]model.Date{}
	for _, rep := range reps(e, rounds) {
		r, ok := latest[rep]
		key, id := about(r)
		if !ok || key == "" {
			continue
		}
		i, known := at[key]
		if !known {
			i = len(out)
			at[key] = i
			out = append(out, Focus{Practice: id, Rounds: all[key]})
		}
		if out[i].Words == "" || r.Date.After(newest[key]) {
			out[i].Words, newest[key] = r.Clarify, r.Date
		}
		out[i].Reps = append(out[i].Reps, rep)
	}
	slices.SortStableFunc(out, func(a, b Focus) int { return cmp.Compare(len(b.Reps), len(a.Reps)) })
	return out
}
