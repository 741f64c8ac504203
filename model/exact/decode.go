package exact

import (
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/goccy/go-yaml/ast"
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
