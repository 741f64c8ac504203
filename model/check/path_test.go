package check_test

import (
	"testing"

	"github.com/gapbook/gapbook/model/check"
	"github.com/gapbook/gapbook/model/exact"
	"github.com/gapbook/gapbook/model/playbook"
)

// A problem names its value by path, whether the decoder found it or the checks did: the app goes there and mends it.
func TestEveryProblemHasAPath(t *testing.T) {
	doc, err := exact.Parse([]byte(wrong + "started: soon\nextra: 1\ncapacity: lots\n"))
	if err != nil {
		t.Fatal(err)
	}
	_, problems := check.Read(doc, playbook.Builtin())
	for _, p := range problems {
		if len(p.Path) == 0 {
			t.Errorf("no path: %v", p)
			continue
		}
		if again := doc.At(p.Message, p.Path...); again.Line != p.Line {
			t.Errorf("%v leads to line %d: %v", p.Path, again.Line, p)
		}
	}
}
