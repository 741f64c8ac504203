package main

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"slices"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/erase"
	talk "github.com/gapbook/gapbook/model/transcript"
)

// transcript is one that names the person, or that cannot be read.
type transcript struct {
	path string
	data []byte // afterwards
	err  error
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
			src, t.err = os.ReadFile(t.path)
		}
		var text string
		var back func(string) []byte
		if t.err == nil {
			text, back, t.err = talk.Open(src)
		}
		if t.err == nil {
			t.data = src
			if out := erase.Transcript(text, e, job.target); out != text {
				t.data = back(out)
			}
		}
		if t.err != nil || !bytes.Equal(t.data, src) {
			out = append(out, t)
		}
	}
	return out
}
