package render

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/gapbook/gapbook/model/render/document"
	"github.com/gapbook/gapbook/model/score"
	"github.com/gapbook/gapbook/model/score/card"
)

// mostCards are shown, the widest blind spots.
const mostCards = 5

// cards set what is said against what is done, for the widest blind spots.
func (b *builder) cards() {
	var spots []score.Practice
	for _, p := range b.sc.Practices {
		if p.BlindSpot != nil && whole(*p.BlindSpot) != "0" && *p.BlindSpot > 0 {
			spots = append(spots, p)
		}
	}
	slices.SortStableFunc(spots, func(x, y score.Practice) int {
		return cmp.Or(boolInt(y.Clear)-boolInt(x.Clear), cmp.Compare(*y.BlindSpot, *x.BlindSpot))
	})
	hand := b.e.Readout != nil && strings.TrimSpace(b.e.Readout.Sections["cards"]) != ""
	if len(spots) == 0 && !hand {
		return
	}
	b.open("cards")
	for _, p := range spots[:min(mostCards, len(spots))] {
		if c := card.Build(b.e, b.pb, b.sc, p.Practice, card.Options{NoQuotes: b.opt.NoQuotes}); c != nil {
			b.head(2, "", document.Clean(c.Name))
			b.told[p.Practice] = true
			for _, x := range b.voices(c) {
				if p, ok := x.(document.Para); ok {
					p.Lead = false
					x = p
				}
				b.add(x)
			}
			if links := b.foundOn(c); len(links) > 0 {
				b.add(document.Para{Text: links})
			}
		}
	}
}

// foundOn are the gaps made on a practice, with where they stand.
func (b *builder) foundOn(c *card.Card) []document.Inline {
	var out []document.Inline
	for _, f := range c.Findings {
		n := b.finding[f.ID]
		if n == 0 {
			continue
		}
		if len(out) > 0 {
			out = append(out, document.Inline{Text: "; "})
		}
		out = append(out, document.Inline{Text: fmt.Sprintf("%d. %s", n, b.people.say(f.Title)), Link: fmt.Sprintf("#finding-%d", n)})
	}
	if len(out) > 0 {
		out = append([]document.Inline{document.Bold("Findings: ")}, out...)
	}
	return out
}
