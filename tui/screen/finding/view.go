package finding

import (
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/tui/layout"
	"github.com/gapbook/gapbook/tui/screen/capture"
	"github.com/gapbook/gapbook/tui/style"
)

// wideEnough is where why and the plan stand beside the evidence.
const wideEnough = 104

func (p *Page) wide() bool { return p.W >= wideEnough }

func (p *Page) Cursor() *tea.Cursor {
	if !p.inNote || p.noteBox.H == 0 {
		return nil
	}
	c := p.notes.Cursor()
	if c != nil {
		c.X, c.Y = c.X+p.noteBox.X, c.Y+p.noteBox.Y
	}
	return c
}

func (p *Page) View() string {
	if p.view == "" {
		p.view = p.draw()
	}
	return p.view
}

func (p *Page) draw() string {
	all := layout.Screen(p.W, p.H)
	p.box, p.noteBox = layout.Rect{}, layout.Rect{}
	if p.f == nil {
		return layout.Block(p.Env.Style.Dim.Render("This finding is no longer there. Undo brings back one that was deleted here."), all)
	}
	if p.wide() {
		cols := all.Cols(3, layout.Flex(5), layout.Flex(6))
		left := append(p.head(cols[0].W, 4), "")
		left = append(left, p.reasons(cols[0].W)...)
		left = append(left, p.plan(cols[0].W)...)
		return layout.Beside(3, layout.BlockLines(left, cols[0]), p.record(cols[1], 6))
	}
	head := p.head(p.W, 2)
	rows := all.Rows(1, layout.Fixed(len(head)), layout.Flex(1))
	body := ""
	if p.why {
		body = layout.BlockLines(append(p.reasons(p.W), p.plan(p.W)...), rows[1])
	} else {
		body = p.record(rows[1], 3)
	}
	return layout.Stack(layout.BlockLines(head, rows[0]), layout.Space(p.W), body)
}

// head is the finding itself, and the question that waits for a key.
func (p *Page) head(w, most int) []string {
	t := p.Env.Style
	var lines []string
	for _, s := range layout.WrapAtMost(layout.Clean(p.f.Label()), w, most) {
		lines = append(lines, t.Strong.Render(s))
	}
	for _, s := range layout.WrapAtMost(capture.About(p.Env, p.f), w, 2) {
		lines = append(lines, t.Dim.Render(s))
	}
	if p.judge.Asking() {
		return append(lines, p.judge.Strip(w, p.f))
	}
	if !p.wide() {
		lines = append(lines, t.Text.Render(layout.Fit(capture.Why(p.Env, p.f, p.s)[0], w)))
	}
	return lines
}

// reasons are why it stands where it does.
func (p *Page) reasons(w int) []string {
	t := p.Env.Style
	lines := []string{t.Title.Render("Why here")}
	for _, s := range capture.Why(p.Env, p.f, p.s) {
		for i, r := range layout.Wrap(s, w-2) {
			mark := "  "
			if i == 0 {
				mark = t.Dim.Render(style.Bullet) + " "
			}
			lines = append(lines, mark+t.Text.Render(r))
		}
	}
	return lines
}

// plan lists the actions that carry the finding.
func (p *Page) plan(w int) []string {
	t := p.Env.Style
	var lines []string
	for _, a := range p.Env.E().Actions() {
		for _, id := range a.Findings {
			if id != p.id {
				continue
			}
			who := a.Owner
			if x := p.Env.E().Person(a.Owner); x != nil {
				who = x.Label()
			}
			text := a.Title
			for _, s := range []string{who, string(a.Due)} {
				if s != "" {
					text += ", " + s
				}
			}
			for i, r := range layout.Wrap(layout.Clean(text), w-6) {
				head := layout.Space(6)
				if i == 0 {
					head = style.Status(string(a.StatusOr())) + " " + t.Dim.Render(layout.FitRight(strconv.Itoa(a.Phase), 2)) + "  "
				}
				lines = append(lines, head+t.Text.Render(r))
			}
		}
	}
	if len(lines) == 0 {
		lines = []string{t.Dim.Render("No action of the plan carries it yet.")}
		if !p.f.IsGap() {
			lines = []string{t.Dim.Render("A strength is not in the plan.")}
		}
	}
	return append([]string{"", t.Title.Render("In the plan")}, lines...)
}

// record is the evidence with the words of the selected piece, and the note below. While one types, the note has the
// larger part.
func (p *Page) record(r layout.Rect, detail int) string {
	want := min(max(len(p.pieces), 1), 12)
	noteLeast := layout.FlexMin(1, 4)
	if p.inNote {
		want, detail = min(want, 3), 0
	}
	sizes := []layout.Size{layout.Fixed(1), layout.Fixed(min(want, max(r.H-detail-7, 2))), layout.Fixed(detail), layout.Fixed(1), layout.Fixed(1), noteLeast}
	rows := r.Rows(0, sizes...)
	p.box, p.noteBox = rows[1], rows[5]
	p.notes.SetSize(rows[5].W, rows[5].H)
	parts := []string{
		p.heading("Evidence", strconv.Itoa(len(p.pieces)), !p.inNote, r.W),
		p.list.View(rows[1].W, rows[1].H),
	}
	if detail > 0 {
		parts = append(parts, layout.BlockLines(p.words(r.W, detail), rows[2]))
	}
	return layout.Stack(append(parts, layout.Space(r.W), p.heading("Note", "", p.inNote, r.W),
		layout.Block(p.notes.View(), layout.Screen(rows[5].W, rows[5].H)))...)
}

// heading names a pane; a rule in the accent's colour and the pointer say which one has the keyboard.
func (p *Page) heading(name, count string, on bool, w int) string {
	t := p.Env.Style
	head, edge := t.Dim.Render("  "+name), t.Border
	if on {
		head, edge = t.Title.Render(style.Pointer+" "+name), t.BorderOn
	}
	if count != "" {
		head += " " + t.Dim.Render(count)
	}
	head += " "
	return head + edge.Render(strings.Repeat(style.Rule, max(w-layout.Width(head), 0)))
}

// words are what the selected piece of evidence says, whole where there is room, and what was asked.
func (p *Page) words(w, most int) []string {
	t, x := p.Env.Style, p.at()
	if x == nil {
		return nil
	}
	if x.Problem != "" {
		return []string{t.Bad.Render("! " + layout.Clean(x.Ref+": "+x.Problem))}
	}
	var lines []string
	for _, s := range layout.WrapAtMost(layout.Clean(x.Text), w-2, max(most-1, 1)) {
		lines = append(lines, "  "+t.Note(sign[x.Mark]).Render(s))
	}
	about := x.Who
	for _, s := range []string{x.Detail, x.Ask} {
		if s != "" {
			about += " " + style.Bullet + " " + s
		}
	}
	for _, s := range layout.WrapAtMost(layout.Clean(about), w-2, max(most-len(lines), 1)) {
		lines = append(lines, "  "+t.Dim.Render(s))
	}
	return lines
}
