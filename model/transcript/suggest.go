package transcript

import (
	"slices"
	"strings"

	"github.com/gapbook/gapbook/model/fold"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/names"
	"github.com/gapbook/gapbook/model/playbook"
)

// Suggestion is a place where the playbook's words point to an objection. It counts for nothing: a word is no objection
// until somebody has heard it and says so.
type Suggestion struct {
	Theme      string
	Hit        Hit    // where the first of the words stand
	Words      string // of the playbook, as it writes them
	Start, End int    // of what the speaker says without a break, in milliseconds
	Speaker    string
	At         model.Clock // absent where the transcript has no times
	Quote      string      // the sentence around the words
}

// Suggest looks for the words of the themes, whole words and phrases only, without case and accents, also across the
// cues of one speaker. It looks where a buyer may be speaking: nowhere on the seller's side. A theme is suggested once
// for what somebody says without a break.
func Suggest(t *Transcript, themes []playbook.Theme, cast map[string]Voice) []Suggestion {
	byFirst := phrases(themes)
	var out []Suggestion
	for _, run := range runs(t) {
		speaker := t.Cues[run.from].Speaker
		if cast[speaker].Side == Seller {
			continue
		}
		list := tokens(t, run)
		seen := map[string]bool{}
		for i, w := range list {
			for _, p := range byFirst[w.folded] {
				if seen[p.theme] || !p.stands(list[i:]) {
					continue
				}
				seen[p.theme] = true
				last, to := list[i+len(p.words)-1], len(t.Cues[w.cue].Text)
				if last.cue == w.cue {
					to = last.to
				}
				s := Suggestion{Theme: p.theme, Hit: Hit{w.cue, w.from, to}, Words: p.said, Speaker: speaker, Start: t.Cues[run.from].Start}
				for _, c := range t.Cues[run.from:run.to] {
					s.End = max(s.End, c.End)
				}
				if t.Timed {
					s.At = t.Cues[w.cue].At()
				}
				s.Quote = Sentence(t.Cues[w.cue].Text, w.from, to)
				out = append(out, s)
			}
		}
	}
	return out
}

// Pending leaves out what is settled: the same theme is on record, heard while the speaker was speaking (without times,
// in the same words), or it was ruled out.
func Pending(list []Suggestion, call *model.Call) []Suggestion {
	var out []Suggestion
next:
	for _, s := range list {
		if slices.Contains(call.RuledOut, s.Mark()) {
			continue
		}
		for _, o := range call.Objections {
			at, ok := o.At.Seconds()
			then := ok && at >= s.Start/1000-1 && at <= s.End/1000+1
			if o.Theme == s.Theme && (then && s.At != "" || o.Quote == s.Quote) {
				continue next
			}
		}
		out = append(out, s)
	}
	return out
}

// Mark is how a call remembers that this was no objection.
func (s Suggestion) Mark() string {
	if s.At == "" {
		return s.Theme
	}
	return s.Theme + "@" + string(s.At)
}

// Objection is the record of a suggestion that was confirmed: its time, its speaker, and the sentence around its words.
func (s Suggestion) Objection() model.Objection {
	return model.Objection{Theme: s.Theme, At: s.At, Quote: s.Quote, Speaker: s.Speaker}
}

// Sentence is the sentence, or the sentences, of a text that hold what stands from one byte to another.
func Sentence(text string, from, to int) string {
	begin, end := 0, len(text)
	for i, r := range text {
		if !strings.ContainsRune(".?!…。？！", r) {
			continue
		}
		after := i + len(string(r))
		if after < len(text) && r < 0x80 && !strings.ContainsRune(" \"'”’)?!.", first(text[after:])) {
			continue // 1.5, acme.com
		}
		if after <= from {
			begin = after
		} else if after >= to {
			end = after
			break
		}
	}
	return strings.TrimLeft(trim(text[begin:end]), `"'”’)?!. `)
}

// phrase is words of a theme.
type phrase struct {
	theme, said string
	words       []string
}

func phrases(themes []playbook.Theme) map[string][]phrase {
	out := map[string][]phrase{}
	for _, th := range themes {
		for _, said := range th.Words {
			p := phrase{theme: th.ID, said: said}
			for _, w := range names.Words(said) {
				p.words = append(p.words, fold.Of(w).S)
			}
			if len(p.words) > 0 {
				out[p.words[0]] = append(out[p.words[0]], p)
			}
		}
	}
	return out
}

// token is a word of a cue.
type token struct {
	folded   string
	cue      int
	from, to int
}

func tokens(t *Transcript, run stretch) []token {
	var out []token
	for i := run.from; i < run.to; i++ {
		text := t.Cues[i].Text
		for _, at := range names.Spans(text) {
			out = append(out, token{fold.Of(text[at[0]:at[1]]).S, i, at[0], at[1]})
		}
	}
	return out
}

func (p phrase) stands(list []token) bool {
	if len(list) < len(p.words) {
		return false
	}
	for i, w := range p.words {
		if list[i].folded != w {
			return false
		}
	}
	return true
}
