package attribute

// Groups of people who act: "a group of local youths", and bodies that are only letters.

// overGroup returns the item at which those begin who are named at item i: "a group of" leads to
// them, or nothing.
func (f *field) overGroup(s *sentence, i int) int {
	if i-2 >= s.from && f.word(i-1) == "of" && f.items[i-2].is(tVague) && !f.items[i-2].is(tCap) {
		return i - 2
	}
	return i
}

// whole returns the item of the "a group of" that leads to those named at item i over what
// describes them; i where none does.
func (f *field) whole(s *sentence, i int) int {
	a := i
	for a > s.from && a > i-4 && (f.items[a-1].is(tDet|tNum|tMod|tNat) || f.items[a-1].w == nil && !f.items[a-1].is(tCap|tPunct)) {
		a--
	}
	if g := f.overGroup(s, a); g < a {
		return g
	}
	return i
}

// unknownShort tells whether the letters at item i, which no list has, are those of a body that is
// named before its deed: "a KLNB attack", "NAF airstrike".
func (f *field) unknownShort(s *sentence, i int) bool {
	it := &f.items[i]
	if !it.is(tUpper) || it.w != nil || it.is(tNum|tPunct) || it.end-it.start > 6 || s.heads || s.heading || i+1 >= s.to || i > s.from && f.items[i-1].is(tCap) {
		return false
	}
	next := &f.items[i+1]
	return next.is(tEv) && !next.is(tUpper) && next.w.evForm == formNoun
}

// groupOf takes to "a group" and "a gang" of whom it is: "a group of local youths".
func (f *field) groupOf(s *sentence, m *actorMention) {
	switch f.word(m.to - 1) {
	case "group", "groups", "gang", "gangs", "mob", "crowd", "band":
	default:
		return
	}
	if m.to+1 >= s.to || f.word(m.to) != "of" {
		return
	}
	for k := m.to + 1; k < s.to && k <= m.to+6; k++ {
		it := &f.items[k]
		if it.is(tPunct|tLoc|tPrep|tConj|tAux|tRel|tSay|tOut) || it.is(tEv) && !it.is(tHead|tArmed|tForce) {
			return
		}
		if it.is(tHead) && !it.is(tSingular) || it.is(tArmed|tForce) {
			m.to = k + 1
			return
		}
	}
}
