package exact

import (
	"reflect"
)

// Schema is the JSON Schema (2020-12) of a file that v is decoded from. Editors complete and check with it; unknown keys
// are allowed, as they are in the file.
func Schema(title string, v any) map[string]any {
	s := schemaOf(reflect.TypeOf(v))
	s["$schema"] = "https://json-schema.org/draft/2020-12/schema"
	s["title"] = title
	return s
}

func schemaOf(t reflect.Type) map[string]any {
	switch t.Kind() {
	case reflect.Pointer:
		return schemaOf(t.Elem())
	case reflect.Struct:
		props, required := map[string]any{}, []string{}
		for _, f := range fieldsOf(t) {
			p := schemaOf(t.Field(f.index).Type)
			if f.doc != "" {
				p["description"] = f.doc
			}
			props[f.name] = p
			if f.required {
				required = append(required, f.name)
			}
		}
		s := map[string]any{"type": "object", "properties": props}
		if len(required) > 0 {
			s["required"] = required
		}
		return s
	case reflect.Slice:
		return map[string]any{"type": []string{"array", "null"}, "items": schemaOf(t.Elem())}
	case reflect.Map:
		return map[string]any{"type": []string{"object", "null"}, "additionalProperties": schemaOf(t.Elem())}
	case reflect.Bool:
		return map[string]any{"type": []string{"boolean", "null"}}
	case reflect.Int:
		return map[string]any{"type": []string{"integer", "null"}}
	case reflect.Float64:
		return map[string]any{"type": []string{"number", "null"}}
	case reflect.String:
		if e, ok := reflect.Zero(t).Interface().(Enum); ok {
			values := []any{nil}
			for _, v := range e.Values() {
				values = append(values, v)
			}
			return map[string]any{"enum": values}
		}
		// Plain 8123 and 2.0 are text here as much as any other.
		return map[string]any{"type": []string{"string", "number", "boolean", "null"}}
	}
	return map[string]any{}
}
