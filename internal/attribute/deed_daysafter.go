package attribute

// "wounded six in Taiz, two days after a bomber killed 11 in Sanaa" tells two deeds, each with its own
// figures. What somebody dies of is one: "died two days after a bomb had wounded him".

// anotherBefore finds where a clause begins that tells of another deed, some time before the one told in the
// items from a on, and ends before item b; -1 where none does.
func (f *field) anotherBefore(s *sentence, a, b int) int {
	for k := a + 1; k < b-1; k++ {
		if f.word(k) != "after" || !f.items[k-1].is(tUnit) {
			continue
		}
		it := &f.items[k+1]
		if it.is(tPron|tAux|tRel) && !it.is(tDet) || it.w != nil && (it.w.harm == formGerund || it.w.evForm == formGerund) {
			return -1 // "two days after being shot", "after he was wounded"
		}
		for n := k - 1; n > a && n > k-5; n-- {
			if w := f.word(n); w == "," || w == "a" || w == "one" || w == "just" || w == "only" || f.items[n].is(tNum|tVague) {
				if w == "," {
					return n
				}
				if n-1 <= a || !(f.items[n-1].is(tNum|tVague|tAdv) || f.word(n-1) == "," || f.word(n-1) == "just" || f.word(n-1) == "only") {
					return n
				}
			}
		}
		return k
	}
	return -1
}

// ofADeath tells whether a casualty is of one who dies of what may be told behind it.
func (f *field) ofADeath(c *casualty) bool {
	for k := c.from; k < c.to && k < len(f.items); k++ {
		switch f.word(k) {
		case "died", "dies", "die", "dying", "death", "succumbed", "deaths":
			return true
		}
	}
	return false
}

// inOtherClause tells whether body i stands only in the clause of another deed, some time before or after,
// of the sentence that tells the claim, or in another of those that an item of a log parts by semicolons:
// "Mosul: 17 executed; army air strikes kill seven".
func (d *doc) inOtherClause(p *partial, i int) bool {
	c := &d.foundAc[i]
	for _, ti := range p.tells {
		t := &d.tellings[ti]
		if t.f == c.f && t.si == c.si {
			return t.apart && (c.m.from < t.from || c.m.from >= t.to) || t.f.stopBetween(t.at, c.m.from) && d.otherItem(t, c.m.from)
		}
	}
	return false
}

// placeOfOtherClause tells whether place i stands in the clause of the other deed of a sentence, some
// time before or after, or which this one answers.
func (d *doc) placeOfOtherClause(p *partial, i int) bool {
	c := &d.foundPl[i]
	for _, ti := range p.tells {
		if t := &d.tellings[ti]; t.apart && t.f == c.f && t.si == c.si && (c.m.from < t.from || c.m.from >= t.to) {
			return true
		}
	}
	return false
}

// onNextDay tells whether b opens with another day than a's and counts what was done on it: "wounded two
// people on Tuesday. On Wednesday a shell killed a farmer". The toll may rise on another day.
func (d *doc) onNextDay(a, b *partial) bool {
	if a.f0 != b.f0 || a.title || !a.counted() || !b.counted() || a.when.Distance(b.when) != 1 || b.fr.carryKind || b.fr.evAt < 0 && !b.fr.harm {
		return false
	}
	if a.fr.carryDate || b.fr.carryDate || b.definite || figures(a.killed, b.killed) == figSame || figures(a.injured, b.injured) == figSame {
		return false
	}
	s := &b.sent
	k := s.lead
	for n := 0; n < 2 && k < s.to && (b.f.word(k) == "on" || b.f.word(k) == "then" || b.f.word(k) == ","); n++ {
		k++
	}
	return k < s.to && b.f.items[k].is(tWeekday) && (b.fr.said == nil || !b.fr.said.before)
}

// otherItem tells whether a telling of a log, and what stands at item k beyond a semicolon, are of deeds
// of two kinds, so that neither is told of the other.
func (d *doc) otherItem(t *telling, k int) bool {
	if t.f.sents[t.si].entry <= 0 {
		return false
	}
	own, others := -1, -1
	for i := range d.deeds {
		c := &d.deeds[i]
		switch {
		case c.f != t.f || c.si != t.si || c.how == howWeak || c.kind == kindAttack || c.scene:
		case !t.f.stopBetween(t.at, c.k):
			own = int(c.kind)
		case !t.f.stopBetween(k, c.k):
			others = int(c.kind)
		}
	}
	return own >= 0 && others >= 0 && own != others
}
