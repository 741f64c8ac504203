package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/gapbook/gapbook/model/erase"
)

// shown is how many changed texts are listed; the rest is counted.
const shown = 20

// show says what will be taken away.
func (job *erasing) show(w io.Writer) {
	r := &job.report
	say := func(format string, args ...any) { fmt.Fprintln(w, printable("  "+fmt.Sprintf(format, args...))) }
	count := func(n int, one, many string) {
		switch n {
		case 0:
		case 1:
			say("1 %s", one)
		default:
			say("%d %s", n, many)
		}
	}
	if job.nothing() {
		fmt.Fprintln(w, printable(fmt.Sprintf("nothing of %s (%s) is left in %s and its backups", job.person.Label(), job.person.ID, job.path)))
		return
	}
	fmt.Fprintln(w, printable(fmt.Sprintf("%s (%s, %s) goes from %s:", job.person.Label(), job.person.ID, job.person.Role, job.path)))
	count(r.Person, "field of the person's record", "fields of the person's record")
	count(r.Notes, "note of their interviews and coaching", "notes of their interviews and coaching")
	count(r.Ratings, "rating of theirs", "ratings of theirs")
	count(r.Lines, "triaged line of their interviews", "triaged lines of their interviews")
	count(r.Unknown, "unknown key in their records", "unknown keys in their records")
	count(r.Comments, "comment in their records", "comments in their records")
	count(r.IDs, "use of an id that spells the name", "uses of ids that spell the name")
	for _, t := range r.Transcripts {
		say("the transcript %s, whose file is named after them; rename or delete the file yourself", t)
	}
	changes(w, r.Mentions, "mention of the name", "mentions of the name")
	changes(w, r.Copies, "copy of their words", "copies of their words")
	rewritten, removed := 0, 0
	for _, data := range job.backups {
		if data == nil {
			removed++
		} else {
			rewritten++
		}
	}
	count(rewritten, "backup is rewritten", "backups are rewritten")
	count(removed, "backup that cannot be rewritten is deleted", "backups that cannot be rewritten are deleted")
	for _, c := range job.copies {
		if c.err == nil {
			say("the copy %s is rewritten", c.path)
		}
	}
	for _, t := range job.words {
		if t.err == nil {
			say("%s, text that had no place in the file, is rewritten", t.path)
		}
	}
	for _, path := range job.aside() {
		say("%s, unsaved text of an earlier session that nobody could place, is deleted", path)
	}
	count(len(job.traces.Halves), "half-written file of a crash is deleted", "half-written files of a crash are deleted")
	for _, t := range job.scripts {
		switch {
		case t.err != nil:
			say("the transcript %s is not changed: %s", t.path, t.err)
		case job.rewrite:
			say("the transcript %s is rewritten", t.path)
		default:
			say("the transcript %s names them and is not changed; --transcripts does that", t.path)
		}
	}
}

func changes(w io.Writer, list []erase.Change, one, many string) {
	what := many
	if len(list) == 1 {
		what = one
	}
	if len(list) > 0 {
		fmt.Fprintf(w, "  %d %s:\n", len(list), what)
	}
	for i, c := range list {
		if i == shown {
			fmt.Fprintf(w, "    and %d more\n", len(list)-shown)
			break
		}
		fmt.Fprintln(w, printable(fmt.Sprintf("    %s: %s", c.Where, firstChanged(c))))
	}
}

// firstChanged is the first line of a text that changed, as it will read.
func firstChanged(c erase.Change) string {
	old := map[string]bool{}
	for l := range strings.SplitSeq(c.Before, "\n") {
		old[l] = true
	}
	line := "a line goes"
	for l := range strings.SplitSeq(c.After, "\n") {
		if !old[l] {
			line = strings.TrimSpace(l)
			break
		}
	}
	if r := []rune(line); len(r) > 90 {
		line = string(r[:90]) + "…"
	}
	return line
}
