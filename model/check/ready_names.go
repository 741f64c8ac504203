package check

import (
	"maps"
	"slices"
	"strings"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/names"
)

// fewOfARole people or less can be told apart by their role alone.
const fewOfARole = 2

// recognisable warns of roles that so few people have that the role names the person.
func (c *checker) recognisable() {
	n := map[model.Role]int{}
	for _, p := range c.e.People {
		n[p.Role]++
	}
	for _, r := range model.Roles() {
		switch {
		case n[r] == 1:
			c.warn(at{"people"}, "only 1 person has the role %s: the client can tell who “%s” is", r, r)
		case n[r] > 1 && n[r] <= fewOfARole:
			c.warn(at{"people"}, "only %d people have the role %s: the client can tell who “%s” is", n[r], r, r)
		}
	}
}

// named warns of people who are named in what was written by hand for the client. An export puts their role in the
// name's place, but the sentence around it may still give them away.
func (c *checker) named() {
	var list []names.Person
	for _, p := range c.e.People {
		list = append(list, names.Person{Name: p.Name, Instead: mark + p.Name + mark})
	}
	find := names.New(list, func(of []int) string { return mark + c.e.People[of[0]].Name + mark })
	if find.Empty() {
		return
	}
	look := func(text string, path at) {
		if text == "" || strings.Contains(text, mark) {
			return
		}
		if parts := strings.SplitN(find.Replace(text), mark, 3); len(parts) == 3 {
			c.warn(path, "the text names %s: an export shows the role instead; reword it where the sentence still tells who it is", parts[1])
		}
	}
	if r := c.e.Readout; r != nil {
		look(r.Summary, at{"readout", "summary"})
		for _, k := range slices.Sorted(maps.Keys(r.Sections)) {
			look(r.Sections[k], at{"readout", "sections", k})
		}
	}
	for i, f := range c.e.Findings {
		if f.Status != model.Dismissed {
			look(f.Title, at{"findings", i, "title"})
			look(f.Note, at{"findings", i, "note"})
		}
	}
	for i, a := range c.e.Actions() {
		if a.StatusOr() != model.Dropped {
			look(a.Title, at{"plan", "actions", i, "title"})
			look(a.Deliverable, at{"plan", "actions", i, "deliverable"})
		}
	}
}

// mark stands around a name that was found. No text of an engagement has it.
const mark = "\x00"
