package attribute

import "isnad/internal/places"

// Most reports that hold a word of harm or of a deed tell of no incident: sales
// drop, a team is beaten, an actor is shot from behind. What makes a first candidate
// is known before the names of bodies are found and the sentences are read in full,
// so that such reports are left there.

// mayTell tells whether the report may hold a candidate. A first candidate counts
// people that were harmed, or it tells of harm or of a deed in a sentence that names
// a place, or whom it harmed by what may be his surname.
func (d *doc) mayTell() bool {
	for _, f := range [...]*field{&d.title, &d.body} {
		for i := range f.sents {
			d.si = i // what was fired in the sentence before counts, and not where the last report ended
			if d.countsHarm(f, &f.sents[i]) {
				return true
			}
		}
	}
	for _, f := range [...]*field{&d.title, &d.body} {
		for i := range f.sents {
			if s := &f.sents[i]; s.deed && (f.namesHarmed(s) || d.namesPlace(f, s)) {
				return true
			}
		}
	}
	return false
}

// countsHarm tells whether a sentence counts people that were harmed, or sums up. It
// notes whether the sentence tells of harm or of a deed at all.
func (d *doc) countsHarm(f *field, s *sentence) bool {
	if f.listsLinks(s) || !f.triggers(s.from, s.to) {
		return false
	}
	cs := d.casualties(f, s, d.quantities(f, s.from, s.to))
	for i := range cs {
		if cs[i].known {
			return true
		}
	}
	s.deed = len(cs) > 0
	for k := s.from; k < s.to && !s.deed; k++ {
		s.deed = f.items[k].is(tEv|tWeapon) && f.meantAsDeed(s, k)
	}
	return f.sumsUp(s) > 0
}

// namesHarmed tells whether a sentence tells harm with a word beside it that may be the
// surname of whom it befell: "Example was shot", "shot Example in". Who is named in full is
// known later.
func (f *field) namesHarmed(s *sentence) bool {
	for k := s.from; k < s.to; k++ {
		if it := &f.items[k]; it.is(tCap) || !it.is(tOut) && (!it.is(tEv) || it.w == nil || it.w.evForm == formNoun) && !strikesOne(f.word(k)) {
			continue
		}
		if k+1 < s.to && f.givenName(k+1) && (k+2 >= s.to || !f.items[k+2].is(tCap)) {
			return true
		}
		a := k
		for a-1 > s.from && f.items[a-1].is(tAux|tAdv) {
			a--
		}
		a = f.beforeAge(s, a) - 1 // "Example, 31, was shot"
		if a >= s.from && f.givenName(a) && (a == s.from || !f.items[a-1].is(tCap|tLoc|tPrep|tDet)) {
			return true
		}
	}
	return false
}

// strikesOne tells the words for what a shot or a blow does to somebody.
func strikesOne(w string) bool {
	switch w {
	case "hit", "hitting", "struck", "striking", "grazed", "grazing", "shot":
		return true
	}
	return false
}

// namesPlace tells whether a sentence names a place. Whose names those of the places
// also are is not known yet, which lets more through.
func (d *doc) namesPlace(f *field, s *sentence) bool {
	if d.marked != f {
		d.markPlaces(f)
		d.pa, d.so, d.org = none(d.pa, len(f.items)), none(d.so, len(f.items)), none(d.org, len(f.items))
	}
	d.pls = d.placePhrases(f, s, d.pls[:0])
	return len(d.pls) > 0
}

// markPlaces finds the names of places in a field, once, and tells which items they
// cover.
func (d *doc) markPlaces(f *field) {
	if !f.searched {
		f.words.Scan(f.text)
		f.places, f.searched = d.r.places.FindIn(&f.words), true
	}
	d.gzm, d.marked, d.gathered = f.places, f, false
	d.gz = cover(f, d.gzm, func(m *places.Mention) (int, int) { return m.Start, m.End }, d.gz)
	for i, g := range d.gz {
		if it := &f.items[i]; g != 0 && it.is(tWeapon) && d.gzm[g-1].End < int(it.end) {
			d.gz[i] = 0 // "a Molotov cocktail": the name is half of a weapon's
		}
	}
}

// none is a list of n zeros, in the memory of xs.
func none[T any](xs []T, n int) []T { return append(xs[:0], make([]T, n)...) }
