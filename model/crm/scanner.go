package crm

import "strings"

// scanner eats a date from the left.
type scanner struct{ b []byte }

func (s *scanner) more() bool { return len(s.b) > 0 }

func (s *scanner) number() (n, digits int) {
	for len(s.b) > 0 && s.b[0] >= '0' && s.b[0] <= '9' && digits < 9 {
		n, digits = n*10+int(s.b[0]-'0'), digits+1
		s.b = s.b[1:]
	}
	return n, digits
}

func (s *scanner) eat(any string) byte {
	if len(s.b) > 0 && strings.IndexByte(any, s.b[0]) >= 0 {
		c := s.b[0]
		s.b = s.b[1:]
		return c
	}
	return 0
}

func (s *scanner) blanks() {
	for s.eat(" ,.-") != 0 {
	}
}

func (s *scanner) word() string {
	n := 0
	for n < len(s.b) && isLetter(s.b[n]) {
		n++
	}
	w := string(s.b[:n])
	s.b = s.b[n:]
	return w
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// clock reads what follows the day: nothing, or a time of day in milliseconds and a zone that is dropped.
func (s *scanner) clock() (ms int, ok bool) {
	sep := s.eat("T ,")
	for s.eat(" ,") != 0 {
	}
	if w, rest := s.peekWord(); w == "at" {
		s.b = rest
		s.blanks()
	}
	if !s.more() {
		return 0, true
	}
	h, digits := s.number()
	if sep == 0 || digits == 0 || digits > 2 || s.eat(":.h") == 0 {
		return 0, false
	}
	m, digits := s.number()
	if digits != 2 || h > 24 || m > 59 {
		return 0, false
	}
	if s.eat(":.") != 0 {
		sec, digits := s.number()
		if digits != 2 || sec > 60 {
			return 0, false
		}
		ms = sec * 1000
		if s.eat(".,") != 0 {
			frac, digits := s.number()
			for ; digits < 3; digits++ {
				frac *= 10
			}
			for ; digits > 3; digits-- {
				frac /= 10
			}
			ms += frac
			s.number()
		}
	}
	for s.eat(" ") != 0 {
	}
	w, rest := s.peekWord()
	switch w {
	case "am", "a":
		s.b = rest
		if h == 12 {
			h = 0
		}
	case "pm", "p":
		s.b = rest
		if h < 12 {
			h += 12
		}
	}
	for _, c := range s.b {
		if !isLetter(c) && (c < '0' || c > '9') && strings.IndexByte(" +-:.()/_[]", c) < 0 && c < 0x80 {
			return 0, false
		}
	}
	return min((h*60+m)*60000+ms, 86_400_000), true
}

func (s *scanner) peekWord() (string, []byte) {
	t := scanner{s.b}
	w := strings.ToLower(t.word())
	return w, t.b
}
