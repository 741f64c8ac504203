package tui

import (
	"maps"
	"slices"

	"github.com/gapbook/gapbook/tui/screen"
)

// Kinds are all pages there are, for tests that walk them.
func Kinds() []screen.Kind { return slices.Sorted(maps.Keys(makers)) }
