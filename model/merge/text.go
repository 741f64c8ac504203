package merge

import (
	"reflect"
	"slices"
	"strings"

	"github.com/gapbook/gapbook/model/exact"
)

// notes are the keys under which people write in sentences: two versions of these are never a choice between them.
var notes = map[string]bool{
	"note": true, "summary": true, "clarify": true, "observe": true, "reflect": true, "sections": true,
}

// isText says whether a value that both sides changed is merged by line: a note, or anything of several lines.
func (m *merger) isText(b, o, t *exact.Node, typ reflect.Type, at *spot) bool {
	if exact.Deref(typ) != nil && !isString(typ) {
		return false
	}
	lines := false
	for _, n := range []*exact.Node{b, o, t} {
		if n == nil || n.Kind == exact.Null {
			continue
		}
		if n.Kind != exact.Scalar || n.Plain && exact.Deref(typ) == nil || n.Tag != "" {
			return false
		}
		lines = lines || strings.Contains(n.Text, "\n")
	}
	return lines || at != nil && (notes[at.name] || at.up != nil && notes[at.up.name])
}

// isString says whether a value of type t is free text.
func isString(t reflect.Type) bool {
	if t = exact.Deref(t); t == nil || t.Kind() != reflect.String {
		return false
	}
	_, isEnum := reflect.Zero(t).Interface().(exact.Enum)
	_, isShaped := reflect.Zero(t).Interface().(exact.Shaped)
	return !isEnum && !isShaped
}

func (m *merger) text(b, o, t *exact.Node, at *spot) *exact.Node {
	s, both := Text(said(b), said(o), said(t), m.opt)
	if both {
		m.report.both = append(m.report.both, at)
	}
	switch {
	case o != nil && o.Kind == exact.Scalar && o.Text == s:
		return o
	case t != nil && t.Kind == exact.Scalar && t.Text == s:
		return t
	}
	return exact.Text(s)
}

func said(n *exact.Node) string {
	switch {
	case n == nil:
		return ""
	case n.Kind == exact.Scalar:
		return n.Text
	}
	return n.String()
}

// Text merges a text by line. What both added at one place stands there twice, ours first. Where both rewrote the same
// lines, both versions stand one above the other and it is said whose they are; both says that this was so.
func Text(base, ours, theirs string, opt Options) (merged string, both bool) {
	b, o, t := split(base), split(ours), split(theirs)
	var out []string
	apart := false // the last line belongs to one side
	add := func(lines []string) {
		if apart && len(lines) > 0 {
			out, apart = append(out, "— both:"), false
		}
		out = append(out, lines...)
	}
	for _, h := range diff3(b, o, t) {
		if !h.conflict {
			add(h.lines)
			continue
		}
		head, mine, yours, tail := h.parts()
		if len(mine) == 0 || len(yours) == 0 || len(b) > 0 && h.from == h.to {
			add(slices.Concat(head, mine, yours, tail))
			continue
		}
		add(head)
		out = append(append(out, opt.whose(weDid)), mine...)
		out = append(append(out, opt.whose(theyDid)), yours...)
		both, apart = true, true
		add(tail)
	}
	// The end of the last line is a choice of its own.
	end := func(s string) bool { return strings.HasSuffix(s, "\n") }
	ends := end(ours)
	if ours == "" || theirs != "" && end(base) == ends {
		ends = end(theirs)
	}
	merged = strings.Join(out, "\n")
	if ends && len(out) > 0 {
		merged += "\n"
	}
	return merged, both
}

func split(s string) []string {
	if s == "" {
		return nil
	}
	return strings.Split(strings.TrimSuffix(s, "\n"), "\n")
}

// parts are what both sides have alike at the beginning and the end, and what each has between.
func (h hunk) parts() (head, o, t, tail []string) {
	o, t = h.ours, h.theirs
	n := 0
	for n < min(len(o), len(t)) && o[n] == t[n] {
		n++
	}
	head, o, t = o[:n], o[n:], t[n:]
	n = 0
	for n < min(len(o), len(t)) && o[len(o)-1-n] == t[len(t)-1-n] {
		n++
	}
	tail, o, t = o[len(o)-n:], o[:len(o)-n], t[:len(t)-n]
	if len(h.ours) == 0 || len(h.theirs) == 0 {
		// One side deleted what the other changed: what was written anew stays.
		o, t = without(o, h.base), without(t, h.base)
	}
	return head, o, t, tail
}

func without(lines, base []string) []string {
	var out []string
	for _, l := range lines {
		if !slices.Contains(base, l) {
			out = append(out, l)
		}
	}
	return out
}

// whose is the line above the version of one side. No mark of a note begins with a dash, so it is only read.
func (opt Options) whose(s side) string {
	word, name := "ours", opt.Ours
	if s == theyDid {
		word, name = "theirs", opt.Theirs
	}
	if name = strings.Join(strings.Fields(name), " "); name != "" {
		return "— " + word + " (" + name + "):"
	}
	return "— " + word + ":"
}
