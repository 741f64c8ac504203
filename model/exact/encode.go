package exact

import (
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// lineWidth is how far a record on one line may reach.
const lineWidth = 140

// Marshal writes a struct as a whole new file.
func Marshal(v any) []byte {
	rv := reflect.ValueOf(v)
	for rv.Kind() == reflect.Pointer {
		rv = rv.Elem()
	}
	return []byte(strings.Join(blockFields(rv, 0, true), "\n") + "\n")
}

// A rendering is a value after its key or dash: the rest of that line, and the lines below it.
type rendering struct {
	head string
	body []string
}

// block renders a value for a key, or a dash, that stands at column indent (0 is the first).
func block(v reflect.Value, indent int, oneLine bool) rendering {
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		if v.IsNil() {
			return rendering{head: "null"}
		}
		return block(v.Elem(), indent, oneLine)
	case reflect.String:
		return blockText(text(v), v, indent)
	case reflect.Slice:
		if v.Len() == 0 {
			return rendering{head: "[]"}
		}
		if oneLine {
			if s := flow(v); indent+utf8.RuneCountInString(s) < lineWidth {
				return rendering{head: s}
			}
		}
		var lines []string
		for i := range v.Len() {
			lines = append(lines, blockItem(v.Index(i), indent+2)...)
		}
		return rendering{body: lines}
	case reflect.Map:
		if v.Len() == 0 {
			return rendering{head: "{}"}
		}
		if oneLine {
			if s := flow(v); indent+utf8.RuneCountInString(s) < lineWidth {
				return rendering{head: s}
			}
		}
		var lines []string
		for _, k := range sortedKeys(v) {
			lines = append(lines, keyed(inline(k.String()), block(v.MapIndex(k), indent+2, false), indent+2)...)
		}
		return rendering{body: lines}
	case reflect.Struct:
		if oneLine && !hasBlocks(v) {
			if s := flow(v); indent+utf8.RuneCountInString(s) < lineWidth {
				return rendering{head: s}
			}
		}
		if lines := blockFields(v, indent+2, false); len(lines) > 0 {
			return rendering{body: lines}
		}
		return rendering{head: "{}"}
	}
	return rendering{head: flow(v)}
}

func blockText(s string, v reflect.Value, indent int) rendering {
	ind, ok := literal(s)
	if !ok || !utf8.ValidString(s) {
		return rendering{head: flow(v)}
	}
	return rendering{head: ind, body: literalLines(s, indent)}
}

// blockItem renders one entry of a list whose dash stands at column indent.
func blockItem(v reflect.Value, indent int) []string {
	pad := strings.Repeat(" ", indent)
	if v.Kind() == reflect.Struct {
		if !hasBlocks(v) && oneLiner(v) {
			if s := flow(v); indent+utf8.RuneCountInString(s) < lineWidth {
				return []string{pad + "- " + s}
			}
		}
		lines := blockFields(v, indent+2, false)
		if len(lines) == 0 {
			return []string{pad + "- {}"}
		}
		lines[0] = pad + "- " + strings.TrimLeft(lines[0], " ")
		return lines
	}
	r := block(v, indent, false)
	if r.head == "" { // a list in a list
		return append([]string{pad + "-"}, r.body...)
	}
	return append([]string{pad + "- " + r.head}, r.body...)
}

// oneLiner says whether records of this type read best as one line each: those that hold no list of records and no Note
// that people fill with paragraphs.
func oneLiner(v reflect.Value) bool {
	for _, f := range fieldsOf(v.Type()) {
		x := v.Field(f.index)
		if isRecords(x.Type()) || x.Kind() == reflect.Slice && x.Len() > 0 && !f.line {
			return false
		}
	}
	return true
}

// hasBlocks says whether somewhere in v is a text that should stand as a literal block.
func hasBlocks(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		return !v.IsNil() && hasBlocks(v.Elem())
	case reflect.String:
		_, ok := literal(v.String())
		return ok
	case reflect.Struct:
		return slices.ContainsFunc(fieldsOf(v.Type()), func(f field) bool { return hasBlocks(v.Field(f.index)) })
	case reflect.Slice:
		for i := range v.Len() {
			if hasBlocks(v.Index(i)) {
				return true
			}
		}
	case reflect.Map:
		for _, k := range v.MapKeys() {
			if hasBlocks(v.MapIndex(k)) {
				return true
			}
		}
	}
	return false
}

// blockFields renders the present fields of a record, each key at column indent.
func blockFields(v reflect.Value, indent int, spaced bool) []string {
	var lines []string
	for _, f := range fieldsOf(v.Type()) {
		x := v.Field(f.index)
		if absent(x) && !f.required {
			continue
		}
		if spaced && len(lines) > 0 && spacious(x.Type()) {
			lines = append(lines, "")
		}
		lines = append(lines, keyed(f.name, block(x, indent, f.line), indent)...)
	}
	return lines
}

// spacious says whether a section of this type is set off by an empty line.
func spacious(t reflect.Type) bool {
	return isRecords(t) || t.Kind() == reflect.Pointer && t.Elem().Kind() == reflect.Struct
}

func keyed(key string, r rendering, indent int) []string {
	first := strings.Repeat(" ", indent) + key + ":"
	if r.head != "" {
		first += " " + r.head
	}
	return append([]string{first}, r.body...)
}

// flow renders a value on one line.
func flow(v reflect.Value) string {
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		if v.IsNil() {
			return "null"
		}
		return flow(v.Elem())
	case reflect.String:
		if _, isEnum := v.Interface().(Enum); isEnum && plainShape.MatchString(v.String()) && !isResult(v.String()) {
			return v.String()
		}
		if s, ok := v.Interface().(Shaped); ok && s.Problem() == "" && !strings.Contains(v.String(), ":") && v.Len() > 0 {
			return v.String() // a day
		}
		return inline(text(v))
	case reflect.Bool:
		return strconv.FormatBool(v.Bool())
	case reflect.Int, reflect.Int64:
		return strconv.FormatInt(v.Int(), 10)
	case reflect.Float64:
		return formatFloat(v.Float())
	case reflect.Slice:
		parts := make([]string, v.Len())
		for i := range parts {
			parts[i] = flow(v.Index(i))
		}
		return "[" + strings.Join(parts, ", ") + "]"
	case reflect.Map:
		var parts []string
		for _, k := range sortedKeys(v) {
			parts = append(parts, inline(k.String())+": "+flow(v.MapIndex(k)))
		}
		return "{" + strings.Join(parts, ", ") + "}"
	case reflect.Struct:
		var parts []string
		for _, f := range fieldsOf(v.Type()) {
			if x := v.Field(f.index); !absent(x) || f.required {
				parts = append(parts, f.name+": "+flow(x))
			}
		}
		return "{" + strings.Join(parts, ", ") + "}"
	}
	panic(fmt.Sprintf("exact: no way to write a %s", v.Type()))
}

// isResult are the answers that older YAML readers take for true and false.
func isResult(s string) bool { return s == "yes" || s == "no" }

// text is the string of v, mended where it is no UTF-8: YAML has no way to carry such bytes.
func text(v reflect.Value) string { return strings.ToValidUTF8(v.String(), "\ufffd") }

func sortedKeys(v reflect.Value) []reflect.Value {
	keys := v.MapKeys()
	slices.SortFunc(keys, func(a, b reflect.Value) int { return strings.Compare(a.String(), b.String()) })
	return keys
}
