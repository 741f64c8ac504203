package interview

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/playbook"
	"github.com/gapbook/gapbook/tui/keys"
	"github.com/gapbook/gapbook/tui/screen/guided"
	"github.com/gapbook/gapbook/tui/style"
)

// The keys of items that are no question of the guide.
const (
	whole   = "~" // the note outside the guide
	opening = "~opening"
	closing = "~closing"
	own     = "own:"   // and its words
	stray   = "stray:" // and the question that is not in this guide, or the answer's place
)

// Items are the opening, the guide's questions, one's own, the closing, the note outside the guide, and what the file
// has beyond that.
func (p *Page) Items() []guided.Item {
	iv := p.interview()
	if iv == nil {
		return []guided.Item{{
			Kind: guided.Panel, Key: whole, NoteKey: whole, Name: "Gone",
			Ask: "This interview is not in the file any more.",
		}}
	}
	pb, who := p.Env.Now().Playbook, p.person()
	guide := pb.Guide(who.Role)
	taken := map[int]bool{}
	out := []guided.Item{p.opening(iv, guide, who)}
	if guide != nil {
		for i := range guide.Questions {
			q := &guide.Questions[i]
			it := question(pb, q)
			it.Key, it.NoteKey = q.ID, q.ID
			if n := first(iv, q.ID); n >= 0 {
				taken[n] = true
				it = recorded(it, iv.Answers[n])
			}
			if i == 0 {
				it.Section = "Guide"
			}
			out = append(out, it)
		}
	}
	head := "Own questions"
	for n, a := range iv.Answers {
		if a.Question == "" && a.Ask != "" {
			taken[n] = true
			it := recorded(question(pb, &playbook.Question{Practice: a.Practice, Ask: a.Ask}), a)
			it.Tag = "Own question"
			if a.Practice != "" {
				it.Tag += " " + style.Bullet + " " + it.Name
			}
			it.Name, it.Key, it.Section = a.Ask, own+a.Ask, head
			if slices.ContainsFunc(iv.Answers[:n], func(b model.Answer) bool { return b.Question == "" && b.Ask == a.Ask }) {
				it.Key = stray + "#" + strconv.Itoa(n)
			}
			if a.Practice == "" {
				it.Hint, it.Look = "No practice", "without a practice its rating counts nowhere"
			}
			it.NoteKey, head = it.Key, ""
			out = append(out, it)
		}
	}
	end := "End"
	if guide != nil && guide.Closing != "" {
		out = append(out, guided.Item{
			Key: closing, Kind: guided.Read, Name: "Closing", Section: end, Ask: guide.Closing,
			Body: []string{guided.Chord(keys.Interview, keys.Finish) + " marks the interview as done."}, Note: iv.Note, NoteKey: whole,
		})
		end = ""
	}
	out = append(out, guided.Item{
		Key: whole, Kind: guided.Read, Name: "Outside the guide", Section: end,
		Ask: "What belongs to no question: what was said at the door, the mood, who to see next.", Note: iv.Note, NoteKey: whole,
	})
	return append(out, strays(pb, iv, taken)...)
}

func (p *Page) opening(iv *model.Interview, guide *playbook.Guide, who model.Person) guided.Item {
	it := guided.Item{Key: opening, Kind: guided.Read, Name: "Opening", Note: iv.Note, NoteKey: whole}
	switch {
	case guide != nil && guide.Opening != "":
		it.Ask = guide.Opening
	case guide != nil:
		it.Ask = "Say who you are, what this is for, and who will read what."
	default:
		it.Ask = "This playbook has no guide for " + roleName(who.Role) + ", so the questions are yours."
		it.Body = []string{guided.Chord(keys.Interview, keys.Own) + " adds one, with the practice it is about, so that its rating counts. " +
			"What you type here goes into the note of the whole."}
	}
	consent := "Consent: " + iv.Consent
	if iv.Consent == "" {
		consent = "Consent is not noted yet; " + guided.Chord(keys.Interview, keys.Edit) + " notes what was agreed."
	}
	it.Body = append(it.Body, consent)
	return it
}

func roleName(r model.Role) string {
	if r == "" {
		return "someone without a role"
	}
	if r == model.Ops {
		return "operations"
	}
	return "the role " + string(r)
}

// question is an item before anything was answered.
func question(pb *playbook.Playbook, q *playbook.Question) guided.Item {
	it := guided.Item{
		Kind: guided.Rated, Name: q.Practice, Ask: cmp.Or(q.Ask, q.ID), Probes: q.Probes, Look: q.ListenFor,
		Hint: "Listen for", Practice: q.Practice,
	}
	if pr := pb.Practice(q.Practice); pr != nil {
		it.Name, it.Anchors = cmp.Or(pr.Name, pr.ID), pr.Anchors
	}
	it.Name = cmp.Or(it.Name, q.ID, q.Ask)
	return it
}

func recorded(it guided.Item, a model.Answer) guided.Item {
	it.Rating, it.NA, it.Skipped, it.Note = a.Rating, a.NA, a.Skipped, a.Note
	if a.Rating != nil && (*a.Rating < 0 || *a.Rating > 4) {
		it.Problem = "a rating is 0 to 4"
	}
	return it
}

// strays are answers that the file has and this guide does not ask for: they can be read, mended and removed.
func strays(pb *playbook.Playbook, iv *model.Interview, taken map[int]bool) []guided.Item {
	var out []guided.Item
	head := "Not in this guide"
	for n, a := range iv.Answers {
		if taken[n] {
			continue
		}
		q := pb.Question(a.Question)
		problem := ""
		switch {
		case first(iv, a.Question) != n:
			problem = "answered twice"
		case a.Question == "":
			problem = "no question"
		case q == nil:
			problem = "unknown question"
		}
		if q == nil {
			q = &playbook.Question{ID: cmp.Or(a.Question, "no question"), Practice: a.Practice, Ask: cmp.Or(a.Ask, a.Question)}
		}
		it := recorded(question(pb, q), a)
		it.Problem = cmp.Or(it.Problem, problem)
		it.Key = stray + a.Question
		if a.Question == "" || first(iv, a.Question) != n {
			it.Key = stray + "#" + strconv.Itoa(n)
		}
		it.NoteKey, it.Section, head = it.Key, head, ""
		out = append(out, it)
	}
	return out
}

// first is the place of the answer that counts for a question; -1 when there is none.
func first(iv *model.Interview, question string) int {
	return slices.IndexFunc(iv.Answers, func(a model.Answer) bool { return a.Question == question && question != "" })
}

// Place is the path of an answer: by its question or words, by its place only where those do not tell it from another.
func (p *Page) Place(noteKey string) []string {
	path := []string{"interviews", p.id}
	if noteKey == whole {
		return path
	}
	key := noteKey
	if s, ok := strings.CutPrefix(key, stray); ok {
		key = s
	} else if s, ok := strings.CutPrefix(key, own); ok {
		key = s
		if iv := p.interview(); strings.HasPrefix(s, "#") && iv != nil { // it would be read as a place
			n := slices.IndexFunc(iv.Answers, func(a model.Answer) bool { return a.Question == "" && a.Ask == s })
			key = "#" + strconv.Itoa(max(n, 0))
		}
	}
	return append(path, "answers", key)
}

// at is the place of the answer that a path leads to; -1 when there is none yet.
func (p *Page) at(path []string) int {
	iv := p.interview()
	if iv == nil || len(path) < 4 {
		return -1
	}
	if s, ok := strings.CutPrefix(path[3], "#"); ok {
		if n, err := strconv.Atoi(s); err == nil && n < len(iv.Answers) {
			return n
		}
	}
	return slices.IndexFunc(iv.Answers, func(a model.Answer) bool { return cmp.Or(a.Question, a.Ask) == path[3] })
}

// Beside says what an answer to a question of the guide holds beside some fields. Others stay as they are.
func (p *Page) Beside(noteKey string, fields ...string) guided.Rest {
	iv := p.interview()
	if iv == nil || noteKey == whole || strings.HasPrefix(noteKey, own) || strings.HasPrefix(noteKey, stray) {
		return guided.Something
	}
	n := first(iv, noteKey)
	if n < 0 {
		return guided.Missing
	}
	a := iv.Answers[n]
	for _, f := range fields {
		switch f {
		case "rating":
			a.Rating = nil
		case "na":
			a.NA = false
		case "skipped":
			a.Skipped = false
		case "note":
			a.Note = ""
		}
	}
	if a != (model.Answer{Question: noteKey}) {
		return guided.Something
	}
	return guided.Nothing
}

// Ref is an answer written like evidence; while nothing is recorded there, the interview.
func (p *Page) Ref(noteKey string) string {
	iv := p.interview()
	if iv == nil {
		return ""
	}
	if n := p.at(p.Place(noteKey)); n >= 0 {
		a := iv.Answers[n]
		return model.Ref{Record: p.id, Item: cmp.Or(a.Question, a.Ask)}.String()
	}
	return p.id
}

// extra says whether an item is an answer that may be removed: one's own, or one outside the guide.
func (p *Page) extra(key string) bool {
	return (strings.HasPrefix(key, own) || strings.HasPrefix(key, stray)) && p.at(p.Place(key)) >= 0
}
