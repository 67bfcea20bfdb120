package attribute

// A sentence may tell two incidents of which one is not counted: "A bomb killed two in
// Homs, and gunmen attacked a checkpoint in Hama", "The monitor said shells fell on Douma
// while residents reported air strikes on Zamalka". Each clause that tells a deed and
// names a place is a frame of its own, and so is one that blames or denies.

// clauses parts frames at the words that open such clauses.
func (d *doc) clauses(f *field, s *sentence, cs []casualty, out []frame, start int) []frame {
	for i := start; i < len(out); i++ {
		fr := &out[i]
		k, at, accused := f.answeredAside(cs, fr)
		aside, first := k >= 0, false
		if k < 0 {
			k, at = f.blamesAfterDenial(cs, fr)
			first = k >= 0 && !fr.harm
		}
		apart := false
		if k < 0 && fr.to-fr.from >= 9 {
			if n := d.reactedTo(f, s, cs, fr); n >= 0 {
				fr.from, fr.apart = n, true
				continue
			}
			if k, at = d.pastRelative(f, s, cs, fr), 0; k >= 0 {
				at, fr.apart = k, true
			} else if k, at = d.answered(f, s, cs, fr); k >= 0 {
				apart = true
				if n := i + 1; n < len(out) && out[n].from == fr.to && fr.counts() && fr.victimFrom < k && out[n].counts() {
					fr.to, out[n].from = k, k // the figure of the other deed stands behind it
					fr.apart, out[n].apart = true, true
					continue
				}
			}
		}
		if k < 0 && fr.to-fr.from >= 12 {
			k, at = d.parting(f, s, cs, fr)
			apart = k >= 0 && k == at && f.ownSubject(k+1, fr.to)
		}
		if k < 0 {
			continue
		}
		rest := frame{f: f, sent: fr.sent, from: k, to: fr.to, at: at, weapon: -1, evAt: -1, opens: true, denial: aside, rejects: aside && !accused}
		if fr.counts() && fr.victimFrom > k { // the figure stands in the later clause
			rest, fr.to = *fr, k
			rest.from, rest.opens = k, true
			*fr = frame{f: f, sent: fr.sent, from: fr.from, to: k, at: fr.from, weapon: -1, evAt: -1}
		} else {
			fr.to, fr.denial, fr.answered = k, first, aside && accused
		}
		fr.apart, rest.apart = fr.apart || apart, rest.apart || apart
		out = append(out, frame{})
		copy(out[i+2:], out[i+1:])
		out[i+1] = rest
	}
	return out
}

func (fr *frame) counts() bool {
	return fr.killed != nil || fr.injured != nil || fr.casualties != nil || fr.victimTo > 0
}

// parting finds the word that parts a frame into two that each tell a deed, or tell one
// and answer it, and where the second does so; -1 where there is none.
func (d *doc) parting(f *field, s *sentence, cs []casualty, fr *frame) (k, at int) {
	placed := false
	for k = fr.from + 4; k < fr.to-3; k++ {
		if !parts(f.word(k)) || astride(cs, fr, k) || !d.tellsDeeds(f, s, cs, fr.from, k, false) {
			continue
		}
		if n := f.answersAt(k+1, fr.to); n > 0 {
			return k, n
		}
		if !d.tellsDeeds(f, s, cs, k+1, fr.to, f.word(k) == "and" && f.word(k+1) != "that") {
			continue
		}
		if !placed {
			d.pls = d.placePhrases(f, s, d.pls[:0])
			placed = true
		}
		if d.placed(fr.from, k) && d.placed(k+1, fr.to) {
			return k, k
		}
	}
	return -1, 0
}

// answersAt finds the word with which the clause from item a on says that somebody else
// blames or denies: "; the army denied it", "but residents accused the army".
func (f *field) answersAt(a, b int) int {
	if f.items[a].is(tAux) {
		return -1
	}
	for n := a; n < b && n < a+8; n++ {
		it := &f.items[n]
		if it.is(tDenyCue) || it.is(tAccuse) && n > a && f.blames(n) {
			if f.items[n-1].is(tAux | tDet) { // "was accused", "the disputed hills"
				return -1
			}
			return n
		}
		if it.is(tClause|tRel|tEv|tOut|tSay|tPrep) && !it.is(tHead) && f.word(n) != "of" {
			return -1
		}
	}
	return -1
}

// placed tells whether a place is named in the items [a, b).
func (d *doc) placed(a, b int) bool {
	for i := range d.pls {
		if p := &d.pls[i]; p.from >= a && p.to <= b && !p.org && p.prep >= 0 {
			return true
		}
	}
	return false
}

func parts(w string) bool {
	switch w {
	case "while", "whereas", "and", "but", ";":
		return true
	}
	return false
}

// astride tells whether item k stands inside a statement of harm, or between two of a
// frame, which are those of one incident.
func astride(cs []casualty, fr *frame, k int) bool {
	before, after := false, false
	for i := range cs {
		c := &cs[i]
		if k >= c.from && k < c.to {
			return true
		}
		if c.known && c.at >= fr.from && c.at < fr.to {
			before, after = before || c.at < k, after || c.at > k
		}
	}
	return before && after
}

// tellsDeeds tells whether the items [a, b) tell a deed, or harm that is counted. Behind
// "and" they must be a clause.
func (d *doc) tellsDeeds(f *field, s *sentence, cs []casualty, a, b int, clause bool) bool {
	deed, verb := false, -1
	for k := a; k < b; k++ {
		it := &f.items[k]
		if verb < 0 && (it.is(tSay) && !it.is(tHead) || it.is(tEv|tOut) && it.w.evForm != formNoun && it.w.evForm != formNone) {
			verb = k
		}
		if it.is(tEv) && it.w.event != evDestroyed && (it.w.strength >= 2 || it.w.evForm == formPast) && d.tellsDeed(f, s, k) && !d.foreignDeed(f, s, k) {
			deed = true
		}
	}
	for i := range cs {
		deed = deed || cs[i].known && cs[i].at >= a && cs[i].at < b
	}
	return deed && (!clause || verb >= 0 && d.beginsClause(f, a, verb))
}

// beginsClause tells whether the items from a to the verb are the subject of a clause, and
// do not go on with a list: "... and air strikes hit", but "women and children when
// shells hit", "the groups Karm and Salam shelled".
func (d *doc) beginsClause(f *field, a, verb int) bool {
	if it := &f.items[verb]; it.is(tEv) && it.w.event == evDestroyed {
		return false // "ten were hurt and two houses were damaged in an attack"
	}
	if verb > a+7 || verb > a && f.items[a].is(tCap) && !f.items[a].is(tNat) && f.items[a-2].is(tCap) && !f.items[a-2].is(tWeekday|tMonth) && d.gz[a-2] == 0 {
		return false
	}
	for k := a; k < verb; k++ {
		if it := &f.items[k]; it.is(tClause|tRel) || it.is(tPunct) && f.word(k) != "," {
			return false
		}
	}
	return true
}

// opensClause tells whether the harm of c is told in a clause that says who speaks, where
// or when anew: "two soldiers had been hurt in Homs and said that it had killed 50
// fighters", "a man was stabbed and in 2021 two boys were hurt".
func (d *doc) opensClause(f *field, before, c *casualty) bool {
	for k := before.to; k < c.from-1; k++ {
		if !parts(f.word(k)) {
			continue
		}
		if f.andThatIn(k, c.from) {
			return true
		}
		for n := k + 1; n < c.from && n <= k+6; n++ {
			it := &f.items[n]
			if it.is(tSay) && !it.is(tHead|tOut) && before.passive && !c.passive {
				return true
			}
			if n == k+1 && it.is(tLoc|tPrep) && n+1 < c.from && (f.items[n+1].is(tMonth|tWeekday|tNum) || d.gz[n+1] != 0) {
				return true
			}
			if it.is(tPunct | tOut | tAux) {
				break
			}
		}
	}
	return false
}

// andThatIn tells whether another deed and its place are told from item k to the harm at
// to: "said rebels attacked Sake, wounding two, and that a bomb went off in Goma, killing
// four".
func (f *field) andThatIn(k, to int) bool {
	if k+4 >= to || f.word(k) != "and" || f.word(k+1) != "that" {
		return false
	}
	deed := false
	for n := k + 2; n+1 < to; n++ {
		it := &f.items[n]
		if it.is(tOut) {
			return false
		}
		deed = deed || it.is(tEv)
		if deed && it.is(tLoc) && f.items[n+1].is(tCap) {
			return true
		}
	}
	return false
}
