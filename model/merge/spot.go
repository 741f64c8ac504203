package merge

import (
	"reflect"
	"strconv"
	"strings"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/exact"
)

// spot is a place in the engagement. That of a list's entry gets its name when the merged list is known.
type spot struct {
	up    *spot
	name  string
	hasID bool // the entry of a list with an id of its own
	key   string
}

func (s *spot) below(key string) *spot {
	return &spot{up: s, name: strings.TrimPrefix(key, "="), key: key}
}

// path is how the spot is written in unsettled: from the record with an id on, else from the top.
func (s *spot) path() string {
	var steps []string
	for ; s != nil; s = s.up {
		steps = append(steps, s.name)
		if s.hasID {
			break
		}
	}
	for i, j := 0, len(steps)-1; i < j; i, j = i+1, j-1 {
		steps[i], steps[j] = steps[j], steps[i]
	}
	return strings.Join(steps, ".")
}

// full tells spots apart while the merge goes on.
func (s *spot) full() string {
	if s == nil {
		return ""
	}
	return s.up.full() + "\x00" + s.key
}

// ref is how other records refer to the entry of a list: by its id, or by what it is called in the record that has one.
func (s *spot) ref(n *exact.Node, typ reflect.Type) string {
	if id := n.Get("id"); id != nil && id.Kind == exact.Scalar {
		return id.Text
	}
	if r := s.record(); r != nil && exact.NodeKey(n, typ) != "" {
		return model.Ref{Record: r.key, Item: exact.NodeKey(n, typ)}.String()
	}
	return ""
}

// record is the record with an id that the spot is in.
func (s *spot) record() *spot {
	for ; s != nil; s = s.up {
		if s.hasID {
			return s
		}
	}
	return nil
}

// name gives the entries of a merged list their names: the key where it is the only one of its kind, else the place.
func name(spots []*spot, items []*exact.Node, elem reflect.Type) {
	count := map[string]int{}
	for _, n := range items {
		count[exact.NodeKey(n, elem)]++
	}
	for i, n := range items {
		s := spots[i]
		s.name = "#" + strconv.Itoa(i)
		if k := exact.NodeKey(n, elem); k != "" && count[k] == 1 {
			s.name = k
			s.hasID = n.Get("id") != nil && n.Get("id").Text == k
		}
	}
}
