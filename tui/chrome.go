package tui

import (
	"strconv"
	"strings"
	"time"

	bubbles "charm.land/bubbles/v2/help"
	"charm.land/bubbles/v2/key"
	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/model/workbook"
	"github.com/gapbook/gapbook/tui/dialog"
	"github.com/gapbook/gapbook/tui/keys"
	"github.com/gapbook/gapbook/tui/layout"
	"github.com/gapbook/gapbook/tui/screen"
	"github.com/gapbook/gapbook/tui/style"
)

// frame splits the window: breadcrumb, rule, page, status line, keys.
func (a *app) frame() (head, rule, body, note, foot layout.Rect) {
	r := layout.Screen(max(a.w, leastW), max(a.h, leastH)).Rows(0,
		layout.Fixed(1), layout.Fixed(1), layout.Flex(1), layout.Fixed(1), layout.Fixed(1))
	return r[0].Inset(1, 0), r[1], r[2].Inset(1, 0), r[3].Inset(1, 0), r[4].Inset(1, 0)
}

func (a *app) body() layout.Rect { _, _, b, _, _ := a.frame(); return b }

func (a *app) View() (v tea.View) {
	defer a.caught("the screen")
	v = tea.View{AltScreen: true, MouseMode: tea.MouseModeCellMotion, WindowTitle: a.windowTitle()}
	if a.route.Kind == "" || a.crash != nil {
		return v
	}
	if !a.fits() {
		v.Content = a.tooSmall()
		return v
	}
	head, rule, body, note, foot := a.frame()
	p := a.page()
	var b strings.Builder
	line := func(s string) { b.WriteString(" " + s + "\n") }
	line(a.header(head.W))
	b.WriteString(a.theme.Rule(rule.W) + "\n")
	lines := layout.Lines(p.View())
	for _, l := range lines[:min(len(lines), body.H)] { // whatever a page draws, the keys stay in sight
		line(l)
	}
	line(a.statusLine(note.W))
	b.WriteString(" " + a.footer(p, foot.W))
	v.Content, v.Cursor = b.String(), moved(p.Cursor(), body)
	if top := a.dialogs.Top(); top != nil {
		box, cur, at := a.overlay(top)
		v.Content, v.Cursor = a.compose(v.Content, box, at), moved(cur, at)
	}
	v.Content = layout.Styled(v.Content)
	v.ProgressBar = a.progressBar()
	return v
}

func moved(c *tea.Cursor, by layout.Rect) *tea.Cursor {
	if c == nil {
		return nil
	}
	m := *c
	m.X += by.X
	m.Y += by.Y
	return &m
}

// overlay draws a dialog and finds its place in the middle of the window.
func (a *app) overlay(d dialog.Dialog) (box string, cur *tea.Cursor, at layout.Rect) {
	box, cur = d.View(&a.theme, a.w, a.h)
	lines := layout.Lines(box)
	at.W, at.H = layout.Width(lines[0]), len(lines)
	at.X, at.Y = max((a.w-at.W)/2, 0), max((a.h-at.H)/2, 0)
	return box, cur, at
}

// compose lays a box over the window. What lies under it steps back: without colours, all dim.
func (a *app) compose(under, box string, at layout.Rect) string {
	lines := layout.Lines(under)
	over := layout.Lines(box)
	for y, l := range lines {
		l = layout.Plain(l)
		if y < at.Y || y >= at.Y+at.H {
			lines[y] = a.theme.Border.Render(l)
			continue
		}
		lines[y] = a.theme.Border.Render(layout.Fit(layout.Part(l, 0, at.X), at.X)) + over[y-at.Y] +
			a.theme.Border.Render(layout.Part(l, at.X+at.W, a.w))
	}
	return strings.Join(lines, "\n")
}

func (a *app) windowTitle() string {
	if a.env.Book == nil {
		return "gapbook"
	}
	return layout.Clean(a.env.E().Client.Name) + " – gapbook"
}

// header is the breadcrumb, and at its right whether the last word is on the disk.
func (a *app) header(w int) string {
	t := &a.theme
	var parts []string
	if a.route.Kind == screen.Library || a.env.Book == nil {
		parts = []string{"gapbook"}
	} else {
		parts = []string{layout.Clean(a.env.E().Client.Name)}
	}
	if up := a.route.Kind.Parent(); up != screen.Home && up.Name() != "" && up != screen.Library {
		parts = append(parts, up.Name())
	}
	parts = append(parts, layout.Clean(a.page().Title()))
	for i, s := range parts {
		if i < len(parts)-1 {
			parts[i] = t.Trail.Render(s)
		} else {
			parts[i] = t.Here.Render(s)
		}
	}
	return layout.Between(strings.Join(parts, t.Border.Render(" "+style.Crumb+" ")), a.saveState(), w)
}

func (a *app) saveState() string {
	t, s, book := &a.theme, &a.saver, a.env.Book
	switch {
	case book == nil || a.route.Kind == screen.Library:
		return ""
	case book.ReadOnly() != "":
		return t.Warn.Render(layout.Clean(book.ReadOnly()))
	case a.quit.waiting:
		return t.Dim.Render("saving, then leaving…")
	case s.err != nil:
		return t.Bad.Render(style.Warn + " not saved")
	case s.denied != nil:
		return t.Warn.Render(style.Warn + " read-only")
	case s.saving || book.Dirty() || a.drafting():
		return t.Dim.Render("saving…")
	case !s.at.IsZero():
		return t.Dim.Render(style.Check + " saved " + s.at.Format("15:04"))
	}
	return ""
}

func (a *app) drafting() bool {
	d, ok := a.page().Screen.(screen.Drafter)
	return ok && d.Draft()
}

// statusLine says what just happened at the left and how many problems the file has at the right.
func (a *app) statusLine(w int) string {
	t := &a.theme
	right := ""
	if a.env.Book != nil && a.route.Kind != screen.Library {
		right = a.problems()
	}
	left := ""
	switch {
	case a.status.text != "":
		left = t.Accent.Render(layout.Clean(a.status.text))
	case a.saver.err != nil:
		left = t.Bad.Render(style.Warn + " not saved: " + layout.Clean(a.saver.err.Error()))
	case a.status.err != nil:
		left = t.Bad.Render(style.Warn + " " + layout.Clean(a.status.err.Error()))
	case a.saver.denied != nil:
		left = t.Warn.Render(style.Warn + " " + layout.Clean(a.denial()))
	}
	return layout.Between(left, right, w)
}

// denial is what it means that the file cannot be written, before anything is typed.
func (a *app) denial() string {
	what := a.saver.denied.Error()
	if workbook.Forbidden(a.saver.denied) {
		what = "read-only file"
	}
	return what + ": what you type is kept aside until you save a copy"
}

// problems counts what the file is not in order with, and what a merge left to be settled, with the keys that lead there.
func (a *app) problems() string {
	t := &a.theme
	var out []string
	add := func(n int, one, many string, k screen.Kind, key keys.Action) {
		if n == 0 {
			return
		}
		s := strconv.Itoa(n) + " " + many
		if n == 1 {
			s = one
		}
		if a.env.Has(k) {
			s += t.Key.Render(" " + keys.First(key))
		}
		out = append(out, t.Warn.Render(s))
	}
	errs := 0
	for _, p := range a.env.Now().Problems {
		if !p.Warning {
			errs++
		}
	}
	add(len(a.env.E().Unsettled), "1 to settle", "to settle", screen.Settle, keys.GoSettle)
	add(errs, "1 problem", "problems", screen.Problems, keys.GoProblems)
	return strings.Join(out, "   ")
}

// footer shows the keys that matter now; help is always the last.
func (a *app) footer(p *page, w int) string {
	t := &a.theme
	if a.dialogs.Top() != nil { // it has its own keys in its lower edge, and none of these act
		return layout.Space(w)
	}
	help := keys.Hint{Key: "?", Help: "help"}
	if p.Typing() {
		help.Key = "f1"
	}
	right := t.Key.Render(help.Key) + " " + t.Hint.Render(help.Help)
	var offered []key.Binding
	if a.saver.stuck() {
		for _, h := range keys.Footer(keys.NotSaved, p.Typing()) {
			offered = append(offered, key.NewBinding(key.WithKeys(h.Key), key.WithHelp(h.Key, h.Help)))
		}
	}
	for _, h := range keys.Footer(p.Scope(), p.Typing()) {
		if a.offers(p, h.Action) {
			offered = append(offered, key.NewBinding(key.WithKeys(h.Key), key.WithHelp(h.Key, h.Help)))
		}
	}
	bar := bubbles.New()
	bar.ShortSeparator = "   "
	bar.Styles.ShortKey, bar.Styles.ShortDesc, bar.Styles.Ellipsis = t.Key, t.Hint, t.Dim
	bar.SetWidth(w - layout.Width(right) - 2)
	left := bar.ShortHelpView(offered)
	return layout.Between(left, right, w)
}

// offers says whether an action means anything on the page now.
func (a *app) offers(p *page, action keys.Action) bool {
	if a.closed(action) {
		return false
	}
	if action == keys.Back && !p.Typing() && len(a.trail) == 0 {
		up := a.route.Kind.Parent()
		return up != "" && up != screen.Library
	}
	o, ok := p.Screen.(screen.Offerer)
	return !ok || o.Offers(action)
}

// closed says whether an action would change what cannot be written.
func (a *app) closed(action keys.Action) bool {
	book := a.env.Book
	return book != nil && a.route.Kind != screen.Library && book.ReadOnly() != "" && keys.Changes(action)
}

// restyle draws in the theme that is set, else in that for the terminal's background.
func (a *app) restyle(dark bool) {
	switch a.opt.Theme {
	case "dark", "light":
		a.theme = style.New(a.opt.Theme == "dark", a.profile)
	case "contrast":
		a.theme = style.Contrast(dark, a.profile)
	default:
		a.theme = style.New(dark, a.profile)
	}
	a.stale()
}

// status is the last word of the app to the person.
type status struct {
	text string
	err  error
	at   time.Time
}

const readable = 1500 * time.Millisecond

func (s *status) say(text string, now time.Time) { *s = status{text: text, at: now} }
func (s *status) fail(err error)                 { *s = status{err: err} }
func (s *status) clear()                         { *s = status{} }

// pass lets a word go at the next key, once there was time to read it. Errors stay.
func (s *status) pass(now time.Time) {
	if s.err == nil && now.Sub(s.at) > readable {
		s.clear()
	}
}
