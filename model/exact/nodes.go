package exact

import (
	"math"
	"reflect"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/token"
)

// bare takes tags off a node; aliases and anchors were refused when the file was read.
func bare(n ast.Node) ast.Node {
	for {
		t, ok := n.(*ast.TagNode)
		if !ok {
			return n
		}
		n = t.Value
	}
}

func isNull(n ast.Node) bool {
	if n == nil || reflect.ValueOf(n).IsNil() {
		return true
	}
	_, null := n.(*ast.NullNode)
	return null
}

func isMapping(n ast.Node) bool {
	switch n.(type) {
	case *ast.MappingNode, *ast.MappingValueNode:
		return true
	}
	return false
}

func entries(n ast.Node) []*ast.MappingValueNode {
	switch n := n.(type) {
	case *ast.MappingNode:
		return n.Values
	case *ast.MappingValueNode:
		return []*ast.MappingValueNode{n}
	}
	return nil
}

func keyText(e *ast.MappingValueNode) string {
	var n ast.Node = e.Key
	if k, ok := n.(*ast.MappingKeyNode); ok {
		n = k.Value
	}
	if s, ok := scalarText(bare(n)); ok {
		return s
	}
	return n.String()
}

// startOf is where a node begins: a block mapping at its first key, not at the colon that the parser names.
func startOf(n ast.Node) *token.Position {
	switch x := n.(type) {
	case *ast.MappingNode:
		if !x.IsFlowStyle && len(x.Values) > 0 {
			return startOf(x.Values[0])
		}
	case *ast.MappingValueNode:
		return x.Key.GetToken().Position
	case *ast.LiteralNode:
		return x.Start.Position
	}
	return n.GetToken().Position
}

// scalarText is what a scalar says, to the letter: 01067 stays 01067.
func scalarText(n ast.Node) (string, bool) {
	switch n := n.(type) {
	case *ast.StringNode:
		return n.Value, true
	case *ast.LiteralNode:
		return n.Value.Value, true
	case *ast.IntegerNode, *ast.FloatNode, *ast.BoolNode, *ast.InfinityNode, *ast.NanNode:
		return n.GetToken().Value, true
	}
	return "", false
}

func wholeNumber(n ast.Node) (int64, bool) {
	i, ok := n.(*ast.IntegerNode)
	if !ok {
		return 0, false
	}
	switch x := i.Value.(type) {
	case int64:
		return x, true
	case uint64:
		return int64(x), x <= math.MaxInt64
	}
	return 0, false
}

func number(n ast.Node) (float64, bool) {
	switch n := n.(type) {
	case *ast.FloatNode:
		return n.Value, !math.IsInf(n.Value, 0) && !math.IsNaN(n.Value)
	case *ast.IntegerNode:
		switch x := n.Value.(type) {
		case int64:
			return float64(x), true
		case uint64:
			return float64(x), true
		}
	}
	return 0, false
}

// generic reads a value of no declared type.
func generic(n ast.Node) any {
	n = bare(n)
	switch n := n.(type) {
	case *ast.IntegerNode:
		if x, ok := wholeNumber(n); ok {
			return x
		}
	case *ast.FloatNode:
		return n.Value
	case *ast.BoolNode:
		return n.Value
	case *ast.SequenceNode:
		out := make([]any, len(n.Values))
		for i, x := range n.Values {
			out[i] = generic(x)
		}
		return out
	}
	if isMapping(n) {
		out := map[string]any{}
		for _, e := range entries(n) {
			out[keyText(e)] = generic(e.Value)
		}
		return out
	}
	if s, ok := scalarText(n); ok {
		return s
	}
	return nil
}
