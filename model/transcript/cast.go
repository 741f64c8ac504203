package transcript

import (
	"slices"
	"strings"

	"github.com/gapbook/gapbook/model"
	"github.com/gapbook/gapbook/model/names"
)

// Side of the table that a speaker sits on. An unknown one is empty.
type Side string

const (
	Seller Side = "seller" // the client's own people
	Buyer  Side = "buyer"
)

// Voice is who a speaker is.
type Voice struct {
	Person string // id, empty where nobody of the engagement is meant
	Side   Side
	Rep    bool // the rep whose call this is
}

// Cast says of each speaker who it is, as far as that is known: what the call's speakers map says, else the person of
// the same name (for the call's rep the first name will do where nobody else here has it), else the side that the file
// itself tells. People of the engagement are the client's own, so they sit on the seller's side.
func Cast(e *model.Engagement, call *model.Call, t *Transcript) map[string]Voice {
	out := make(map[string]Voice, len(t.Speakers))
	for _, name := range t.Speakers {
		v := Voice{Side: t.Sides[name]}
		switch given := call.Speakers[name]; {
		case given == string(Buyer), given == string(Seller):
			v.Side = Side(given)
		case given != "":
			if e.Person(given) != nil {
				v = Voice{Person: given, Side: Seller}
			}
		default:
			if p := personNamed(e, name); p != "" {
				v = Voice{Person: p, Side: Seller}
			}
		}
		out[name] = v
	}
	firstNamed(e, call, out)
	for name, v := range out {
		v.Rep = v.Person != "" && v.Person == call.Rep
		out[name] = v
	}
	return out
}

// Mappable says whether a speaker may be mapped to this.
func Mappable(e *model.Engagement, to string) bool {
	return to == string(Buyer) || to == string(Seller) || e.Person(to) != nil
}

// bare is a speaker's name without what meeting tools let people add: "Josh Davis (Acme)", "Josh Davis | Acme".
func bare(name string) []string {
	for _, cut := range []string{"(", "[", "|", " - ", " @ ", " / "} {
		if i := strings.Index(name, cut); i > 0 {
			name = name[:i]
		}
	}
	w := names.Words(name)
	for i := range w {
		w[i] = names.Fold(w[i])
	}
	slices.Sort(w) // "Davis, Josh" is Josh Davis
	return w
}

// personNamed finds the one person with a speaker's full name.
func personNamed(e *model.Engagement, name string) string {
	want, found := bare(name), ""
	if len(want) == 0 {
		return ""
	}
	for _, p := range e.People {
		if p.Name != "" && slices.Equal(bare(p.Name), want) {
			if found != "" {
				return ""
			}
			found = p.ID
		}
	}
	return found
}

// firstNamed gives the call's rep, where nobody has that name in full, to the one speaker who goes by a part of it.
func firstNamed(e *model.Engagement, call *model.Call, cast map[string]Voice) {
	rep := e.Person(call.Rep)
	if rep == nil || rep.Name == "" {
		return
	}
	full, found := bare(rep.Name), ""
	for name, v := range cast {
		if v.Person == rep.ID {
			return
		}
		if w := bare(name); call.Speakers[name] == "" && v.Person == "" && v.Side != Buyer && len(w) == 1 && len([]rune(w[0])) > 2 && slices.Contains(full, w[0]) {
			if found != "" {
				return
			}
			found = name
		}
	}
	if found != "" {
		cast[found] = Voice{Person: rep.ID, Side: Seller}
	}
}
