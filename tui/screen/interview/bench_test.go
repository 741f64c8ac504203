package interview

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/workbook"
	"github.com/gapbook/gapbook/tui/screen"
	"github.com/gapbook/gapbook/tui/style"
)

const file = `gapbook: 1
client: {name: Northwind}
people: [{id: p, name: Lena, role: leader}]
interviews:
  - {id: i-1, person: p, status: started, answers: [{question: lead-stage-exits, note: here}]}
`

// page is an interview alone, with a note in which one stopped.
func page(t testing.TB) *Page {
	path := filepath.Join(t.TempDir(), "x.yaml")
	if err := os.WriteFile(path, []byte(file), 0o600); err != nil {
		t.Fatal(err)
	}
	b, err := workbook.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = b.Close() })
	th := style.New(true, colorprofile.TrueColor)
	env := &screen.Env{Book: b, Style: &th, Me: "Dana", Today: func() model.Date { return "2026-05-12" }}
	p := New(env, screen.Route{Kind: screen.Interview, ID: "i-1"}).(*Page)
	p.SetSize(118, 36)
	return p
}

// A key costs the same in a long note as in an empty one.
func BenchmarkKey(b *testing.B) {
	for _, lines := range []int{0, 50, 2000} {
		b.Run(fmt.Sprint(lines), func(b *testing.B) {
			p := page(b)
			p.Update(tea.PasteMsg{Content: strings.Repeat("! they push the date again and nobody asks why\n", lines)})
			p.View()
			for b.Loop() {
				p.Update(tea.KeyPressMsg{Code: 'x', Text: "x"})
				_ = p.View()
			}
		})
	}
}

func TestOneGoesOnWhereOneStopped(t *testing.T) {
	p := page(t)
	if got := p.run.Item().Key; got != "lead-stage-exits" {
		t.Errorf("begins at %s", got)
	}
}

// The minutes go into the file with what is written, and a long silence is not counted.
func TestMinutes(t *testing.T) {
	p := page(t)
	now := time.Date(2026, 5, 12, 9, 0, 0, 0, time.UTC)
	p.now = func() time.Time { return now }
	press := func(s string) {
		p.Update(tea.KeyPressMsg{Code: rune(s[0]), Text: s})
		p.Flush()
		p.Refresh()
	}
	press("a")
	now = now.Add(10 * time.Minute)
	press("b")
	if m := p.interview().Minutes; m != 10 {
		t.Errorf("%d minutes after ten", m)
	}
	now = now.Add(2 * time.Hour) // lunch
	press("c")
	if m := p.interview().Minutes; m != 10 {
		t.Errorf("%d minutes after lunch", m)
	}
	now = now.Add(5 * time.Minute)
	p.Back()
	p.Back()
	if m := p.interview().Minutes; m != 15 {
		t.Errorf("%d minutes at the end", m)
	}
	if n := p.interview().Answers[0].Note; n != "hereabc" {
		t.Errorf("note %q", n)
	}
}

// What comes from the file while one types joins what is typed.
func TestATextThatChangesElsewhereIsTakenUp(t *testing.T) {
	p := page(t)
	p.Update(tea.KeyPressMsg{Code: '!', Text: "!"})
	if err := p.Env.Edit("pull", screen.Set("theirs\nhere", "interviews", "i-1", "answers", "lead-stage-exits", "note")); err != nil {
		t.Fatal(err)
	}
	p.Refresh()
	p.Flush()
	if n := p.interview().Answers[0].Note; !strings.Contains(n, "theirs") || !strings.Contains(n, "here!") {
		t.Errorf("note %q", n)
	}
}
