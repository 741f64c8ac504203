package render

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"github.com/gapbook/gapbook/model"
)

// people says how a person is shown: by name, or, protected, by a role with a number (`Rep 2`, counted in the order of
// people). In hand-written text, protected names are found and replaced: full names in any case and with any accents;
// their parts of three letters and more where they are capitalised. So a rep called Will takes the verb at the start of
// a sentence with him: rather one word too many than a name.
type people struct {
	names  bool
	list   []model.Person
	label  map[string]string // by person id
	hidden []secret          // longest first
}

// secret is a name, word by word, and what stands for it.
type secret struct {
	words   []string // folded
	part    bool     // a single part of a name: only where it is capitalised
	upper   bool     // the part is written with a capital
	instead string
}

func newPeople(e *model.Engagement, names bool) *people {
	p := &people{names: names, list: e.People, label: map[string]string{}}
	n := map[model.Role]int{}
	for _, x := range e.People {
		n[x.Role]++
		if _, twice := p.label[x.ID]; !twice {
			p.label[x.ID] = fmt.Sprintf("%s %d", roleName(x.Role), n[x.Role])
		}
	}
	if !names {
		p.hide()
	}
	return p
}

// roleName is a role as a word in a sentence's place.
func roleName(r model.Role) string {
	if r == "" {
		return "Person"
	}
	s := clean(string(r))
	first, size := firstRune(s)
	return string(unicode.ToUpper(first)) + s[size:]
}

// person is how a person is shown; absent where there is no such person.
func (p *people) person(id string) string {
	for _, x := range p.list {
		if x.ID == id && id != "" {
			if p.names {
				return clean(x.Label())
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
		if owner != "" && (x.ID == owner || (!p.names && x.Name != "" && fold(x.Name) == fold(owner))) {
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
		return clean(x.Label())
	}
	same := 0
	for _, y := range p.list {
		if fold(y.Title) == fold(x.Title) {
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
	s = clean(s)
	if len(p.hidden) == 0 {
		return s
	}
	return p.replace(norm.NFC.String(s))
}

func (p *people) hide() {
	parts := map[string][]model.Person{}
	spelled := map[string]string{}
	for _, x := range p.list {
		full := words(norm.NFC.String(clean(x.Name)))
		if len(full) == 0 {
			continue
		}
		p.hidden = append(p.hidden, secret{words: folded(full), part: len(full) == 1, upper: capital(full[0]), instead: p.label[x.ID]})
		if n := len(full); n > 1 { // "Hart, Lena"
			back := append([]string{full[n-1]}, full[:n-1]...)
			p.hidden = append(p.hidden, secret{words: folded(back), instead: p.label[x.ID]})
			for _, w := range full {
				k := fold(w)
				if len([]rune(w)) >= 3 && !slices.ContainsFunc(parts[k], func(y model.Person) bool { return y.ID == x.ID }) {
					parts[k] = append(parts[k], x)
					spelled[k] = w
				}
			}
		}
	}
	for k, of := range parts {
		p.hidden = append(p.hidden, secret{words: []string{k}, part: true, upper: capital(spelled[k]), instead: p.shared(of)})
	}
	slices.SortFunc(p.hidden, func(a, b secret) int {
		x, y := strings.Join(a.words, " "), strings.Join(b.words, " ")
		if len(a.words) != len(b.words) {
			return len(b.words) - len(a.words)
		}
		if c := strings.Compare(x, y); c != 0 {
			return c
		}
		return strings.Compare(a.instead, b.instead)
	})
}

// shared is what stands for a part of a name: of one person their label, of several no more than what they have in common.
func (p *people) shared(of []model.Person) string {
	if len(of) == 1 {
		return p.label[of[0].ID]
	}
	role := of[0].Role
	for _, x := range of {
		if x.Role != role || (role != model.Leader && role != model.Manager && role != model.Rep) {
			return "a colleague"
		}
	}
	return "a " + string(role)
}

// replace goes through the words of a text once, so that what it puts in is never looked at again.
func (p *people) replace(s string) string {
	at := spans(s)
	var b strings.Builder
	last := 0
	for i := 0; i < len(at); {
		n, instead := p.match(s, at[i:])
		if n == 0 {
			i++
			continue
		}
		b.WriteString(s[last:at[i][0]] + instead)
		last = at[i+n-1][1]
		i += n
	}
	return b.String() + s[last:]
}

// match says how many of the words ahead are a protected name.
func (p *people) match(s string, at [][2]int) (int, string) {
	for _, x := range p.hidden {
		if len(x.words) > len(at) {
			continue
		}
		ok := true
		for j, w := range x.words {
			word := s[at[j][0]:at[j][1]]
			if fold(word) != w || (x.part && x.upper && !capital(word)) || (j > 0 && !joins(s[at[j-1][1]:at[j][0]])) {
				ok = false
				break
			}
		}
		if ok {
			return len(x.words), x.instead
		}
	}
	return 0, ""
}
