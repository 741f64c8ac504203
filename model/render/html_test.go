package render_test

import (
	"bytes"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/gapbook/gapbook/model/render"
	"github.com/gapbook/gapbook/model/render/document"
	"github.com/gapbook/gapbook/model/render/rendertest"
)

// TestColoursCanBeRead: what is text has the contrast that WCAG AA asks for, on paper and on a tint, light, dark and printed.
func TestColoursCanBeRead(t *testing.T) {
	css, err := os.ReadFile("page.css")
	if err != nil {
		t.Fatal(err)
	}
	themes := regexp.MustCompile(`:root\{([^}]*)`).FindAllSubmatch(css, -1)
	if len(themes) != 3 {
		t.Fatalf("%d themes", len(themes))
	}
	for _, theme := range themes {
		colours := map[string]document.Colour{}
		for _, m := range regexp.MustCompile(`--(\w+):(#\w+)`).FindAllStringSubmatch(string(theme[1]), -1) {
			if len(m[2]) == 4 {
				m[2] = "#" + strings.Repeat(m[2][1:2], 2) + strings.Repeat(m[2][2:3], 2) + strings.Repeat(m[2][3:4], 2)
			}
			colours[m[1]] = document.Colour(m[2])
		}
		for _, text := range []string{"text1", "text2", "accent", "done", "limit"} {
			for _, ground := range []string{"paper", "tint"} {
				if x := colours[text].Contrast(colours[ground]); x < 4.5 {
					t.Errorf("%s on %s: %.2f in %s", text, ground, x, theme[1])
				}
			}
		}
	}
	for _, accent := range []document.Colour{"#000000", "#1a1a60", "#7a1f5c", "#b00020"} {
		if x := accent.Lighter("#14181e").Contrast("#1d232c"); x < 4.5 {
			t.Errorf("%s lightened: %.2f on the dark tint", accent, x)
		}
	}
	if x := document.Colour("#000000").Contrast("#ffffff"); x < 20.9 || x > 21.1 {
		t.Errorf("black on white: %.2f", x)
	}
}

func TestAPageOfAnything(t *testing.T) {
	d := rendertest.Hostile()
	d.Meta.Brand.Accent, d.Meta.Brand.Logo = "#7a1f5c", &document.Logo{Kind: "svg", Data: []byte("<svg/>")}
	page, err := render.HTML(d)
	if err != nil {
		t.Fatal(err)
	}
	for _, bad := range []string{"\x00", "\x1b", "\u202e", "ZgotmplZ", "style=", "<script"} {
		if bytes.Contains(page, []byte(bad)) {
			t.Errorf("holds %q", bad)
		}
	}
	for _, want := range []string{"img-src data:;", `src="data:image/svg&#43;xml;base64,PHN2Zy8&#43;"`, "--accent:#7a1f5c", ".w90{width:90%}", `id="picture-2-shows"`, "</tbody><tbody>", "<footer>"} {
		if !bytes.Contains(page, []byte(want)) {
			t.Errorf("lacks %s", want)
		}
	}
	ids := map[string]bool{}
	for _, m := range regexp.MustCompile(` id="([^"]*)"`).FindAllSubmatch(page, -1) {
		if id := string(m[1]); ids[id] && id != "here" { // the document has it twice
			t.Errorf("id %s twice", id)
		} else {
			ids[id] = true
		}
	}
	if len(render.Markdown(d)) == 0 || len(render.Terminal(d, 40)) == 0 {
		t.Error("nothing was written")
	}
}

func TestEveryFormatNamesTheFirm(t *testing.T) {
	d := &document.Document{Title: "Plan", Meta: document.Meta{Authors: []string{"Dana Ortiz", "Lee"}, Brand: document.Brand{Firm: "Ortiz & Co"}}}
	got := map[string][]byte{}
	for _, format := range render.Formats {
		data, notes, err := render.Write(format, d)
		if err != nil || len(notes) > 0 {
			t.Fatal(format, err, notes)
		}
		got[format] = data
	}
	for format, text := range texts(t, got) {
		if !strings.Contains(strings.ReplaceAll(string(text), "&amp;", "&"), "Prepared by Dana Ortiz and Lee, Ortiz & Co") {
			t.Errorf("%s: %s", format, text)
		}
	}
	if _, _, err := render.Write("doc", d); err == nil {
		t.Error("doc is written")
	}
}
