package attribute

// Monitors tell first into which town a body moved, and in the sentences behind it, which name no
// place any more, what became of people there: "Northland forces moved into the Karm camp, east of
// Zoran. As a result, a boy was hit".

// maxMoved bounds how many sentences behind "moved into" a deed may be told.
const maxMoved = 4

// maxToItsMove bounds the items between a body and the verb of its move.
const maxToItsMove = 10

// movedInto is the place that a body was last told to move into before the claim, where nothing else
// is told between them; nil for none.
func (d *doc) movedInto(p *partial) *foundPlace {
	var last *foundPlace
	for i := range d.foundPl {
		q := &d.foundPl[i]
		if q.f != p.f0 || q.si >= p.si0 || p.si0-q.si > maxMoved || q.f.inTitle || q.m.org || q.m.aside {
			continue
		}
		s := &q.f.sents[q.si]
		came := q.f.stopsAt(s, q.m.from)
		if q.m.street && !came {
			continue
		}
		switch {
		case came || q.f.movesTo(s, q.m.from):
			if last == nil || last.si != q.si {
				last = q
			}
		case last != nil && q.si != last.si:
			last = nil // another place is told of since
		}
	}
	if last == nil || d.toldBetween(p, last.si-1, p.si0-1) {
		return nil
	}
	return last
}

// movesTo tells whether the place at item at is one into which an armed body moves.
func (f *field) movesTo(s *sentence, at int) bool {
	verb := -1
	for k := at - 1; k > s.from && k > at-7; k-- {
		if movesInto(f.word(k)) || (f.word(k) == "into" || f.word(k) == "in" || f.word(k) == "at") && k-1 > s.from && movesOn(f.word(k-1)) {
			verb = k
			break
		}
		if it := &f.items[k]; it.is(tPunct|tClause|tRel|tSay|tOut) && !apostrophe(f.word(k)) {
			return false
		}
	}
	if verb < 0 {
		return false
	}
	for k := verb - 1; k >= s.from && k > verb-maxToItsMove; k-- {
		if it := &f.items[k]; it.is(tForce | tArmed) {
			return true
		} else if it.is(tOut | tEv | tSay | tRel) {
			return false
		}
	}
	return false
}

// stopsCar returns the item of the verb by which police or soldiers stop somebody in a sentence, -1 for none.
func (f *field) stopsCar(s *sentence) int {
	for k := s.lead + 1; k+2 < s.to && k < s.lead+24; k++ {
		switch f.word(k) {
		case "stop", "stopped", "pulled", "pull":
		default:
			continue
		}
		if !f.carBehind(s, k) {
			continue
		}
		for n := k - 1; n >= s.lead && n > k-6; n-- {
			if f.lawful(n, n+1) || f.items[n].is(tForce) {
				return k
			}
			if f.items[n].is(tPunct | tSay | tOut | tClause) {
				break
			}
		}
	}
	return -1
}

// carBehind tells whether what is stopped at item k is a car or who drives it.
func (f *field) carBehind(s *sentence, k int) bool {
	for n := k + 1; n < s.to && n < k+6; n++ {
		switch f.word(n) {
		case "car", "vehicle", "truck", "pickup", "van", "suv", "driver", "motorist", "motorcycle", "motorbike", "motorcyclist", "taxi", "sedan", "bus", "minibus", "over":
			return true
		}
	}
	return false
}

// stopsAt tells whether the place at item at is where they stop him: "tried to stop a car on Interstate 65".
func (f *field) stopsAt(s *sentence, at int) bool {
	k := f.stopsCar(s)
	if k < 0 || at <= k || at > k+8 {
		return false
	}
	for n := k + 1; n < at; n++ {
		if f.items[n].is(tPunct|tClause|tRel|tSay|tOut) && !apostrophe(f.word(n)) {
			return false
		}
	}
	return true
}

// movesIn tells whether a sentence says that an armed body moves into some place.
func (f *field) movesIn(s *sentence) bool {
	if s.hints&mayMove == 0 {
		return false
	}
	for k := s.from + 1; k+1 < s.to; k++ {
		if !f.items[k].may(mayMove) {
			continue
		}
		if movesInto(f.word(k)) || movesOn(f.word(k)) {
			for n := k + 1; n < s.to && n < k+7; n++ {
				if f.items[n].is(tCap) && f.movesTo(s, n) {
					return true
				}
			}
		}
	}
	return false
}

// movesInto tells the verbs for coming to a place by force.
func movesInto(w string) bool {
	switch w {
	case "entered", "stormed", "invaded", "surrounded", "encircled", "besieged", "overran", "raided", "penetrated":
		return true
	}
	return false
}

// movesOn tells the verbs that do so with a word of place behind them.
func movesOn(w string) bool {
	switch w {
	case "moved", "pushed", "swept", "rolled", "marched", "advanced", "came", "drove", "deployed", "arrived", "stationed", "positioned", "went", "burst", "broke", "thrust":
		return true
	}
	return false
}
