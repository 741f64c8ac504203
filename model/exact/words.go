package exact

import (
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/token"
)

// The parser is lenient where a comma or a quote is missing, and silent where it drops something. What it made of a file is
// held against the file here: each word of it is in the tree, or the file is refused.

// blockShape is the head of a literal block.
var blockShape = regexp.MustCompile(`^[|>]([-+]?[1-9]?|[1-9][-+])$`)

// screenPlain refuses texts without quotes that are certainly not one text, and mends those of which the lexer lost blanks.
func (d *Document) screenPlain(tokens token.Tokens) error {
	depth := 0
	for i, t := range tokens {
		switch t.Type {
		case token.MappingStartType, token.SequenceStartType:
			depth++
		case token.MappingEndType, token.SequenceEndType:
			depth--
		case token.LiteralType, token.FoldedType:
			if !blockShape.MatchString(strings.TrimSpace(t.Origin)) {
				return d.problem(t.Position.Line, t.Position.Column, "text behind | or > belongs on the next line, indented; or put quotes around it all")
			}
		case token.TagType:
			if !coreTag(t.Value) {
				return d.problem(t.Position.Line, t.Position.Column, "text that begins with ! needs quotes around it, or it is read as a tag")
			}
		}
		if !plainToken(t) || i > 0 && blockHead(tokens[:i]) {
			continue
		}
		if depth > 0 {
			if err := d.screenInBrackets(t); err != nil {
				return err
			}
		}
		if text := folded(t.Origin); text != t.Value {
			t.Value, t.Type = text, token.StringType
		}
	}
	return nil
}

// screenInBrackets finds the comma that is missing between two entries.
func (d *Document) screenInBrackets(t *token.Token) error {
	text := strings.TrimLeft(t.Origin, " \t\n")
	for i, r := range text {
		rest := text[i:]
		switch before := strings.TrimRight(text[:i], " \t"); {
		case strings.ContainsRune("[]{}", r):
			return d.within(t, text[:i], fmt.Sprintf("%c in a text without quotes, inside brackets; a comma is missing, or quotes around the text", r))
		case r == ':' && (len(rest) == 1 || strings.ContainsRune(" \t\n", rune(rest[1]))) && i > 0:
			return d.within(t, text[:i], "a second : in one entry inside brackets; a comma is missing before it, or quotes around the text")
		case (r == '"' || r == '\'') && strings.HasSuffix(before, "\n"):
			return d.within(t, text[:i], "a comma is missing before this")
		}
	}
	return nil
}

// within is a problem some way into a token.
func (d *Document) within(t *token.Token, before, message string) Problem {
	ln, col := t.Position.Line, t.Position.Column+utf8.RuneCountInString(before)
	if n := strings.Count(before, "\n"); n > 0 {
		ln, col = ln+n, utf8.RuneCountInString(before[strings.LastIndexByte(before, '\n')+1:])+1
	}
	return d.problem(ln, col, message)
}

// coreTag says whether a tag is one that only names a kind of value.
func coreTag(tag string) bool {
	switch tag {
	case "!!str", "!!int", "!!float", "!!bool", "!!null", "!!map", "!!seq":
		return true
	}
	return false
}

// plainToken says whether a token is a scalar without quotes.
func plainToken(t *token.Token) bool {
	switch t.Type {
	case token.StringType, token.IntegerType, token.FloatType, token.BoolType, token.NullType, token.InfinityType, token.NanType,
		token.BinaryIntegerType, token.OctetIntegerType, token.HexIntegerType:
		return true
	}
	return false
}

// blockHead says whether tokens end with the head of a literal block, whose text comes next.
func blockHead(tokens token.Tokens) bool {
	last := tokens[len(tokens)-1].Type
	if last == token.CommentType && len(tokens) > 1 {
		last = tokens[len(tokens)-2].Type
	}
	return last == token.LiteralType || last == token.FoldedType
}

// folded is a text without quotes as YAML reads it: lines are joined by blanks, and an empty line is a line end.
func folded(origin string) string {
	var b strings.Builder
	empty := 0
	for i, l := range strings.Split(strings.Trim(origin, " \t\n"), "\n") {
		switch l = strings.Trim(l, " \t"); {
		case l == "":
			empty++
			continue
		case empty > 0:
			b.WriteString(strings.Repeat("\n", empty))
		case i > 0:
			b.WriteByte(' ')
		}
		b.WriteString(l)
		empty = 0
	}
	return b.String()
}

// screenTree refuses a file of which something is in no value: the lexer left it out, or the parser.
func (d *Document) screenTree(tokens token.Tokens) error {
	if err := d.screenOrigins(tokens); err != nil {
		return err
	}
	in := held{}
	if d.root != nil {
		ast.Walk(in, d.root)
	}
	directive := 0 // the line of one, whose words are no values
	documents := 0
	for _, t := range tokens {
		switch t.Type {
		case token.DocumentHeaderType:
			documents++
			continue
		case token.DirectiveType:
			directive = t.Position.Line
		case token.SingleQuoteType, token.DoubleQuoteType, token.LiteralType, token.FoldedType, token.TagType:
		default:
			if !plainToken(t) {
				continue
			}
		}
		if in[t] || t.Position.Line == directive || t.Value == "" {
			continue
		}
		if documents > 1 {
			return d.problem(t.Position.Line, t.Position.Column, "a second document begins here; one file holds one")
		}
		return d.problem(t.Position.Line, t.Position.Column, "this belongs to nothing; a comma, a colon or a quote is missing near it")
	}
	return nil
}

// held are the tokens that a tree is made of.
type held map[*token.Token]bool

func (h held) Visit(n ast.Node) ast.Visitor {
	h[n.GetToken()] = true
	if l, ok := n.(*ast.LiteralNode); ok {
		h[l.Start] = true
		h[l.Value.GetToken()] = true
	}
	return h
}

// screenOrigins compares what the lexer says it read with the file, blanks aside.
func (d *Document) screenOrigins(tokens token.Tokens) error {
	at := 0
	blanks := func() {
		for at < len(d.text) && strings.IndexByte(" \t\n", d.text[at]) >= 0 {
			at++
		}
	}
	lost := func() error {
		at = min(at, max(len(d.text)-1, 0))
		ln := d.lineAt(at)
		return d.problem(ln+1, utf8.RuneCountInString(d.text[d.lines[ln].at:at])+1, "the parser cannot place this; put quotes around the text")
	}
	for _, t := range tokens {
		if t.Type == token.DoubleQuoteType || t.Type == token.SingleQuoteType { // whose escapes are resolved in the origin
			if blanks(); at >= len(d.text) || d.text[at] != '"' && d.text[at] != '\'' {
				return lost()
			}
			at = d.quoteEnd(at)
			continue
		}
		for i := range len(t.Origin) {
			c := t.Origin[i]
			if strings.IndexByte(" \t\n", c) >= 0 {
				continue
			}
			if blanks(); at >= len(d.text) || d.text[at] != c {
				if at >= len(d.text) {
					return nil // more than there is: nothing is lost
				}
				return lost()
			}
			at++
		}
	}
	if blanks(); at < len(d.text) {
		return lost()
	}
	return nil
}
