package dialog

import (
	"strings"

	"github.com/gapbook/gapbook/model/inert"
	"github.com/gapbook/gapbook/tui/keys"
	"github.com/gapbook/gapbook/tui/layout"
	"github.com/gapbook/gapbook/tui/style"
)

// editing are the keys that every text field knows by itself.
var editing = []keys.Hint{
	{Key: "← →", Help: "choose, between ‹ and ›; letters find"},
	{Key: "^w ^u ^k", Help: "delete the word, to the start, to the end"},
	{Key: "today", Help: "is a date, and so is 31 Mar 2027"},
}

// Help is what f1 shows in the place of a dialog's fields: a word about where one is, and the keys. The next key closes it.
func Help(th *style.Theme, title, about string, more []keys.Hint, w, h int) string {
	return helpFor(th, title, about, "", more, w, h)
}

// helpFor is Help for a dialog in which enter does something else than done.
func helpFor(th *style.Theme, title, about, enter string, more []keys.Hint, w, h int) string {
	lines := []string{""}
	for _, l := range flow(about, w, 4) {
		lines = append(lines, th.Text.Render(l))
	}
	if about != "" {
		lines = append(lines, "")
	}
	var hints []keys.Hint
	for _, s := range keys.HelpFor(keys.Dialog, true) {
		hints = append(hints, enters(s.Hints, enter)...)
	}
	for _, x := range append(hints, more...) {
		switch x.Action {
		case keys.AskHelp, keys.PageUp, keys.PageDown:
		default:
			lines = append(lines, th.Key.Render(layout.FitRight(x.Key, 14))+"  "+th.Text.Render(layout.Cut(x.Help, w-16)))
		}
	}
	return Frame(th, title, append(lines, "")[:min(len(lines)+1, h)], []keys.Hint{{Key: "esc", Help: "back to the form"}}, w)
}

// flow wraps text at blanks alone, so that a date or a word with a hyphen stays whole, to at most n lines.
func flow(s string, w, n int) []string {
	const stiff = "\u2011"
	out := layout.WrapAtMost(strings.ReplaceAll(inert.Show(s), "-", stiff), w, n)
	for i := range out {
		out[i] = strings.ReplaceAll(out[i], stiff, "-")
	}
	return out
}
