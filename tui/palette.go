package tui

import (
	"strconv"
	"strings"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
	"github.com/sahilm/fuzzy"

	"github.com/gapbook/gapbook/model/fold"
	"github.com/gapbook/gapbook/tui/dialog"
	"github.com/gapbook/gapbook/tui/keys"
	"github.com/gapbook/gapbook/tui/screen"
	"github.com/gapbook/gapbook/tui/screen/seek"
)

// pressed is a key that the palette presses for a person, once it has closed.
type pressed struct{ key tea.KeyPressMsg }

// palette lists what can be done here, where one can go, and every record, and finds them by a few of their letters.
type palette struct {
	items  []dialog.Found
	folded []fold.Text
}

func (a *app) askPalette() tea.Cmd {
	p := &palette{}
	p.add(a.commands())
	d := &dialog.Find{
		Title: "Commands and records", Placeholder: "a few letters of a command, a person, a stage, a quote…", Enter: "do it, go there",
		About: "Type a few letters, in order; not all are needed.", Detail: 26, Look: p.look,
	}
	if a.env.Book == nil {
		a.dialogs.Push(d)
		return nil
	}
	now, route := a.env.Now(), a.route
	return a.find(d, func() func() {
		found := seek.Questions(now.E, now.Playbook, route)
		more := &palette{}
		more.add(a.leads(append(found, seek.Records(now.E, a.env.Has)...)))
		return func() { p.items, p.folded = append(p.items, more.items...), append(p.folded, more.folded...) }
	})
}

func (p *palette) add(items []dialog.Found) {
	p.items = append(p.items, items...)
	for _, x := range items {
		p.folded = append(p.folded, fold.Of(x.Label))
	}
}

// commands are what the keys of the page do now, the rooms, and what holds everywhere.
func (a *app) commands() []dialog.Found {
	p := a.page()
	seen := map[keys.Action]bool{keys.Palette: true, keys.Stop: true}
	var here, everywhere []dialog.Found
	for _, b := range keys.Of(p.Scope(), p.Typing()) {
		if _, room := goes(b.Action); room || b.Help == "" || b.Scope == keys.List || seen[b.Action] || !a.offers(p, b.Action) {
			continue
		}
		seen[b.Action] = true
		key := keys.Press(b.Keys[0])
		x := dialog.Found{Label: upper(b.Help), Detail: keys.Shown(b.Keys[0]), Do: func() tea.Cmd {
			a.env.Post(pressed{key})
			return nil
		}}
		if b.Scope == keys.Global {
			everywhere = append(everywhere, x)
		} else {
			here = append(here, x)
		}
	}
	rooms := append([]screen.Room{{Kind: screen.Home, Go: keys.GoHome, Name: "Home"}}, screen.Rooms()...)
	rooms = append(rooms, screen.Room{Kind: screen.Settle, Go: keys.GoSettle, Name: "Settle a merge"})
	for _, r := range rooms {
		if a.env.Book != nil && a.worth(r.Kind) && r.Kind != a.route.Kind {
			here = append(here, a.lead(seek.Entry{Label: r.Name, Detail: "go to, " + keys.First(r.Go), To: screen.Route{Kind: r.Kind}}))
		}
	}
	if a.route.Kind != screen.Library && a.env.Has(screen.Library) {
		here = append(here, a.lead(seek.Entry{Label: "Library", Detail: "go to, " + keys.First(keys.GoLibrary), To: screen.Route{Kind: screen.Library}}))
	}
	return append(here, everywhere...)
}

func (a *app) lead(x seek.Entry) dialog.Found {
	return dialog.Found{Label: x.Label, Detail: x.Detail, Do: func() tea.Cmd {
		a.env.Go(x.To)
		return nil
	}}
}

func (a *app) leads(entries []seek.Entry) []dialog.Found {
	out := make([]dialog.Found, len(entries))
	for i, x := range entries {
		out[i] = a.lead(x)
	}
	return out
}

// String and Len are how the fuzzy search reads the palette.
func (p *palette) String(i int) string { return p.folded[i].S }
func (p *palette) Len() int            { return len(p.folded) }

func (p *palette) look(query string) ([]dialog.Found, string) {
	if query == "" {
		return p.items, ""
	}
	var out []dialog.Found
	for _, m := range fuzzy.FindFrom(strings.ReplaceAll(fold.Of(query).S, " ", ""), p) {
		x := p.items[m.Index]
		for _, at := range m.MatchedIndexes {
			from := p.folded[m.Index].Place(at)
			_, n := utf8.DecodeRuneInString(x.Label[from:])
			x.Marks = append(x.Marks, fold.Span{From: from, To: from + n})
		}
		out = append(out, x)
	}
	return out, strconv.Itoa(len(out))
}

func upper(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return strings.ToUpper(string(r)) + s[n:]
}
