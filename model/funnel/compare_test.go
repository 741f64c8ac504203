package funnel_test

import (
	"math"
	"strings"
	"testing"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/funnel"
)

func two() (*model.Engagement, *model.Funnel, *model.Funnel) {
	e := &model.Engagement{Stages: []model.Stage{{ID: "disc"}, {ID: "demo"}, {ID: "prop"}}}
	e.Funnels = []model.Funnel{
		{
			Label: "baseline", From: "2025-01-01", To: "2025-12-31", Horizon: 180, Won: ptr(50), Lost: ptr(150), Open: ptr(50), CycleDays: ptr(80.0),
			Leads: &model.Leads{MQL: ptr(80), SQL: ptr(48)},
			Stages: []model.FunnelStage{
				{Stage: "disc", Reached: 250, Advanced: 48, Lost: 32, Open: 170, MedianDays: ptr(20.0), Slipped: ptr(100)},
				{Stage: "demo", Reached: 30, Advanced: 10, Lost: 9},
			},
		},
		{
			Label: "day-90", From: "2026-01-01", To: "2026-06-30", Won: ptr(30), Lost: ptr(70), Open: ptr(26), CycleDays: ptr(60.0),
			Leads: &model.Leads{MQL: ptr(70), SQL: ptr(56)},
			Stages: []model.FunnelStage{
				{Stage: "prop", Reached: 10, Advanced: 10},
				{Stage: "disc", Reached: 250, Advanced: 56, Lost: 14, Open: 180, MedianDays: ptr(15.0), Slipped: ptr(77)},
				{Stage: "demo", Reached: 90, Advanced: 50, Lost: 40},
			},
		},
	}
	return e, &e.Funnels[0], &e.Funnels[1]
}

func TestCompareByHand(t *testing.T) {
	e, a, b := two()
	c, err := funnel.Compare(e, a, b)
	if err != nil {
		t.Fatal(err)
	}
	disc, demo, prop := c.Stages[0], c.Stages[1], c.Stages[2]
	// 48/80 to 56/70, Newcombe's own example: + 0.2 (0.0524 to 0.3339), a third more
	eq(t, "conversion", disc.Conversion.Change, 0.2)
	eq(t, "relative", disc.Conversion.Relative, 1.0/3)
	if math.Abs(*disc.Conversion.Low-0.0524) > 6e-5 || disc.Conversion.Verdict != funnel.Moved || disc.Conversion.Few {
		t.Errorf("%+v", disc.Conversion)
	}
	// slippage 100/250 to 77/250: 0.4 to 0.308, - 0.092, relative - 23 %. Both Wilson half-widths are near 0.06, so the
	// interval is - 0.092 +- 0.083 and excludes 0.
	eq(t, "slippage", disc.Slippage.Change, -0.092)
	eq(t, "relative", disc.Slippage.Relative, -0.23)
	if disc.Slippage.Verdict != funnel.Moved {
		t.Errorf("%+v", disc.Slippage)
	}
	eq(t, "median", disc.MedianDays.Change, -5)
	if *disc.MedianDays.NA != 80 || *disc.MedianDays.NB != 70 || prop.MedianDays.NA != nil {
		t.Errorf("%+v", disc.MedianDays)
	}
	// 10/19 to 50/90: hardly anything, and 19 are few
	if demo.Conversion.Verdict != funnel.Chance || !demo.Conversion.Few {
		t.Errorf("%+v", demo.Conversion)
	}
	// prop is in b alone: nothing to say
	if prop.Conversion.Verdict != funnel.Silent || prop.Conversion.Change != nil || prop.Conversion.B == nil {
		t.Errorf("%+v", prop.Conversion)
	}
	eq(t, "win rate", c.WinRate.Change, 0.05) // 50/200 to 30/100
	if c.WinRate.Verdict != funnel.Chance {
		t.Errorf("%+v", c.WinRate)
	}
	eq(t, "mql to sql", c.MQLToSQL.Change, 0.2)
	eq(t, "cycle", c.CycleDays.Relative, -0.25)
	// horizons 180 and none; 50 of 250 open is 20 %, not more; 26 of 126 is
	if len(c.Notes) != 2 || !strings.Contains(c.Notes[0], "180") || !strings.Contains(c.Notes[1], "26 of 126") {
		t.Errorf("%q", c.Notes)
	}
}

func TestComparePeriods(t *testing.T) {
	e, a, b := two()
	b.From = "2025-12-31" // one day in both
	if _, err := funnel.Compare(e, a, b); err == nil {
		t.Error("overlap not refused")
	}
	if _, err := funnel.Compare(e, a, a); err == nil {
		t.Error("a snapshot beside itself not refused")
	}
	if _, err := funnel.Compare(e, nil, b); err == nil {
		t.Error("nothing not refused")
	}
	b.From = ""
	c, err := funnel.Compare(e, a, b)
	if err != nil || !strings.Contains(c.Notes[0], "not known") {
		t.Errorf("%v %q", err, c.Notes)
	}
	b.From = "2026-01-01"
	if c, err = funnel.Compare(e, b, a); err != nil || !strings.Contains(c.Notes[0], "earlier") {
		t.Errorf("%v %q", err, c.Notes)
	}
}
