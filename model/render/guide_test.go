package render

import (
	"strings"
	"testing"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/playbook"
)

// A guide holds all that its role is asked, and nothing of another role; a person stands on it as their role.
func TestGuide(t *testing.T) {
	pb := playbook.Builtin()
	e := &model.Engagement{Client: model.Client{Name: "Acme"}, People: []model.Person{
		{ID: "p-1", Name: "Lena Hart", Role: model.Leader}, {ID: "p-2", Name: "Marcus Webb", Role: model.Rep},
	}}
	got := run(string(Markdown(Guide(e, pb, "", "p-2", Options{}))))
	same := map[string]bool{} // asked of a rep, and of others in the same words
	for _, q := range pb.Guide(model.Rep).Questions {
		same[q.Ask] = true
	}
	for _, g := range pb.Guides {
		for _, q := range g.Questions {
			if has := strings.Contains(got, run(mdText(q.Ask))); has != same[q.Ask] {
				t.Errorf("the guide of a rep has question %s of %s: %v", q.ID, g.Role, has)
			}
		}
	}
	if strings.Contains(got, "Webb") || !strings.Contains(got, "Rep 1") {
		t.Error("a person is named without --names")
	}
	if named := string(Markdown(Guide(e, pb, "", "p-2", Options{Names: true}))); !strings.Contains(named, "Marcus Webb") {
		t.Error("a person is not named with --names")
	}
	rep := pb.Guide(model.Rep)
	for _, want := range append([]string{rep.Opening, rep.Closing}, rep.Questions[0].Probes...) {
		if !strings.Contains(got, run(mdText(want))) {
			t.Errorf("the guide lacks %q", want)
		}
	}
	all := string(Markdown(Guide(e, pb, "", "", Options{})))
	if n := strings.Count(all, "\n## "); n != len(pb.Guides) {
		t.Errorf("%d of %d guides", n, len(pb.Guides))
	}
}

// A playbook of one's own may leave out everything but the question.
func TestGuideOfABareQuestion(t *testing.T) {
	pb := &playbook.Playbook{Guides: []playbook.Guide{{Role: "partner", Questions: []playbook.Question{{ID: "q", Ask: "What | now?"}}}}}
	if roles := GuideRoles(pb); len(roles) != 1 || roles[0] != "partner" {
		t.Fatalf("roles are %v", roles)
	}
	for _, format := range Formats {
		if _, _, err := Write(format, Guide(nil, pb, "partner", "", Options{})); err != nil {
			t.Errorf("%s: %v", format, err)
		}
	}
	html, _, _ := Write("html", Guide(nil, pb, "partner", "", Options{}))
	if strings.Count(string(html), "<i></i>") != 2*notesLines {
		t.Error("there is no room to write under the question and at the end")
	}
}

// run is a text as one line.
func run(s string) string { return strings.Join(strings.Fields(s), " ") }
