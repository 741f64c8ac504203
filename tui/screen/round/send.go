package round

import (
	"strings"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/tui/screen"
)

// Flush sends what was typed.
func (p *Page) Flush() { p.send(p.notes.Send) }

// settle sends it before something else is done that undo takes back before the note.
func (p *Page) settle() { p.send(p.notes.SendWhole) }

func (p *Page) send(send func(key string, record func(text string) error)) {
	for _, key := range p.notes.Unsent() {
		send(key, func(text string) error { return p.set("coaching round", key, text) })
	}
}

// set changes a part of the round, or another field of it; the first change brings the record.
func (p *Page) set(step, key, value string) error {
	r, there := p.record()
	if !there {
		if strings.TrimSpace(value) == "" {
			return nil
		}
		with(&r, key, value)
		return p.Env.Edit(step, screen.Add(r, "coaching"))
	}
	return p.Env.Edit(step, screen.Set(orNil(value), p.path(key)...))
}

// path leads to a field of the round: the action and its dates stand under execute.
func (p *Page) path(key string) []string {
	at := []string{"coaching", p.step()}
	switch key {
	case part[execute].key:
		return append(at, "execute", "action")
	case "due", "done":
		return append(at, "execute", key)
	}
	return append(at, key)
}

func with(r *model.Round, key, value string) {
	switch key {
	case "clarify":
		r.Clarify = value
	case "observe":
		r.Observe = value
	case "reflect":
		r.Reflect = value
	case "rep":
		r.Rep = value
	case "coach":
		r.Coach = value
	case "date":
		r.Date = model.Date(value)
	default:
		if r.Execute == nil {
			r.Execute = &model.Execute{}
		}
		x := *r.Execute
		switch key {
		case "due":
			x.Due = model.Date(value)
		case "done":
			x.Done = model.Date(value)
		default:
			x.Action = value
		}
		r.Execute = &x
	}
}

func orNil(s string) any {
	if s == "" {
		return nil
	}
	return s
}
