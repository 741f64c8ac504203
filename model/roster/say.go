package roster

import (
	"fmt"
	"strings"

	"github.com/gapbook/gapbook/model"
)

// Understood says in plain sentences what was read and how, each person by name.
func (r *Result) Understood() []string {
	out := []string{fmt.Sprintf("%s: %s (%s)", r.File, count(r.Rows, "row"), r.about)}
	var used []string
	for _, u := range r.Used {
		used = append(used, fmt.Sprintf("%s from %q", u.What, u.Column))
	}
	out = append(out, "Taken: "+strings.Join(used, ", "))
	if len(r.Ignored) > 0 {
		out = append(out, "Not taken: "+strings.Join(r.Ignored, ", "))
	}
	out = append(out, fmt.Sprintf("New: %d", len(r.New)))
	for _, p := range r.New {
		s := fmt.Sprintf("  %s, %s", p.Name, p.Role)
		if p.Guessed != "" {
			s += fmt.Sprintf(" (guessed from %q)", p.Guessed)
		}
		out = append(out, s)
	}
	if len(r.Known) > 0 {
		out = append(out, "There already: "+strings.Join(r.Known, ", "))
	}
	for _, l := range r.Out {
		out = append(out, fmt.Sprintf("Left out, line %d: %s", l.Line, l.Why))
	}
	return out
}

// Summary is what would be added, in a few lines: how many of each role, and what the roles were guessed from.
func (r *Result) Summary() string {
	var roles, also []string
	guessed := 0
	for _, role := range model.Roles() {
		n := 0
		for _, p := range r.New {
			if p.Role == role {
				n++
			}
		}
		if n > 0 {
			roles = append(roles, fmt.Sprintf("%d %s", n, role))
		}
	}
	for _, p := range r.New {
		if p.Guessed != "" {
			guessed++
		}
	}
	s := count(len(r.New), "new person") + ": " + strings.Join(roles, ", ") + "."
	if guessed > 0 {
		also = append(also, fmt.Sprintf("%d of the roles are guessed from the title; e on a person changes one.", guessed))
		if guessed == 1 {
			also[0] = "1 of the roles is guessed from the title; e on a person changes it."
		}
	}
	if n := len(r.Known); n > 0 {
		also = append(also, fmt.Sprintf("%d there already.", n))
	}
	if n := len(r.Out); n > 0 {
		also = append(also, fmt.Sprintf("%d left out, the first in line %d: %s.", n, r.Out[0].Line, r.Out[0].Why))
	}
	return strings.Join(append([]string{s}, also...), " ")
}

func count(n int, noun string) string {
	switch {
	case n == 1:
		return "1 " + noun
	case noun == "new person":
		return fmt.Sprintf("%d new people", n)
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
