package capture

import (
	"cmp"
	"strconv"
	"strings"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/score"
	"github.com/gapbook/gapbook/tui/keys"
	"github.com/gapbook/gapbook/tui/layout"
	"github.com/gapbook/gapbook/tui/screen"
	"github.com/gapbook/gapbook/tui/widget"
)

// Judge takes the single keys by which a finding is judged, in the list and on its own page: tag, impact, ease, status
// and kind. A page asks it first and shows its Strip while it waits for the second key.
type Judge struct {
	Env    *screen.Env
	asking keys.Action // AskImpact, AskEase or AskStatus
}

// Asking says whether the next key belongs to the judge.
func (j *Judge) Asking() bool { return j.asking != keys.None }

// Back stops waiting for the second key; false when none was waited for.
func (j *Judge) Back() bool {
	was := j.Asking()
	j.asking = keys.None
	return was
}

// Scope is the page's own, or that of the second key.
func (j *Judge) Scope(own keys.Scope) keys.Scope {
	switch j.asking {
	case keys.AskImpact, keys.AskEase:
		return keys.Grade
	case keys.AskStatus:
		return keys.Standing
	}
	return own
}

var (
	tags = map[keys.Action]model.Tag{
		keys.TagProcess: model.Process, keys.TagEnablement: model.Enablement, keys.TagCulture: model.Culture,
	}
	statuses = map[keys.Action]model.FindingStatus{
		keys.StandOpen: model.Open, keys.StandAccepted: model.Accepted, keys.StandDismissed: model.Dismissed,
	}
)

// Do takes an action for a finding; false when it is not the judge's. The finding may be nil: then nothing happens.
func (j *Judge) Do(a keys.Action, f *model.Finding) bool {
	asked := j.asking
	j.asking = keys.None
	set := func(name, field string, v any) bool {
		if f != nil {
			_ = j.Env.Edit(name+" of “"+f.Label()+"”", screen.Set(v, "findings", f.ID, field))
		}
		return true
	}
	switch asked {
	case keys.AskImpact, keys.AskEase:
		if a == keys.Remove {
			return set("clear "+string(asked), string(asked), nil)
		}
		if n, err := strconv.Atoi(string(a)); err == nil {
			return set("set "+string(asked), string(asked), n)
		}
		return false
	case keys.AskStatus:
		if s, ok := statuses[a]; ok {
			return set("set status", "status", string(s))
		}
		return false
	}
	switch a {
	case keys.TagProcess, keys.TagEnablement, keys.TagCulture:
		if f != nil && f.Tag == tags[a] { // the same key again takes it back
			return set("clear tag", "tag", nil)
		}
		return set("tag", "tag", string(tags[a]))
	case keys.AskImpact, keys.AskEase, keys.AskStatus:
		if f != nil {
			j.asking = a
		}
		return true
	case keys.TurnKind:
		if f != nil && f.IsGap() {
			return set("kind", "kind", string(model.Strength))
		}
		return set("kind", "kind", string(model.Gap))
	}
	return false
}

// Strip is the question that waits for its key, in a line of w cells.
func (j *Judge) Strip(w int, f *model.Finding) string {
	t := j.Env.Style
	if f == nil || !j.Asking() {
		return layout.Space(w)
	}
	value := ""
	var options []widget.Option
	switch j.asking {
	case keys.AskStatus:
		value = cmp.Or(string(f.Status), string(model.Open))
		for _, b := range keys.Of(keys.Standing, false) {
			if s, ok := statuses[b.Action]; ok {
				options = append(options, widget.Option{Value: string(s), Label: string(s), Key: b.Keys[0]})
			}
		}
	default:
		n := f.Impact
		if j.asking == keys.AskEase {
			n = f.Ease
		}
		value = number(n)
		for d := 1; d <= 5; d++ {
			o := widget.Option{Value: strconv.Itoa(d), Key: strconv.Itoa(d)}
			if o.Value == value {
				o.Label = o.Value // in brackets: this is what it is now
			}
			options = append(options, o)
		}
	}
	head := string(j.asking)
	head = strings.ToUpper(head[:1]) + head[1:] + "?  "
	return t.Title.Render(head) + widget.Choice(t, w-layout.Width(head), options, value)
}

// Grade writes an impact or ease so that one sees where it came from: 4, ~4 suggested by the value at stake, (3) assumed.
func Grade(n int, from score.From) string {
	s := strconv.Itoa(n)
	switch from {
	case score.FromValue:
		return "~" + s
	case score.Assumed:
		return "(" + s + ")"
	}
	return s
}
