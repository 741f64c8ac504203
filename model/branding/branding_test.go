package branding_test

import (
	"bytes"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/gapbook/gapbook/model/branding"
)

func put(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

func picture(t *testing.T) string {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 30, 10))); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestMistakesHaveAPlace(t *testing.T) {
	dir := t.TempDir()
	put(t, filepath.Join(dir, "logo.png"), picture(t))
	put(t, filepath.Join(dir, "half.png"), picture(t)[:60])
	put(t, filepath.Join(dir, "text.png"), "no picture")
	put(t, filepath.Join(dir, "good.svg"), `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><rect fill="url(#g)" width="9" height="9"/></svg>`)
	for name, body := range map[string]string{
		"script": `<script>x</script>`, "on": `<rect onload="x"/>`, "far": `<image href="https://x.test/a.png"/>`, "style": `<style>@import url(x)</style>`, "fill": `<rect fill="url(http://x.test)"/>`, "cut": `<g>`,
	} {
		put(t, filepath.Join(dir, name+".svg"), `<svg xmlns="http://www.w3.org/2000/svg">`+body+`</svg>`)
	}
	for src, want := range map[string]string{
		"":        "",
		"firm: A": "",
		"firm: Ortiz & Co\nfooter: Confidential\naccent: \"#7A1F5C\"\nlogo: logo.png\n": "",
		"logo: good.svg":               "",
		"accent: blue":                 `:1:9: accent should be a colour like "#1f5f8b", not "blue"`,
		"firm: A\naccent: \"#ffcc00\"": `:2:9: accent #ffcc00 is too pale to read on a light ground: contrast 1.4, text needs 4.5`,
		"color: red":                   `:1:1: unknown key "color"; there are firm, footer, accent and logo`,
		"firm: [":                      `:1:7: not YAML`,
		"logo: gone.png":               `:1:7: logo gone.png: no such file or directory`,
		"logo: half.png":               `:1:7: logo half.png: damaged`,
		"logo: text.png":               `:1:7: logo text.png: not a PNG, JPEG or SVG`,
		"logo: .":                      `:1:7: logo .: not a file`,
		"logo: script.svg":             `an SVG with <script> is not taken`,
		"logo: on.svg":                 `an SVG with onload is not taken`,
		"logo: far.svg":                `an SVG that loads something`,
		"logo: style.svg":              `an SVG that loads something`,
		"logo: fill.svg":               `an SVG that loads something`,
		"logo: cut.svg":                `not a whole SVG`,
	} {
		_, problems := branding.Read(filepath.Join(dir, branding.Name), []byte(src))
		got := ""
		for _, p := range problems {
			got += p.Error()
		}
		if strings.Contains(want, "no such file") && got != "" {
			want = strings.Split(want, "no such")[0] // as the system says it
		}
		if (want == "") != (got == "") || !strings.Contains(got, want) {
			t.Errorf("%q: %s", src, got)
		}
	}
	b, _ := branding.Read(filepath.Join(dir, branding.Name), []byte("firm: \"A\\e[31m\"\naccent: \"#7A1F5C\"\nlogo: logo.png\n"))
	if b.Firm != "A" || b.Accent != "#7a1f5c" || b.Logo == nil || b.Logo.Kind != "png" || b.Logo.W != 30 || b.Logo.H != 10 {
		t.Errorf("%+v", b)
	}
}

func TestTheFileBesideTheEngagementComesFirst(t *testing.T) {
	home, work := t.TempDir(), t.TempDir()
	for _, v := range []string{"HOME", "XDG_CONFIG_HOME", "AppData"} {
		t.Setenv(v, home)
	}
	firm := func(engagement string) string {
		b, problems, err := branding.Load(engagement)
		if err != nil || len(problems) > 0 {
			t.Fatal(err, problems)
		}
		return b.Firm
	}
	file := filepath.Join(work, "acme.yaml")
	if got := firm(file); got != "" {
		t.Errorf("without a file: %q", got)
	}
	config, err := os.UserConfigDir()
	if err != nil {
		t.Fatal(err)
	}
	put(t, filepath.Join(config, "gapbook", branding.Name), "firm: Own\n")
	if got := firm(file) + firm("-"); got != "OwnOwn" {
		t.Errorf("in the configuration: %q", got)
	}
	put(t, filepath.Join(work, branding.Name), "firm: Beside\n")
	if got := firm(file) + firm("-"); got != "BesideOwn" {
		t.Errorf("beside: %q", got)
	}
	put(t, filepath.Join(work, branding.Name), strings.Repeat("#", 2<<20))
	if _, _, err := branding.Load(file); err == nil {
		t.Error("a huge file was read")
	}
}
