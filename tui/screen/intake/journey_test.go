package intake_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/gapbook/gapbook/tui/tuitest"
)

const acme = `gapbook: 1
client: {name: Acme, currency: USD}   # ours
stages:
  - {id: discovery, name: Discovery, target_conversion: 0.6}
  - {id: proposal, name: Proposal, target_conversion: 0.5}
`

const history = `deal_id,stage,changed_at,amount,currency,owner
1,Discovery,2026-01-05,1000,USD,Marcus Webb
1,Demo held,2026-01-15,1000,USD,Marcus Webb
1,Closed Won,2026-02-05,1200,USD,Marcus Webb
2,Discovery,2026-01-06,500,MXN,Priya Nair
2,Closed Lost,2026-01-20,500,MXN,Priya Nair
3,Discovery,2026-01-07,8000,MXN,Priya Nair
3,Demo held,2026-01-27,8000,MXN,Priya Nair
3,Closed Won,2026-01-29,8000,MXN,Priya Nair
`

func export(t *testing.T, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// begin goes to the import and gives it a file, as one drops it on the terminal.
func begin(t *testing.T, yaml, path string, w, h int) (*tuitest.App, string) {
	t.Helper()
	a, file := tuitest.Open(t, yaml, w, h)
	a.Wait("Home")
	a.Press("U")
	a.Wait("No snapshot of the pipeline yet")
	a.Press("n")
	a.Wait("Export of the CRM")
	a.Paste("'" + path + "' ")
	a.Press("enter")
	return a, file
}

func TestAnExportBecomesASnapshotInOneStep(t *testing.T) {
	for _, size := range [][2]int{{80, 24}, {120, 40}} {
		a, file := begin(t, acme, export(t, "history.csv", history), size[0], size[1])
		a.Wait("1 is to be placed", "! Demo held", "which stage is it?", "so far")
		a.Press("a") // not yet
		a.Wait("first say what the marked stages are")
		a.Press("enter")
		a.Wait(`"Demo held" is`, "leave out")
		a.Type("prop")
		a.Press("enter")
		a.Wait("accepts this as the snapshot baseline", "Won 2, lost 1, open 0")
		a.Press("home", "down", "down", "down", "down", "down")
		a.Until("the rate to be selected", func(s string) bool { return strings.Contains(s, "›   Money in MXN") })
		a.Press("enter")
		a.Wait("how many USD one MXN is")
		a.Type("0.05")
		a.Press("enter")
		a.Wait("1 MXN = 0.05 USD", "won USD 1.6k")
		a.Press("up", "enter")
		a.Wait("Count the funnel once more")
		a.Press("down", "enter")
		a.Wait("by owner", "By owner")
		a.Press("a")
		a.Wait("the snapshot baseline is in the engagement", "deals created 5 Jan 2026 to 7 Jan 2026")
		a.File(file, "Demo held: proposal")
		a.File(file, "MXN: 0.05")
		a.File(file, "won_amount: 1600")
		a.File(file, "split: owner")
		a.Press("o")
		a.Wait("Win rate by owner in baseline", "Priya Nair", "1 of 2 few")
		a.Press("esc", "ctrl+z")
		a.Wait("No snapshot of the pipeline yet")
		if err := a.Quit(); err != nil {
			t.Fatal(err)
		}
		if src, err := os.ReadFile(file); err != nil || string(src) != acme {
			t.Errorf("one step back is not the file as it was (%v):\n%s", err, src)
		}
	}
}

func TestAPipelineComesFromTheFileAndIsPutInOrder(t *testing.T) {
	a, file := begin(t, "gapbook: 1\nclient: {name: Fresh, currency: USD}\n", export(t, "history.csv", history), 120, 40)
	a.Wait("Pipeline, proposed from the file", "1  Discovery", "2  Demo held")
	a.Press("home")
	for range 6 {
		a.Press("down")
	}
	a.Until("a stage to be selected", func(s string) bool { return strings.Contains(s, "›   1  Discovery") })
	a.Press("J")
	a.Wait("1  Demo held", "2  Discovery")
	a.Press("up")
	a.Until("the other to be selected", func(s string) bool { return strings.Contains(s, "›   1  Demo held") })
	a.Press("enter")
	a.Wait("Stage", "Name")
	a.Type("Demo")
	a.Press("enter")
	a.Wait("1  Demo  ", "accepts this")
	a.Press("a")
	a.Wait("the snapshot baseline is in the engagement")
	a.File(file, "funnels:")
	src, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	demo, discovery := strings.Index(string(src), "id: demo-held"), strings.Index(string(src), "id: discovery")
	if demo < 0 || discovery < demo || !strings.Contains(string(src), "name: Demo}") || !strings.Contains(string(src), "Demo held: demo-held") {
		t.Errorf("the pipeline is not as it was put in order:\n%s", src)
	}
}

func TestWhatTheFileCannotSayIsAsked(t *testing.T) {
	dates := "Ref,stage,changed_at\n1,Discovery,03/04/2026\n1,Won,05/06/2026\n2,Discovery,03/04/2026\n"
	a, file := begin(t, acme, export(t, "odd.csv", dates), 80, 24)
	a.Wait("! The deal's id", "which column is it?", "The engagement is as it was")
	a.Press("enter")
	a.Wait("Which column is the deal's id?")
	a.Type("ref")
	a.Press("enter")
	a.Wait("which day is 03/04/2026?")
	a.Press("enter")
	a.Wait("03/04/2026 is 4 March 2026", "03/04/2026 is 3 April 2026")
	a.Press("down", "enter")
	a.Wait("day first", "accepts this", "3 Apr 2026 to 3 Apr 2026")
	a.Press("esc") // leaves the page; what was said stays
	a.Wait("No snapshot of the pipeline yet")
	a.Press("n")
	a.Wait("accepts this", "day first")
	a.Press("a")
	a.File(file, "deal: Ref")
	if src, _ := os.ReadFile(file); !strings.Contains(string(src), "from: 2026-04-03") {
		t.Errorf("not read with the day first:\n%s", src)
	}
}

func TestWhatIsNoExportChangesNothing(t *testing.T) {
	a, file := begin(t, acme, export(t, "letter.txt", "Dear all,\nplease find attached nothing.\n"), 80, 24)
	a.Wait("letter.txt:1:", "The engagement is as it was")
	a.Press("a", "n")
	a.Wait("Export of the CRM")
	a.Type("/nowhere/at/all.csv")
	a.Press("enter")
	a.Wait("there is no such file or folder", "/nowhere/at/all.csv")
	if err := a.Quit(); err != nil {
		t.Fatal(err)
	}
	if src, _ := os.ReadFile(file); string(src) != acme {
		t.Errorf("changed:\n%s", src)
	}
}

// Leads alone ask which snapshot takes them.
func TestLeadsGoIntoASnapshot(t *testing.T) {
	snapshot := acme + `funnels:
  - {label: spring, from: 2026-04-01, to: 2026-04-30, stages: [{stage: discovery, reached: 9, advanced: 3, lost: 4, open: 2}], won: 1, lost: 6, open: 2}
`
	a, file := tuitest.Open(t, snapshot, 80, 24)
	a.Wait("Home")
	a.Press("U")
	a.Wait("spring")
	a.Press("n")
	a.Wait("Export of the CRM")
	a.Paste(export(t, "leads.csv", "Lead ID,Status,CreatedDate,IsConverted,ConvertedDate\n1,Working,2026-04-01,FALSE,\n2,Qualified,2026-04-02,TRUE,2026-04-09\n"))
	a.Press("enter")
	a.Wait("! Leads go to", "which snapshot takes them?")
	a.Press("enter")
	a.Wait("Which snapshot takes the leads?")
	a.Press("enter")
	a.Wait("the leads go to the snapshot spring", "1 of 2 MQLs became SQLs")
	a.Press("a")
	a.Wait("the leads are in the snapshot spring", "MQL to SQL 1 of 2 few")
	a.File(file, "mql: 2")
}

// What a name most likely stands for is proposed and preselected, and the next question is the one below. Long names of
// files that begin alike are told apart.
func TestLikelyStagesAreProposed(t *testing.T) {
	deals := strings.NewReplacer("Discovery", "Discovery Call", "Demo held", "Proposal/Price Quote").Replace(history) +
		"4,Intake,2026-01-05,1000,USD,Marcus Webb\n4,Somewhere,2026-01-06,1000,USD,Marcus Webb\n4,Closed Won,2026-02-05,1200,USD,Marcus Webb\n"
	a, _ := begin(t, acme, export(t, "salesforce-demo-opportunity-history.csv", deals), 80, 24)
	a.Wait("4 are to be placed", "salesforce-de…y-history.csv", "is it Discovery?")
	at := func(name string) {
		t.Helper()
		a.Until("the cursor on "+name, func(s string) bool { return strings.Contains(s, "› ! "+name) })
	}
	at("Discovery Call")
	a.Press("down")
	at("Proposal/Price Quote")
	a.Press("enter")
	a.Wait(`"Proposal/Price Quote" is`, "› Proposal")
	a.Press("enter")
	a.Wait("3 are to be placed")
	at("Intake") // below, not Discovery Call again
}
