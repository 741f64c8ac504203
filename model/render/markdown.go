package render

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/gapbook/gapbook/model/render/document"
	"golang.org/x/text/width"
)

// mdWidth is where running text breaks.
const mdWidth = 100

// Markdown writes a document so that it reads well as plain text: wrapped, tables aligned, no HTML. Whatever would be
// markup in a text is escaped.
func Markdown(doc *document.Document) []byte {
	w := &md{}
	w.line("# " + mdText(doc.FullTitle()))
	if s := strings.Trim(document.Clean(doc.Meta.Kicker)+" · "+doc.Byline(), " ·"); s != "" {
		w.line("")
		w.wrap("", "", mdText(s))
	}
	for _, b := range doc.Blocks {
		w.block(b)
	}
	return []byte(w.String())
}

type md struct{ strings.Builder }

func (w *md) line(s string) { w.WriteString(s + "\n") }

func (w *md) block(b document.Block) {
	switch b.(type) {
	case document.PageBreak, document.Lines:
		return
	}
	w.line("")
	switch b := b.(type) {
	case document.Heading:
		w.line(strings.Repeat("#", min(b.Level, 5)+1) + " " + mdText(b.Text))
	case document.Para:
		w.wrap("", "", mdInlines(b.Text))
	case document.List:
		for i, item := range b.Items {
			mark := "- "
			if b.Ordered {
				mark = itoa(i+1) + ". "
			}
			w.wrap(mark, strings.Repeat(" ", len(mark)), mdInlines(item))
		}
	case document.Facts:
		for _, f := range b.Items {
			w.wrap("- ", "  ", "**"+mdText(f.Name)+":** "+mdInlines(f.Text))
		}
	case document.Note:
		if b.Title != "" {
			w.wrap("> ", "> ", "**"+mdText(b.Title)+".** "+mdInlines(first(b.Text)))
		}
		for i, t := range b.Text {
			if i > 0 {
				w.line(">")
			}
			if i > 0 || b.Title == "" {
				w.wrap("> ", "> ", mdInlines(t))
			}
		}
	case document.Table:
		w.table(b)
	case document.Picture:
		w.wrap("", "", "*"+mdText(b.Title+": "+b.Alt)+"*")
	}
}

func first(t [][]document.Inline) []document.Inline {
	if len(t) == 0 {
		return nil
	}
	return t[0]
}

func (w *md) table(t document.Table) {
	rows := [][]string{{}}
	widest := 0
	for i, c := range t.Columns {
		rows[0] = append(rows[0], mdText(c.Head))
		if c.Width > t.Columns[widest].Width {
			widest = i
		}
	}
	for _, r := range t.Rows {
		row := make([]string, len(t.Columns))
		if r.Section && len(r.Cells) > 0 {
			row[widest] = "**" + mdInlines(r.Cells[0]) + "**"
		} else {
			for i := range min(len(r.Cells), len(row)) {
				row[i] = mdInlines(r.Cells[i])
			}
		}
		rows = append(rows, row)
	}
	size := make([]int, len(t.Columns))
	for _, r := range rows {
		for i, c := range r {
			size[i] = max(size[i], columns(c), 3)
		}
	}
	if t.Caption != "" {
		w.line("*" + mdText(t.Caption) + "*")
		w.line("")
	}
	for i, r := range rows {
		for j, c := range r {
			pad := strings.Repeat(" ", size[j]-columns(c))
			if t.Columns[j].Align == document.Right {
				w.WriteString("| " + pad + c + " ")
			} else {
				w.WriteString("| " + c + pad + " ")
			}
		}
		w.line("|")
		if i == 0 {
			for j, c := range t.Columns {
				dashes := strings.Repeat("-", size[j])
				switch c.Align {
				case document.Right:
					dashes = dashes[1:] + ":"
				case document.Centre:
					dashes = ":" + dashes[2:] + ":"
				}
				w.WriteString("| " + dashes + " ")
			}
			w.line("|")
		}
	}
}

// wrap writes text that begins with one mark and goes on below another.
func (w *md) wrap(mark, rest, text string) {
	line, used := "", 0
	for _, word := range strings.Fields(text) {
		switch n := columns(word); {
		case line == "":
			line = mdStart(word)
			used = columns(mark) + columns(line)
		case used+1+n > mdWidth:
			w.line(mark + line)
			mark, line = rest, mdStart(word)
			used = columns(mark) + columns(line)
		default:
			line += " " + word
			used += 1 + n
		}
	}
	w.line(strings.TrimRight(mark+line, " "))
}

var mdOrdered = regexp.MustCompile(`^(\d+)([.)])$`)

// mdStart keeps a word from opening a block where it begins a line.
func mdStart(word string) string {
	if m := mdOrdered.FindStringSubmatch(word); m != nil {
		return m[1] + `\` + m[2]
	}
	if strings.Trim(word, "-+=") == "" || strings.HasPrefix(word, "#") || strings.HasPrefix(word, ">") {
		return `\` + word
	}
	return word
}

func mdInlines(in []document.Inline) string {
	var b strings.Builder
	for _, x := range in {
		mark := ""
		switch {
		case x.Bold:
			mark = "**"
		case x.Italic:
			mark = "*"
		}
		text := document.Clean(x.Text)
		if text == "" {
			if x.Text != "" {
				b.WriteString(" ")
			}
			continue
		}
		if strings.TrimLeft(x.Text, " \n") != x.Text {
			b.WriteString(" ")
		}
		b.WriteString(mark + mdText(text) + mark)
		if strings.TrimRight(x.Text, " \n") != x.Text {
			b.WriteString(" ")
		}
	}
	return b.String()
}

var entity = regexp.MustCompile(`&(#?[0-9A-Za-z]+;)`)

// mdText is plain text with everything escaped that would be markup anywhere in a line.
func mdText(s string) string {
	s = document.Clean(s)
	var b strings.Builder
	var before rune
	for i, r := range s {
		after, _ := utf8.DecodeRuneInString(s[i+utf8.RuneLen(r):])
		switch r {
		case '\\', '`', '*', '[', ']', '<', '|', '~':
			b.WriteByte('\\')
		case '_': // within a word it means nothing
			if !wordly(before) || !wordly(after) {
				b.WriteByte('\\')
			}
		}
		b.WriteRune(r)
		before = r
	}
	if s = b.String(); strings.Contains(s, "&") {
		s = entity.ReplaceAllString(s, `\&$1`)
	}
	return autolink.ReplaceAllString(s, `$1\$2`)
}

// autolink is what many readers of Markdown make a link of by themselves.
var autolink = regexp.MustCompile(`(?i)(https?|ftp|www)(:|\.)`)

func wordly(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// columns is how wide a text stands in a fixed-width font.
func columns(s string) int {
	n := 0
	for _, r := range s {
		if r < utf8.RuneSelf {
			n++
			continue
		}
		switch k := width.LookupRune(r).Kind(); {
		case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		case k == width.EastAsianWide || k == width.EastAsianFullwidth:
			n += 2
		default:
			n++
		}
	}
	return n
}
