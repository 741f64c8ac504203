package tui

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/model/fold"
	"github.com/gapbook/gapbook/tui/dialog"
	"github.com/gapbook/gapbook/tui/screen/seek"
)

// search finds words in all that was written, line by line.
type search struct {
	app   *app
	lines []seek.Entry
	texts []fold.Text
}

// mostFound is how many lines are listed; whoever sees so many types another letter.
const mostFound = 200

func (a *app) askSearch() tea.Cmd {
	if a.env.Book == nil {
		a.status.say("nothing to search: open an engagement first", a.now())
		return nil
	}
	if p := a.page(); p != nil {
		p.Flush() // what was just typed can be found, too
	}
	s := &search{app: a}
	e := a.env.E()
	return a.find(&dialog.Find{
		Title: "Search", Placeholder: "words in notes, quotes, findings, actions…", Detail: 32, Look: s.look,
		About: "Lines in which every word stands, whatever the case and the accents.",
	}, func() func() {
		lines := seek.Texts(e, a.env.Has)
		texts := make([]fold.Text, len(lines))
		for i, x := range lines {
			texts[i] = fold.Of(x.Label)
		}
		return func() { s.lines, s.texts = lines, texts }
	})
}

// find shows a dialog at once. What it looks in is read in a command: a large engagement takes longer than a key may.
func (a *app) find(d *dialog.Find, read func() (take func())) tea.Cmd {
	d.Reading = true
	a.dialogs.Push(d)
	return func() tea.Msg { return readMsg{d, read()} }
}

// readMsg brings what a dialog looks in.
type readMsg struct {
	dialog *dialog.Find
	take   func()
}

func (a *app) read(msg readMsg) tea.Cmd {
	msg.take()
	if a.dialogs.Top() != msg.dialog {
		return nil // closed meanwhile
	}
	return a.dialogs.Update(dialog.Arrived{})
}

func (s *search) look(query string) ([]dialog.Found, string) {
	words := strings.Fields(fold.Of(query).S)
	if len(words) == 0 {
		return nil, strconv.Itoa(len(s.lines)) + " lines"
	}
	var out []dialog.Found
	n := 0
	for i, t := range s.texts {
		marks, ok := marksOf(t, words)
		if !ok {
			continue
		}
		if n++; n <= mostFound {
			x := s.app.lead(s.lines[i])
			x.Label, x.Marks = around(x.Label, marks)
			out = append(out, x)
		}
	}
	count := strconv.Itoa(n) + " found"
	if n > mostFound {
		count = "the first " + strconv.Itoa(mostFound) + " of " + count
	}
	return out, count
}

// marksOf are the places of words that must all be there, in order and without overlap.
func marksOf(t fold.Text, words []string) ([]fold.Span, bool) {
	var marks []fold.Span
	for _, w := range words {
		found := false
		for from := 0; ; {
			m, next, ok := t.Find(w, from)
			if !ok {
				break
			}
			marks, from, found = append(marks, m), next, true
		}
		if !found {
			return nil, false
		}
	}
	slices.SortFunc(marks, func(x, y fold.Span) int { return x.From - y.From })
	end := 0
	return slices.DeleteFunc(marks, func(m fold.Span) bool {
		if m.From < end {
			return true
		}
		end = m.To
		return false
	}), true
}

// around leaves out the beginning of a long line, so that the first mark is in sight.
func around(label string, marks []fold.Span) (string, []fold.Span) {
	const before, sight = 18, 28
	if len(marks) == 0 || utf8.RuneCountInString(label[:marks[0].To]) <= sight {
		return label, marks
	}
	cut := marks[0].From
	for range before {
		_, n := utf8.DecodeLastRuneInString(label[:cut])
		cut -= n
	}
	if i := strings.IndexByte(label[cut:marks[0].From], ' '); i >= 0 {
		cut += i + 1
	}
	const sign = "…"
	moved := make([]fold.Span, len(marks))
	for i, m := range marks {
		moved[i] = fold.Span{From: m.From - cut + len(sign), To: m.To - cut + len(sign)}
	}
	return sign + label[cut:], moved
}
