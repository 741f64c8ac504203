// Package roster reads a list of people, as a client's HR system or a spreadsheet has it, into people of an engagement: who
// is who, as which role each is asked, and what was guessed to know that. It changes nothing. It imports the model, and the
// reader of tables of model/crm.
package roster

import (
	"slices"
	"strings"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/crm"
	"github.com/gapbook/gapbook/model/inert"
	"github.com/gapbook/gapbook/model/names"
)

// Result is what was found. Nothing of it is in the engagement yet.
type Result struct {
	File    string
	Rows    int
	New     []Found
	Known   []string // names that are in the engagement, or further up in the file
	Out     []Left
	Used    []Use    // column by what it was taken for
	Ignored []string // columns
	about   string   // encoding and separator
}

// Found is a person to add. Guessed is the text that the role was guessed from; empty: the file names the role.
type Found struct {
	model.Person
	Line    int
	Guessed string
}

// Left is a row that is left out.
type Left struct {
	Line int
	Why  string
}

// Use says which column holds what.
type Use struct{ What, Column string }

// The columns by the names that people give them, folded, the best first.
var columns = []struct {
	what     string
	synonyms []string
}{
	{"name", []string{"fullname", "employeename", "displayname", "contactname", "nombrecompleto", "nomcomplet", "name", "employee", "person", "contact", "mitarbeiter", "nombre"}},
	{"first name", []string{"firstname", "givenname", "first", "forename", "vorname", "prenom", "nombre", "nombres"}},
	{"last name", []string{"lastname", "surname", "familyname", "last", "nachname", "apellidos", "apellido", "nom"}},
	{"title", []string{"jobtitle", "title", "position", "businesstitle", "jobposition", "job", "function", "funktion", "stelle", "puesto", "cargo", "poste"}},
	{"role", []string{"role", "interviewrole", "rolle", "rol"}},
	{"team", []string{"team", "salesteam", "region", "territory", "department", "dept", "group", "office", "abteilung", "equipo", "equipe"}},
}

// found is the column of each thing, -1 for none.
type found map[string]int

func find(folded []string) found {
	at := found{}
	for _, c := range columns {
		at[c.what] = -1
		for _, s := range c.synonyms {
			if i := slices.Index(folded, s); i >= 0 {
				at[c.what] = i
				break
			}
		}
	}
	if at["first name"] < 0 || at["last name"] < 0 {
		at["first name"], at["last name"] = -1, -1
	} else if at["name"] == at["first name"] || at["name"] < 0 || !strings.Contains(folded[at["name"]], "name") {
		at["name"] = -1 // "nombre" beside "apellidos" is half of it
	} else {
		at["first name"], at["last name"] = -1, -1
	}
	return at
}

func (f found) enough() bool {
	return (f["name"] >= 0 || f["last name"] >= 0) && (f["title"] >= 0 || f["role"] >= 0)
}

// Read reads a list of people for an engagement.
func Read(f crm.File, e *model.Engagement) (*Result, error) {
	t, err := crm.ReadTable(f, func(folded []string) bool { return find(folded).enough() })
	if err != nil {
		if refused, ok := err.(*crm.Error); ok && refused.Err == nil && strings.HasPrefix(refused.Problem, "no header") {
			refused.Hint = "a list of people has a column for the name, and one for the job title or the role"
		}
		return nil, err
	}
	at := find(t.Folded)
	r := &Result{File: t.File, Rows: len(t.Rows), about: t.Encoding + ", columns between " + t.Separator}
	r.say(t, at)
	known := map[string]bool{}
	for _, p := range e.People {
		known[key(p.Name)] = true
	}
	for _, row := range t.Rows {
		r.take(row, at, known)
	}
	return r, nil
}

func (r *Result) say(t *crm.Table, at found) {
	used := map[int]bool{}
	for _, c := range columns {
		if i := at[c.what]; i >= 0 {
			used[i] = true
			r.Used = append(r.Used, Use{c.what, t.Head[i]})
		}
	}
	for i, h := range t.Head {
		if !used[i] && h != "" {
			r.Ignored = append(r.Ignored, h)
		}
	}
}

func (r *Result) take(row crm.TableRow, at found, known map[string]bool) {
	text := func(what string) string { return line(row.Cell(at[what])) }
	name := turned(text("name"))
	if at["last name"] >= 0 {
		name = line(text("first name") + " " + text("last name"))
	}
	if name == "" {
		r.Out = append(r.Out, Left{row.Line, "no name"})
		return
	}
	if known[key(name)] {
		r.Known = append(r.Known, name)
		return
	}
	p := Found{Person: model.Person{Name: name, Title: text("title"), Team: text("team")}, Line: row.Line}
	said := text("role")
	p.Role = named(said)
	if p.Title == "" && p.Role == "" {
		p.Title = said // a title in a column of roles
	}
	for _, words := range []string{said, p.Title} {
		if p.Role == "" {
			p.Role, p.Guessed = guess(words), words
		}
	}
	switch {
	case p.Role != "":
		p.ID = model.NewID("p")
		known[key(name)] = true
		r.New = append(r.New, p)
	case p.Title == "":
		r.Out = append(r.Out, Left{row.Line, name + " has neither role nor title"})
	default:
		r.Out = append(r.Out, Left{row.Line, name + ": no role can be guessed from “" + p.Title + "”"})
	}
}

// line is a text from a file as one line that cannot act.
func line(s string) string { return strings.Join(strings.Fields(inert.Strip(s)), " ") }

func key(name string) string { return strings.Join(strings.Fields(names.Fold(name)), " ") }

var degrees = []string{"jr", "sr", "ii", "iii", "phd", "mba", "md", "esq", "cpa"}

// turned is "Ruiz, Ana" the other way round.
func turned(name string) string {
	last, first, ok := strings.Cut(name, ",")
	first = strings.TrimSpace(first)
	if !ok || first == "" || strings.Contains(first, ",") || slices.Contains(degrees, strings.ToLower(strings.Trim(first, ". "))) {
		return name
	}
	return first + " " + strings.TrimSpace(last)
}
