package site

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"isnad"
	"isnad/internal/site/basemap"
	"isnad/internal/store"

	"github.com/paulmach/orb"
)

// drawAreas draws provinces, districts and countries that incidents lie
// somewhere in: an area with a count, never a point.
func (s *site) drawAreas(m *mapView, all []drawn, q store.IncidentQuery) error {
	areas, countries := map[string]int{}, map[string]int{}
	for _, d := range all {
		w := d.incident.Place
		if d.area() {
			k, ok := areas[d.place.ID]
			if !ok {
				n := q
				n.Place = d.place.ID
				a := mapArea{Path: basemap.Path(m.View, d.place.Area), Href: link("/incidents", n, ""), Label: plainText(d.place.Name)}
				a.X, a.Y, a.Wide = centre(m.View, d.place.Area)
				k = len(m.Areas)
				areas[d.place.ID] = k
				m.Areas = append(m.Areas, a)
				m.Data.Areas = append(m.Data.Areas, dataArea{Name: a.Label, Href: a.Href, Rings: [][][2]float64{turned(d.place.Area)}})
			}
			m.Areas[k].N++
			m.Data.Areas[k].N++
			continue
		}
		if _, _, _, ok := d.point(); ok || w.Country == "" || w.Precision == isnad.PlaceOpen {
			continue
		}
		k, ok := countries[w.Country]
		if !ok {
			path, err := s.base.Country(m.View, w.Country)
			if err != nil {
				return fmt.Errorf("drawing %s: %w", w.Country, err)
			}
			rings, err := s.base.Outline(w.Country)
			if err != nil {
				return fmt.Errorf("drawing %s: %w", w.Country, err)
			}
			if rings == nil {
				continue // not on the map; the list has it
			}
			n := q
			n.Country = w.Country
			a := mapArea{Path: path, Href: link("/incidents", n, ""), Label: s.base.Name(w.Country)}
			k = len(m.Countries)
			countries[w.Country] = k
			m.Countries = append(m.Countries, a)
			area := dataArea{Name: a.Label, Href: a.Href}
			for _, r := range rings {
				area.Rings = append(area.Rings, turned(r))
			}
			m.Data.Countries = append(m.Data.Countries, area)
		}
		m.Countries[k].N++
		m.Data.Countries[k].N++
	}
	for i := range m.Areas {
		m.Areas[i].Label = plural(m.Areas[i].N, "incident", "incidents") + " somewhere in " + m.Areas[i].Label
	}
	for i := range m.Countries {
		m.Countries[i].Label = plural(m.Countries[i].N, "incident", "incidents") + " somewhere in " + m.Countries[i].Label
	}
	return nil
}

// crowded is how close two spots may stand before they are drawn as one, pixels.
const crowded = 22

// drawSpots draws incidents whose place is known, those that stand too close
// together as one.
func (s *site) drawSpots(m *mapView, all []drawn, q store.IncidentQuery) {
	for _, d := range all {
		lon, lat, km, ok := d.point()
		if !ok {
			continue
		}
		i := d.incident
		m.Data.Spots = append(m.Data.Spots, dataSpot{
			Href: "/incidents/" + i.ID, Title: oneLine(i.Title), Line: whenWords(i.When) + ". " + figuresWords(i) + ".",
			Where: s.whereWords(i.Place) + ": " + s.whereClose(i.Place) + ".", Lat: lat, Lon: lon, KM: km, Near: i.Place.Precision != isnad.PlaceExact,
			Name: plainText(cut(40, first(i.Place.At, i.Place.Name))),
		})
		if !m.View.Contains(lon, lat) {
			continue
		}
		x, y := m.View.XY(lon, lat)
		r := m.View.Pixels(km, lat)
		if r < 6 {
			r = 0
		}
		here := orb.Point{lon, lat}.Bound()
		k := slices.IndexFunc(m.Spots, func(o spot) bool { return math.Hypot(o.X-x, o.Y-y) < crowded })
		if k < 0 {
			m.Spots = append(m.Spots, spot{X: x, Y: y, R: r, N: 1, Href: "/incidents/" + i.ID, Near: i.Place.Precision != isnad.PlaceExact,
				Label: plainText(i.Title) + ". " + whenWords(i.When) + ". " + figuresWords(i), lon: lon, lat: lat, box: here, name: first(i.Place.At, i.Place.Name)})
			continue
		}
		o := &m.Spots[k]
		o.N, o.box, o.R, o.Near = o.N+1, o.box.Union(here), math.Max(o.R, r), false
	}
	for k := range m.Spots {
		o := &m.Spots[k]
		if o.N == 1 {
			continue
		}
		n := q
		pad := math.Max(0.02, 0.15*math.Max(o.box.Max[0]-o.box.Min[0], o.box.Max[1]-o.box.Min[1]))
		n.BBox = &[4]float64{round(math.Max(o.box.Min[0]-pad, -180)), round(math.Max(o.box.Min[1]-pad, -90)),
			round(math.Min(o.box.Max[0]+pad, 180)), round(math.Min(o.box.Max[1]+pad, 90))}
		o.Href = link("/incidents", n, "")
		o.Label = plural(o.N, "incident", "incidents") + " at and near " + plainText(o.name)
		o.R = 0
	}
}

// name writes the names of places beside their spots where there is room.
func (m *mapView) name() {
	type box struct{ x0, y0, x1, y1 float64 }
	var taken []box
	for _, o := range m.Spots {
		taken = append(taken, box{o.X - 9, o.Y - 9, o.X + 9, o.Y + 9})
	}
	free := func(b box) bool {
		if b.x0 < 2 || b.x1 > m.View.Width-2 || b.y0 < 2 || b.y1 > m.View.Height-2 {
			return false
		}
		return !slices.ContainsFunc(taken, func(o box) bool { return b.x0 < o.x1 && o.x0 < b.x1 && b.y0 < o.y1 && o.y0 < b.y1 })
	}
	for _, o := range m.Spots {
		text := plainText(cut(28, o.name))
		wide := 7 * float64(len([]rune(text)))
		if text == "" {
			continue
		}
		right, left := box{o.X + 11, o.Y - 8, o.X + 13 + wide, o.Y + 8}, box{o.X - 13 - wide, o.Y - 8, o.X - 11, o.Y + 8}
		switch {
		case free(right):
			taken = append(taken, right)
			m.Names = append(m.Names, mapName{X: o.X + 12, Y: o.Y + 4, Text: text})
		case free(left):
			taken = append(taken, left)
			m.Names = append(m.Names, mapName{X: o.X - 12, Y: o.Y + 4, Text: text, Start: true})
		}
	}
	slices.SortStableFunc(m.Labels, func(a, b basemap.Label) int { return cmp.Compare(b.Size, a.Size) })
	m.Labels = slices.DeleteFunc(m.Labels, func(l basemap.Label) bool {
		half := 4 * float64(len(l.Name))
		b := box{l.X - half, l.Y - 10, l.X + half, l.Y + 6}
		if !free(b) {
			return true
		}
		taken = append(taken, b)
		return false
	})
}

// centre is the middle of a ring's box, in pixels and inside the view. wide tells
// whether a number has room there: in a small area it would look like a point.
func centre(v basemap.View, ring [][2]float64) (x, y float64, wide bool) {
	b := orb.Bound{Min: orb.Point{180, 90}, Max: orb.Point{-180, -90}}
	for _, p := range ring {
		if earthly(p[0], p[1]) {
			b = b.Union(orb.Point(p).Bound())
		}
	}
	x, y = v.XY(b.Center()[0], b.Center()[1])
	wide = (b.Max[0]-b.Min[0])/(v.East-v.West)*v.Width > 36
	return math.Min(math.Max(x, 12), v.Width-12), math.Min(math.Max(y, 12), v.Height-12), wide
}

func first(s ...string) string {
	for _, x := range s {
		if x != "" {
			return x
		}
	}
	return ""
}
