package places

import (
	"cmp"
	"math"
	"slices"

	"isnad"
	"isnad/internal/places/table"
)

const (
	kmPerDegree = 111.2
	ringPoints  = 40 // most points of a division's ring, the closing one left out
)

// distance is that on the sphere, in kilometres.
func distance(lat1, lon1, lat2, lon2 float64) float64 {
	const rad = math.Pi / 180
	a := math.Sin((lat2 - lat1) * rad / 2)
	b := math.Sin((lon2 - lon1) * rad / 2)
	h := a*a + math.Cos(lat1*rad)*math.Cos(lat2*rad)*b*b
	return 2 * 6371 * math.Asin(math.Sqrt(min(1, h)))
}

// area fills in the ring and the radius of a division from the towns in it: the
// convex hull of circles of 4 km (province) or 3 km (district) around them. With
// no town known the division has no area.
func (g *Gazetteer) area(p *isnad.Place, rec table.Record) {
	margin := 3.0
	if rec.Kind == isnad.KindProvince {
		margin = 4
	}
	var pts [][2]float64
	for _, t := range g.layers {
		from, to := t.Within(rec.Country, rec.Province, rec.District)
		for k := from; k < to; k++ {
			if m := t.Record(k); m.HasPoint && isTown(m.Kind) {
				pts = append(pts, [2]float64{m.Lon, m.Lat})
			}
		}
	}
	if len(pts) == 0 && rec.HasPoint {
		pts = append(pts, [2]float64{rec.Lon, rec.Lat})
	}
	if len(pts) == 0 || spansDateLine(pts) {
		return
	}
	p.Area = ring(pts, margin)
	for _, q := range p.Area {
		p.RadiusKM = max(p.RadiusKM, math.Round(distance(p.Lat, p.Lon, q[1], q[0])))
	}
}

// spansDateLine tells whether points lie on both sides of 180°: a hull there
// would go round the Earth, so none is drawn.
func spansDateLine(pts [][2]float64) bool {
	low, high := 180.0, -180.0
	for _, p := range pts {
		low, high = min(low, p[0]), max(high, p[0])
	}
	return high-low > 180
}

// ring is the convex hull of circles of margin km around pts, closed, of at most
// ringPoints+1 points.
func ring(pts [][2]float64, margin float64) [][2]float64 {
	const corners = 8
	hulled := hull(pts)
	round := make([][2]float64, 0, corners*len(hulled))
	for _, p := range hulled {
		dy := margin / kmPerDegree
		dx := dy / max(0.05, math.Cos(p[1]*math.Pi/180))
		for k := range corners {
			a := 2 * math.Pi * float64(k) / corners
			lon := min(180, max(-180, p[0]+dx*math.Cos(a)))
			lat := min(90, max(-90, p[1]+dy*math.Sin(a)))
			round = append(round, [2]float64{math.Round(lon*1e4) / 1e4, math.Round(lat*1e4) / 1e4})
		}
	}
	h := hull(round)
	for len(h) > ringPoints {
		h = dropFlattest(h)
	}
	return append(h, h[0])
}

// hull is the convex hull by Andrew's monotone chain, counter-clockwise.
func hull(pts [][2]float64) [][2]float64 {
	s := slices.Clone(pts)
	slices.SortFunc(s, func(a, b [2]float64) int { return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1])) })
	s = slices.Compact(s)
	if len(s) < 3 {
		return s
	}
	var h [][2]float64
	for pass := range 2 {
		base := len(h)
		for _, p := range s {
			for len(h) >= base+2 && cross(h[len(h)-2], h[len(h)-1], p) <= 0 {
				h = h[:len(h)-1]
			}
			h = append(h, p)
		}
		h = h[:len(h)-1]
		if pass == 0 {
			slices.Reverse(s)
		}
	}
	return h
}

func cross(a, b, c [2]float64) float64 {
	return (b[0]-a[0])*(c[1]-a[1]) - (b[1]-a[1])*(c[0]-a[0])
}

// dropFlattest removes the corner whose loss changes the area least.
func dropFlattest(h [][2]float64) [][2]float64 {
	best, least := 0, math.Inf(1)
	for i := range h {
		a := math.Abs(cross(h[(i+len(h)-1)%len(h)], h[i], h[(i+1)%len(h)]))
		if a < least {
			best, least = i, a
		}
	}
	return slices.Delete(h, best, best+1)
}
