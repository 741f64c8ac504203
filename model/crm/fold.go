package crm

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// fold reduces a name to what two people would agree on: no case, accents, blanks or punctuation. "Négociation / Review "
// and "negociation_review" are one.
func fold(s string) string {
	var b strings.Builder
	for _, r := range norm.NFKD.String(s) {
		switch {
		case r == 'ß':
			b.WriteString("ss")
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return b.String()
}

// isBlank tells blanks and the words for "no value" from values.
func isBlank(b []byte) bool {
	if len(b) == 0 {
		return true
	}
	if len(b) > 12 || b[0] >= '0' && b[0] <= '9' { // nearly every cell that is asked about is a number or a day
		return false
	}
	switch strings.ToLower(string(b)) {
	case "tbd", "tba", "tbc", "n/a", "na", "none", "null", "nil", "-", "--", "—", "–", "?", "unknown", "not set", "(blank)", "offen":
		return true
	}
	return false
}

// isTrue reads a flag. Anything unknown is false.
func isTrue(b []byte) bool {
	if len(b) == 0 || len(b) > 8 || b[0]|0x20 == 'f' || b[0]|0x20 == 'n' || b[0] == '0' {
		return false
	}
	switch strings.ToLower(string(b)) {
	case "true", "yes", "y", "1", "t", "x", "wahr", "ja", "vrai", "oui", "verdadero", "si", "sí":
		return true
	}
	return false
}

// closedName tells won and lost by their usual names, folded.
func closedName(folded string) outcome {
	switch {
	case strings.HasPrefix(folded, "closedwon"), strings.HasPrefix(folded, "closewon"):
		return outcomeWon
	case strings.HasPrefix(folded, "closedlost"), strings.HasPrefix(folded, "closelost"):
		return outcomeLost
	}
	switch folded {
	case "won", "dealwon", "wonclosed", "gewonnen", "abgeschlossengewonnen", "geschlossengewonnen", "gagne", "gagnee",
		"fermegagne", "fermeegagnee", "clotureegagnee", "conclugagne", "ganado", "ganada", "cerradaganada", "cerradoganado",
		"vinto", "vinta", "chiusovinto", "chiusavinta", "ganho", "fechadoganho", "fechadoeganho", "wygrane", "wygrana":
		return outcomeWon
	case "lost", "deallost", "lostclosed", "verloren", "abgeschlossenverloren", "geschlossenverloren", "perdu", "perdue",
		"fermeperdu", "fermeeperdue", "clotureeperdue", "concluperdu", "perdido", "perdida", "cerradaperdida",
		"cerradoperdido", "perso", "persa", "chiusoperso", "chiusapersa", "fechadoperdido", "fechadoeperdido", "przegrane",
		"przegrana":
		return outcomeLost
	}
	return outcomeUnknown
}
