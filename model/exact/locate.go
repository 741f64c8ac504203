package exact

import (
	"slices"

	"github.com/goccy/go-yaml/ast"
)

// At makes a problem at the place of a value, named by keys and indexes from the top: At("…", "people", 2, "role"). Where the
// value is not in the file, the nearest thing around it is named.
func (d *Document) At(message string, path ...any) Problem {
	p := d.at(message, path)
	p.Path = slices.Clone(path)
	return p
}

func (d *Document) at(message string, path []any) Problem {
	node := d.root
	if node == nil {
		return d.problem(1, 1, message)
	}
	pos := startOf(node)
	for _, step := range path {
		switch step := step.(type) {
		case string:
			e := entryNamed(bare(node), step)
			if e == nil {
				return d.problem(pos.Line, pos.Column, message)
			}
			node, pos = e.Value, startOf(e)
			if n := bare(e.Value); !isNull(n) && (len(entries(n)) == 0 || isFlow(n)) {
				if _, list := n.(*ast.SequenceNode); !list {
					pos = startOf(n)
				}
			}
		case int:
			seq, ok := bare(node).(*ast.SequenceNode)
			if !ok || step >= len(seq.Values) {
				return d.problem(pos.Line, pos.Column, message)
			}
			node = seq.Values[step]
			pos = startOf(node)
		}
	}
	return d.problem(pos.Line, pos.Column, message)
}
