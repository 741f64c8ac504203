package capture

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/names"
	"github.com/gapbook/gapbook/tui/dialog"
	"github.com/gapbook/gapbook/tui/screen"
)

// Second sees to it that a call has a second rater: it asks who it is, once, before anything of the sheet is shown.
func Second(env *screen.Env, c *model.Call, then func()) {
	if c.Second != nil && c.Second.By != "" {
		then()
		return
	}
	me := env.Me
	if first(c, me) {
		me = ""
	}
	f := dialog.Prompt("Second rater", "Name", me, func(s string) string {
		switch {
		case strings.TrimSpace(s) == "":
			return "whose answers are these?"
		case first(c, s):
			return s + " is the first rater; the second is somebody else"
		}
		return ""
	}, func(s string) tea.Cmd {
		if env.Edit("second rater", screen.Set(s, "calls", c.ID, "second", "by")) == nil {
			then()
		}
		return nil
	})
	f.Enter = "begin"
	f.Fields[0].Hint = "the first review is hidden until you are done"
	env.Ask(f)
}

// first says whether that is the first rater.
func first(c *model.Call, name string) bool {
	return c.By != "" && names.Fold(strings.TrimSpace(name)) == names.Fold(strings.TrimSpace(c.By))
}
