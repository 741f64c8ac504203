package transcript

import (
	"strings"

	"github.com/gapbook/gapbook/model/fold"
)

// Hit is a place in a cue's text, in bytes.
type Hit struct{ Cue, From, To int }

// Index is a transcript made ready to be searched, as one types.
type Index struct {
	t     *Transcript
	texts []fold.Text
}

// NewIndex makes ready to search a transcript.
func NewIndex(t *Transcript) *Index {
	x := &Index{t: t, texts: make([]fold.Text, len(t.Cues))}
	for i, c := range t.Cues {
		x.texts[i] = fold.Of(c.Text)
	}
	return x
}

// Search finds a text wherever it stands, whatever the case and the accents, in the order of the cues.
func (x *Index) Search(query string) []Hit {
	q := strings.TrimSpace(fold.Of(query).S)
	if q == "" {
		return nil
	}
	var out []Hit
	for i, f := range x.texts {
		for from := 0; ; {
			s, next, ok := f.Find(q, from)
			if !ok {
				break
			}
			from = next
			out = append(out, Hit{i, s.From, s.To})
		}
	}
	return out
}
