package machine

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"time"
)

// Crash is a panic that was caught.
type Crash struct {
	Where string // "the screen", "the journal"
	Kind  string // what it was, in words that cannot hold anything of a client
	Path  string // the file that was written about it; empty where none could be
}

func (c *Crash) Error() string { return "gapbook broke (" + c.Where + ": " + c.Kind + ")" }

// Hint is the second line of the message.
func (c *Crash) Hint() string {
	if c.Path == "" {
		return ""
	}
	return "what happened, without a word of your engagement, is in " + c.Path
}

// Caught writes down a panic: where in the program it happened and on what system. What the panic says may quote an
// engagement, so only errors of the Go runtime are quoted. Call it in the function that recovers.
func Caught(where string, value any, version string) *Crash {
	c := &Crash{Where: where, Kind: fmt.Sprintf("%T", value)}
	if err, ok := value.(runtime.Error); ok {
		c.Kind = err.Error()
	}
	folder, err := State()
	if err != nil {
		return c
	}
	folder = filepath.Join(folder, "crashes")
	if os.MkdirAll(folder, 0o700) != nil {
		return c
	}
	now := time.Now()
	text := fmt.Sprintf("gapbook %s, %s, %s/%s\n%s\n%s: %s\n\n%s", version, runtime.Version(), runtime.GOOS, runtime.GOARCH,
		now.Format(time.RFC3339), c.Where, c.Kind, debug.Stack())
	path := filepath.Join(folder, now.Format("20060102-150405.000000")+".txt")
	if os.WriteFile(path, []byte(text), 0o600) == nil {
		c.Path = path
	}
	return c
}
