package transcript

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// isJSON tells JSON from a plain transcript that begins with a time in brackets.
func isJSON(start string) bool {
	switch {
	case strings.HasPrefix(start, "{"):
		rest := strings.TrimLeft(start[1:], " \t\r\n")
		return rest == "" || rest[0] == '"' || rest[0] == '}'
	case strings.HasPrefix(start, "["):
		rest := strings.TrimLeft(start[1:], " \t\r\n")
		return rest == "" || strings.ContainsRune("{[]\"", rune(rest[0]))
	}
	return false
}

type object = map[string]any

// json reads what Gong and Fireflies give out, wrapped in the answer of their interfaces or not.
func (m *mender) json(text string) error {
	dec := json.NewDecoder(strings.NewReader(text))
	dec.UseNumber()
	var root any
	err := dec.Decode(&root)
	if err == nil {
		if _, more := dec.Token(); more == nil || !errors.Is(more, io.EOF) {
			err = errors.New("something follows its end")
		}
	}
	if err != nil {
		offset := dec.InputOffset()
		var syntax *json.SyntaxError
		if errors.As(err, &syntax) {
			offset = syntax.Offset
		}
		what := err.Error()
		if errors.Is(err, io.ErrUnexpectedEOF) {
			offset, what = int64(len(text)), "it ends in the middle"
		}
		line := 1 + bytes.Count([]byte(text)[:max(min(int(offset), len(text))-1, 0)], []byte("\n"))
		return &Error{Line: line, Problem: "this JSON cannot be read: " + what, Advice: "export it again"}
	}
	m.t.Timed = true
	calls, isGong := gongCalls(root)
	switch sentences := sentencesOf(root, 0); {
	case isGong && len(calls) > 1:
		return &Error{Problem: fmt.Sprintf("the file holds %d calls", len(calls)), Advice: "export one call to a file"}
	case isGong && len(calls) == 1:
		m.t.Format = Gong
		m.gong(calls[0], partiesOf(root))
	case sentences != nil:
		m.t.Format = Fireflies
		m.fireflies(sentences)
	default:
		return &Error{Line: 1, Problem: "this JSON is no transcript of Gong or Fireflies", Advice: Formats}
	}
	if len(m.drafts) == 0 {
		return &Error{Line: 1, Problem: "this JSON holds no sentences", Advice: Formats}
	}
	m.untimedJSON()
	return nil
}

// untimedJSON is a file in which no sentence has a time.
func (m *mender) untimedJSON() {
	for _, d := range m.drafts {
		if d.hasStart || d.hasEnd {
			return
		}
	}
	m.t.Timed = false
	delete(m.count, unread)
}

// gongCalls finds the calls: callTranscripts, a transcript of one, or its bare list of monologues.
func gongCalls(root any) (calls [][]any, ok bool) {
	switch x := root.(type) {
	case []any:
		if monologues(x) {
			return [][]any{x}, true
		}
	case object:
		list, ok := x["callTranscripts"].([]any)
		if !ok {
			t, ok := x["transcript"].([]any)
			return [][]any{t}, ok && monologues(t)
		}
		for _, c := range list {
			o, _ := c.(object)
			t, _ := o["transcript"].([]any)
			calls = append(calls, t)
		}
		return calls, true
	}
	return nil, false
}

func monologues(list []any) bool {
	for _, x := range list {
		o, _ := x.(object)
		if _, ok := o["sentences"].([]any); ok {
			return true
		}
	}
	return false
}

// party is who a speaker of Gong is.
type party struct {
	name string
	side Side
}

// partiesOf gathers the parties wherever the file has them: beside the transcripts, or with the call's own data.
func partiesOf(root any) map[string]party {
	out := map[string]party{}
	var walk func(x any, depth int)
	walk = func(x any, depth int) {
		if depth > 5 {
			return
		}
		switch x := x.(type) {
		case []any:
			for _, y := range x {
				walk(y, depth+1)
			}
		case object:
			list, _ := x["parties"].([]any)
			for _, y := range list {
				o, _ := y.(object)
				p := party{name: cleanName(str(o, "name"))}
				if p.name == "" {
					p.name = str(o, "emailAddress", "phoneNumber")
				}
				switch strings.ToLower(str(o, "affiliation")) {
				case "internal":
					p.side = Seller
				case "external":
					p.side = Buyer
				}
				out[str(o, "speakerId")] = p
			}
			for key, y := range x {
				if key != "transcript" && key != "parties" {
					walk(y, depth+1)
				}
			}
		}
	}
	walk(root, 0)
	delete(out, "")
	return out
}

func (m *mender) gong(turns []any, parties map[string]party) {
	numbers := map[string]string{}
	for _, x := range turns {
		turn, _ := x.(object)
		id := str(turn, "speakerId")
		p := parties[id]
		if p.name == "" && id != "" {
			if numbers[id] == "" {
				numbers[id] = fmt.Sprintf("Speaker %d", len(numbers)+1)
				m.note(numbered, 0)
			}
			p.name = numbers[id]
		}
		if p.side != "" {
			if m.t.Sides == nil {
				m.t.Sides = map[string]Side{}
			}
			m.t.Sides[p.name] = p.side
		}
		list, _ := turn["sentences"].([]any)
		for _, y := range list {
			m.sentence(y, p.name, 1, []string{"start"}, []string{"end"})
		}
	}
}

// sentencesOf finds the list of Fireflies: sentences, at the top or inside data and transcript, or a bare list.
func sentencesOf(x any, depth int) []any {
	switch x := x.(type) {
	case []any:
		for _, y := range x {
			o, _ := y.(object)
			if str(o, "text", "sentence", "raw_text") != "" {
				return x
			}
		}
	case object:
		if list, ok := x["sentences"].([]any); ok {
			return list
		}
		for _, key := range []string{"data", "transcript", "transcripts", "result"} {
			if inner := sentencesOf(x[key], depth+1); inner != nil && depth < 4 {
				return inner
			}
		}
	}
	return nil
}

func (m *mender) fireflies(list []any) {
	numbers := map[string]string{}
	for _, x := range list {
		o, _ := x.(object)
		name := cleanName(str(o, "speaker_name", "speakerName", "speaker"))
		if id := str(o, "speaker_id", "speakerId"); name == "" && id != "" {
			if numbers[id] == "" {
				numbers[id] = fmt.Sprintf("Speaker %d", len(numbers)+1)
				m.note(numbered, 0)
			}
			name = numbers[id]
		}
		m.sentence(x, name, 1000, []string{"start_time", "startTime", "start"}, []string{"end_time", "endTime", "end"})
	}
}

// sentence makes a draft; a time is a number of units of so many milliseconds, or mm:ss.
func (m *mender) sentence(x any, speaker string, unit float64, start, end []string) {
	o, _ := x.(object)
	d := draft{speaker: speaker, voiced: true, text: oneLine(strings.ReplaceAll(str(o, "text", "sentence", "raw_text"), "\r", "\n"))}
	if s, ok := millis(o, unit, start); ok {
		m.begin(&d, s)
	}
	if e, ok := millis(o, unit, end); ok {
		m.end(&d, e)
	}
	if !d.hasStart || !d.hasEnd {
		m.note(unread, 0)
	}
	m.drafts = append(m.drafts, d)
}

// str is the first of the fields that holds a text or a number.
func str(o object, keys ...string) string {
	for _, k := range keys {
		switch x := o[k].(type) {
		case string:
			if x != "" {
				return x
			}
		case json.Number:
			return x.String()
		}
	}
	return ""
}

func millis(o object, unit float64, keys []string) (moment, bool) {
	s := strings.TrimSpace(str(o, keys...))
	if x, err := strconv.ParseFloat(s, 64); err == nil {
		x *= unit
		if !(x > -farthest && x < farthest) {
			return moment{}, false
		}
		if x < 0 {
			return moment{ms: int(x - 0.5)}, true
		}
		return moment{ms: int(x + 0.5)}, true
	}
	return readMoment(s)
}
