package crm

import (
	"bufio"
	"bytes"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"

	"github.com/gapbook/gapbook/model/inert"
)

// sampleSize is how much of a file is looked at to find its encoding, separator and header.
const sampleSize = 1 << 16

// decodeText makes UTF-8 of a file that begins with a byte order mark, takes lone carriage returns as line ends, and refuses
// what is no text. A file without a mark passes as it is: UTF-8, or Windows-1252, which is told cell by cell (see cell).
func decodeText(r io.Reader) (text *bufio.Reader, encoding, problem string, err error) {
	br := bufio.NewReaderSize(r, 2*sampleSize)
	start, err := br.Peek(4)
	encoding = "UTF-8"
	switch {
	case err != nil && err != io.EOF:
		return nil, "", "cannot be read: " + err.Error(), err
	case len(start) == 0:
		return nil, "", "the file is empty", nil
	case bytes.HasPrefix(start, []byte("PK\x03\x04")):
		return nil, "", "this is a workbook or an archive, not a CSV file", nil
	case bytes.HasPrefix(start, []byte("%PDF")), bytes.HasPrefix(start, []byte("\xd0\xcf\x11\xe0")):
		return nil, "", "this is a document, not a CSV file", nil
	case bytes.HasPrefix(start, []byte("\xef\xbb\xbf")):
		_, _ = br.Discard(3)
	case bytes.HasPrefix(start, []byte("\xff\xfe")), bytes.HasPrefix(start, []byte("\xfe\xff")):
		encoding = "UTF-16"
		utf16 := unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM)
		br = bufio.NewReaderSize(transform.NewReader(br, utf16.NewDecoder()), 2*sampleSize)
	}
	sample, _ := br.Peek(sampleSize)
	if bytes.IndexByte(sample, '\r') >= 0 && bytes.IndexByte(sample, '\n') < 0 {
		br = bufio.NewReaderSize(&macReader{br}, 2*sampleSize)
	}
	return br, encoding, "", nil
}

// macReader turns the carriage returns of old exports into line ends.
type macReader struct{ r io.Reader }

func (m *macReader) Read(p []byte) (int, error) {
	n, err := m.r.Read(p)
	for i, c := range p[:n] {
		if c == '\r' {
			p[i] = '\n'
		}
	}
	return n, err
}

// cell is a field without the blanks around it, as UTF-8. Bytes that are not UTF-8 are read as Windows-1252.
func cell(b []byte) []byte {
	for len(b) > 0 && b[0] <= ' ' {
		b = b[1:]
	}
	for len(b) > 0 && b[len(b)-1] <= ' ' {
		b = b[:len(b)-1]
	}
	for _, c := range b {
		if c >= utf8.RuneSelf {
			if !utf8.Valid(b) {
				b, _ = charmap.Windows1252.NewDecoder().Bytes(b)
			}
			return bytes.TrimSpace(b)
		}
	}
	return b
}

// shown makes visible what would act, and bounds the length, so that a name from a file is only ever text.
func shown(s string) string {
	if runes := []rune(s); len(runes) > 120 {
		s = string(runes[:120]) + "…"
	}
	return strings.NewReplacer("\n", "␊", "\t", "␉").Replace(inert.Show(s))
}
