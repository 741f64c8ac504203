package crm

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/gapbook/gapbook/model"
)

// meaning is what a raw stage stands for.
type meaning struct {
	kind kind
	pos  int // in the pipeline, for inPipeline
}

type kind uint8

const (
	unmapped kind = iota
	inPipeline
	closedWon
	closedLost
	closedByFlag // each row's flags say how
	ignored
)

// matcher knows the pipeline and the maps.
type matcher struct {
	stages []model.Stage
	maps   []map[string]meaning // explicit first; keys exact and folded
}

// newMatcher reads the explicit map and then the engagement's own. A target that is no stage is wrong only in the former.
func newMatcher(stages []model.Stage, explicit map[string]string, remembered *model.CRM) (*matcher, error) {
	m := &matcher{stages: stages}
	chosen := map[string]meaning{}
	for _, name := range sortedKeys(explicit) {
		to, ok := m.target(explicit[name])
		if !ok {
			return nil, &UsageError{
				fmt.Sprintf("stage %q is mapped to %q, which is no stage of the engagement", shown(name), shown(explicit[name])),
				"map to " + strings.Join(append(m.ids(), Won, Lost, Ignore), ", "),
			}
		}
		remember(chosen, name, to)
	}
	m.maps = append(m.maps, chosen)
	if remembered != nil {
		known := map[string]meaning{}
		for _, name := range sortedKeys(remembered.Stages) {
			if to, ok := m.target(remembered.Stages[name]); ok {
				remember(known, name, to)
			}
		}
		m.maps = append(m.maps, known)
	}
	return m, nil
}

func remember(in map[string]meaning, name string, to meaning) {
	in["="+strings.TrimSpace(name)] = to
	if f := fold(name); f != "" {
		in[f] = to
	}
}

func (m *matcher) ids() (ids []string) {
	for _, s := range m.stages {
		ids = append(ids, s.ID)
	}
	return ids
}

// target reads the right side of a map.
func (m *matcher) target(to string) (meaning, bool) {
	if pos, ok := m.stage(to); ok {
		return meaning{inPipeline, pos}, true
	}
	switch strings.ToLower(strings.TrimSpace(to)) {
	case Won:
		return meaning{kind: closedWon}, true
	case Lost:
		return meaning{kind: closedLost}, true
	case Ignore, "-", MQL, SQL: // the latter are for the statuses of leads
		return meaning{kind: ignored}, true
	}
	return meaning{}, false
}

// stage finds a stage of the engagement by id, name, then either of them folded, if that is only one stage.
func (m *matcher) stage(name string) (int, bool) {
	name = strings.TrimSpace(name)
	for i, s := range m.stages {
		if s.ID == name {
			return i, true
		}
	}
	for i, s := range m.stages {
		if s.Name == name && name != "" {
			return i, true
		}
	}
	f, found := fold(name), -1
	for i, s := range m.stages {
		if f != "" && (fold(s.ID) == f || fold(s.Name) == f) {
			if found >= 0 {
				return 0, false
			}
			found = i
		}
	}
	return found, found >= 0
}

// match says what a raw stage stands for.
func (m *matcher) match(s *rawStage) meaning {
	names := []string{s.name}
	if s.pipeline != "" {
		names = []string{s.name + " (" + s.pipeline + ")", s.name}
	}
	for _, known := range m.maps {
		for _, name := range names {
			if to, ok := known["="+name]; ok {
				return to
			}
			if to, ok := known[fold(name)]; ok && fold(name) != "" {
				return to
			}
		}
	}
	for _, name := range names {
		if pos, ok := m.stage(name); ok {
			return meaning{inPipeline, pos}
		}
	}
	s.usual = true
	return m.closed(s)
}

// closed tells closed stages by name and by flags.
func (m *matcher) closed(s *rawStage) meaning {
	switch closedName(fold(s.name)) {
	case outcomeWon:
		return meaning{kind: closedWon}
	case outcomeLost:
		return meaning{kind: closedLost}
	}
	won, lost := s.outcomes[outcomeWon], s.outcomes[outcomeLost]
	switch {
	case s.outcomes[outcomeUnknown]+s.outcomes[outcomeOpen] > 0:
		return meaning{}
	case lost == 0 && won > 0:
		return meaning{kind: closedWon}
	case won == 0 && lost > 0:
		return meaning{kind: closedLost}
	case won > 0:
		return meaning{kind: closedByFlag}
	}
	return meaning{}
}

// unmatched lists the raw stages that stand for nothing, with the deals that were in them, most first.
func (c *collector) unmatched() *UnmappedError {
	e := &UnmappedError{File: c.fileNames()}
	if e.Stages = c.counted(func(m meaning) bool { return m.kind == unmapped }); len(e.Stages) == 0 {
		return nil
	}
	return e
}

// counted lists raw stages with the deals that were in them, most first.
func (c *collector) counted(which func(meaning) bool) (list []Unmapped) {
	byName, at := map[string]int{}, make([]int, len(c.stages)) // at: place in the list by raw stage, -1 for none
	for i := range c.stages {
		at[i] = -1
		if which(c.stages[i].means) {
			name := c.label(i)
			n, known := byName[name]
			if !known {
				n = len(list)
				byName[name] = n
				list = append(list, Unmapped{Name: name})
			}
			at[i] = n
		}
	}
	if len(list) == 0 {
		return nil
	}
	seen := make([]int, len(list)) // 1 + the last deal that was counted there
	for deal := range c.last {
		for i := c.last[deal]; i > 0; i = c.entry(i - 1).prev {
			e := c.entry(i - 1)
			for _, s := range [...]uint16{e.stage, e.from, e.now} {
				if s > 0 && at[s-1] >= 0 && seen[at[s-1]] != deal+1 {
					seen[at[s-1]] = deal + 1
					list[at[s-1]].Deals++
				}
			}
		}
	}
	slices.SortStableFunc(list, func(a, b Unmapped) int {
		return cmp.Or(cmp.Compare(b.Deals, a.Deals), cmp.Compare(a.Name, b.Name))
	})
	return list
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

func (c *collector) fileNames() string {
	var names []string
	for _, f := range c.files {
		names = append(names, f.name)
	}
	return strings.Join(names, ", ")
}
