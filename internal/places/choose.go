package places

import (
	"isnad"
	"isnad/internal/places/table"
)

const (
	beam        = 12
	unlisted    = 0.30  // what the name weighs when it is left without an entry
	ignored     = -0.35 // what a wider name weighs that has entries and is left without
	agreement   = 0.70  // one lies in the other
	contradicts = -1.6
)

// choose picks an entry, or none, for the first unit of every level so that the
// whole weighs most. It goes from the widest to the narrowest and keeps the best
// few assignments.
func (g *Gazetteer) choose(levels []level, e env) []choice {
	levels = levels[:min(len(levels), maxLevels)]
	var was, now [beam]state
	states := append(was[:0], state{})
	next := now[:0]
	var weights []float64 // of the candidates by themselves
	for i := len(levels) - 1; i >= 0; i-- {
		cands := leading(levels[i].units)
		none := unlisted
		if i > 0 && len(cands) > 0 && cands[0].exact && cands[0].score >= 0.5 && !hasUnlisted(levels[i].units) && !e.strange(cands) {
			none = ignored
		}
		weights = weights[:0]
		for k := range cands {
			weights = append(weights, g.weigh(&cands[k], levels, i, e))
		}
		next = next[:0]
		for _, s := range states {
			next = s.push(next, i, none, nil)
			for k := range cands {
				w := weights[k]
				for wide := len(levels) - 1; wide > i; wide-- {
					if p := s.picks[wide]; p != nil {
						w += g.agree(&cands[k], p, levels, i, wide)
					}
				}
				next = s.push(next, i, w, &cands[k])
			}
		}
		states, next = next, states
	}
	out := make([]choice, len(levels))
	for i := range out {
		if c := states[0].picks[i]; c != nil {
			out[i] = choice{*c, true}
		}
	}
	return out
}

// maxLevels is how many levels Resolve makes at most: the name, six wider ones and
// a country that stood in the name.
const maxLevels = 8

// state is an assignment of the wider levels; nil where none was picked.
type state struct {
	weight float64
	picks  [maxLevels]*candidate
}

// push adds what s becomes with c at level i to the best states, in their order;
// of equals the first comes first.
func (s *state) push(best []state, i int, w float64, c *candidate) []state {
	w += s.weight
	at := len(best)
	for at > 0 && w > best[at-1].weight {
		at--
	}
	if at == beam {
		return best
	}
	if len(best) < beam {
		best = append(best, state{})
	}
	copy(best[at+1:], best[at:])
	best[at] = state{w, s.picks}
	best[at].picks[i] = c
	return best
}

// leading gives the candidates of the first listed unit.
func leading(us []unit) []candidate {
	for _, u := range us {
		if len(u.cands) > 0 {
			return u.cands
		}
	}
	return nil
}

func leadingUnit(us []unit) (unit, bool) {
	for _, u := range us {
		if len(u.cands) > 0 {
			return u, true
		}
	}
	return unit{}, false
}

// weigh is what a candidate weighs by itself: prominence, the sort of place that
// the words ask for, and the document's countries and places.
func (g *Gazetteer) weigh(c *candidate, levels []level, i int, e env) float64 {
	l := &levels[i]
	w := c.score
	u, _ := leadingUnit(l.units)
	w += fits(c, u.sort, &l.phrase)
	if c.rec.Kind == isnad.KindProvince && u.sort != sortProvince && u.sort != sortArea && l.sort != sortProvince && g.hasNamesake(c, u.cands) {
		w -= 0.3 // the city is meant
	}
	if len(e.countries) > 0 {
		// What the document is about weighs on the name; its parents were written to
		// say more than that.
		if i == 0 {
			w += 0.6*e.countries[c.rec.Country] - 0.15
		} else {
			w += 0.1 * e.countries[c.rec.Country]
		}
		if !e.speaksOf(c.rec.Country) {
			switch {
			case !c.exact || hasUnlisted(l.units):
				w -= 0.6 // likeness to a name elsewhere, or half a name, says nothing
			case i == 0 || isTown(c.rec.Kind) && e.hasOneOf(leading(l.units)):
				w -= 0.3
			case e.strange(leading(l.units)):
				w -= 0.3
			}
		}
	}
	if hasUnlisted(l.units) && c.rec.Kind == isnad.KindTown {
		w -= 0.2 // the name may be a fragment of a longer one
	}
	if l.country != "" && c.rec.Country != l.country {
		w -= 0.5
	}
	if i == 0 && l.sort == sortQuarter && c.rec.Kind == isnad.KindTown && len(levels) == 1 {
		w -= 0.35 // a neighbourhood of some town, not a village that bears its name
	}
	if !c.exact && i == 0 && len(levels) == 1 && e.countries[c.rec.Country] < 0.15 && len(e.near) == 0 {
		w -= 0.3 // a spelling by skeleton needs someone to vouch for it
	}
	if i == 0 && isTown(c.rec.Kind) {
		w += nearness(c, l, e)
	}
	return w
}

// nearness weighs how far the town c lies from the places named just before. A
// quarter or a landmark is sought in the town named last and nowhere else.
func nearness(c *candidate, l *level, e env) float64 {
	for k := range e.near {
		n := &e.near[k]
		if !n.rec.HasPoint {
			continue
		}
		d := distance(c.rec.Lat, c.rec.Lon, n.rec.Lat, n.rec.Lon)
		if k == 0 && isTown(n.rec.Kind) && (l.sort == sortQuarter || l.sort == sortLandmark) && c.rec.Kind == isnad.KindTown {
			if c.ref == n.ref || d <= 8+radius(&n.rec) {
				return 0.3
			}
			return contradicts / 2
		}
		if d < 150 {
			return 0.3 / float64(k+1)
		}
	}
	return 0
}

// fits says how the entry's kind goes with the place words beside the name.
func fits(c *candidate, s sortOf, p *phrase) float64 {
	k := c.rec.Kind
	if s == 0 {
		s = p.sort
	}
	switch s {
	case sortProvince:
		switch k {
		case isnad.KindProvince:
			return 0.5
		case isnad.KindDistrict:
			return 0.1
		}
		return -0.3
	case sortDistrict:
		switch k {
		case isnad.KindDistrict:
			return 0.35
		case isnad.KindProvince:
			return -0.1
		}
	case sortCity, sortTown:
		if isTown(k) {
			return 0.25
		}
		return -0.4
	case sortQuarter, sortLandmark:
		if k == isnad.KindQuarter {
			return 0.2
		}
		if k == isnad.KindProvince || k == isnad.KindDistrict {
			return -0.1
		}
	case sortArea:
		if k == isnad.KindProvince {
			return 0.35
		}
	case sortRegion:
		if isTown(k) && c.score < 0.55 {
			return -0.3
		}
	}
	return 0
}

// hasNamesake tells whether a town in the province is among the candidates.
func (g *Gazetteer) hasNamesake(p *candidate, cands []candidate) bool {
	for k := range cands {
		c := &cands[k]
		if c.rec.Kind == isnad.KindTown && c.rec.Rank >= table.RankSeat2 && g.inside(c, p) {
			return true
		}
	}
	return false
}

// agree weighs whether the narrower candidate n at level i lies in the wider one
// w at level k.
func (g *Gazetteer) agree(n, w *candidate, levels []level, i, k int) float64 {
	if n.rec.Country != w.rec.Country {
		if w.region && w.rec.Kind == isnad.KindCountry {
			return contradicts / 2 // a region may reach over a border
		}
		return contradicts
	}
	if n.ref == w.ref {
		return agreement // the name is said again
	}
	switch w.rec.Kind {
	case isnad.KindCountry:
		return agreement / 2
	case isnad.KindProvince, isnad.KindDistrict:
		if g.inside(n, w) {
			return agreement
		}
		if w.rec.Kind == isnad.KindDistrict && n.rec.District == 0 && n.rec.Province == w.rec.Province {
			return 0.2
		}
		// Provinces change their borders, and a city is named for the one around
		// it: near by is no contradiction.
		if n.rec.HasPoint && w.rec.HasPoint && distance(n.rec.Lat, n.rec.Lon, w.rec.Lat, w.rec.Lon) < 40 {
			return 0
		}
		return contradicts
	}
	// w is a town: a quarter of it, or a place beside it.
	if n.region && n.rec.HasPoint && distance(n.rec.Lat, n.rec.Lon, w.rec.Lat, w.rec.Lon) < 80 {
		return 0.3 // "Eastern Ghouta, Damascus"
	}
	if !isTown(n.rec.Kind) {
		if n.rec.Kind != isnad.KindCountry && g.inside(w, n) {
			return 0.2 // "Aleppo province, Aleppo"
		}
		return contradicts
	}
	d := distance(n.rec.Lat, n.rec.Lon, w.rec.Lat, w.rec.Lon)
	reach := 8 + radius(&w.rec)
	quarter := levels[i].sort == sortQuarter || levels[i].sort == sortLandmark
	switch {
	case d <= reach:
		return agreement * 0.9
	case quarter:
		return contradicts
	case d <= 40 && n.rec.Province == w.rec.Province:
		return 0.3
	case d <= 25, d <= 45 && w.rec.Rank == table.RankCapital:
		return 0.15
	}
	return contradicts
}

// inside tells whether n lies in the country, province or district w.
func (g *Gazetteer) inside(n, w *candidate) bool {
	if n.rec.Country != w.rec.Country {
		return false
	}
	switch w.rec.Kind {
	case isnad.KindCountry:
		return true
	case isnad.KindProvince, isnad.KindDistrict:
		p, d := g.parentIDs(n.rec)
		return p == w.rec.ID || d == w.rec.ID
	}
	return false
}
