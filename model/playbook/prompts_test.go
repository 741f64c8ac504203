package playbook_test

import (
	"reflect"
	"strings"
	"testing"

	"github.com/gapbook/gapbook/model/playbook"
)

func TestPromptsOfAHandout(t *testing.T) {
	p := &playbook.Playbook{Appendix: []playbook.Handout{
		{Text: "| Step | Ask |\n| --- | --- |\n| Clarify | only one of the two |"},
		{Text: "Read this.\n\n- **Clarify.** Which step?\n- *other*\n- Reflect: what would you keep?"},
	}}
	if got := p.Prompts("clarify", "reflect"); !reflect.DeepEqual(got, []string{"Which step?", "what would you keep?"}) {
		t.Errorf("%q", got)
	}
	if got := p.Prompts("Clarify", "Execute"); got != nil {
		t.Errorf("not all are there: %q", got)
	}
	for i, s := range playbook.Builtin().Prompts("Clarify", "Observe", "Reflect", "Execute") {
		if !strings.HasSuffix(s, "?") && !strings.HasSuffix(s, "buyer") {
			t.Errorf("prompt %d is no question: %q", i, s)
		}
	}
}

func TestATemplateIsChecked(t *testing.T) {
	src := "gapbook_playbook: 1\nid: mine\nmap_template:\n  - {what: Demo, owner: us, days: -3}\n  - {owner: buyer}\n"
	_, problems, err := playbook.Read([]byte(src))
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, x := range problems {
		all = append(all, x.Message)
	}
	said := strings.Join(all, "\n")
	for _, want := range []string{"owner should be buyer or seller", "days should not be below 0", "what"} {
		if !strings.Contains(said, want) {
			t.Errorf("%q is not said:\n%s", want, said)
		}
	}
}
