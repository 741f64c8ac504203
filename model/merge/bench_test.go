package merge_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/exact"
	"github.com/gapbook/gapbook/model/merge"
)

// BenchmarkMerge merges two sides of an engagement of 1 MB; the peer only parses the three files.
func BenchmarkMerge(b *testing.B) {
	src, err := os.ReadFile("../../engagements/midmarket-saas.yaml")
	if err != nil {
		b.Fatal(err)
	}
	var e model.Engagement
	parse(b, string(src)).Decode(&e)
	for n := range 7 {
		for _, i := range e.Interviews {
			i.ID += fmt.Sprint("-", n)
			e.Interviews = append(e.Interviews, i)
		}
		if len(exact.Marshal(e)) > 1<<20 {
			break
		}
	}
	base := string(exact.Marshal(e))
	ours := strings.Replace(strings.Replace(base, "impact: 4", "impact: 1", 1), "    > ", "    > ours ", 40)
	theirs := strings.Replace(strings.Replace(base, "impact: 4", "impact: 2", 1), "    ! ", "    ! theirs ", 40)
	b.Run("parse", func(b *testing.B) {
		b.SetBytes(int64(len(base)))
		for b.Loop() {
			for _, s := range []string{base, ours, theirs} {
				parse(b, s)
			}
		}
	})
	b.Run("merge", func(b *testing.B) {
		x, y, z := parse(b, base), parse(b, ours), parse(b, theirs)
		b.SetBytes(int64(len(base)))
		for b.Loop() {
			if _, _, err := merge.Documents(x, y, z, merge.Options{}); err != nil {
				b.Fatal(err)
			}
		}
	})
}
