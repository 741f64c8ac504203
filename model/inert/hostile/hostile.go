// Package hostile makes engagements whose every text wants to act: on a terminal, in a spreadsheet, in a browser, in Markdown,
// on the direction of writing. It finds the texts by reflection, so that a new field is hostile by itself. For tests only.
package hostile

import (
	"reflect"
	"strings"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/exact"
	"github.com/gapbook/gapbook/model/inert"
	"github.com/gapbook/gapbook/model/playbook"
)

// Text tries everything at once. 6666 and pwned are what a test looks for behind an escape.
const Text = "=cmd('6666')\x1b]0;pwned\x07\x1b[?6666h\x1b[6666;31mred\u009b6666m\u009dpwned\u009c\x1b]52;c;cHduZWQ=\x07\x1bP6666q\x1b\\" +
	"\u202Epwned\u2066\u200F\u061C\u200B\U000E0041<script>pwned()</script><img src=x onerror=pwned()> [x](javascript:pwned()) ![x](http://pwned) <http://pwned> http://pwned `pwned` &lt;b&gt;"

// Lines begin with each mark of a note, and with what a spreadsheet takes for a formula.
const Lines = "> " + short + "\n! " + short + "\n? " + short + "\n#price " + short + "\n[00:10] > " + short +
	"\n+" + short + "\n-" + short + "\n@" + short + "\n# " + short + "\n| " + short + "\n" + Text + "\r" + short

const short = "\x1b[6666h\u202Epwned\u009b6666m<script>pwned()</script>[x](javascript:pwned())"

// Fill makes every text below a pointer hostile. What records are found by stays: ids, references, dates and the words of
// closed lists; with all, these are hostile too. Texts that are absent come to be, lists and maps keep their length.
func Fill(v any, all bool) {
	f := filler{all: all, ids: map[string]bool{}}
	if !all {
		f.collect(reflect.ValueOf(v))
		for _, p := range []any{playbook.Builtin()} {
			f.collect(reflect.ValueOf(p))
		}
	}
	f.fill(reflect.ValueOf(v).Elem(), "")
}

type filler struct {
	all bool
	ids map[string]bool
}

// refs are the fields that refer to something, beside those whose text is an id.
var refs = map[string]bool{
	"ID": true, "Person": true, "Practice": true, "Stage": true, "Question": true, "Check": true, "Subject": true, "Theme": true, "Rep": true,
	"Remedy": true, "Finding": true, "In": true, "Evidence": true, "Findings": true, "Depends": true, "Playbook": true, "Round": true,
	"Domain": true, "From": true, "Better": true, "Field": true, "SHA256": true, "Transcript": true, "Practices": true, "Found": true,
}

func (f *filler) collect(v reflect.Value) {
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		if !v.IsNil() {
			f.collect(v.Elem())
		}
	case reflect.Slice:
		for i := range v.Len() {
			f.collect(v.Index(i))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).Name == "ID" && v.Field(i).Kind() == reflect.String {
				f.ids[v.Field(i).String()] = true
			}
			f.collect(v.Field(i))
		}
	}
}

func (f *filler) fill(v reflect.Value, name string) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			f.fill(v.Elem(), name)
		}
	case reflect.Interface: // the two sides of what a merge left unsettled
		v.Set(reflect.ValueOf(Text))
	case reflect.Slice:
		if v.Len() == 0 && v.Type().Elem().Kind() == reflect.String && !refs[name] {
			v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		}
		for i := range v.Len() {
			f.fill(v.Index(i), name)
		}
	case reflect.Map:
		f.fillMap(v)
	case reflect.Struct:
		for i := range v.NumField() {
			f.fill(v.Field(i), v.Type().Field(i).Name)
		}
	case reflect.String:
		v.SetString(f.text(v, name))
	}
}

func (f *filler) fillMap(v reflect.Value) {
	if v.Type().Key().Kind() != reflect.String {
		return
	}
	out := reflect.MakeMap(v.Type())
	for it := v.MapRange(); it.Next(); {
		key, item := reflect.New(v.Type().Key()).Elem(), reflect.New(v.Type().Elem()).Elem()
		key.SetString(it.Key().String())
		if f.all || (!f.ids[key.String()] && key.Type() == reflect.TypeFor[string]()) {
			key.SetString(Text + key.String())
		}
		item.Set(it.Value())
		f.fill(item, "")
		out.SetMapIndex(key, item)
	}
	if !v.IsNil() {
		v.Set(out)
	}
}

func (f *filler) text(v reflect.Value, name string) string {
	was := v.String()
	switch {
	case name == "Playbook":
		return was // the file it names has to be found
	case f.all && name == "Note":
		return Lines
	case f.all:
		return Text + was
	case v.Type() != reflect.TypeFor[string](), refs[name], f.ids[was]:
		return was
	case name == "Note" || name == "Text" && was == "":
		return Lines + "\n" + was
	}
	return Text + was
}

// Engagement is a copy of an engagement with every text hostile, as a file. It belongs to the playbook of that name.
func Engagement(e *model.Engagement, all bool) []byte {
	e.Unsettled = append(e.Unsettled, model.Unsettled{Field: "title", Ours: "a", Theirs: "b", TheirsBy: "c"})
	Fill(e, all)
	return exact.Marshal(e)
}

// Playbook is the built-in one with every text hostile, as a file.
func Playbook() []byte {
	pb, _, err := playbook.Read(playbook.Source())
	if err != nil {
		panic(err)
	}
	Fill(pb, false)
	return exact.Marshal(pb)
}

// Acting says what of an output acts, or nothing: a character that steers, or an escape sequence that came out of a text.
// An output to a terminal may hold escapes of the program's own.
func Acting(out string, terminal bool) string {
	for i, r := range out {
		own := terminal && (r == 0x1b || r == '\r' || r == 0x07 || r == '\b')
		if inert.Acts(r) && !own {
			return "U+" + strings.ToUpper(inert.Code(r)) + " in " + near(out, i)
		}
	}
	for _, s := range []string{"\x1b]0;pwned", "\x1b[?6666", "\x1b[6666", "\x1bP6666", "\x1b]52;c;cHdu", "\x1b\x1b"} {
		if i := strings.Index(out, s); i >= 0 {
			return "an escape sequence of the text in " + near(out, i)
		}
	}
	return ""
}

func near(s string, i int) string {
	q := []rune(strings.ToValidUTF8(s[max(i-40, 0):min(i+60, len(s))], "?"))
	return strings.Trim(strings.ReplaceAll(string(q), "\x1b", "␛"), "\n")
}
