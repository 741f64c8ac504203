package erase

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/exact"
	"github.com/gapbook/gapbook/model/names"
)

// Options say what else goes.
type Options struct {
	Ratings bool // the ratings that the person gave
}

// Report is what was taken away from one file.
type Report struct {
	Person      int // fields of the person's record
	Notes       int // of their interviews, and what they reflected on
	Lines       int // of the triage, and unsettled fields of theirs
	Ratings     int
	Unknown     int      // keys of their records that the program does not know
	Comments    int      // inside their records
	IDs         int      // that spelled the name
	Transcripts []string // references to files whose own name holds theirs
	Mentions    []Change // of the name
	Copies      []Change // of what they said
	Left        []string // where the name still stands, because something else depends on it
}

// Change is one text that changed.
type Change struct{ Where, Before, After string }

// Empty says that there was nothing to take away.
func (r *Report) Empty() bool {
	return r.Person+r.Notes+r.Lines+r.Ratings+r.Unknown+r.Comments+r.IDs+len(r.Transcripts)+len(r.Mentions)+len(r.Copies) == 0
}

// File takes the person out of one version of the file. Nothing else in it changes, to the byte.
func File(doc *exact.Document, t *Target, opt Options) (*exact.Document, Report, error) {
	w := &work{target: t, opt: opt, e: &model.Engagement{}, keys: map[string]bool{}}
	doc.Decode(w.e)
	w.text, w.label = t.finders(w.e)
	if len(t.Names) == 0 {
		w.text, w.label = names.New(nil, nil), names.New(nil, nil)
	}
	w.records()
	next, err := doc.Update(w.e)
	if err != nil {
		return nil, w.Report, err
	}
	if next, err = next.Rewrite(exact.Words{Drop: w.drop}); err != nil {
		return nil, w.Report, err
	}
	w.e = &model.Engagement{} // the places in its lists are now those of the file
	next.Decode(w.e)
	w.own = w.ownLines(next)
	if next, err = next.Rewrite(exact.Words{Value: w.value, Key: w.key, Comment: w.comment}); err != nil {
		return nil, w.Report, err
	}
	return next, w.Report, w.look(next)
}

// work is one file on its way.
type work struct {
	Report
	target      *Target
	opt         Options
	e           *model.Engagement
	text, label *names.Finder
	said        said
	mine        map[string]bool // ids of the person and of their interviews
	own         [][2]int        // lines of the person's own records
	keys        map[string]bool
}

// records takes away what is the person's own, and remembers what they said.
func (w *work) records() {
	e := w.e
	for i := range e.People {
		if p := &e.People[i]; w.target.is(p.ID) {
			for _, s := range []*string{&p.Name, &p.Title, &p.Team} {
				w.clear(s, &w.Person)
			}
		}
	}
	w.mine = map[string]bool{w.target.ID: true, w.target.IDs[w.target.ID]: true}
	for i := range e.Interviews {
		iv := &e.Interviews[i]
		if !w.target.is(iv.Person) {
			continue
		}
		w.mine[iv.ID] = true
		w.words(&iv.Note)
		for j := range iv.Answers {
			a := &iv.Answers[j]
			w.words(&a.Note)
			if w.opt.Ratings && (a.Rating != nil || a.NA || a.Skipped) {
				a.Rating, a.NA, a.Skipped = nil, false, false
				w.Ratings++
			}
		}
	}
	for i := range e.Coaching {
		if r := &e.Coaching[i]; w.target.is(r.Rep) {
			w.words(&r.Reflect)
		}
	}
	for i := range e.Calls {
		if c := &e.Calls[i]; c.Transcript != "" && w.text.Replace(spoken(c.Transcript)) != spoken(c.Transcript) {
			w.Transcripts = append(w.Transcripts, c.Transcript)
			c.Transcript = ""
		}
	}
}

func (w *work) clear(s *string, count *int) {
	if *s != "" {
		*s = ""
		*count++
	}
}

func (w *work) words(note *string) {
	w.said.add(*note)
	w.clear(note, &w.Notes)
}

// spoken is a path with its words as one would write them, so that marcus-webb.vtt is found, and marcus.vtt too.
func spoken(path string) string {
	words := names.Words(path)
	for i, x := range words {
		r, size := utf8.DecodeRuneInString(x)
		words[i] = string(unicode.ToUpper(r)) + x[size:]
	}
	return strings.Join(words, " ")
}

// drop takes away what was triaged out of the person's interviews, and unknown keys of their own records: nobody can say
// what those hold.
func (w *work) drop(path []any) bool {
	if i, ok := path[len(path)-1].(int); ok {
		theirs := len(path) == 2 && (path[0] == "lines" && w.line(i) || path[0] == "unsettled" && w.unsettled(i))
		if theirs {
			w.Lines++
		}
		return theirs
	}
	if !w.inOwn(path) || known(path) {
		return false
	}
	w.Unknown++
	return true
}

func (w *work) line(i int) bool {
	return i < len(w.e.Lines) && w.mine[model.ParseRef(w.e.Lines[i].In).Record]
}

func (w *work) unsettled(i int) bool {
	if i >= len(w.e.Unsettled) {
		return false
	}
	record, _, _ := strings.Cut(w.e.Unsettled[i].Field, ".")
	return record != "" && w.mine[record]
}

// inOwn says whether a path leads to the person's record or to an interview of theirs, or into one.
func (w *work) inOwn(path []any) bool {
	if len(path) < 2 {
		return false
	}
	i, isItem := path[1].(int)
	switch {
	case !isItem:
		return false
	case path[0] == "people":
		return i < len(w.e.People) && w.target.is(w.e.People[i].ID)
	case path[0] == "interviews":
		return i < len(w.e.Interviews) && w.target.is(w.e.Interviews[i].Person)
	}
	return false
}

func (w *work) ownLines(doc *exact.Document) (out [][2]int) {
	add := func(path ...any) {
		if first, last, ok := doc.Lines(path...); ok && w.inOwn(path) {
			out = append(out, [2]int{first, last})
		}
	}
	for i := range w.e.People {
		add("people", i)
	}
	for i := range w.e.Interviews {
		add("interviews", i)
	}
	return out
}
