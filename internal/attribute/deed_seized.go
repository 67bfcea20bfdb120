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
		if !it.may(maySeize) || it.is(tCap|tPunct|tNum) {
			continue
		}
		passive := f.peopleSeized(k)
		if !passive && !f.seizesPeople(k) {
			continue
		}
		it.w = &seizedPeople
		if passive && f.stateBehind(k) || !passive && f.stateBefore(k) {
			it.w = &seizedByState
		}
		it.tags = it.tags&(tCap|tUpper) | tEv
	}
}

// seizing returns the item behind the verb of seizing at k, 0 where there is none.
func (f *field) seizing(k int) int {
	switch f.word(k) {
	case "seized", "seizing", "grabbed", "grabbing":
		return k + 1
	case "picked", "picking":
		if f.wordAt(k+1) == "up" {
			return k + 2
		}
	}
	return 0
}

// peopleSeized tells whether the participle at k tells of people who bear no arms and were
// seized by who does, or from where they were: "three nurses were seized by gunmen", "had been
// picked up from his home".
func (f *field) peopleSeized(k int) bool {
	b := f.seizing(k)
	j := k - 1
	for j > 0 && f.items[j].is(tAdv) {
		j--
	}
	if b == 0 || j < 1 || !f.items[j].is(tAux) {
		return false
	}
	people := false
	for n := j - 1; n >= 0 && n >= j-8 && !people && f.items[n].para == f.items[k].para && !f.items[n].is(tSay); n-- {
		it := &f.items[n]
		if it.is(tThing|tPart|tTown) || f.word(n) == "." {
			return false
		}
		w := f.word(n)
		people = it.is(tHead) && !it.is(tForce|tOut) && it.w != nil && it.w.category != isnad.CategoryCombatants || w == "he" || w == "she" || w == "who"
	}
	return people && f.byArmed(b)
}

// byArmed tells whether a clause goes on behind item k with who is armed, or with the home
// that people were taken from.
func (f *field) byArmed(b int) bool {
	for n := b; n < len(f.items) && n < b+8 && f.items[n].para == f.items[b-1].para; n++ {
		switch f.word(n) {
		case "from":
			if f.fromHome(n) {
				return true
			}
		case "by":
			return f.armedAgent(n)
		}
		if f.items[n].is(tPunct | tSay | tAux | tOut | tClause) {
			return false
		}
	}
	return false
}

// armedAgent tells whether "by" at item k leads to who is armed, or to men of whom no more is
// known than how they came.
func (f *field) armedAgent(k int) bool {
	for m := k + 1; m < len(f.items) && m <= k+4; m++ {
		it := &f.items[m]
		if it.is(tArmed | tForce) {
			return true
		}
		if f.word(m) == "men" {
			switch f.wordAt(m + 1) {
			case "on", "in", "with", "wearing", "dressed", "who":
				return true
			}
		}
		if it.is(tPunct | tPrep | tAux) {
			break
		}
	}
	return false
}

// stateBehind tells whether people are seized at k by a force of the state.
func (f *field) stateBehind(k int) bool {
	for n := k + 1; n < len(f.items) && n <= k+10 && f.word(n) != "."; n++ {
		if f.word(n) != "by" {
			continue
		}
		for m := n + 1; m < len(f.items) && m <= n+4; m++ {
			if f.items[m].is(tForce) {
				return true
			} else if f.items[m].is(tArmed | tPunct | tPrep) {
				return false
			}
		}
		return false
	}
	return false
}

// seizesPeople tells whether the verb at k has people who bear no arms as its object.
func (f *field) seizesPeople(k int) bool {
	b := f.seizing(k)
	if b == 0 || b > k+1 && !f.armedBefore(k) {
		return false
	}
	counted := false
	for n := b; n < len(f.items) && n <= k+maxSeized && f.items[n].para == f.items[k].para; n++ {
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

// wilds tells whether a way leads at item k to where captors take people.
func (f *field) wilds(k int) bool {
	for n := k + 1; n < len(f.items) && n <= k+4; n++ {
		switch f.word(n) {
		case "bush", "bushes", "forest", "forests", "jungle", "mountains", "captivity", "unknown destination", "unknown location", "undisclosed location":
			return true
		case "unknown", "undisclosed", "unspecified":
			return f.wordAt(n+1) == "destination" || f.wordAt(n+1) == "location" || f.wordAt(n+1) == "place"
		}
		if f.items[n].is(tPunct | tPrep | tAux) {
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
		case ".", ";":
			return false
		case "to", "into":
			return f.wilds(n)
		case "from", "off", "away":
			from = true
		case "by":
			return (from || n == k+1) && f.armedAgent(n)
		}
		if f.items[n].is(tSay | tAux | tOut | tClause) {
			return false
		}
	}
	return false
}
