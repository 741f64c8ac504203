package explain_test

import (
	"strings"
	"testing"

	"github.com/charmbracelet/colorprofile"
	"pgregory.net/rapid"

	"github.com/gapbook/gapbook/model/funnel"
	"github.com/gapbook/gapbook/tui/keys"
	"github.com/gapbook/gapbook/tui/layout"
	"github.com/gapbook/gapbook/tui/screen/scores/explain"
	"github.com/gapbook/gapbook/tui/style"
)

func items(n int) []explain.Item {
	var out []explain.Item
	for i := range n {
		out = append(out, explain.Item{Text: strings.Repeat("word ", i%30)})
		if i%5 == 0 {
			out = append(out, explain.Item{Text: "link", Link: i, Indent: 2})
		}
	}
	return out
}

// However one moves, the size is exact, and going down on and on passes every link.
func TestSizeAndLinks(t *testing.T) {
	th := style.New(true, colorprofile.NoTTY)
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(0, 60).Draw(t, "items")
		w, h := rapid.IntRange(10, 120).Draw(t, "w"), rapid.IntRange(2, 40).Draw(t, "h")
		d := explain.New(&th)
		d.Open(items(n))
		d.View(w, h)
		seen := map[any]bool{}
		for range 60 * 40 {
			if l := d.Link(); l != nil {
				seen[l] = true
			}
			d.Do(keys.Down)
		}
		if want := (n + 4) / 5; len(seen) != want {
			t.Fatalf("%d of %d links were passed", len(seen), want)
		}
		for range 20 {
			d.Do(rapid.SampledFrom([]keys.Action{keys.Up, keys.Down, keys.PageUp, keys.PageDown, keys.Top, keys.Bottom, keys.Next, keys.Prev}).Draw(t, "key"))
			lines := layout.Lines(d.View(w, h))
			if len(lines) != h {
				t.Fatalf("%d lines, want %d", len(lines), h)
			}
			for _, l := range lines {
				if layout.Width(l) != w {
					t.Fatalf("%d cells, want %d: %q", layout.Width(l), w, l)
				}
			}
		}
	})
}

func TestWords(t *testing.T) {
	for got, want := range map[string]string{
		explain.Signed(-0.3):                    "0",
		explain.Signed(-12.6):                   "−13",
		explain.SignedTenths(0.44):              "+0.4",
		explain.Money("USD", 999_600):           "USD 1M",
		explain.Money("", 12_340):               "12k",
		explain.Money("EUR", 8_240):             "EUR 8.2k",
		explain.Amount("EUR", 1234567):          "EUR 1,234,567",
		explain.Share(funnel.ShareOf(3, 7), 20): "3 of 7 (few)",
		explain.Share(nil, 20):                  "no cases",
		explain.Percent(0.255):                  "26 %",
		explain.List([]string{"a", "b", "c"}):   "a, b and c",
		explain.Points(nil):                     style.Minus,
	} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
