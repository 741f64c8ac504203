package model

import (
	"crypto/rand"
	"regexp"
	"strings"
)

// crockford is base32 without the letters that are misread: i, l, o and u.
const crockford = "0123456789abcdefghjkmnpqrstvwxyz"

var idShape = regexp.MustCompile(`^[\p{L}\p{N}_-]+$`)

// ValidID says whether s may stand as an id: letters, digits, hyphen and underscore.
func ValidID(s string) bool { return idShape.MatchString(s) }

// NewID makes an id that two people working apart will not both make: the prefix of its kind and random letters.
func NewID(prefix string) string {
	var raw [7]byte
	_, _ = rand.Read(raw[:])
	var b strings.Builder
	b.WriteString(prefix + "-")
	for _, c := range raw {
		b.WriteByte(crockford[c%32])
	}
	return b.String()
}

// Slug turns a name into an id that a person would have chosen: "Demo & Proof" becomes demo-proof.
func Slug(name string) string {
	var b strings.Builder
	gap := false
	for _, r := range strings.ToLower(name) {
		if idShape.MatchString(string(r)) && r != '-' && r != '_' {
			if gap && b.Len() > 0 {
				b.WriteByte('-')
			}
			b.WriteRune(r)
			gap = false
		} else {
			gap = true
		}
	}
	return b.String()
}
