// Package erase takes a person out of an engagement: their name, and what they said. It works on the bytes of one file, so
// that an engagement and its backups are treated alike, and reads and writes no files itself. It knows no screen.
//
// What goes: name, title and team of the person's record, keys of their record that the program does not know, the notes
// of their interviews, what they reflected on in coaching, the lines of the triage that came from their interviews, and
// word for word copies of all that in findings, plan, readout and comments. Mentions of the name become the role, an id
// that spells the name becomes one that does not. What stays: ratings (they are numbers; Options.Ratings takes them too),
// `!` and `?` lines that became findings (they are the consultant's words), call reviews of a rep (the quotes in them are
// mostly the buyer's; the rep's name goes from them), and that an interview took place.
package erase

import (
	"fmt"
	"strings"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/names"
)

// NoSuch is a person that is not in the file, or more than one.
type NoSuch struct {
	Who    string
	Choice []model.Person // all who could be meant
}

func (e *NoSuch) Error() string {
	if len(e.Choice) == 0 {
		return fmt.Sprintf("no person %q in the file", e.Who)
	}
	var list []string
	for _, p := range e.Choice {
		list = append(list, fmt.Sprintf("%s (%s)", p.Label(), p.ID))
	}
	return fmt.Sprintf("%q could be %s", e.Who, strings.Join(list, " or "))
}

// Hint says what to do about it.
func (e *NoSuch) Hint() string {
	if len(e.Choice) == 0 {
		return "give an id or a name as the people of the file have them"
	}
	return "give the id"
}

// Who finds the person that is meant: by id, by name, else by a part of a name.
func Who(e *model.Engagement, who string) (model.Person, error) {
	who = strings.TrimSpace(who)
	if p := e.Person(who); p != nil {
		return *p, nil
	}
	for _, fits := range []func(model.Person) bool{
		func(p model.Person) bool { return same(names.Words(p.Name), names.Words(who)) },
		func(p model.Person) bool { return within(names.Words(p.Name), names.Words(who)) },
	} {
		var found []model.Person
		for _, p := range e.People {
			if fits(p) {
				found = append(found, p)
			}
		}
		switch len(found) {
		case 0:
		case 1:
			return found[0], nil
		default:
			return model.Person{}, &NoSuch{who, found}
		}
	}
	return model.Person{}, &NoSuch{Who: who}
}

func same(a, b []string) bool { return len(a) == len(b) && within(a, b) }

// within says whether all words of some are among those of all.
func within(all, some []string) bool {
	folded := map[string]bool{}
	for _, w := range all {
		folded[names.Fold(w)] = true
	}
	for _, w := range some {
		if !folded[names.Fold(w)] {
			return false
		}
	}
	return len(some) > 0
}
