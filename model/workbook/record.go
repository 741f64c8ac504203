package workbook

import (
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/exact"
)

// record is one entry of a journal, as JSON. Exactly one of its parts is there.
type record struct {
	Begin *beginning `json:"begin,omitempty"`
	Whole *whole     `json:"whole,omitempty"`
	Step  *recorded  `json:"step,omitempty"`
	Mark  *mark      `json:"mark,omitempty"`
}

// beginning says which file the steps build on.
type beginning struct {
	Session string `json:"session"` // two journals of one session are the same but for their ends
	Base    digest `json:"base"`
}

// whole is everything at once: what came out when a journal was merged into a file that had changed, and the file.
type whole struct {
	Seq  uint64    `json:"seq"`
	At   time.Time `json:"at"`
	Base exactText `json:"base"`
	Ours exactText `json:"ours"`
}

// recorded is one undo step.
type recorded struct {
	Seq   uint64         `json:"seq"`
	At    time.Time      `json:"at"`
	Name  string         `json:"name"`
	Edits []recordedEdit `json:"edits"`
}

// mark says that a file of that hash holds the steps up to Seq. It is written before the file gets its name: whichever
// of the two files is found, it is known what is in it. Once the file has its name, another mark says so: what comes
// before it counts no more.
type mark struct {
	Seq  uint64 `json:"seq"`
	File digest `json:"file"`
	Done bool   `json:"done,omitempty"`
}

// recordedEdit is an edit, and what was there before, by which a file that was changed since can be judged.
type recordedEdit struct {
	Op    string        `json:"op"`
	Path  []string      `json:"path"`
	Index int           `json:"index,omitempty"`
	Value *exactText    `json:"value,omitempty"` // as YAML; absent: nil
	At    int           `json:"at,omitempty"`    // of a splice, with del and ins
	Del   exactText     `json:"del,omitempty"`
	Ins   exactText     `json:"ins,omitempty"`
	Was   *exactText    `json:"was,omitempty"` // the whole text before the first splice since the last save
	Old   *recordedEdit `json:"old,omitempty"` // what takes the edit back; of a splice it is known
}

var opNames = map[Op]string{OpSet: "set", OpAdd: "add", OpInsert: "insert", OpRemove: "remove", OpMove: "move", opSplice: "splice"}

func opNamed(name string) (Op, bool) {
	for op, n := range opNames {
		if n == name {
			return op, true
		}
	}
	return 0, false
}

// digest is a stamp in JSON.
type digest stamp

func (d digest) MarshalText() ([]byte, error) { return []byte(hex.EncodeToString(d[:])), nil }

func (d *digest) UnmarshalText(src []byte) error {
	b, err := hex.DecodeString(string(src))
	if err != nil || len(b) != len(d) {
		return errors.New("not a hash")
	}
	copy(d[:], b)
	return nil
}

// exactText is a text that JSON does not mend: bytes that are no UTF-8 travel as numbers.
type exactText string

func (t exactText) MarshalJSON() ([]byte, error) {
	if utf8.ValidString(string(t)) {
		return json.Marshal(string(t))
	}
	return json.Marshal(struct{ Bytes []byte }{[]byte(t)})
}

func (t *exactText) UnmarshalJSON(src []byte) error {
	var s string
	if len(src) > 0 && src[0] == '"' {
		err := json.Unmarshal(src, &s)
		*t = exactText(s)
		return err
	}
	var b struct{ Bytes []byte }
	err := json.Unmarshal(src, &b)
	*t = exactText(b.Bytes)
	return err
}

// record writes an edit down; old takes it back.
func (e Edit) record(old *Edit, was *string) (recordedEdit, error) {
	r := recordedEdit{Op: opNames[e.Op], Path: e.Path, Index: e.Index}
	if s, ok := e.Value.(splice); ok {
		r.At, r.Del, r.Ins = s.At, exactText(s.Del), exactText(s.Ins)
		if was != nil {
			t := exactText(*was)
			r.Was = &t
		}
		return r, nil
	}
	if e.Value != nil {
		t, err := typeOf(e)
		if err != nil {
			return r, err
		}
		v, err := convert(e.Value, t)
		if err != nil {
			return r, err
		}
		box := reflect.New(boxOf(t)).Elem()
		box.Field(0).Set(v)
		text := exactText(exact.Marshal(box.Interface()))
		r.Value = &text
	}
	if old == nil {
		return r, nil
	}
	o, err := old.record(nil, nil)
	r.Old = &o
	return r, err
}

// edit reads it back.
func (r recordedEdit) edit() (Edit, error) {
	op, ok := opNamed(r.Op)
	e := Edit{Op: op, Path: r.Path, Index: r.Index}
	if !ok || len(r.Path) == 0 {
		return e, fmt.Errorf("the journal has an edit that is not known here: %q", r.Op)
	}
	if op == opSplice {
		e.Value = splice{r.At, string(r.Del), string(r.Ins)}
		return e, nil
	}
	if r.Value == nil {
		return e, nil
	}
	t, err := typeOf(e)
	if err != nil {
		return e, err
	}
	doc, err := exact.Parse([]byte(*r.Value))
	if err != nil {
		return e, fmt.Errorf("%s: %w", strings.Join(r.Path, " > "), err)
	}
	box := reflect.New(boxOf(t))
	doc.Decode(box.Interface())
	e.Value = box.Elem().Field(0).Interface()
	return e, nil
}

// boxOf is a record with one field of type t, so that a value alone can be written as YAML, with its exactness.
func boxOf(t reflect.Type) reflect.Type {
	return reflect.StructOf([]reflect.StructField{{Name: "V", Type: t, Tag: `yaml:"v,required"`}})
}

// typeOf is the type that the value of an edit has in the engagement.
func typeOf(e Edit) (reflect.Type, error) {
	t := reflect.TypeFor[model.Engagement]()
	for _, step := range e.Path {
		for t.Kind() == reflect.Pointer {
			t = t.Elem()
		}
		switch t.Kind() {
		case reflect.Struct:
			i, ok := exact.FieldIndex(t, step)
			if !ok {
				return nil, fmt.Errorf("%s: no field %q", strings.Join(e.Path, "/"), step)
			}
			t = t.Field(i).Type
		case reflect.Slice, reflect.Map:
			t = t.Elem()
		default:
			return nil, fmt.Errorf("%s: nothing lies below %q", strings.Join(e.Path, "/"), step)
		}
	}
	if e.Op == OpAdd || e.Op == OpInsert {
		if t.Kind() != reflect.Slice {
			return nil, fmt.Errorf("%s: not a list", strings.Join(e.Path, "/"))
		}
		t = t.Elem()
	}
	return t, nil
}
