package transcript

import (
	"fmt"

	"github.com/gapbook/gapbook/model"
)

// Summary says in a line what was understood.
func (t *Transcript) Summary() string {
	encoding, length := "", ""
	if t.Encoding != "UTF-8" {
		encoding = " in " + t.Encoding
	}
	if t.Timed {
		length = fmt.Sprintf(", %s to %s", t.Cues[0].At(), model.ClockAt(t.Length()/1000))
	}
	return fmt.Sprintf("%s%s, %s, %s%s", t.Format, encoding, plural(len(t.Cues), "cue"), plural(len(t.Speakers), "speaker"), length)
}

func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
