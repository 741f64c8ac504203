package keys

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
)

func TestNoKeyHasTwoMeanings(t *testing.T) {
	for scope := range byScope {
		for _, typing := range []bool{false, true} {
			seen := map[string]Binding{}
			for _, b := range Of(scope, typing) {
				for _, k := range b.Keys {
					if other, ok := seen[k]; ok && other.Action != b.Action {
						t.Errorf("%s (typing %v): %s is both %s and %s", scope, typing, k, other.Action, b.Action)
					}
					seen[k] = b
				}
			}
		}
	}
}

func TestNothingPrintableWhileTyping(t *testing.T) {
	for _, b := range table {
		for _, k := range b.Keys {
			if (b.Typing || b.Always) && (utf8.RuneCountInString(k) == 1 || k == "space") {
				t.Errorf("%s: %s is printable and would be stolen from the text (%s)", b.Scope, k, b.Action)
			}
		}
	}
}

func TestEveryActionWorksWithoutAlt(t *testing.T) {
	for _, b := range table {
		if !slices.ContainsFunc(b.Keys, func(k string) bool { return !strings.Contains(k, "alt+") }) {
			t.Errorf("%s %s: only alt keys %v; on a Mac they type letters", b.Scope, b.Action, b.Keys)
		}
	}
}

// A terminal sends the same byte for these, so they can never be told from the key they stand for.
func TestNoChordThatIsAnotherKey(t *testing.T) {
	for _, b := range table {
		for _, k := range b.Keys {
			if slices.Contains([]string{"ctrl+i", "ctrl+m", "ctrl+[", "ctrl+h", "ctrl+j"}, k) {
				t.Errorf("%s %s: %s arrives as another key", b.Scope, b.Action, k)
			}
		}
	}
}

// The help overlay has so much room for what a key does; a label that is longer would be cut.
func TestHelpHasRoom(t *testing.T) {
	for _, scope := range []Scope{Audits, Records, Ticks, Interviews, Interview, Find, Call, Heard, Script, Blind, Calls, Pick, Path, Triage, Finding, Rating, Dialog} {
		for _, b := range append(Of(scope, true), Of(scope, false)...) {
			if n := utf8.RuneCountInString(b.Help); n > 19 {
				t.Errorf("%s %s: %q is %d cells long, and 19 have room", b.Scope, b.Action, b.Help, n)
			}
		}
	}
}

func TestMatch(t *testing.T) {
	press := func(code rune, text string, mod tea.KeyMod) tea.KeyPressMsg {
		return tea.KeyPressMsg{Code: code, Text: text, Mod: mod}
	}
	for _, c := range []struct {
		name   string
		scope  Scope
		typing bool
		msg    tea.KeyPressMsg
		want   Action
	}{
		{"letter in a list", Library, false, press('n', "n", 0), New},
		{"letter in text", Library, true, press('n', "n", 0), None},
		{"capital goes", Library, false, press('i', "I", tea.ModShift), GoInterviews},
		{"chord in text", Library, true, press('z', "", tea.ModCtrl), Undo},
		{"AltGr types", Library, true, press('q', "@", tea.ModCtrl|tea.ModAlt), None},
		{"help in text", Library, true, press(tea.KeyF1, "", 0), AskHelp},
		{"Cyrillic layout", Library, false, tea.KeyPressMsg{Code: 'т', Text: "т", BaseCode: 'n'}, New},
		{"number pad", Library, false, press(tea.KeyKpEnter, "", 0), Open},
		{"a dialog stands alone", Confirm, false, press('z', "", tea.ModCtrl), None},
	} {
		if got := Match(c.scope, c.typing, c.msg); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// One language: these letters mean the same wherever they mean anything. A question that stands alone on the screen (the
// rubric's yes and no, a rating) has its own.
func TestALetterMeansTheSameEverywhere(t *testing.T) {
	means := map[string][]Action{
		"enter": {Open, Accept, Yes, Cancel},                // cancel: the help goes away
		"n":     {New, Own, AddRecord, AnswerNo, NextMatch}, // the next match, as in every pager
		"e":     {Edit, Mend},
		"x":     {Remove, Clear},
		"/":     {Filter},
		"m":     {MakeFinding},
		"v":     {More, Matrix, ByStage, Timeline, Why}, // another view of the same
		"=":     {Same},
		"+":     {TurnKind, MakeStrength, AheadTen},
		"2":     {Split, SecondRater, "2"}, // in two, by two
		"tab":   {Next},
		"esc":   {Back, Cancel},
	}
	for _, b := range table {
		if alone[b.Scope] || b.Typing {
			continue
		}
		for _, k := range b.Keys {
			if want, ok := means[k]; ok && !slices.Contains(want, b.Action) {
				t.Errorf("%s: %s is %s, elsewhere it is one of %v", b.Scope, k, b.Action, want)
			}
		}
	}
}
