package attribute

import "iter"

// A lead tells often no more than the part of the country: "killed nine in northern Karm". None
// of the towns that the report names stands out then, and what the sentence says itself counts.

// placeInRegion sets the place of a claim for which none was chosen to the one that its sentence
// leads to with a word of place and that stands best beside the deed.
func (d *doc) placeInRegion(p *partial) {
	for t := range d.tellingsHere(p) {
		best, score := -1, 0.0
		for i := t.pl[0]; i < t.pl[1]; i++ {
			if sc := d.scores[t.plScore+i-t.pl[0]]; d.tellsWhere(i) && (best < 0 || sc > score) {
				best, score = i, sc
			}
		}
		if best >= 0 {
			c := &d.foundPl[best]
			p.place, p.within, p.rank = c.written(), c.within, c.m.rank
			return
		}
	}
}

// tellsWhere tells whether a place may be where its sentence's deed was: a word such as "in" leads
// to it, and it is more than a whole country.
func (d *doc) tellsWhere(i int) bool {
	q := &d.foundPl[i]
	if q.m.org || q.m.aside || q.m.origin || q.m.adj || q.m.street || q.m.prep < 0 || q.place.dateline {
		return false
	}
	if q.m.rank == 0 && !q.f.items[q.m.nameFrom].is(tDir) {
		return false
	}
	switch q.f.word(q.m.prep) {
	case "in", "across", "over", "at", "near", "on":
		return true
	}
	return false
}

// tellingsHere are the tellings of a claim by its own sentence; none for a headline's.
func (d *doc) tellingsHere(p *partial) iter.Seq[*telling] {
	return func(yield func(*telling) bool) {
		if p.f0 == nil || p.f0.inTitle {
			return
		}
		for _, n := range p.tells {
			if t := &d.tellings[n]; t.f == p.f0 && t.si == p.si0 && !yield(t) {
				return
			}
		}
	}
}
