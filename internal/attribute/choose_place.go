package attribute

import (
	"math"
	"strings"
	"unicode"

	"isnad"
)

// choosePlace settles the place of a claim: of all places that the report names
// the one whose name has the greatest chance, against all others and against
// none of them; the chances of a name's mentions add up.
func (d *doc) choosePlace(p *partial) {
	m := placeModel()
	if !m.fitted {
		return
	}
	r := &d.ranked
	r.begin(len(d.foundPl))
	lent := math.Inf(-1) // the weight of a name that only says where the next lies
	sums := d.sumsHere(p)
	for i := range d.foundPl {
		if d.foundPl[i].m.aside || d.placeOfOtherClause(p, i) || d.ofAnotherDeed(p, i) || d.ofSpeaker(p, i) || sums && d.elsewhere(p, i) {
			lent = math.Inf(-1)
			continue
		}
		w := weigher{m: m}
		d.weighPlace(&w, p, i)
		w.sum = max(w.sum, lent)
		if lent = math.Inf(-1); d.onlyOfNext(i) {
			lent = w.sum
			continue
		}
		r.add(i, d.foundPl[i].who, w.sum)
	}
	who, share := r.best(func(int) bool { return false })
	p.placeP = share
	if name := d.inCapital(p); name != "" {
		p.place, p.within, p.rank = d.theCapital(p, name, who), nil, 2
		return
	}
	if i := d.beforeNobody(p); i >= 0 {
		c := &d.foundPl[i]
		p.place, p.within, p.rank = c.written(), c.within, c.m.rank
		return
	}
	again := d.townAgain(p)
	if again >= 0 && !d.liesThere(who, again) {
		p.toTown(d, &d.foundPl[again])
		return
	}
	if part, town := d.partApart(p, who); part != "" {
		p.within, p.rank = nil, 3
		p.toSpot(part, town)
		return
	}
	if part := d.partOfCountry(p); part != "" {
		p.place, p.within, p.rank = part, nil, 1
		return
	}
	if i := d.fronted(p, who); i >= 0 {
		who, again = d.foundPl[i].who, i
	}
	if who < 0 || again < 0 && share < m.line && share+d.shareOfWider(p, who) < m.line {
		d.placeOfNone(p)
		return
	}
	best := who // the mention of that name that stands best
	for i := range d.foundPl {
		if d.foundPl[i].who == who && r.each[i] > r.each[best] {
			best = i
		}
	}
	wider := best
	best = d.finerBefore(best)
	if best == wider {
		best = d.finerHere(p, best)
	}
	c := &d.foundPl[best]
	within := c.within
	if w := &d.foundPl[wider]; best != wider && !d.roll.holds(within, w.name) {
		within = append([]string{w.name}, within...)
	}
	if p.place != "" && !d.roll.same(p.place, c.name) && p.rank < c.m.rank && p.rank > 0 && !d.roll.holds(within, p.place) && (d.roll.holds(c.within, p.place) || len(within) == 0) {
		within = append(append([]string(nil), within...), p.place)
	}
	if !d.roll.same(p.place, c.name) || len(p.within) < len(within) {
		p.within = within
	}
	p.place, p.rank = c.name, c.m.rank
	if c.full != "" {
		p.place, p.within = c.full, append([]string{c.name}, p.within...)
		if name := d.namedLater(c); name != "" {
			p.place = name
		}
	}
	d.spotIn(p, c)
	if c.m.street && len(p.within) == 0 {
		if town := d.onlyTown(); town != nil {
			p.within = []string{town.name}
		}
	}
	d.streetIn(p, c)
}

// shareOfWider is what the place who shares with the places of the claim's own sentence that
// only say where it lies, or it lies in.
func (d *doc) shareOfWider(p *partial, who int) float64 {
	own, wider := false, 0.0
	best := &d.foundPl[who]
	for i := range d.foundPl {
		q := &d.foundPl[i]
		if dist, _ := d.far(p, q.f, q.si); dist != 0 || q.m.org || q.m.aside {
			continue
		}
		if q.who == who {
			own, best = true, q
		}
	}
	if !own {
		return 0
	}
	for i := range d.foundPl {
		q := &d.foundPl[i]
		if q.f == best.f && q.si == best.si && q.who != who && (d.roll.holds(best.within, q.name) || d.roll.holds(q.within, best.name)) {
			wider += d.ranked.each[i] / d.ranked.sum
		}
	}
	return wider
}

// placeOfNone settles where a claim was that none of the places named stands out for.
func (d *doc) placeOfNone(p *partial) {
	p.place, p.within = "", nil
	if a := d.oneOfParagraph(p); a != nil {
		p.toStreet(a)
	} else if a := d.addressAfter(p); a != nil && a.f == p.f0 && !overTown(p.event) {
		p.toStreet(a)
	} else if a := d.leadStreet(p); a != nil {
		p.toStreet(a)
	} else if c := d.movedInto(p); c != nil {
		p.place, p.within, p.rank = c.written(), c.within, c.m.rank
	} else if t := d.datelineTown(p); t != nil {
		p.place, p.rank = fromCapitals(t.name), t.m.rank
	} else if town := d.townOfItem(p); town != "" {
		p.place, p.within, p.rank = town, nil, 2
	} else if part := d.unnamedPart(p); part != "" {
		p.toSpot(part, d.nameOfTown())
	} else if spot := d.spotAgain(p); spot != "" {
		p.toSpot(spot, d.nameOfTown())
	} else if spot := d.spotLeft(p); spot != "" {
		p.toSpot(spot, d.nameOfTown())
	} else if t := d.onlyTown(); t != nil {
		if spot := d.bareSpot(p, t); spot != "" {
			p.toSpot(spot, fromCapitals(t.name))
		}
	}
}

// nameOfTown is the name of the report's only town, empty where there is none.
func (d *doc) nameOfTown() string {
	if t := d.onlyTown(); t != nil {
		return fromCapitals(t.name)
	}
	return ""
}

// spotIn adds to a town that was chosen the spot in it that the claim's sentence tells apart.
func (d *doc) spotIn(p *partial, c *foundPlace) {
	if spot := d.spotElsewhere(p, c); spot != "" {
		p.place, p.within = spot+" in "+c.name, append([]string{c.name}, c.within...)
		return
	}
	if c.full == "" && c.m.rank >= 1 && c.m.rank <= 2 && !c.m.street && !p.title && (c.m.known || c.f.items[c.m.nameTo-1].is(tTown|tArea)) && !c.f.items[c.m.nameTo-1].is(tPart) {
		if spot := d.spotApart(p); spot != "" {
			p.place, p.within = spot+" in "+c.name, append([]string{c.name}, p.within...)
		} else if spot := d.spotBehind(p); spot != "" {
			p.toSpot(spot, c.name)
		}
	}
	if c.full == "" && c.m.rank == 2 && c.m.known && !c.m.street && p.place == c.name {
		if part := d.unnamedPart(p); part != "" {
			p.toSpot(part, c.name)
		}
	}
	if c.full == "" && c.m.rank >= 2 && !c.m.street && p.place == c.name {
		if spot := d.bareSpot(p, c); spot != "" {
			p.toSpot(spot, c.name)
		}
	}
	if e := c.f.townsThing(c); c.full == "" && e > c.m.to {
		p.place, p.within = c.f.written(c.m.nameFrom, e), append([]string{c.name}, c.within...)
	}
}

// spotElsewhere is the spot that the claim's own sentence tells, where what was chosen for it is
// another spot in the same town, named by another sentence: "shot at a shop in Karm. ... Two were
// killed outside a library". Empty for none.
func (d *doc) spotElsewhere(p *partial, c *foundPlace) string {
	if c.full == "" || c.f == p.f0 && c.si == p.si0 || c.m.street || p.title || c.m.rank > 2 || !c.m.known {
		return ""
	}
	return d.spotApart(p)
}

// streetIn adds to a place that was chosen the street that the report gives for the claim.
func (d *doc) streetIn(p *partial, c *foundPlace) {
	if a := d.oneOfParagraph(p); a != nil && !c.m.street && c.m.rank >= 2 && (a.si != c.si || a.f != c.f) {
		p.place = c.name
		p.toStreet(a)
	} else if a := d.onlyAddress(c); a != nil && !p.bg && c.full == "" && !overTown(p.event) && !d.sumsOver(p, a) {
		p.closer(c, a)
	} else if !c.m.street && c.m.rank >= 2 && c.m.rank <= 3 {
		if a := d.addressAfter(p); a != nil && a.f == p.f0 {
			p.closer(c, a)
		}
	}
	if a := d.leadStreet(p); a != nil && p.place == c.name && !c.m.street && (c.m.rank == 1 || c.m.rank == 2) {
		p.closer(c, a)
	}
}

// closer puts a claim at the street a in the place c that was chosen for it, or by which the street's house is
// called.
func (p *partial) closer(c, a *foundPlace) {
	name := c.name
	if strings.HasPrefix(a.full, name+",") {
		name = a.name
	}
	p.within = append([]string{name}, c.within...)
	p.place, p.rank = a.written(), a.m.rank
}

// onlyOfNext tells whether a name only says where the next one lies: "the Damascus
// suburb of Daraya", "Oakland's Fruitvale neighborhood", "Segou region's Niono district".
func (d *doc) onlyOfNext(i int) bool {
	c := &d.foundPl[i]
	if !c.m.adj || i+1 >= len(d.foundPl) {
		return false
	}
	n := &d.foundPl[i+1]
	if n.f == c.f && n.si == c.si && !n.m.org && n.m.rank > 0 && c.f.ofHeads(c.m.to, n.m.nameFrom) {
		return true
	}
	if n.f != c.f || n.si != c.si || n.m.org || (n.m.rank < c.m.rank || n.m.rank < 2) && !(n.m.headed && n.m.rank > 0 && c.m.to == n.m.from) || n.m.from < c.m.to || n.m.from-c.m.to > 2 {
		return false
	}
	for k := c.m.to; k < n.m.from; k++ {
		if it := &c.f.items[k]; !it.is(tPlaceHead|tDir|tPlaceAdj) && c.f.word(k) != "of" {
			return false
		}
	}
	return true
}

// datelineTown is the town of the date line, which a deed of a town lies in that no other
// place is told of: "PEORIA, Ill. - Deputies want to know who left a wounded man at a door".
func (d *doc) datelineTown(p *partial) *foundPlace {
	if p.bg || overTown(p.event) || p.killed == nil && p.injured == nil {
		return nil
	}
	var town *foundPlace
	for i := range d.foundPl {
		switch q := &d.foundPl[i]; {
		case q.place.dateline:
			if town == nil && q.m.rank == 2 {
				town = q
			}
		case q.m.rank > 1 && !q.m.org && !q.m.aside && (town == nil || !town.called.same(q.called)):
			return nil // it may as well have been there
		case q.m.rank == 1 && !q.m.org && q.f == p.f0 && q.si == p.si0:
			return nil // "on a road in Karm province": only its capital bears that name
		}
	}
	return town
}

// fromCapitals is a name that a date line prints in capitals as text would have it: "SAN
// JUAN" is San Juan.
func fromCapitals(name string) string {
	if name != strings.ToUpper(name) {
		return name
	}
	first := true
	return strings.Map(func(r rune) rune {
		if first || !unicode.IsLetter(r) {
			first = !unicode.IsLetter(r)
			return r
		}
		return unicode.ToLower(r)
	}, name)
}

// onlyTown finds the town of a report that names one, in its date line or its
// text; nil where there is none, or several.
func (d *doc) onlyTown() *foundPlace {
	var town *foundPlace
	for i := range d.foundPl {
		q := &d.foundPl[i]
		if q.m.rank != 2 || !q.m.known || q.m.street || q.m.org && !q.place.dateline {
			continue
		}
		if town != nil && !town.called.same(q.called) {
			return nil
		}
		town = q
	}
	return town
}

// onlyAddress finds the street of the report where it tells of one town, c, and
// gives one address in it: then the two belong together, whichever sentence
// names them. Nil where there is none, or more than one of either.
func (d *doc) onlyAddress(c *foundPlace) *foundPlace {
	if c.m.rank > 2 || c.m.rank == 0 {
		return nil
	}
	var a, town *foundPlace
	for i := range d.foundPl {
		q := &d.foundPl[i]
		switch {
		case q.m.street && q.m.aside: // where somebody was caught
		case q.m.street:
			if a != nil && !a.called.same(q.called) {
				return nil
			}
			if a == nil || len(q.name) > len(a.name) {
				a = q
			}
		case q.m.rank == 2 && q.m.known && !q.m.org && !q.m.aside && !q.called.same(c.called):
			if c.m.rank == 2 || town != nil && !town.called.same(q.called) {
				return nil
			}
			town = q // the one town of that county
		}
	}
	return a
}

// overTown tells whether a deed is of a kind that falls on a town as a whole as
// often as on one address.
func overTown(e isnad.Event) bool {
	switch e {
	case isnad.EventAirStrike, isnad.EventDroneStrike, isnad.EventShelling, isnad.EventChemicalAttack, isnad.EventClash:
		return true
	}
	return false
}

// written is the most specific name that the report gives the place there.
func (c *foundPlace) written() string {
	if c.full != "" {
		return c.full
	}
	return c.name
}

// weighPlace weighs one place for a claim.
func (d *doc) weighPlace(w *weigher, p *partial, i int) {
	c := &d.foundPl[i]
	m := &c.m
	dist, t := d.far(p, c.f, c.si)
	w.on(fBias, true)
	distance(w, dist, c.f.inTitle)
	own := dist == 0
	same := p.place != "" && p.placeCut.same(c.called)
	if own {
		w.on(fOwnRank.at(m.rank), true)
		w.on(fOwnScore.at(step(d.scores[t.plScore+i-t.pl[0]])), true)
		w.on(fOwnBest, t.plBest == i)
		w.on(fOwnInside, m.from >= t.from && m.to <= t.to)
		w.on(fOwnBefore, m.to <= t.at)
		gap := m.from - t.at
		w.on(fOwnNear, gap >= 0 && gap < 8)
		w.on(fOwnFar, gap > 20 || gap < -20)
	} else {
		w.on(fOtherRank.at(m.rank), true)
		w.on(fOtherNoOwn, !p.hasOwn)
		w.on(fOtherNoOwnRank.at(m.rank), !p.hasOwn)
		w.on(fOtherBest, c.best)
		w.on(fOtherBackground, p.bg)
		w.on(fOtherSame, same)
	}
	fine := false
	for _, x := range p.fine {
		fine = fine || x == i || d.foundPl[x].called.id == c.called.id
	}
	w.on(fFiner, fine)
	w.on(fOnlyFiner, fine && len(p.fine) == 1)
	w.on(fOnlyFinerVague, fine && len(p.fine) == 1 && p.vague)
	w.on(fFinerVague, fine && p.vague)
	w.on(fFirstFiner, len(p.fine) > 0 && d.foundPl[p.fine[0]].called.id == c.called.id)
	w.on(fVagueOwn, own && d.vagueMention(i))
	w.on(fVagueOwnOnlyFiner, own && len(p.fine) == 1 && p.vague)
	w.on(fOwnOnlyFiner, own && len(p.fine) == 1)
	w.on(fOwnManyFiner, own && len(p.fine) > 1)
	w.on(fRuled, same)
	w.on(fRuledCarried, same && p.fr.carryPlace)
	w.on(fRuledRank.at(m.rank), same)
	w.on(fFinerThanRuled, !same && p.place != "" && len(c.within) > 0 && d.roll.holds(c.within, p.place))
	w.on(fWiderThanRuled, !same && len(p.within) > 0 && d.roll.holds(p.within, c.name))
	w.on(fAfterNothingOwn, own && m.prep < 0)
	d.weighStanding(w, p, i, dist, t)
	if w.names == nil {
		w.sum += c.base
	} else {
		d.placeItself(w, i)
	}
}

// placeItself weighs what a place is by itself, the same for every claim.
func (d *doc) placeItself(w *weigher, i int) {
	c := &d.foundPl[i]
	m := &c.m
	w.on(fContainer, d.isContainer(c, i))
	w.on(fHeaded, m.headed)
	w.on(fListed, m.known)
	w.on(fUnlistedBare, !m.known && !m.headed)
	w.on(fOrg, m.org)
	w.on(fOrigin, m.origin)
	w.on(fPossessive, m.adj)
	w.on(fHasWider, len(c.within) > 0)
	w.on(fOnce, c.freq == 1)
	w.on(fOften, c.freq > 2)
	w.on(fMostNamed, c.freq >= d.mostPl && m.rank >= 2)
	if m.prep >= 0 {
		if after, ok := fPlaceAfter.of(c.f.word(m.prep)); ok {
			w.on(after, true)
		} else {
			w.on(fAfterDeed, c.f.items[m.prep].is(tEv))
			w.on(fAfterLoc, c.f.items[m.prep].is(tLoc))
		}
	} else {
		w.on(fAfterNothing, true)
	}
	w.on(fSentenceStart, m.from == c.f.sents[c.si].from)
	d.placeStanding(w, i)
}

// isContainer tells whether a place only says where the name before it lies:
// "Ghouta near Damascus".
func (d *doc) isContainer(c *foundPlace, i int) bool {
	if i == 0 {
		return false
	}
	q := &d.foundPl[i-1]
	if q.m.adj {
		return false // "Aleppo's Hamdaniya quarter": the first only says where the second lies
	}
	return q.f == c.f && q.si == c.si && !q.m.org && c.m.from >= q.m.to && c.m.from-q.m.to <= 5 && d.linkedNear(c.f, q.m.to, c.m.from)
}
