package funnel

import (
	"fmt"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"github.com/gapbook/gapbook/model/funnel"
	"github.com/gapbook/gapbook/tui/dialog"
)

// compare computes the comparison of the pair, where there are two.
func (p *Page) compare() {
	e := p.Env.E()
	p.both, p.bothErr = nil, nil
	n := len(e.Funnels)
	if n < 2 {
		p.comparing = false
		return
	}
	for i := range p.pair {
		p.pair[i] = min(p.pair[i], n-1)
	}
	if p.pair[0] == p.pair[1] {
		p.pair = [2]int{0, n - 1}
	}
	p.both, p.bothErr = funnel.Compare(e, &e.Funnels[p.pair[0]], &e.Funnels[p.pair[1]])
	p.changes = changesOf(p.both)
}

// askCompare compares the two there are, or asks which two of more.
func (p *Page) askCompare() {
	switch {
	case p.comparing:
		p.comparing = false
	case len(p.results) == 2:
		p.pair, p.comparing = [2]int{0, 1}, true
		p.compare()
		p.build()
	case len(p.results) > 2:
		p.choose("Before", -1, func(before int) {
			p.choose("After", before, func(after int) {
				p.pair, p.comparing, p.view = [2]int{before, after}, true, ""
				p.compare()
				p.build()
			})
		})
	}
}

func (p *Page) choose(title string, but int, then func(int)) {
	var options []dialog.Option
	for i, r := range p.results {
		if i != but {
			options = append(options, dialog.Option{Value: strconv.Itoa(i), Label: label(r), Detail: fmt.Sprintf("%s to %s", r.From, r.To)})
		}
	}
	p.Env.Ask(&dialog.Choose{Title: title, Options: options, Then: func(v string) tea.Cmd {
		if i, err := strconv.Atoi(v); err == nil {
			then(i)
		}
		return nil
	}})
}
