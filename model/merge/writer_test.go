package merge_test

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/exact"
	"pgregory.net/rapid"
)

var token = regexp.MustCompile(`\b[ot]\d+q\b`)

// writer changes a tree at random places; each word it writes is its own.
type writer struct {
	t    *rapid.T
	side string
	n    int
	take bool // things away, too
}

func (w *writer) word() string {
	w.n++
	return fmt.Sprintf("%s%dq", w.side, w.n)
}

func (w *writer) draw(n int, what string) int { return rapid.IntRange(0, n-1).Draw(w.t, what) }

// change makes one change somewhere at or below n.
func (w *writer) change(n *exact.Node, depth int) *exact.Node {
	switch {
	case n.Kind == exact.Scalar && strings.Contains(n.Text, "\n"):
		lines := strings.Split(n.Text, "\n")
		i := w.draw(len(lines), "line")
		switch w.draw(4, "edit") {
		case 0:
			lines[i] += " " + w.word()
		case 1:
			lines = slices.Insert(lines, i, w.word()+" line")
		case 2:
			if w.take && len(lines) > 2 {
				lines = slices.Delete(lines, i, i+1)
			}
		default:
			lines[i] = w.word()
		}
		return exact.Text(strings.Join(lines, "\n"))
	case n.Kind == exact.Scalar || n.Kind == exact.Null || len(n.Items) == 0:
		return exact.Text(rapid.SampledFrom([]string{w.word(), n.Text + " " + w.word(), "two\n" + w.word()}).Draw(w.t, "text"))
	}
	i := w.draw(len(n.Items), "at")
	keys, items := slices.Clone(n.Keys), slices.Clone(n.Items)
	if kind := w.draw(12, "kind"); kind < 9 && depth < 6 || depth == 0 && kind < 11 {
		if n.Kind == exact.Map && (n.Keys[i] == "id" || n.Keys[i] == "gapbook" || !w.take && finds[n.Keys[i]]) {
			return n
		}
		items[i] = w.change(items[i], depth+1)
		return n.With(keys, items)
	}
	switch w.draw(4, "do") {
	case 0:
		if !w.take || len(items) < 2 || n.Kind == exact.Map && (n.Keys[i] == "id" || n.Keys[i] == "gapbook") {
			return n
		}
		items = slices.Delete(items, i, i+1)
		if n.Kind == exact.Map {
			keys = slices.Delete(keys, i, i+1)
		}
	case 1:
		if n.Kind == exact.List && w.take {
			j := w.draw(len(items), "to")
			items[i], items[j] = items[j], items[i]
		}
	default:
		x := exact.Text(w.word())
		if n.Kind == exact.Map {
			keys = append(keys, "k"+w.word())
			items = append(items, x)
			break
		}
		if n.Items[0].Kind == exact.Map {
			x = exact.NewMap([]string{"id", "note"}, []*exact.Node{exact.Text(w.word()), exact.Text("new\n" + w.word())})
			if k := n.Items[0].Keys[0]; k != "id" {
				x = exact.NewMap([]string{k, "note"}, []*exact.Node{exact.Text(w.word()), exact.Text(w.word())})
			}
		}
		items = slices.Insert(items, i, x)
	}
	return n.With(keys, items)
}

// finds are the keys that records are found by; to change one is to delete a record.
var finds = map[string]bool{
	"label": true, "question": true, "ask": true, "check": true, "theme": true, "deal": true, "stage": true, "week": true, "in": true,
	"text": true, "what": true, "day": true, "field": true,
}

func (w *writer) edited(doc *exact.Document, most int) *exact.Document {
	tree := doc.Tree()
	for range rapid.IntRange(1, most).Draw(w.t, w.side) {
		tree = w.change(tree, 0)
	}
	next, err := doc.Become(tree, new(model.Engagement))
	if err != nil {
		w.t.Fatalf("%v\n%s\n%v", err, doc.Bytes(), tree)
	}
	return next
}

func words(d *exact.Document) map[string]int {
	out := map[string]int{}
	_, _ = d.Rewrite(exact.Words{Value: func(_ []any, s string) string {
		for _, w := range strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(" \n\t,.;:!?>#\"'", r) }) {
			out[w]++
		}
		return s
	}, Key: func(_ []any, s string) string {
		out[s]++
		return s
	}})
	return out
}

// fresh are the lines that a document has and another has not, and those that it has not.
func fresh(base, doc *exact.Document) string {
	var out strings.Builder
	was, is := strings.Split(string(base.Bytes()), "\n"), strings.Split(string(doc.Bytes()), "\n")
	for i, l := range is {
		if !slices.Contains(was, l) {
			fmt.Fprintf(&out, "%4d + %s\n", i+1, l)
		}
	}
	for i, l := range was {
		if !slices.Contains(is, l) {
			fmt.Fprintf(&out, "%4d - %s\n", i+1, l)
		}
	}
	return out.String()
}

var marker = regexp.MustCompile(`(?m)^\s*(<<<<<<<|=======|>>>>>>>|\|\|\|\|\|\|\|)`)
