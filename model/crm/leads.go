package crm

import "strings"

// lead is what counts of one lead.
type lead struct {
	created, mql, sql stamp
	responses         [2]stamp
	status            uint16 // 1 + status
	converted         bool
}

// leadFile is an export of leads as it was read. Rows of one id are one lead.
type leadFile struct {
	leads    []lead
	index    map[string]uint32
	statuses []string
	known    map[string]uint16
	stages   bool // the statuses are lifecycle stages, so that each says whether a lead is an MQL

	created, mql, sql, response, converted dateColumn
}

func (l *leadFile) columns() []*dateColumn {
	return []*dateColumn{&l.created, &l.mql, &l.sql, &l.response, &l.converted}
}

// leadDecoder reads one lead a row.
type leadDecoder struct {
	decoding
	id, created, mql, sql, status, isConverted, converted, deleted int
	responses                                                      []int
	byMail                                                         bool // the id is an address, which some leads have not
}

// synonyms of the columns of leads, folded.
var (
	mqlNames = []string{
		"mqldate", "datemql", "mqlat", "becamemql", "becamemqldate", "becameamqldate", "dateofmql", "mqlcreateddate",
		"becameamarketingqualifiedleaddate", "marketingqualifiedleaddate", "marketingqualifieddate", "marketingqualifiedat",
		"hslifecyclestagemarketingqualifiedleaddate", "hsv2dateenteredmarketingqualifiedlead",
	}
	sqlNames = []string{
		"sqldate", "datesql", "sqlat", "becamesql", "becamesqldate", "becameasqldate", "dateofsql", "sqlcreateddate",
		"becameasalesqualifiedleaddate", "salesqualifiedleaddate", "salesqualifieddate", "salesqualifiedat",
		"hslifecyclestagesalesqualifiedleaddate", "hsv2dateenteredsalesqualifiedlead",
	}
	responseNames = []string{
		"firstresponsedate", "firstresponse", "firstresponseat", "firstresponsetime", "firstrespondedat",
		"firstcontacted", "firstcontactdate", "firstcontactedat", "firstcontactedon", "firstactivitydate", "firstoutreachdate",
		"firstoutreach", "dateoffirstengagement", "hssafirstengagementdate", "firstcalldatetime", "firstemaildatetime",
		"firstcalldate", "firstemaildate", "firstcall", "firstemail",
	}
	// stageMarks and dealMarks are columns of deals, however many dates of leads stand beside them. A report of converted leads
	// has some of the latter: the deals that they became.
	stageMarks = []string{"dealstage", "stagename", "fromstage", "tostage", "stage", "salesstage", "opportunitystage", "pipeline"}
	dealMarks  = []string{"opportunityid", "opportunityname", "opportunity", "dealid", "dealname", "deal"}
)

// openLeads recognises dates of becoming an MQL or SQL, a lead's conversion, lifecycle stages and lead statuses.
func openLeads(h *header) decoder {
	asked := h.named(h.mapped["lead"]) >= 0
	d := &leadDecoder{mql: h.lead("mql", mqlNames), sql: h.lead("sql", sqlNames)}
	d.id = h.lead("lead", []string{"leadid", "contactid", "recordid", "hsobjectid", "vid", "id", "email", "emailaddress"})
	d.byMail = strings.HasPrefix(fold(h.name(d.id)), "email")
	d.status = h.lead("status", []string{"lifecyclestage", "leadlifecyclestage", "leadstatus", "status"})
	d.isConverted = h.lead("converted", []string{"isconverted", "converted", "leadconverted"})
	d.converted = h.lead("converted_date", []string{"converteddate", "dateconverted", "leadconverteddate", "conversiondate"})
	d.created = h.lead("created", createdNames)
	converted := h.has("leadid", "leadstatus") && (d.isConverted >= 0 || d.converted >= 0)
	if !asked && h.named(h.mapped["deal"]) >= 0 && h.named(h.mapped["stage"]) >= 0 {
		return nil
	}
	if !asked && (h.has(stageMarks...) || h.has(dealMarks...) && !converted) {
		return nil
	}
	conversion := d.status >= 0 && (d.isConverted >= 0 || d.converted >= 0)
	of := h.has("lifecyclestage", "leadlifecyclestage", "leadstatus") || h.has("leadid") && d.status >= 0
	if d.mql < 0 && d.sql < 0 && !conversion && !of && (!asked || d.status < 0) {
		return nil
	}
	d.deleted = h.look("deleted", []string{"isdeleted", "deleted"})
	for i, f := range h.folded {
		for _, name := range responseNames {
			if f == name && h.mapped["response"] == "" && len(d.responses) < 2 || i == h.named(h.mapped["response"]) {
				d.responses = append(d.responses, i)
				break
			}
		}
	}
	h.note(d)
	l := &leadFile{index: map[string]uint32{}, known: map[string]uint16{}, stages: h.has("lifecyclestage", "leadlifecyclestage")}
	l.created.name, l.mql.name, l.sql.name, l.converted.name = h.name(d.created), h.name(d.mql), h.name(d.sql), h.name(d.converted)
	if len(d.responses) > 0 {
		l.response.name = h.name(d.responses[0])
	}
	d.leads = l
	return d
}

// lead is a column of a lead export: the one asked for, if it is in this file, else by its usual names.
func (h *header) lead(field string, synonyms []string) int {
	for _, name := range []string{h.mapped[field], h.usual[field]} {
		if i := h.named(name); i >= 0 {
			return i
		}
	}
	for _, syn := range synonyms {
		for i, f := range h.folded {
			if f == syn || strings.HasPrefix(syn, "hsv2") && strings.HasPrefix(f, syn[len("hsv2"):]) && strings.Contains(f, "lifecycle") {
				return i
			}
		}
	}
	return -1
}

// note remembers the columns found, to be shown.
func (h *header) note(d *leadDecoder) {
	h.matched = map[string]int{}
	for field, i := range map[string]int{
		"lead": d.id, "mql": d.mql, "sql": d.sql, "status": d.status, "converted": d.isConverted,
		"converted_date": d.converted, "created": d.created,
	} {
		if i >= 0 {
			h.matched[field] = i
		}
	}
	if len(d.responses) > 0 {
		h.matched["response"] = d.responses[0]
	}
}

func (d *leadDecoder) about() *decoding { return &d.decoding }

func (d *leadDecoder) decode(rec *records, _ func(*event)) {
	line, id := rec.at, rec.field(d.id)
	l := d.leads
	v := lead{created: l.created.read(rec.field(d.created), line), mql: l.mql.read(rec.field(d.mql), line), sql: l.sql.read(rec.field(d.sql), line)}
	converted := l.converted.read(rec.field(d.converted), line)
	v.converted = isTrue(rec.field(d.isConverted)) || converted > 0
	status := rec.field(d.status)
	if len(id) == 0 && d.id >= 0 && !d.byMail || v.created == 0 && v.mql == 0 && v.sql == 0 && converted == 0 && isBlank(status) {
		if len(id) > 0 && len(rec.fields) > 1 || len(id) == 0 && (v.created > 0 || v.mql > 0) {
			d.noStage++
		} else {
			d.other++
		}
		return
	}
	if isTrue(rec.field(d.deleted)) {
		d.decoding.deleted++
		return
	}
	if !isBlank(status) {
		v.status = l.status(status)
	}
	for k, i := range d.responses { // two where there are a first call and a first email
		v.responses[k] = l.response.read(rec.field(i), line)
	}
	d.add(id, v)
}

// add keeps a lead, or joins it with the one of the same id.
func (d *leadDecoder) add(id []byte, v lead) {
	l := d.leads
	if len(id) == 18 && string(id[:3]) == "00Q" {
		id = id[:15]
	}
	if len(id) > 0 {
		if i, ok := l.index[string(id)]; ok {
			l.leads[i].join(v)
			d.twice++
			return
		}
		l.index[string(id)] = uint32(len(l.leads))
	}
	l.leads = append(l.leads, v)
}

// join takes from another row of the lead what this one does not have.
func (v *lead) join(o lead) {
	for _, p := range []struct {
		to *stamp
		of stamp
	}{{&v.created, o.created}, {&v.mql, o.mql}, {&v.sql, o.sql}, {&v.responses[0], o.responses[0]}, {&v.responses[1], o.responses[1]}} {
		if *p.to == 0 {
			*p.to = p.of
		}
	}
	if v.status == 0 {
		v.status = o.status
	}
	v.converted = v.converted || o.converted
}

// status numbers a status, from 1; beyond the bound they are one, the blank.
func (l *leadFile) status(b []byte) uint16 {
	i, ok := l.known[string(b)]
	if !ok && len(l.statuses) < maxStageNames {
		l.statuses = append(l.statuses, shown(string(b)))
		i = uint16(len(l.statuses))
		l.known[string(b)] = i
	}
	return i
}
