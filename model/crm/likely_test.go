package crm_test

import (
	"testing"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/crm"
)

func TestLikely(t *testing.T) {
	stages := []model.Stage{
		{ID: "qualify", Name: "Qualify"},
		{ID: "discovery", Name: "Discovery"},
		{ID: "demo", Name: "Technical demo"},
		{ID: "trial", Name: "Technical trial"},
		{ID: "proposal", Name: "Proposal"},
		{ID: "negotiate", Name: "Negotiate"},
		{ID: "pruefung", Name: "Prüfung"},
	}
	for name, want := range map[string]string{
		"Proposal/Price Quote":  "proposal",
		"Negotiation/Review":    "negotiate",
		"Qualification":         "qualify",
		"1 - Discovery call":    "discovery",
		"Demo held":             "demo",
		"Technical trial done":  "trial",
		"Technical something":   "", // of two
		"Vertragsprüfung":       "",
		"PRÜFUNG (intern)":      "pruefung",
		"Value Proposition":     "proposal", // near enough to propose, not to decide
		"Perception Analysis":   "",
		"Id. Decision Makers":   "",
		"":                      "",
		"Stage 3":               "",
		"Discovery or Proposal": "",
	} {
		if got := crm.Likely(name, stages); got != want {
			t.Errorf("%q is likely %q, want %q", name, got, want)
		}
	}
}
