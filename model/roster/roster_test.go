package roster_test

import (
	"io"
	"strings"
	"testing"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/crm"
	"github.com/gapbook/gapbook/model/roster"
)

func file(s string) crm.File {
	return crm.File{Name: "people.csv", Open: func() (io.ReadCloser, error) { return io.NopCloser(strings.NewReader(s)), nil }}
}

func TestRead(t *testing.T) {
	known := &model.Engagement{People: []model.Person{{ID: "p-1", Name: "Ana Lucía Figueroa", Role: model.Manager}}}
	for name, c := range map[string]struct{ src, want string }{
		"one name": {"Name,Title,Team,E-Mail\nBo Li,Account Executive,East,bo@x.example\n", "Bo Li/rep/Account Executive/East*"},
		"two names, semicolons, below a title": {
			"Staff list\n\nVorname;Nachname;Funktion\nJörg;Weiß;Vertriebsleiter\n", "Jörg Weiß/leader/Vertriebsleiter/*",
		},
		"spanish":                      {"nombre\tapellidos\tcargo\nLuz\tMar\tGerente de ventas\n", "Luz Mar/manager/Gerente de ventas/*"},
		"the other way round":          {"Full Name,Role\n\"Ruiz, Ana\",rep\n\"King, Jr.\",Reps\n", "Ana Ruiz/rep//|King, Jr./rep//"},
		"a title in a column of roles": {"name,role\nBo Li,VP Sales\n", "Bo Li/leader/VP Sales/*"},
		"a role beside a title":        {"name,role,title\nBo Li,Ops,VP Sales\n", "Bo Li/ops/VP Sales/"},
		"windows":                      {"name,title\nZo\xeb M\xfcller,CEO\n", "Zoë Müller/leader/CEO/*"},
		"twice, and there already":     {"name,title\nBo Li,CEO\nBO  LI,CFO\nana lucia figueroa,Sales Manager\n", "Bo Li/leader/CEO/*"},
		"what acts":                    {"name,title\n\"Bo\x1b[31m Li\",\"=CEO()\"\n", "Bo Li/leader/=CEO()/*"},
	} {
		r, err := roster.Read(file(c.src), known)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		var got []string
		for _, p := range r.New {
			s := strings.Join([]string{p.Name, string(p.Role), p.Title, p.Team}, "/")
			if p.Guessed != "" {
				s += "*"
			}
			got = append(got, s)
		}
		if s := strings.Join(got, "|"); s != c.want {
			t.Errorf("%s: got %q, want %q", name, s, c.want)
		}
	}
}

func TestWhatIsLeftOutIsSaid(t *testing.T) {
	r, err := roster.Read(file("name,title\n,CEO\nBo Li,Astronaut\nMa Wu,\n"), &model.Engagement{})
	if err != nil || len(r.New) > 0 || len(r.Out) != 3 {
		t.Fatalf("%+v %v", r, err)
	}
	all := strings.Join(r.Understood(), "\n")
	for _, want := range []string{`line 2: no name`, `line 3: Bo Li: no role can be guessed from “Astronaut”`, `line 4: Ma Wu has neither`} {
		if !strings.Contains(all, want) {
			t.Errorf("%q is not said in\n%s", want, all)
		}
	}
}

func TestWhatIsNoRosterIsRefused(t *testing.T) {
	for src, want := range map[string]string{
		"":                             "the file is empty",
		"PK\x03\x04":                   "a workbook or an archive",
		"name,email\nBo,b@x.example\n": `people.csv:1: no header that is understood; there are "name", "email"`,
		"name,title\n\"Bo,CEO\n":       "people.csv:2: a quote opens here",
	} {
		if _, err := roster.Read(file(src), &model.Engagement{}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: got %v, want %q", src, err, want)
		}
	}
}

// The titles that sales organisations give, with whose questions their bearers can answer.
func TestRolesOfTitles(t *testing.T) {
	for role, titles := range map[model.Role]string{
		model.Leader:    "CRO|Chief Revenue Officer|VP Sales|Vice President, Sales EMEA|Head of Sales|Sales Director|Managing Director|COO",
		model.Manager:   "Sales Manager|Regional Sales Manager East|Team Lead, Inbound|SDR Manager",
		model.Rep:       "Account Executive|Senior Account Executive|Key Account Manager|SDR|Sales Development Representative|Business Development Manager|Vertrieb Außendienst",
		model.Marketing: "Director of Demand Generation|Product Marketing Manager|CMO|Head of Marketing",
		model.Delivery:  "Head of Onboarding|Lead Solutions Engineer|Customer Success Manager|Project Manager",
		model.Ops:       "Revenue Operations Lead|Sales Operations Manager|Sales Enablement Manager|CRM Administrator",
		"":              "Astronaut|Receptionist|...",
	} {
		for title := range strings.SplitSeq(titles, "|") {
			r, err := roster.Read(file("name,title\nBo Li,\""+title+"\"\n"), &model.Engagement{})
			if err != nil {
				t.Fatal(err)
			}
			got := model.Role("")
			if len(r.New) == 1 {
				got = r.New[0].Role
			}
			if got != role {
				t.Errorf("%s is taken for %q, want %q", title, got, role)
			}
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add("name,title\nBo Li,CEO\n")
	f.Add("first;last;role\n\"a\n\";b;rep\n")
	f.Fuzz(func(t *testing.T, src string) {
		r, err := roster.Read(file(src), &model.Engagement{})
		if err != nil {
			return
		}
		if len(r.New)+len(r.Known)+len(r.Out) != r.Rows {
			t.Errorf("%d rows became %d new, %d known, %d left out", r.Rows, len(r.New), len(r.Known), len(r.Out))
		}
		for _, p := range r.New {
			if p.Name == "" || p.Role == "" || p.ID == "" || strings.ContainsAny(p.Name+p.Title+p.Team, "\x1b\n\r\x00") {
				t.Errorf("%+v", p)
			}
		}
	})
}
