package crm

import (
	"io"

	"github.com/gapbook/gapbook/model"
)

// File is one export. Open is called once, and a second time where rows turn out to stand in no order, unless Once says that
// the bytes come only once, as those of standard input do.
type File struct {
	Name string
	Open func() (io.ReadCloser, error)
	Once bool
}

// Options settle what the files cannot say themselves. The zero value is a sensible import.
type Options struct {
	Label string // of the snapshot; empty: "baseline" for the first, then the period
	// LeadsInto is the label of an existing snapshot which files of leads alone are added to; the period is its own.
	LeadsInto string
	From, To  model.Date         // creation days, both included; empty: as the file has them
	Map       map[string]string  // column by field; see Fields
	Stages    map[string]string  // stage id, "won", "lost" or "ignore" by the export's stage name or "name (pipeline)"; "mql", "sql" or "ignore" by the status of leads
	Rates     map[string]float64 // client currency for one unit, by currency code
	// DateOrder is "mdy" or "dmy": how to read 03/04/2026 where the column does not show it.
	DateOrder string
	Horizon   int // days after a deal's creation that count; 0: all
	// By splits the funnel, too: "owner", "team", "segment", or the name of a column.
	By []string
	// Try leaves out, for now, the stages that match nothing, and lists them in Result.Unmapped in place of an error: for
	// someone who is still being asked.
	Try      bool
	Today    model.Date // becomes Source.Imported
	Progress func(rows int)
}

// Result is what an import found. Nothing of it is in the engagement yet.
type Result struct {
	// Funnel is the new snapshot; with Options.LeadsInto the existing one with Leads and Notes added, to take its place.
	Funnel model.Funnel
	Layout string // of the first file, in words
	// Understood says in plain sentences what was read, how, and what was left out and why.
	Understood []string
	// ProposedStages are the pipeline as the file shows it, for an engagement that has no stages yet. The funnel uses them.
	ProposedStages []model.Stage
	// StageMap is the stage id, "won", "lost", "ignore" or "by flag" that each stage name of the export stands for.
	StageMap map[string]string
	// Columns is the export's column by field, as used (of the first file that has it).
	Columns map[string]string
	// Names are the stage names of the export with the deals that were in them, most first; only with Options.Try.
	Names []Unmapped
	// Unmapped are those of Names that stand for nothing yet; only with Options.Try.
	Unmapped []Unmapped
	// Header are the columns of the first file of deals, and Splits those of them that Options.By knows by a name of its own.
	Header []string
	Splits map[string]string
	// Foreign counts deals by the currency that no rate was given for.
	Foreign map[string]int
}

// Fields are the names that Options.Map and the engagement's crm.columns understand, with what they mean.
var Fields = []struct{ Name, Meaning string }{
	{"deal", "the deal's id"},
	{"stage", "the stage entered, or the present one"},
	{"date", "when the stage was entered"},
	{"created", "when the deal was created"},
	{"close", "the expected close date"},
	{"amount", "the deal's value"},
	{"currency", "its currency code"},
	{"probability", "per cent; used to put proposed stages in order"},
	{"pipeline", "the pipeline of the stage"},
	{"status", "open, won or lost"},
	{"is_won", "true for won deals"},
	{"is_closed", "true for closed deals"},
	{"deleted", "true for rows to leave out"},
	{"row", "the id of the row, to tell duplicates"},
	{"from", "the stage that was left"},
	{"present", "the deal's stage today, beside its history"},
	{"field", "the field that was edited"},
	{"old", "its old value"},
	{"new", "its new value"},
	{"lead", "the lead's id; mapping it says that the file is of leads"},
	{"mql", "when the lead became an MQL"},
	{"sql", "when it became an SQL"},
	{"response", "when it was first responded to"},
	{"converted", "true for converted leads"},
	{"converted_date", "when the lead was converted"},
	{"owner", "who owns the deal; for --by owner"},
	{"team", "the team; for --by team"},
	{"segment", "the segment; for --by segment"},
}

// Targets of a stage map besides the stage ids.
const (
	Won    = "won"
	Lost   = "lost"
	Ignore = "ignore"
)
