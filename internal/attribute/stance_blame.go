package attribute

import (
	"strings"

	"isnad"
)

// Words that say of a body whether it did a deed, other than by the deed itself: who
// is responsible for it, what hit a body of its own, to whom a house belongs.

// answersFor tells whether what follows item e says that a body did something: "was
// responsible for", "holds responsibility for", "was behind the attack".
func (f *field) answersFor(s *sentence, e int) bool {
	for n := 0; n < 4 && e < s.to && f.items[e].is(tAux|tAdv|tHedge|tModal); n++ {
		if f.items[e].is(tNeg) || f.word(e) == "not" {
			return false
		}
		e++
	}
	if e+1 >= s.to {
		return false
	}
	switch f.word(e) {
	case "responsible":
		return f.word(e+1) == "for" || f.items[e+1].is(tPunct)
	case "behind":
		return f.items[e-1].is(tAux)
	case "holds", "hold", "held", "bears", "bear", "bore", "carries":
		for k := e + 1; k < s.to && k < e+4; k++ {
			if f.word(k) == "responsibility" {
				return true
			}
		}
	}
	return false
}

// wasDowned tells whether what follows item e says that an aircraft was brought down.
func (f *field) wasDowned(s *sentence, e int) bool {
	for n := 0; n < 3 && e < s.to && (f.items[e].w == nil && !f.items[e].is(tPunct|tCap) || f.aircraft(e)); n++ {
		e++ // "transport helicopter"
	}
	aux := false
	for n := 0; n < 4 && e < s.to && f.items[e].is(tAux|tAdv|tHedge|tModal|tWeekday); n++ {
		aux = aux || f.items[e].is(tAux)
		e++
	}
	if e >= s.to {
		return false
	}
	switch f.word(e) {
	case "shot down", "downed", "brought down": // in a headline without its auxiliary
		return aux || e+1 >= s.to || f.items[e+1].is(tLoc|tPrep|tPunct)
	case "shot":
		return aux && e+1 < s.to && f.word(e+1) == "down"
	}
	return false
}

// aircraft tells whether item k is a word for something that flies.
func (f *field) aircraft(k int) bool {
	if !f.items[k].is(tPlane | tWeapon) {
		return false
	}
	w := f.word(k)
	w = strings.TrimSuffix(w, "s")
	return strings.HasSuffix(w, "helicopter") || strings.HasSuffix(w, "plane") || strings.HasSuffix(w, "jet") || strings.HasSuffix(w, "aircraft") || strings.HasSuffix(w, "drone") || strings.HasSuffix(w, "bomber")
}

// ownsOnly tells whether the words before item i say only that something is a body's:
// "a house that belongs to X".
func (f *field) ownsOnly(s *sentence, i int) bool {
	for i > s.from+1 && f.items[i-1].is(tDet) {
		i--
	}
	if i-3 < s.from || f.word(i-1) != "to" || !f.items[i-3].is(tRel) {
		return false
	}
	switch f.word(i - 2) {
	case "belongs", "belonged":
		return true
	}
	return false
}

// ownStrike tells whether the verb of saying at item k owns up to raids from the air,
// which only those who fly can: "confirmed a strike", "acknowledged air strikes".
func (f *field) ownStrike(s *sentence, k int) bool {
	switch f.word(k) {
	case "confirmed", "confirms", "acknowledged", "acknowledges", "admitted", "admits", "announced", "announces":
	default:
		return false
	}
	for j := k + 1; j < s.to && j < k+5; j++ {
		it := &f.items[j]
		switch w := f.word(j); {
		case it.is(tEv):
			return strings.HasSuffix(w, "strike") || strings.HasSuffix(w, "strikes") || strings.HasSuffix(w, "raid") || strings.HasSuffix(w, "raids")
		case it.is(tPunct) && w != "\"" && w != "“", it.is(tSay | tOut | tRel | tAux | tPrep):
			return false
		}
	}
	return false
}

// pastMinistry returns the item after "'s defence ministry" at item k, else k.
func (f *field) pastMinistry(s *sentence, k int) int {
	e := k
	for e < s.to && (apostrophe(f.word(e)) || f.word(e) == "s") {
		e++
	}
	if e == k || e+1 >= s.to {
		return k
	}
	switch f.word(e) {
	case "defence", "defense":
		if f.word(e+1) == "ministry" {
			return e + 2
		}
	case "defence ministry", "defense ministry":
		return e + 1
	}
	return k
}

// findsDead tells whether what is found from item k on are bodies or those who were hurt.
func (f *field) findsDead(s *sentence, k int) bool {
	for j := k; j < s.to && j < k+7; j++ {
		it := &f.items[j]
		if it.is(tOut) || it.is(tHead) {
			return true
		}
		switch f.word(j) {
		case "body", "bodies", "corpse", "corpses", "remains":
			return true
		}
		if it.is(tPunct | tSay | tClause) {
			return false
		}
	}
	return false
}

// terrorOnly tells whether "terrorist" only says what kind of bomb or blast it was, and
// names nobody: "a terrorist car bomb".
func (f *field) terrorOnly(s *sentence, m *actorMention) bool {
	if m.to-m.from != 1 || f.word(m.from) != "terrorist" || m.to >= s.to {
		return false
	}
	it := &f.items[m.to]
	if it.is(tWeapon) {
		return it.w.weapon == isnad.EventBombing || it.w.weapon == isnad.EventSuicideBombing
	}
	return it.is(tEv) && (it.w.event == isnad.EventBombing || it.w.event == isnad.EventSuicideBombing) && it.w.evForm == formNoun
}

// wasHarmed tells whether harm came to the one who ends before item e: "John Example, 31, was shot by".
func (f *field) wasHarmed(s *sentence, e int) bool {
	e = f.pastAge(s, e)
	if e < s.to && f.word(e) == "," {
		e++
	}
	return e+1 < s.to && f.word(e) == "was" && f.items[e+1].is(tOut) && f.items[e+1].w.harm == formPast && f.items[e+1].w.outcome != isnad.Detained || e+1 < s.to && f.word(e) == "was" && f.word(e+1) == "shot"
}

// harmedIn tells whether a body is whom a frame tells to have been harmed, or whose
// fighters they were: "killing 14 fighters from X", "nine members of X".
func (f *field) harmedIn(s *sentence, m *actorMention, fr *frame) bool {
	if f.numberOf(s, m) {
		return true
	}
	if fr.victimTo <= fr.victimFrom || m.charged && m.person && !f.wasHarmed(s, m.to) {
		return false
	}
	if m.from >= fr.victimFrom && m.to <= fr.victimTo || m.to <= fr.from && f.goesOnToHarm(s, fr) && f.countedBehindHarm(s, m.from) {
		return true
	}
	if f.oneHurt(s, m) {
		return true
	}
	if m.from == fr.victimTo+1 && fr.at < fr.victimFrom && f.word(fr.victimTo) == "and" && f.closes(s, m.to) {
		return true // "killed an unknown number of troops and Wagner mercenaries"
	}
	if m.to+1 == fr.victimFrom && f.word(m.to) == "," && m.from > s.from && (f.word(m.from-1) == "a" || f.word(m.from-1) == "an") {
		return true // "a guard, Omar Example, died"
	}
	if k := m.to; k+1 < fr.victimFrom && fr.victimFrom < k+6 && f.items[k].is(tAux) {
		for n := k + 1; n < fr.victimFrom; n++ {
			if f.word(n) == "among" || f.word(n) == "one" && f.word(n+1) == "of" {
				return true // "the guard was one of three people killed"
			}
		}
	}
	k := fr.victimTo
	if k >= s.to || f.word(k) != "from" && f.word(k) != "of" || !f.items[k-1].is(tHead) {
		return false
	}
	k++
	for k < m.from && f.items[k].is(tDet|tMod|tNat) {
		k++
	}
	return k == m.from
}

// numberOf tells whether a body is whose dead somebody numbers: "put the number of rebels killed at 30".
func (f *field) numberOf(s *sentence, m *actorMention) bool {
	k := m.from - 1
	for k > s.from && f.items[k].is(tDet|tMod|tNat) {
		k--
	}
	if k <= s.from || m.to >= s.to || !f.items[m.to].is(tOut) {
		return false
	}
	return countNoun(f.word(k)) || f.word(k) == "of" && countNoun(f.word(k-1))
}

// killsPeople tells whether the verb at item e says that its subject killed or hurt
// somebody: "Northland killed nine people".
func (f *field) killsPeople(s *sentence, e int) bool {
	it := &f.items[e]
	if !it.is(tOut) || it.is(tCap) || it.w == nil || it.w.harm < formThird || it.w.harm > formPast || it.w.outcome != isnad.Killed && it.w.outcome != isnad.Injured || e+1 >= s.to {
		return false
	}
	next := &f.items[e+1]
	return next.is(tNum|tVague|tQual|tDet) && !next.is(tWeekday|tMonth) || next.is(tHead)
}

// opensClause tells whether a clause begins with item i.
func (f *field) opensClause(s *sentence, i int) bool {
	return i == s.from || i == s.lead || f.items[i-1].is(tPunct|tSay|tClause|tConj) || f.word(i-1) == "that"
}

// deedOf tells whether a state's name that ends before item k is the owner of a deed:
// "Northland's attack on the port".
func (f *field) deedOf(s *sentence, k int) bool {
	e := k
	for e < s.to && (apostrophe(f.word(e)) || f.word(e) == "s") {
		e++
	}
	if e == k {
		return false
	}
	for n := 0; n < 3 && e < s.to && !f.items[e].is(tEv|tPunct|tPrep|tOut|tSay); n++ {
		e++ // "overnight", "latest"
	}
	if e+1 >= s.to || !f.items[e].is(tEv) || f.items[e].w.evForm == formPast {
		return false
	}
	return f.word(e+1) == "on" || f.word(e+1) == "against"
}

// apposedVictim tells whether item i only says what somebody was who is named right before it as
// killed or hurt: "the murder of Omar Example, a 34-year-old guard,".
func (f *field) apposedVictim(s *sentence, i int) bool {
	it := &f.items[i]
	if !it.is(tHead) || !it.is(tSingular) || it.is(tCap) || i+1 >= s.to || !f.items[i+1].is(tPunct) {
		return false
	}
	k := i - 1
	for k > s.lead+2 && k > i-5 && (f.items[k].is(tMod|tNat|tHead|tSrc) && !f.items[k].is(tCap) || f.items[k].w == nil && !f.items[k].is(tCap|tPunct)) {
		k--
	}
	if k <= s.lead+2 || f.word(k) != "a" && f.word(k) != "an" || f.word(k-1) != "," || !f.items[k-2].is(tCap) {
		return false
	}
	for k -= 3; k > s.lead && f.items[k].is(tCap) && !f.items[k].is(tPunct); k-- {
	}
	if i+3 < s.to && f.word(i+2) == "who" && f.items[i+3].is(tEv|tOut) {
		return false // "Omar Example, a soldier, who shot two women"
	}
	if f.word(k) == "of" && k > s.from {
		k--
	}
	return f.items[k].is(tOut) && f.items[k].w.outcome == isnad.Killed
}
