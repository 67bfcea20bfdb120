package basemap

import (
	"math"

	"github.com/paulmach/orb"
)

// tolerances are how far a line may stray at each level, degrees, coarse to
// fine. The last is the data as it is.
var tolerances = [...]float64{0.25, 0.12, 0.06, 0.03, 0.015, 0.007, 0}

// level is the outlines at one level of detail.
type level struct {
	arcs   []orb.LineString
	bounds []orb.Bound
	rings  [][]polygon // by country
}

// polygon is the arcs of its rings and where it lies.
type polygon struct {
	rings [][]int
	bound orb.Bound
}

func (w *world) at(tolerance float64) *level {
	l := &level{arcs: make([]orb.LineString, len(w.arcs)), bounds: make([]orb.Bound, len(w.arcs)), rings: make([][]polygon, len(w.countries))}
	for i, a := range w.arcs {
		l.arcs[i] = a
		if tolerance > 0 {
			l.arcs[i] = Thin(a, tolerance)
		}
		l.bounds[i] = a.Bound()
	}
	for i, c := range w.countries {
		for _, rings := range c.polys {
			p := polygon{rings: rings, bound: l.join(rings[0]).Bound()}
			if p.bound.Max[0]-p.bound.Min[0] < tolerance && p.bound.Max[1]-p.bound.Min[1] < tolerance {
				continue // an island smaller than a pixel
			}
			l.rings[i] = append(l.rings[i], p)
		}
	}
	return l
}

// join puts a ring together out of its arcs; the slice is the caller's own. Where
// it reaches over the 180th meridian, longitudes go on beyond it.
func (l *level) join(ring []int) orb.Ring {
	n := 1
	for _, k := range ring {
		n += len(l.arcs[max(k, ^k)])
	}
	out := make(orb.Ring, 0, n)
	for _, k := range ring {
		a := l.arcs[max(k, ^k)]
		for i := range a {
			p := a[i]
			if k < 0 {
				p = a[len(a)-1-i]
			}
			if len(out) > 0 {
				p[0] = beside(out[len(out)-1][0], p[0])
				if out[len(out)-1] == p {
					continue
				}
			}
			out = append(out, p)
		}
	}
	if len(out) > 0 && out[0] != out[len(out)-1] {
		out = append(out, out[0])
	}
	if turn := -360 * math.Round(out.Bound().Center()[0]/360); turn != 0 {
		for i := range out {
			out[i][0] += turn
		}
	}
	return out
}

// Thin drops the points of a line that lie within tolerance of what is left
// (Douglas and Peucker 1973). Ends stay, so that lines which meet still meet. The
// line given is not changed.
func Thin[P ~[2]float64](line []P, tolerance float64) []P {
	if len(line) < 3 {
		return line
	}
	keep := make([]bool, len(line))
	keep[0], keep[len(line)-1] = true, true
	kept := 2
	todo := [][2]int{{0, len(line) - 1}}
	for len(todo) > 0 {
		from, to := todo[len(todo)-1][0], todo[len(todo)-1][1]
		todo = todo[:len(todo)-1]
		a, b := line[from], line[to]
		dx, dy := b[0]-a[0], b[1]-a[1]
		long := math.Hypot(dx, dy)
		far, at := 0.0, -1
		for i := from + 1; i < to; i++ {
			px, py := line[i][0]-a[0], line[i][1]-a[1]
			d := math.Hypot(px, py)
			if long > 0 {
				// A point beside the segment counts by its distance from it, one
				// beyond an end by its distance from that end.
				switch t := (px*dx + py*dy) / long; {
				case t > long:
					d = math.Hypot(line[i][0]-b[0], line[i][1]-b[1])
				case t > 0:
					d = math.Abs(px*dy-py*dx) / long
				}
			}
			if d > far {
				far, at = d, i
			}
		}
		if far > tolerance {
			keep[at] = true
			kept++
			todo = append(todo, [2]int{from, at}, [2]int{at, to})
		}
	}
	out := make([]P, 0, kept)
	for i, k := range keep {
		if k {
			out = append(out, line[i])
		}
	}
	return out
}
