package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/erase"
	"github.com/gapbook/gapbook/model/exact"
	"github.com/gapbook/gapbook/model/vault"
	"github.com/gapbook/gapbook/model/workbook"
	"github.com/gapbook/gapbook/model/workbook/history"
)

func newErase() *cobra.Command {
	var yes, transcripts bool
	var opt erase.Options
	cmd := &cobra.Command{
		Use:   "erase FILE PERSON",
		Short: "Take a person's name and words out of an engagement and its backups",
		Long: "Takes a person (an id or a name) out of the file, what was typed but not saved, and its backups: name, title and team,\n" +
			"the notes of their interviews, copies of their words in findings and plan, and every mention of the name, in comments\n" +
			"too, which becomes their role. An id that spells the name becomes another one. Their ratings stay: they are numbers.\n" +
			"`!` and `?` lines that became findings stay without the name. Reviews of a rep's calls stay without the name, too.\n" +
			"It shows what goes and asks first. What it took away cannot be brought back.",
		Example: "  gapbook erase acme.yaml \"Marcus Webb\"\n  gapbook erase acme.yaml p-r1 --ratings --transcripts --yes",
		Args:    usage(cobra.ExactArgs(2)),
		RunE: func(cmd *cobra.Command, args []string) (err error) {
			book, err := workbook.Open(args[0], asks(cmd.Context(), args[0]))
			if err != nil {
				return err
			}
			defer func() { err = errors.Join(err, book.Close()) }()
			if err := book.Writable(); err != nil {
				return err
			}
			if err := book.Save(); err != nil { // what was recovered belongs to what is erased
				return err
			}
			job, err := prepare(args[0], args[1], book.Key(), opt, transcripts)
			if err != nil {
				return err
			}
			job.show(cmd.OutOrStdout())
			if job.nothing() {
				return nil
			}
			if !yes {
				nobody := usagef("for scripts: --yes", "nothing was taken away, as nobody can be asked")
				if !isTerminal(os.Stdin) {
					return nobody
				}
				fmt.Fprint(cmd.OutOrStdout(), "Take this away for good? [y/N] ")
				answer, err := bufio.NewReader(cmd.InOrStdin()).ReadString('\n')
				if err != nil && answer == "" {
					return nobody
				}
				if a := strings.ToLower(strings.TrimSpace(answer)); a != "y" && a != "yes" {
					fmt.Fprintln(cmd.OutOrStdout(), "nothing was taken away")
					return nil
				}
			}
			return job.do(cmd)
		},
	}
	f := cmd.Flags()
	f.BoolVar(&yes, "yes", false, "do not ask")
	f.BoolVar(&opt.Ratings, "ratings", false, "take their ratings, too")
	f.BoolVar(&transcripts, "transcripts", false, "take their name and what they say out of the transcripts, too")
	return cmd
}

// erasing is all that is to be written, and what is to be said about it.
type erasing struct {
	path    string
	key     *vault.Key // of a locked file and its backups
	person  model.Person
	target  *erase.Target
	opt     erase.Options
	data    []byte // of the file afterwards
	report  erase.Report
	backups map[string][]byte // by hash, afterwards; nil: goes
	scripts []transcript
	rewrite bool // the transcripts
}

// transcript is one that names the person, or that cannot be read.
type transcript struct {
	path string
	data []byte // afterwards
	err  error
}

func prepare(path, who string, key *vault.Key, opt erase.Options, transcripts bool) (*erasing, error) {
	src, err := os.ReadFile(path)
	if err == nil {
		src, err = opened(key, src)
	}
	if err != nil {
		return nil, err
	}
	doc, err := workbook.Parse(path, src)
	if err != nil {
		return nil, err
	}
	var e model.Engagement
	doc.Decode(&e)
	p, err := erase.Who(&e, who)
	if err != nil {
		var no *erase.NoSuch
		if errors.As(err, &no) {
			return nil, usagef(no.Hint(), "%s: %s", path, no)
		}
		return nil, err
	}
	job := &erasing{path: path, key: key, person: p, target: erase.NewTarget(p), opt: opt, backups: map[string][]byte{}, rewrite: transcripts}
	versions, err := history.List(path)
	if err != nil {
		return nil, err
	}
	all := []*model.Engagement{&e}
	docs := map[string]*exact.Document{}
	for _, v := range versions {
		data, err := v.Data()
		if err == nil {
			data, err = opened(key, data)
		}
		if err != nil {
			continue
		}
		if d, err := workbook.Parse(path, data); err == nil {
			var old model.Engagement
			d.Decode(&old)
			docs[v.Hash], all = d, append(all, &old)
		}
	}
	job.target.Learn(all...)
	next, report, err := erase.File(doc, job.target, opt)
	if err != nil {
		return nil, fmt.Errorf("%s: %w; nothing was changed", path, err)
	}
	job.data, job.report = next.Bytes(), report
	for _, v := range versions {
		d := docs[v.Hash]
		if d == nil {
			job.backups[v.Hash] = nil
			continue
		}
		if next, r, err := erase.File(d, job.target, opt); err != nil || len(r.Left) > 0 {
			job.backups[v.Hash] = nil
		} else if !bytes.Equal(next.Bytes(), d.Bytes()) {
			job.backups[v.Hash] = next.Bytes()
		}
	}
	job.scripts = job.transcripts(&e)
	return job, nil
}

// mostTranscript is more than the transcript of any call.
const mostTranscript = 32 << 20

// transcripts finds those that name the person.
func (job *erasing) transcripts(e *model.Engagement) []transcript {
	var out []transcript
	for _, c := range e.Calls {
		if c.Transcript == "" {
			continue
		}
		t := transcript{path: filepath.FromSlash(c.Transcript)}
		if !filepath.IsAbs(t.path) {
			t.path = filepath.Join(filepath.Dir(job.path), t.path)
		}
		if slices.ContainsFunc(out, func(x transcript) bool { return x.path == t.path }) {
			continue
		}
		info, err := os.Stat(t.path)
		if errors.Is(err, os.ErrNotExist) {
			continue
		}
		var src []byte
		switch {
		case err != nil:
			t.err = err
		case !info.Mode().IsRegular() || info.Size() > mostTranscript:
			t.err = errors.New("no text file")
		default:
			if src, t.err = os.ReadFile(t.path); t.err == nil && !utf8.Valid(src) {
				t.err = errors.New("not UTF-8 text")
			}
		}
		if t.err == nil {
			t.data = []byte(erase.Transcript(string(src), e, job.target))
			if s := bytes.TrimSpace(src); len(s) > 0 && (s[0] == '{' || s[0] == '[') && !bytes.Equal(t.data, src) {
				t.err = errors.New("an export in JSON; delete it, or edit it by hand")
			}
		}
		if t.err != nil || !bytes.Equal(t.data, src) {
			out = append(out, t)
		}
	}
	return out
}

func (job *erasing) nothing() bool {
	return job.report.Empty() && len(job.backups) == 0 && (!job.rewrite || len(job.scripts) == 0)
}

// do writes it all: the file last, so that after a failure the same command finds the person again.
func (job *erasing) do(cmd *cobra.Command) error {
	if job.rewrite {
		for _, t := range job.scripts {
			if t.err != nil {
				continue
			}
			if err := workbook.WriteFile(t.path, t.data); err != nil {
				return err
			}
		}
	}
	if _, _, err := history.Rewrite(job.path, func(v history.Version, data []byte) ([]byte, bool) {
		next, changes := job.backups[v.Hash]
		if !changes {
			return data, true
		}
		if next != nil && vault.IsLocked(data) {
			next, _ = job.key.Seal(next)
		}
		return next, next != nil
	}); err != nil {
		return fmt.Errorf("the backups could not all be changed; do it again: %w", err)
	}
	data := job.data
	if job.key != nil {
		var err error
		if data, err = job.key.Seal(data); err != nil {
			return err
		}
	}
	if err := workbook.WriteFile(job.path, data); err != nil {
		return err
	}
	if err := dropTraces(job.path); err != nil {
		return err
	}
	fmt.Fprintf(cmd.OutOrStdout(), "%s is taken out of %s\n", printable(job.person.Label()), printable(job.path))
	return job.left(cmd.ErrOrStderr())
}

// dropTraces takes away what saving can leave beside the file: the journal, whose edits are saved, and what a crash left.
func dropTraces(path string) error {
	traces := workbook.Journals(path)
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	files, err := os.ReadDir(filepath.Dir(path))
	if err != nil {
		return err
	}
	for _, f := range files {
		n := f.Name()
		if strings.HasPrefix(n, ".") && strings.HasPrefix(strings.TrimLeft(n, "."), filepath.Base(path)+".") && strings.HasSuffix(n, ".tmp") {
			traces = append(traces, filepath.Join(filepath.Dir(path), n))
		}
	}
	for _, t := range traces {
		if err := os.Remove(t); err != nil && !errors.Is(err, os.ErrNotExist) {
			return err
		}
	}
	return nil
}

// left says where the person may still stand.
func (job *erasing) left(w io.Writer) error {
	for _, t := range job.scripts {
		switch {
		case t.err != nil:
			fmt.Fprintf(w, "not looked into: %s (%s)\n", printable(t.path), printable(t.err.Error()))
		case !job.rewrite:
			fmt.Fprintf(w, "not changed: %s (--transcripts would)\n", printable(t.path))
		}
	}
	for _, l := range job.report.Left {
		fmt.Fprintf(w, "%s: the name still stands in %s\n", printable(job.path), printable(l))
	}
	fmt.Fprintln(w, "not reached: copies, exports and mails, recordings, and the history of a git repository")
	if n := len(job.report.Left); n > 0 {
		return &problemsError{n}
	}
	return nil
}
