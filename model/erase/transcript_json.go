package erase

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"slices"
	"strings"
)

// jsonNode is a value of a JSON text and where it stands, so that texts can be changed and all else stays to the byte.
type jsonNode struct {
	text     string // of a string, else a number as it stands
	isText   bool
	from, to int
	keys     []string // of an object; one for each item
	items    []*jsonNode
}

// parseJSON reads a text that is JSON as a whole.
func parseJSON(src string) (*jsonNode, error) {
	dec := json.NewDecoder(strings.NewReader(src))
	dec.UseNumber()
	root, err := readJSON(dec, src)
	if err != nil {
		return nil, err
	}
	if _, err := dec.Token(); !errors.Is(err, io.EOF) {
		return nil, errors.New("something follows its end")
	}
	return root, nil
}

func readJSON(dec *json.Decoder, src string) (*jsonNode, error) {
	from := int(dec.InputOffset())
	t, err := dec.Token()
	if err != nil {
		return nil, err
	}
	n := &jsonNode{to: int(dec.InputOffset())}
	n.from = from + len(src[from:n.to]) - len(strings.TrimLeft(src[from:n.to], " \t\r\n,:"))
	switch t := t.(type) {
	case string:
		n.text, n.isText = t, true
	case json.Number:
		n.text = t.String()
	case json.Delim:
		for dec.More() {
			if t == '{' {
				key, err := dec.Token()
				if err != nil {
					return nil, err
				}
				n.keys = append(n.keys, key.(string))
			}
			item, err := readJSON(dec, src)
			if err != nil {
				return nil, err
			}
			n.items = append(n.items, item)
		}
		_, err = dec.Token()
	}
	return n, err
}

// the fields by which recorders say who speaks, what they call people by, and what was said.
var (
	jsonNames = []string{"name", "speaker_name", "speakerName", "speaker", "displayName", "emailAddress", "email"}
	jsonIDs   = []string{"speakerId", "speaker_id", "id", "userId"}
	jsonWords = []string{"text", "sentence", "raw_text"}
	jsonReach = []string{"emailAddress", "email", "phoneNumber", "phone", "title", "displayName"}
)

// jsonTranscript takes a person out of the export of a recorder.
func jsonTranscript(src string, root *jsonNode, theirs func(string) bool, replace func(string) string) string {
	ids := map[string]bool{}
	root.each(func(n *jsonNode) {
		if n.of(jsonNames, theirs) {
			n.of(jsonIDs, func(id string) bool { ids[id] = true; return false })
		}
	})
	type change struct {
		from, to int
		text     string
	}
	var changes []change
	var walk func(n *jsonNode, key string, mine bool)
	walk = func(n *jsonNode, key string, mine bool) {
		if n.keys != nil {
			switch {
			case n.of(jsonNames, theirs) || n.of([]string{"speakerId", "speaker_id"}, func(id string) bool { return ids[id] }):
				mine = true
			case n.of([]string{"speakerId", "speaker_id", "speaker_name", "speakerName", "speaker"}, func(s string) bool { return s != "" }):
				mine = false
			}
		}
		for i, x := range n.items {
			k := key
			if n.keys != nil {
				k = n.keys[i]
			}
			walk(x, k, mine)
		}
		if !n.isText {
			return
		}
		out := n.text
		switch {
		case mine && (slices.Contains(jsonWords, key) || slices.Contains(jsonReach, key)):
			out = gap(out)
		default:
			out = replace(out)
		}
		if out != n.text {
			changes = append(changes, change{n.from, n.to, quoteJSON(out)})
		}
	}
	walk(root, "", false)
	var b strings.Builder
	last := 0
	for _, c := range changes {
		b.WriteString(src[last:c.from] + c.text)
		last = c.to
	}
	return b.String() + src[last:]
}

// each visits a node and all below it.
func (n *jsonNode) each(see func(*jsonNode)) {
	see(n)
	for _, x := range n.items {
		x.each(see)
	}
}

// of says whether one of some fields is such a one.
func (n *jsonNode) of(keys []string, is func(string) bool) bool {
	for i, k := range n.keys {
		if x := n.items[i]; slices.Contains(keys, k) && x.items == nil && x.text != "" && is(x.text) {
			return true
		}
	}
	return false
}

func quoteJSON(s string) string {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	_ = enc.Encode(s) // a string always can be
	return strings.TrimSuffix(b.String(), "\n")
}
