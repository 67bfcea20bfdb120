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
			off = f.intoVehicle(k) || f.madeOffWith(k) || f.ledApart(k) || f.heldBy(k)
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

// ledApart tells whether armed men take somebody along by a verb whose other half stands behind him:
// "led a pharmacist away", "dragged two passengers off a bus", "whisked the clerk away in a van". Police
// lead away whom they arrest.
func (f *field) ledApart(k int) bool {
	switch f.word(k) {
	case "led", "dragged", "whisked", "marched", "hauled", "spirited", "bundled", "carried", "pulled":
	default:
		return false
	}
	if !f.captorsBefore(k) && (!f.armedBefore(k) || f.lawful(max(0, k-8), k) || f.word(k) == "carried" || f.word(k) == "pulled") {
		return false
	}
	for n := k + 1; n < len(f.items) && n <= k+7 && f.items[n].para == f.items[k].para; n++ {
		switch f.word(n) {
		case "away":
			return n > k+1 && f.someBody(k+1, n)
		case "off":
			return n > k+1 && f.someBody(k+1, n) && (f.word(k) != "pulled" || n+2 < len(f.items))
		case "out of", "out":
			return n > k+1 && f.someBody(k+1, n) && (f.fromHome(n+1) || f.fromHome(n))
		}
		if it := &f.items[n]; it.is(tSay|tAux|tEv|tOut|tClause|tRel|tPunct) && !it.is(tHead) && !apostrophe(f.word(n)) {
			return false
		}
	}
	return false
}

// someBody tells whether the items [a, b) name a person or persons, and no thing.
func (f *field) someBody(a, b int) bool {
	for n := a; n < b; n++ {
		it := &f.items[n]
		if it.is(tPunct|tPrep|tLoc|tClause|tOut|tUnit) && !it.is(tHead) && !apostrophe(f.word(n)) {
			return false
		}
		if it.is(tThing) && !it.is(tHead) && n+1 == b {
			return false
		}
		switch f.word(n) {
		case "him", "her", "them", "people", "someone", "somebody":
			return true
		}
		if it.is(tHead) || it.is(tCap) && !it.is(tMonth|tWeekday) || it.is(tDet|tNum|tVague) || f.word(n) == "a" || f.word(n) == "an" {
			return n+1 < b || it.is(tHead|tCap)
		}
	}
	return false
}

// heldBy tells whether those told of before the verb at item k were kept for some time by people without
// an office: "were held for five hours by men who said they were of the 10th Front".
func (f *field) heldBy(k int) bool {
	if f.word(k) != "held" || k == 0 || !f.items[k-1].is(tAux) || k+4 >= len(f.items) || f.word(k+1) != "for" {
		return false
	}
	unit := false
	for n := k + 2; n < len(f.items) && n <= k+maxCarried && f.items[n].para == f.items[k].para; n++ {
		it := &f.items[n]
		if f.word(n) == "by" {
			for e := n + 1; e < len(f.items) && e < n+5; e++ {
				if f.items[e].is(tArmed) {
					return unit
				}
				switch f.word(e) {
				case "men", "persons", "people", "captors", "strangers":
					return unit
				}
			}
			return false
		}
		unit = unit || it.is(tUnit) || f.word(n) == "hours" || f.word(n) == "days" || f.word(n) == "weeks" || f.word(n) == "months" || f.word(n) == "hour"
		if it.is(tSay | tAux | tEv | tOut | tClause | tRel | tPunct) {
			return false
		}
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
			return !f.rescued(n) && ((people || named) && f.fromHome(n) || f.armedBefore(k) && (people || f.fromHome(n) || f.captorsBefore(k) && f.fromRooms(n) && f.someBody(k+1, n)))
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

// fromRooms tells whether item n begins "from the quarters of", a place where people work, sleep or wait.
func (f *field) fromRooms(n int) bool {
	for e := n + 1; e < len(f.items) && e < n+6 && f.items[e].para == f.items[n].para; e++ {
		w := f.word(e)
		switch w[lastSpace(w)+1:] {
		case "quarters", "home", "house", "residence", "compound", "office", "hostel", "dormitory", "hospital", "clinic", "school", "farm", "village", "camp", "bus", "vehicle", "church", "mosque", "shop", "market", "checkpoint", "hotel", "guesthouse":
			return true
		}
		if it := &f.items[e]; it.is(tPunct|tSay|tAux|tClause|tRel) && !apostrophe(w) {
			return false
		}
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
		case "safety", "scene", "rubble":
			return true
		case "hospital", "hospitals", "clinic", "clinics", "shelter", "shelters":
			if f.ledTo(n, i) {
				return true
			}
		}
	}
	return false
}

// ledTo tells whether the items from n on lead "to" what item k names, and not from it.
func (f *field) ledTo(n, k int) bool {
	for e := k - 1; e > n && e >= k-4; e-- {
		if f.word(e) == "to" || f.word(e) == "into" {
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
