package exact

import (
	"fmt"
	"math"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/token"
)

// Enum is a text with a closed list of values.
type Enum interface{ Values() []string }

// Shaped is a text with a shape; Problem says what is wrong with it, or nothing.
type Shaped interface{ Problem() string }

// Decode reads the document into the struct that v points to and reports everything that does not fit. What does not fit
// stays at its zero value, so that a file with a mistake in it can still be opened; its bytes stay in the file.
func (d *Document) Decode(v any) []Problem {
	dec := decoder{doc: d}
	dec.value(d.root, reflect.ValueOf(v).Elem(), "the file")
	return dec.problems
}

type decoder struct {
	doc      *Document
	problems []Problem
	path     []any // of the value that is being read
}

// within reads something one step further down.
func (dec *decoder) within(step any, read func()) {
	dec.path = append(dec.path, step)
	read()
	dec.path = dec.path[:len(dec.path)-1]
}

func (dec *decoder) report(n ast.Node, format string, args ...any) {
	at := startOf(n)
	p := dec.doc.problem(at.Line, at.Column, fmt.Sprintf(format, args...))
	p.Path = slices.Clone(dec.path)
	dec.problems = append(dec.problems, p)
}

// value reads node into v; what is how v is called in a message.
func (dec *decoder) value(node ast.Node, v reflect.Value, what string) {
	node = bare(node)
	if isNull(node) {
		return
	}
	switch v.Kind() {
	case reflect.Pointer:
		p := reflect.New(v.Type().Elem())
		before := len(dec.problems)
		dec.value(node, p.Elem(), what)
		// A number that could not be read is absent, not 0.
		if len(dec.problems) == before || v.Type().Elem().Kind() == reflect.Struct && isMapping(node) {
			v.Set(p)
		}
	case reflect.Struct:
		dec.record(node, v, what)
	case reflect.Slice:
		seq, ok := node.(*ast.SequenceNode)
		if !ok {
			dec.report(node, "%s should be a list", what)
			return
		}
		v.Set(reflect.MakeSlice(v.Type(), len(seq.Values), len(seq.Values)))
		for i, item := range seq.Values {
			if isNull(bare(item)) && isRecords(v.Type()) {
				dec.within(i, func() { dec.report(item, "an empty entry in %s", what) })
				continue
			}
			dec.within(i, func() { dec.value(item, v.Index(i), "an entry of "+what) })
		}
	case reflect.Map:
		if !isMapping(node) {
			dec.report(node, "%s should be a list of key: value", what)
			return
		}
		v.Set(reflect.MakeMap(v.Type()))
		for _, e := range entries(node) {
			before := len(dec.problems)
			key := reflect.New(v.Type().Key()).Elem()
			key.SetString(keyText(e))
			x := reflect.New(v.Type().Elem()).Elem()
			dec.within(keyText(e), func() {
				dec.shape(e.Key, key, what)
				dec.value(e.Value, x, what+" "+keyText(e))
			})
			if len(dec.problems) == before {
				v.SetMapIndex(key, x)
			}
		}
	case reflect.Interface:
		if x := generic(node); x != nil {
			v.Set(reflect.ValueOf(x))
		}
	default:
		dec.scalar(node, v, what)
	}
}

func (dec *decoder) record(node ast.Node, v reflect.Value, what string) {
	if !isMapping(node) {
		dec.report(node, "%s should be written as key: value", what)
		return
	}
	seen := map[string]bool{}
	for _, e := range entries(node) {
		name := keyText(e)
		f, ok := fieldNamed(v.Type(), name)
		if !ok {
			p := startOf(e)
			message := fmt.Sprintf("unknown key %q in %s; it is kept as it is", name, what)
			if near := meant(v.Type(), name); near != "" {
				message = fmt.Sprintf("unknown key %q in %s; did you mean %s?", name, what, near)
			}
			w := dec.doc.problem(p.Line, p.Column, message)
			w.Warning = true
			w.Path = append(slices.Clone(dec.path), name)
			dec.problems = append(dec.problems, w)
			continue
		}
		seen[name] = !isNull(bare(e.Value))
		dec.within(name, func() { dec.value(e.Value, v.Field(f.index), name) })
		if s := v.Field(f.index); f.required && s.Kind() == reflect.String && s.Len() == 0 {
			seen[name] = false
		}
	}
	for _, f := range fieldsOf(v.Type()) {
		if f.required && !seen[f.name] {
			dec.within(f.name, func() { dec.report(node, "%s needs %s", what, article(f.name)) })
		}
	}
}

func article(s string) string {
	if strings.ContainsAny(s[:1], "aeiou") {
		return "an " + s
	}
	return "a " + s
}

func (dec *decoder) scalar(node ast.Node, v reflect.Value, what string) {
	text, ok := scalarText(node)
	if !ok {
		dec.report(node, "%s should be one value, not a list or a record", what)
		return
	}
	switch v.Kind() {
	case reflect.String:
		v.SetString(text)
		dec.shape(node, v, what)
	case reflect.Bool:
		b, ok := node.(*ast.BoolNode)
		if !ok {
			dec.report(node, "%s should be true or false, not %s", what, quoteShort(text))
			return
		}
		v.SetBool(b.Value)
	case reflect.Int:
		n, ok := wholeNumber(node)
		if !ok {
			dec.report(node, "%s should be a whole number, not %s", what, quoteShort(text))
			return
		}
		v.SetInt(n)
	case reflect.Float64:
		x, ok := number(node)
		if !ok {
			dec.report(node, "%s should be a number, not %s", what, quoteShort(text))
			return
		}
		v.SetFloat(x)
	default:
		panic("exact: no way to read a " + v.Type().String())
	}
}

// shape checks a text against its type's list of values or its shape.
func (dec *decoder) shape(node ast.Node, v reflect.Value, what string) {
	if v.Len() == 0 {
		return
	}
	switch x := v.Interface().(type) {
	case Enum:
		if !slices.Contains(x.Values(), v.String()) {
			dec.report(node, "%s should be one of %s, not %s", what, strings.Join(x.Values(), ", "), quoteShort(v.String()))
		}
	case Shaped:
		if msg := x.Problem(); msg != "" {
			dec.report(node, "%s %s, not %s", what, msg, quoteShort(v.String()))
		}
	}
}

func quoteShort(s string) string {
	if r := []rune(s); len(r) > 40 {
		s = string(r[:40]) + "…"
	}
	return strconv.Quote(s)
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
