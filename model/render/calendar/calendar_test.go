package calendar_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"github.com/gapbook/gapbook/model/render/calendar"
)

// line is one property, unfolded and taken apart.
type line struct{ name, value string }

// parse is strict: every line ends with CRLF, has no more than 75 octets, and is text.
func parse(t interface{ Fatalf(string, ...any) }, data []byte) []line {
	s := string(data)
	if !strings.HasSuffix(s, "\r\n") || strings.Count(s, "\n") != strings.Count(s, "\r\n") || strings.Count(s, "\r") != strings.Count(s, "\r\n") {
		t.Fatalf("a line does not end with CRLF: %q", s)
	}
	var out []line
	for _, l := range strings.Split(strings.TrimSuffix(s, "\r\n"), "\r\n") {
		if len(l) > 75 || !utf8.ValidString(l) {
			t.Fatalf("%d octets, or half a character: %q", len(l), l)
		}
		if rest, folded := strings.CutPrefix(l, " "); folded {
			out[len(out)-1].value += rest
			continue
		}
		name, value, ok := strings.Cut(l, ":")
		if !ok || name == "" || strings.Trim(name, "ABCDEFGHIJKLMNOPQRSTUVWXYZ-;=") != "" {
			t.Fatalf("no property: %q", l)
		}
		out = append(out, line{name, value})
	}
	return out
}

func text(t interface{ Fatalf(string, ...any) }, s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '\\' && i+1 < len(s):
			i++
			switch s[i] {
			case 'n':
				b.WriteByte('\n')
			case '\\', ';', ',':
				b.WriteByte(s[i])
			default:
				t.Fatalf("an unknown escape in %q", s)
			}
		case s[i] == ';' || s[i] == ',' || s[i] == '\\' || s[i] < ' ' && s[i] != '\t':
			t.Fatalf("%q stands bare in %q", s[i], s)
		default:
			b.WriteByte(s[i])
		}
	}
	return b.String()
}

func TestEvents(t *testing.T) {
	got := parse(t, calendar.Write(calendar.Calendar{Name: "X", AsOf: "2026-04-01", Events: []calendar.Event{
		{UID: "a@gapbook", Day: "2026-12-31", Title: "Write; it, down", Text: "one\ntwo \\ three"},
		{UID: "b@gapbook", Title: "No day"},
		{UID: "c@gapbook", Day: "2026-05-01", Title: "Dropped", Cancelled: true},
	}}))
	var have []string
	for _, l := range got {
		have = append(have, l.name+":"+l.value)
	}
	want := `BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//gapbook//gapbook//EN
CALSCALE:GREGORIAN
METHOD:PUBLISH
X-WR-CALNAME:X
BEGIN:VEVENT
UID:a@gapbook
DTSTAMP:20260401T000000Z
LAST-MODIFIED:20260401T000000Z
SEQUENCE:2282
DTSTART;VALUE=DATE:20261231
DTEND;VALUE=DATE:20270101
SUMMARY:Write\; it\, down
DESCRIPTION:one\ntwo \\ three
TRANSP:TRANSPARENT
STATUS:CONFIRMED
END:VEVENT
BEGIN:VEVENT
UID:c@gapbook
DTSTAMP:20260401T000000Z
LAST-MODIFIED:20260401T000000Z
SEQUENCE:2282
DTSTART;VALUE=DATE:20260501
DTEND;VALUE=DATE:20260502
SUMMARY:Dropped
TRANSP:TRANSPARENT
STATUS:CANCELLED
END:VEVENT
END:VCALENDAR`
	if strings.Join(have, "\n") != want {
		t.Errorf("got\n%s", strings.Join(have, "\n"))
	}
	// A day later everything counts as newer.
	if later := string(calendar.Write(calendar.Calendar{AsOf: "2026-04-02", Events: []calendar.Event{{UID: "a", Day: "2026-04-09"}}})); !strings.Contains(later, "SEQUENCE:2283\r\n") {
		t.Error("SEQUENCE does not grow")
	}
}

// TestAnyTextComesBack folds and escapes whatever there is.
func TestAnyTextComesBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		title := rapid.StringOf(rapid.RuneFrom([]rune("a ;,\\nüß漢👩🏽‍🚀:\"\n"))).Draw(t, "title")
		for _, l := range parse(t, calendar.Write(calendar.Calendar{Events: []calendar.Event{{UID: "a", Day: "2026-04-09", Title: title}}})) {
			if l.name == "SUMMARY" {
				if got := text(t, l.value); got != title {
					t.Fatalf("%q came back as %q", title, got)
				}
			}
		}
	})
}
