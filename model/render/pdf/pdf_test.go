package pdf_test

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"regexp"
	"strings"
	"testing"

	"github.com/gapbook/gapbook/model/render/document"
	"github.com/gapbook/gapbook/model/render/pdf"
	"github.com/gapbook/gapbook/model/render/rendertest"
)

func write(t *testing.T, d *document.Document) (data []byte, text string, notes []string) {
	t.Helper()
	data, notes, err := pdf.Write(d)
	if err != nil {
		t.Fatal(err)
	}
	again, _, _ := pdf.Write(d)
	if !bytes.Equal(data, again) {
		t.Error("other bytes the second time")
	}
	if text, err = rendertest.PDF(data); err != nil {
		t.Fatal(err)
	}
	for _, bad := range []string{"/JavaScript", "/JS", "/Launch", "/URI", "/Filespec", "/OpenAction"} {
		if bytes.Contains(data, []byte(bad)) {
			t.Errorf("holds %s", bad)
		}
	}
	return data, text, notes
}

func pages(data []byte) int { return len(regexp.MustCompile(`/Type /Page\b`).FindAll(data, -1)) }

func TestHostileDocument(t *testing.T) {
	_, text, notes := write(t, rendertest.Hostile())
	for _, want := range []string{"row499", "taller than a page", "Ж", "Ω", "é"} {
		if !strings.Contains(text, want) {
			t.Errorf("lacks %q", want)
		}
	}
	for _, bad := range []string{"\x00", "\x1b", "\u202e", "😀", "e\u0301"} {
		if strings.Contains(text, bad) {
			t.Errorf("holds %q", bad)
		}
	}
	if len(notes) != 1 || !strings.Contains(notes[0], "ب (U+0628)") || !strings.Contains(notes[0], " more") {
		t.Errorf("%q", notes)
	}
}

func TestCharactersThatTheFontLacks(t *testing.T) {
	for in, want := range map[string]string{
		"cafe\u0301 Łódź Αθήνα Москва": "café Łódź Αθήνα Москва|", "ﬁne ① ½ ①": "ﬁne 1 ½ 1|", "−5 ‑ ✗": "−5 - ×|",
		"ok 👍🏽": "ok ?|the PDF's font lacks 👍 (U+1F44D)", "李李": "??|the PDF's font lacks 李 (U+674E);", "מחר": "רחמ|",
	} {
		_, text, notes := write(t, &document.Document{Title: in})
		got := text + "|" + strings.Join(notes, "|")
		title, note, _ := strings.Cut(want, "|")
		if !strings.Contains(got, title) || !strings.Contains(got, note) || note == "" && len(notes) > 0 {
			t.Errorf("%q: %q", in, got)
		}
	}
}

func TestReadersFindTheirWay(t *testing.T) {
	d := &document.Document{Title: "Plan", Meta: document.Meta{Client: "Acme", Authors: []string{"Dana Ortiz"}, Date: "2026-03-04", Lang: "en"}}
	for i := range 4 {
		d.Add(document.PageBreak{}, document.Heading{Level: 1, ID: fmt.Sprint("h-", i), Text: fmt.Sprint("Part ", i)}, document.Heading{Level: 2, Text: "Sub"}, document.Para{Text: []document.Inline{{Text: "see "}, {Text: "there", Link: "#h-1"}}})
	}
	data, text, _ := write(t, d)
	for _, want := range []string{"Acme: Plan", "Page 1 of 5", "Page 5 of 5", "Contents", "Part 3"} {
		if !strings.Contains(text, want) {
			t.Errorf("lacks %q", want)
		}
	}
	if strings.Index(text, "Contents") > strings.Index(text, "Page 2 of 5") {
		t.Error("the contents are not on the first page")
	}
	for _, want := range []string{"/Outlines", "/Lang (en)", "/FontFile2", "/ToUnicode", "/CreationDate (D:20260304000000)", "<dc:title>"} {
		if !bytes.Contains(data, []byte(want)) {
			t.Errorf("lacks %s", want)
		}
	}
	if n := bytes.Count(data, []byte("/Subtype /Link")); n != 8 { // contents and text
		t.Errorf("%d links", n)
	}
}

// TestTablesBreakBetweenRows: on each page the header again, each row once.
func TestTablesBreakBetweenRows(t *testing.T) {
	table := document.Table{Columns: []document.Column{{Head: "Header"}, {Head: "Other"}}}
	for i := range 200 {
		table.Rows = append(table.Rows, document.Row{Cells: [][]document.Inline{document.Text(fmt.Sprintf("<%d>", i)), document.Text(strings.Repeat("two lines ", 12))}})
	}
	data, text, _ := write(t, &document.Document{Blocks: []document.Block{table}})
	if n, want := strings.Count(text, "Header"), pages(data); n != want || n < 5 {
		t.Errorf("%d headers on %d pages", n, want)
	}
	for i := range 200 {
		if n := strings.Count(text, fmt.Sprintf("<%d>", i)); n != 1 {
			t.Errorf("row %d stands there %d times", i, n)
		}
	}
}

// TestNothingIsLeftAlone: a heading is never the last of a page, nor a caption apart from its picture.
func TestNothingIsLeftAlone(t *testing.T) {
	for n := 22; n < 36; n++ { // a page holds about 33
		d := &document.Document{}
		for range n {
			d.Add(document.Para{Text: document.Text("x")})
		}
		d.Add(document.Heading{Level: 3, Text: "HEAD"}, document.Picture{Title: "CAPTION", W: 700, H: 100, Shapes: []document.Shape{document.Label{Text: "DRAWN", Size: 9}}})
		_, text, _ := write(t, d)
		parts := regexp.MustCompile(`Page \d+ of \d+`).Split(text, -1)
		for _, p := range parts {
			if a, b, c := strings.Contains(p, "HEAD"), strings.Contains(p, "DRAWN"), strings.Contains(p, "CAPTION"); (b || c) && !(a && b && c) {
				t.Errorf("%d before it: heading %v, picture %v, caption %v on one page", n, a, b, c)
			}
		}
	}
}

func TestTheFirmsBrand(t *testing.T) {
	var logo bytes.Buffer
	if err := png.Encode(&logo, image.NewGray16(image.Rect(0, 0, 40, 10))); err != nil {
		t.Fatal(err)
	}
	d := &document.Document{Title: "Plan", Meta: document.Meta{Brand: document.Brand{Firm: "Ortiz & Co", Footer: "Confidential", Accent: "#7a1f5c", Logo: &document.Logo{Kind: "png", Data: logo.Bytes(), W: 40, H: 10}}}}
	data, text, notes := write(t, d)
	if !strings.Contains(text, "Confidential") || !bytes.Contains(data, []byte("/Subtype /Image")) || len(notes) > 0 {
		t.Errorf("%q %q", text, notes)
	}
	d.Meta.Brand.Logo.Kind = "svg"
	if _, _, notes := write(t, d); len(notes) != 1 || !strings.Contains(notes[0], "SVG") {
		t.Errorf("%q", notes)
	}
}

// TestSoftBreaks: a section starts a page where the one before is nearly full, and flows on where it is not.
func TestSoftBreaks(t *testing.T) {
	for _, c := range []struct{ before, after, want int }{{5, 60, 2}, {5, 5, 1}, {26, 3, 1}, {26, 30, 2}, {10, 20, 1}} {
		d := &document.Document{}
		add := func(n int) {
			for range n {
				d.Add(document.Para{Text: document.Text("x")})
			}
		}
		add(c.before)
		d.Add(document.PageBreak{Soft: true}, document.Heading{Level: 1, Text: "NEXT"})
		add(c.after)
		data, text, _ := write(t, d)
		first := strings.Contains(strings.Split(text, "Page 2 of")[0], "NEXT")
		if n := pages(data); n != c.want || first != (c.before < 20 || c.want == 1) {
			t.Errorf("%d before and %d behind it: %d pages, begun on the first: %v", c.before, c.after, n, first)
		}
	}
}
