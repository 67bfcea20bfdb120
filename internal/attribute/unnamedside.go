package attribute

// An army often says no more of where it was than a side of the country: "one of its soldiers was
// killed by a bomb in the south". Where no other place is told that is where it was.

// sideOfCountry is the side of the country without a name that the sentence of a claim tells; empty
// for none.
func (d *doc) sideOfCountry(p *partial) string {
	f := p.f0
	if d.beat || f == nil || f.inTitle || p.si0 >= len(f.sents) || d.placedHere(f, p.si0) {
		return ""
	}
	s := &f.sents[p.si0]
	for k := s.lead; k+2 < s.to; k++ {
		if f.word(k) != "in" || f.word(k+1) != "the" {
			continue
		}
		a := k + 2
		n := a
		for n < s.to && n < a+4 && (f.word(n) == "country" || f.word(n) == "country's" || apostrophe(f.word(n)) || f.word(n) == "s" || f.word(n) == "far" || f.word(n) == "restive" || f.word(n) == "deep" || f.word(n) == "volatile") {
			n++
		}
		if n >= s.to || !side(f.word(n)) || f.items[n].is(tCap) {
			continue
		}
		e := n + 1
		if e+2 < s.to && f.word(e) == "of" && f.word(e+1) == "the" && f.word(e+2) == "country" {
			e += 3
		} else if e < s.to && !f.items[e].is(tPunct|tPrep|tLoc|tWeekday|tRelDay|tConj|tDayPart|tRelRange|tSay) || e < s.to && f.word(e) == "of" {
			continue // "in the north wing", "in the north of the town"
		}
		return f.written(a, e)
	}
	return ""
}

// side tells the words for the sides of a country.
func side(w string) bool {
	switch w {
	case "north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "north-east", "north-west", "south-east", "south-west":
		return true
	}
	return false
}
