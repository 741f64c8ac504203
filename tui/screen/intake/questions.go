package intake

import "slices"

// question is the key of the first row that has to be answered.
func (p *Page) question() string {
	for _, r := range p.rows {
		if r.asks {
			return r.key
		}
	}
	return ""
}

// following are the keys of the questions below the selected row.
func (p *Page) following() (keys []string) {
	for i := p.list.Index() + 1; i < len(p.rows); i++ {
		if p.rows[i].asks {
			keys = append(keys, p.rows[i].key)
		}
	}
	return keys
}

// goOn selects the next question that is still open.
func (p *Page) goOn() {
	first := p.question()
	for _, key := range p.next {
		if slices.ContainsFunc(p.rows, func(r row) bool { return r.asks && r.key == key }) {
			first = key
			break
		}
	}
	p.list.Select(first)
}
