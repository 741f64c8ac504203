package exact_test

import (
	"strings"
	"testing"

	"github.com/gapbook/gapbook/model"
)

func TestAMisspeltKeyNamesWhatWasMeant(t *testing.T) {
	for src, want := range map[string]string{
		"stages: [{id: a, mandatory_feilds: [x]}]": "did you mean mandatory_fields?",
		"stages: [{id: a, exit_critera: [x]}]":     "did you mean exit_criteria?",
		"findngs: []":                              "did you mean findings?",
		"shoe_size: 44":                            "it is kept as it is",
		"stages: [{id: a, nome: x}]":               "did you mean name?",
	} {
		var e model.Engagement
		problems := parse(t, "gapbook: 1\nclient: {name: x}\n"+src+"\n").Decode(&e)
		if len(problems) != 1 || !problems[0].Warning || !strings.Contains(problems[0].Message, want) {
			t.Errorf("%s: %v, want %q", src, problems, want)
		}
	}
}
