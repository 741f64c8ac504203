package guided

import "strings"

// kept is what of a note goes to the file while it is typed: blanks at the end of a line are no words, and of the empty
// lines at its end one is enough. Text that ends in them could not stand in the file as a block of lines, only as one
// long quoted string. A note of blanks alone is none. The editor keeps what was typed.
func kept(text string) string {
	if strings.TrimSpace(text) == "" {
		return ""
	}
	if !strings.Contains(text, " \n") && !strings.Contains(text, "\t\n") && !strings.HasSuffix(text, " ") &&
		!strings.HasSuffix(text, "\t") && !strings.HasSuffix(text, "\n\n") {
		return text
	}
	lines := strings.Split(text, "\n")
	for i, l := range lines {
		lines[i] = strings.TrimRight(l, " \t")
	}
	out := strings.Join(lines, "\n")
	if body := strings.TrimRight(out, "\n"); len(body) < len(out) {
		return body + "\n"
	}
	return out
}

// tidied is a note that one has left: a note of several lines ends in one line end, one of a single line only where the
// file had one.
func tidied(text string, ended bool) string {
	body := strings.TrimRight(kept(text), "\n")
	if body != "" && (ended || strings.Contains(body, "\n")) {
		return body + "\n"
	}
	return body
}
