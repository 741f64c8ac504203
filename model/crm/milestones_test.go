package crm

import (
	"errors"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/gapbook/gapbook/model"
)

func TestMilestoneListsAsPeopleHaveThem(t *testing.T) {
	want := []model.Milestone{
		{What: "Security review signed", Owner: "buyer", Due: "2026-04-20", Done: "2026-04-18"},
		{What: "Pack, with the SOC 2 report", Owner: "seller", Due: "2026-04-09"},
		{What: "CFO signs", Due: "2026-05-04"},
	}
	for name, text := range map[string]string{
		"CSV":       "Step,Owner,Due date,Completed\nSecurity review signed,Buyer,2026-04-20,2026-04-18\n\"Pack, with the SOC 2 report\",Marcus Webb,9 Apr 2026,\nCFO signs,,\"May 4, 2026\",no\n",
		"a sheet":   "\ufeffMilestone\tWho\tBy when\tDone on\r\nSecurity review signed\tcustomer\t20/04/2026\t18/04/2026\r\nPack, with the SOC 2 report\tus\t09/04/2026\t\r\nCFO signs\t\t04/05/2026\t\r\n",
		"Markdown":  "**Our plan**\n\n| Step | Owner, buyer | Owner, ours | Date agreed | Done |\n| --- | --- | --- | --- | --- |\n| Security review signed | Ana | | 2026-04-20 | 2026-04-18 |\n| Pack, with the SOC 2 report | | Marcus | 2026-04-09 | |\n| CFO signs | | | 2026-05-04 | |\n",
		"no header": "- Security review signed; buyer; 20.04.2026; 18.04.2026\n- Pack, with the SOC 2 report; 09.04.2026; seller\n- CFO signs;;04.05.2026\n",
	} {
		got, err := ReadMilestones(name, strings.NewReader(text), MilestoneOptions{Sellers: []string{"Marcus Webb", ""}})
		if err != nil {
			t.Errorf("%s: %v", name, err)
		} else if !reflect.DeepEqual(got.Milestones, want) {
			t.Errorf("%s: %+v\n%q", name, got.Milestones, got.Understood)
		}
	}
}

func TestMilestonesSayWhatIsMissing(t *testing.T) {
	got, err := ReadMilestones("list", strings.NewReader("What,Owner,Due,Done,First agreed\nLegal review,Jane Doe,soon,x,\nDemo,us,2026-05-01,,2026-04-24\n,us,2026-05-01,,\n"), MilestoneOptions{})
	if err != nil {
		t.Fatal(err)
	}
	if x := got.Milestones[1]; x.FirstDue != "2026-04-24" || x.Due != "2026-05-01" {
		t.Errorf("the date first agreed is kept: %+v", x)
	}
	said := strings.Join(got.Understood, "\n")
	for _, w := range []string{
		"2 milestones: 0 the buyer's, 1 the seller's, 1 nobody's yet.", `whose from "Owner"`, "1 without a date.", `"soon" on line 2`, "Jane Doe",
		"1 milestone done without a day", "without a milestone: 1 line.",
	} {
		if !strings.Contains(said, w) {
			t.Errorf("does not say %q:\n%s", w, said)
		}
	}
}

func TestMilestonesAreNeverGuessed(t *testing.T) {
	const text = "Step,Owner,Due\nDemo,us,03/04/2026\n"
	_, err := ReadMilestones("pasted list", strings.NewReader(text), MilestoneOptions{})
	var o *OrderError
	if !errors.As(err, &o) || o.MDY != "4 March 2026" || o.DMY != "3 April 2026" {
		t.Fatalf("%v", err)
	}
	got, err := ReadMilestones("pasted list", strings.NewReader(text), MilestoneOptions{DateOrder: "dmy"})
	if err != nil || got.Milestones[0].Due != "2026-04-03" {
		t.Errorf("%+v, %v", got, err)
	}
	for _, bad := range []string{"", "\n \n", "| --- |", "a\x00b", "PK\x03\x04", strings.Repeat("x\n", 600), "Step,Due\n\"Demo,2026-04-03\n"} {
		var e *Error
		if _, err := ReadMilestones("list", strings.NewReader(bad), MilestoneOptions{}); !errors.As(err, &e) {
			t.Errorf("%.20q is taken: %v", bad, err)
		}
	}
}

func FuzzMilestones(f *testing.F) {
	f.Add("Step,Owner,Due\nDemo,us,2026-04-03\n")
	f.Add("- [x] Demo; buyer; 03.04.2026\n1) Sign\t\n|a|b|")
	f.Fuzz(func(t *testing.T, text string) {
		got, err := ReadMilestones("list", strings.NewReader(text), MilestoneOptions{DateOrder: "dmy"})
		if err != nil {
			return
		}
		if len(got.Milestones) == 0 || len(got.Milestones) > maxMilestones {
			t.Fatalf("%d milestones", len(got.Milestones))
		}
		for _, m := range got.Milestones {
			if m.What == "" || strings.Contains(m.What, "\n") || !utf8.ValidString(m.What) {
				t.Fatalf("a milestone is a line of text: %q", m.What)
			}
			for _, d := range []model.Date{m.Due, m.Done, m.FirstDue} {
				if _, ok := d.Time(); d != "" && !ok {
					t.Fatalf("%q is no date", d)
				}
			}
			if m.Owner != "" && m.Owner != "buyer" && m.Owner != "seller" {
				t.Fatalf("owner %q", m.Owner)
			}
		}
	})
}
