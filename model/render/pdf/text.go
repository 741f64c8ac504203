package pdf

import (
	"strings"

	"golang.org/x/text/unicode/bidi"

	"github.com/gapbook/gapbook/model/render/document"
)

// look is how a text is set.
type look struct {
	bold, italic bool
	size         float64
	ink          document.Ink
}

// span is text in one look.
type span struct {
	text string
	look look
	link string // id of a heading
	wide float64
}

// line is one line of spans.
type line struct {
	spans []span
	wide  float64
	rtl   bool // it stands at the right
}

// leading is the height of a line for a size.
func leading(size float64) float64 { return size * 1.38 }

// spans are the runs of a text in a base look.
func (w *writer) spans(in []document.Inline, base look) []span {
	var out []span
	for _, x := range in {
		s := span{text: w.fonts.fit(x.Run()), look: base}
		s.look.bold = base.bold || x.Bold
		s.look.italic = x.Italic && !x.Bold
		if x.Muted {
			s.look.ink = document.Text2
		}
		if id := strings.TrimPrefix(x.Link, "#"); x.Link != "" && w.links[id] != 0 {
			s.link, s.look.ink = id, document.Accent
		}
		if s.text != "" {
			out = append(out, s)
		}
	}
	return out
}

// word is what no line breaks: pieces of spans, and whether a blank follows.
type word struct {
	spans []span
	wide  float64
	blank *span
}

// lines breaks spans into lines of a width. A word that is wider breaks anywhere.
func (w *writer) lines(spans []span, most float64) []line {
	var out []line
	var now line
	rtl := len(spans) > 0 && document.RightToLeft(spans[0].text)
	var blank *span
	flush := func() {
		now.rtl = rtl
		out = append(out, ordered(now))
		now, blank = line{}, nil
	}
	put := func(s span) {
		now.wide += s.wide
		if n := len(now.spans); n > 0 && now.spans[n-1].look == s.look && now.spans[n-1].link == s.link {
			now.spans[n-1].text += s.text
			now.spans[n-1].wide += s.wide
			return
		}
		now.spans = append(now.spans, s)
	}
	for _, x := range w.words(spans) {
		gap := 0.0
		if blank != nil && len(now.spans) > 0 {
			gap = blank.wide
		}
		if len(now.spans) > 0 && now.wide+gap+x.wide > most {
			flush()
		} else if gap > 0 {
			put(*blank)
		}
		for _, s := range x.spans {
			for s.text != "" && now.wide+s.wide > most && x.wide > most {
				head, rest := w.cut(s, most-now.wide, len(now.spans) == 0)
				if head.text != "" {
					put(head)
				}
				flush()
				s = rest
			}
			if s.text != "" {
				put(s)
			}
		}
		blank = x.blank
	}
	if len(now.spans) > 0 {
		flush()
	}
	return out
}

// cut takes as many characters as go into a width, at least one where must is set.
func (w *writer) cut(s span, most float64, must bool) (head, rest span) {
	head, rest = s, s
	used, at := 0.0, 0
	for i, r := range s.text {
		wide := w.fonts.width(string(r), s.look)
		if used+wide > most && !(must && i == 0) {
			break
		}
		used += wide
		at = i + len(string(r))
	}
	head.text, head.wide = s.text[:at], used
	rest.text, rest.wide = s.text[at:], s.wide-used
	return head, rest
}

// words splits spans at blanks, and behind hyphens and slashes, but not within 30-60-90.
func (w *writer) words(spans []span) []word {
	var out []word
	var now word
	end := func() {
		if len(now.spans) > 0 {
			out = append(out, now)
			now = word{}
		}
	}
	for _, s := range spans {
		from := 0
		piece := func(to int) {
			if to > from {
				p := s
				p.text = s.text[from:to]
				p.wide = w.fonts.width(p.text, p.look)
				now.spans, now.wide = append(now.spans, p), now.wide+p.wide
			}
		}
		for i, r := range s.text {
			switch r {
			case ' ':
				piece(i)
				from = i + 1
				b := s
				b.text, b.wide = " ", w.fonts.width(" ", s.look)
				if len(now.spans) > 0 {
					now.blank = &b
					end()
				} else if n := len(out); n > 0 && out[n-1].blank == nil {
					out[n-1].blank = &b
				}
			case '-', '/', '–', '—':
				next := i + len(string(r))
				if next < len(s.text) && i > from && (s.text[next] < '0' || s.text[next] > '9') {
					piece(next)
					from = next
					end()
				}
			}
		}
		piece(len(s.text))
	}
	end()
	return out
}

// ordered puts a line with text from right to left into the order in which it is seen.
func ordered(l line) line {
	var all []rune
	var of []int // span of each character
	mixed := l.rtl
	for i, s := range l.spans {
		for _, r := range s.text {
			all, of = append(all, r), append(of, i)
			mixed = mixed || r >= 0x590 && document.RightToLeft(string(r))
		}
	}
	if !mixed {
		return l
	}
	base := bidi.LeftToRight
	if l.rtl {
		base = bidi.RightToLeft
	}
	var p bidi.Paragraph
	if _, err := p.SetString(string(all), bidi.DefaultDirection(base)); err != nil {
		return l
	}
	order, err := p.Order()
	if err != nil {
		return l
	}
	var spans []span
	put := func(i int, text string) {
		if n := len(spans); n > 0 && spans[n-1].look == l.spans[of[i]].look && spans[n-1].link == l.spans[of[i]].link {
			spans[n-1].text += text
			return
		}
		s := l.spans[of[i]]
		s.text = text
		spans = append(spans, s)
	}
	for k := range order.NumRuns() {
		if l.rtl {
			k = order.NumRuns() - 1 - k
		}
		run := order.Run(k)
		from, to := run.Pos()
		if from < 0 || to >= len(all) {
			return l
		}
		if run.Direction() == bidi.RightToLeft {
			for i := to; i >= from; i-- {
				put(i, bidi.ReverseString(string(all[i])))
			}
			continue
		}
		for i := from; i <= to; i++ {
			put(i, string(all[i]))
		}
	}
	return line{spans: spans, wide: l.wide, rtl: l.rtl}
}
