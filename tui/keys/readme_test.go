package keys_test

import (
	"flag"
	"os"
	"strings"
	"testing"

	"github.com/gapbook/gapbook/tui/keys"
)

var update = flag.Bool("update", false, "write the keys into the README")

// The README says what the table says: go test ./tui/keys -update writes it anew.
func TestReadmeListsTheKeys(t *testing.T) {
	const path, begin, end = "../../README.md", "see tui/keys -->\n", "<!-- /keys -->"
	src, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	head, rest, ok := strings.Cut(string(src), begin)
	have, tail, ok2 := strings.Cut(rest, end)
	if !ok || !ok2 {
		t.Fatal("the README has no place for the keys")
	}
	want := keys.Markdown() + "\n"
	if have == want {
		return
	}
	if !*update {
		t.Fatalf("the README is behind the key table; run go test ./tui/keys -update\n%s", want)
	}
	if err := os.WriteFile(path, []byte(head+begin+want+end+tail), 0o644); err != nil {
		t.Fatal(err)
	}
}
