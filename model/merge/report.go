package merge

import (
	"fmt"
	"slices"

	"github.com/gapbook/gapbook/model/exact"
)

// Report says what a merge could not decide, and what it did about it.
type Report struct {
	Unsettled []string // fields that both changed: ours is in the file, theirs under unsettled; as written there
	Both      []string // texts that hold both versions, one above the other
	Stayed    []Stay

	both []*spot
	opt  Options
}

// Stay is a record that one side deleted, and that stays.
type Stay struct {
	Record   string
	ByTheirs bool // they deleted it, we did not
	Referred bool // it stays as the other side refers to it; else as the other side changed it

	spot *spot
	by   side
}

// Quiet says that there is nothing to tell.
func (r Report) Quiet() bool { return len(r.Unsettled)+len(r.Both)+len(r.Stayed) == 0 }

// Lines tell it, one thing a line.
func (r Report) Lines() []string {
	mine, yours := r.opt.names()
	var out []string
	for _, f := range r.Unsettled {
		out = append(out, fmt.Sprintf("%s: both changed it; what %s wrote stays, what %s wrote is under unsettled", f, mine, yours))
	}
	for _, f := range r.Both {
		out = append(out, f+": both changed the same lines; both stand there, one above the other")
	}
	for _, s := range r.Stayed {
		by, other, did := mine, yours, "changed it"
		if s.ByTheirs {
			by, other = yours, mine
		}
		if s.Referred {
			did = "refers to it"
		}
		out = append(out, fmt.Sprintf("%s: %s deleted it, %s %s; it stays", s.Record, by, other, did))
	}
	return out
}

func (opt Options) names() (mine, yours string) {
	mine, yours = opt.Ours, opt.Theirs
	if mine == "" {
		mine = "ours"
	}
	if yours == "" {
		yours = "theirs"
	}
	return mine, yours
}

// finish writes down the names of the spots, which are known now.
func (r *Report) finish(opt Options) {
	r.opt = opt
	for i, s := range r.Stayed {
		if s.spot != nil {
			r.Stayed[i].Record, r.Stayed[i].ByTheirs, r.Stayed[i].spot = s.spot.path(), s.by == theyDid, nil
		}
	}
	for _, s := range r.both {
		r.Both = append(r.Both, s.path())
	}
	r.both = nil
}

// unsettled adds the conflicts to the engagement.
func (m *merger) unsettled(tree *exact.Node) *exact.Node {
	var list []*exact.Node
	if old := tree.Get("unsettled"); old != nil && old.Kind == exact.List {
		list = slices.Clone(old.Items)
	} else if old != nil && old.Kind != exact.Null && len(m.conflicts) > 0 {
		list = []*exact.Node{old} // no list, but somebody's words
	}
	for _, c := range m.conflicts {
		field := c.at.path()
		m.report.Unsettled = append(m.report.Unsettled, field)
		keys, values := []string{"field"}, []*exact.Node{exact.Text(field)}
		for _, side := range []struct {
			key string
			n   *exact.Node
		}{{"ours", c.ours}, {"theirs", c.theirs}} {
			if side.n != nil {
				keys, values = append(keys, side.key), append(values, c.value(side.n))
			}
		}
		if m.opt.Theirs != "" {
			keys, values = append(keys, "theirs_by"), append(values, exact.Text(m.opt.Theirs))
		}
		entry := exact.NewMap(keys, values)
		if !slices.ContainsFunc(list, func(x *exact.Node) bool {
			return said(x.Get("field")) == field && exact.Identical(x.Get("theirs"), entry.Get("theirs"))
		}) {
			list = append(list, entry)
		}
	}
	if len(m.conflicts) == 0 {
		return tree
	}
	return with(tree, "unsettled", exact.NewList(list))
}

// value is one side of a conflict as it can be read without its type: 007 is a text where a text is wanted.
func (c conflict) value(n *exact.Node) *exact.Node {
	if n.Kind == exact.Scalar && isString(c.typ) {
		return exact.Text(n.Text)
	}
	return n
}

func with(tree *exact.Node, key string, value *exact.Node) *exact.Node {
	keys, items := slices.Clone(tree.Keys), slices.Clone(tree.Items)
	if i := slices.Index(keys, key); i >= 0 {
		items[i] = value
	} else {
		keys, items = append(keys, key), append(items, value)
	}
	return tree.With(keys, items)
}
