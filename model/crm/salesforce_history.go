package crm

// openSalesforceHistory recognises the OpportunityHistory object: one row for each change of stage, amount, close date or
// probability, with the values from then on. Its CreatedDate is the date of the change, not of the deal.
func openSalesforceHistory(h *header) decoder {
	if h.named("OpportunityId") < 0 || h.named("StageName") < 0 || h.named("CreatedDate") < 0 {
		return nil
	}
	for _, name := range whenNames {
		if h.named(name) >= 0 {
			return nil
		}
	}
	d := &rowDecoder{
		deal:    h.find("deal", "opportunityid"),
		stage:   h.find("stage", "stagename"),
		when:    h.find("date", "createddate"),
		created: h.find("created", "opportunitycreateddate"),
	}
	if d.deal < 0 || d.stage < 0 || d.when < 0 {
		return nil
	}
	d.open(h)
	if _, asked := h.mapped["row"]; !asked {
		d.row = h.find("row", "id", "opportunityhistoryid")
	}
	return d
}
