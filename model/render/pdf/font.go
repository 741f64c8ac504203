package pdf

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"codeberg.org/go-fonts/liberation/liberationsansbold"
	"codeberg.org/go-fonts/liberation/liberationsansregular"
	"codeberg.org/go-pdf/fpdf"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/text/unicode/norm"
)

const family = "sans"

// fonts are the two faces, what they hold and how wide it is; italics are the regular one, slanted.
type fonts struct {
	pdf      *fpdf.Fpdf
	has      map[rune]bool
	wide     [2]map[rune]float64 // at 1 point; regular, bold
	missed   map[rune]bool
	coverage [2]*sfnt.Font
	buf      sfnt.Buffer
}

func newFonts(pdf *fpdf.Fpdf) (*fonts, error) {
	f := &fonts{pdf: pdf, has: map[rune]bool{}, wide: [2]map[rune]float64{{}, {}}, missed: map[rune]bool{}}
	for i, ttf := range [][]byte{liberationsansregular.TTF, liberationsansbold.TTF} {
		pdf.AddUTF8FontFromBytes(family, [...]string{"", "B"}[i], ttf)
		var err error
		if f.coverage[i], err = sfnt.Parse(ttf); err != nil {
			return nil, err
		}
	}
	return f, pdf.Error()
}

// width is how wide a text stands.
func (f *fonts) width(s string, l look) float64 {
	face := 0
	if l.bold {
		face = 1
	}
	set := false
	sum := 0.0
	for _, r := range s {
		if r == tick {
			sum += tickWide
			continue
		}
		w, ok := f.wide[face][r]
		if !ok {
			if !set {
				f.use(look{bold: l.bold, size: 1000})
				set = true
			}
			w = float64(f.pdf.GetStringSymbolWidth(string(r))) / 1000
			f.wide[face][r] = w
		}
		sum += w
	}
	return sum * l.size
}

func (f *fonts) use(l look) {
	style := ""
	if l.bold {
		style = "B"
	}
	f.pdf.SetFont(family, style, l.size)
}

func (f *fonts) holds(r rune) bool {
	ok, known := f.has[r]
	if !known {
		ok = r <= 0xFFFF
		for _, c := range f.coverage {
			i, err := c.GlyphIndex(&f.buf, r)
			ok = ok && err == nil && i != 0
		}
		f.has[r] = ok
	}
	return ok
}

// alike stands for a character that the fonts lack, and means the same.
var alike = map[rune]string{
	'✔': "✓", '✗': "×", '✘': "×", '‑': "-", '⇒': "→", '➔': "→", '➜': "→", '⟶': "→",
}

// fit composes a text and replaces what the fonts lack: by what means the same, by its plain form, else by a question mark,
// which is remembered.
func (f *fonts) fit(s string) string {
	plain := true
	for i := range len(s) {
		if s[i] > '~' {
			plain = false
			break
		}
	}
	if plain {
		return s
	}
	var b strings.Builder
	for _, r := range norm.NFC.String(s) {
		switch {
		case r == 0x200D || r == 0x200C: // joins what the fonts draw apart
		case r == tick || f.holds(r):
			b.WriteRune(r)
		case alike[r] != "":
			b.WriteString(alike[r])
		case steers(r):
		default:
			b.WriteString(f.plain(r))
		}
	}
	return b.String()
}

// steers says whether a character only changes its neighbour: variants, skin tones, accents that nothing composes.
func steers(r rune) bool {
	return unicode.Is(unicode.Mn, r) || r >= 0x1F3FB && r <= 0x1F3FF || r >= 0xE0100 && r <= 0xE01EF
}

func (f *fonts) plain(r rune) string {
	var b strings.Builder
	for _, x := range norm.NFKD.String(string(r)) {
		if f.holds(x) {
			b.WriteRune(x)
		} else if !unicode.Is(unicode.Mn, x) {
			f.missed[r] = true
			return "?"
		}
	}
	return b.String()
}

// notes names what was replaced.
func (f *fonts) notes() []string {
	if len(f.missed) == 0 {
		return nil
	}
	var all []rune
	for r := range f.missed {
		all = append(all, r)
	}
	slices.Sort(all)
	var names []string
	for _, r := range all[:min(len(all), 5)] {
		names = append(names, fmt.Sprintf("%c (U+%04X)", r, r))
	}
	s := strings.Join(names, ", ")
	if n := len(all) - len(names); n > 0 {
		s += fmt.Sprintf(" and %d more", n)
	}
	return []string{"the PDF's font lacks " + s + "; a question mark stands there (html and docx hold them)"}
}
