package mutuals_test

import (
	"testing"

	"github.com/gapbook/gapbook/tui/screen"
	"github.com/gapbook/gapbook/tui/screen/mutuals"
	"github.com/gapbook/gapbook/tui/tuitest"
)

func TestFillsEverySizeExactly(t *testing.T) {
	env := tuitest.Alone(t, tuitest.Whole(t))
	p := mutuals.New(env, screen.Route{})
	for w := 78; w <= 160; w += 3 {
		for h := 20; h <= 50; h += 5 {
			tuitest.Exact(t, p, w, h)
			p.Update(tuitest.Key("down"))
		}
	}
}
