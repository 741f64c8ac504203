package main

import (
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/check"
	"github.com/gapbook/gapbook/model/names"
	talk "github.com/gapbook/gapbook/model/transcript"
	"github.com/gapbook/gapbook/model/transcript/attach"
	"github.com/gapbook/gapbook/model/workbook"
)

func newImportTranscript() *cobra.Command {
	var into, id string
	var speakers []string
	var dry bool
	cmd := &cobra.Command{
		Use:   "transcript FILE --into FILE --call ID",
		Short: "Attach the transcript of a call: WebVTT, SRT, plain text, Gong or Fireflies JSON",
		Long: "Says what the transcript holds and what was mended in reading it, and names it in the call. A file that does not lie\n" +
			"beside the engagement is copied into its folder " + attach.Folder + ". Nothing is converted, and no file is overwritten.",
		Example: "  gapbook import transcript call.vtt --into acme.yaml --call c-9xv0t --dry-run\n" +
			"  gapbook import transcript call.vtt --into acme.yaml --call c-9xv0t --speaker \"Josh Davis=p-r1\" --speaker \"Ana=buyer\"",
		Args: usage(cobra.ExactArgs(1)),
		RunE: func(cmd *cobra.Command, args []string) (err error) {
			if into == "" {
				return usagef("for example: gapbook import transcript call.vtt --into acme.yaml --call c-9xv0t", "say which engagement with --into FILE")
			}
			given, err := pairs("--speaker", speakers)
			if err != nil {
				return err
			}
			open := openToWrite
			if dry {
				open = look
			}
			book, err := open(cmd, into)
			if err != nil {
				return err
			}
			defer func() { err = errors.Join(err, book.Close()) }()
			now := book.Now()
			if problems := report(cmd.ErrOrStderr(), into, check.Errors(now.Problems)); problems != nil {
				fmt.Fprintln(cmd.ErrOrStderr(), "nothing was imported; mend these first")
				return problems
			}
			call, err := callNamed(now.E, id)
			if err != nil {
				return err
			}
			file, err := readTranscript(cmd.InOrStdin(), args[0], into, call.ID)
			if err != nil {
				return err
			}
			if given, err = knownSpeakers(now.E, file.T, given); err != nil {
				return err
			}
			told := heard{now, withSpeakers(call, given), file.T}
			told.show(cmd.OutOrStdout(), args[0])
			if to, yes := file.Copied(); yes {
				fmt.Fprintln(cmd.OutOrStdout(), printable("Copy: "+to))
			}
			if call.Transcript != "" && call.Transcript != file.Rel {
				fmt.Fprintln(cmd.OutOrStdout(), printable(fmt.Sprintf("In place of %s, which stays where it is", call.Transcript)))
			}
			for _, c := range now.E.Calls {
				if c.ID != call.ID && c.Transcript == file.Rel {
					fmt.Fprintln(cmd.OutOrStdout(), printable(fmt.Sprintf("It is the transcript of %s (%s), too", c.ID, c.Label())))
				}
			}
			if dry {
				fmt.Fprintln(cmd.OutOrStdout(), printable("A dry run: "+into+" is as it was."))
				return nil
			}
			edits := file.Edits(call, given)
			if len(edits) == 0 {
				fmt.Fprintln(cmd.OutOrStdout(), printable(into+" has all this already."))
				return nil
			}
			if err := file.Put(); err != nil {
				return err
			}
			if err := book.Apply("attach "+file.Rel, edits...); err != nil {
				file.Undo()
				return err
			}
			if err := save(cmd, book); err != nil { // the copy stays: the journal may have the edit
				return err
			}
			fmt.Fprintln(cmd.OutOrStdout(), printable(fmt.Sprintf("Saved in %s: call %s has the transcript %s", into, call.ID, file.Rel)))
			return nil
		},
	}
	f := cmd.Flags()
	f.StringVar(&into, "into", "", "the engagement of the call")
	f.StringVar(&id, "call", "", "id of the call")
	f.StringArrayVar(&speakers, "speaker", nil, "who a speaker is, as \"Name=p-r1\": a person's id, buyer or seller; kept with the call")
	f.BoolVar(&dry, "dry-run", false, "say what is understood and change nothing")
	return cmd
}

func readTranscript(in io.Reader, path, into, call string) (*attach.File, error) {
	if path == "-" {
		return attach.From(in, call, into)
	}
	return attach.Read(path, into)
}

// callNamed finds a call, or lists those that there are.
func callNamed(e *model.Engagement, id string) (*model.Call, error) {
	if c := e.Call(id); c != nil {
		return c, nil
	}
	var list []string
	for i, c := range e.Calls {
		if i == 15 {
			list = append(list, fmt.Sprintf("and %d more", len(e.Calls)-i))
			break
		}
		list = append(list, fmt.Sprintf("%s (%s)", c.ID, c.Label()))
	}
	there := "the calls are: " + strings.Join(list, ", ")
	switch {
	case len(e.Calls) == 0:
		return nil, usagef("review the call in the app first", "the engagement has no calls")
	case id == "":
		return nil, usagef(there, "say which call with --call ID")
	}
	return nil, usagef(there, "no call %q in the engagement", id)
}

// knownSpeakers gives what --speaker says by the names that the transcript has, whatever their case and accents.
func knownSpeakers(e *model.Engagement, t *talk.Transcript, given map[string]string) (map[string]string, error) {
	out := map[string]string{}
	for name, who := range given {
		i := slices.IndexFunc(t.Speakers, func(s string) bool { return names.Fold(s) == names.Fold(name) })
		switch {
		case i < 0 && len(t.Speakers) == 0:
			return nil, usagef("", "the transcript names no speakers")
		case i < 0:
			return nil, usagef("the speakers are: "+strings.Join(t.Speakers, ", "), "no speaker %q in the transcript", name)
		case !talk.Mappable(e, who):
			var people []string
			for _, p := range e.People {
				people = append(people, fmt.Sprintf("%s (%s)", p.ID, p.Label()))
			}
			return nil, usagef("the people are: "+strings.Join(append(people, "or buyer, or seller"), ", "), "no person %q in the engagement", who)
		}
		if j := slices.Index(t.Speakers, name); j >= 0 {
			i = j
		}
		out[t.Speakers[i]] = who
	}
	return out, nil
}

// withSpeakers is the call as it will be.
func withSpeakers(call *model.Call, given map[string]string) *model.Call {
	c := *call
	c.Speakers = map[string]string{}
	for _, m := range []map[string]string{call.Speakers, given} {
		for name, who := range m {
			c.Speakers[name] = who
		}
	}
	return &c
}

// heard is what a transcript shows of a call.
type heard struct {
	now  workbook.Snapshot
	call *model.Call
	t    *talk.Transcript
}

func (h heard) show(w io.Writer, name string) {
	line := func(format string, args ...any) { fmt.Fprintln(w, printable(fmt.Sprintf(format, args...))) }
	if name == "-" {
		name = "standard input"
	}
	t := h.t
	cast := talk.Cast(h.now.E, h.call, t)
	s := talk.Measure(t, cast)
	line("%s: %s", name, t.Summary())
	for _, x := range t.Mended {
		line("  mended: %s", x)
	}
	for _, x := range t.Noted {
		line("  noted: %s", x)
	}
	for _, x := range s.Speakers {
		line("  %s", h.speaking(s, x))
	}
	if r := s.RepShare(); r != nil {
		line("Talk ratio: the rep has %s of the talk", percent(r))
	} else if ours := s.SideShare(talk.Seller); ours != nil {
		line("Talk ratio: the seller's side has %s of the talk; the rep is not among the speakers", percent(ours))
	} else {
		line("Talk ratio: not known, as nobody of the seller's side is; say who the speakers are with --speaker \"Name=p-r1\"")
	}
	if m := s.Longest; m != nil && s.Timed {
		line("Longest monologue: %s from %s, by %s", duration(m.End-m.Start), model.ClockAt(m.Start/1000), m.Speaker)
	} else if m != nil {
		line("Longest monologue: %s, by %s", plural(m.Words, "word"), m.Speaker)
	}
	switch {
	case !s.Punctuated:
		line("Questions: not known, as the text has no punctuation")
	case s.SideShare(talk.Seller) == nil && s.SideShare(talk.Buyer) == nil:
		line("Questions: %d (by their question marks)", s.Questions(""))
	default:
		var parts []string
		for _, side := range []struct {
			side talk.Side
			name string
		}{{talk.Seller, "the seller's side"}, {talk.Buyer, "buyers"}, {"", "others"}} {
			if s.SideShare(side.side) != nil {
				parts = append(parts, fmt.Sprintf("%s %d", side.name, s.Questions(side.side)))
			}
		}
		line("Questions: %s (by their question marks)", strings.Join(parts, ", "))
	}
	h.suggestions(cast, line)
}

// speaking is what one speaker did.
func (h heard) speaking(s *talk.Stats, x talk.Speaking) string {
	name := x.Name
	if name == "" {
		name = "(no name)"
	}
	share := &talk.Share{Talk: x.Talk, Of: s.Talk}
	out := fmt.Sprintf("%s: %s, %s", name, percent(share), plural(x.Questions, "question"))
	if s.Timed {
		out = fmt.Sprintf("%s: %s, %s, %s", name, duration(x.Talk), percent(share), plural(x.Questions, "question"))
	}
	switch v := x.Voice; {
	case v.Rep:
		out += fmt.Sprintf(" (the rep, %s)", v.Person)
	case v.Person != "":
		out += fmt.Sprintf(" (%s)", v.Person)
	case v.Side != "":
		out += fmt.Sprintf(" (%s)", v.Side)
	}
	return out
}

// suggestions are said by theme, in the playbook's order.
func (h heard) suggestions(cast map[string]talk.Voice, line func(string, ...any)) {
	themes := h.now.Playbook.Calls.Objections
	list := talk.Pending(talk.Suggest(h.t, themes, cast), h.call)
	var parts []string
	for _, th := range themes {
		n := 0
		for _, s := range list {
			if s.Theme == th.ID {
				n++
			}
		}
		if n > 0 {
			parts = append(parts, fmt.Sprintf("%s %d", th.ID, n))
		}
	}
	if len(parts) > 0 {
		line("Words that may be objections: %s. They count when you confirm them in the call review", strings.Join(parts, ", "))
	}
}

func duration(ms int) model.Clock { return model.ClockAt((ms + 500) / 1000) }

func percent(s *talk.Share) string { return fmt.Sprintf("%.0f %%", math.Round(100*s.Ratio())) }

func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
