package crm

// openHistory recognises any history: a deal, a stage, and the date on which the deal entered it. A date of the last change
// makes a history only if some deal has several.
func openHistory(h *header) decoder {
	d := openGeneric(h)
	if d == nil {
		return nil
	}
	if d.when = h.find("date", whenNames...); d.when < 0 {
		d.when = h.find("date", weakWhenNames...)
		d.weak = true
	}
	if d.when < 0 {
		return nil
	}
	d.created = h.find("created", createdNames...)
	d.open(h)
	if !d.weak {
		d.from = h.find("from", "previousstage", "prevstage", "oldstage", "fromstage", "priorstage")
	}
	return d
}

// openList recognises a list: a deal and its one present stage, and when it was created, unless the period is given.
func openList(h *header) decoder {
	d := openGeneric(h)
	if d == nil {
		return nil
	}
	d.list, d.when = true, -1
	if d.created = h.find("created", createdNames...); d.created < 0 && !h.period {
		return nil
	}
	d.open(h)
	return d
}

// openGeneric finds what no file can do without.
func openGeneric(h *header) *rowDecoder {
	d := &rowDecoder{deal: h.find("deal", dealNames...), stage: h.find("stage", stageNames...)}
	if d.deal < 0 || d.stage < 0 || d.deal == d.stage {
		return nil
	}
	return d
}
