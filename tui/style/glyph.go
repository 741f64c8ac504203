package style

// The glyphs. All are one cell wide in every terminal we know; each carries its meaning without colour.
const (
	Pointer  = "›" // the selected row
	Crumb    = "›" // between the parts of the breadcrumb
	Dot      = "●" // something, present, field
	Ring     = "○" // belief
	Half     = "◐"
	Check    = "✓"
	Cross    = "✗"
	Minus    = "–" // not applicable, no value
	Bullet   = "·"
	Up       = "▲"
	Down     = "▼"
	Move     = "→" // it would go elsewhere
	Warn     = "!"
	Rule     = "─"
	BarFull  = "█"
	BarLine  = "━"
	BarHalf  = "╸"
	Ellipsis = "…"
	Clock    = "◷"
	Recorded = "■"
	Reported = "◆"
)

// Lens is the glyph of a lens, by its id in the playbook: belief is hollow, what was found in the field is solid.
func Lens(id string) string {
	switch id {
	case "believed":
		return Ring
	case "reported":
		return Reported
	case "observed":
		return Dot
	case "recorded":
		return Recorded
	}
	return Bullet
}

// Result is the glyph of a rubric answer.
func Result(r string) string {
	switch r {
	case "yes":
		return Check
	case "partly":
		return Half
	case "no":
		return Cross
	case "na":
		return Minus
	}
	return Bullet
}

// Status is the glyph of something planned, begun, done or given up.
func Status(s string) string {
	switch s {
	case "done", "accepted":
		return Check
	case "doing", "started":
		return Half
	case "dropped", "dismissed":
		return Cross
	}
	return Ring
}
