package branding

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"image"
	_ "image/jpeg" // read by image.DecodeConfig
	_ "image/png"
	"io"
	"strconv"
	"strings"

	"github.com/gapbook/gapbook/model/render/document"
)

// mostPixels is far more than a logo needs, and little enough to unpack.
const mostPixels = 16 << 20

// logo says what kind of picture a file is, and how large.
func logo(data []byte) (*document.Logo, error) {
	c, kind, err := image.DecodeConfig(bytes.NewReader(data))
	switch {
	case err == nil && c.Width*c.Height > mostPixels:
		return nil, fmt.Errorf("%d x %d pixels are too many; 1000 across are plenty", c.Width, c.Height)
	case err == nil:
		if _, _, err := image.Decode(bytes.NewReader(data)); err != nil {
			return nil, fmt.Errorf("damaged: %w", err)
		}
		return &document.Logo{Kind: kind, Data: data, W: c.Width, H: c.Height}, nil
	case bytes.Contains(data, []byte("<svg")):
		return vector(data)
	}
	return nil, errors.New("not a PNG, JPEG or SVG")
}

// vector takes an SVG that only draws: nothing in it runs, and nothing is loaded.
func vector(data []byte) (*document.Logo, error) {
	l := &document.Logo{Kind: "svg", Data: data}
	d := xml.NewDecoder(bytes.NewReader(data))
	for first := true; ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			if first {
				return nil, errors.New("not a PNG, JPEG or SVG")
			}
			return l, nil
		}
		if err != nil {
			return nil, fmt.Errorf("not a whole SVG: %w", err)
		}
		switch t := token.(type) {
		case xml.Directive:
			if strings.Contains(string(t), "ENTITY") {
				return nil, errors.New("an SVG with entities is not taken")
			}
		case xml.ProcInst:
			if t.Target != "xml" {
				return nil, errors.New("an SVG that loads something is not taken")
			}
		case xml.StartElement:
			if first {
				if t.Name.Local != "svg" {
					return nil, errors.New("not a PNG, JPEG or SVG")
				}
				first = false
				l.W, l.H = viewBox(t)
			}
			if err := harmless(t); err != nil {
				return nil, err
			}
		case xml.CharData:
			if text := strings.ToLower(string(t)); strings.Contains(text, "@import") || strings.Contains(strings.ReplaceAll(text, "url(#", ""), "url(") {
				return nil, errors.New("an SVG that loads something is not taken")
			}
		}
	}
}

func harmless(t xml.StartElement) error {
	switch strings.ToLower(t.Name.Local) {
	case "script", "foreignobject", "iframe", "audio", "video", "set", "animate":
		return fmt.Errorf("an SVG with <%s> is not taken", t.Name.Local)
	}
	for _, a := range t.Attr {
		name, value := strings.ToLower(a.Name.Local), strings.ToLower(strings.TrimSpace(a.Value))
		switch {
		case strings.HasPrefix(name, "on"):
			return fmt.Errorf("an SVG with %s is not taken", a.Name.Local)
		case name == "href" && !strings.HasPrefix(value, "#") && !strings.HasPrefix(value, "data:image/png") && !strings.HasPrefix(value, "data:image/jpeg"),
			strings.Contains(strings.ReplaceAll(value, "url(#", ""), "url("):
			return errors.New("an SVG that loads something is not taken")
		}
	}
	return nil
}

// viewBox is an SVG's size, where it says one.
func viewBox(t xml.StartElement) (w, h int) {
	for _, a := range t.Attr {
		if a.Name.Local == "viewBox" {
			if f := strings.Fields(strings.ReplaceAll(a.Value, ",", " ")); len(f) == 4 {
				x, _ := strconv.ParseFloat(f[2], 64)
				y, _ := strconv.ParseFloat(f[3], 64)
				return int(x + 0.5), int(y + 0.5)
			}
		}
	}
	return 0, 0
}
