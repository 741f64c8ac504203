package exact

import (
	"strings"
	"testing"

	"github.com/gapbook/gapbook/model"
)

// A comment below a literal block that is not as deep as the block is none of its text, and stays when the text changes.
func TestCommentsBelowABlockStay(t *testing.T) {
	for _, src := range []string{
		"gapbook: 1\ntitle: |-\n  two\n  lines\n # a comment\nplaybook: x\n",
		"gapbook: 1\ntitle: |\n    two\n\n    lines\n  # a comment\n\nplaybook: x\n",
		"gapbook: 1\ntitle: |2-\n   two\n  lines\n # a comment\nplaybook: x\n",
	} {
		doc, err := Parse([]byte(src))
		if err != nil {
			t.Fatal(err)
		}
		var e model.Engagement
		doc.Decode(&e)
		e.Title = "one line"
		next, err := doc.Update(&e)
		if err != nil {
			t.Fatal(err)
		}
		if out := string(next.Bytes()); !strings.Contains(out, "# a comment") || !strings.Contains(out, "title: one line\n") {
			t.Errorf("from\n%s\ncame\n%s", src, out)
		}
	}
}
