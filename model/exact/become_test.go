package exact_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/exact"
)

// set gives a tree with another node at a path of keys and places; nil takes it away.
func set(n *exact.Node, x *exact.Node, path ...any) *exact.Node {
	keys, items := slices.Clone(n.Keys), slices.Clone(n.Items)
	i, isPlace := path[0].(int)
	if !isPlace {
		if i = slices.Index(keys, path[0].(string)); i < 0 {
			return n.With(append(keys, path[0].(string)), append(items, x))
		}
	} else if i == len(items) {
		return n.With(keys, append(items, x))
	}
	switch {
	case len(path) > 1:
		items[i] = set(items[i], x, path[1:]...)
	case x != nil:
		items[i] = x
	default:
		items = slices.Delete(items, i, i+1)
		if keys != nil {
			keys = slices.Delete(keys, i, i+1)
		}
	}
	return n.With(keys, items)
}

// Each change touches the lines that it names and no other, whether the program knows the key or not.
func TestBecomeTouchesOnlyWhatChanged(t *testing.T) {
	doc := parse(t, awkward)
	other := parse(t, "people:\n    # met in May\n    -   id: p-x  # tall\n        mood:   'so so'\n        note: |\n            # no comment\n              deep\n\nx: {when: 2026-03-02, size: 007}\n")
	tree := doc.Tree()
	for _, c := range []struct {
		name string
		want *exact.Node
		diff string
	}{
		{"nothing", tree, ""},
		{
			"an unknown key", set(tree, exact.Text("45"), "people", 1, "shoe_size"),
			"-    shoe_size: 44\n+    shoe_size: \"45\"\n",
		},
		{
			"an unknown key gone", set(tree, nil, "client", "crm_system"),
			"-client: {name: \"Northwind: Analytics\", segment: 01067, crm_system: Salesforce}   # unknown key inside\n" +
				"+client: {name: \"Northwind: Analytics\", segment: 01067}   # unknown key inside\n",
		},
		{
			"a record of another file, as it stands there", set(tree, other.Tree().Get("people").Items[0], "people", 3),
			"+  # met in May\n+  -   id: p-x  # tall\n+      mood:   'so so'\n+      note: |\n+          # no comment\n+            deep\n",
		},
		{
			"a value of another file in brackets", set(tree, other.Tree().Get("x"), "client", "x"),
			"-client: {name: \"Northwind: Analytics\", segment: 01067, crm_system: Salesforce}   # unknown key inside\n" +
				"+client: {name: \"Northwind: Analytics\", segment: 01067, crm_system: Salesforce, x: {when: 2026-03-02, size: 007}}   # unknown key inside\n",
		},
		{
			"a text gone from a list, its comment with it", set(tree, nil, "stages", 0, "exit_criteria", 0),
			"-  - \"Economic buyer named\"   # by the book\n",
		},
		{
			"a text below its key, with a comment", set(tree, exact.Text("x\ny"), "findings", 0, "note"),
			"-    note:\n-      \"folded\n-      # still text\"\n+    note: |-\n+      x\n+      y\n",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			next, err := doc.Become(c.want, new(model.Engagement))
			if err != nil {
				t.Fatal(err)
			}
			if got := diff(awkward, string(next.Bytes())); got != c.diff {
				t.Errorf("diff:\n%swant:\n%s", got, c.diff)
			}
		})
	}
}

// A text that becomes a block must not swallow the comments that stood around the old one.
func TestCommentsAroundABlockStay(t *testing.T) {
	for src, want := range map[string]string{
		"title: a\n    # deep\nclient: {name: b}\n":                   "title: |\n  x\n  y\n# deep\nclient: {name: b}\n",
		"title:\n  # why\n  \"a\n  b\"   # tail\nclient: {name: b}\n": "# why\n# tail\ntitle: |\n  x\n  y\nclient: {name: b}\n",
	} {
		doc := parse(t, src)
		e := decode(t, doc)
		e.Title = "x\ny\n"
		next, err := doc.Update(e)
		if err != nil {
			t.Fatal(err)
		}
		if string(next.Bytes()) != want {
			t.Errorf("got\n%swant\n%s", next.Bytes(), want)
		}
	}
	doc := parse(t, "people:\n  - id: a\n    role: rep\n    # of a\n")
	e := decode(t, doc)
	e.People = append(e.People, model.Person{ID: "b", Role: "rep"})
	next, err := doc.Update(e)
	if err != nil || !strings.HasSuffix(string(next.Bytes()), "    # of a\n  - {id: b, role: rep}\n") {
		t.Errorf("%v\n%s", err, next.Bytes())
	}
}

func TestSameMeansTheSame(t *testing.T) {
	a := parse(t, "findings: [{id: f, impact: 0x5, evidence: [], note: \"\"}]\ntargets: {a: 0.50}\nfunnels: [{label: l, horizon: 0}]\n").Tree()
	b := parse(t, "findings:\n- id: f\n  impact: 5\ntargets:\n  a: 0.5\nfunnels: [{label: 'l'}]\n").Tree()
	typ := reflect.TypeFor[model.Engagement]()
	if !exact.Same(a, b, typ) {
		t.Error("different")
	}
	for _, src := range []string{
		"findings: [{id: f, impact: 5, x: null}]\ntargets: {a: 0.5}\nfunnels: [{label: l}]\n",
		"findings: [{id: f, impact: 5}]\ntargets: {a: 0.5}\nfunnels: [{label: l, won_amount: 0}]\n",
		"findings: [{id: f, impact: five}]\ntargets: {a: 0.5}\nfunnels: [{label: l}]\n",
	} {
		if exact.Same(parse(t, src).Tree(), b, typ) {
			t.Errorf("the same:\n%s", src)
		}
	}
}
