package evidence

import (
	"slices"
	"strconv"
	"strings"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/playbook"
	"github.com/gapbook/gapbook/tui/screen"
)

// Line is one marked line of a note.
type Line struct {
	Place
	model.NoteLine
	Number int         // of the line in its note, from 0
	Fate   *model.Line // what became of it; nil: nothing was ever said
	place  int         // of the fate in the file's list
}

// Key tells the line from all others, also from one of the same words in the same note.
func (l Line) Key() string { return l.Place.Ref() + "\n" + strconv.Itoa(l.Number) + "\n" + l.Text }

// Open says whether nothing has become of it yet.
func (l Line) Open() bool {
	return l.Fate == nil || l.Fate.Finding == "" && !l.Fate.Dismissed && l.Fate.Done == ""
}

// Evidence is what a finding made of the line rests on: the moment, where the line is stamped in a call.
func (l Line) Evidence() string {
	if l.Kind == screen.Call && l.Item == "" && l.NoteLine.At != "" {
		return l.Record + "@" + string(l.NoteLine.At)
	}
	return l.Place.Ref()
}

// Route leads to the line's note; in a call, to the moment.
func (l Line) Route() screen.Route {
	r := l.Place.Route()
	if l.Kind == screen.Call && l.Item == "" && l.NoteLine.At != "" {
		r.At = string(l.NoteLine.At)
	}
	return r
}

// Around are up to n lines before and after it in its note, empty ones left out.
func (l Line) Around(n int) (before, after []string) {
	lines := strings.Split(l.Note, "\n")
	for i := l.Number - 1; i >= 0 && len(before) < n; i-- {
		if s := strings.TrimSpace(lines[i]); s != "" {
			before = append([]string{s}, before...)
		}
	}
	for i := l.Number + 1; i < len(lines) && len(after) < n; i++ {
		if s := strings.TrimSpace(lines[i]); s != "" {
			after = append(after, s)
		}
	}
	return before, after
}

// Lines lists the lines of one mark in all notes, in the order of the file, with what became of each.
func Lines(e *model.Engagement, pb *playbook.Playbook, mark model.Mark) []Line {
	type key struct{ in, text string }
	fates := make(map[key]int, len(e.Lines))
	for i, l := range e.Lines {
		fates[key{l.In, l.Text}] = i
	}
	var out []Line
	for _, p := range All(e, pb) {
		if p.Note == "" {
			continue
		}
		i := 0
		for s := range strings.SplitSeq(p.Note, "\n") {
			if n := model.ParseLine(s); n.Mark == mark && n.Text != "" {
				l := Line{Place: p, NoteLine: n, Number: i, place: -1}
				if f, ok := fates[key{p.Ref(), n.Text}]; ok {
					l.Fate, l.place = &e.Lines[f], f
				}
				out = append(out, l)
			}
			i++
		}
	}
	return out
}

// Becomes is the edit that writes down what became of the line. In and text are filled in.
func (l Line) Becomes(fate model.Line) screen.Edit {
	fate.In, fate.Text = l.Place.Ref(), l.Text
	if l.place >= 0 {
		return screen.Set(fate, "lines", "#"+strconv.Itoa(l.place))
	}
	return screen.Add(fate, "lines")
}

// Reopen is the edit that makes it open again; none where it is.
func (l Line) Reopen() []screen.Edit {
	if l.place < 0 {
		return nil
	}
	return []screen.Edit{screen.Remove("lines", "#"+strconv.Itoa(l.place))}
}

// Repoint are the edits after which all that pointed at one finding points at another: its lines, and the plan's actions.
func Repoint(e *model.Engagement, from, to string) []screen.Edit {
	var out []screen.Edit
	for i, l := range e.Lines {
		if l.Finding == from {
			out = append(out, screen.Set(to, "lines", "#"+strconv.Itoa(i), "finding"))
		}
	}
	for _, a := range e.Actions() {
		if i := slices.Index(a.Findings, from); i >= 0 {
			all := slices.Clone(a.Findings)
			if all[i] = to; slices.Index(a.Findings, to) >= 0 {
				all = slices.Delete(all, i, i+1)
			}
			out = append(out, screen.Set(all, "plan", "actions", a.ID, "findings"))
		}
	}
	return out
}

// Forget are the edits after which nothing points at a finding any more: its lines are open again, the plan's actions no
// longer carry it.
func Forget(e *model.Engagement, finding string) []screen.Edit {
	var out []screen.Edit
	for i := len(e.Lines) - 1; i >= 0; i-- { // from the end, so that the places before it stay right
		if e.Lines[i].Finding == finding {
			out = append(out, screen.Remove("lines", "#"+strconv.Itoa(i)))
		}
	}
	for _, a := range e.Actions() {
		if i := slices.Index(a.Findings, finding); i >= 0 {
			left := slices.Delete(slices.Clone(a.Findings), i, i+1)
			out = append(out, screen.Set(left, "plan", "actions", a.ID, "findings"))
		}
	}
	return out
}
