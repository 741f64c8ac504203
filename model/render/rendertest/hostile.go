package rendertest

import (
	"fmt"
	"strings"

	"github.com/gapbook/gapbook/model/render/document"
)

// Hostile is a document of everything that breaks writers: characters that are none, words wider than a page, tables that
// are empty, long or crooked, text from right to left, pictures without a size.
func Hostile() *document.Document {
	bad := "a\x00b\x1b[31mc\x07 <&>\"' ]]> \uFFFE\uFFFF \xff\xfe \u202Ed\u2066 e\u0301 Ω Ж 😀 👩‍💻 李娜 \t\n z"
	huge := strings.Repeat("Donaudampfschifffahrtsgesellschaft", 30)
	d := &document.Document{Title: bad, Meta: document.Meta{Kicker: bad, Client: bad, Authors: []string{bad, "B"}, Date: "2026-02-30", Lang: "<en>", Brand: document.Brand{Firm: bad, Footer: huge}}}
	in := func(s string) []document.Inline {
		return []document.Inline{{Text: s}, {Text: s, Bold: true}, {Text: " " + s + " ", Italic: true}, {Text: s, Muted: true}, {Text: s, Link: "#nowhere"}, {Text: s, Link: "#here", Bold: true}, {}}
	}
	d.Add(document.Picture{}, document.Para{}, document.Para{Lead: true, Text: in(bad)}, document.Heading{Level: 7, Text: huge}, document.Heading{Level: -1, ID: "here", Text: bad},
		document.Heading{Level: 3, ID: "here", Text: "twice"}, document.Heading{Level: 1, ID: "a", Text: "A"}, document.Heading{Level: 1, ID: "b", Text: "B"}, document.Heading{Level: 1, ID: "c", Text: ""},
		document.Para{Text: in(huge)}, document.Para{Text: document.Text("שלום abc (123) עולם " + strings.Repeat("שלום ", 60))}, document.Para{Text: document.Text("مرحبا")},
		document.List{}, document.List{Ordered: true, Items: [][]document.Inline{in(bad), nil, in(huge)}}, document.List{Ordered: true, Items: [][]document.Inline{in("x")}},
		document.Facts{}, document.Facts{Items: []document.Fact{{}, {Name: huge, Text: in(bad)}, {Name: bad}}},
		document.Note{}, document.Note{Kind: document.Limit, Title: bad, Text: [][]document.Inline{in(huge), nil}},
		document.Table{}, document.Table{Caption: bad, Columns: []document.Column{{Head: "A"}}},
		document.PageBreak{}, document.PageBreak{},
	)
	long := document.Table{Caption: "Long", Columns: []document.Column{{Head: "No.", Align: document.Right, Width: 10}, {Head: huge}, {Head: bad, Align: document.Centre, Width: 90}}}
	for i := range 500 {
		r := document.Row{Cells: [][]document.Inline{document.Text(fmt.Sprint("row", i))}}
		switch i % 5 {
		case 1:
			r.Cells = append(r.Cells, in(bad), in(bad), in("one too many"))
		case 2:
			r = document.Row{Section: true, Cells: [][]document.Inline{in("part")}}
		case 3:
			r = document.Row{Section: i%2 == 0}
		}
		long.Rows = append(long.Rows, r)
	}
	long.Rows = append(long.Rows, document.Row{Cells: [][]document.Inline{nil, document.Text(strings.Repeat("taller than a page ", 3000))}})
	d.Add(long, document.PageBreak{}, document.Picture{Title: bad, Alt: bad, W: 10, H: 9000, Shapes: []document.Shape{
		document.Rect{W: -5, H: 3, Radius: 9, Fill: document.Tint},
		document.Rect{},
		document.Line{X1: 5, Y1: 5, Dashed: true, Stroke: document.Rule},
		document.Dot{R: 0, Fill: document.Done, Stroke: document.Accent},
		document.Label{Text: huge, Size: 0.1, Anchor: document.Centre, Fill: document.Text1},
		document.Label{Text: bad, Size: 9, Anchor: document.Right},
	}}, document.PageBreak{})
	return d
}
