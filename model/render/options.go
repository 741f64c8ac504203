package render

import (
	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/render/document"
)

// Options are what the one who exports chooses.
type Options struct {
	Names    bool // interviewees by name; else by role
	NoQuotes bool // leave every quote out
	Blocks   bool // sparklines as characters too, for what shows no pictures
	AsOf     model.Date
	Followed model.Date     // the day to which coaching and milestones are counted; absent: AsOf
	Brand    document.Brand // the consultants' firm
	Sections []string       // of a report, by name; none: all
}
