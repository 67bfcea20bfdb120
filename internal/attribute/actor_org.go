package attribute

// markOrganisations finds the names of bodies that no book lists, by their
// grammar: a run of capitalised words one of which says what it is ("Zolan
// Defence Force", "Army of Conquest", "Al Nusra Front"). Such a run is no place
// and may act or speak.
func (d *doc) markOrganisations(f *field) {
	d.org = d.org[:0]
	for range f.items {
		d.org = append(d.org, false)
	}
	for si := range f.sents {
		s := &f.sents[si]
		if s.heads {
			continue // in a headline every word is capitalised
		}
		closer, _ := f.closer(s)
		for i := s.from; i < s.to; {
			if !f.items[i].is(tCap) || f.items[i].is(tPunct) {
				i++
				continue
			}
			to := s.to
			if closer > i {
				to = closer // "in Deir Ezzor Monitor"
			}
			e, kind := f.organisation(to, i)
			if kind {
				for k := i; k < e; k++ {
					d.org[k] = true
				}
			}
			i = max(e, i+1)
		}
	}
}

// organisation reads a capitalised run from item i on, as far as item to.
func (f *field) organisation(to, i int) (end int, ok bool) {
	e := i
	words, kind, named, last, of := 0, false, false, false, false
	for e < to && e-i < 8 {
		it := &f.items[e]
		w := f.word(e)
		switch {
		case it.is(tPunct):
			if apostrophe(w) {
				e++
				continue
			}
			goto out
		case it.is(tCap) && !it.is(tVia|tFunc|tDet|tPrep|tLoc|tPron|tConj|tSay|tAux|tMonth|tWeekday|tOut|tAdv|tClause) && !(it.is(tEv) && !it.is(tActor)):
			words++
			last = it.is(tForce|tArmed) || bodyWord(w) && (w != "state" || e > i && f.word(e-1) == "islamic") // "Benue State" is a place
			if last {
				kind = true
			} else {
				named = true
			}
			e++
		case (w == "of" || w == "for") && words > 0 && e+1 < to && f.items[e+1].is(tCap) && last && !f.items[e+1].is(tMonth|tWeekday):
			e++
			of = true
		case w == "s" && e > i && f.items[e-1].is(tPunct):
			e++
		default:
			goto out
		}
	}
out:
	for e > i && f.items[e-1].is(tPunct|tPrep) && !f.items[e-1].is(tCap) {
		e--
	}
	if kind && named && words >= 2 && (last || of) {
		return e, true
	}
	return max(e, i+1), false
}

func bodyWord(w string) bool {
	switch w {
	case "front", "party", "command", "council", "committee", "committees", "league", "corps", "legion", "company", "federation", "congress", "union", "observatory", "institute", "centre", "center", "network", "crescent", "cross", "agency", "ministry", "foundation", "commission", "association", "organization", "organisation", "tribunal", "parliament", "squad", "cartel", "state", "watch", "monitor", "office", "service", "directorate", "register":
		return true
	}
	return false
}

// civil tells the words that end the name of a body which bears no arms.
func civil(w string) bool {
	switch w {
	case "observatory", "institute", "centre", "center", "network", "crescent", "cross", "agency", "foundation", "association", "watch", "monitor", "office",
		"service", "directorate", "register", "committees", "tribunal", "parliament", "congress", "rights", "company", "union", "ministry":
		return true
	}
	return false
}

// civilBody tells whether the name [a, b) is that of a civil body with its place, or of
// a political one: "the Coordination Committee of Example", "the National Coalition".
func (f *field) civilBody(a, b int) bool {
	for k := a; k+1 < b; k++ {
		switch f.word(k + 1) {
		case "of", "for", "in":
			if w := f.word(k); civil(w) || w == "committee" || w == "commission" {
				return true
			}
		}
	}
	switch f.word(b - 1) {
	case "committee", "commission":
		return true
	case "coalition":
		return b-2 >= a && f.word(b-2) == "national" && f.items[b-1].is(tCap)
	}
	return false
}

// ministry tells whether the name [a, b) is that of a ministry or an embassy,
// which speaks for those who bear arms.
func (d *doc) ministry(f *field, a, b int) bool {
	if d.pa[b-1] != 0 && f.items[b-1].is(tForce|tArmed) {
		return false // "Interior Ministry forces"
	}
	for k := a; k < b; k++ {
		if w := f.word(k); w == "ministry" || w == "embassy" {
			return !f.items[b-1].is(tForce | tArmed)
		}
	}
	return false
}
