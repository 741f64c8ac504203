package crm

import "slices"

// nameNames are the columns of deal names, which stand for ids where a Salesforce report has none.
var nameNames = []string{"opportunityname", "dealname", "oppname", "opportunity", "deal", "name"}

// openFromTo recognises the Opportunity History report: one row for each save, with the stage before and after, and the
// amount and close date from then on. A stage that the first row leaves was entered when the deal was created.
func openFromTo(h *header) decoder {
	d := &rowDecoder{stage: h.sure("stage", "tostage", "newstage")}
	from := h.sure("from", "fromstage", "oldstage", "previousstage")
	if d.stage < 0 || from < 0 {
		if h.has("fromstage") && d.stage < 0 {
			return h.refuse("stage", `no column "To Stage" beside "From Stage"`, "add To Stage to the report, or name it with --map stage=COLUMN")
		}
		return nil
	}
	if d.when = h.sure("date", slices.Concat(whenNames, weakWhenNames)...); d.when < 0 {
		return h.refuse("date", "no column for the date of change (Last Modified)", "add Last Modified to the report, or name it with --map date=COLUMN")
	}
	if !d.dealOrName(h) {
		return h.refuse("deal", "no column for the deal (Opportunity ID or Opportunity Name)", "add Opportunity ID to the report, or name it with --map deal=COLUMN")
	}
	d.created = h.sure("created", createdNames...)
	d.open(h)
	d.from = from
	if d.now = h.sure("present", "stage", "currentstage", "stagename"); d.now == d.stage || d.now == d.from {
		d.now = -1
		delete(h.matched, "present")
	}
	return d
}

// dealOrName finds what tells deals apart: ids, else names.
func (d *rowDecoder) dealOrName(h *header) bool {
	ids := []string{}
	for _, n := range dealNames {
		if n != "deal" && n != "opportunity" { // there these are lookups, shown as names
			ids = append(ids, n)
		}
	}
	d.deal = h.sure("deal", append(ids, nameNames...)...)
	d.named = d.deal >= 0 && slices.Contains(nameNames, h.folded[d.deal])
	return d.deal >= 0
}
