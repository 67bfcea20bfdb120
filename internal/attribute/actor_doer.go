package attribute

// Who did it is often told in a sentence of its own behind the figures: "A clerk was shot
// on Monday. A masked man walked in, fired twice and left". Where the sentences that go on
// with a claim name one such person, he is its actor.

// maxDoer bounds the sentences from a claim to the one that tells who did it.
const maxDoer = 3

// doerAfter is the one person or gang of whom the sentences behind a claim, in its
// paragraph, say outright that they shot or killed; empty for none.
func (d *doc) doerAfter(p *partial) string {
	para := p.para()
	if para < 0 || p.bg && !p.f0.inParagraphs() || p.fr.denied || overTown(p.event) || p.killed == nil && p.injured == nil {
		return ""
	}
	if d.oneCrime && !p.title || d.leads(p) {
		for i := range d.foundAc { // the first of whom it is told
			if c := &d.foundAc[i]; c.f == p.f0 && d.doerOfLead(i) && !d.barred(p, i) {
				return c.name
			}
		}
		return ""
	}
	return d.onlyBody(func(i int) bool {
		c := &d.foundAc[i]
		if !c.did || c.f != p.f0 || c.f.sents[c.si].para != para {
			return false
		}
		dist, _ := d.far(p, c.f, c.si)
		return dist >= 0 && dist <= maxDoer && !(dist > 0 && (d.toldBetween(p, c.si-dist, c.si) || c.f.setsApart(&c.f.sents[c.si]))) && !d.barred(p, i)
	})
}

// didIt tells whether it is said outright of a body, a person or a gang without a name,
// that it shot or killed, or is charged with it: who speaks is another matter.
func (f *field) didIt(s *sentence, m *actorMention) bool {
	if f.thoughtToHave(s, m) {
		return true
	}
	if m.person && !m.open && f.confesses(s, f.pastNamed(s, f.pastAge(s, m.to))) && f.ownsUp(s, m) {
		return true
	}
	if f.chargedWithHarm(s, m) || m.person && f.afterHe(s, f.pastNamed(s, f.pastAge(s, m.to))) {
		return true
	}
	if !m.charged && !m.inquires && !m.open && m.party == 0 && f.lawful(m.from, m.to) && f.harmedBy(s, f.ofBody(s, m.from)) {
		return true // "was shot and killed by Karm police officers"
	}
	if m.charged || m.teller || m.inquires || m.open || m.plane || m.party != 0 || m.state || !m.person && !m.group {
		return false
	}
	return f.kills(s, f.pastManner(s, m.to)) || m.person && f.harmedBy(s, m.from)
}

// thoughtToHave tells whether a whole sentence is about who is thought to have done what was told
// before: "Boko Haram was suspected", "The attack was blamed on the rebels".
func (f *field) thoughtToHave(s *sentence, m *actorMention) bool {
	if m.teller || m.inquires || m.open {
		return false
	}
	if e := m.to; m.from == s.lead || m.from == s.lead+1 && f.items[s.lead].is(tDet|tMod|tHedge) {
		for n := 0; n < 6 && e < s.to && (f.items[e].is(tAux|tAdv|tHedge|tModal) && f.word(e) != "suspected" || f.word(e) == "to"); n++ {
			if f.items[e].is(tNeg) || f.word(e) == "not" {
				return false
			}
			e++
		}
		if e == m.to || e >= s.to {
			return false
		}
		switch f.word(e) {
		case "suspected", "blamed", "accused", "responsible":
			if e+1 >= s.to {
				return true
			}
			switch f.word(e + 1) {
			case "of", "for":
				return f.deedNear(s, e+2) || e+2 < s.to && f.word(e+2) == "it" // not "for guarding the market"
			case "to":
				return true
			}
			return f.closes(s, e+1)
		case "behind":
			return e+1 < s.to && (f.word(e+1) == "it" || f.deedNear(s, e+1))
		}
		return false
	}
	k := m.from - 1
	for k > s.lead && f.items[k].is(tDet|tMod|tHedge) {
		k--
	}
	return k-2 > s.lead && f.word(k) == "on" && f.word(k-1) == "blamed" && f.items[k-2].is(tAux)
}

// maxSuspicion bounds the items of a sentence that says no more than who is suspected.
const maxSuspicion = 14

// suspicion keeps whom a sentence that tells of no deed says to be suspected of the one before.
func (d *doc) suspicion(f *field, s *sentence) {
	if s.to-s.from > maxSuspicion || len(d.partials) == 0 {
		return
	}
	for k := s.lead; k < s.to; k++ {
		switch f.word(k) {
		case "suspected", "responsible", "behind":
			d.acs = d.actors(f, s, d.acs[:0])
			for i := range d.acs {
				if f.thoughtToHave(s, &d.acs[i]) {
					d.rememberActor(f, s, d.acs[i])
				}
			}
			return
		}
	}
}
