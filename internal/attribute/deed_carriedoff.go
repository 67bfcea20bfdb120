package attribute

import (
	"strings"

	"isnad"
)

// Some verbs carry people off only with words that stand apart from them: "took an
// estimated 90 civilians hostage", "gunmen took a teacher from his home", "forced into
// a van".

var (
	carriedOff      = word{tags: tEv, event: isnad.EventAbduction, strength: 3, evForm: formPast}
	beingCarriedOff = word{tags: tEv, event: isnad.EventAbduction, strength: 3, evForm: formGerund}
)

// maxCarried bounds the items between "took" and what shows that people were
// carried off.
const maxCarried = 14

// markCarriedOff makes deeds of the verbs that carry people off.
func (f *field) markCarriedOff() {
	for _, k := range f.doing {
		it := &f.items[k]
		if !it.may(mayCarryOff) || it.is(tEv|tCap|tPunct|tNum) {
			continue
		}
		w, off := &carriedOff, false
		switch f.word(k) {
		case "took", "takes", "take":
			off = f.carriesOff(k)
		case "taken":
			off = f.takenAway(k) || f.takenBy(k)
		case "taking":
			w, off = &beingCarriedOff, f.carriesOff(k)
		default:
			off = f.intoVehicle(k) || f.madeOffWith(k)
		}
		if off {
			it.w = w
			it.tags |= tEv
		}
	}
}

// intoVehicle tells whether the verb at item k puts somebody into a car against his will:
// "was forced into a van", "bundled the boy into the trunk of a car".
func (f *field) intoVehicle(k int) bool {
	switch f.word(k) {
	case "forced", "forcing", "bundled", "dragged", "shoved":
	default:
		return false
	}
	for n := k + 1; n+1 < len(f.items) && n <= k+8 && f.items[n].para == f.items[k].para; n++ {
		it := &f.items[n]
		if it.is(tSay|tAux|tEv|tOut|tClause|tRel) || f.word(n) == "." {
			return false
		}
		if f.word(n) != "into" {
			continue
		}
		for e := n + 1; e < len(f.items) && e < n+5; e++ {
			switch f.word(e) {
			case "van", "car", "vehicle", "truck", "pickup", "minibus", "suv", "trunk", "taxi", "jeep", "minivan", "sedan":
				return true
			}
		}
		return false
	}
	return false
}

// madeOffWith tells whether robbers went away with people at item k: "made off with an
// unknown number of women", not "made off with two cars and their drivers' phones".
func (f *field) madeOffWith(k int) bool {
	switch f.word(k) {
	case "made", "make", "makes", "making":
	default:
		return false
	}
	if k+3 >= len(f.items) || f.word(k+1) != "off" || f.word(k+2) != "with" {
		return false
	}
	for n := k + 3; n < len(f.items) && n <= k+9 && f.items[n].para == f.items[k].para; n++ {
		it := &f.items[n]
		if it.is(tHead) && !it.is(tOut) {
			return !strings.HasSuffix(f.wordAt(n+1), "'s") && (n+1 >= len(f.items) || !f.items[n+1].is(tThing))
		}
		if it.is(tPunct | tSay | tAux | tEv | tOut | tClause | tThing) {
			return false
		}
	}
	return false
}

// carriesOff tells whether the verb at item k takes people away.
func (f *field) carriesOff(k int) bool {
	people, named, counted := false, false, false
	for n := k + 1; n < len(f.items) && n <= k+maxCarried; n++ {
		it := &f.items[n]
		if it.para != f.items[k].para {
			return false
		}
		switch f.word(n) {
		case "hostage", "captive", "prisoner":
			return n > k+1
		case "hostages", "captives", "prisoners":
			return people
		case "as": // "took 40 villagers as hostages"
			continue
		case "gunpoint":
			return people && f.word(n-1) == "at"
		case ".":
			return counted && people && f.captorsBefore(k)
		case "in", "on", "over", "back", "up", "part in":
			if n == k+1 {
				return false // "took in 300 refugees"
			}
		case "with":
			if f.wordAt(n+1) == "them" || f.wordAt(n+1) == "him" {
				return people && f.captorsBefore(k)
			}
		case "to", "into":
			return (people || named) && f.wilds(n)
		case "away": // "took away eleven men", "took three nurses away"
			return f.armedBefore(k) && (people || n == k+1 && f.someOthers(n+1))
		case "part", ";", "when", "while", "who", "which", "that":
			return false
		case "from":
			return !f.rescued(n) && ((people || named) && f.fromHome(n) || people && f.armedBefore(k))
		}
		people, named, counted = people || it.is(tHead), named || it.is(tCap), counted || it.is(tNum|tVague)
		if it.is(tThing|tUnit|tPrep|tLoc|tPunct) && !it.is(tHead) {
			counted = false // "took 40 minutes", "took three lives"
		}
		if it.is(tSay|tAux|tEv|tOut|tClause) && !it.is(tHead) {
			return false
		}
	}
	return false
}

// someOthers tells whether people who are counted or pointed at stand at item k: "two nurses",
// "a dozen others", "the young men".
func (f *field) someOthers(k int) bool {
	for n := k; n < len(f.items) && n < k+6; n++ {
		it := &f.items[n]
		if it.is(tHead) && !it.is(tOut|tMod) {
			return n > k && (n+1 >= len(f.items) || !f.items[n+1].is(tThing) && !apostrophe(f.word(n+1)))
		}
		if it.is(tPunct | tSay | tAux | tPrep | tLoc | tEv | tOut | tThing) {
			return false
		}
	}
	return false
}

// takenFrom tells whether people are carried off from what follows the "from" at item
// k: "kidnapped nine men from X". Where they are taken from is where it happens.
func (f *field) takenFrom(s *sentence, k int) bool {
	for n := k - 1; n >= s.from && n >= k-9; n-- {
		it := &f.items[n]
		if it.is(tPunct|tClause|tRel) || it.is(tPrep) && f.word(n) != "on" && f.word(n) != "of" && f.word(n) != "by" {
			return false
		}
		if !it.is(tEv) {
			continue
		}
		switch it.w.event {
		case isnad.EventAbduction, isnad.EventDetention:
			return true
		}
	}
	return false
}

// takenAway tells whether those told of before item k were taken by force: "were taken at
// gunpoint from their car", "was taken by armed men from his house".
func (f *field) takenAway(k int) bool {
	armed := false
	for n := k + 1; n < len(f.items) && n <= k+9 && f.items[n].para == f.items[k].para; n++ {
		switch f.word(n) {
		case "gunpoint":
			return f.word(n-1) == "at"
		case "from":
			return armed && !f.rescued(n)
		case ".", ";", "to":
			return false
		}
		it := &f.items[n]
		armed = armed || it.is(tArmed|tForce) && f.word(k+1) == "by"
		if it.is(tSay | tAux | tOut | tClause) {
			return false
		}
	}
	return false
}

// fromHome tells whether item n begins "from his home".
func (f *field) fromHome(n int) bool {
	if n+2 >= len(f.items) {
		return false
	}
	switch f.word(n + 1) {
	case "his", "her", "their":
	default:
		return false
	}
	switch f.word(n + 2) {
	case "home", "homes", "house", "houses", "bed", "beds", "shop", "office", "car", "cars", "tent", "tents", "farm", "dormitory", "classroom":
		return true
	}
	return false
}

// armedBefore tells whether who is armed stands shortly before item k.
func (f *field) armedBefore(k int) bool {
	for n := k - 1; n >= 0 && n >= k-8 && f.items[n].para == f.items[k].para; n-- {
		if f.word(n) == "." {
			return false
		}
		if f.items[n].is(tArmed | tForce) {
			return true
		}
	}
	return false
}

// captorsBefore tells whether "they" or who is armed without being an army stands shortly before
// item k.
func (f *field) captorsBefore(k int) bool {
	for n := k - 1; n >= 0 && n >= k-8 && f.items[n].para == f.items[k].para && f.word(n) != "."; n-- {
		if f.items[n].is(tArmed) || f.word(n) == "they" {
			return true
		}
		if f.items[n].is(tForce | tOut | tSay) {
			return false
		}
	}
	return false
}

// rescued tells whether people are taken from item n to where they are helped.
func (f *field) rescued(n int) bool {
	for i := n; i < len(f.items) && i < n+maxCarried && f.word(i) != "."; i++ {
		switch f.word(i) {
		case "hospital", "hospitals", "clinic", "clinics", "safety", "scene", "rubble", "shelter", "shelters":
			return true
		}
	}
	return false
}

// markBombers takes the bombers of a text in which some blow themselves up for people,
// who are no means: elsewhere bombers are planes.
func (f *field) markBombers() {
	for _, k := range f.doing {
		if it := &f.items[k]; it.may(mayBomber) && bomber(f.word(k)) {
			if !f.blowThemselvesUp() {
				return
			}
			it.w = nil
			it.tags &= tCap | tUpper
		}
	}
}

func bomber(w string) bool { return w == "bomber" || w == "bombers" }

// blowThemselvesUp tells whether people in a text blow themselves up.
func (f *field) blowThemselvesUp() bool {
	for k := range f.items {
		if it := &f.items[k]; it.w == nil || it.w.event != isnad.EventSuicideBombing || bomber(f.word(k)) {
			continue
		}
		if c := f.low[f.items[k].start]; c == 'b' || c == 's' {
			return true
		}
	}
	return false
}
