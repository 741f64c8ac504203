package erase

import (
	"fmt"
	"strings"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/exact"
	"github.com/gapbook/gapbook/model/names"
)

// value is a text of the file as it should read afterwards.
func (w *work) value(path []any, s string) string {
	switch kindAt(path) {
	case id:
		return w.id(s)
	case ref:
		return w.ref(s)
	case label:
		return w.mention(place(w.e, path), s, w.label)
	case file:
		return s
	}
	if w.e.Person(s) != nil { // an owner
		return w.id(s)
	}
	where := place(w.e, path)
	if len(path) == 5 && path[2] == "objections" && path[4] == "speaker" && w.speaks(path[1], s) && !numbered.MatchString(s) {
		return w.instead(path, s)
	}
	if !w.elsewhere(path) {
		s = w.copy(where, s)
	}
	return w.mention(where, s, w.text)
}

// elsewhere says whether a text was said in another conversation: it is no copy, however alike.
func (w *work) elsewhere(path []any) bool {
	if len(path) >= 3 && path[0] == "lines" {
		if i, ok := path[1].(int); ok && i < len(w.e.Lines) {
			record := model.ParseRef(w.e.Lines[i].In).Record
			return w.e.Interview(record) != nil || w.e.Call(record) != nil
		}
	}
	return len(path) > 0 && (path[0] == "interviews" || path[0] == "calls")
}

func (w *work) copy(where, s string) string {
	out := w.said.cut(s)
	if out != s {
		w.Copies = append(w.Copies, Change{where, s, out})
	}
	return out
}

func (w *work) mention(where, s string, f *names.Finder) string {
	out := f.Replace(s)
	if out != s {
		w.Mentions = append(w.Mentions, Change{where, s, out})
	}
	return out
}

func (w *work) id(s string) string {
	if n := w.target.IDs[s]; n != "" {
		w.IDs++
		return n
	}
	return s
}

// ref renames the record that a reference leads to, and the name in a question of one's own.
func (w *work) ref(s string) string {
	end := strings.IndexAny(s, "/@.")
	if end < 0 {
		return w.id(s)
	}
	rest := s[end:]
	if item := model.ParseRef(s).Item; item != "" && !model.ValidID(item) {
		rest = w.text.Replace(rest)
	}
	return w.id(s[:end]) + rest
}

// key is a key that somebody chose; those that the program knows stay.
func (w *work) key(path []any, key string) string {
	f := w.text
	switch {
	case len(path) == 4 && path[0] == "calls" && path[2] == "speakers": // as a transcript calls them
		if w.speaks(path[1], key) && !numbered.MatchString(key) && !strings.HasPrefix(key, standIn(w.target.Role)) {
			return w.free(path, key, w.instead(path, key))
		}
	case !known(path):
	case path[0] == "crm" && len(path) == 3:
		f = w.label
	default:
		return key
	}
	return w.free(path, key, w.mention(place(w.e, path), key, f))
}

// speaks says whether a name in a transcript is the person's.
func (w *work) speaks(call any, name string) bool {
	i, ok := call.(int)
	return ok && i < len(w.e.Calls) && w.target.is(w.e.Calls[i].Speakers[name])
}

// instead puts the role in the place of what a transcript calls the person, be it only an initial.
func (w *work) instead(path []any, key string) string {
	out := w.text.Replace(key)
	if out == key {
		out = standIn(w.target.Role)
	}
	if out != key {
		w.Mentions = append(w.Mentions, Change{place(w.e, path), key, out})
	}
	return out
}

// free is a new key as no other beside it is called.
func (w *work) free(path []any, key, out string) string {
	for n, base := 2, out; out != key && w.keys[fmt.Sprint(path[:len(path)-1], out)]; n++ {
		out = fmt.Sprint(base, " ", n)
	}
	if out != key {
		w.keys[fmt.Sprint(path[:len(path)-1], out)] = true
	}
	return out
}

func (w *work) comment(line int, s string) string {
	for _, l := range w.own {
		if l[0] <= line && line <= l[1] {
			w.Comments++
			return ""
		}
	}
	return w.mention("a comment", w.copy("a comment", s), w.text)
}

// look goes over the finished file once more: a full name that still stands somewhere is said.
func (w *work) look(doc *exact.Document) error {
	see := func(where, s string) {
		if w.label.Replace(s) != s {
			w.Left = append(w.Left, where+": "+s)
		}
	}
	_, err := doc.Rewrite(exact.Words{
		Value:   func(path []any, s string) string { see(place(w.e, path), s); return s },
		Key:     func(path []any, s string) string { see(place(w.e, path), s); return s },
		Comment: func(line int, s string) string { see(fmt.Sprintf("line %d", line), s); return s },
	})
	return err
}

// Text takes the person out of words that belong to no file any more: their name, and copies of what is noted of them in
// the engagement as it was.
func Text(s string, was *exact.Document, t *Target) string {
	w := &work{target: t, e: &model.Engagement{}}
	was.Decode(w.e)
	w.text, w.label = t.finders(w.e)
	w.records()
	out := w.said.cut(s)
	if len(t.Names) > 0 {
		out = w.text.Replace(out)
	}
	return out
}
