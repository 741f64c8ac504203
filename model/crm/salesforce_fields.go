package crm

import "slices"

// fieldHistory decodes the Opportunity Field History report, and the object beneath it: one row for each field that a save
// changed. Its cells are stages, dates and amounts by turns.
type fieldHistory struct {
	rowDecoder
	field, old, new int
	kinds           map[string]fieldKind
}

type fieldKind uint8

const (
	otherField fieldKind = iota
	stageField
	closeField
	amountField
	creation
)

// openFieldHistory recognises the report by its columns of old and new values.
func openFieldHistory(h *header) decoder {
	d := &fieldHistory{
		kinds: map[string]fieldKind{}, field: h.sure("field", "fieldevent", "field", "fieldname", "feldereignis"),
		old: h.sure("old", "oldvalue", "alterwert"), new: h.sure("new", "newvalue", "neuerwert"),
	}
	if d.field < 0 || d.old < 0 && d.new < 0 {
		return nil
	}
	if d.old < 0 || d.new < 0 {
		return h.refuse("", "a field history needs both the old and the new value", "add Old Value and New Value to the report")
	}
	d.when = h.sure("date", slices.Concat([]string{"editdate"}, whenNames, []string{"createddate"})...)
	switch {
	case d.when >= 0 && h.folded[d.when] == "createddate": // of the edit, as the object has it
		d.created = h.sure("created", "opportunitycreateddate")
	case d.when >= 0:
		d.created = h.sure("created", createdNames...)
	default:
		return h.refuse("date", "no column for the date of the edit (Edit Date)", "add Edit Date to the report, or name it with --map date=COLUMN")
	}
	if !d.dealOrName(h) {
		return h.refuse("deal", "no column for the deal (Opportunity ID or Opportunity Name)", "add Opportunity ID to the report, or name it with --map deal=COLUMN")
	}
	d.stage = -1
	d.open(h)
	d.now = h.sure("present", "stage", "stagename", "currentstage")
	d.close, d.dates.close.name = -1, h.name(d.new)
	delete(h.matched, "close")
	return d
}

func (d *fieldHistory) kind(b []byte) fieldKind {
	k, known := d.kinds[string(b)]
	if !known {
		switch f := fold(string(b)); {
		case f == "created", f == "opportunitycreated", f == "opportunitycreatedfromlead", f == "erstellt":
			k = creation
		case f != "status" && f != "dealstatus" && slices.Contains(stageNames, f):
			k = stageField
		case slices.Contains(closeNames, f):
			k = closeField
		case slices.Contains(amountNames, f):
			k = amountField
		}
		if len(d.kinds) < maxStageNames {
			d.kinds[string(b)] = k
		}
	}
	return k
}

func (d *fieldHistory) decode(rec *records, emit func(*event)) {
	e, line, field := &d.ev, rec.at, rec.field(d.field)
	*e = event{deal: rec.field(d.deal), probability: -1, bits: pieces}
	e.when = d.dates.when.read(rec.field(d.when), line)
	if len(e.deal) == 0 || len(field) == 0 || e.when == 0 {
		if len(field) > 0 && (len(e.deal) > 0 || e.when > 0) {
			d.noStage++
		} else {
			d.other++
		}
		return
	}
	if isTrue(rec.field(d.isDeleted)) {
		d.deleted++
		return
	}
	d.beside(rec, e)
	e.created = d.dates.created.read(rec.field(d.created), line).date()
	e.currency = rec.field(d.currency)
	amount := rec.field(d.amount)
	was, is := rec.field(d.old), rec.field(d.new)
	if isBlank(was) {
		was = nil
	}
	if isBlank(is) {
		is = nil
	}
	switch k := d.kind(field); {
	case k == stageField && is != nil:
		e.from, e.stage = was, is
		if string(is) == string(e.now) {
			e.outcome = d.outcome(rec)
		}
	case k == closeField:
		d.moveClose(e, was, is, line, emit)
	case k == amountField && is != nil:
		amount = is
	case k == creation:
		if e.created == 0 {
			e.created = sameDay
		}
	default:
		d.others++
		if e.now == nil {
			return
		}
	}
	if !isBlank(amount) {
		e.money = d.money.read(amount, line)
	}
	emit(e)
}

// moveClose emits the close date that was valid until an edit, which is known from nowhere else, ahead of the edit.
func (d *fieldHistory) moveClose(e *event, was, is []byte, line int, emit func(*event)) {
	e.close = d.dates.close.read(is, line).date()
	if old := d.dates.close.read(was, line).date(); old > 0 || was == nil {
		past := event{deal: e.deal, when: e.when, close: old, created: before, probability: -1, bits: pieces}
		emit(&past)
	}
}
