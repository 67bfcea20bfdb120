package attribute

// Who is named in the sentence of a deed need not have done it: those who were sent there behind it, who look
// on, or who took the town days before. And those of whom it says that the dead were some of them.

// notDoing tells whether a body looks on, or is sent or held ready, or did something at another time than the deed.
func (f *field) notDoing(s *sentence, m *actorMention) bool {
	if m.to+1 < s.to {
		switch f.word(m.to) {
		case "looked", "watched", "stood":
			if w := f.word(m.to + 1); w == "on" || w == "by" || w == "guard" || w == "aside" || w == "nearby" || w == "idle" || w == "." || w == "," {
				return true
			}
		case "were", "was", "have", "had", "has", "are", "is":
			k := m.to + 1
			for k < s.to && k < m.to+4 && f.items[k].is(tAux|tAdv) {
				k++
			}
			if k < s.to && heldReady(f.word(k)) && !f.harmsBehind(s, k) {
				return true
			}
		}
	}
	return f.atAnotherTime(s, m)
}

// heldReady tells the words for what is done with troops that does no harm by itself.
func heldReady(w string) bool {
	switch w {
	case "deployed", "dispatched", "stationed", "posted", "mobilised", "mobilized", "rushed", "summoned", "redeployed":
		return true
	}
	return false
}

// atAnotherTime tells whether a body stands in a clause of some other time in which no one is harmed: "nine
// people were killed in the town, a day after the army took it from rebels".
func (f *field) atAnotherTime(s *sentence, m *actorMention) bool {
	a := m.from
	for ; a > s.lead+1; a-- {
		if f.items[a].is(tPunct) && !apostrophe(f.word(a)) || a < m.from && f.items[a].is(tOut|tEv|tSay) && !f.items[a].is(tForce|tArmed|tHead|tSrc) {
			return false
		}
		if w := f.word(a); (w == "after" || w == "before") && timeNoun(f.word(a-1)) {
			break
		}
	}
	if a <= s.lead+1 {
		return false
	}
	for k := m.to; k < s.to; k++ {
		if f.items[k].is(tPunct) && !apostrophe(f.word(k)) || f.items[k].is(tSay) && !f.items[k].is(tSrc) {
			break
		}
		if f.items[k].is(tOut|tEv) && !f.items[k].is(tForce|tArmed|tHead) {
			return false
		}
	}
	return true
}

// amongTheDead tells whether a body is what those were who were killed or hit: "six of the dead in the strike were
// soldiers", "those killed were army recruits".
func (f *field) amongTheDead(s *sentence, m *actorMention) bool {
	k := m.from - 1
	for k > s.lead && f.items[k].is(tMod|tNat|tDet|tNum|tAdv) && !f.items[k].is(tAux) {
		k--
	}
	if k <= s.lead+1 {
		return false
	}
	switch f.word(k) {
	case "were", "was", "are", "included", "include":
	default:
		return false
	}
	for n := k - 1; n >= s.lead && n > k-maxWhere; n-- {
		it := &f.items[n]
		switch w := f.word(n); {
		case w == "dead" || w == "victims" || w == "victim" || w == "target" || w == "targets" || w == "killed" || w == "wounded" || w == "injured" || w == "casualties" || w == "died" || w == "martyrs":
			return true
		case it.is(tPunct|tSay|tClause) && !apostrophe(w):
			return false
		}
	}
	return false
}
