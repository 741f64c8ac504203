//go:build gapbook_noautosave

package tui

import "time"

// A build for benchmarks alone, which tell from it what saving costs a letter.
func init() { flushed, pause = 24*time.Hour, 24*time.Hour }
