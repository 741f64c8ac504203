package stages_test

import (
	"testing"

	"github.com/gapbook/gapbook/tui/screen"
	"github.com/gapbook/gapbook/tui/screen/stages"
	"github.com/gapbook/gapbook/tui/tuitest"
)

func TestFillsEverySizeExactly(t *testing.T) {
	p := stages.New(tuitest.Alone(t, tuitest.Whole(t)), screen.Route{})
	for w := 78; w <= 160; w += 3 {
		for h := 20; h <= 50; h += 5 {
			p.Update(tuitest.Key("down"))
			tuitest.Exact(t, p, w, h)
		}
	}
}
