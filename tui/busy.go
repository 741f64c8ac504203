package tui

import (
	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/tui/screen"
)

// progressBar is what the terminal shows of long work, in its tab or in the task bar (OSC 9;4).
func (a *app) progressBar() *tea.ProgressBar {
	busy, ok := a.page().Screen.(screen.Busy)
	if !ok {
		return nil
	}
	switch share, under := busy.Busy(); {
	case !under:
		return nil
	case share < 0:
		return tea.NewProgressBar(tea.ProgressBarIndeterminate, 0)
	default:
		return tea.NewProgressBar(tea.ProgressBarDefault, int(100*share))
	}
}
