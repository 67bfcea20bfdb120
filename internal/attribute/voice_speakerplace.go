package attribute

// Who tells of a deed is often told at length, with where he sits or for whom he speaks: "said Adam
// Example, spokesman for the villages along the Zor river", "Colonel Adam Example of the gendarmerie
// in Zoran said". Where a claim before says where it was, that place is his and not the deed's.

// maxPlacedBefore bounds how many sentences before a speaker the place of the deed is looked for.
const maxPlacedBefore = 6

// ofSpeaker tells whether the place i only belongs to who tells the claim p, and another place of the
// deed was told before.
func (d *doc) ofSpeaker(p *partial, i int) bool {
	c := &d.foundPl[i]
	if p.fr.said == nil || p.title || p.bg || c.f != p.f0 || c.si != p.si0 || c.f.inTitle {
		return false
	}
	for _, k := range p.tells {
		if t := &d.tellings[k]; t.f != p.f0 || t.si != p.si0 {
			return false
		}
	}
	s := &c.f.sents[c.si]
	if c.f.opensAnother(s) || c.f.opensOtherDeed(s) || !c.f.describesSpeaker(s, p.fr.said, &c.m) {
		return false
	}
	for n := p.order - 1; n >= 0; n-- {
		q := &d.partials[n]
		if q.f0 != p.f0 || q.title || p.si0-q.last > maxPlacedBefore {
			return false
		}
		if q.drop || q.bg || q.si0 == p.si0 || q.place == "" || q.chance < d.line {
			continue
		}
		if !p.answer && !p.weakTold && p.event != q.event && !kindred(p.event, q.event) {
			continue
		}
		return !d.roll.same(q.place, c.name)
	}
	return false
}

// describesSpeaker tells whether a place stands in the words for who speaks, behind what he is or leads.
func (f *field) describesSpeaker(s *sentence, sp *speech, m *placeMention) bool {
	a, b := sp.at+1, s.to
	if sp.before {
		a, b = sp.who[0], sp.at
		if sp.who[1] <= sp.who[0] || a < s.lead {
			return false
		}
	}
	if m.from <= a || m.to > b {
		return false
	}
	role := false
	for k := a; k < m.from; k++ {
		it := &f.items[k]
		if it.is(tEv|tOut|tSay) && !it.is(tCap|tSrc|tHead|tForce|tArmed) {
			return false
		}
		switch w := f.word(k); w {
		case ";", ":", "\"", "“", "”":
			return false
		case "residents", "resident", "villagers", "villager", "locals", "inhabitants", "inhabitant", "survivor", "survivors", "witness", "witnesses", "people", "families", "where", "when":
			return false
		case "mayor", "burgomaster":
			if n := f.word(m.from - 1); n != "nearby" && n != "neighbouring" && n != "neighboring" && !besideUs(f.word(m.nameFrom-1)) {
				return false // he speaks for the place where it was
			}
			role = true
		case "chief":
			role = role || k > 0 && (f.word(k-1) == "police" || f.word(k-1) == "army")
		default:
			role = role || speaksOrLeads(w)
		}
	}
	for k := m.to; sp.before && k < b; k++ {
		if it := &f.items[k]; it.is(tEv|tOut) && !it.is(tCap|tSrc|tHead|tForce|tArmed) {
			return false // "Officials in Karm, where a bomb went off, said"
		}
	}
	return role
}

// speaksOrLeads tells the words for who speaks for others or leads them, and for his rank.
func speaksOrLeads(w string) bool {
	switch w {
	case "spokesman", "spokeswoman", "spokesperson", "spokespersons", "spokesmen", "member", "colonel", "col", "captain", "capt", "lieutenant", "lt", "major", "maj", "general", "gen", "brigadier", "sergeant",
		"commander", "representative", "adviser", "advisor", "coordinator", "head", "heads", "leads", "runs", "chairs", "president", "director", "secretary", "speaks", "police chief", "police commander", "army chief":
		return true
	}
	return false
}
