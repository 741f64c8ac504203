package render

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/names"
	"github.com/gapbook/gapbook/model/render/document"
)

// people says how a person is shown: by name, or, protected, by a role with a number (`Rep 2`, counted in the order of
// people). In hand-written text, protected names are found and replaced; see model/names for how.
type people struct {
	names  bool
	list   []model.Person
	label  map[string]string // by person id
	hidden *names.Finder     // nil: nothing is protected
	quoted *names.Finder     // the same in somebody's own words: what stands for a name is put in brackets
}

func newPeople(e *model.Engagement, byName bool) *people {
	p := &people{names: byName, list: e.People, label: map[string]string{}}
	n := map[model.Role]int{}
	for _, x := range e.People {
		n[x.Role]++
		if _, twice := p.label[x.ID]; !twice {
			p.label[x.ID] = fmt.Sprintf("%s %d", roleName(x.Role), n[x.Role])
		}
	}
	if !byName {
		p.hide()
	}
	return p
}

// roleName is a role as a word in a sentence's place.
func roleName(r model.Role) string {
	if r == "" {
		return "Person"
	}
	s := document.Clean(string(r))
	first, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(first)) + s[size:]
}

// person is how a person is shown; absent where there is no such person.
func (p *people) person(id string) string {
	for _, x := range p.list {
		if x.ID == id && id != "" {
			if p.names {
				return document.Clean(x.Label())
			}
			return p.label[id]
		}
	}
	return ""
}

// owner is how an action's owner is shown: a person by job title where that is unique, else by role; a role that is
// still to become a person; any other text as it stands.
func (p *people) owner(owner string) string {
	owner = strings.TrimSpace(owner)
	for _, x := range p.list {
		if owner != "" && (x.ID == owner || (!p.names && x.Name != "" && names.Fold(x.Name) == names.Fold(owner))) {
			return p.byTitle(x)
		}
	}
	if slices.Contains(model.Role("").Values(), owner) {
		return roleName(model.Role(owner)) + ", to be named"
	}
	return p.say(owner)
}

func (p *people) byTitle(x model.Person) string {
	if p.names {
		return document.Clean(x.Label())
	}
	same := 0
	for _, y := range p.list {
		if names.Fold(y.Title) == names.Fold(x.Title) {
			same++
		}
	}
	if title := p.say(x.Title); title != "" && same == 1 {
		return title
	}
	return p.label[x.ID]
}

// say is a hand-written text as it may be shown: clean, and with protected names replaced.
func (p *people) say(s string) string {
	s = document.Clean(s)
	if p.hidden == nil {
		return s
	}
	return p.hidden.Replace(norm.NFC.String(s))
}

// sayRun is a run of text that others may follow: the blanks at its ends are kept.
func (p *people) sayRun(s string) string {
	t := p.say(s)
	if t == "" {
		if strings.TrimSpace(s) == "" && s != "" {
			return " "
		}
		return ""
	}
	if strings.TrimLeft(s, " \t\n\u00a0") != s {
		t = " " + t
	}
	if strings.TrimRight(s, " \t\n\u00a0") != s {
		t += " "
	}
	return t
}

// quote is what somebody said, as it may be shown. The words are theirs, but for those in brackets.
func (p *people) quote(s string) string {
	s = document.Clean(s)
	if p.quoted == nil {
		return s
	}
	return p.quoted.Replace(norm.NFC.String(s))
}

// hide looks for every name in all its spellings: notes are typed on keyboards that have no ü.
func (p *people) hide() {
	var plain, quoted []names.Person
	var whose []int // by place in these lists
	for i, x := range p.list {
		for _, name := range names.Spellings(document.Clean(x.Name)) {
			plain = append(plain, names.Person{Name: name, Instead: p.label[x.ID]})
			quoted = append(quoted, names.Person{Name: name, Instead: "[" + p.label[x.ID] + "]"})
			whose = append(whose, i)
		}
	}
	shared := func(of []int) string {
		var people []int
		for _, at := range of {
			people = append(people, whose[at])
		}
		if people = slices.Compact(people); len(people) == 1 {
			return p.label[p.list[people[0]].ID]
		}
		return p.shared(people)
	}
	p.hidden = names.New(plain, shared)
	p.quoted = names.New(quoted, func(of []int) string { return "[" + shared(of) + "]" })
}

// shared is what stands for a part of several names: no more than what these people have in common.
func (p *people) shared(of []int) string {
	role := p.list[of[0]].Role
	for _, i := range of {
		if x := p.list[i]; x.Role != role || (role != model.Leader && role != model.Manager && role != model.Rep) {
			return "a colleague"
		}
	}
	return "a " + string(role)
}
