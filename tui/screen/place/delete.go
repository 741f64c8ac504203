package place

import (
	"strconv"

	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/tui/dialog"
	"github.com/gapbook/gapbook/tui/layout"
	"github.com/gapbook/gapbook/tui/screen"
)

// Delete takes a record away that nothing names: "them" or "it" is what undo brings back. Of one that is named it lists where.
func Delete(env *screen.Env, uses []Place, name, them string, path ...string) {
	if len(uses) > 0 {
		notDeleted(env, uses)
	} else if env.Edit("delete "+name, screen.Remove(path...)) == nil {
		env.Say(name + " is deleted; ctrl+z brings " + them + " back")
	}
}

// notDeleted says why a record stays: it lists where it is named, and goes there.
func notDeleted(env *screen.Env, uses []Place) {
	where := "named in " + strconv.Itoa(len(uses)) + " places"
	if len(uses) == 1 {
		where = "named in one place"
	}
	c := &dialog.Choose{Title: "Not deleted: " + where, Enter: "go there", Then: func(v string) tea.Cmd {
		n, _ := strconv.Atoi(v)
		if to, ok := uses[n].Route(env.Has); ok {
			env.Go(to)
		}
		return nil
	}}
	e := env.E()
	for n, u := range uses {
		label, field := u.About(e)
		c.Options = append(c.Options, dialog.Option{Value: strconv.Itoa(n), Label: layout.Words(label, 44), Detail: field})
	}
	env.Ask(c)
}
