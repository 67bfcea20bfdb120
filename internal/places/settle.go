package places

import (
	"isnad"
)

// settle turns the choice into a Where.
func (g *Gazetteer) settle(w *isnad.Where, levels []level, chosen []choice, e env) {
	name := levels[0]
	if c := chosen[0]; c.ok && g.credible(c.candidate, levels, e) {
		if several(name.units) {
			g.several(w, levels, chosen)
			if w.Precision >= isnad.PlaceProvince && len(levels) > 1 && chosen[1].ok && isTown(chosen[1].rec.Kind) && isTown(c.rec.Kind) && !name.between && !name.border {
				// Quarters of a town, some of whose names are villages elsewhere.
				g.stand(w, chosen[1].candidate, isnad.PlaceNear)
			}
			return
		}
		g.stand(w, c.candidate, g.precision(c.candidate, name))
		return
	}
	for i, c := range chosen[1:] {
		if c.ok {
			g.stand(w, c.candidate, g.unlistedPrecision(&c.candidate, name, levels[i+1]))
			return
		}
	}
	// Nothing is listed. What the document is about may still say the country, and
	// a town named just before says where an unlisted quarter is.
	country := e.overwhelming()
	if len(e.near) > 0 && (name.sort == sortQuarter || name.sort == sortLandmark) {
		if n := e.near[0]; isTown(n.rec.Kind) && (country == "" && e.countries[n.rec.Country] >= 0.2 || n.rec.Country == country) && n.rec.Population >= 20_000 {
			g.stand(w, n, isnad.PlaceNear)
			return
		}
	}
	if name.country != "" {
		country = name.country
	}
	if country != "" && name.named {
		if r, ok := g.byCode(country); ok {
			p := isnad.PlaceCountry
			if name.border || name.side {
				p = isnad.PlaceWider
			}
			g.stand(w, candidate{ref: r, rec: g.record(r)}, p)
		}
	}
}

// credible refuses a choice that only chance supports: a small place without any
// parent or context that speaks for it, when others elsewhere bear the name too,
// or a spelling by skeleton.
func (g *Gazetteer) credible(c candidate, levels []level, e env) bool {
	if !isTown(c.rec.Kind) || len(levels) > 1 && len(leading(levels[1].units)) > 0 {
		return true
	}
	if len(e.countries) > 0 {
		return e.speaksOf(c.rec.Country) || c.score > 0.6 || c.exact && c.score > 0.45 && len(leading(levels[0].units)) == 1 && !hasUnlisted(levels[0].units)
	}
	if !c.exact {
		return c.score > 0.5
	}
	for _, o := range leading(levels[0].units) {
		if o.ref != c.ref && o.rec.Country != c.rec.Country && o.score > c.score-0.08 && c.score < 0.55 {
			return false
		}
	}
	return true
}

// precision is that of a listed place, by its kind and the words around it.
func (g *Gazetteer) precision(c candidate, p level) isnad.PlacePrecision {
	base := isnad.PlaceExact
	switch {
	case p.open:
		return isnad.PlaceOpen
	case p.border || p.between || c.region && c.rec.Kind == isnad.KindCountry:
		if isTown(c.rec.Kind) && !p.between {
			return isnad.PlaceNear
		}
		return isnad.PlaceWider
	case c.rec.Kind == isnad.KindCountry:
		if p.side || p.withdrawn {
			return isnad.PlaceWider
		}
		return isnad.PlaceCountry
	case c.rec.Kind == isnad.KindProvince:
		return isnad.PlaceProvince
	case c.rec.Kind == isnad.KindDistrict:
		return isnad.PlaceDistrict
	}
	if p.withdrawn || p.landmark || p.side || c.rec.Near || hasUnlisted(p.units) {
		base = isnad.PlaceNear
	}
	return base
}

func hasUnlisted(us []unit) bool {
	for _, u := range us {
		if len(u.cands) == 0 {
			return true
		}
	}
	return false
}

// unlistedPrecision is that of a name that is not listed, standing at c. A
// village "in Idlib", and anything in "rural Idlib", lies in the province rather
// than in the city.
func (g *Gazetteer) unlistedPrecision(c *candidate, name, wide level) isnad.PlacePrecision {
	if name.between {
		return isnad.PlaceWider
	}
	switch c.rec.Kind {
	case isnad.KindCountry:
		if name.side || name.border || wide.side || c.region {
			return isnad.PlaceWider
		}
		return isnad.PlaceCountry
	case isnad.KindProvince:
		return isnad.PlaceProvince
	case isnad.KindDistrict:
		return isnad.PlaceDistrict
	}
	if name.sort == sortTown || wide.rural {
		if p, ok := g.namesake(*c, wide); ok {
			*c = p
			return isnad.PlaceProvince
		}
	}
	return isnad.PlaceNear
}

// namesake is the province of the same name that the town lies in.
func (g *Gazetteer) namesake(c candidate, l level) (candidate, bool) {
	for _, o := range leading(l.units) {
		if o.rec.Kind == isnad.KindProvince && g.inside(&c, &o) {
			return o, true
		}
	}
	return candidate{}, false
}

// stand fills w in from the entry.
func (g *Gazetteer) stand(w *isnad.Where, c candidate, p isnad.PlacePrecision) {
	w.ID = placeID(c.rec.ID)
	w.At = g.layers[c.layer].MainName(c.index)
	w.Country = c.rec.Country
	w.Precision = p
	province, district := g.parentIDs(c.rec)
	w.Province, w.District = "", ""
	if province != 0 {
		w.Province = placeID(province)
	}
	if district != 0 {
		w.District = placeID(district)
	}
	w.Lat, w.Lon = nil, nil
	if p.Drawable() && c.rec.HasPoint {
		lat, lon := c.rec.Lat, c.rec.Lon
		w.Lat, w.Lon = &lat, &lon
	}
}

func several(us []unit) bool {
	n := 0
	for _, u := range us {
		if len(u.cands) > 0 {
			n++
		}
	}
	return n > 1
}

// several places a name that joins listed places: at the first when all are
// within 25 km of it, else in what contains them all.
func (g *Gazetteer) several(w *isnad.Where, levels []level, chosen []choice) {
	l, first := levels[0], chosen[0].candidate
	all := []candidate{first}
	far, sameProvince, sameCountry := 0.0, true, true
	seen := false
	for _, u := range l.units {
		if len(u.cands) == 0 {
			continue
		}
		if !seen { // the first listed unit is the one chosen
			seen = true
			continue
		}
		best, weight := candidate{}, -1e9
		for _, c := range u.cands {
			v := c.score + fits(&c, u.sort, &l.phrase)
			if c.rec.Country == first.rec.Country {
				v += 0.5
			}
			if c.rec.Province == first.rec.Province {
				v += 0.5
			}
			if v > weight {
				best, weight = c, v
			}
		}
		if best.rec.Country != first.rec.Country && !l.border && !l.between {
			continue // a fragment that is a place elsewhere
		}
		if len(chosen) > 1 && chosen[1].ok && g.agree(&best, &chosen[1].candidate, levels, 0, 1) < 0 {
			continue
		}
		all = append(all, best)
		sameCountry = sameCountry && best.rec.Country == first.rec.Country
		sameProvince = sameProvince && sameCountry && best.rec.Province == first.rec.Province && best.rec.Province != 0
		if best.rec.HasPoint && first.rec.HasPoint {
			far = max(far, distance(first.rec.Lat, first.rec.Lon, best.rec.Lat, best.rec.Lon))
		}
		if first.rec.Kind == isnad.KindCountry || best.rec.Kind == isnad.KindCountry {
			sameProvince = false
			far = 1e9
		}
	}
	if len(all) == 1 {
		g.stand(w, first, g.precision(first, l))
		return
	}
	switch {
	case l.border || l.between:
		g.stand(w, all[0], isnad.PlaceWider)
	case far <= 25 && isTown(first.rec.Kind):
		g.stand(w, first, isnad.PlaceNear)
	case sameProvince:
		if p, _, ok, _ := g.parents(first.rec); ok {
			g.stand(w, candidate{ref: p, rec: g.record(p)}, isnad.PlaceProvince)
			return
		}
		g.stand(w, first, isnad.PlaceWider)
	case sameCountry:
		if c, ok := g.byCode(first.rec.Country); ok {
			g.stand(w, candidate{ref: c, rec: g.record(c)}, isnad.PlaceWider)
		}
	default:
		g.stand(w, first, isnad.PlaceWider)
	}
}
