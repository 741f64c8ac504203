package crm

// layout recognises one way in which systems lay out deals.
type layout struct {
	name string
	// open turns a header into a decoder; nil where the header is not of this layout. A header that is of this layout, and
	// lacks what the layout needs, is refused with header.refuse, so that no general layout takes it for less than it is.
	open func(*header) decoder
}

// decoder turns the present record into events. It emits none for a line that is about no deal.
type decoder interface {
	decode(rec *records, emit func(*event))
	about() *decoding
}

// decoding is what a decoder tells about its file.
type decoding struct {
	list    bool // one present stage for each deal
	wide    bool // one row for each deal, one column for each stage
	named   bool // deals have no ids and are told apart by their names
	weak    bool // a history if any deal has more than one date, else a list
	dates   dateColumns
	money   moneyColumn
	deleted int // rows left out because they were deleted
	other   int // lines that are about no deal: titles, totals, copyright
	noStage int // rows with a deal and nothing to say of it
	bare    int // rows of a history that name no stage
	noDate  int // rows of a history without a date of change
	twice   int // rows that repeat another word for word
	others  int // edits of fields that say nothing here
	moved   int // deals that were in another pipeline before
	leads   *leadFile
}

// dateColumns are the three dates that an event can have.
type dateColumns struct{ when, close, created dateColumn }

func (d *dateColumns) all() []*dateColumn { return []*dateColumn{&d.when, &d.created, &d.close} }

func (d *decoding) dateColumns() []*dateColumn {
	if d.leads != nil {
		return d.leads.columns()
	}
	return d.dates.all()
}

// moneyColumn remembers what a column of amounts shows of its decimal separator.
type moneyColumn struct {
	point, comma bool // proven to be the decimal separator
	implied      string
	bad          int
	badLine      int
	badValue     string
}

// event is one row as a decoder understood it. Slices live until the next record.
type event struct {
	deal, stage, pipeline []byte
	from                  []byte // the stage that was left
	now                   []byte // the stage of the deal today, whatever the row is about
	row                   uint32 // a hash of the row's own id, 0 where it has none
	when                  stamp
	close, created        date
	money                 money
	currency              []byte
	probability           int // per cent, -1 where there is none
	outcome               outcome
	bits                  uint8 // fromList, pieces, anyOrder
}

// outcome is what flags say of a deal.
type outcome uint8

const (
	outcomeUnknown outcome = iota
	outcomeOpen
	outcomeWon
	outcomeLost
)

// layouts are tried in order on each line that may be a header: the particular before the general.
var layouts = []layout{
	{"lead export", openLeads},
	{"HubSpot deals with the dates of their stages", openHubSpot},
	{"Salesforce Opportunity Field History", openFieldHistory},
	{"Salesforce Opportunity History report", openFromTo},
	{"Salesforce OpportunityHistory object", openSalesforceHistory},
	{"stage history", openHistory},
	{"deal list without history", openList},
}
