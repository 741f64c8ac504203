package crm

import (
	"bytes"
	"math"
	"strconv"
	"strings"
)

// money is an amount as it was written. single is the separator if it has just one, before exactly three digits, which may
// be the decimal one after all; proof is the decimal separator that the amount shows beyond doubt.
type money struct {
	value         float64
	single, proof byte
	currency      string // a code, or a sign: $, EUR
	ok            bool
}

// parseMoney reads $21,000, 58.8k, 1.234,56 EUR, (1 200), CHF 1'200.50.
func parseMoney(b []byte) (m money) {
	if len(b) > 64 {
		return m
	}
	digits := make([]byte, 0, 32)
	var word []byte
	negative := false
	for i := 0; i < len(b); {
		c := b[i]
		switch {
		case c >= '0' && c <= '9', c == '.', c == ',':
			if len(word) > 0 && len(digits) > 0 {
				return m
			}
			if digits = append(digits, c); len(word) > 0 {
				m.sign(word)
				word = nil
			}
		case isLetter(c):
			word = append(word, c)
		case c == '$':
			m.currency = "$" + strings.ToUpper(string(word)) // $, or the R of R$
			word = nil
		case (c == '-' || c == '(') && len(digits) == 0:
			negative = true
		case c == ' ', c == '\'', c == ')', c == '+':
		case bytes.HasPrefix(b[i:], []byte("€")):
			m.currency, i = "EUR", i+2
		case bytes.HasPrefix(b[i:], []byte("£")):
			m.currency, i = "GBP", i+1
		case bytes.HasPrefix(b[i:], []byte("\u00a0")), bytes.HasPrefix(b[i:], []byte("¥")), bytes.HasPrefix(b[i:], []byte("\u202f")),
			bytes.HasPrefix(b[i:], []byte("’")):
		case c >= 0x80: // the rest of a character just passed
		default:
			return m
		}
		i++
	}
	scale := 1.0
	if len(word) > 0 {
		if scale = scaleOf(word); scale == 0 {
			scale = 1
			m.sign(word)
		}
	}
	v, ok := m.plain(digits, scale != 1)
	if !ok {
		return money{}
	}
	if m.value = v * scale; negative {
		m.value = -m.value
	}
	m.ok = !math.IsInf(m.value, 0)
	return m
}

func (m *money) sign(word []byte) {
	if len(word) == 3 {
		m.currency = strings.ToUpper(string(word))
	}
}

func scaleOf(word []byte) float64 {
	switch strings.ToLower(string(word)) {
	case "k", "tsd":
		return 1e3
	case "m", "mm", "mn", "mio":
		return 1e6
	case "b", "bn", "mrd":
		return 1e9
	}
	return 0
}

// plain turns digits with separators into a number.
func (m *money) plain(b []byte, scaled bool) (float64, bool) {
	dots, commas := bytes.Count(b, []byte(".")), bytes.Count(b, []byte(","))
	decimal := byte(0)
	switch {
	case dots > 0 && commas > 0:
		decimal = b[bytes.LastIndexAny(b, ".,")]
		m.proof = decimal
		if bytes.Count(b, []byte{decimal}) > 1 {
			return 0, false
		}
	case dots+commas == 1:
		i := bytes.IndexAny(b, ".,")
		if len(b)-i-1 == 3 && i >= 1 && i <= 3 && b[0] != '0' && !scaled {
			m.single = b[i] // a thousand, unless the column shows otherwise
		} else {
			decimal = b[i]
			m.proof = decimal
		}
	}
	out := b[:0]
	for _, c := range b {
		switch c {
		case decimal:
			out = append(out, '.')
		case '.', ',':
		default:
			out = append(out, c)
		}
	}
	v, err := strconv.ParseFloat(string(out), 64)
	return v, err == nil
}

// isDollar tells the currencies written with a bare $.
func isDollar(code string) bool {
	switch code {
	case "USD", "CAD", "AUD", "NZD", "SGD", "HKD", "TWD", "MXN", "ARS", "CLP", "COP", "UYU", "":
		return true
	}
	return false
}

// currencyOf makes a code of what stood beside an amount. A bare $ is the client's own where that is a dollar or a peso.
func currencyOf(sign, client string) string {
	switch sign {
	case "$":
		if isDollar(client) {
			return client
		}
		return "USD"
	case "$US":
		return "USD"
	case "$R":
		return "BRL"
	case "$A", "$AU":
		return "AUD"
	case "$C", "$CA":
		return "CAD"
	case "$MX":
		return "MXN"
	}
	return sign
}
