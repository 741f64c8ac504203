package transcript_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"github.com/gapbook/gapbook/model/transcript"
)

// cues draws what could be said on a call: two people at least, who each say something.
func cues(t *rapid.T) []transcript.Cue {
	names := []string{"Josh Davis", "Davis, Josh", "stokes", "Ana Lucía de la Cruz (Acme)", "Speaker 1", "田中", "bond.credit"}
	text := rapid.StringMatching(`[A-Za-zäöü'’"(&<>!?.,:0-9-]{1,9}( [A-Za-zäöü'’"(&<>!?.,0-9-]{1,9}){0,8}`)
	n := rapid.IntRange(2, 20).Draw(t, "n")
	out, at := []transcript.Cue{}, rapid.IntRange(0, 3600_000).Draw(t, "first")
	for i := range n {
		length := rapid.IntRange(1, 30_000).Draw(t, "length")
		name := names[i%2]
		if i > 1 {
			name = rapid.SampledFrom(names).Draw(t, "name")
		}
		out = append(out, transcript.Cue{Start: at, End: at + length, Speaker: name, Text: strings.TrimSpace(text.Draw(t, "text"))})
		at += length + rapid.IntRange(0, 5000).Draw(t, "pause")
	}
	return out
}

func stamp(ms int, point string) string {
	return fmt.Sprintf("%02d:%02d:%02d%s%03d", ms/3600_000, ms/60_000%60, ms/1000%60, point, ms%1000)
}

var escape = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;")

// writers are the formats, as their tools write them.
var writers = map[transcript.Format]func([]transcript.Cue) string{
	transcript.WebVTT: func(list []transcript.Cue) string {
		b := "WEBVTT\n"
		for i, c := range list {
			b += fmt.Sprintf("\n%d\n%s --> %s align:start\n<v %s>%s</v>\n", i+1, stamp(c.Start, "."), stamp(c.End, "."), escape.Replace(c.Speaker), escape.Replace(c.Text))
		}
		return b
	},
	transcript.SRT: func(list []transcript.Cue) string {
		b := ""
		for i, c := range list {
			b += fmt.Sprintf("%d\r\n%s --> %s\r\n%s: %s\r\n\r\n", i+1, stamp(c.Start, ","), stamp(c.End, ","), c.Speaker, escape.Replace(c.Text))
		}
		return b
	},
	transcript.Plain: func(list []transcript.Cue) string {
		b := ""
		for _, c := range list {
			b += fmt.Sprintf("[%s - %s] %s: %s\n", stamp(c.Start, "."), stamp(c.End, "."), c.Speaker, c.Text)
		}
		return b
	},
	transcript.Fireflies: func(list []transcript.Cue) string {
		var out []any
		for _, c := range list {
			out = append(out, map[string]any{"speaker_name": c.Speaker, "text": c.Text, "start_time": float64(c.Start) / 1000, "end_time": float64(c.End) / 1000})
		}
		b, _ := json.Marshal(map[string]any{"sentences": out})
		return string(b)
	},
	transcript.Gong: func(list []transcript.Cue) string {
		var turns []any
		var parties []any
		for _, c := range list {
			turns = append(turns, map[string]any{"speakerId": c.Speaker, "sentences": []any{map[string]any{"start": c.Start, "end": c.End, "text": c.Text}}})
			parties = append(parties, map[string]any{"speakerId": c.Speaker, "name": c.Speaker})
		}
		b, _ := json.Marshal(map[string]any{"callTranscripts": []any{map[string]any{"transcript": turns}}, "parties": parties})
		return string(b)
	},
}

func TestWhatIsWrittenIsRead(t *testing.T) {
	for format, write := range writers {
		t.Run(string(format), func(t *testing.T) {
			rapid.Check(t, func(t *rapid.T) {
				want := cues(t)
				src := write(want)
				got, err := transcript.Parse([]byte(src))
				if err != nil {
					t.Fatalf("%v\n%s", err, src)
				}
				if got.Format != format || !slices.Equal(got.Cues, want) || len(got.Mended) > 0 {
					t.Fatalf("%s %q\n%s\ngot %v\nwant %v", got.Format, got.Mended, src, got.Cues, want)
				}
			})
		})
	}
}

// holds says what is true of everything that is taken.
func holds(t interface{ Fatalf(string, ...any) }, src []byte) {
	tr, err := transcript.Parse(src)
	if err != nil {
		return
	}
	if len(tr.Cues) == 0 {
		t.Fatalf("taken without a cue: %q", src)
	}
	for i, c := range tr.Cues {
		switch {
		case c.Start < 0, c.End < c.Start, i > 0 && c.Start < tr.Cues[i-1].Start:
			t.Fatalf("times of cue %d: %+v in %q", i, c, src)
		case c.Text == "", strings.ContainsAny(c.Text, "\r\n"), strings.ContainsAny(c.Speaker, "\r\n"):
			t.Fatalf("text of cue %d: %+v in %q", i, c, src)
		case c.Speaker != "" && !slices.Contains(tr.Speakers, c.Speaker):
			t.Fatalf("speaker of cue %d: %+v in %q", i, c, src)
		}
		if at, during := tr.At(c.Start); tr.Timed && (at < i || c.End > c.Start && at == i && !during) {
			t.Fatalf("at %d is %d %v in %q", c.Start, at, during, src)
		}
	}
	s := transcript.Measure(tr, nil)
	sum := 0
	for _, x := range s.Speakers {
		sum += x.Talk
	}
	if sum != s.Talk {
		t.Fatalf("%d of %d in %q", sum, s.Talk, src)
	}
	x := transcript.NewIndex(tr)
	for i, c := range tr.Cues {
		if !utf8.ValidString(c.Text) {
			t.Fatalf("cue %d is not UTF-8: %q", i, c.Text)
		}
		for _, h := range x.Search(c.Text[:min(len(c.Text), 3)]) {
			if h.From < 0 || h.To > len(tr.Cues[h.Cue].Text) || h.From >= h.To {
				t.Fatalf("hit %+v in %q", h, tr.Cues[h.Cue].Text)
			}
			transcript.Sentence(tr.Cues[h.Cue].Text, h.From, h.To)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{
		call, "1\n00:00:01,000 --> 00:00:02,500\nAna: a\n\n2\n00:00:03,000 --> 00:00:0x,000\n- Ana: b\n- Ben: c\n", "[00:01 - 00:03] Ana: a\n00:12 Ben\nb\n",
		"[Josh] 17:59:50\nHello.\n[Kim] 18:00:05\nHi?\n", "Ana: a\nBen: b\n", `{"sentences":[{"text":"a","start_time":"x","end_time":1e300}]}`,
		`{"callTranscripts":[{"transcript":[{"speakerId":1,"sentences":[{"start":-1,"end":2,"text":"a"}]}]}]}`, "\xff\xfeA\x00", "WEBVTT\n\n00:01.000 --> 00:02.000\n<v A>x<v B>y\n",
		"00:05:00\nAna: a\nBen: b\n11:59 PM Cy\n12:01 AM Cy\nx", "**A:** x (00:12)\n-00:01 --> 00:02", "Ａ：ｂ\nĳ: ß\n",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, src []byte) { holds(t, src) })
}
