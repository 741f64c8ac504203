package tuitest

import (
	"fmt"
	"strings"

	"github.com/gapbook/gapbook/tui/screen"
)

// Settled waits until everything sent so far is done and drawn. What a command says meanwhile may take the place of its mark:
// then it asks once more.
func (a *App) Settled() {
	a.t.Helper()
	a.marks++
	mark := fmt.Sprintf("settled %d.", a.marks)
	a.Until("the screen to show "+mark, func(s string) bool {
		if !strings.Contains(s, mark) {
			a.Send(screen.Say{Text: mark})
			return false
		}
		return true
	})
}
