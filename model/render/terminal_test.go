package render

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/gapbook/gapbook/model/render/document"
)

// A table that is too wide gives way by wrapping, and nothing of it is lost.
func TestTerminalFitsTheWidth(t *testing.T) {
	d := &document.Document{Title: "Scores"}
	tab := document.Table{Columns: []document.Column{{Head: "Finding"}, {Head: "Priority", Align: document.Right}, {Head: "Practice"}}}
	tab.Rows = append(tab.Rows, texts("Deals leave discovery without a verified economic buyer, and nobody minds \x1b[31m", "20", "Mandatory fields"),
		document.Row{Section: true, Cells: [][]document.Inline{document.Text("Process: 34")}}, texts("日本語の長い文字列", "4", "Follow-through on training"))
	d.Add(document.Para{Text: document.Text(strings.Repeat("word ", 40))}, tab)
	for _, width := range []int{40, 60, 80, 120} {
		out := string(Terminal(d, width))
		for l := range strings.SplitSeq(out, "\n") {
			if ansi.StringWidth(l) > width {
				t.Errorf("at %d: %q is %d wide", width, l, ansi.StringWidth(l))
			}
		}
		flat := strings.Join(strings.Fields(out), " ")
		for _, word := range []string{"discovery", "economic", "minds", "20", "Mandatory", "Process: 34", "Follow-through"} {
			if !strings.Contains(flat, word) {
				t.Errorf("at %d: %q is gone:\n%s", width, word, out)
			}
		}
		if strings.ContainsAny(out, "\x1b*|") {
			t.Errorf("at %d: markup or an escape in\n%q", width, out)
		}
	}
}
