package attribute

// Another speaker often gives a figure of a deed, claims it or denies it without saying
// again where and when it was: "A nurse said that 23 wounded had been brought in", "The
// group's spokesman claimed the attack and said that more than ten were killed".

// maxTakenUp bounds how many sentences behind a deed it is still taken up so.
const maxTakenUp = 6

// takenUp is the claim of the deed that another speaker takes up in p; nil for none.
func (d *doc) takenUp(p *partial) *partial {
	fr := &p.fr
	if fr.said == nil || p.place != "" || p.title || p.bg || p.gotDate && !(fr.date != nil && fr.date.said) || len(p.tells) != 1 {
		return nil
	}
	if p.f0.opensAnother(&p.f0.sents[p.si0]) || p.f0.setsApart(&p.f0.sents[p.si0]) || d.ownSpot(p) {
		return nil
	}
	for n := p.order - 1; n >= 0; n-- {
		q := &d.partials[n]
		if q.f0 != p.f0 || q.title {
			return nil
		}
		if q.drop || q.chance < d.line {
			continue
		}
		if p.si0-q.last > maxTakenUp || q.si0 == p.si0 || q.bg || q.place == "" {
			return nil
		}
		if !p.answer && !p.weakTold && p.event != q.event && !kindred(p.event, q.event) {
			return nil
		}
		return q
	}
	return nil
}

// ownSpot tells whether the sentence of a claim names a place that is not part of its
// speaker's name, where he sits or where he speaks.
func (d *doc) ownSpot(p *partial) bool {
	t := &d.tellings[p.tells[0]]
	for i := t.pl[0]; i < t.pl[1]; i++ {
		m := &d.foundPl[i].m
		if m.org || m.speaker || m.aside || m.from >= p.fr.said.from && m.to <= p.fr.said.to {
			continue
		}
		return true
	}
	return false
}

// takeUp gives p, of which no place is told, that of the deed which it takes up.
func (p *partial) takeUp(q *partial) {
	p.place, p.within, p.rank, p.known, p.gzID, p.placeP = q.place, q.within, q.rank, q.known, q.gzID, q.placeP
	p.fr.carryPlace = true
}

// sameSpot is the claim of a deed at the spot that p, which tells of no place of its own, takes up by
// its kind alone: "The ministry denied hitting the school", behind a claim of a school; nil for none.
func (d *doc) sameSpot(p *partial) *partial {
	if p.title || p.hasOwn || p.bg {
		return nil
	}
	f := p.f0
	s := &f.sents[p.si0]
	k := f.theSpot(s)
	if k < 0 || d.ownTown(p) {
		return nil
	}
	for n := p.order - 1; n >= 0; n-- {
		q := &d.partials[n]
		if q.f0 != f || q.title {
			return nil
		}
		if q.drop || q.chance < d.line || q.place == "" || q.si0 == p.si0 {
			continue
		}
		if f.tellsOfSpot(&f.sents[q.si0], f.word(k)) {
			if p.place != "" && q.rank < p.rank {
				return nil // what was chosen may lie in it
			}
			return q
		}
	}
	return nil
}

// theSpot is the first word for a spot in a sentence that has "the" before it and no name beside
// it; -1 for none.
func (f *field) theSpot(s *sentence) int {
	for k := s.lead; k+1 < s.to; k++ {
		if f.word(k) == "the" && f.spotNoun(k+1) && (k+2 >= s.to || !f.items[k+2].is(tCap) && !f.spotNoun(k+2) && f.word(k+2) != "of" && f.word(k+2) != "in" && f.word(k+2) != "at" && !apostrophe(f.word(k+2))) {
			return k + 1
		}
	}
	return -1
}

// spotNoun tells whether item k is a word in small letters for a spot that a deed may be at.
func (f *field) spotNoun(k int) bool {
	it := &f.items[k]
	return it.is(tPart) && !it.is(tCap|tArea|tTown) || !it.is(tCap) && f.builtThing(k)
}

// tellsOfSpot tells whether a sentence tells of such a spot.
func (f *field) tellsOfSpot(s *sentence, what string) bool {
	for k := s.lead; k < s.to; k++ {
		if f.word(k) == what {
			return true
		}
	}
	return false
}

// ownTown tells whether the sentence of a claim names a town that is not its speaker's.
func (d *doc) ownTown(p *partial) bool { return len(p.tells) == 1 && p.fr.said != nil && d.ownSpot(p) }
