package crm

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
)

// read finds the headings, if there are any, and the separator, and takes every line.
func (m *milestones) read(text string) error {
	lines := strings.Split(text, "\n")
	m.findHeadings(lines)
	if len(m.headings) == 0 {
		m.sep = guessSeparator(lines)
	}
	if m.sep == 0 {
		for i, l := range lines {
			if err := m.take([][]byte{[]byte(l)}, i+1); err != nil {
				return err
			}
		}
		return nil
	}
	from := 0
	for range m.headingLine {
		_, rest, _ := strings.Cut(text[from:], "\n")
		from = len(text) - len(rest)
	}
	rec := &records{r: bufio.NewReader(strings.NewReader(text[from:])), sep: m.sep, line: m.headingLine}
	for {
		err := rec.next()
		var split *splitError
		switch {
		case err == io.EOF:
			return nil
		case errors.As(err, &split):
			return &Error{File: m.name, Line: split.line, Problem: split.problem, Hint: "copy the list again: it is cut off"}
		}
		if err := m.take(rec.fields, rec.at); err != nil {
			return err
		}
	}
}

// findHeadings looks for the first line that names a column of milestones beside another.
func (m *milestones) findHeadings(lines []string) {
	for n, l := range lines[:min(len(lines), headerLines)] {
		for _, sep := range []byte{'\t', '|', ';', ','} {
			h := headerAt([]byte(l), sep)
			if h == nil {
				continue
			}
			found := map[string]int{}
			for field, names := range milestoneColumns {
				for _, s := range names {
					if i := slices.Index(h.folded, s); i >= 0 {
						found[field] = i
						break
					}
				}
			}
			if _, ok := found["what"]; ok && len(found) > 1 {
				m.columns, m.headings, m.headingLine, m.sep = found, h.names, n+1, sep
				return
			}
		}
	}
}

// guessSeparator is the one that splits most lines without headings; a comma only where it splits off dates or sides, since
// a milestone may have commas of its own.
func guessSeparator(lines []string) byte {
	for _, sep := range []byte{'\t', '|', ';', ','} {
		split, all := 0, 0
		for _, l := range lines {
			if strings.TrimSpace(l) == "" {
				continue
			}
			all++
			for _, c := range strings.Split(l, string(sep))[1:] {
				b := cell([]byte(c))
				if _, ok := sideOf(string(b), nil); ok || parseDate(b).ok || sep != ',' && len(b) > 0 {
					split++
					break
				}
			}
		}
		if split > 0 && 2*split >= all {
			return sep
		}
	}
	return 0
}

var (
	bullet = regexp.MustCompile(`^(?:[-*•–]\s+|\d{1,3}[.)]\s+)?(?:\[( |x|X|✓)?\]\s*)?`)
	ruled  = regexp.MustCompile(`^[\s|:+=-]*$`)
)

// take reads one line of the list.
func (m *milestones) take(fields [][]byte, line int) error {
	if ruled.Match(bytes.Join(fields, []byte("|"))) { // nothing, or the rule of a Markdown table
		return nil
	}
	if len(m.rows) >= maxMilestones {
		return &Error{
			File: m.name, Line: line, Problem: fmt.Sprintf("more than %d lines: this is no list of milestones", maxMilestones),
			Hint: "one line for each milestone of one deal",
		}
	}
	var r milestoneRow
	done := false
	if len(m.headings) > 0 {
		r, done = m.named(fields, line)
	} else {
		r = m.guessed(fields, line)
	}
	mark := bullet.FindStringSubmatch(r.what)
	r.what = strings.TrimSpace(r.what[len(mark[0]):])
	done = done || strings.TrimSpace(mark[1]) != ""
	if r.what == "" {
		m.nameless++
		return nil
	}
	if done && r.done == 0 {
		m.ticked++
	}
	m.rows = append(m.rows, r)
	return nil
}

// named reads a line by its headings; done says that it is marked so without a day.
func (m *milestones) named(fields [][]byte, line int) (r milestoneRow, done bool) {
	at := func(field string) []byte {
		if i, ok := m.columns[field]; ok && i < len(fields) {
			return cell(fields[i])
		}
		return nil
	}
	r.what = oneLine(at("what"))
	r.owner = m.side(string(at("owner")))
	if _, ok := m.columns["owner"]; !ok {
		switch b, s := at("buyer"), at("seller"); {
		case !isBlank(b) && isBlank(s):
			r.owner = "buyer"
		case !isBlank(s) && isBlank(b):
			r.owner = "seller"
		}
	}
	r.due, r.first = m.due.read(at("due"), line), m.first.read(at("first"), line)
	switch b := at("done"); {
	case isTrue(b) || string(b) == "✓" || strings.EqualFold(string(b), "done"):
		done = true
	case parseDate(b).ok || !isNo(b):
		r.done = m.done.read(b, line)
	}
	return r, done
}

// guessed reads a line without headings: a date is when it is due, a word for a side is whose it is, the first text that is
// neither is the milestone.
func (m *milestones) guessed(fields [][]byte, line int) (r milestoneRow) {
	for _, f := range fields {
		b := cell(f)
		if m.sep == 0 {
			r.what = oneLine(b)
			continue
		}
		side, known := sideOf(string(b), m.sellers)
		switch {
		case len(b) == 0:
		case known && r.owner == "":
			r.owner = side
		case parseDate(b).ok && r.due == 0:
			r.due = m.due.read(b, line)
		case parseDate(b).ok:
			r.done = m.done.read(b, line)
		case r.what == "":
			r.what = oneLine(b)
		case r.owner == "":
			r.owner = m.side(string(b))
		}
	}
	return r
}

// side is whose a milestone is; a name that is on neither side is noted.
func (m *milestones) side(s string) string {
	side, known := sideOf(s, m.sellers)
	if !known && !isBlank([]byte(s)) {
		m.strange++
		if name := shown(s); !slices.Contains(m.strangers, name) && len(m.strangers) < 5 {
			m.strangers = append(m.strangers, name)
		}
	}
	return side
}

func sideOf(s string, sellers map[string]bool) (side string, known bool) {
	f := fold(s)
	switch {
	case slices.Contains([]string{"buyer", "buyers", "customer", "client", "prospect", "them", "theirs", "theirside", "kunde", "acheteur", "comprador"}, f):
		return "buyer", true
	case slices.Contains([]string{"seller", "sellers", "vendor", "supplier", "us", "we", "ours", "ourside", "sales", "ae", "se", "rep", "vendeur", "vendedor"}, f), sellers[f]:
		return "seller", true
	}
	return "", false
}

func isNo(b []byte) bool {
	return isBlank(b) || slices.Contains([]string{"no", "n", "false", "0", "open", "todo", "not started", "in progress", "planned"}, strings.ToLower(string(b)))
}

func oneLine(b []byte) string { return strings.Join(strings.Fields(string(b)), " ") }
