package attribute

import "strings"

// Where exactly it was is often told apart from the town: "In Akron, two people were shot
// at a flea market Saturday", "at a lake cabin early Monday in Akron". The spot has no
// name of its own; it and the town together say where.

// spotApart is what a spot is called in the sentence that tells a claim, "flea market",
// where it stands apart from any name and is the only one; empty for none.
func (d *doc) spotApart(p *partial) string {
	if p.f0 == nil || p.si0 >= len(p.f0.sents) || overTown(p.event) {
		return ""
	}
	f, found := p.f0, ""
	s := &f.sents[p.si0]
	from, to := d.ownClause(p)
	for k := max(s.lead, from); k+2 < min(s.to, to); k++ {
		if !leadsToSpot(f.word(k)) && !f.endsOn(k) {
			continue
		}
		e := f.spotEnd(s, k+1)
		if e < 0 || f.notThere(s, k) {
			continue
		}
		if found != "" {
			return ""
		}
		a := k + 1
		if !whose(f.word(a)) {
			a++ // the article
		}
		found = f.written(a, e)
		k = e - 1
	}
	return found
}

// ownClause is the items of a claim's first sentence that tell it, where another clause tells of another
// deed; the whole sentence elsewhere.
func (d *doc) ownClause(p *partial) (from, to int) {
	s := &p.f0.sents[p.si0]
	for _, ti := range p.tells {
		if t := &d.tellings[ti]; t.apart && t.f == p.f0 && t.si == p.si0 {
			return t.from, t.to
		}
	}
	return s.from, s.to
}

// leadsToSpot tells the words that lead to where a deed was done.
func leadsToSpot(w string) bool {
	switch w {
	case "at", "outside", "inside", "in", "on", "behind", "near", "into":
		return true
	}
	return false
}

// maxSpot bounds the words of a spot.
const maxSpot = 6

// spotEnd returns the item behind a spot without a name that begins with its article, or
// with whose it is, at item k; -1 for none.
func (f *field) spotEnd(s *sentence, k int) int {
	if n := f.lotOf(s, k); n > k {
		return f.spotEnd(s, n) // "the parking lot of a grocery store"
	}
	if w := f.word(k); w != "a" && w != "an" && !whose(w) {
		return -1
	}
	for n := k + 1; n < s.to && n < k+maxSpot; n++ {
		if f.spotWord(s, n) {
			if n+1 < s.to && apostrophe(f.word(n+1)) || n+2 < s.to && f.spotWord(s, n+1) && f.endsSpot(s, n+2) {
				continue // "a church hall"
			}
			if !f.endsSpot(s, n+1) {
				return -1
			}
			return n + 1
		}
		if f.items[n].is(tHead) && !f.items[n].is(tCap) || apostrophe(f.word(n)) || f.word(n) == "s" {
			continue // "her aunt's apartment"
		}
		if !f.describes(n) && !(n+1 < s.to && strings.HasSuffix(f.word(n), "ing") && !f.items[n].is(tCap) && f.spotWord(s, n+1)) { // "a fishing pier"
			return -1
		}
	}
	return -1
}

// lotOf returns the item behind "of" where "the" at item k leads to a part of a spot that is said to be
// of a larger one: "the parking lot of", "the backyard of"; else k.
func (f *field) lotOf(s *sentence, k int) int {
	if f.word(k) != "the" {
		return k
	}
	n := k + 1
	for n+1 < s.to && n < k+3 && (f.word(n) == "parking" || f.word(n) == "rear" || f.word(n) == "front" || f.word(n) == "back") {
		n++
	}
	if n+2 >= s.to || f.word(n+1) != "of" {
		return k
	}
	switch f.word(n) {
	case "lot", "garage", "backyard", "yard", "driveway", "hallway", "courtyard", "lobby", "stairwell", "basement", "alley", "porch", "kitchen", "bathroom", "cafeteria", "lounge", "patio":
		return n + 2
	}
	return k
}

// endsSpot tells whether item k goes on behind a spot that is told in full; a name that it
// stands in is read with it elsewhere.
func (f *field) endsSpot(s *sentence, k int) bool {
	if k >= s.to {
		return true
	}
	it := &f.items[k]
	if it.is(tWeekday | tRelDay | tDayPart | tConj | tRel | tClause) {
		return true
	}
	switch w := f.word(k); w {
	case "early", "late", "around", "about", "on", "during", "by", "after", "before", "that", "shortly", "just":
		return k+1 >= s.to || !f.items[k+1].is(tCap) || f.items[k+1].is(tWeekday|tMonth|tRelDay)
	case ",", ".":
		return true
	case "in", "near", "outside": // "at a club in the city of X", whose name was not read with it
		return true
	}
	return false
}

// spotWord tells whether item i is a word for a spot where people are, without a name: a
// building, a piece of ground, or what they have come together for.
func (f *field) spotWord(s *sentence, i int) bool {
	if f.items[i].is(tCap) || hospital(f.word(i)) {
		return false
	}
	switch f.word(i) {
	case "front", "fronts", "court", "prison", "headquarters", "base", "station", "police station", "side", "border", "banks", "parts", "ministry", "embassy", "vicinity", "surroundings", "edge", "street", "road", "highway", "checkpoint":
		return false
	case "bank":
		return i > s.from && f.items[i-1].tags&tDir == 0 && (i+1 >= s.to || f.word(i+1) != "of") && f.word(i-1) != "left" && f.word(i-1) != "right"
	case "tower", "mill", "concession stand", "stand", "shack", "mansion", "skyscraper", "laundry", "butcher", "creamery", "cannery", "silo",
		"cabin", "cottage", "farmhouse", "trailer", "garage", "pier", "dock", "beach", "campground", "campsite", "driveway", "backyard", "yard", "porch", "alley", "alleyway", "diner", "tavern", "pub", "bar", "pizzeria", "supermarket", "salon", "gym", "pool",
		"theater", "theatre", "cinema", "arena", "casino", "dormitory", "dorm", "library", "synagogue", "temple", "daycare", "kindergarten", "pharmacy", "deli", "bodega", "bowling alley", "arcade", "ranch", "barn", "shed", "workshop", "stairwell", "hallway", "elevator", "parking lot", "lot", "truck stop", "bus stop", "stop",
		"party", "barbecue", "cookout", "picnic", "festival", "fair", "carnival", "parade", "concert", "wedding", "funeral", "vigil", "show", "reunion", "prom", "rodeo", "rave", "gathering", "ceremony", "dance", "game", "graduation", "playground":
		return true
	}
	return f.builtThing(i)
}

// notThere tells whether the words before the "at" of item k lead to where somebody works,
// lives, was caught or came together afterwards, and not to where it was done.
func (f *field) notThere(s *sentence, k int) bool {
	for j := k - 1; j >= s.from && j > k-6; j-- {
		switch f.word(j) {
		case "works", "worked", "working", "employed", "job", "lives", "lived", "living", "met", "spoke", "speaking", "said", "told", "gathered", "treated", "arrested", "caught", "captured", "detained", "hid", "hiding", "custody", "held", "interviewed", "studied", "teaches", "taught", "clerk", "stopped", "crashed", "abandoned", "buried", "interred":
			return true
		}
		if f.items[j].is(tPunct | tClause | tEv | tOut) {
			return false
		}
	}
	return false
}

// namedOn returns the first item of the name that ends with item h, before the street that
// it stands on: "outside Club Example on North 9th Street", "at the Example Mart on Main
// Street"; -1 for none.
func (f *field) namedOn(s *sentence, h int) int {
	k := h
	for k > s.from && h-k < 5 && f.spotNamePart(s, k) {
		k--
	}
	if k == h || f.items[k+1].is(tPunct) || f.word(k+1) == "s" {
		return -1
	}
	a := k + 1
	if f.word(k) == "the" && k > s.from {
		k--
	}
	switch f.word(k) {
	case "at", "outside", "inside", "behind":
		return a
	case "in", "to", "near", "into", "of":
		if k+1 < a {
			return a // "the" stands between, so that it is no town
		}
		if f.word(k) == "of" && k > s.from && f.builtThing(k-1) && (f.items[h].is(tPart) || f.hasPossessive(a, h)) {
			return a // "the lot of Example's Tap"
		}
	}
	return -1
}

// spotNamePart tells whether item k may be part of the name of a shop or an inn.
func (f *field) spotNamePart(s *sentence, k int) bool {
	it := &f.items[k]
	if w := f.word(k); apostrophe(w) || w == "s" && apostrophe(f.word(k-1)) || w == "&" {
		return true
	}
	return it.is(tCap) && !it.is(tPunct|tMonth|tWeekday|tNum|tSay|tDet)
}

// hasPossessive tells whether a name in the items [a, h) is that of whose the thing is:
// "Example's Corner Tap".
func (f *field) hasPossessive(a, h int) bool {
	for k := a + 1; k < h; k++ {
		if apostrophe(f.word(k)) {
			return true
		}
	}
	return false
}
