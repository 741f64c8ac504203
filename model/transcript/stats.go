package transcript

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Pause is the longest silence, in milliseconds, over which a speaker who goes on is still in the same monologue.
const Pause = 3000

// Speaking is what one speaker did on the call. Talk is milliseconds, or words where the transcript has no times.
type Speaking struct {
	Name      string
	Voice     Voice
	Talk      int
	Words     int
	Turns     int
	Questions int
}

// Monologue is one speaker without a break by anybody else.
type Monologue struct {
	Speaker    string
	Cue        int // its first one
	Start, End int // milliseconds
	Words      int
}

// Stats is what a transcript shows of a call.
type Stats struct {
	Timed      bool       // Talk is time, not words
	Punctuated bool       // false: the text has no question marks or full stops, so questions cannot be counted
	Talk       int        // of all speakers, the nameless too
	Speakers   []Speaking // most talk first; the nameless, if any, under an empty name
	Longest    *Monologue // nil where no speaker has a name
	LongestBy  map[string]Monologue
}

// Share is a part of all talk.
type Share struct{ Talk, Of int }

// Ratio is the share as a number from 0 to 1.
func (s Share) Ratio() float64 {
	if s.Of == 0 {
		return 0
	}
	return float64(s.Talk) / float64(s.Of)
}

// RepShare is the rep's share of all talk; nil where the rep is not known among the speakers.
func (s *Stats) RepShare() *Share {
	return s.share(func(x Speaking) bool { return x.Voice.Rep })
}

// SideShare is a side's share of all talk; nil where nobody of it is known.
func (s *Stats) SideShare(side Side) *Share {
	return s.share(func(x Speaking) bool { return x.Voice.Side == side })
}

func (s *Stats) share(of func(Speaking) bool) *Share {
	out, found := Share{Of: s.Talk}, false
	for _, x := range s.Speakers {
		if of(x) {
			out.Talk += x.Talk
			found = true
		}
	}
	if !found || s.Talk == 0 {
		return nil
	}
	return &out
}

// Questions are those asked by a side, or, with an empty one, by speakers of whom nobody knows the side.
func (s *Stats) Questions(side Side) int {
	n := 0
	for _, x := range s.Speakers {
		if x.Voice.Side == side {
			n += x.Questions
		}
	}
	return n
}

// Measure counts. Cast may be nil: then nobody is known.
func Measure(t *Transcript, cast map[string]Voice) *Stats {
	s := &Stats{Timed: t.Timed, LongestBy: map[string]Monologue{}}
	by := map[string]*Speaking{}
	until := map[string]int{} // a moment of a speaker counts once
	var order []*Speaking
	for i, c := range t.Cues {
		x := by[c.Speaker]
		if x == nil {
			x = &Speaking{Name: c.Speaker, Voice: cast[c.Speaker]}
			by[c.Speaker], order = x, append(order, x)
		}
		n := words(c.Text)
		x.Words += n
		x.Questions += questions(c.Text)
		if t.Timed {
			x.Talk += max(0, c.End-max(c.Start, until[c.Speaker]))
			until[c.Speaker] = max(until[c.Speaker], c.End)
		} else {
			x.Talk += n
		}
		if i == 0 || t.Cues[i-1].Speaker != c.Speaker {
			x.Turns++
		}
		s.Punctuated = s.Punctuated || strings.ContainsAny(c.Text, ".?!。？！؟")
	}
	for _, x := range order {
		s.Talk += x.Talk
		s.Speakers = append(s.Speakers, *x)
	}
	slices.SortStableFunc(s.Speakers, func(a, b Speaking) int { return cmp.Compare(b.Talk, a.Talk) })
	s.monologues(t)
	return s
}

func (s *Stats) monologues(t *Transcript) {
	size := func(m Monologue) int {
		if s.Timed {
			return m.End - m.Start
		}
		return m.Words
	}
	for _, run := range runs(t) {
		c := t.Cues[run.from]
		if c.Speaker == "" {
			continue
		}
		m := Monologue{Speaker: c.Speaker, Cue: run.from, Start: c.Start}
		for _, x := range t.Cues[run.from:run.to] {
			m.End = max(m.End, x.End)
			m.Words += words(x.Text)
		}
		if best, ok := s.LongestBy[m.Speaker]; !ok || size(m) > size(best) {
			s.LongestBy[m.Speaker] = m
		}
		if s.Longest == nil || size(m) > size(*s.Longest) {
			s.Longest = &m
		}
	}
}

// stretch is a run of cues, from one to before the other.
type stretch struct{ from, to int }

// runs cuts a transcript into what each speaker says without a break.
func runs(t *Transcript) []stretch {
	var out []stretch
	end := 0
	for i, c := range t.Cues {
		if i == 0 || c.Speaker != t.Cues[i-1].Speaker || t.Timed && c.Start-end > Pause {
			out = append(out, stretch{i, i})
			end = 0
		}
		end = max(end, c.End)
		out[len(out)-1].to = i + 1
	}
	return out
}

// questions counts the sentences that end in a question mark, by the text alone: what was asked without one is not seen.
func questions(s string) int {
	n := 0
	for i, r := range s {
		if r != '?' && r != '？' && r != '؟' {
			continue
		}
		next, _ := utf8.DecodeRuneInString(s[i+utf8.RuneLen(r):])
		switch {
		case next == utf8.RuneError, unicode.IsSpace(next), strings.ContainsRune(`"'”’»)]…`, next), r != '?':
			n++
		case strings.ContainsRune("!.", next):
			n++
		}
	}
	return n
}
