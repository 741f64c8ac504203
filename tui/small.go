package tui

import (
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/tui/keys"
	"github.com/gapbook/gapbook/tui/layout"
)

// The smallest window in which everything essential has room.
const (
	leastW = 80
	leastH = 24
)

func (a *app) fits() bool { return a.w >= leastW && a.h >= leastH }

// unseen says whether a key is dropped because nobody sees what it would do. In a window that is too small only quitting
// is a command; what is typed into a field still arrives there.
func (a *app) unseen(msg tea.KeyPressMsg) bool {
	if a.fits() {
		return false
	}
	top := a.dialogs.Top()
	scope, typing := a.page().Scope(), a.page().Typing()
	if top != nil {
		scope, typing = top.Scope(), top.Typing()
	}
	if typing && msg.Text != "" {
		return false
	}
	action := keys.Match(scope, typing, msg)
	return !(typing && action == keys.None) && !(top == nil && action == keys.Quit)
}

func (a *app) tooSmall() string {
	lines := []string{
		"A little more room, please",
		"gapbook needs 80 by 24; this is " + strconv.Itoa(a.w) + " by " + strconv.Itoa(a.h) + ".",
		"Nothing is lost.",
	}
	out := make([]string, max((a.h-len(lines))/2, 0))
	for _, l := range lines {
		out = append(out, a.theme.Dim.Render(layout.Center(l, a.w)))
	}
	return strings.Join(out, "\n")
}
