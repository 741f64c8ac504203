package playbook

import (
	"strings"
)

// Prompts are what the appendix says to each of some words: the text of the list item that begins with it, or the last cell
// of the table row. They come from the first handout that has all of them; without one there are none.
func (p *Playbook) Prompts(words ...string) []string {
	for _, h := range p.Appendix {
		found, n := make([]string, len(words)), 0
		for line := range strings.SplitSeq(h.Text, "\n") {
			head, text := entry(line)
			for i, w := range words {
				if found[i] == "" && text != "" && strings.EqualFold(head, w) {
					found[i] = text
					n++
				}
			}
		}
		if n == len(words) {
			return found
		}
	}
	return nil
}

// entry is a line of a list or a table: its first words, and what it says to them. `- **Clarify.** Which step?` and
// `| Clarify | Agree on one | Which step? |` are the same.
func entry(line string) (head, text string) {
	line = strings.TrimSpace(line)
	if row, ok := strings.CutPrefix(line, "|"); ok {
		cells := strings.Split(strings.TrimSuffix(row, "|"), "|")
		return plain(cells[0]), plain(cells[len(cells)-1])
	}
	for _, b := range []string{"- ", "* "} {
		if item, ok := strings.CutPrefix(line, b); ok {
			item = strings.ReplaceAll(item, "**", "")
			if i := strings.IndexAny(item, ".:,–"); i > 0 {
				return plain(item[:i]), plain(strings.TrimLeft(item[i:], ".:,– "))
			}
		}
	}
	return "", ""
}

func plain(s string) string {
	return strings.TrimSpace(strings.NewReplacer("**", "", "`", "").Replace(s))
}
