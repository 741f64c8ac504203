package audit

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/playbook"
	"github.com/gapbook/gapbook/tui/keys"
	"github.com/gapbook/gapbook/tui/screen/guided"
)

// The keys of items that are no check of the playbook.
const (
	whole   = "~" // the note of the audit
	stage   = "~stage"
	records = "~records"
	stray   = "stray:" // and the check that this audit does not ask, or the answer's place
)

// Items are, for a stage, what must be true before a deal leaves it; then the checks, the sampled records, the note of the
// whole, and what the file has beyond that.
func (p *Page) Items() []guided.Item {
	if !p.known() {
		return []guided.Item{{
			Kind: guided.Panel, Key: whole, NoteKey: whole, Name: "Gone",
			Ask: "This audit is not in the file any more.",
		}}
	}
	a, _ := p.audit()
	pb := p.Env.Now().Playbook
	var out []guided.Item
	if a.Kind == model.StageAudit {
		out = append(out, p.stageItem(&a))
	}
	taken := map[int]bool{}
	head := "Checks"
	for i := range pb.Checks(a.Kind, a.Subject) {
		c := &pb.Checks(a.Kind, a.Subject)[i]
		it := check(pb, c)
		it.Key, it.NoteKey, it.Section, head = c.ID, c.ID, head, ""
		if n := first(&a, c.ID); n >= 0 {
			taken[n] = true
			it = recorded(it, a.Checks[n])
		}
		out = append(out, it)
	}
	end := "Beyond the checks"
	if a.Kind == model.StageAudit {
		out = append(out, guided.Item{
			Key: records, NoteKey: whole, Kind: guided.Panel, Name: "Sampled records", Section: end,
			Ask: "Which checklist items stand in the sampled records as text, not only as a picklist?",
		})
		end = ""
	}
	out = append(out, guided.Item{
		Key: whole, NoteKey: whole, Kind: guided.Read, Name: "The audit as a whole", Section: end,
		Ask: "What belongs to no single check.", Note: a.Note,
	})
	return append(out, strays(pb, &a, taken)...)
}

// stageItem shows the stage as the client has it written.
func (p *Page) stageItem(a *model.Audit) guided.Item {
	it := guided.Item{Key: stage, NoteKey: whole, Kind: guided.Read, Name: "The stage", Note: a.Note}
	s := p.Env.E().Stage(a.Subject)
	chord := guided.Chord(keys.Audit, keys.Edit)
	if s == nil {
		it.Ask = "There is no stage “" + a.Subject + "” in the pipeline any more."
		it.Problem = "unknown stage"
		return it
	}
	it.Ask = "What must be true before a deal leaves " + s.Label() + "?"
	list := func(head string, items []string, none string) {
		if len(items) == 0 {
			it.Body = append(it.Body, head+": "+none+"; "+chord+" writes them down.")
			return
		}
		it.Body = append(it.Body, head+": "+strings.Join(items, "; "))
	}
	list("Exit criteria", s.ExitCriteria, "none written")
	list("Mandatory fields", s.MandatoryFields, "none")
	return it
}

func check(pb *playbook.Playbook, c *playbook.Check) guided.Item {
	it := guided.Item{
		Kind: guided.Rated, Name: c.Practice, Ask: cmp.Or(c.Ask, c.ID), Look: c.LookFor, Hint: "Look for",
		Practice: c.Practice,
	}
	if pr := pb.Practice(c.Practice); pr != nil {
		it.Name, it.Anchors = cmp.Or(pr.Name, pr.ID), pr.Anchors
	}
	// Several checks share a practice: its own id tells them apart.
	it.Name = sentence(cmp.Or(c.ID, it.Name))
	return it
}

// sentence makes words of an id: fields-filled becomes Fields filled.
func sentence(id string) string {
	s := strings.NewReplacer("-", " ", "_", " ").Replace(id)
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}

func recorded(it guided.Item, c model.AuditCheck) guided.Item {
	it.Rating, it.NA, it.Sample, it.Note = c.Rating, c.NA, c.Sample, c.Note
	if c.Rating != nil && (*c.Rating < 0 || *c.Rating > 4) {
		it.Problem = "a rating is 0 to 4"
	}
	if s := c.Sample; s != nil && (s.Of < 1 || s.Met < 0 || s.Met > s.Of) {
		it.Problem = "no such sample"
	}
	return it
}

// strays are answers that the file has and this audit does not ask for: they can be read, mended and removed.
func strays(pb *playbook.Playbook, a *model.Audit, taken map[int]bool) []guided.Item {
	var out []guided.Item
	head := "Not in this audit"
	for n, c := range a.Checks {
		if taken[n] {
			continue
		}
		it := recorded(check(pb, &playbook.Check{ID: cmp.Or(c.Check, "no check")}), c)
		it.Key = stray + c.Check
		switch {
		case c.Check == "" || first(a, c.Check) != n:
			it.Key = stray + "#" + strconv.Itoa(n)
			it.Problem = cmp.Or(it.Problem, "answered twice")
		default:
			it.Problem = cmp.Or(it.Problem, "unknown check")
		}
		it.NoteKey, it.Section, head = it.Key, head, ""
		out = append(out, it)
	}
	return out
}

// first is the place of the answer that counts for a check; -1 when there is none.
func first(a *model.Audit, id string) int {
	return slices.IndexFunc(a.Checks, func(c model.AuditCheck) bool { return c.Check == id && id != "" })
}

// Place is the path of an answer.
func (p *Page) Place(noteKey string) []string {
	path := []string{"audits", p.id}
	if noteKey == whole {
		return path
	}
	return append(path, "checks", strings.TrimPrefix(noteKey, stray))
}

// Beside says what an answer to a check of this audit holds beside some fields. Others stay as they are.
func (p *Page) Beside(noteKey string, fields ...string) guided.Rest {
	if noteKey == whole || strings.HasPrefix(noteKey, stray) {
		return guided.Something
	}
	a, _ := p.audit()
	n := first(&a, noteKey)
	if n < 0 {
		return guided.Missing
	}
	c := a.Checks[n]
	for _, f := range fields {
		switch f {
		case "rating":
			c.Rating = nil
		case "na":
			c.NA = false
		case "sample":
			c.Sample = nil
		case "note":
			c.Note = ""
		}
	}
	if c != (model.AuditCheck{Check: noteKey}) {
		return guided.Something
	}
	return guided.Nothing
}

// Ref is an answer written like evidence; while nothing is recorded there, the audit; before it is begun, nothing.
func (p *Page) Ref(noteKey string) string {
	a, there := p.audit()
	if !there {
		return ""
	}
	key := strings.TrimPrefix(noteKey, stray)
	if i := strings.TrimPrefix(key, "#"); i != key {
		if n, err := strconv.Atoi(i); err == nil && n < len(a.Checks) {
			key = a.Checks[n].Check
		}
	}
	if noteKey != whole && first(&a, key) >= 0 {
		return model.Ref{Record: p.id, Item: key}.String()
	}
	return p.id
}
