package attribute

// Of two places that a sentence joins the nearer one is where it happened: "an ambush at
// Karm in Zoran block", "the Hama suburb of Karm", "in the countryside of Hama, killing
// nine in the village of Karm".

// finerBefore is the place right before place i that lies in it, by the words between the
// two; i itself where there is none.
func (d *doc) finerBefore(i int) int {
	for n := 0; n < 2 && i > 0; n++ {
		c, q := &d.foundPl[i], &d.foundPl[i-1]
		if q.f != c.f || q.si != c.si || q.called.same(c.called) || q.m.to >= c.m.from || !q.mayHold() || q.m.prep < 0 && !q.m.headed {
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
	if b-a > 6 {
		return false, false
	}
	for k := a; k < b; k++ {
		switch f.word(k) {
		case "in", "on", "within":
			in = true
		case "of":
			in = in || k > a && f.items[k-1].is(tPlaceHead)
		case ",", "the", "located", "situated", "lying":
		default:
			if !f.items[k].is(tDir | tPlaceAdj | tNat | tTown | tArea) {
				return false, false
			}
		}
	}
	return in, true
}

// notWider tells whether the place q, told before c, is no wider than it: a part of a town
// is told behind the town as well.
func (f *field) notWider(q, c *foundPlace) bool {
	if q.m.rank >= c.m.rank {
		return true
	}
	if q.m.known || q.m.rank < 2 {
		return false
	}
	switch f.word(c.m.nameTo - 1) {
	case "road", "highway", "block", "sector", "area", "axis", "township", "route":
		return !c.m.street
	}
	return false
}

// ofHeads tells whether the items [a, b) are a word for a kind of town or part and "of", so
// that the name before them says only where the name behind them lies: "Hama suburb of".
func (f *field) ofHeads(a, b int) bool {
	return b-a >= 2 && f.word(b-1) == "of" && f.items[b-2].is(tTown|tPart|tArea) && !f.items[b-2].is(tCap) && !many(f.word(b-2))
}

// finerHere is the one town of the sentence that tells of the wide area i, which must then
// be where in it; i where there is none or the area is none.
func (d *doc) finerHere(i int) int {
	c := &d.foundPl[i]
	if !c.f.isWide(c) || c.full != "" {
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
