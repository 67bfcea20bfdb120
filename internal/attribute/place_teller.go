package attribute

// Prose that lost its commas lets who tells a thing follow right behind where it was: "when a
// bomb fell on their oven in Kafr Example activists said". The place is not part of the
// teller's name, as the word before it needs it.

// tellersFollow tells whether who tells the sentence, and no word that belongs to the place
// before it, begins right behind the place p.
func (f *field) tellersFollow(s *sentence, p *placeMention) bool {
	if f.items[p.to].is(tCap) {
		return false
	}
	for k := p.nameFrom; k < p.nameTo; k++ {
		if f.word(k) == "and" {
			return false // "in Karm and Zoran local media": the second may be the media's
		}
	}
	if p.prep < s.from {
		return f.items[p.from].is(tPlaceHead) && f.word(p.from+1) == "of" && f.tells(s, p.to) // "the Karm town of"
	}
	switch f.word(p.prep) {
	case "in", "at", "near", "outside", "inside", "around":
	default:
		return false // "a group of Karm activists said"
	}
	if g := p.prep - 1; g >= s.from && f.items[g].is(tSrc) && !f.items[g].is(tPlaceHead|tHead) {
		return false // "a source in Karm media said"
	}
	return f.tells(s, p.to)
}

// tells tells whether a source and a verb of saying stand at item i: "local activists said".
func (f *field) tells(s *sentence, i int) bool {
	source := false
	for k := i; k < s.to && k < i+maxToSay; k++ {
		it := &f.items[k]
		switch {
		case it.is(tSay) && !it.is(tSrc):
			return source
		case it.is(tSrc):
			source = true
		case !it.is(tMod|tHead|tNat|tPlaceAdj|tSocial|tArmed) && !f.describes(k):
			return false
		}
	}
	return false
}

// stateMedia tells whether the "state" at item h is no part of a country but whose news it
// is: "at central Karm state news agency X reported".
func (f *field) stateMedia(s *sentence, h int) bool {
	if f.word(h) != "state" || f.items[h].is(tCap) || h+1 >= s.to {
		return false
	}
	switch f.word(h + 1) {
	case "media", "news", "television", "tv", "radio", "agency", "broadcaster", "newspaper", "run", "owned", "-run", "prosecutors", "troopers", "police":
		return true
	}
	return false
}

// stateBody tells whether the "State" at item h only belongs to the name of a body of that
// state: "the Karm State Highway Patrol".
func (f *field) stateBody(s *sentence, h int) bool {
	if f.word(h) != "state" || !f.items[h].is(tCap) || h+1 >= s.to || !f.items[h+1].is(tCap) {
		return false
	}
	switch f.word(h + 1) {
	case "highway", "patrol", "police", "troopers", "bureau", "department", "university", "prison", "penitentiary", "capitol", "fair", "senate", "senator", "house", "attorney", "attorney's", "trooper", "assembly", "medical", "crime", "board":
		return true
	}
	return false
}
