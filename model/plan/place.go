package plan

import (
	"fmt"
	"math"

	"github.com/gapbook/gapbook/model"
)

// later is where what fits nowhere goes; it comes after every phase.
const later = math.MaxInt

// room is what the three phases still take.
type room struct {
	perPhase int
	capacity *float64 // effort days a phase; nil: no limit
	used     map[int]float64
	extra    map[int]int // actions beyond the backbone
}

func newRoom(perPhase int, capacity *float64) *room {
	if capacity != nil && math.IsNaN(*capacity) {
		capacity = nil
	}
	return &room{perPhase: perPhase, capacity: capacity, used: map[int]float64{}, extra: map[int]int{}}
}

// hold counts an action in.
func (r *room) hold(phase int, effort *float64, backbone bool) {
	r.used[phase] += days(effort)
	if !backbone {
		r.extra[phase]++
	}
}

// fits says whether a phase has the days for it.
func (r *room) fits(phase int, effort *float64) bool {
	need := days(effort)
	return r.capacity == nil || need == 0 || r.used[phase]+need <= *r.capacity+hair
}

// bound is the phase that a remedy may not come before, and what stands there; 0 where it depends on nothing.
type bound struct {
	phase int
	needs string
}

// place finds the phase for a remedy, and counts it in with the effort it takes. The words say why it is not in its own
// phase, or why it is in none.
func (r *room) place(c candidate, effort *float64, earliest bound) (phase int, moved, left string) {
	phase = Phase(c.Phase)
	if earliest.phase == later {
		return later, "", fmt.Sprintf("%s, which it depends on, is for later", earliest.needs)
	}
	if earliest.phase > phase {
		phase = earliest.phase
		moved = fmt.Sprintf("not before %s, which it depends on", earliest.needs)
	}
	for {
		if !c.backbone && r.extra[phase] >= r.perPhase {
			return later, "", fmt.Sprintf("days %s already hold %s that rank higher", Span(phase), count(r.extra[phase], "action"))
		}
		if r.fits(phase, effort) {
			break
		}
		if phase == 90 {
			return later, "", fmt.Sprintf("the client's %s effort days a phase are taken", number(*r.capacity))
		}
		moved = fmt.Sprintf("the %s effort days of days %s are taken", number(*r.capacity), Span(phase))
		phase += 30
	}
	r.hold(phase, effort, c.backbone)
	return phase, moved, ""
}

// Span is a phase in words: "31 to 60".
func Span(phase int) string { return fmt.Sprintf("%d to %d", phase-29, phase) }

// days is an effort; a missing one counts 0, and so does one that is none.
func days(effort *float64) float64 {
	if effort == nil || !(*effort > 0) || math.IsInf(*effort, 0) {
		return 0
	}
	return *effort
}

func number(x float64) string { return fmt.Sprintf("%g", x) }

// holds says whether an action takes up room: a dropped one does not.
func holds(a model.Action) bool { return a.Status != model.Dropped }
