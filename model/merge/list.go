package merge

import (
	"cmp"
	"reflect"
	"strconv"

	"github.com/gapbook/gapbook/model/exact"
)

// row is one entry in the three versions of a list; nil where it is not there.
type row struct {
	b, o, t *exact.Node
	key     string      // what it is found by; by content it has none
	out     *exact.Node // merged; nil when it is gone
	at      *spot
}

// list merges entry by entry: records by what they are found by, texts by what they say.
func (m *merger) list(b, o, t *exact.Node, typ reflect.Type, at *spot) *exact.Node {
	elem := exact.Elem(typ)
	rows, bi, oi, ti := match(items(b), items(o), items(t), elem, at)
	for _, r := range rows {
		r.at = at.below(r.key)
		if n := cmp.Or(r.o, r.t, r.b); n.Kind == exact.Map {
			r.at.hasID = said(n.Get("id")) == r.key
			if k := exact.NodeKey(n, elem); k != "" {
				r.at.name = k
			}
		}
		r.out = m.entry(r, elem)
	}
	order := mergedOrder(bi, oi, ti)
	var out []*exact.Node
	var spots []*spot
	for _, r := range order {
		if r.out != nil {
			out, spots = append(out, r.out), append(spots, r.at)
		}
	}
	name(spots, out, elem)
	switch {
	case o != nil && o.Kind == exact.List:
		return o.With(nil, out)
	case t != nil && t.Kind == exact.List:
		return t.With(nil, out)
	}
	return exact.NewList(out)
}

// entry merges one entry; nil is one that is gone.
func (m *merger) entry(r *row, elem reflect.Type) *exact.Node {
	switch {
	case r.o != nil && r.t != nil:
		return m.value(r.b, r.o, r.t, elem, r.at)
	case r.b == nil && r.o != nil:
		return r.o
	case r.b == nil:
		return r.t
	case r.o == nil && r.t == nil:
		return nil
	}
	left, by := r.t, weDid
	if r.t == nil {
		left, by = r.o, theyDid
	}
	if !exact.Same(r.b, left, elem) {
		m.report.Stayed = append(m.report.Stayed, Stay{spot: r.at, by: by})
		return left
	}
	path := r.at.full()
	if m.keep[path] {
		return left
	}
	m.deletions = append(m.deletions, deletion{path, r.at.ref(left, elem), by, r.at.path()})
	return nil
}

func items(n *exact.Node) []*exact.Node {
	if n == nil || n.Kind != exact.List {
		return nil
	}
	return n.Items
}

// match finds each entry in the three versions of a list. It gives the rows, and those of each version in its order.
func match(b, o, t []*exact.Node, elem reflect.Type, at *spot) (rows, bi, oi, ti []*row) {
	key := func(n *exact.Node) string { return keyOf(n, elem, at) }
	versions := [][]*exact.Node{b, o, t}
	if !unique(versions, key) {
		if !scalars(versions) && !(at != nil && at.up == nil && at.name == "unsettled") {
			return alignRows(b, o, t, elem)
		}
		// The second of two that say the same is another one than the first.
		seen := map[*exact.Node]string{}
		for _, v := range versions {
			n := map[string]int{}
			for _, x := range v {
				k := key(x)
				n[k]++
				seen[x] = k + "\x00" + strconv.Itoa(n[k])
			}
		}
		key = func(n *exact.Node) string { return seen[n] }
	}
	by := map[string]*row{}
	lists := [3][]*row{}
	for i, v := range versions {
		for _, n := range v {
			r := by[key(n)]
			if r == nil {
				r = &row{key: key(n)}
				by[r.key] = r
				rows = append(rows, r)
			}
			r.set(i, n)
			lists[i] = append(lists[i], r)
		}
	}
	return rows, lists[0], lists[1], lists[2]
}

func (r *row) set(version int, n *exact.Node) {
	switch version {
	case 0:
		r.b = n
	case 1:
		r.o = n
	default:
		r.t = n
	}
}

// keyOf is what an entry is found by. Unsettled fields are what they say: one that was merged twice is there twice.
func keyOf(n *exact.Node, elem reflect.Type, at *spot) string {
	switch {
	case n.Kind == exact.Scalar:
		return "=" + n.Text
	case n.Kind == exact.Map && at != nil && at.up == nil && at.name == "unsettled":
		return said(n.Get("field")) + "\x00" + said(n.Get("theirs"))
	case n.Kind == exact.Map:
		return exact.Identity(n, elem)
	}
	return ""
}

func unique(versions [][]*exact.Node, key func(*exact.Node) string) bool {
	for _, v := range versions {
		seen := map[string]bool{}
		for _, n := range v {
			k := key(n)
			if k == "" || seen[k] {
				return false
			}
			seen[k] = true
		}
	}
	return true
}

func scalars(versions [][]*exact.Node) bool {
	for _, v := range versions {
		for _, n := range v {
			if n.Kind != exact.Scalar && n.Kind != exact.Null {
				return false
			}
		}
	}
	return true
}

// alignRows matches entries that nothing tells apart by what they hold: first those that are the same, then, between
// these, those with the same key in their order.
func alignRows(b, o, t []*exact.Node, elem reflect.Type) (rows, bi, oi, ti []*row) {
	for _, n := range b {
		bi = append(bi, &row{b: n})
	}
	oi, ti = alignSide(bi, o, elem, 1), alignSide(bi, t, elem, 2)
	for _, r := range oi { // what both added is there once
		if r.b != nil {
			continue
		}
		for i, x := range ti {
			if x.b == nil && x.o == nil && exact.Same(r.o, x.t, elem) {
				r.t, ti[i] = x.t, r
				break
			}
		}
	}
	has := map[*row]bool{}
	for _, list := range [][]*row{bi, oi, ti} {
		for _, r := range list {
			if !has[r] {
				has[r] = true
				r.key = "#" + strconv.Itoa(len(rows))
				rows = append(rows, r)
			}
		}
	}
	return rows, bi, oi, ti
}

func alignSide(bi []*row, side []*exact.Node, elem reflect.Type, version int) []*row {
	out := make([]*row, len(side))
	pairs := match2(len(bi), len(side), func(i, j int) bool { return exact.Same(bi[i].b, side[j], elem) })
	pairs = append(pairs, [2]int{len(bi), len(side)})
	i, j := 0, 0
	for _, p := range pairs {
		for ; j < p[1]; j++ {
			for k := i; k < p[0]; k++ {
				if key := exact.Identity(side[j], elem); key != "" && key == exact.Identity(bi[k].b, elem) {
					out[j], i = bi[k], k+1
					break
				}
			}
			if out[j] == nil {
				out[j] = &row{}
			}
			out[j].set(version, side[j])
		}
		if j < len(side) {
			out[j] = bi[p[0]]
			out[j].set(version, side[j])
		}
		i, j = p[0]+1, p[1]+1
	}
	return out
}
