package transcript

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// decode makes UTF-8 of a file, with \n at the end of its lines. Strange is the number of lines that were not UTF-8 and
// were read as Windows-1252.
func decode(src []byte) (text, encoding string, strange int, err error) {
	if err := refused(src); err != nil {
		return "", "", 0, err
	}
	encoding = "UTF-8"
	if e, ok := utf16(src); ok {
		encoding = "UTF-16"
		if src, err = unicode.UTF16(e, unicode.UseBOM).NewDecoder().Bytes(src); err != nil {
			return "", "", 0, &Error{Problem: "this is no text: " + err.Error(), Advice: Formats}
		}
	}
	src = bytes.TrimPrefix(src, []byte("\xef\xbb\xbf"))
	src = bytes.ReplaceAll(src, []byte("\r\n"), []byte("\n"))
	src = bytes.ReplaceAll(src, []byte("\r"), []byte("\n"))
	if utf8.Valid(src) {
		return string(src), encoding, 0, nil
	}
	var b strings.Builder
	for line := range bytes.Lines(src) {
		if !utf8.Valid(line) {
			strange++
			line, _ = charmap.Windows1252.NewDecoder().Bytes(line)
		}
		b.Write(line)
	}
	return b.String(), "Windows-1252", strange, nil
}

// refused names files that are something else altogether.
func refused(src []byte) error {
	starts := func(list ...string) bool {
		for _, s := range list {
			if bytes.HasPrefix(src, []byte(s)) {
				return true
			}
		}
		return false
	}
	no := func(what, advice string) error { return &Error{Line: 1, Problem: what, Advice: advice} }
	low := bytes.ToLower(bytes.TrimLeft(src[:min(len(src), 200)], "\xef\xbb\xbf \t\r\n"))
	switch {
	case len(bytes.Trim(src, "\xef\xbb\xbf\x00 \t\r\n")) == 0:
		return &Error{Problem: "the file is empty", Advice: Formats}
	case starts("PK\x03\x04", "\xd0\xcf\x11\xe0", "%PDF", `{\rtf`):
		return no("this is a document or an archive, not text", "save the transcript as plain text (.txt) or download it as .vtt")
	case starts("ID3", "RIFF", "OggS", "\x1aE\xdf\xa3"), len(src) > 8 && string(src[4:8]) == "ftyp":
		return no("this is a recording, not a transcript of one", Formats)
	case bytes.HasPrefix(low, []byte("<!doctype")), bytes.HasPrefix(low, []byte("<html")), bytes.HasPrefix(low, []byte("<?xml")):
		return no("this is a web page or XML, not a transcript", Formats)
	}
	if _, ok := utf16(src); ok {
		return nil
	}
	head := src[:min(len(src), 4096)]
	if n := bytes.Count(head, []byte{0}); n > len(head)/100+1 {
		return no("this is no text", Formats)
	}
	return nil
}

// utf16 tells UTF-16 by its mark, else by the zeros that it puts beside plain letters.
func utf16(src []byte) (unicode.Endianness, bool) {
	switch {
	case bytes.HasPrefix(src, []byte("\xff\xfe")):
		return unicode.LittleEndian, true
	case bytes.HasPrefix(src, []byte("\xfe\xff")):
		return unicode.BigEndian, true
	}
	head := src[:min(len(src), 400)&^1]
	even, odd := 0, 0
	for i, c := range head {
		if c == 0 && i%2 == 0 {
			even++
		} else if c == 0 {
			odd++
		}
	}
	half := len(head) / 2
	switch {
	case half < 4:
		return unicode.BigEndian, false
	case odd > half*7/10 && even <= half/20:
		return unicode.LittleEndian, true
	case even > half*7/10 && odd <= half/20:
		return unicode.BigEndian, true
	}
	return unicode.BigEndian, false
}

// splitLines gives the lines without their ends.
func splitLines(s string) []string {
	return strings.Split(strings.TrimRight(s, "\n"), "\n")
}

// excerpt is the beginning of a line, to show which one is meant.
func excerpt(s string) string {
	s = strings.TrimSpace(s)
	if n := 60; utf8.RuneCountInString(s) > n {
		r := []rune(s)
		return string(r[:n]) + "…"
	}
	return s
}

// Open makes UTF-8 of a file whatever it is written in, line ends as they are. Back writes such a text the way the file was;
// what was no Unicode becomes UTF-8.
func Open(src []byte) (text string, back func(string) []byte, err error) {
	if err := refused(src); err != nil {
		return "", nil, err
	}
	plain := func(s string) []byte { return []byte(s) }
	if e, ok := utf16(src); ok {
		mark := unicode.IgnoreBOM
		if bytes.HasPrefix(src, []byte("\xff\xfe")) || bytes.HasPrefix(src, []byte("\xfe\xff")) {
			mark = unicode.UseBOM
		}
		out, err := unicode.UTF16(e, mark).NewDecoder().Bytes(src)
		if err != nil {
			return "", nil, &Error{Problem: "this is no text: " + err.Error(), Advice: Formats}
		}
		return string(out), func(s string) []byte {
			out, err := unicode.UTF16(e, mark).NewEncoder().Bytes([]byte(s))
			if err != nil {
				return []byte(s)
			}
			return out
		}, nil
	}
	if utf8.Valid(src) {
		return string(src), plain, nil
	}
	var b strings.Builder
	for line := range bytes.Lines(src) {
		if !utf8.Valid(line) {
			line, _ = charmap.Windows1252.NewDecoder().Bytes(line)
		}
		b.Write(line)
	}
	return b.String(), plain, nil
}
