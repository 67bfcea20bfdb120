package attribute

// Of two places that a sentence joins the nearer one is where it happened: "an ambush at
// Karm in Zoran block", "the Hama suburb of Karm", "in the countryside of Hama, killing
// nine in the village of Karm".

// finerBefore is the place right before place i that lies in it, by the words between the
// two; i itself where there is none.
func (d *doc) finerBefore(i int) int {
	for n := 0; n < 2 && i > 0; n++ {
		c, q := &d.foundPl[i], &d.foundPl[i-1]
		if q.f != c.f || q.si != c.si || q.called.same(c.called) || q.m.to >= c.m.from || !q.mayHold() || q.m.prep < 0 && !q.m.headed && q.m.known {
			break
		}
		in, ok := c.f.liesIn(q.m.to, c.m.from)
		if !ok || !in && !(c.m.headed && !c.f.inTitle) || c.m.rank == 0 || !c.f.notWider(q, c) {
			break
		}
		i--
	}
	return i
}

// mayHold tells whether a deed can have been at a place by what its mention is.
func (c *foundPlace) mayHold() bool {
	return !c.m.org && !c.m.aside && !c.m.origin && !c.m.adj && c.m.rank > 0
}

// liesIn tells whether the items [a, b) only say of the name before them in which the name
// behind them it lies, and whether a word such as "in" says so.
func (f *field) liesIn(a, b int) (in, ok bool) {
	if b = f.pastHeld(a, b); b-a > 6 {
		return false, false
	}
	for k := a; k < b; k++ {
		switch f.word(k) {
		case "in", "on", "within", "near":
			in = true
		case "of":
			in = in || k > 0 && f.items[k-1].is(tPlaceHead) && (k > a || !f.items[k-1].is(tCap))
		case "a", "an":
			if k+1 >= b || !f.items[k+1].is(tDir|tPlaceAdj|tNat|tTown) {
				return false, false
			}
		case ",", "the", "located", "situated", "lying", "also":
		default:
			if shoreWord(f.word(k)) && k+1 < b && f.word(k+1) == "of" {
				continue // "X on the banks of the Zoran"
			}
			if !f.items[k].is(tDir | tPlaceAdj | tNat | tTown | tArea) {
				return false, false
			}
		}
	}
	return in, true
}

// pastHeld is where the words end, from item a on, that say in which name a place lies, without
// whose land that is: "in areas held by the army in"; b where that is not said.
func (f *field) pastHeld(a, b int) int {
	if b-a < 5 || b-a > 12 || f.word(a) != "in" || !f.items[a+1].is(tArea|tPart|tTown) {
		return b
	}
	switch f.word(a + 2) {
	case "held", "controlled", "run", "occupied":
	default:
		return b
	}
	if f.word(a+3) != "by" {
		return b
	}
	for k := a + 4; k < b; k++ {
		if it := &f.items[k]; it.is(tPunct | tClause | tOut | tEv | tSay) {
			return b
		}
	}
	if k := b - 1; f.word(k) == "in" || f.word(k-1) == "in" {
		return a + 1
	}
	return b
}

// notWider tells whether the place q, told before c, is no wider than it: a part of a town
// is told behind the town as well.
func (f *field) notWider(q, c *foundPlace) bool {
	if q.m.rank >= c.m.rank {
		return true
	}
	if q.m.headed && f.items[q.m.nameTo-1].is(tTown) && natureWord(f.word(c.m.nameTo-1)) {
		return true // "X village in Y Forest"
	}
	if f.items[q.m.nameTo-1].is(tArea) && !areaWord(f.word(q.m.nameTo-1)) && areaWord(f.word(c.m.nameTo-1)) {
		return true // "the X administrative post, in Y district"
	}
	if q.m.known || q.m.rank < 2 {
		return false
	}
	if !f.items[c.m.nameFrom].is(tCap) && roadWord(f.word(c.m.nameFrom)) {
		return true // "X on the highway linking Y to Z"
	}
	switch f.word(c.m.nameTo - 1) {
	case "road", "highway", "block", "sector", "area", "axis", "township", "route", "district", "valley", "county":
		return !c.m.street
	}
	return false
}

// shoreWord tells the words for the side of a water.
func shoreWord(w string) bool {
	switch w {
	case "bank", "banks", "shore", "shores", "coast":
		return true
	}
	return false
}

// natureWord tells the words for what lies in the land and holds villages.
func natureWord(w string) bool {
	switch w {
	case "forest", "forests", "mountain", "mountains", "hills", "valley", "island", "islands", "lake", "reserve", "park", "jungle", "basin", "plateau":
		return true
	}
	return false
}

// ofHeads tells whether the items [a, b) are a word for a kind of town or part and "of", so
// that the name before them says only where the name behind them lies: "Hama suburb of".
func (f *field) ofHeads(a, b int) bool {
	return b-a >= 2 && f.word(b-1) == "of" && f.items[b-2].is(tTown|tPart|tArea) && !f.items[b-2].is(tCap) && !many(f.word(b-2))
}

// finerHere is the one town of the sentence that tells of the wide area i, which must then
// be where in it; i where there is none or the area is none. A place is such an area too where
// the sentence opens with it, or goes on with "when": "In Hama, planes struck a farm in Karm",
// "Two died in Hama when a mine went off in Karm".
func (d *doc) finerHere(p *partial, i int) int {
	c := &d.foundPl[i]
	if c.full != "" || c.m.street {
		return i
	}
	if !c.f.isWide(c) {
		if c.f.opensIn(c) || c.m.prep >= 0 && c.f.word(c.m.prep) == "in" {
			return d.partHere(p, i)
		}
		return i
	}
	found := i
	for k := i + 1; k < len(d.foundPl) && k < i+6; k++ {
		q := &d.foundPl[k]
		if q.f != c.f || q.si != c.si {
			break
		}
		if q.called.same(c.called) || q.m.org || q.m.aside || q.m.rank == 0 {
			continue
		}
		if found != i || !q.mayHold() || q.m.rank < 2 || c.f.isWide(q) || q.m.prep < c.m.to || d.linkedNear(c.f, c.m.to, q.m.from) {
			return i // several, or not told as where it was
		}
		found = k
	}
	return found
}

// partHere is the one place that the sentence of the place i tells behind it and that may lie
// in it: anywhere where the sentence opens with i, behind a "when" elsewhere; i for none.
func (d *doc) partHere(p *partial, i int) int {
	c := &d.foundPl[i]
	opens := c.f.opensIn(c)
	district := opens && districtWord(c.f.word(c.m.nameTo-1))
	found := i
	for k := i + 1; k < len(d.foundPl) && k < i+6; k++ {
		q := &d.foundPl[k]
		if q.f != c.f || q.si != c.si {
			break
		}
		if q.called.same(c.called) || q.m.org || q.m.aside || q.m.origin || q.m.rank == 0 {
			continue
		}
		if n := q.m.from - 1; district && n > 0 && c.f.word(n) == "of" && (c.f.items[n-1].is(tSrc) || c.f.word(n-1) == "head") {
			continue // "according to the head of Zoran community"
		}
		if district && found == i && d.ofDistrict(c, q) {
			found = k
			continue
		}
		if found != i && d.linkedNear(c.f, d.foundPl[found].m.to, q.m.from) && q.m.rank <= d.foundPl[found].m.rank {
			continue // only where the found one lies
		}
		if found != i || !q.mayHold() || q.m.rank < 2 || q.m.rank < c.m.rank && q.m.known || q.m.prep < c.m.to || d.linkedNear(c.f, c.m.to, q.m.from) || c.f.word(q.m.prep) == "to" {
			return i
		}
		if c.m.known && q.m.known && !(c.place.listed && q.place.listed && c.place.lie.Holds(q.place.lie)) {
			return i
		}
		if !opens && !c.f.goesOnWhen(c.m.to, q.m.prep) {
			return i
		}
		found = k
	}
	if found != i && d.toldApart(p, found) {
		return i
	}
	return found
}

// ofDistrict tells whether the place q of a sentence that opens with the district c is where in it:
// "In Karm district, a shell hit the village of Zoran".
func (d *doc) ofDistrict(c, q *foundPlace) bool {
	if !q.mayHold() || q.m.rank < 2 || q.m.street || q.m.from < c.m.to || q.m.prep >= 0 && (q.m.prep < c.m.to || c.f.word(q.m.prep) == "to") || q.m.prep < 0 && !q.m.headed {
		return false
	}
	if q.place.listed && c.place.listed && q.place.lie.Holds(c.place.lie) {
		return false
	}
	if !d.linkedNear(c.f, c.m.to, q.m.from) {
		return true
	}
	return q.m.prep < 0 && c.f.items[q.m.from-1].is(tDet) || c.f.word(c.m.to) == "in" && d.smaller(q, c)
}

// smaller tells whether fewer live at q than at c, by the list.
func (d *doc) smaller(q, c *foundPlace) bool {
	x, ok := d.r.places.Place(q.m.id)
	y, known := d.r.places.Place(c.m.id)
	return ok && known && x.Population < y.Population
}

// districtWord tells the words for a district of several towns or villages.
func districtWord(w string) bool {
	switch w {
	case "district", "raion", "rayon", "community", "hromada", "municipality", "township", "sub-district", "subdistrict", "county", "tehsil", "territory", "commune", "block", "locality", "woreda", "canton", "department":
		return true
	}
	return false
}

// opensIn tells whether a sentence opens with a place: "In Hama", "Meanwhile, in Hama".
func (f *field) opensIn(c *foundPlace) bool {
	k := f.sents[c.si].lead
	switch f.word(k) {
	case "meanwhile", "meantime", "elsewhere", "also", "later", "earlier", "separately":
		k++
		if k < c.m.from && f.word(k) == "," {
			k++
		}
	}
	return f.pastOpeningDay(k, c.m.prep) == c.m.prep && f.word(c.m.prep) == "in"
}

// pastOpeningDay is the item behind a day that a clause opens with at item k, "On the same day,"; k for none.
func (f *field) pastOpeningDay(k, to int) int {
	if f.word(k) != "on" && f.word(k) != "the" && f.word(k) != "also" {
		return k
	}
	for n := k + 1; n < to && n < k+7; n++ {
		it := &f.items[n]
		if f.word(n) == "," {
			return n + 1
		}
		if !it.is(tWeekday|tMonth|tNum|tOrdinal|tDayPart|tDet|tRelDay) && f.word(n) != "same" && f.word(n) != "day" && f.word(n) != "on" && f.word(n) != "night" {
			return k
		}
	}
	return k
}

// goesOnWhen tells whether the items [a, b) go on with how it came about: "when a mine".
func (f *field) goesOnWhen(a, b int) bool {
	for k := a; k < b; k++ {
		switch f.word(k) {
		case "when":
			return true
		case "and", "while", ";", "after", "before", "since", "as":
			return false
		}
	}
	return false
}

// toldApart tells whether the sentence of place i tells something else of it than the claim p.
func (d *doc) toldApart(p *partial, i int) bool {
	for n := range d.tellings {
		t := &d.tellings[n]
		if t.plBest != i {
			continue
		}
		mine := false
		for _, k := range p.tells {
			mine = mine || k == n
		}
		if !mine {
			return true
		}
	}
	return false
}

// isWide tells whether a place is a wide area by the word for one in its name: "countryside
// of X", "X province".
func (f *field) isWide(c *foundPlace) bool {
	return !c.m.street && (wideWord(f.word(c.m.nameFrom)) && !f.items[c.m.nameFrom].is(tCap) || wideWord(f.word(c.m.nameTo-1)))
}

// wideWord tells the words for an area of many towns.
func wideWord(w string) bool {
	switch w {
	case "countryside", "province", "governorate", "state", "region", "department", "oblast", "county":
		return true
	}
	return false
}
