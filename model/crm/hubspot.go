package crm

import (
	"bytes"
	"hash/maphash"
	"strings"
)

// wideDecoder decodes HubSpot's export of deals: one row for each deal, one column for each stage with the date of its
// latest entry. It emits an event for each stage of the deal's own pipeline.
type wideDecoder struct {
	rowDecoder
	columns   []stageColumn
	pipelines map[string][]byte // by folded name, of the columns
	rows      map[uint64]bool
	folds     map[string]string
	presents  map[string][2][]byte // stage and pipeline by what the cell says
	events    []event
}

type stageColumn struct {
	at              int
	stage, pipeline []byte
	folded, fpipe   string
}

// openHubSpot recognises the columns Date entered "Stage (Pipeline)" and hs_v2_date_entered_stage.
func openHubSpot(h *header) decoder {
	d := &wideDecoder{
		rows: map[uint64]bool{}, folds: map[string]string{}, pipelines: map[string][]byte{},
		presents: map[string][2][]byte{},
	}
	certain := 0
	for i, name := range h.names {
		stage, pipeline, sure := dateEntered(name)
		if stage == "" {
			continue
		}
		if sure {
			certain++
		}
		c := stageColumn{i, []byte(stage), []byte(pipeline), fold(stage), fold(pipeline)}
		d.columns = append(d.columns, c)
		if pipeline != "" {
			d.pipelines[c.fpipe] = c.pipeline
		}
	}
	if certain == 0 && len(d.columns) < 2 || h.named(h.mapped["date"]) >= 0 { // a date that is asked for makes it a history
		return nil
	}
	if d.deal = h.sure("deal", dealNames...); d.deal < 0 {
		return h.refuse("deal", "no column for the deal's id (Record ID) beside the dates of its stages", "export the deals with Record ID, or name it with --map deal=COLUMN")
	}
	d.now = -1
	d.when, d.stage = d.columns[0].at, h.sure("stage", "dealstage", "stage", "stagename", "pipelinestage")
	h.matched["date"] = d.when
	d.created = h.sure("created", append([]string{"createdate", "hscreatedate"}, createdNames...)...)
	d.open(h)
	if d.pipeline < 0 && len(d.pipelines) > 1 {
		return h.refuse("pipeline", "no column for the deal's pipeline, and there are stages of several", "export the deals with Pipeline, or name it with --map pipeline=COLUMN")
	}
	d.close, d.wide = -1, true // the present close date says nothing of the one on entering a stage
	delete(h.matched, "close")
	d.dates.when.name = h.name(d.when) + " and its like"
	return d
}

// dateEntered takes the stage and its pipeline out of the name of a column. sure is false for plain words that may mean
// something else.
func dateEntered(name string) (stage, pipeline string, sure bool) {
	lower := strings.ToLower(name)
	for _, prefix := range []string{"hs_v2_date_entered_", "hs_date_entered_"} {
		if strings.HasPrefix(lower, prefix) && len(name) == len(lower) {
			stage = name[len(prefix):]
			return strings.ReplaceAll(notThePresent(stage), "_", " "), "", true
		}
	}
	if !strings.HasPrefix(lower, "date entered ") || len(name) != len(lower) {
		return "", "", false
	}
	const quotes = "\"'“”„‘’‚«»` "
	raw := strings.TrimSpace(name[len("date entered "):])
	stage = strings.Trim(raw, quotes)
	sure = stage != raw
	if stage, pipeline := splitPipeline(stage); pipeline != "" {
		return strings.Trim(stage, quotes), strings.Trim(pipeline, quotes), true
	}
	return notThePresent(stage), "", sure
}

// splitPipeline splits Stage (Pipeline); either may hold parentheses of its own.
func splitPipeline(s string) (stage, pipeline string) {
	if !strings.HasSuffix(s, ")") {
		return s, ""
	}
	depth := 0
	for i := len(s) - 1; i > 0; i-- {
		switch s[i] {
		case ')':
			depth++
		case '(':
			if depth--; depth == 0 {
				return strings.TrimSpace(s[:i]), strings.TrimSpace(s[i+1 : len(s)-1])
			}
		}
	}
	return s, ""
}

// notThePresent drops the columns that are about whatever stage the deal is in.
func notThePresent(stage string) string {
	switch fold(stage) {
	case "currentstage", "stage", "dealstage", "pipeline":
		return ""
	}
	return stage
}

func (d *wideDecoder) decode(rec *records, emit func(*event)) {
	now, behind := d.present(rec)
	e := event{deal: rec.field(d.deal), probability: -1, now: now}
	line, dates := rec.at, 0
	for _, c := range d.columns {
		if !isBlank(rec.field(c.at)) {
			dates++
		}
	}
	if len(e.deal) == 0 || e.now == nil && dates == 0 {
		d.leaveOutWide(&e, dates)
		return
	}
	if d.repeated(rec) {
		d.twice++
		return
	}
	if isTrue(rec.field(d.isDeleted)) {
		d.deleted++
		return
	}
	e.created = d.dates.created.read(rec.field(d.created), line).date()
	e.currency = rec.field(d.currency)
	if b := rec.field(d.amount); !isBlank(b) {
		e.money = d.money.read(b, line)
	}
	named := rec.field(d.pipeline)
	if isBlank(named) {
		named = behind
	}
	d.entries(rec, &e)
	own, known := d.own(named)
	if !known {
		d.noStage++
		return
	}
	e.pipeline = own
	n := 0
	for i := range d.events {
		v := &d.events[i]
		if len(v.pipeline) > 0 && d.fold(v.pipeline) != d.fold(own) {
			continue
		}
		n++
		v.pipeline = own
		if v.now != nil && d.fold(v.stage) == d.fold(v.now) {
			v.now, v.outcome = v.stage, d.outcome(rec)
		} else if v.now != nil {
			v.now = d.spelled(v.now, own)
		}
		emit(v)
	}
	if n < len(d.events) {
		d.moved++
	}
	if n == 0 && e.now != nil {
		e.stage, e.now, e.bits, e.outcome = d.spelled(e.now, own), nil, fromList, d.outcome(rec)
		emit(&e)
	}
}

func (d *wideDecoder) leaveOutWide(e *event, dates int) {
	if len(e.deal) > 0 && d.created >= 0 || dates > 0 {
		d.noStage++
	} else {
		d.other++
	}
}

// entries makes an event of each date in the row.
func (d *wideDecoder) entries(rec *records, e *event) {
	d.events = d.events[:0]
	for i := range d.columns {
		c := &d.columns[i]
		if when := d.dates.when.read(rec.field(c.at), rec.at); when > 0 {
			v := *e
			v.stage, v.pipeline, v.when, v.bits = c.stage, c.pipeline, when, anyOrder
			d.events = append(d.events, v)
		}
	}
}

// present is the deal's stage, without the pipeline that HubSpot may write behind it.
func (d *wideDecoder) present(rec *records) (stage, pipeline []byte) {
	b := rec.field(d.stage)
	if isBlank(b) {
		return nil, nil
	}
	split, known := d.presents[string(b)]
	if !known {
		split[0] = bytes.Clone(b)
		if stage, pipeline := splitPipeline(string(b)); pipeline != "" && (d.pipelines[fold(pipeline)] != nil ||
			fold(pipeline) == fold(string(rec.field(d.pipeline)))) {
			split = [2][]byte{[]byte(stage), []byte(pipeline)}
		}
		if len(d.presents) < maxStageNames {
			d.presents[string(b)] = split
		}
	}
	return split[0], split[1]
}

// own is the pipeline of the deal: the row's, else the only one that its dates, or all columns, are of.
func (d *wideDecoder) own(named []byte) (pipeline []byte, known bool) {
	if len(named) > 0 {
		if p, ok := d.pipelines[d.fold(named)]; ok {
			return p, true
		}
		return named, true
	}
	for i := range d.events {
		switch p := d.events[i].pipeline; {
		case len(p) == 0:
		case pipeline == nil:
			pipeline = p
		case d.fold(p) != d.fold(pipeline):
			return nil, false
		}
	}
	if pipeline == nil && len(d.pipelines) == 1 {
		for _, p := range d.pipelines {
			pipeline = p
		}
	}
	return pipeline, true
}

// spelled is the stage as its column spells it.
func (d *wideDecoder) spelled(stage, pipeline []byte) []byte {
	f, p := d.fold(stage), d.fold(pipeline)
	for i := range d.columns {
		if c := &d.columns[i]; c.folded == f && (c.fpipe == p || c.fpipe == "") {
			return c.stage
		}
	}
	return stage
}

// fold remembers what it folded: a file has few stages and many rows.
func (d *wideDecoder) fold(b []byte) string {
	f, ok := d.folds[string(b)]
	if !ok {
		if f = fold(string(b)); len(d.folds) < maxStageNames {
			d.folds[string(b)] = f
		}
	}
	return f
}

// repeated says whether a row stood there before, word for word.
func (d *wideDecoder) repeated(rec *records) bool {
	var h maphash.Hash
	h.SetSeed(seed)
	for _, f := range rec.fields {
		_, _ = h.Write(f)
		_ = h.WriteByte(0)
	}
	sum := h.Sum64()
	if d.rows[sum] {
		return true
	}
	d.rows[sum] = true
	return false
}
