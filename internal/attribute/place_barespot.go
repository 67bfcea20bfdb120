package attribute

// A spot that everybody in the town knows needs no more than its word, where the town was named
// before it or in the same sentence: "The town hall was not hit, but nine died at the monastery",
// "In Karm, a car bomb by the bank killed two".

// bareSpot is the spot without a name in the place c that the sentence which tells a claim leads to
// with no more than its article: "the airport", "a pharmacy"; or a sentence that tells it too and
// names no place. It is empty for none, and where the sentence names another place.
func (d *doc) bareSpot(p *partial, c *foundPlace) string {
	if p.f0 == nil || p.f0.inTitle || p.title || p.si0 >= len(p.f0.sents) || c.onlyWider() || c.f.bareWord(c.m.nameTo-1) {
		return "" // "Karm market" is a spot itself
	}
	if spot := d.bareSpotOf(p.f0, p.si0); spot != "" {
		if d.otherPlaceIn(p.f0, p.si0, c) {
			return ""
		}
		return spot
	}
	for _, i := range p.tells {
		if t := &d.tellings[i]; (t.f != p.f0 || t.si != p.si0) && !t.f.inTitle && t.si < len(t.f.sents) && !d.placedHere(t.f, t.si) {
			if spot := d.bareSpotOf(t.f, t.si); spot != "" {
				return spot
			}
		}
	}
	return ""
}

// bareSpotOf is the one such spot of a sentence; empty for none, or for several.
func (d *doc) bareSpotOf(f *field, si int) string {
	s, found := &f.sents[si], ""
	for k := s.lead + 1; k+1 < s.to; k++ {
		n := f.bareSpotAt(s, k)
		if n < 0 || f.word(k) == "the" && d.spotNamed(f, n) {
			continue
		}
		if found != "" {
			return ""
		}
		found = f.written(k+1, n+1)
		k = n
	}
	return found
}

// maxBareSpot bounds the words of such a spot behind its article.
const maxBareSpot = 3

// bareSpotAt is the last item of a spot whose article is item k; -1 for none.
func (f *field) bareSpotAt(s *sentence, k int) int {
	if w := f.word(k); w != "the" && w != "a" && w != "an" || !f.leadsToBare(s, k-1) || f.notThere(s, k-1) || f.passesSpot(s, k-1) {
		return -1
	}
	for n := k + 1; n < s.to && n <= k+maxBareSpot; n++ {
		if f.items[n].is(tCap) {
			return -1
		}
		if f.bareWord(n) || hospital(f.word(n)) && !many(f.word(n)) && f.hitsSpot(s, k-1) {
			if n+1 < s.to && f.bareWord(n+1) {
				continue // "a school gate"
			}
			if f.endsBare(s, n+1) {
				return n
			}
			return -1
		}
		if !f.describes(n) {
			return -1
		}
		switch f.word(n) {
		case "same", "other", "nearby", "different", "makeshift", "second", "third", "neighbouring", "neighboring":
			return -1
		}
	}
	return -1
}

// leadsToBare tells whether item k leads to where a deed was done: a word of place, or the verb
// of what was done to the spot.
func (f *field) leadsToBare(s *sentence, k int) bool {
	if k < s.lead || k <= s.from {
		return false
	}
	switch f.word(k) {
	case "at", "outside", "inside", "near", "by", "behind", "in front of", "in", "beside", "next to", "opposite", "close to":
		return true
	}
	return f.hitsSpot(s, k)
}

// hitsSpot tells whether item k, behind the first of the sentence, is the verb or noun of what was
// done to the spot behind it: "shelled", "an assault of fifty gunmen on".
func (f *field) hitsSpot(s *sentence, k int) bool {
	if k <= s.from {
		return false
	}
	switch f.word(k) {
	case "hit", "struck", "rocked", "shelled", "bombed", "strafed", "pounded", "slammed into", "ripped through", "tore through", "stormed":
		return true
	case "into":
		return k > s.lead && (f.word(k-1) == "slammed" || f.word(k-1) == "crashed" || f.word(k-1) == "smashed" || f.word(k-1) == "ploughed")
	case "on":
		for j := k - 1; j > s.from && j > k-6 && !f.items[j].is(tPunct|tClause); j-- {
			switch f.word(j) {
			case "fell", "landed", "dropped", "attack", "attacks", "raid", "raids", "strike", "strikes", "assault", "airstrike", "air strike", "airstrikes", "air strikes", "fired":
				return true
			}
		}
	}
	return f.endsOn(k)
}

// bareWord tells whether item n is a word for a spot of which a town has one or a few.
func (f *field) bareWord(n int) bool {
	if n < 0 || f.items[n].is(tTown|tArea|tDir) || hospital(f.word(n)) {
		return false
	}
	switch f.word(n) {
	case "monastery", "convent", "mosque", "church", "shrine", "temple", "synagogue", "cemetery", "school", "primary school", "secondary school", "high school", "elementary school", "kindergarten", "university", "orphanage",
		"pharmacy", "bakery", "market", "vegetable market", "cattle market", "fish market", "livestock market", "weekly market", "bazaar", "town hall", "courthouse", "library", "museum", "stadium", "theatre", "theater", "cinema", "hotel", "restaurant", "cafe",
		"airport", "port", "bus station", "train station", "railway station", "police station", "gas station", "petrol station", "fuel station", "filling station", "power station", "pumping station", "water station", "bus stop", "bus park", "motor park",
		"water tower", "tower", "mill", "silo", "refinery", "depot", "factory", "dam", "bridge", "tunnel", "roundabout", "junction", "crossroads", "crossing", "border crossing", "well", "borehole", "gate", "checkpoint", "barracks", "prison", "palace", "embassy", "customs post", "post office", "toll gate", "toll plaza",
		"polling station", "compound", "playground", "football pitch", "farmhouse", "boardwalk", "courtyard":
		return true
	}
	return false
}

// endsBare tells whether a spot without a name ends before item e: nothing more is said of what it
// is, or that it is in the town named before.
func (f *field) endsBare(s *sentence, e int) bool {
	if e >= s.to {
		return true
	}
	it := &f.items[e]
	switch w := f.word(e); {
	case w == "in" && e+1 < s.to && (f.items[e+1].is(tMonth) || f.items[e+1].is(tNum) && !f.items[e+1].is(tCap)):
		return true // "near the shrine in February"
	case w == "in" || w == "of":
		return f.ofTheTown(s, e)
	case w == ",", w == ".", w == ";":
		return true
	case it.is(tSay|tSrc|tCap) && !it.is(tWeekday|tRelDay|tDayPart):
		return false
	case w == "killing" || w == "wounding" || w == "injuring" || w == "leaving" || w == "left" || w == "killed" || w == "wounded" || w == "injured":
		return true
	}
	return f.endsSpot(s, e)
}

// passesSpot tells whether the words before item k, which leads to a spot, say that somebody was
// brought there, stands or speaks there, or fires from there.
func (f *field) passesSpot(s *sentence, k int) bool {
	if k > s.from && f.items[k-1].is(tSrc) {
		return true
	}
	for j := k - 1; j >= s.from && j > k-8; j-- {
		switch f.word(j) {
		case "brought", "taken", "rushed", "carried", "moved", "transferred", "arrived", "laid", "buried", "mourners", "prayers", "displayed", "kept", "stored", "based", "stationed", "positioned", "deployed", "parked", "entrenched", "shelter", "sheltered", "refuge", "reporters", "journalists", "interview", "briefing",
			"doctor", "doctors", "nurse", "medic", "medics", "spokesman", "spokeswoman", "source", "official", "officials", "imam", "priest", "firing", "launched", "died", "landed", "departed", "trained", "joined", "stayed", "staying", "barricaded", "barricading", "camped", "holed":
			return f.word(j) != "landed" || f.word(k) != "on"
		}
		if f.items[j].is(tPunct | tClause) {
			return false
		}
	}
	return false
}

// spotNamed tells whether a place was named before the spot at item n that ends with its word and
// that "the" may mean: "Example airport" and then "the airport".
func (d *doc) spotNamed(f *field, n int) bool {
	w := f.word(n)
	for i := range d.foundPl {
		q := &d.foundPl[i]
		if q.f == f && q.m.from > n {
			break
		}
		a := q.m.nameFrom
		if q.si < len(q.f.sents) {
			a = q.f.landmark(&q.f.sents[q.si], &q.m)
		}
		for k := a; k < q.m.to; k++ {
			if q.f.word(k) == w {
				return true
			}
		}
		if q.m.to < len(q.f.items) && q.f.word(q.m.to) == w {
			return true
		}
	}
	return false
}

// otherPlaceIn tells whether a sentence names a place that is not c and in which c is not said to
// lie.
func (d *doc) otherPlaceIn(f *field, si int, c *foundPlace) bool {
	for i := range d.foundPl {
		q := &d.foundPl[i]
		if q.f != f || q.si != si || q.m.org || q.m.aside || q.m.rank == 0 {
			continue
		}
		if q.who != c.who && !q.called.same(c.called) && !d.roll.holds(c.within, q.name) {
			return true
		}
	}
	return false
}

// onlyWider tells whether the place c only says where the one right before it lies: "14 Oct -
// Harasta, Damascus."
func (c *foundPlace) onlyWider() bool {
	k := c.m.nameFrom - 1
	return k > 0 && c.f.word(k) == "," && c.f.items[k-1].is(tCap)
}
