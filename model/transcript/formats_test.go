package transcript_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/gapbook/gapbook/model/transcript"
)

// show writes cues one a line: start-end speaker|text.
func show(t *transcript.Transcript) string {
	var b strings.Builder
	for _, c := range t.Cues {
		fmt.Fprintf(&b, "%d-%d %s|%s\n", c.Start, c.End, c.Speaker, c.Text)
	}
	return b.String()
}

type sample struct {
	name, src, cues string
	format          transcript.Format
	told            []string // a part of each sentence in Mended and Noted, in order
}

func (s sample) run(t *testing.T) {
	t.Run(s.name, func(t *testing.T) {
		got, err := transcript.Parse([]byte(s.src))
		if err != nil {
			t.Fatal(err)
		}
		if got.Format != s.format {
			t.Errorf("taken for %s, want %s", got.Format, s.format)
		}
		if want := strings.TrimLeft(s.cues, "\n"); show(got) != want {
			t.Errorf("got\n%swant\n%s", show(got), want)
		}
		told := append(append([]string{}, got.Mended...), got.Noted...)
		if len(told) != len(s.told) {
			t.Fatalf("told %q, want %q", told, s.told)
		}
		for i, want := range s.told {
			if !strings.Contains(told[i], want) {
				t.Errorf("told %q, want %q", told[i], want)
			}
		}
	})
}

func TestWebVTT(t *testing.T) {
	for _, s := range []sample{
		{name: "Zoom", src: "WEBVTT\r\n\r\n1\r\n00:05:31.760 --> 00:05:34.100\r\nJosh Davis: Can I get a quick mic check, please?\r\n\r\n" +
			"2\r\n00:05:35.430 --> 00:05:36.770\r\nJustin Florentine (Besu): You sound great.\r\n\r\n3\r\n00:05:55.550 --> 00:05:56.650\r\nstokes: Look: hello.\r\n", cues: `
331760-334100 Josh Davis|Can I get a quick mic check, please?
335430-336770 Justin Florentine (Besu)|You sound great.
355550-356650 stokes|Look: hello.
`},
		{name: "Teams with tags that close", src: "WEBVTT\n\n6ef2ab62-c4d9-4c83-a9ff-7ab5cf1d6e43/12-0\n00:00:03.120 --> 00:00:05.480\n<v Davis, Josh>Good morning,\neveryone.</v>\n\n" +
			"6ef2ab62-c4d9-4c83-a9ff-7ab5cf1d6e43/12-1\n00:00:05.480 --> 00:00:07.000\n<v Müller, Jörg (Extern)>Morning &amp; hello.</v>\n", cues: `
3120-5480 Davis, Josh|Good morning, everyone.
5480-7000 Müller, Jörg (Extern)|Morning & hello.
`},
		{name: "Teams with tags that do not", src: "WEBVTT\n\n1-0\n00:00:03.120 --> 00:00:05.480\n<v Davis, Josh>Price: that is the point.\n\n2-0\n00:00:06.000 --> 00:00:07.000\n<v.loud Kim>I see.\n", cues: `
3120-5480 Davis, Josh|Price: that is the point.
6000-7000 Kim|I see.
`},
		{name: "settings, notes, styles, other tags", src: "WEBVTT - a title\nKind: captions\nLanguage: en\n\nNOTE made by hand\n00:00:00.000 --> 00:00:01.000\nstill the note\n\nSTYLE\n::cue { color: red }\n\n" +
			"REGION\nid:bottom\n\nintro\n01:02.500 --> 01:04.000 align:start position:0% line:85%\n<c.yellow>Ana:</c> <i>We</i> go from a --> b, <00:01:03.000>x < y\n\nNOTE Confidence: 0.93\n\n" +
			"01:05.000 --> 01:06.000\nBen: Yes.\n\nNOTE the end\n", cues: `
62500-64000 Ana|We go from a --> b, x < y
65000-66000 Ben|Yes.
`},
		{name: "two speakers in a cue", src: "WEBVTT\n\n00:00:00.000 --> 00:00:04.000\n- Ana: One two three.\n- Ben: Four.\n\n00:00:04.000 --> 00:00:08.000\n<v Ana>One.</v> <v Ben>Two three four.\n", cues: `
0-3000 Ana|One two three.
3000-4000 Ben|Four.
4000-5000 Ana|One.
5000-8000 Ben|Two three four.
`, told: []string{"2 cues have several speakers: split by their words (first in line 3)"}},
		{name: "seconds past 59", src: "WEBVTT\n\n00:01:75.000 --> 00:01:80.500\nAna: Hello.\n\n00:62:00.000 --> 01:02:03.000\nBen: Hi.\n", cues: `
135000-140500 Ana|Hello.
3720000-3723000 Ben|Hi.
`, told: []string{"3 times have minutes or seconds past 59: carried over (first in line 3)"}},
		{name: "zero, backwards, overlapping, unsorted, twice", src: "WEBVTT\n\n00:00:10.000 --> 00:00:12.000\nAna: b\n\n00:00:01.000 --> 00:00:01.000\nAna: a\n\n" +
			"00:00:11.000 --> 00:00:13.000\nBen: c\n\n00:00:11.000 --> 00:00:13.000\nBen: c\n\n00:00:20.000 --> 00:00:15.000\nBen: d\n", cues: `
1000-1000 Ana|a
10000-12000 Ana|b
11000-13000 Ben|c
20000-20000 Ben|d
`, told: []string{
			"1 cue ends before it begins: taken as having no length (line 15)", "1 cue stood out of order: sorted in by its time (line 6)",
			"1 cue is there twice: kept once (line 12)", "1 cue overlaps the one before it", "2 cues have no length",
		}},
		{name: "missing speakers are nobody's", src: "WEBVTT\n\n00:00.000 --> 00:01.000\nAna: a\n\n00:01.000 --> 00:02.000\nthe thing is: we wait\n\n00:02.000 --> 00:03.000\nAna: c\n\n00:03.000 --> 00:04.000\nd\n", cues: `
0-1000 Ana|a
1000-2000 |the thing is: we wait
2000-3000 Ana|c
3000-4000 |d
`, told: []string{"2 cues name no speaker"}},
		{name: "a time that is broken", src: "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nAna: a\n\n00:0x:03.000 --> 00:00:04.000\nBen: b\n\n00:00:05.000 --> \nAna: c d e\n\n00:00:09.000 --> 00:00:10.000\nBen: f\n", cues: `
1000-2000 Ana|a
2000-4000 Ben|b
5000-9000 Ana|c d e
9000-10000 Ben|f
`, told: []string{"2 times cannot be read: their cues begin and end with their neighbours (first in line 6)"}},
		{name: "no heading, commas, no empty lines, text after one", src: "1\n00:00:01.000 --> 00:00:02,000\nAna: a\n2\n00:00:03.000 -> 00:00:04.000\nBen: b\n\nmore of b\n\n3\n00:00:05.000 --> 00:00:06.000\n", cues: `
1000-2000 Ana|a
3000-4000 Ben|b more of b
`, told: []string{"the heading WEBVTT is missing", "2 times are not written as the format has them", "1 cue is broken by an empty line", "1 cue has no text: left out (line 11)"}},
		{name: "cut off in a time", src: "WEBVTT\n\n1\n00:00:01.000 --> 00:00:02.000\nAna: a\n\n2\n00:00:03.000 --> 00:00:04.000\nBen: at 10:30\n\n3\n00:0", cues: `
1000-2000 Ana|a
3000-4000 Ben|at 10:30
`, told: []string{"ends in the middle of a cue: what there is of it was left out (line 11)"}},
		{name: "a time is all that somebody says", src: "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nAna: When?\n\n00:00:03.000 --> 00:00:04.000\n10:30\n", cues: `
1000-2000 Ana|When?
3000-4000 |10:30
`, told: []string{"1 cue names no speaker"}},
		{name: "Zoom rooms, phones and marks in names", src: "WEBVTT\r\n\r\n1\r\n00:00:04.380 --> 00:00:07.029\r\n+14155550100: Hello.\r\n\r\n2\r\n00:00:07.030 --> 00:00:09.000\r\niPhone (2): Yes.\r\n\r\n" +
			"3\r\n00:00:09.010 --> 00:00:12.000\r\nConf Room – 4th floor: Good morning: all.\r\n\r\n4\r\n01:00:12.010 --> 01:00:14.000\r\nMaría-José O'Neil | Acme: So: twelve.\r\n", cues: `
4380-7029 +14155550100|Hello.
7030-9000 iPhone (2)|Yes.
9010-12000 Conf Room – 4th floor|Good morning: all.
3612010-3614000 María-José O'Neil | Acme|So: twelve.
`},
		{name: "what must not act on a terminal is kept as data", src: "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nAna: \x1b]0;x\x07 \u202egnp.\u202c\n", cues: "1000-2000 Ana|\x1b]0;x\x07 \u202egnp.\u202c\n"},
	} {
		s.format = transcript.WebVTT
		s.run(t)
	}
}

func TestSRT(t *testing.T) {
	for _, s := range []sample{
		{name: "as it should be", src: "1\r\n00:00:01,000 --> 00:00:02,500\r\nAna Lima: <b>Good</b> morning.\r\n\r\n2\r\n00:00:03,000 --> 00:00:04,000 X1:100 X2:200\r\n{\\an8}Ben Roth: Morning.\r\n", cues: `
1000-2500 Ana Lima|Good morning.
3000-4000 Ben Roth|Morning.
`},
		{name: "blanks in times, points, number at the end", src: "1\n00: 00: 01, 000 --> 00: 00: 02, 500\n>> Ana: a\n\n2\n00:00:03.000 --> 00:00:04.000\nBen: in 2024\n\n3\n", cues: `
1000-2500 Ana|a
3000-4000 Ben|in 2024
`, told: []string{"2 times are not written as the format has them"}},
	} {
		s.format = transcript.SRT
		s.run(t)
	}
}

func TestPlain(t *testing.T) {
	only := "only the beginnings of turns"
	for _, s := range []sample{
		{name: "names alone", src: "Ana: Hello there.\nBen: Hi.\ngoing on\n\nAna: Note: it is late.\n", cues: `
0-0 Ana|Hello there.
0-0 Ben|Hi. going on
0-0 Ana|Note: it is late.
`, told: []string{"no times"}},
		{name: "[time] Name: text", src: "Call with Acme\nDate: 3 March\n\n[00:12:41] Ana Lima: Hello.\n[00:12:44] Ben: Hi there.\n", cues: `
761000-764000 Ana Lima|Hello.
764000-768000 Ben|Hi there.
`, told: []string{only, "2 lines above the first turn"}},
		{name: "Name (time): text", src: "Speaker 1 (00:12):\nHello.\n\nSpeaker 2 (00:15): Hi there,\nall.\n", cues: `
12000-15000 Speaker 1|Hello.
15000-20000 Speaker 2|Hi there, all.
`, told: []string{only}},
		{name: "time Name, text below", src: "00:12 Ana Lima\nHello, it is: late.\n\n0:15 | Ben\nHi.\n\n1:02:03 - Ana Lima\nSo.\n", cues: `
12000-15000 Ana Lima|Hello, it is: late.
15000-18000 Ben|Hi.
3723000-3726000 Ana Lima|So.
`, told: []string{only}},
		{name: "Name time, text below", src: "Ana Lima  0:12\nLet us meet at 10:30\n\nBen Roth   0:20\nHi.\n", cues: `
12000-19000 Ana Lima|Let us meet at 10:30
20000-23000 Ben Roth|Hi.
`, told: []string{only}},
		{name: "from and to", src: "[00:01 - 00:03] Ana: a\n(00:05 --> 00:09) Ben: b\n", cues: `
1000-3000 Ana|a
5000-9000 Ben|b
`},
		{name: "times on their own lines, turns between", src: "00:05:00\nAna: one two three four\nBen: five\n\n00:05:10\n\nAna: six\n", cues: `
300000-304000 Ana|one two three four
304000-305000 Ben|five
310000-313000 Ana|six
`, told: []string{"1 turn has no time: placed between its neighbours", only}},
		{name: "times of day", src: "[Josh Davis] 17:59:50\nHello.\n\n[Kim] 18:00:05\nHi.\n", cues: `
0-3000 Josh Davis|Hello.
15000-18000 Kim|Hi.
`, told: []string{only, "times of day"}},
		{name: "am and pm over noon", src: "11:59 AM Ana: a\n12:01 PM Ben: b\n", cues: `
0-3000 Ana|a
120000-123000 Ben|b
`, told: []string{only, "times of day"}},
		{name: "Markdown", src: "**Ana:** Hello.\n\n**Ben:** Hi.\n", cues: "0-0 Ana|Hello.\n0-0 Ben|Hi.\n", told: []string{"no times"}},
		{name: "times without names", src: "[00:01] Hello there all.\n[00:05] yes, it is.\n", cues: `
1000-5000 |Hello there all.
5000-10000 |yes, it is.
`, told: []string{"2 cues name no speaker", only}},
	} {
		s.format = transcript.Plain
		s.run(t)
	}
}

func TestJSON(t *testing.T) {
	gong := `{"requestId":"x","callTranscripts":[{"callId":"77","transcript":[
 {"speakerId":"101","topic":"Intro","sentences":[{"start":460230,"end":462343,"text":"Hello?"},{"start":462343,"end":463000,"text":"Yes."}]},
 {"speakerId":202,"topic":null,"sentences":[{"start":463500,"end":464000,"text":"Hi."}]}]}]`
	sample{name: "Gong with parties", format: transcript.Gong, src: gong + `,"calls":[{"parties":[{"speakerId":"101","name":"Ana  Lima","affiliation":"Internal"},{"speakerId":"202","name":"Ben","affiliation":"External"}]}]}`, cues: `
460230-462343 Ana Lima|Hello?
462343-463000 Ana Lima|Yes.
463500-464000 Ben|Hi.
`}.run(t)
	sample{name: "Gong without", format: transcript.Gong, src: gong + "}", cues: `
460230-462343 Speaker 1|Hello?
462343-463000 Speaker 1|Yes.
463500-464000 Speaker 2|Hi.
`, told: []string{"2 speakers have no name"}}.run(t)
	sample{name: "Fireflies", format: transcript.Fireflies, src: "\ufeff" + `{"data":{"transcript":{"title":"x","sentences":[
 {"index":0,"speaker_name":"Ana","speaker_id":0,"text":"Hello\nthere.","start_time":1.2,"end_time":3.4567},
 {"index":1,"speaker_name":null,"speaker_id":1,"text":"Hi.","start_time":"4","end_time":"4.5"},
 {"index":2,"speaker_name":"Ana","text":"So.","start_time":null,"end_time":6}]}}}`, cues: `
1200-3457 Ana|Hello there.
4000-4500 Speaker 1|Hi.
4500-6000 Ana|So.
`, told: []string{"1 time cannot be read", "1 speaker has no name"}}.run(t)
	sample{name: "Fireflies as a bare list", format: transcript.Fireflies, src: `[{"sentence":"Hello.","startTime":"00:01","endTime":"00:04","speaker_name":"Ana"},{"sentence":"Hi.","startTime":"00:04","endTime":"00:05","speaker_name":"Ben"}]`, cues: `
1000-4000 Ana|Hello.
4000-5000 Ben|Hi.
`}.run(t)
	got, err := transcript.Parse([]byte(gong + `,"parties":[{"speakerId":"101","name":"Ana","affiliation":"Internal"}]}`))
	if err != nil || got.Sides["Ana"] != transcript.Seller {
		t.Errorf("sides %v, %v", got.Sides, err)
	}
}

func TestEncodings(t *testing.T) {
	src := "WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nJörg: Grüße, “ja”.\n"
	utf16 := func(big bool) string {
		var b []byte
		for _, r := range src {
			lo, hi := byte(r), byte(r>>8)
			if big {
				lo, hi = hi, lo
			}
			b = append(b, lo, hi)
		}
		return string(b)
	}
	for name, s := range map[string]string{
		"UTF-8": "\ufeff" + src, "UTF-16": "\xff\xfe" + utf16(false), "UTF-16 big": "\xfe\xff" + utf16(true), "UTF-16 without a mark": utf16(false),
		"old Mac":      strings.ReplaceAll(src, "\n", "\r"),
		"Windows-1252": strings.NewReplacer("ö", "\xf6", "ü", "\xfc", "ß", "\xdf", "“", "\x93", "”", "\x94").Replace(src),
	} {
		got, err := transcript.Parse([]byte(s))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if want := "1000-2000 Jörg|Grüße, “ja”.\n"; show(got) != want {
			t.Errorf("%s: %s", name, show(got))
		}
		if mended := len(got.Mended) > 0; mended != (name == "Windows-1252") || !strings.HasPrefix(name, got.Encoding) && name != "old Mac" {
			t.Errorf("%s: %s %q", name, got.Encoding, got.Mended)
		}
	}
}

func TestWhatIsNoTranscript(t *testing.T) {
	for name, c := range map[string]struct {
		src  string
		line int
		says string
	}{
		"nothing":           {"\ufeff \n", 0, "empty"},
		"a letter":          {"\nDear all,\nplease find attached: nothing.\n", 2, "Dear all"},
		"a mail":            {"From: Ana\nTo: Ben\nSubject: call\n\nHello.\n", 1, "no speaker"},
		"a table":           {"OpportunityId,StageName,CreatedDate\n1,Discovery,2026-01-05 10:00:00\n", 1, "OpportunityId"},
		"an engagement":     {"gapbook: 1\nclient: {name: Acme}\ncalls:\n  - id: c-1\n    rep: p-1\n  - id: c-2\n    rep: p-1\n", 1, "no speaker"},
		"a document":        {"PK\x03\x04zip", 1, "document"},
		"a recording":       {"\x00\x00\x00\x20ftypisom", 1, "recording"},
		"a web page":        {"\n<!DOCTYPE html><p>Ana: hi</p>", 1, "web page"},
		"bytes":             {strings.Repeat("\x00\x01\x02\x03\xff", 99), 1, "no text"},
		"no cue":            {"WEBVTT\n\nNOTE nothing\n", 1, "no cues"},
		"no time":           {"WEBVTT\n\n00:0x:00.000 --> 00:0y:00.000\nAna: a\n", 3, "no time"},
		"no text":           {"WEBVTT\n\n00:00:00.000 --> 00:00:01.000\n", 0, "nobody says anything"},
		"JSON cut short":    {"{\n\"sentences\": [\n{\"text\": \"a\"", 3, "ends in the middle"},
		"JSON broken":       {"{\n\"sentences\": [\n{\"text\" \"a\"}]}", 3, "cannot be read"},
		"other JSON":        {`{"a": 1}`, 1, "no transcript of Gong"},
		"several calls":     {`{"callTranscripts":[{"transcript":[]},{"transcript":[]}]}`, 0, "2 calls"},
		"JSON and the like": {`{"sentences": []}`, 1, "no sentences"},
	} {
		_, err := transcript.Parse([]byte(c.src))
		var e *transcript.Error
		if !errors.As(err, &e) {
			t.Errorf("%s: taken (%v)", name, err)
		} else if e.Line != c.line || !strings.Contains(e.Problem, c.says) || e.Hint() == "" {
			t.Errorf("%s: %d %q %q", name, e.Line, e.Problem, e.Hint())
		}
	}
}

func TestTheSamplesNeedNoMending(t *testing.T) {
	files, err := filepath.Glob("../../engagements/transcripts/*")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	for _, f := range files {
		src, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		got, err := transcript.Parse(src)
		if err != nil {
			t.Errorf("%s: %v", f, err)
			continue
		}
		if len(got.Mended)+len(got.Noted) > 0 || len(got.Speakers) < 2 || len(got.Cues) != strings.Count(string(src), "-->") {
			t.Errorf("%s: %q %q %q", f, got.Mended, got.Noted, got.Speakers)
		}
	}
}
