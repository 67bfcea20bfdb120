package attribute

import (
	"strings"

	"isnad"
)

// Who shot or stabbed somebody in a town is told of by any noun for a person, or by his age
// alone: "an intruder stabbed", "a 16-year-old has been charged with murder".

// leastOutright is the least score of a person who is the subject of a verb of killing.
const leastOutright = 2.5

// unlisted tells whether item i is a noun for one or more people that the lexicon does not
// know, or an age that stands for somebody: "the robber", "a 16-year-old".
func (f *field) unlisted(s *sentence, i int) bool {
	if i <= s.from || i+1 >= s.to {
		return false
	}
	if f.yearsOld(i) {
		k := i - 1
		if k > s.from && f.items[k].w == nil && !f.items[k].is(tPunct|tNum|tCap) {
			k-- // "an unsupervised 3-year-old"
		}
		return !f.items[i+1].is(tHead|tCap) && (f.items[k].is(tDet|tNum) || i == s.lead)
	}
	it := &f.items[i]
	if it.w != nil || it.is(tCap|tPunct|tNum) || vehicle(f.word(i)) || timeNoun(f.word(i)) || strings.HasSuffix(f.word(i), "ly") || f.word(i-1) == "that" && strings.HasSuffix(f.word(i), "ed") {
		return false
	}
	k := i - 1
	for k > s.from && k > i-3 && (f.items[k].w == nil && !f.items[k].is(tPunct|tNum|tCap) || f.word(k) == "fired" && k == i-1) {
		k-- // "a disgruntled tenant", "a fired pressman"
	}
	if k > s.from && f.items[k-1].is(tEv) && f.items[k-1].w != nil && f.items[k-1].w.evForm == formPast {
		return false // "attacked a clinic and shot a nurse"
	}
	return f.items[k].is(tDet|tNum|tMod) && (k == s.from || !f.items[k-1].is(tPrep|tLoc) && f.word(k-1) != "to")
}

// pastNamed returns the item after a name, with or without an age, between commas at item
// k: "the suspect, 34-year-old Jane Example, is"; else k.
func (f *field) pastNamed(s *sentence, k int) int {
	if k+3 >= s.to || f.word(k) != "," {
		return k
	}
	n := k + 1
	if f.yearsOld(n) {
		n++
	}
	a := n
	for n < s.to && n < a+4 && f.namePart(n) {
		n++
	}
	if n < a+2 || n >= s.to || f.word(n) != "," {
		return k
	}
	if e := f.pastAge(s, n); e > n {
		return e
	}
	return n + 1
}

// byHand tells whether the verbs from item e on are ones that only people are the subject
// of: a landslide kills, but it neither shoots nor stabs.
func (f *field) byHand(s *sentence, e int) bool {
	for k := e; k < s.to && k < e+20; k++ {
		w := f.word(k)
		if i := strings.IndexByte(w, ' '); i > 0 {
			w = w[:i]
		}
		switch w {
		case "shot", "stabbed", "fatally", "opened", "gunned", "strangled", "hacked", "beat", "shooting", "firing", "slashed", "ambushed", "murdered":
			return true
		case "fired":
			return k > e // "walked up and fired"; guns and tanks fire without coming
		case "killed", "struck", "hit":
			return false
		}
	}
	return false
}

// ofBody is where the name begins of the town or the county whose officer stands at item
// i: "a Karm County deputy", "two Karm police officers"; else i.
func (f *field) ofBody(s *sentence, i int) int {
	a := i
	for a > s.lead && a > i-5 && (f.items[a-1].is(tCap) || f.items[a-1].is(tHead|tForce|tSrc) && !f.items[a-1].is(tSay)) && !f.items[a-1].is(tPunct|tNum|tMonth|tWeekday|tDet) {
		a--
	}
	if !f.items[a].is(tCap) {
		return i
	}
	return a
}

// firedByHand makes a shooting of a deed that is told of by no more than that somebody who
// is no armed body fired: "two people in a dark car fired at a group".
func (d *doc) firedByHand(f *field, s *sentence, fr *frame) {
	if fr.strength >= 2 || fr.weapon >= 0 || fr.killed == nil && fr.injured == nil || fr.event != "" && fr.event != isnad.EventAttack {
		return
	}
	for i := range d.acs {
		m := &d.acs[i]
		if !m.did && f.word(m.to-1) != "gunman" && f.word(m.to-1) != "gunmen" {
			continue
		}
		for k := m.to; k < s.to && k < m.to+20; k++ {
			if w := f.word(k); (w == "fired" || w == "firing" || w == "fired at") && k >= fr.from && k < fr.to {
				fr.event, fr.strength, fr.evAt, fr.verb = isnad.EventShooting, 2, k, true
				return
			}
		}
	}
}

// vehicle tells the words for what people drive up in: who fires out of it did it.
func vehicle(w string) bool {
	switch w {
	case "car", "sedan", "suv", "truck", "pickup", "van", "minivan", "vehicle", "motorcycle", "coupe", "hatchback", "jeep", "crossover", "moped", "scooter", "taxi", "cab":
		return true
	}
	return false
}

// timeNoun tells nouns for a turn or a time, which stand where somebody may: "the third time somebody fired".
func timeNoun(w string) bool {
	switch w {
	case "time", "times", "day", "night", "week", "weekend", "month", "year", "hour", "minute", "moment", "case", "incident", "number":
		return true
	}
	return false
}

// operates tells whether what follows item k says of a body only that it is about in the country: "Northland
// and Karm planes operate in the region, but it is not known which struck".
func (f *field) operates(s *sentence, k int) bool {
	for n := k; n+1 < s.to && n < k+7; n++ {
		it := &f.items[n]
		switch f.word(n) {
		case "operate", "operates", "fly":
			return f.items[n+1].is(tLoc | tPrep)
		case "are", "is":
			return n+2 < s.to && f.word(n+1) == "active" && f.items[n+2].is(tLoc|tPrep)
		case "and", "both", "allied", "their":
		default:
			if !it.is(tMod|tNat|tForce|tPlane|tCap) || it.is(tPunct|tSay) {
				return false
			}
		}
	}
	return false
}
