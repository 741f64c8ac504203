// Package rendertest reads back what the writers of binary formats wrote, for their tests: whether it is whole, and all the
// text that anybody could find in it.
package rendertest

import (
	"archive/zip"
	"bytes"
	"compress/zlib"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf16"
)

// Docx opens a Word file: its parts as they are, and every text and attribute of the XML among them.
func Docx(data []byte) (parts map[string]string, text string, err error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, "", err
	}
	parts = map[string]string{}
	var all strings.Builder
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			return nil, "", err
		}
		b, err := io.ReadAll(r)
		if err != nil {
			return nil, "", err
		}
		parts[f.Name] = string(b)
		if !strings.HasSuffix(f.Name, ".xml") && !strings.HasSuffix(f.Name, ".rels") {
			continue
		}
		d := xml.NewDecoder(bytes.NewReader(b))
		for {
			t, err := d.Token()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				return nil, "", fmt.Errorf("%s: %w", f.Name, err)
			}
			switch t := t.(type) {
			case xml.CharData:
				all.Write(t)
			case xml.StartElement:
				for _, a := range t.Attr {
					all.WriteString("\n" + a.Value + "\n")
				}
			case xml.EndElement:
				if t.Name.Local == "p" {
					all.WriteString("\n")
				}
			}
		}
	}
	return parts, all.String(), nil
}

var (
	stream = regexp.MustCompile(`(?s)stream\r?\n(.*?)\r?\nendstream`)
	object = regexp.MustCompile(`^\d+ 0 obj`)
)

// PDF opens a PDF of ours: its table of objects must point at objects. Lines that follow one another are parted by a blank.
func PDF(data []byte) (text string, err error) {
	if !bytes.HasPrefix(data, []byte("%PDF-")) || !bytes.HasSuffix(bytes.TrimSpace(data), []byte("%%EOF")) {
		return "", errors.New("it does not begin and end as a PDF")
	}
	_, rest, _ := bytes.Cut(data, []byte("\nstartxref\n"))
	at, err := strconv.Atoi(string(bytes.Fields(rest)[0]))
	if err != nil || at >= len(data) || !bytes.HasPrefix(data[at:], []byte("xref\n")) {
		return "", errors.New("startxref points nowhere")
	}
	lines := bytes.Split(data[at:], []byte("\n"))
	for _, l := range lines[3:] {
		if len(l) < 18 || l[17] != 'n' {
			break
		}
		n, err := strconv.Atoi(string(l[:10]))
		if err != nil || n >= len(data) || !object.Match(data[n:min(n+20, len(data))]) {
			return "", fmt.Errorf("no object at %q", l)
		}
	}
	var all strings.Builder
	plain := stream.ReplaceAllFunc(data, func(m []byte) []byte {
		body := stream.FindSubmatch(m)[1]
		r, err := zlib.NewReader(bytes.NewReader(body))
		if err != nil {
			return body // metadata, in plain
		}
		b, err := io.ReadAll(r)
		if err == nil && bytes.Contains(b, []byte(" Tj ET")) {
			return b
		}
		return nil // a font, or its tables
	})
	for _, s := range literals(plain) {
		all.WriteString(s + " ")
	}
	return all.String(), nil
}

// literals are the strings between parentheses, most of them UTF-16.
func literals(b []byte) []string {
	var out []string
	for i := 0; i < len(b); i++ {
		if b[i] != '(' {
			continue
		}
		var s []byte
		for i++; i < len(b) && b[i] != ')'; i++ {
			if b[i] == '\\' && i+1 < len(b) {
				i++
				if b[i] == 'r' {
					s = append(s, '\r')
					continue
				}
			}
			s = append(s, b[i])
		}
		s = bytes.TrimPrefix(s, []byte{0xFE, 0xFF})
		if len(s)%2 != 0 {
			out = append(out, string(s))
			continue
		}
		units := make([]uint16, len(s)/2)
		for k := range units {
			units[k] = uint16(s[2*k])<<8 | uint16(s[2*k+1])
		}
		out = append(out, string(utf16.Decode(units)))
	}
	return out
}
