package mutual_test

import (
	"testing"

	"github.com/gapbook/gapbook/tui/screen"
	"github.com/gapbook/gapbook/tui/screen/mutual"
	"github.com/gapbook/gapbook/tui/tuitest"
)

func TestFillsEverySizeExactly(t *testing.T) {
	env := tuitest.Alone(t, tuitest.Whole(t))
	p := mutual.New(env, screen.Route{ID: env.E().MAPs[0].ID})
	for w := 78; w <= 160; w += 3 {
		for h := 20; h <= 50; h += 5 {
			tuitest.Exact(t, p, w, h)
			p.Update(tuitest.Key("down"))
		}
	}
}
