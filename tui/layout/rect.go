// Package layout splits the screen into rectangles and brings text to exact sizes, so that no screen counts cells or
// writes width-2. It imports only x/ansi and knows nothing of styles, keys or engagements.
package layout

// Rect is a part of the screen in cells. X and Y count from the corner of the whole that was split.
type Rect struct{ X, Y, W, H int }

// Screen is the whole of w by h cells.
func Screen(w, h int) Rect { return Rect{W: max(w, 0), H: max(h, 0)} }

// Has says whether a cell lies in the rectangle.
func (r Rect) Has(x, y int) bool { return x >= r.X && x < r.X+r.W && y >= r.Y && y < r.Y+r.H }

// Inset takes cells off all sides: x left and right, y above and below.
func (r Rect) Inset(x, y int) Rect {
	return Rect{r.X + x, r.Y + y, max(r.W-2*x, 0), max(r.H-2*y, 0)}
}

// Size asks for a share of a split.
type Size struct{ cells, weight, least int }

// Fixed asks for exactly n cells.
func Fixed(n int) Size { return Size{cells: n} }

// Flex asks for a share of what is left, by weight.
func Flex(weight int) Size { return Size{weight: weight} }

// FlexMin asks for a share of what is left, but for no fewer than least cells.
func FlexMin(weight, least int) Size { return Size{weight: weight, least: least} }

// Rows splits from top to bottom with gap empty cells between. The parts always fill the rectangle when one is flexible;
// what does not fit comes out with no height.
func (r Rect) Rows(gap int, sizes ...Size) []Rect {
	out := make([]Rect, len(sizes))
	y := r.Y
	for i, h := range split(r.H, gap, sizes) {
		out[i] = Rect{r.X, y, r.W, h}
		y += h + gap
	}
	return out
}

// Cols splits from left to right with gap empty cells between.
func (r Rect) Cols(gap int, sizes ...Size) []Rect {
	out := make([]Rect, len(sizes))
	x := r.X
	for i, w := range split(r.W, gap, sizes) {
		out[i] = Rect{x, r.Y, w, r.H}
		x += w + gap
	}
	return out
}

func split(total, gap int, sizes []Size) []int {
	out := make([]int, len(sizes))
	left := total - gap*max(len(sizes)-1, 0)
	weights := 0
	for i, s := range sizes {
		if s.weight == 0 {
			out[i] = max(min(s.cells, left), 0)
		} else {
			out[i] = max(min(s.least, left), 0)
			weights += s.weight
		}
		left -= out[i]
	}
	left = max(left, 0)
	// What is left goes to the flexible parts by weight, least sizes counted in, the remainder to the last of them.
	pool := left
	for i, s := range sizes {
		if s.weight > 0 {
			pool += out[i]
		}
	}
	for i, s := range sizes {
		if s.weight == 0 || weights == 0 {
			continue
		}
		want := max(pool*s.weight/weights, min(s.least, pool))
		weights -= s.weight
		if weights == 0 {
			want = pool
		}
		out[i] = want
		pool -= want
	}
	return out
}
