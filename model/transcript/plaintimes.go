package transcript

// lateStart is later than any recording begins: times from there on are of the day.
const lateStart = 6 * 3600 * 1000

// dayTimes turns times of day into times of the recording.
func (m *mender) dayTimes(heads []*head) {
	ofDay, begin := false, -1
	for _, h := range heads {
		if h != nil && h.hasBegin {
			ofDay = ofDay || h.halfDay || begin < 0 && h.begins.ms >= lateStart
			begin = max(begin, h.begins.ms*b2i(begin < 0))
		}
	}
	if !ofDay {
		return
	}
	m.note(dayTimes, 0)
	const day = 24 * 3600 * 1000
	since := func(ms int) int {
		if ms < begin-day/2 { // past midnight
			ms += day
		}
		return max(ms-begin, 0)
	}
	for i := range m.drafts {
		d := &m.drafts[i]
		if d.hasStart {
			d.start = since(d.start)
		}
		if d.hasEnd {
			d.end = since(d.end)
		}
	}
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

// ends places turns without a time between those that have one, and says where only beginnings are known.
func (m *mender) ends() {
	if !m.t.Timed {
		return
	}
	for i := 0; i < len(m.drafts); i++ {
		if d := m.drafts[i]; d.hasStart && !d.hasEnd {
			m.note(onlyBegins, 0)
		}
		if m.drafts[i].hasStart {
			continue
		}
		j := i
		for j < len(m.drafts) && !m.drafts[j].hasStart {
			m.note(between, m.drafts[j].line)
			j++
		}
		m.place(i, j)
		i = j - 1
	}
}

// place gives times to the drafts from i to j. The turn before them shares its time with them.
func (m *mender) place(i, j int) {
	from, begin := i, 0
	if i > 0 {
		from, begin = i-1, m.drafts[i-1].start
		if m.drafts[i-1].hasEnd {
			from, begin = i, m.drafts[i-1].end
		}
	}
	all := 0
	for _, d := range m.drafts[from:j] {
		all += max(words(d.text), 1)
	}
	end := begin + all*1000
	if j < len(m.drafts) {
		end = max(min(end, m.drafts[j].start), begin)
	}
	done := 0
	for k := from; k < j; k++ {
		d := &m.drafts[k]
		d.start, d.hasStart = begin+(end-begin)*done/all, true
		done += max(words(d.text), 1)
		d.end, d.hasEnd = begin+(end-begin)*done/all, true
	}
}
