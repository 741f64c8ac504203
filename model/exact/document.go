// Package exact reads and writes YAML without altering a word of it.
//
// Reading is strict: every problem of a file is reported with its place, in one run, and every text comes back byte for
// byte. Writing splices: Update changes only the lines whose values changed and leaves comments, key order, quoting,
// unknown keys and line ends as they stand; then it reads what it wrote and compares. goccy/go-yaml serves as the parser
// only; what it would print or decode is not exact.
//
// The package knows Go structs with yaml tags and nothing of engagements. It reads and writes bytes, never files.
package exact

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/lexer"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/token"
)

// Limits beyond which a file is refused before it can hurt: the parser needs more than linear time on these.
const (
	maxBytes    = 128 << 20
	maxDepth    = 64
	maxDashes   = 64
	maxBlankRun = 1000
	maxTabRun   = 1000
)

// Problem is something wrong, or merely unknown, at one place of a file.
type Problem struct {
	Line    int    `json:"line"` // 1 is the first
	Col     int    `json:"col"`  // in characters, 1 is the first
	Message string `json:"message"`
	Source  string `json:"source"` // the offending line
	Warning bool   `json:"warning"`
	Path    []any  `json:"-"` // of the value, keys and indexes from the top; absent where it has none
}

func (p Problem) Error() string { return fmt.Sprintf("%d:%d: %s", p.Line, p.Col, p.Message) }

// Document is a parsed file and its bytes.
type Document struct {
	raw   []byte // as read, byte order mark included
	text  string // without mark, every line end as \n: what the parser sees
	lines []line
	eol   string // for lines we add
	root  ast.Node
}

// line is one line of the text: where it starts there, and where in the raw bytes.
type line struct{ at, raw, end int }

// Parse reads src. The error is a Problem where it has a place.
func Parse(src []byte) (*Document, error) {
	d := &Document{raw: src}
	if len(src) > maxBytes {
		return nil, fmt.Errorf("the file has %d MB, far more than notes can have (at most %d MB)", len(src)>>20, maxBytes>>20)
	}
	d.split()
	if err := d.screen(); err != nil {
		return nil, err
	}
	return d, d.parse()
}

// split finds the lines, whatever ends them: \n, \r\n or a lone \r, each kept as it is in raw.
func (d *Document) split() {
	body, off := d.raw, 0
	if bytes.HasPrefix(body, []byte("\ufeff")) {
		off = 3
		body = body[3:]
	}
	crlf := bytes.Count(body, []byte("\r\n"))
	d.eol = "\n"
	if crlf > 0 && crlf*2 > bytes.Count(body, []byte("\n")) {
		d.eol = "\r\n"
	}
	if bytes.IndexByte(body, '\r') < 0 {
		d.text = string(body)
	} else {
		d.text = strings.ReplaceAll(strings.ReplaceAll(string(body), "\r\n", "\n"), "\r", "\n")
	}
	at, raw := 0, off
	for at <= len(d.text) {
		n := strings.IndexByte(d.text[at:], '\n')
		if n < 0 {
			d.lines = append(d.lines, line{at, raw, len(d.text)})
			return
		}
		d.lines = append(d.lines, line{at, raw, at + n})
		at += n + 1
		raw += n + 1
		if d.raw[raw-1] == '\r' && raw < len(d.raw) && d.raw[raw] == '\n' {
			raw++
		}
	}
}

// screen refuses what is no text, and what would keep the parser busy for minutes.
func (d *Document) screen() error {
	blank := 0
	for i, l := range d.lines {
		s := d.text[l.at:l.end]
		if !utf8.ValidString(s) {
			bad := 0
			for bad < len(s) {
				r, n := utf8.DecodeRuneInString(s[bad:])
				if r == utf8.RuneError && n == 1 {
					break
				}
				bad += n
			}
			return d.problem(i+1, utf8.RuneCountInString(s[:bad])+1, "not valid UTF-8; save the file as UTF-8 text")
		}
		if c := strings.IndexFunc(s, func(r rune) bool { return r < ' ' && r != '\t' || r == 0x7f }); c >= 0 {
			return d.problem(i+1, utf8.RuneCountInString(s[:c])+1,
				fmt.Sprintf("a control character (%U) cannot stand in a YAML file; is this a text file?", s[c]))
		}
		if blank++; s != "" {
			blank = 0
		}
		if blank > maxBlankRun {
			return d.problem(i+1, 1, fmt.Sprintf("more than %d empty lines in a row; delete them", maxBlankRun))
		}
		if strings.Count(s, "\t") > maxTabRun {
			return d.problem(i+1, 1, fmt.Sprintf("more than %d tabs on one line", maxTabRun))
		}
	}
	return nil
}

func (d *Document) parse() (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = errors.New("this is not YAML that can be read (the parser gave up)")
		}
	}()
	tokens := lexer.Tokenize(d.text)
	if err := d.screenTokens(tokens); err != nil {
		return err
	}
	if err := d.screenPlain(tokens); err != nil {
		return err
	}
	file, err := parser.Parse(tokens, 0)
	if err != nil {
		return d.syntax(err)
	}
	for _, doc := range file.Docs {
		if _, directive := doc.Body.(*ast.DirectiveNode); doc.Body == nil || directive {
			continue
		}
		if d.root != nil {
			p := doc.Body.GetToken().Position
			return d.problem(p.Line, 1, "a second document begins here; one file holds one")
		}
		d.root = doc.Body
	}
	return d.screenTree(tokens)
}

// screenTokens caps nesting and refuses aliases, whose expansion can fill any memory.
func (d *Document) screenTokens(tokens token.Tokens) error {
	depth, dashes, dashLine := 0, 0, 0
	for _, t := range tokens {
		at := t.Position
		switch t.Type {
		case token.MappingStartType, token.SequenceStartType:
			if depth++; depth > maxDepth {
				return d.problem(at.Line, at.Column, fmt.Sprintf("brackets nested more than %d deep", maxDepth))
			}
		case token.MappingEndType, token.SequenceEndType:
			depth--
		case token.SequenceEntryType, token.MappingKeyType:
			if at.Line != dashLine {
				dashes, dashLine = 0, at.Line
			}
			if dashes++; dashes > maxDashes {
				return d.problem(at.Line, at.Column, fmt.Sprintf("lists nested more than %d deep", maxDashes))
			}
		case token.MappingValueType:
			if depth == 0 && at.Column > 1000 && strings.TrimSpace(d.text[d.lines[at.Line-1].at:d.offset(at.Line, 1000)]) == "" {
				return d.problem(at.Line, at.Column, "indented far too deep")
			}
		case token.AliasType, token.AnchorType, token.MergeKeyType:
			what := map[token.Type]string{token.AliasType: "an alias (*)", token.AnchorType: "an anchor (&)", token.MergeKeyType: "a merge key (<<)"}
			return d.problem(at.Line, at.Column, what[t.Type]+" is not read here; write the value out, or put quotes around text that begins so")
		}
	}
	return nil
}

func (d *Document) syntax(err error) error {
	var y yaml.Error
	if errors.As(err, &y) && y.GetToken() != nil {
		p := y.GetToken().Position
		return d.problem(p.Line, p.Column, "not YAML: "+y.GetMessage())
	}
	return fmt.Errorf("not YAML: %w", err)
}

func (d *Document) problem(ln, col int, message string) Problem {
	return Problem{Line: ln, Col: col, Message: message, Source: d.Source(ln)}
}

// Source is a line of the file, for showing; cut where it is very long.
func (d *Document) Source(ln int) string {
	if ln < 1 || ln > len(d.lines) {
		return ""
	}
	s := d.text[d.lines[ln-1].at:d.lines[ln-1].end]
	if len(s) > 200 {
		s = strings.ToValidUTF8(s[:200], "") + "…"
	}
	return strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f || r == utf8.RuneError {
			return '?'
		}
		return r
	}, strings.ReplaceAll(s, "\t", " "))
}

// Bytes are those of the file.
func (d *Document) Bytes() []byte { return d.raw }

// Empty says that there is nothing in the file but, perhaps, comments.
func (d *Document) Empty() bool { return d.root == nil }

// offset turns a place into an offset of the text.
func (d *Document) offset(ln, col int) int {
	if ln > len(d.lines) {
		return len(d.text)
	}
	l := d.lines[ln-1]
	at := l.at
	for i := 1; i < col && at < l.end; i++ {
		_, n := utf8.DecodeRuneInString(d.text[at:])
		at += n
	}
	return at
}

func (d *Document) tokenOffset(t *token.Token) int {
	return d.offset(t.Position.Line, t.Position.Column)
}

// rawOffset turns an offset of the text into one of the raw bytes.
func (d *Document) rawOffset(at int) int {
	l := d.lines[d.lineAt(at)]
	return l.raw + at - l.at
}

// lineAt is the index of the line that holds an offset of the text.
func (d *Document) lineAt(at int) int {
	lo, hi := 0, len(d.lines)
	for hi-lo > 1 {
		if mid := (lo + hi) / 2; d.lines[mid].at <= at {
			lo = mid
		} else {
			hi = mid
		}
	}
	return lo
}
