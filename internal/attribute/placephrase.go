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
		p.aside = p.aside || f.toldFrom(s, &p) && (len(out) > 0 && !out[len(out)-1].org || f.word(p.prep) == "from")
		p.street = p.street || p.nameTo-p.nameFrom > 1 && f.items[p.nameTo-1].is(tCap) && streetWord(f.word(p.nameTo-1)) && !f.ofLaw(p.nameTo-1)
		p.aside = p.aside || f.items[p.nameTo-1].is(tCap) && f.ofLaw(p.nameTo-1)
		p.aside = p.aside || p.street && f.caughtThere(s, p.prep)
		if n := len(out); n > 0 && out[n-1].origin && p.from-out[n-1].to <= 2 && d.linked(f, out[n-1].to, p.from) {
			p.origin = true
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

// opensPlace tells whether a place phrase can begin at item i. A way of telling a place that
// begins at other words needs a hint of it.
func (d *doc) opensPlace(f *field, i int) bool {
	it := &f.items[i]
	return it.is(tNum|tOrdinal|tCap|tDir|tPlaceAdj|tPlaceHead) || d.gz[i] != 0 || it.may(mayPlace)
}

func (d *doc) placePhrase(f *field, s *sentence, i int, before []placeMention) (placeMention, bool) {
	items, to := f.items, s.to
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
	if e := d.roadBetween(f, s, i); e > i {
		p.nameFrom, p.nameTo, p.to = i, e, e
		p.rank, p.headed = 3, true
		return p, true
	}
	if e := f.hiddenName(i, to); e > i {
		p.nameFrom, p.nameTo, p.to = i, e, e
		p.rank, p.headed = 2, true
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
	e := d.name(f, n, to)
	if e <= n || d.noPlace(f, s, n, e) || f.someonesName(s, n, e) || f.bySurname(s, n, e) || d.gz[n] == 0 && f.wounded(s, n, e) || d.familyName(f, s, n) || e > n+1 && f.compound(e-1) {
		return p, false // "the New York-based group"
	}
	p.nameFrom, p.nameTo = n, e
	p.to = e
	g := d.gz[n]
	p.rank = 2
	d.lookup(&p, g)
	from := i
	for from < n && idleAdjective(f.word(from)) {
		from++
	}
	if n > from {
		p.nameFrom = from
		if p.rank != 3 {
			p.rank = min(p.rank, 1)
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
		p.to, p.nameTo = h+1, h+1
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
	if l >= 0 && (!d.personal(f, n, e, to) || f.saidBeside(s, n, e, to) || e < to && f.word(l) == "in" && f.items[e].is(tSay)) {
		if lives := f.word(l) == "of" && l > s.from && f.items[l-1].is(tHead) && d.lies(f, e, to); !lives && !f.leadsToName(s, l) || f.hitsPeople(l) || l > s.from && f.word(l) == "on" && f.items[l-1].is(tAccuse) {
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
	return p.adj && (p.known || p.headed) && p.rank > 0 && p.to == i && p.prep >= 0
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
	if e-from > 1 && (w == "al" || w == "el") {
		return false // "Al Mufaqara"
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
	return g != 0 && d.gzm[g-1].End == int(f.items[k].end)-1
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

// placeWord returns the item of the word of place that leads to item i, -1 when
// there is none.
func (f *field) placeWord(s *sentence, i int) int {
	for k := i - 1; k >= s.from && k >= i-4; k-- {
		it := &f.items[k]
		if it.is(tLoc) {
			return k
		}
		w := f.word(k)
		switch w {
		case "on", "towards", "toward", "into", "to", "from", "between", "of",
			"clearing", "cleared", "combing", "rocked", "rocks", "shook", "shakes", "jolted", "ripped through", "tore through", // "a blast rocked X"
			"entered", "invaded", "defending", "entering", "invading", "encircling":
			return k
		case "off":
			if k > s.from && (seaborne(f.word(k-1)) || f.items[k-1].is(tOut) || f.word(k-1) == "at") {
				return k // "fishing boats off Zoran"
			}
		case "through":
			if f.moves(s, k) {
				return k // "swept through X"
			}
		case "over":
			if k > s.from && f.word(k-1) == "control" {
				return k
			}
		}
		if it.is(tEv) && it.w != nil && it.w.evForm >= formThird && it.w.evForm <= formPast {
			return k // "shelled X", "hit X", "captured X"
		}
		if !it.is(tDet | tDir | tPlaceAdj | tTown | tPart | tArea) {
			return -1
		}
	}
	return -1
}

// takesPlace tells whether the plain verb at item k is of what is done to places by force: "storm",
// "retake".
func (f *field) takesPlace(k int) bool {
	it := &f.items[k]
	switch f.word(k) {
	case "enter", "invade", "defend", "encircle", "besiege", "conquer", "re-enter":
		return true
	}
	if !it.is(tEv) || it.w == nil || it.w.evForm != formBase {
		return false
	}
	switch it.w.event {
	case evTerritory, isnad.EventClash, isnad.EventShelling, isnad.EventAirStrike:
		return true
	}
	return false
}

// entered tells whether the words before item i lead to a building there: "walked into
// the", "fired inside".
func (f *field) entered(s *sentence, i int) bool {
	k := i - 1
	if k > s.from && f.items[k].is(tDet) {
		k--
	}
	if k <= s.from {
		return false
	}
	switch f.word(k) {
	case "into", "in", "at", "inside", "outside", "near":
		return true
	}
	return false
}

// offRoad tells whether "off" leads to the name of a road that begins at item n and ends
// with item k: "a mobile home off Willow Gap Road".
func (f *field) offRoad(s *sentence, n, k int) bool {
	if k <= n || !streetWord(f.word(k)) {
		return false
	}
	a := n - 1
	if a > s.from && f.items[a].is(tDet) {
		a--
	}
	return a > s.from && f.word(a) == "off"
}

// villageOfArea tells whether the words "community of" or "village of" at item h stand behind the
// village's own name, which begins at item i: "in Karm village of Zoran", "invaded Karm village
// of Zoran county", unlike "attacked the Druze village of Zoran".
func (f *field) villageOfArea(s *sentence, i, h int) bool {
	if i <= s.from {
		return false
	}
	if w := f.word(h); (w == "community" || w == "village") && f.items[i-1].is(tLoc) {
		return true
	}
	k := h + 2
	for k < s.to && k < h+6 && f.items[k].is(tCap) && !f.items[k].is(tArea) {
		k++
	}
	return k > h+2 && k < s.to && f.items[k].is(tArea) && f.placeWord(s, i) == i-1
}

// smallUnit tells the words for a small area that stand behind its own name and never behind that
// of the wider one: "Karm payam of Zoran county" lies in Zoran, "the Homs district of Zoran" is it.
func smallUnit(w string) bool {
	switch w {
	case "payam", "boma", "woreda", "kebele", "lga", "local government area", "tehsil", "taluk", "taluka", "upazila", "sub-county", "subcounty", "regency", "community", "cercle", "barangay", "ward":
		return true
	}
	return false
}

// house tells whether a word ends the name of a building that people go into.
func house(w string) bool {
	switch w {
	case "building", "warehouse", "plant", "store", "shop", "restaurant", "club", "cafe", "courthouse", "marketplace":
		return true
	}
	return false
}

// surroundings reads the words around a place phrase that tell what part it
// plays.
func (d *doc) surroundings(f *field, s *sentence, p *placeMention) {
	p.prep = f.placeWord(s, p.from)
	if p.prep < 0 && !p.known && p.headed {
		p.prep = f.behind(s, p.from)
	}
	if p.prep < 0 && f.firedFrom(s, p.from) {
		p.origin = true
	}
	if p.prep >= 0 {
		w := f.word(p.prep)
		switch w {
		case "from":
			p.origin = !f.takenFrom(s, p.prep) && !f.distant(s, p.prep)
		case "of":
			p.org = p.org || f.livesAt(s, p.prep)
		case "in", "at", "near":
			// "terrorists positioned in X", "based in X", "located in X"
			k := p.prep - 1
			for k > s.from && f.items[k].is(tAdv) {
				k--
			}
			if k >= s.from {
				if f.word(k) == "up" && k > s.from {
					k-- // "holed up in"
				}
				switch f.word(k) {
				case "holed up", "dug", "barricaded", "encamped", "based", "positioned", "located", "stationed", "deployed", "holed", "entrenched", "present", "spread", "headquartered", "born":
					p.origin = true
				}
			}
		}
	}
	if p.nameFrom < len(d.so) {
		for k := p.nameFrom; k < p.nameTo; k++ {
			if d.so[k] != 0 && !(d.gz[k] != 0 && p.prep >= 0 && f.word(p.prep) == "in" && !(p.to < s.to && f.items[p.to].is(tSay|tSrc|tCap))) {
				p.org = true
			}
			if d.pa[k] != 0 {
				p.org = true
			}
		}
	}
	if p.to < s.to {
		it := &f.items[p.to]
		switch {
		case it.is(tCap) && it.is(tSrc|tActor) && !it.is(tPlaceHead) && !s.heads:
			p.org = true
		case it.is(tSrc) && !it.is(tHead) && !it.is(tActor|tPlaceHead) && p.rank < 3:
			p.org = p.org || !f.tellersFollow(s, p)
		}
	}
	// "a source in Aleppo", "activists in Homs said", "spokesman for the Aleppo ..."
	there := f.thereToo(s, p.to)
	if p.prep > s.from && !there {
		k := p.prep - 1
		it := &f.items[k]
		if it.is(tSrc) && !it.is(tPart) && p.to < s.to && f.items[p.to].is(tSay) {
			p.org = true
		}
		if f.word(k) == "source" || f.word(k) == "sources" || (f.word(k) == "activists" || f.word(k) == "correspondent" || f.word(k) == "reporter") && !f.befallen(s, k, p.to) || f.word(k) == "residents" && p.to < s.to && f.items[p.to].is(tSay) {
			p.org = true
		}
	}
	p.aside = !there && (f.speaksFrom(s, p) || f.ofHisLife(s, p)) || f.broughtTo(s, p) || f.takesIn(s, p) || f.goneTo(s, p) || f.standsAt(s, p) || f.speaksFor(s, p)
	// "Damascus refuted", "which Washington has blamed": a government by its seat
	if k := p.to; p.prep < 0 && k < s.to {
		for n := 0; n < 3 && k < s.to && f.items[k].is(tAux|tAdv); n++ {
			k++
		}
		if p.to == k && p.from == s.lead && k+2 < s.to && f.word(k) == "and" && f.items[k+1].is(tCap) {
			k += 2 // "Washington and Paris say"
		}
		if k < s.to && f.items[k].is(tSay|tAccuse|tDenyCue) && p.rank <= 2 {
			p.org = true
		}
		if f.word(p.to) == "ally" || f.word(p.to) == "allies" {
			p.org = true
		}
	}
	// "(Qaeda's branch in the Levant)"
	for k := p.from - 1; k >= s.from && k > p.from-8; k-- {
		if w := f.word(k); w == "(" {
			p.org = true
			break
		} else if w == ")" {
			break
		}
	}
	// "BEIRUT (AP) -", "MOSCOW (Sputnik)": a date line
	if p.to-p.nameFrom <= 3 && f.items[p.nameFrom].is(tUpper) && p.to+2 < s.to && f.word(p.to) == "(" {
		p.org = true
	}
	if p.from == s.from && (f.items[p.from].is(tUpper) && f.items[p.from].end-f.items[p.from].start > 3 || f.agencyBehind(s, p.to)) {
		p.org = true
	}
}

// agencyBehind tells whether an agency in brackets closes the date line of a sentence behind item
// k: "Bamako, May 3, 2024 (XYZ) - ".
func (f *field) agencyBehind(s *sentence, k int) bool {
	for ; k < s.lead; k++ {
		if f.word(k) == "(" {
			return true
		}
	}
	return false
}

// livesAt tells whether a person with his age stands right before item k, so that what
// follows is where he lives: "46-year-old Jane Doe of X", "Jane Doe, 46, of X".
func (f *field) livesAt(s *sentence, k int) bool {
	if k-3 >= s.from && f.word(k-1) == "," && f.items[k-2].is(tNum) && f.word(k-3) == "," {
		return true
	}
	j := k - 1
	for j >= s.from && j > k-5 && f.items[j].is(tCap) && f.items[j].w == nil && !f.items[j].is(tPunct) {
		j--
	}
	return j >= s.from && j < k-1 && strings.HasSuffix(f.word(j), "-year-old")
}

// firedFrom tells whether the words before item i are where the attackers stood:
// "from positions east of X".
func (f *field) firedFrom(s *sentence, i int) bool {
	k := i - 1
	if k < s.from {
		return false
	}
	switch f.word(k) {
	case "position", "positions", "post", "posts", "base", "bases", "hill", "hills", "areas", "territory", "points", "trenches", "launchers":
	default:
		return false
	}
	for k--; k >= s.from && f.items[k].is(tDet|tMod|tNat|tNum|tVague|tForce|tArmed); k-- {
	}
	return k >= s.from && f.word(k) == "from"
}

// befallen tells whether something was done to whoever is named at item k, in a place that ends
// before item to: "attacked a reporter in Zoran", "activists in Zoran were arrested".
func (f *field) befallen(s *sentence, k, to int) bool {
	n := to
	for n < s.to && n < to+3 && f.items[n].is(tAux|tAdv) {
		n++
	}
	if n > to && n < s.to && f.items[n].is(tOut|tEv) {
		return true
	}
	for n = k - 1; n >= s.from && n > k-5; n-- {
		if it := &f.items[n]; it.is(tPunct | tSay | tPrep) {
			return false
		} else if it.is(tOut | tEv) {
			return true
		}
	}
	return false
}

// headOfBefore tells whether the word of place that p begins with is that of the listed name q right before
// it, and leads to the wider one: "the Zoran area of Karm District".
func (f *field) headOfBefore(q, p *placeMention) bool {
	k := p.from
	if !q.known || q.to != k || q.nameTo != k || k+1 >= p.to || !f.items[k].is(tPlaceHead) || f.items[k].is(tCap) || f.word(k+1) != "of" {
		return false
	}
	return f.word(k) == "area" || wideWord(f.word(p.to-1))
}

// seaborne tells the words for what is off a coast.
func seaborne(w string) bool {
	switch w {
	case "boat", "boats", "vessel", "vessels", "ship", "ships", "fisherman", "fishermen", "miles", "km", "kilometres", "kilometers", "sea", "waters", "fire", "shot", "tanker":
		return true
	}
	return false
}
