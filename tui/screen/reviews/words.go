package reviews

import (
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/tui/dialog"
	"github.com/gapbook/gapbook/tui/keys"
	"github.com/gapbook/gapbook/tui/layout"
	"github.com/gapbook/gapbook/tui/screen"
	"github.com/gapbook/gapbook/tui/screen/place"
	"github.com/gapbook/gapbook/tui/style"
	"github.com/gapbook/gapbook/tui/widget"
)

// The two lists of a review, by their keys in the file.
const (
	wins   = "wins"
	expand = "expand"
)

// word is an entry of one of the lists, or a line between them.
type word struct {
	list string
	at   int // in it
	text string
	head bool
}

// row is the place of a day's review in the file; -1 where it is not written yet.
func (p *Page) row(day int) int {
	return slices.IndexFunc(p.Env.E().Reviews, func(r model.Review) bool { return r.Day == day })
}

// written is the review of the day as the file has it.
func (p *Page) written(day int) model.Review {
	if i := p.row(day); i >= 0 {
		return p.Env.E().Reviews[i]
	}
	return model.Review{Day: day}
}

func (p *Page) note(day int) string { return p.written(day).Note }

// fill puts both lists under each other.
func (p *Page) fill() {
	r, t := p.written(p.day), p.Env.Style
	p.rows = nil
	for _, l := range []struct {
		key, title, none string
		list             []string
	}{
		{wins, "Wins to celebrate: what people now do", "none yet", r.Wins},
		{expand, "What to expand: where it works, and should go next", "nothing yet", r.Expand},
	} {
		p.rows = append(p.rows, word{head: true, text: "  " + l.title})
		for i, s := range l.list {
			p.rows = append(p.rows, word{l.key, i, s, false})
		}
		if len(l.list) == 0 {
			p.rows = append(p.rows, word{head: true, text: "    " + l.none + "; " + keys.First(keys.New) + " writes one"})
		}
		p.rows = append(p.rows, word{head: true})
	}
	rows := p.rows
	p.words.SetRows(widget.Rows{
		N:    len(rows),
		Key:  func(i int) string { return rows[i].list + " " + strconv.Itoa(rows[i].at) },
		Note: func(i int) bool { return rows[i].head },
		Cell: func(i, _ int) string {
			if rows[i].head {
				return rows[i].text
			}
			return t.Good.Render(style.Bullet) + " " + layout.Clean(rows[i].text)
		},
	})
}

// word is the selected entry.
func (p *Page) word() (word, bool) {
	if i := p.words.Index(); i >= 0 && i < len(p.rows) && !p.rows[i].head {
		return p.rows[i], true
	}
	return word{}, false
}

func (p *Page) wordDetail(w int) []string {
	t := p.Env.Style
	lines := []string{t.Border.Render(strings.Repeat(style.Rule, w))}
	if x, ok := p.word(); ok {
		for _, s := range layout.WrapAtMost(layout.Clean(x.text), w, 3) {
			lines = append(lines, t.Text.Render(s))
		}
	}
	return lines
}

func (p *Page) wordKey(a keys.Action) {
	x, on := p.word()
	switch {
	case a == keys.New:
		p.askWord(x.list)
	case (a == keys.Edit || a == keys.Open) && on:
		f := dialog.Prompt(map[string]string{wins: "A win", expand: "To expand"}[x.list], "Text", x.text, func(s string) string {
			if s == "" {
				return "x takes it away"
			}
			return ""
		}, func(s string) tea.Cmd {
			if s != x.text {
				p.change("edit review", nil, func(step string) []screen.Edit {
					return []screen.Edit{screen.Set(s, "reviews", step, x.list, "#"+strconv.Itoa(x.at))}
				})
			}
			return nil
		})
		f.Enter = "keep it"
		p.Env.Ask(f)
	case a == keys.Remove && on:
		p.change("delete from review", nil, func(step string) []screen.Edit {
			if n := len(p.written(p.day).Wins); x.list == wins && n == 1 {
				return []screen.Edit{screen.Remove("reviews", step, wins)}
			}
			if n := len(p.written(p.day).Expand); x.list == expand && n == 1 {
				return []screen.Edit{screen.Remove("reviews", step, expand)}
			}
			return []screen.Edit{screen.Remove("reviews", step, x.list, "#"+strconv.Itoa(x.at))}
		})
	default:
		p.words.Do(a)
	}
}

// askWord asks for a win, or for something to expand.
func (p *Page) askWord(list string) {
	if list == "" {
		list = wins
	}
	p.Env.Ask(&dialog.Form{
		Title: "For the review of day " + strconv.Itoa(p.day), Enter: "keep it",
		Fields: []dialog.Field{
			{ID: "text", Label: "Text", Required: true, Hint: "one thing, as you would say it: who does what now"},
			{ID: "list", Label: "Is", Kind: dialog.Choice, Value: list, Options: []dialog.Option{
				{Value: wins, Label: "a win to celebrate"}, {Value: expand, Label: "something to expand"},
			}},
		},
		Then: func(v dialog.Values) tea.Cmd {
			p.change("write review", func(r *model.Review) {
				if v["list"] == wins {
					r.Wins = []string{v["text"]}
				} else {
					r.Expand = []string{v["text"]}
				}
			}, func(step string) []screen.Edit {
				return []screen.Edit{screen.Add(v["text"], "reviews", step, v["list"])}
			})
			return nil
		},
	})
}

// change edits the review of the day. One that is not in the file yet is begun, dated today.
func (p *Page) change(name string, begin func(*model.Review), edits func(step string) []screen.Edit) error {
	p.view = ""
	if i := p.row(p.day); i >= 0 {
		return p.Env.Edit(name, edits(place.Step(p.Env.E().Reviews, i))...)
	}
	if begin == nil {
		return nil
	}
	r := model.Review{Day: p.day, Date: p.Env.Today()}
	begin(&r)
	return p.Env.Edit(name, screen.Add(r, "reviews"))
}

// askDate dates the review: plan, milestones and weeks are taken as of that day.
func (p *Page) askDate() {
	if p.row(p.day) < 0 {
		p.Env.Say("a win, a note or something to expand begins the review of day " + strconv.Itoa(p.day))
		return
	}
	was := string(p.written(p.day).Date)
	p.Env.Ask(&dialog.Form{
		Title:  "Date of the review",
		Fields: []dialog.Field{{ID: "date", Label: "Held on", Kind: dialog.Date, Value: was, Hint: "plan, milestones and weeks are taken as of this day"}},
		Then: func(v dialog.Values) tea.Cmd {
			if v["date"] != was {
				_ = p.change("date review", nil, func(step string) []screen.Edit {
					if v["date"] == "" {
						return []screen.Edit{screen.Remove("reviews", step, "date")}
					}
					return []screen.Edit{screen.Set(v["date"], "reviews", step, "date")}
				})
			}
			return nil
		},
	})
}

// Flush records what was typed into the notes.
func (p *Page) Flush() {
	for _, key := range p.notes.Unsent() {
		day, err := strconv.Atoi(key)
		if err != nil {
			continue
		}
		p.notes.Send(key, func(text string) error {
			was := p.day
			p.day = day
			defer func() { p.day = was }()
			var begin func(*model.Review)
			if strings.TrimSpace(text) != "" {
				begin = func(r *model.Review) { r.Note = text }
			}
			return p.change("write review", begin, func(step string) []screen.Edit {
				if strings.TrimSpace(text) == "" {
					return []screen.Edit{screen.Remove("reviews", step, "note")}
				}
				return []screen.Edit{screen.Set(text, "reviews", step, "note")}
			})
		})
	}
}
