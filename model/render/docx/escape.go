package docx

import (
	"encoding/xml"
	"strings"
)

// escape makes a text fit for XML; what XML cannot hold becomes the replacement character.
func escape(s string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(s)) // a builder takes everything
	return b.String()
}
