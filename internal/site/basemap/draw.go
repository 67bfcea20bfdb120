package basemap

import (
	"math"
	"strconv"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/clip"
)

// Drawing is what lies in a view, as SVG path data in its pixels.
type Drawing struct {
	Land    string // all land, to be filled
	Coasts  string // lines between land and water
	Borders string // lines between countries
	Dashed  string // borders of areas that have no ISO code
	Labels  []Label
}

// Label is the name of a country at the point where it should be written.
type Label struct {
	Code, Name string
	X, Y       float64
	Size       float64 // of the country, pixels
}

// Draw returns the outlines within v.
func (m *Map) Draw(v View) (Drawing, error) {
	l, err := m.levelFor(v)
	if err != nil {
		return Drawing{}, err
	}
	w, err := m.world()
	if err != nil {
		return Drawing{}, err
	}
	window := v.bound(8)
	var land, coasts, borders, disputed pen
	for i := range l.rings {
		l.fill(&land, v, window, i)
	}
	for i, a := range l.arcs {
		p := &coasts
		switch w.sides[i] {
		case border:
			p = &borders
		case dashed:
			p = &disputed
		case unused:
			continue
		}
		for _, turn := range around(window, l.bounds[i]) {
			for _, part := range clip.LineString(shifted(window, -turn), a) {
				p.line(v.turned(-turn), part, false)
			}
		}
	}
	d := Drawing{Land: land.String(), Coasts: coasts.String(), Borders: borders.String(), Dashed: disputed.String()}
	for _, c := range w.countries {
		// A name is written where its country is large enough to hold it.
		room := c.Size * v.Width / (v.East - v.West)
		if c.Code != "" && room > 7.5*float64(min(len(c.Name), 12)) && v.Contains(c.Label[0], c.Label[1]) {
			x, y := v.XY(c.Label[0], c.Label[1])
			d.Labels = append(d.Labels, Label{c.Code, c.Name, x, y, room})
		}
	}
	return d, nil
}

// Country returns the area of one country within v, empty when it does not
// reach into it or is not on the map.
func (m *Map) Country(v View, code string) (string, error) {
	l, err := m.levelFor(v)
	if err != nil {
		return "", err
	}
	w, err := m.world()
	if err != nil {
		return "", err
	}
	i, ok := w.byCode[code]
	if !ok {
		return "", nil
	}
	var p pen
	l.fill(&p, v, v.bound(8), i)
	return p.String(), nil
}

// Bounds is the box around the largest part of a country, degrees; ok is false
// when it is not on the map.
func (m *Map) Bounds(code string) (box orb.Bound, ok bool, err error) {
	l, err := m.levels[0]()
	if err != nil {
		return box, false, err
	}
	w, err := m.world()
	if err != nil {
		return box, false, err
	}
	i, ok := w.byCode[code]
	if !ok || len(l.rings[i]) == 0 {
		return box, false, nil
	}
	best := -1.0
	for _, p := range l.rings[i] {
		if a := (p.bound.Max[0] - p.bound.Min[0]) * (p.bound.Max[1] - p.bound.Min[1]); a > best {
			best, box = a, p.bound
		}
	}
	return box, true, nil
}

// Outline returns the coarse rings of a country, [lon, lat] in degrees, for
// whoever draws it themselves.
func (m *Map) Outline(code string) ([][][2]float64, error) {
	l, err := m.levels[3]()
	if err != nil {
		return nil, err
	}
	w, err := m.world()
	if err != nil {
		return nil, err
	}
	i, ok := w.byCode[code]
	if !ok {
		return nil, nil
	}
	var out [][][2]float64
	for _, p := range l.rings[i] {
		var ring [][2]float64
		for _, at := range l.join(p.rings[0]) {
			ring = append(ring, [2]float64{round(at[0], 1e3), round(at[1], 1e3)})
		}
		if len(ring) > 3 {
			out = append(out, ring)
		}
	}
	return out, nil
}

// Path is the path data of a closed ring of points ([lon, lat], degrees) in v,
// thinned to what can be seen.
func Path(v View, ring [][2]float64) string {
	r := make(orb.Ring, 0, len(ring)+1)
	for _, p := range ring {
		if !(math.Abs(p[0]) <= 360 && math.Abs(p[1]) <= 90) { // NaN neither
			continue
		}
		r = append(r, orb.Point{p[0], math.Min(math.Max(p[1], -MaxLatitude), MaxLatitude)})
	}
	if len(r) > 0 && r[0] != r[len(r)-1] {
		r = append(r, r[0])
	}
	var p pen
	p.line(v, orb.LineString(clip.Ring(v.bound(8), r)), true)
	return p.String()
}

// levelFor picks the coarsest level whose lines stray less than a pixel.
func (m *Map) levelFor(v View) (*level, error) {
	px := (v.East - v.West) / v.Width
	for i, t := range tolerances {
		if t <= px {
			return m.levels[i]()
		}
	}
	return m.levels[len(m.levels)-1]()
}

func (l *level) fill(p *pen, v View, window orb.Bound, country int) {
	px := (v.East - v.West) / v.Width
	for _, poly := range l.rings[country] {
		if poly.bound.Max[0]-poly.bound.Min[0] < 1.5*px && poly.bound.Max[1]-poly.bound.Min[1] < 1.5*px {
			continue // too small to be seen
		}
		for _, turn := range around(window, poly.bound) {
			for _, r := range poly.rings {
				p.line(v.turned(-turn), orb.LineString(clip.Ring(shifted(window, -turn), l.join(r))), true)
			}
		}
	}
}

// around lists by how many degrees b may be turned so that it meets the window.
func around(window, b orb.Bound) []float64 {
	var turns []float64
	for _, t := range [...]float64{0, -360, 360} {
		if window.Intersects(shifted(b, t)) {
			turns = append(turns, t)
		}
	}
	return turns
}

func shifted(b orb.Bound, degrees float64) orb.Bound {
	b.Min[0] += degrees
	b.Max[0] += degrees
	return b
}

// turned is the same window, looking at longitudes counted from elsewhere.
func (v View) turned(degrees float64) View {
	v.West += degrees
	v.East += degrees
	return v
}

// pen writes path data in tenths of a pixel, as differences.
type pen struct{ b []byte }

func (p *pen) String() string { return string(p.b) }

func (p *pen) line(v View, line orb.LineString, closed bool) {
	start := len(p.b)
	var lastX, lastY, n int
	for _, at := range line {
		fx, fy := v.XY(at[0], at[1])
		x, y := int(math.Round(fx*10)), int(math.Round(fy*10))
		switch {
		case n == 0:
			p.b = append(p.b, 'M')
			p.tenth(x)
			p.b = append(p.b, ' ')
			p.tenth(y)
			p.b = append(p.b, 'l')
		case x-lastX < 8 && lastX-x < 8 && y-lastY < 8 && lastY-y < 8:
			continue // nothing that an eye could see
		default:
			p.tenth(x - lastX)
			if y >= lastY {
				p.b = append(p.b, ' ')
			}
			p.tenth(y - lastY)
			p.b = append(p.b, ' ')
		}
		lastX, lastY, n = x, y, n+1
	}
	if n < 2 || closed && n < 3 {
		p.b = p.b[:start]
		return
	}
	if p.b[len(p.b)-1] == ' ' {
		p.b = p.b[:len(p.b)-1]
	}
	if closed {
		p.b = append(p.b, 'z')
	}
}

func (p *pen) tenth(n int) {
	if n < 0 {
		p.b = append(p.b, '-')
		n = -n
	}
	p.b = strconv.AppendInt(p.b, int64(n/10), 10)
	if n%10 != 0 {
		p.b = append(p.b, '.', byte('0'+n%10))
	}
}

func round(f, unit float64) float64 { return math.Round(f*unit) / unit }
