// Package engagements holds the finished samples that `gapbook demo` writes out: three composite engagements and the
// transcripts of some of their calls. No client in them is real.
package engagements

import "embed"

// Samples are the engagement files and their transcripts.
//
//go:embed *.yaml transcripts
var Samples embed.FS
