package merge

import (
	"cmp"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/exact"
)

// deletion is a record that one side deleted, and that the other left as it was.
type deletion struct {
	path   string
	ref    string // how others refer to it; empty where they do not
	by     side
	record string
}

// bringBack looks for deleted records that the side that did not delete them refers to anew; true when there are some that
// the next round must keep.
func (m *merger) bringBack(tree *exact.Node) bool {
	if len(m.deletions) == 0 {
		return false
	}
	mentioned := mentions(tree)
	by := [2]map[string]map[string]bool{mentions(m.ours), mentions(m.theirs)}
	again := false
	for _, d := range m.deletions {
		if d.ref == "" || m.keep[d.path] {
			continue
		}
		for place := range mentioned[d.ref] {
			if !by[d.by][d.ref][place] { // who deleted the record knew of all others
				m.keep[d.path], again = true, true
				m.referredTo = append(m.referredTo, Stay{Record: d.record, ByTheirs: d.by == theyDid, Referred: true})
				break
			}
		}
	}
	return again
}

// mentions are the places of all short texts, by the text and by what it refers to if it is evidence.
func mentions(tree *exact.Node) map[string]map[string]bool {
	out := map[string]map[string]bool{}
	var walk func(n *exact.Node, at string)
	walk = func(n *exact.Node, at string) {
		for i, x := range n.Items {
			switch {
			case n.Kind == exact.Map:
				walk(x, at+"\x00"+n.Keys[i])
			case x.Kind == exact.Map && len(x.Items) > 0:
				walk(x, at+"\x00"+said(cmp.Or(x.Get("id"), x.Items[0])))
			default:
				walk(x, at)
			}
		}
		if n.Kind != exact.Scalar || len(n.Text) > 500 {
			return
		}
		r := model.ParseRef(n.Text)
		for _, ref := range []string{n.Text, r.Record, model.Ref{Record: r.Record, Item: r.Item}.String()} {
			if out[ref] == nil {
				out[ref] = map[string]bool{}
			}
			out[ref][at] = true
		}
	}
	walk(tree, "")
	return out
}
