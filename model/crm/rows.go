package crm

import (
	"bytes"
	"hash/maphash"
	"strconv"
	"strings"
)

// rowDecoder serves every layout with one event in each row: it knows which column holds which field, -1 for none.
type rowDecoder struct {
	decoding
	deal, row, when, stage, from, now, pipeline, amount, close, currency, created int
	probability, isWon, isClosed, status, isDeleted                               int
	ev                                                                            event
}

// synonyms of the fields that all layouts share, folded, the best first.
var (
	dealNames = []string{
		"dealid", "opportunityid", "oppid", "opportunityid18", "caseopportunityid", "opportunityid18digit",
		"recordid", "deal", "opportunity", "dealnumber", "dealno", "opportunitynumber", "leadid", "vid", "hsobjectid", "id",
	}
	stageNames = []string{
		"tostage", "newstage", "stage", "stagename", "dealstage", "opportunitystage", "salesstage",
		"pipelinestage", "currentstage", "stagelabel", "phase", "verkaufsphase", "etape", "etapa", "fase", "status", "dealstatus",
	}
	whenNames = []string{
		"changeddate", "changedat", "changedate", "datechanged", "changedon", "changed", "stagechangedate",
		"stagechangedat", "stagechanged", "stagechangeddate", "dateofchange", "enteredat", "entereddate", "entered", "dateentered",
		"stageentered", "stageentereddate", "stageenteredat", "enteredstageat", "enteredstage", "stagedate", "movedat", "moveddate",
		"eventdate", "eventtime", "eventat", "transitiondate", "transitionedat", "effectivedate", "editdate", "snapshotdate",
		"geandertam", "anderungsdatum",
	}
	weakWhenNames = []string{
		"date", "timestamp", "datetime", "time", "lastmodified", "lastmodifieddate", "modified", "modifieddate",
		"modifiedat", "updated", "updatedat", "updateddate", "datum", "fecha",
	}
	createdNames = []string{
		"created", "createdate", "createddate", "createdat", "createdon", "datecreated", "creationdate",
		"dealcreated", "dealcreateddate", "dealcreatedat", "opportunitycreateddate", "opencreated", "opendate", "opened",
		"erstelltam", "erstelldatum", "datecreation", "fechadecreacion", "dealcreationdate",
	}
	closeNames = []string{
		"closedate", "closingdate", "expectedclosedate", "expectedclose", "estimatedclosedate", "estclosedate",
		"closedon", "closeddate", "dateclosed", "targetclosedate", "close", "abschlussdatum", "schlusstermin", "fechadecierre",
	}
	amountNames = []string{
		"amount", "amountusd", "amounteur", "amountgbp", "value", "dealvalue", "dealamount", "opportunityamount",
		"amountincompanycurrency", "valueusd", "valueeur", "valuegbp", "acv", "tcv", "arr", "betrag", "montant", "importe", "revenue",
		"dealsize",
	}
	currencyNames = []string{
		"currencyisocode", "currency", "currencycode", "amountcurrency", "dealcurrency",
		"opportunitycurrency", "wahrung", "devise", "moneda",
	}
	probabilityNames = []string{"probability", "probabilitypercent", "dealprobability", "stageprobability", "wahrscheinlichkeit"}
)

// open finds the columns that all layouts share. deal and stage are left to the layout.
func (d *rowDecoder) open(h *header) {
	d.row, d.isDeleted = h.find("row"), h.find("deleted", "isdeleted", "deleted")
	d.close, d.amount = h.find("close", closeNames...), h.find("amount", amountNames...)
	d.currency = h.find("currency", currencyNames...)
	d.probability = h.find("probability", probabilityNames...)
	d.pipeline = h.find("pipeline", "pipeline", "pipelinename", "dealpipeline", "salesprocess")
	d.isWon, d.isClosed = h.find("is_won", "iswon", "won", "dealwon", "isclosedwon", "hsisclosedwon"), h.find("is_closed", "isclosed", "closed", "dealclosed", "isdealclosed", "hsisclosed")
	d.status = h.find("status", "status", "dealstatus", "opportunitystatus")
	if d.status == d.stage {
		d.status = -1
		delete(h.matched, "status")
	}
	d.from, d.now = -1, -1
	d.dates.when.name, d.dates.close.name, d.dates.created.name = h.name(d.when), h.name(d.close), h.name(d.created)
	if d.amount >= 0 {
		if f := h.folded[d.amount]; strings.HasSuffix(f, "usd") || strings.HasSuffix(f, "eur") || strings.HasSuffix(f, "gbp") {
			d.money.implied = strings.ToUpper(f[len(f)-3:])
		}
	}
}

func (d *rowDecoder) about() *decoding { return &d.decoding }

func (d *rowDecoder) decode(rec *records, emit func(*event)) {
	e := &d.ev
	*e = event{deal: rec.field(d.deal), stage: rec.field(d.stage), probability: -1}
	line := rec.at
	if isBlank(e.stage) {
		e.stage = nil
	}
	e.when = d.dates.when.read(rec.field(d.when), line)
	if d.list && e.stage == nil || e.stage == nil && e.when == 0 || len(e.deal) == 0 {
		d.leaveOut(e)
		return
	}
	if isTrue(rec.field(d.isDeleted)) {
		d.deleted++
		return
	}
	if e.stage == nil {
		d.bare++
	}
	if d.row >= 0 {
		e.row = rowHash(rec.field(d.row))
	}
	e.close = d.dates.close.read(rec.field(d.close), line).date()
	e.created = d.dates.created.read(rec.field(d.created), line).date()
	if d.from >= 0 || d.now >= 0 {
		d.beside(rec, e)
	}
	e.pipeline = rec.field(d.pipeline)
	e.currency = rec.field(d.currency)
	if d.now < 0 || d.from < 0 || bytes.Equal(e.stage, e.now) { // else the flags are of another stage than the row's
		e.outcome = d.outcome(rec)
	}
	if b := rec.field(d.amount); !isBlank(b) {
		e.money = d.money.read(b, line)
	}
	if b := rec.field(d.probability); len(b) > 0 {
		e.probability = percent(b)
	}
	emit(e)
}

// beside reads the stages that a row names besides the one that was entered.
func (d *rowDecoder) beside(rec *records, e *event) {
	if b := rec.field(d.from); !isBlank(b) {
		e.from = b
	}
	if b := rec.field(d.now); !isBlank(b) {
		e.now = b
	}
}

// leaveOut counts a line that says nothing of a deal: part of the frame of a report, or a row with a hole in it.
func (d *rowDecoder) leaveOut(e *event) {
	if len(e.deal) > 0 && (e.stage != nil || e.when != 0) || len(e.deal) == 0 && e.stage != nil && e.when != 0 {
		d.noStage++
	} else {
		d.other++
	}
}

// outcome reads the flags of a row.
func (d *rowDecoder) outcome(rec *records) outcome {
	if d.isWon >= 0 {
		closed := rec.field(d.isClosed)
		switch {
		case isTrue(rec.field(d.isWon)):
			return outcomeWon
		case isTrue(closed):
			return outcomeLost
		case len(closed) > 0:
			return outcomeOpen
		}
	}
	if d.status >= 0 {
		f := fold(string(rec.field(d.status)))
		if f == "open" || f == "offen" || f == "inprogress" || f == "active" {
			return outcomeOpen
		}
		return closedName(f)
	}
	return outcomeUnknown
}

// read parses an amount and remembers what it shows.
func (c *moneyColumn) read(b []byte, line int) money {
	m := parseMoney(b)
	if !m.ok {
		if c.bad++; c.badLine == 0 {
			c.badLine, c.badValue = line, shown(string(b))
		}
		return m
	}
	c.point = c.point || m.proof == '.'
	c.comma = c.comma || m.proof == ','
	return m
}

func percent(b []byte) int {
	v, err := strconv.ParseFloat(strings.TrimSpace(strings.TrimSuffix(strings.ReplaceAll(string(b), ",", "."), "%")), 64)
	if err != nil || !(v >= 0 && v <= 100) {
		return -1
	}
	return int(v + 0.5)
}

var seed = maphash.MakeSeed()

func rowHash(b []byte) uint32 {
	if len(b) == 0 {
		return 0
	}
	return uint32(maphash.Bytes(seed, b)) | 1
}
