package attribute

import "isnad"

// To fight is a deed where two armed bodies do it: "the army fought rebels near Karm", "soldiers and rebels
// fought in Karm". Whoever "has fought" for years, or "who fought in Karm", did it long ago.

var haveFought = word{tags: tEv, event: isnad.EventClash, strength: 3, evForm: formPast}

// maxFoughtBy bounds the items between the verb and the bodies that fight.
const maxFoughtBy = 6

// markFought makes clashes of such fights.
func (f *field) markFought() {
	for _, k := range f.doing {
		it := &f.items[k]
		if !it.may(mayFight) || it.is(tEv|tCap|tPunct|tNum) || k == 0 || f.items[k-1].is(tAux|tRel|tModal|tNeg) || had(f.word(k-1)) {
			continue
		}
		if f.fightsWhom(k) || f.bothFight(k) {
			it.w = &haveFought
			it.tags |= tEv
		}
	}
}

// armedBody tells whether the word at k is for people under arms.
func (f *field) armedBody(k int) bool {
	it := &f.items[k]
	return it.is(tForce|tArmed|tActor) && !it.is(tPlane|tPunct) || it.is(tHead) && it.w.category == isnad.CategoryCombatants
}

// fightsWhom tells whether an armed body stands before the verb at k and another behind it.
func (f *field) fightsWhom(k int) bool {
	n := k + 1
	if n+1 < len(f.items) && (f.word(n) == "each" && f.word(n+1) == "other" || f.word(n) == "one" && f.word(n+1) == "another") {
		return f.lastArmed(k) >= 0
	}
	for n < len(f.items) && n < k+4 && (f.items[n].is(tAdv|tDet|tNum|tVague|tMod|tNat) && !f.armedBody(n) || hardFought(f.word(n)) || f.word(n) == "with" || f.word(n) == "against") {
		n++
	}
	if n+1 < len(f.items) && f.items[n].is(tUpper) && f.armedBody(n+1) {
		n++ // "IS militants"
	}
	return n < len(f.items) && (f.armedBody(n) || f.items[n].is(tUpper) && !f.items[n].is(tPunct|tNum)) && f.lastArmed(k) >= 0
}

// bothFight tells whether two armed bodies stand before the verb at k and nobody behind it: "soldiers and
// rebels fought in Karm".
func (f *field) bothFight(k int) bool {
	n := k + 1
	for n < len(f.items) && n < k+3 && (f.items[n].is(tAdv) || hardFought(f.word(n))) {
		n++
	}
	if n < len(f.items) {
		switch f.word(n) {
		case "in", "near", "at", "around", "outside", "on", "over", "for", "through", ".", ",":
		default:
			return false
		}
	}
	b := f.lastArmed(k)
	for a := b - 1; a >= 0 && a > b-maxFoughtBy; a-- {
		if it := &f.items[a]; it.is(tPunct|tSay|tOut|tAux) || it.para != f.items[k].para {
			return false
		}
		if f.word(a) == "and" {
			return f.lastArmed(a) >= 0
		}
	}
	return false
}

// lastArmed is the last armed body before item k, -1 where another word ends the way to it.
func (f *field) lastArmed(k int) int {
	for n := k - 1; n >= 0 && n >= k-maxFoughtBy && f.items[n].para == f.items[k].para; n-- {
		if f.armedBody(n) {
			return n
		}
		if f.items[n].is(tPunct | tSay | tOut | tAux | tClause) {
			break
		}
	}
	return -1
}

// hardFought tells the words for how it is fought.
func hardFought(w string) bool {
	switch w {
	case "hard", "fiercely", "bitterly", "heavily", "intensely":
		return true
	}
	return false
}
