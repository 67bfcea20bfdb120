package attribute

import (
	"strings"

	"isnad"
	"isnad/internal/places"
)

// placeMention is a place named in a sentence: the phrase [from, to) and the
// name in it [nameFrom, nameTo), in items.
type placeMention struct {
	from, to         int
	nameFrom, nameTo int
	rank             int  // 3 part of a town, 2 town, 1 district, province or side, 0 country
	known            bool // the gazetteer has it
	headed           bool // a word such as "town" or "district" shows that it is a place
	prep             int  // item of the word of place before it, -1
	org              bool // inside the name of an organisation or a speaker
	speaker          bool // inside the name of who speaks: still the place of a clinic's patients
	aside            bool // only where somebody speaks or is brought
	origin           bool // where the attackers stand or come from
	street           bool // a street, with its block or without
	adj              bool // "Aleppo's", "Syrias": only there to say of what the next name is part
	id               string
}

// placePhrases finds the places named in the items [from, to).
func (d *doc) placePhrases(f *field, s *sentence, out []placeMention) []placeMention {
	from, to := s.from, s.to
	for i := from; i < to; {
		if !d.opensPlace(f, i) {
			i++
			continue // most words
		}
		p, ok := d.placePhrase(f, s, i, out)
		if !ok {
			i++
			continue
		}
		if n := len(out); n > 0 && f.headOfBefore(&out[n-1], &p) {
			q := &out[n-1]
			q.to, q.nameTo, q.headed, q.adj = p.from+1, p.from+1, true, false
			i = q.to
			continue
		}
		d.surroundings(f, s, &p)
		if n := len(out); n > 0 && !out[n-1].org && p.prep >= 0 && f.word(p.prep) == "from" && f.distant(s, p.prep) {
			p.origin = true // "in X, 30 km from Y"
		}
		p.aside = p.aside || f.measuredBy(s, &p, out) || f.setBetween(&p, out)
		p.org = p.org || f.ofPeople(&p) || f.slain(s, &p) || f.standsAccused(s, &p)
		p.aside = p.aside || (f.toldFrom(s, &p) || f.spokeThere(s, &p)) && (len(out) > 0 && !out[len(out)-1].org || f.word(p.prep) == "from" || d.placeTold())
		p.street = p.street || p.nameTo-p.nameFrom > 1 && f.items[p.nameTo-1].is(tCap) && streetWord(f.word(p.nameTo-1)) && !f.ofLaw(p.nameTo-1)
		p.aside = p.aside || f.items[p.nameTo-1].is(tCap) && f.ofLaw(p.nameTo-1)
		p.aside = p.aside || p.street && f.caughtThere(s, p.prep) || f.takenThere(s, &p)
		if n := len(out); n > 0 && out[n-1].origin && p.from-out[n-1].to <= 2 && d.linked(f, out[n-1].to, p.from) {
			p.origin = true
		}
		if n := len(out); n > 0 && out[n-1].street && f.besideStreet(&out[n-1], &p) {
			q := &out[n-1]
			q.to, q.nameTo, q.rank, q.headed = p.to, p.nameTo, p.rank, true
			i = p.to
			continue
		}
		// "Kefraya and Foua", "Rastan, Talbiseh and Houla" under one word of place
		if n := len(out); n > 0 && out[n-1].to+1 == p.from && f.word(p.from-1) == "and" && (out[n-1].rank == p.rank || p.headed && out[n-1].rank <= p.rank && many(f.word(p.to-1))) && !p.org && !out[n-1].org && !p.adj &&
			f.sharesPlace(&out[n-1], &p) {
			q := &out[n-1]
			q.to, q.nameTo = p.to, p.nameTo
			q.headed = q.headed || p.headed
			q.rank = p.rank
			i = p.to
			continue
		}
		d.joinList(f, s, &p)
		out = append(out, p)
		i = max(p.to, i+1)
	}
	return out
}

// placeTold tells whether the body of the report has told a place where something was before.
func (d *doc) placeTold() bool {
	for n := len(d.foundPl) - 1; n >= 0 && n > len(d.foundPl)-8; n-- {
		if c := &d.foundPl[n]; !c.f.inTitle && c.mayHold() && c.m.prep >= 0 {
			return true
		}
	}
	return false
}

// opensPlace tells whether a place phrase can begin at item i. A way of telling a place that
// begins at other words needs a hint of it.
func (d *doc) opensPlace(f *field, i int) bool {
	it := &f.items[i]
	return it.is(tNum|tOrdinal|tCap|tDir|tPlaceAdj|tPlaceHead) || d.gz[i] != 0 || it.may(mayPlace)
}

func (d *doc) placePhrase(f *field, s *sentence, i int, before []placeMention) (placeMention, bool) {
	items, to := f.items, s.to
	if a, _ := f.closer(s); a > i {
		to = a
	}
	p := placeMention{from: i, prep: -1}
	it := &items[i]
	if it.is(tPunct) {
		return p, false
	}
	if e := f.address(i, to); e > i+3 {
		p.nameFrom, p.nameTo, p.to = i, e, e
		p.rank, p.headed, p.street = 3, true, true
		return p, true
	}
	if e := f.crossing(s, i); e > i {
		p.nameFrom, p.nameTo, p.to = i, e, e
		p.rank, p.headed, p.street = 3, true, true
		return p, true
	}
	e := d.roadBetween(f, s, i)
	if e == i {
		e = d.roadByEnds(f, s, i)
	}
	if e == i {
		e = f.numberedPart(s, i)
	}
	if e > i {
		p.nameFrom, p.nameTo, p.to = i, e, e
		p.rank, p.headed = 3, true
		return p, true
	}
	if e, rank := f.formedName(s, i, to); e > i {
		p.nameFrom, p.nameTo, p.to = i, e, e
		p.rank, p.headed = rank, true
		return p, true
	}
	if e := d.cappedTown(f, s, i); e > i {
		p.nameFrom, p.nameTo, p.to = i, e, e
		p.rank, p.headed = 2, true
		if d.gz[i] != 0 && d.gz[i] == d.gz[e-2] {
			d.lookup(&p, d.gz[i])
		}
		if k := f.possessive(e, to); k > e && k < to && f.nameItem(k) {
			p.to, p.adj = k, true // "Karm Township's Zoran village"
		}
		return p, true
	}
	if n := d.calledSo(f, s, i); n > i {
		if e := d.name(f, n, to); e > n {
			p.nameFrom, p.nameTo, p.to = n, e, e
			p.rank, p.headed = 2, true
			switch {
			case it.is(tPart):
				p.rank = 3
			case it.is(tArea) && !it.is(tTown) && f.word(i) != "area":
				p.rank = 1
			}
			d.lookup(&p, d.gz[n])
			return p, true
		}
	}
	if n := d.listedBehind(f, s, i); n > i {
		e := d.nameList(f, d.name(f, n, to), to)
		p.nameFrom, p.nameTo, p.to = n, e, e
		p.rank, p.headed = 2, true
		if it.is(tPart) {
			p.rank = 3
		}
		d.lookup(&p, d.gz[n])
		return p, true
	}
	if e := f.bySide(s, i); e > i {
		p.nameFrom, p.nameTo, p.to = i, e, e
		p.rank, p.headed = 1, true
		return p, true
	}
	// "the town of X", "northern outskirts of X", "north of X", "neighbourhoods of X and Y"
	k := i
	for k < to && k-i < 3 && items[k].is(tDir|tPlaceAdj) && !(items[k].is(tCap) && d.gz[k] != 0) {
		k++
	}
	if k < to && (items[k].is(tPlaceHead) || k > i && items[k-1].is(tDir)) {
		h := k
		if !items[k].is(tPlaceHead) {
			h = k - 1
		}
		if h+2 < to && f.word(h+1) == "and" && items[h+2].is(tPlaceHead) {
			h += 2
		}
		o := h + 1
		if o+1 < to && (f.word(o) == "of" || f.word(o) == "to" && items[h].is(tDir)) {
			n := o + 1
			for n < to && n < o+3 && (items[n].is(tDet|tPlaceAdj) || items[n].is(tDir) && !items[n].is(tCap) || items[n].is(tNat) && n+1 < to && !items[n].is(tPossessive)) {
				n++
			}
			if n < to && items[n].is(tTown|tArea) && n+2 < to && f.word(n+1) == "of" && !items[n].is(tCap) { // "east of the town of X"
				n += 2
			}
			if n < to && (d.gz[n] != 0 || f.nameItem(n) || items[n].is(tDir) && items[n].is(tCap)) && d.pa[n] == 0 && !d.org[n] {
				e := d.name(f, n, to)
				if g := f.crossing(s, n); g > n {
					e = g // "the intersection of Fifth Street and Main Street"
				}
				if items[h].is(tTown) && !many(f.word(h)) {
					e = d.nameOnward(f, n, e, to)
					if g := f.smallWords(s, n); g > e && settlement(f.word(h)) && !(g < to && items[g].is(tCap)) {
						e = g
					}
				}
				if e > n {
					p.nameFrom, p.nameTo, p.to = n, e, e
					p.headed = true
					if many(f.word(h)) {
						p.nameTo, p.to = d.nameList(f, e, to), 0
						e = p.nameTo
						p.to = e
					}
					if e < to && items[e].is(tTown|tArea|tPart) && !items[e].is(tSrc) {
						p.nameTo, p.to = e+1, e+1
					}
					switch {
					case items[h].is(tTown):
						p.rank = 2
					case items[h].is(tPart) && !items[h].is(tDir):
						p.rank = 3
					default:
						p.rank = 1
						p.nameFrom = i
						if g := d.gz[n]; g == 0 || d.kind(g) == isnad.KindTown || d.kind(g) == isnad.KindQuarter {
							p.rank = 2
						}
					}
					d.lookup(&p, d.gz[n])
					return p, true
				}
			}
		}
	}
	// "Deir Ezzor city", "northern Aleppo", "al-Mashlab neighbourhood", a name alone
	n := i
	for n < to && n-i < 2 && items[n].is(tDir|tPlaceAdj) && d.gz[n] == 0 {
		n++
	}
	if n >= to || !(d.gz[n] != 0 || f.nameItem(n)) || d.pa[n] != 0 && d.gz[n] == 0 || d.org[n] {
		return p, false
	}
	if d.so[n] != 0 && d.gz[n] == 0 || f.compound(n) {
		return p, false
	}
	e = d.name(f, n, to)
	if e <= n || d.noPlace(f, s, n, e) || f.someonesName(s, n, e) || f.bySurname(s, n, e) || d.gz[n] == 0 && f.wounded(s, n, e) || d.familyName(f, s, n) || e > n+1 && f.compound(e-1) {
		return p, false // "the New York-based group"
	}
	p.nameFrom, p.nameTo = n, e
	p.to = e
	g := d.gz[n]
	if g != 0 && d.villageRun(f, n, to) == e {
		g = 0 // "Lin Zoran village" is not Lin
	}
	for k := n; k < e && g != 0; k++ {
		if d.gz[k] != g && !f.items[k].is(tPart) {
			g = 0 // "San Pedro de Zoran" is not San Pedro
		}
	}
	p.rank = 2
	d.lookup(&p, g)
	if d.beat && g == 0 && f.word(e-1) == "side" && (n > i || items[n].is(tDir)) {
		p.rank, p.headed = 3, true // "the city's West Side"
	}
	from := i
	for from < n && idleAdjective(f.word(from)) {
		from++
	}
	if n > from {
		p.nameFrom = from
		if p.rank != 3 && !(g == 0 && n == from+1 && f.items[from].is(tCap) && short(f.word(from)) && from > s.lead) {
			p.rank = min(p.rank, 1) // but "North Zoran" is a town
		}
		p.headed = p.headed || g != 0
	}
	// a word of place after the name
	k = f.possessive(e, to)
	if k > e {
		p.adj = true
		p.to = k
	}
	if k == e && d.lostApostrophe(f, e-1) {
		p.adj = true
	}
	h := k
	for h < to && h-k < 2 && items[h].is(tDir|tPlaceAdj) && !items[h].is(tPlaceHead) {
		h++
	}
	if h == k && h+2 < to && g == 0 && items[h].is(tTown) && !items[h].is(tCap) && f.word(h+1) == "of" && !f.villageOfArea(s, i, h) && (d.gz[h+2] != 0 || f.nameItem(h+2)) {
		return p, false // "the Druze town of Hadar": the next phrase names it
	}
	proper := h > k && h < to && items[k].is(tCap) && items[h].is(tCap) // "Karm North County of Lakes State"
	if h+2 < to && !proper && items[h].is(tPlaceHead) && f.word(h+1) == "of" && (d.gz[h+2] != 0 || f.nameItem(h+2)) && d.pa[h+2] == 0 && d.wider(g, d.gz[h+2]) && !smallUnit(f.word(h)) {
		p.adj = true
		return p, p.known // "Aleppo district of Marjeh": the next phrase names it
	}
	if h < to && items[h].is(tPlaceHead) && p.rank == 0 && p.known && !items[h].is(tCap) && !(h == k && provincial(f.word(h))) {
		return p, true // "a Syria school", unlike "North Waziristan district"
	}
	if h < to && items[h].is(tPlaceHead) && !p.known && items[h].is(tCap) && f.placeWord(s, i) < 0 && f.behind(s, i) < 0 && !(items[h].is(tTown | tArea)) && !f.offRoad(s, n, h) {
		return p, false // "Alan Lane"
	}
	if h < to && !p.known && f.word(h) == "front" && f.placeWord(s, i) < 0 {
		return p, false // "the ELN and the Jane Doe front": a body, unlike "on the Robotyne front"
	}
	if h < to && f.stateBody(s, h) {
		return p, false
	}
	if p.adj && p.rank == 0 && h+1 < to && items[h].is(tPlaceHead) && items[h].is(tCap) && provincial(f.word(h+1)) {
		return p, true // "Nigeria's Plateau state": the next phrase names it
	}
	if h < to && items[h].is(tPlaceHead) && !f.stateMedia(s, h) && !(items[h].is(tSrc|tActor) && items[h].is(tCap)) && !(p.adj && h == k && items[h].is(tTown|tPart) && h+1 < to && f.word(h+1) == "of") &&
		!(p.known && items[h].is(tPart) && !items[h].is(tCap) && h+1 < to && items[h+1].is(tHead)) { // "a Charlotte gas station clerk"
		p.nameTo = f.numberBehind(h+1, to)
		p.to = p.nameTo
		p.headed, p.adj = true, false
		switch {
		case items[h].is(tTown):
			p.rank = 2
		case items[h].is(tPart) && !(g != 0 && f.word(h) == "district" && d.kind(g) == isnad.KindDistrict):
			p.rank = 3
		default:
			p.rank = 1
			if g == 0 && f.word(h) == "area" {
				p.rank = 2
			}
		}
		if e := f.possessive(h+1, to); e > h+1 && (!items[h].is(tCap) || items[h].is(tArea)) {
			p.to, p.adj = e, true // "Tillaberi region's Banibangou district"
		}
		return p, true
	}
	if h == e && h < to && g == 0 && !items[h].is(tPlaceHead) && house(f.word(h)) && f.entered(s, i) {
		p.to, p.nameTo, p.headed, p.rank = h+1, h+1, true, 3
		return p, true // "walked into the Redmoor Timber building"
	}
	if x := f.facilityEnd(s, e); x > e && k == e && g == 0 && f.leadsToFacility(s, i) && (e > n+1 || !d.personal(f, n, e, e)) {
		p.to, p.nameTo, p.headed, p.rank = x, x, true, 3
		return p, true // "hit the Redmoor oil refinery"
	}
	if p.known && !p.headed && !p.adj && e < to && d.gz[e] == 0 && f.nameItem(e) && f.items[e].start == f.items[e-1].end+1 && f.items[e].w == nil {
		if l := f.placeWord(s, i); l < 0 || f.word(l) == "of" {
			return p, false // "Bashar Assad": the rest of a person's name
		}
	}
	if p.known && !p.headed && !p.adj && f.namesOn(e, to) && f.placeWord(s, i) < 0 {
		return p, false // "Sala de Example, a press body": the rest of its name
	}
	if p.known || p.headed {
		return p, true
	}
	if f.offRoad(s, n, e-1) {
		p.rank, p.street = 3, true
		return p, true // "brush off the Redmoor Trail"
	}
	if n > i && besideUs(f.word(n-1)) {
		return p, true
	}
	// an unlisted name needs a word of place before it
	l := f.placeWord(s, i)
	if l < 0 && i-2 >= s.from && f.word(i-2) == "to" && f.takesPlace(i-1) {
		l = i - 1 // "trying to storm X"
	}
	if l >= 0 && road(f.word(n)) && n+1 < to && items[n+1].is(tNum) {
		p.nameTo, p.to, p.rank, p.street = n+2, n+2, 3, true
		return p, true // "on the shoulder of Interstate 12"
	}
	if l >= 0 && (!d.personal(f, n, e, to) || f.saidBeside(s, n, e, to) || e < to && f.word(l) == "in" && f.items[e].is(tSay)) {
		if lives := f.word(l) == "of" && l > s.from && f.items[l-1].is(tHead) && (d.lies(f, e, to) || d.inArea(f, e, to)); !lives && !f.leadsToName(s, l) || f.hitsPeople(l) || l > s.from && f.word(l) == "on" && f.items[l-1].is(tAccuse) {
			return p, false // "executed Jane Doe", "blamed on Doe", unlike "residents of Zoran, a village"
		}
		return p, true
	}
	if n := len(before); l < 0 && n > 0 && before[n-1].owns(i) && !d.personal(f, i, e, to) && !f.someonesDeed(e, to) {
		p.rank = min(before[n-1].rank+1, 3)
		return p, true // "in Idlib's Maaret Misreen"
	}
	if !d.personal(f, n, e, to) && (d.lies(f, e, to) || d.pa[n] == 0 && d.so[n] == 0 && !d.org[n] && f.placesSuffer(s, e)) {
		return p, true // "held Zoran, near Kirkuk", "Zoran was shelled"
	}
	return p, false
}

// possessive returns the item after the mark of a possessive at item k, "Syria's",
// "Aleppo’s"; k where there is none.
func (f *field) possessive(k, to int) int {
	if k < 1 || k+1 >= to || !apostrophe(f.word(k)) && f.word(k) != "s" || f.items[k].start != f.items[k-1].end {
		return k
	}
	k++
	if k < to && f.word(k) == "s" && f.items[k].start == f.items[k-1].end {
		k++
	}
	return k
}

// maxToLie bounds the words of what a place is said to be.
const maxToLie = 5

// lies tells whether what follows a name at item k says of it where it lies: ", near
// Kirkuk", ", a village north of Kirkuk".
func (d *doc) lies(f *field, k, to int) bool {
	if k < to && f.word(k) == "," {
		k++
	}
	if k+1 < to && f.word(k) == "a" {
		at := k + maxToLie
		for k++; k < to && k < at && !f.items[k].is(tPlaceHead|tPunct|tCap|tSay|tAux|tPrep|tLoc|tHead); k++ {
		}
		return k < to && f.items[k].is(tTown) && !f.items[k].is(tCap)
	}
	if k+1 < to && (f.word(k) == "near" || f.items[k].is(tDir) && f.word(k+1) == "of") {
		if f.word(k) != "near" {
			k++
		}
		return k+1 < to && d.gz[k+1] != 0
	}
	return false
}

// owns tells whether a place is a possessive that leads to the name at item i:
// "in Idlib's ...".
func (p *placeMention) owns(i int) bool {
	return p.adj && p.rank > 0 && p.to == i && p.prep >= 0
}

// someonesDeed tells whether what follows at item k makes the name before it that of
// somebody: a verb of saying or a word for what he is.
func (f *field) someonesDeed(k, to int) bool {
	return k < to && f.items[k].is(tSay|tHead|tActor|tSrc|tAux|tRel|tThing)
}

// hitsPeople tells whether item k is a deed that is done to people and not to
// places: what it governs is no place, unless a list has it.
func (f *field) hitsPeople(k int) bool {
	it := &f.items[k]
	if !it.is(tEv) || it.is(tLoc) {
		return false
	}
	switch it.w.event {
	case isnad.EventKilling, isnad.EventAbduction, isnad.EventDetention, isnad.EventIllTreatment, isnad.EventSexualViolence, isnad.EventShooting, isnad.EventDisplacement:
		return !f.endsOn(k)
	}
	return it.is(tOut)
}

// endsOn tells whether a word of several ends in "on": "opened fire on".
func (f *field) endsOn(k int) bool { return strings.HasSuffix(f.word(k), " on") }

// personal tells whether a capitalised run is rather a person or a body than a place.
func (d *doc) personal(f *field, from, e, to int) bool {
	if e < to && f.items[e].is(tSrc|tSay|tActor|tHead) {
		return true
	}
	for k := from; k < e; k++ {
		if d.so[k] != 0 || d.pa[k] != 0 || f.items[k].is(tSocial) {
			return true
		}
	}
	w := f.word(from)
	if e-from > 1 && (arabicArticle(w) || w == "um" || w == "om") {
		return false // "Al Mufaqara", "Um Zoran"
	}
	if e-from > 2 && len(w) == 2 && !f.items[from].is(tUpper) {
		return false // "Ma Yin Gone"
	}
	return len(w) < 3 || f.items[from].is(tUpper) && len(w) <= 4
}

// spelt is the name in the items [from, to) as written, but for the s of a
// possessive whose apostrophe is lost: "Aleppos" is Aleppo's.
func (d *doc) spelt(f *field, from, to int) string {
	s := f.written(from, to)
	if to > from && d.lostApostrophe(f, to-1) {
		s = s[:len(s)-1]
	}
	return s
}

// lostApostrophe tells whether item k is a listed name and the s of a possessive.
func (d *doc) lostApostrophe(f *field, k int) bool {
	g := d.gz[k]
	return g != 0 && d.gzm[g-1].End == int(f.items[k].end)-1 && f.text[f.items[k].end-1] != '.' // "U.S."
}

// lookup fills in what the gazetteer says of a mention.
func (d *doc) lookup(p *placeMention, g int16) {
	if g == 0 {
		return
	}
	m := &d.gzm[g-1]
	p.known = true
	if len(m.Candidates) == 0 {
		return
	}
	p.id = m.Candidates[0].ID
	switch m.Candidates[0].Kind {
	case isnad.KindCountry:
		p.rank = 0
	case isnad.KindProvince, isnad.KindDistrict:
		p.rank = min(p.rank, 1)
	case isnad.KindQuarter:
		p.rank = 3
	}
}

// wider tells whether the listed place g is rather the container of h than a part of it.
func (d *doc) wider(g, h int16) bool {
	switch {
	case g == 0:
		return false
	case h == 0:
		return true
	}
	a, b := &d.gzm[g-1], &d.gzm[h-1]
	if len(a.Candidates) == 0 || len(b.Candidates) == 0 {
		return false
	}
	if ofProvince(b) && !ofProvince(a) {
		return false // "the Nusaybin district of Mardin"
	}
	x, ok := d.r.places.Place(a.Candidates[0].ID)
	y, ok2 := d.r.places.Place(b.Candidates[0].ID)
	return ok && ok2 && (x.Kind == isnad.KindProvince && y.Kind != isnad.KindProvince || x.Population > y.Population)
}

// ofProvince tells whether a name may be that of a province.
func ofProvince(m *places.Mention) bool {
	for i := range m.Candidates {
		if m.Candidates[i].Kind == isnad.KindProvince {
			return true
		}
	}
	return false
}

func (d *doc) kind(g int16) isnad.PlaceKind {
	if m := &d.gzm[g-1]; len(m.Candidates) > 0 {
		return m.Candidates[0].Kind
	}
	return ""
}

// standsAccused tells whether a name is that of a state, or of the capital that stands for it, that somebody
// accuses or says has done something: "blamed Karm", "said Karm had".
func (f *field) standsAccused(s *sentence, p *placeMention) bool {
	k := p.from - 1
	if k < s.from || p.to >= s.to {
		return false
	}
	if f.accusedOf(s, k, p.to) {
		return true
	}
	return f.items[k].is(tSay) && !f.items[k].is(tHead|tCap) && f.word(p.to) == "had"
}
