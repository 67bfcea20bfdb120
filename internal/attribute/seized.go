package attribute

import "isnad"

// Towns, arms and people are seized. Of people it is an abduction, or an arrest where the
// police do it: "gunmen seized five herders at the market".

var (
	seizedPeople  = word{tags: tEv, event: isnad.EventAbduction, strength: 3, evForm: formPast}
	seizedByState = word{tags: tEv, event: isnad.EventDetention, strength: 3, evForm: formPast}
)

// maxSeized bounds the items from the verb to whom it seizes.
const maxSeized = 6

// markSeized makes abductions of the seizing of people who bear no arms.
func (f *field) markSeized() {
	for _, k := range f.doing {
		it := &f.items[k]
		if !it.may(maySeize) || it.is(tCap|tPunct|tNum) || !f.seizesPeople(k) {
			continue
		}
		it.w = &seizedPeople
		if f.stateBefore(k) {
			it.w = &seizedByState
		}
		it.tags = it.tags&(tCap|tUpper) | tEv
	}
}

// seizesPeople tells whether the verb at k has people who bear no arms as its object, or in
// the passive as its subject.
func (f *field) seizesPeople(k int) bool {
	switch f.word(k) {
	case "seized", "seizing", "grabbed", "grabbing", "picked up", "picking up":
	default:
		return false
	}
	counted := false
	for n := k + 1; n < len(f.items) && n <= k+maxSeized && f.items[n].para == f.items[k].para; n++ {
		it := &f.items[n]
		switch {
		case herding(f.word(n)):
			return counted
		case it.is(tHead) && !it.is(tOut|tForce|tThing) && it.w != nil && it.w.category != isnad.CategoryCombatants && !it.is(tMod):
			if n+1 < len(f.items) && (f.items[n+1].is(tThing|tPart|tTown|tPlaceHead) || apostrophe(f.word(n+1))) {
				return false // "seized the farmer's land", "seized student hostels"
			}
			return counted
		case it.is(tNum|tQual|tVague|tDet) || f.word(n) == "a" || f.word(n) == "an" || whose(f.word(n)):
			counted = true
		case it.is(tPunct | tPrep | tLoc | tUnit | tThing | tAux | tOut | tEv | tSay | tConj | tClause | tArmed | tForce | tPart | tTown):
			return false
		}
	}
	return false
}

// herding tells the words for people who live of herds and are armed at times.
func herding(w string) bool {
	switch w {
	case "herders", "herdsmen", "pastoralists", "shepherds", "herder", "herdsman", "shepherd":
		return true
	}
	return false
}

// stateBefore tells whether who seizes at k is a force of the state.
func (f *field) stateBefore(k int) bool {
	for n := k - 1; n >= 0 && n >= k-6 && f.items[n].para == f.items[k].para && f.word(n) != "."; n-- {
		switch it := &f.items[n]; {
		case f.word(n) == "police" || f.word(n) == "authorities" || f.word(n) == "agents":
			return true
		case it.is(tForce):
			return true
		case it.is(tArmed):
			return false
		}
	}
	return false
}

// takenBy tells whether those told of before the participle at k were taken by who is armed
// from where they were: "was taken from his boat by unidentified gunmen". Who takes them to be
// treated is no captor.
func (f *field) takenBy(k int) bool {
	if k == 0 || !f.items[k-1].is(tAux) || f.rescued(k) {
		return false
	}
	from := false
	for n := k + 1; n < len(f.items) && n <= k+maxCarried && f.items[n].para == f.items[k].para; n++ {
		switch f.word(n) {
		case ".", ";", "to", "into":
			return false
		case "from", "off", "away":
			from = true
		case "by":
			for m := n + 1; from && m < len(f.items) && m <= n+4; m++ {
				if f.items[m].is(tArmed) {
					return true
				} else if f.items[m].is(tPunct | tPrep | tAux) {
					break
				}
			}
			return false
		}
		if f.items[n].is(tSay | tAux | tOut | tClause) {
			return false
		}
	}
	return false
}
