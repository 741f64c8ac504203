package crm

import (
	"math"
	"strings"

	"github.com/gapbook/gapbook/model"
)

// money adds the amount of a won deal, in the client's currency.
func (k *counter) money(co *course) {
	t := &k.t
	won := co.state == len(t.stages)
	if math.IsNaN(co.amount) {
		if won {
			t.noAmount++
		}
		return
	}
	t.hasAmounts = true
	rate := 1.0
	if co.currency > 0 {
		if code := k.c.currencies[co.currency-1]; code != k.client {
			r, ok := k.rates[code]
			if !ok {
				t.foreign[code]++
				return
			}
			rate = r
		}
	}
	if won {
		t.amounts = append(t.amounts, co.amount*rate)
	}
}

// ratesOf joins the engagement's rates with those given, by upper-case code.
func ratesOf(remembered *model.CRM, given map[string]float64) (map[string]float64, error) {
	rates := map[string]float64{}
	if remembered != nil {
		for code, r := range remembered.Rates {
			rates[strings.ToUpper(code)] = r
		}
	}
	for code, r := range given {
		if !(r > 0) || math.IsInf(r, 0) {
			return nil, &UsageError{"the rate of " + shown(code) + " is not above 0", "give the client's currency for one unit: MXN=0.055"}
		}
		rates[strings.ToUpper(strings.TrimSpace(code))] = r
	}
	return rates, nil
}
