package attribute

// Groups of people who act: "a group of local youths", and bodies that are only letters.

// overGroup returns the item at which those begin who are named at item i: "a group of" leads to
// them, or nothing.
func (f *field) overGroup(s *sentence, i int) int {
	if i-2 >= s.from && f.word(i-1) == "of" && f.items[i-2].is(tVague) && !f.items[i-2].is(tCap) {
		return i - 2
	}
	k := i
	if k > s.from && f.word(k-1) == "the" {
		k--
	}
	if k-2 >= s.from && f.word(k-1) == "of" && ofBody(f.word(k-2)) {
		return k - 2 // "by fighters of the Karm Front"
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
	if e := f.membersOf(s, m.to); e > m.to {
		m.to = e
		return
	}
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

// membersOf returns the end of the name of a group behind those who fight for it, who end before item k: "fighters of
// the Zoran sect"; k where there is none.
func (f *field) membersOf(s *sentence, k int) int {
	switch f.word(k - 1) {
	case "fighters", "militants", "gunmen", "dissidents", "members", "guerrillas", "militiamen", "combatants", "rebels":
	default:
		return k
	}
	n := k + 1
	if n+2 >= s.to || f.word(k) != "of" {
		return k
	}
	if f.word(n) == "the" {
		n++
	}
	e := n
	for e < s.to && e < n+4 && f.nameItem(e) {
		e++
	}
	if e == n || e >= s.to || !bandWord(f.word(e)) {
		return k
	}
	return e + 1
}

// bandWord tells the words for a body of those who fight.
func bandWord(w string) bool {
	switch w {
	case "sect", "group", "movement", "militia", "faction", "front", "column", "cartel", "gang", "network", "coalition", "wing", "bloc":
		return true
	}
	return false
}

// blamedFront reads a front or a column by its name that somebody blames or by which something was done: "blamed the
// Omar Example front".
func (f *field) blamedFront(s *sentence, i int) (actorMention, bool) {
	m := actorMention{from: i}
	if i-2 < s.from || f.word(i-1) != "the" || !f.items[i-2].is(tAccuse) && f.word(i-2) != "by" || !f.nameItem(i) {
		return m, false
	}
	e := i
	for e < s.to && e < i+4 && f.nameItem(e) {
		e++
	}
	if e >= s.to || f.word(e) != "front" && f.word(e) != "column" && f.word(e) != "faction" || f.items[e].is(tCap) {
		return m, false
	}
	m.to = e + 1
	return m, true
}

// menOf tells whether the body that begins at item b is whose men those are that end before item a: "fighters of
// the Karm Front", "a unit of the army". Such men and their body are one, and no two sides.
func (f *field) menOf(a, b int) bool {
	if a < 1 || b-a < 1 || b-a > 4 || f.word(a) != "of" {
		return false
	}
	for n := a + 1; n < b; n++ {
		if !f.items[n].is(tDet | tNat | tMod) {
			return false
		}
	}
	return ofBody(f.word(a - 1))
}

// ofBody tells the words for men and parts of an armed body.
func ofBody(w string) bool {
	switch w {
	case "fighters", "fighter", "militants", "militant", "gunmen", "gunman", "dissidents", "members", "guerrillas", "militiamen", "combatants", "combatant", "rebels", "insurgents", "soldiers", "soldier", "troops", "men",
		"commandos", "elements", "unit", "units", "brigade", "battalion", "column", "planes", "warplanes", "jets", "helicopters", "aircraft", "drones", "artillery", "forces", "snipers", "sniper", "gunners", "recruits", "followers":
		return true
	}
	return false
}
