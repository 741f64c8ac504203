package capture

import (
	"cmp"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/tui/dialog"
	"github.com/gapbook/gapbook/tui/screen"
	"github.com/gapbook/gapbook/tui/screen/evidence"
)

// Pick asks for one of the findings: first those that look alike, then those of a practice, then the rest in their order.
func Pick(env *screen.Env, title, enter string, first []*model.Finding, practice, but string, then func(*model.Finding)) {
	var options []dialog.Option
	seen := map[string]bool{but: true}
	take := func(list []*model.Finding, mark string) {
		for _, f := range list {
			if !seen[f.ID] {
				seen[f.ID] = true
				options = append(options, dialog.Option{Value: f.ID, Label: mark + f.Label(), Detail: PracticeName(env, f.Practice)})
			}
		}
	}
	take(first, "= ")
	all := Ordered(env)
	slices.SortStableFunc(all, func(a, b *model.Finding) int {
		return rank(b.Practice == practice) - rank(a.Practice == practice)
	})
	take(all, "")
	if len(options) == 0 {
		env.Say("there is no other finding")
		return
	}
	env.Ask(&dialog.Choose{Title: title, Options: options, Enter: enter, Then: func(id string) tea.Cmd {
		if f := env.E().Finding(id); f != nil {
			then(f)
		}
		return nil
	}})
}

func rank(first bool) int {
	if first {
		return 1
	}
	return 0
}

// Same asks which finding says the same as one, and merges the one into it.
func Same(env *screen.Env, f model.Finding, then func(kept string)) {
	Pick(env, "The same as which finding?", "merge into it", NewAlike(env, nil).ToFinding(f.ID), f.Practice, f.ID, func(kept *model.Finding) {
		gone := env.E().Finding(f.ID)
		if gone == nil {
			return
		}
		if env.Edit("merge findings", Merged(env.E(), *gone, *kept)...) == nil {
			then(kept.ID)
			env.Say("merged into: " + kept.Label())
		}
	})
}

// Merged are the edits after which one finding has all of another, which is gone: its evidence, its words, its lines and
// its place in the plan. What the one does not say itself, the other says for it.
func Merged(e *model.Engagement, gone, kept model.Finding) []screen.Edit {
	var out []screen.Edit
	set := func(v any, field string) { out = append(out, screen.Set(v, "findings", kept.ID, field)) }
	text := func(have, other, field string) {
		if have == "" && other != "" {
			set(other, field)
		}
	}
	text(kept.Practice, gone.Practice, "practice")
	text(kept.Stage, gone.Stage, "stage")
	text(string(kept.Tag), string(gone.Tag), "tag")
	if kept.Impact == nil && gone.Impact != nil {
		set(*gone.Impact, "impact")
	}
	if kept.Ease == nil && gone.Ease != nil {
		set(*gone.Ease, "ease")
	}
	all := slices.Clone(kept.Evidence)
	for _, ref := range gone.Evidence {
		if !slices.Contains(all, ref) {
			all = append(all, ref)
		}
	}
	if len(all) > len(kept.Evidence) {
		set(all, "evidence")
	}
	if words := joined(kept.Note, gone.Title, gone.Note); words != kept.Note {
		set(words, "note")
	}
	return append(append(out, evidence.Repoint(e, gone.ID, kept.ID)...), screen.Remove("findings", gone.ID))
}

// joined is a note with the title and the note of what was merged into it beneath. No word is lost, none stands twice.
func joined(note, title, more string) string {
	below := strings.TrimSpace(title)
	if more = strings.TrimRight(more, "\n"); more != "" {
		below = strings.TrimLeft(below+"\n"+more, "\n")
	}
	switch {
	case below == "":
		return note
	case strings.TrimSpace(note) == "":
		return below
	}
	return strings.TrimRight(note, "\n") + "\n\n" + below
}

// Split asks for a second finding beside one, to which a piece of its evidence goes with the lines made of it. Without a
// piece, all evidence stays.
func Split(env *screen.Env, f model.Finding, ref string) {
	draft := model.Finding{Practice: f.Practice, Stage: f.Stage, Tag: f.Tag, Kind: f.Kind}
	if ref != "" {
		draft.Evidence = []string{ref}
	}
	form := New(env, draft, func(id string) []screen.Edit {
		was := env.E().Finding(f.ID)
		if was == nil || ref == "" {
			return nil
		}
		left := slices.DeleteFunc(slices.Clone(was.Evidence), func(s string) bool { return s == ref })
		out := []screen.Edit{screen.Set(left, "findings", f.ID, "evidence")}
		now := env.Now()
		for _, l := range evidence.Lines(now.E, now.Playbook, model.GapLine) {
			if l.Fate != nil && l.Fate.Finding == f.ID && l.Evidence() == ref {
				out = append(out, l.Becomes(model.Line{Finding: id}))
			}
		}
		return out
	})
	form.Title = "Split: the second finding"
	env.Ask(form)
}

// SplitOff asks first which piece of evidence goes to the second finding, where there is more than one.
func SplitOff(env *screen.Env, f model.Finding) {
	if len(f.Evidence) < 2 {
		Split(env, f, "")
		return
	}
	now := env.Now()
	var options []dialog.Option
	for _, ref := range f.Evidence {
		x := evidence.Find(now.E, now.Playbook, ref)
		options = append(options, dialog.Option{Value: ref, Label: cmp.Or(x.Text, x.Ask, ref), Detail: x.Who})
	}
	env.Ask(&dialog.Choose{Title: "Which evidence goes to the second finding?", Options: options, Then: func(ref string) tea.Cmd {
		Split(env, f, ref)
		return nil
	}})
}
