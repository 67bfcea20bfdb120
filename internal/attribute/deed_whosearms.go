package attribute

import "strings"

// Arms may be those of the one who was harmed: police shoot "a man armed with a knife", and
// a helicopter that is fired on bombs nobody.

// ofTheHarmed tells whether the knife at k is carried by somebody whom the police harm:
// "a deputy wounded a man who came at him with a machete".
func (f *field) ofTheHarmed(s *sentence, k int) bool {
	carried := k-s.from >= 2 && (f.word(k-1) == "with" || f.items[k-1].is(tDet) && f.word(k-2) == "with")
	harm := -1
	for j := k - 1; j >= s.from && j >= k-14; j-- {
		it := &f.items[j]
		switch f.word(j) {
		case "armed", "wielding", "holding", "brandishing", "carrying", "swinging", "waving", "pointed", "raised":
			carried = true
		case "by", ";":
			return false
		}
		if it.is(tOut) && !it.is(tHead) && it.w != nil && it.w.harm >= formBase && it.w.harm <= formPast && (j == s.from || !f.items[j-1].is(tAux)) {
			harm = j
			break
		}
	}
	return carried && harm > 0 && f.policeBefore(s, harm)
}

// policeBefore tells whether police stand before the verb at k as those who act.
func (f *field) policeBefore(s *sentence, k int) bool {
	for j := k - 1; j >= s.from && j >= k-8; j-- {
		if f.lawful(j, j+1) {
			return true
		}
		if f.items[j].is(tPunct | tSay | tOut | tClause) {
			return false
		}
	}
	return false
}

// firedOn tells whether the planes at k are what somebody fires on: "fired on a helicopter",
// "fired a missile at a jet".
func (f *field) firedOn(s *sentence, k int) bool {
	j := k - 1
	for j > s.from && f.items[j].is(tDet|tNat|tMod|tNum|tForce) && !f.items[j].is(tPrep) {
		j--
	}
	if j <= s.from {
		return false
	}
	switch w := f.word(j); {
	case strings.HasPrefix(w, "fired on") || strings.HasPrefix(w, "fired at") || strings.HasPrefix(w, "fired upon") || strings.HasPrefix(w, "opened fire on"):
		return true
	case w == "at" || w == "on" || w == "upon":
	default:
		return false
	}
	for n := j - 1; n >= s.from && n >= j-6; n-- {
		switch f.word(n) {
		case "fired", "fires", "fire", "firing", "shot", "shots", "shoot", "shooting", "open fire", "opened fire", "opening fire", "launched", "launching":
			return true
		}
		if f.items[n].is(tPunct | tSay) {
			return false
		}
	}
	return false
}

// underFireOf tells whether it is men with guns under whose fire people came at k:
// "came under fire by gunmen", "came under fire from the soldiers".
func (f *field) underFireOf(s *sentence, k int) bool {
	if !strings.HasSuffix(f.word(k), "under fire") || k+2 >= s.to || f.word(k+1) != "by" && f.word(k+1) != "from" {
		return false
	}
	for j := k + 2; j < s.to && j <= k+8; j++ {
		switch w := f.word(j); w[lastSpace(w)+1:] {
		case "gunmen", "gunman", "snipers", "sniper", "police", "policemen", "soldiers", "militiamen", "guards", "settlers", "attackers", "assailants", "bandits":
			return true
		}
		if f.items[j].is(tPunct | tSay | tClause | tOut | tWeapon) {
			return false
		}
	}
	return false
}

// takenArms tells whether the arms at k are booty or a find: "recovered three rifles",
// "two grenades were seized".
func (f *field) takenArms(s *sentence, k int) bool {
	if !f.items[k].is(tWeapon) {
		return false
	}
	for j := k - 1; j >= s.from && j >= k-6; j-- {
		if isTaken(f.word(j)) {
			return !f.items[max(j-1, 0)].is(tAux)
		}
		if f.items[j].is(tSay|tOut|tClause|tEv) && !f.items[j].is(tHead|tWeapon) || f.word(j) == "." {
			break
		}
	}
	for j := k + 1; j+1 < s.to && j <= k+8; j++ {
		it := &f.items[j]
		if it.is(tAux) && isTaken(f.word(j+1)) {
			return true
		}
		if it.is(tAux|tSay|tOut|tClause|tPrep) || it.is(tEv) && !it.is(tWeapon) {
			return false
		}
	}
	return false
}

func isTaken(w string) bool {
	switch w {
	case "recovered", "recovering", "recover", "seized", "seizing", "confiscated", "confiscating", "impounded":
		return true
	}
	return false
}

// seizesArms tells whether what is taken at k is arms and no town: "police seized a pistol".
func (f *field) seizesArms(s *sentence, k int) bool {
	switch f.word(k) {
	case "seized", "seizing", "seize", "seizes", "captured", "capturing":
	default:
		return false
	}
	for j := k + 1; j < s.to && j <= k+5; j++ {
		it := &f.items[j]
		if it.is(tWeapon) {
			return true
		}
		if it.is(tPunct | tPrep | tSay | tOut | tAux | tClause | tCap | tHead) {
			return false
		}
	}
	return false
}

// blunt tells whether it is a stone or a stick with which somebody is hit at t: "struck in
// the head by a stone", "hit in the face with a bottle".
func (f *field) blunt(s *sentence, t int) bool {
	for k := t + 2; k < s.to && k < t+11; k++ {
		it := &f.items[k]
		switch w := f.word(k); w[lastSpace(w)+1:] {
		case "stone", "stones", "rock", "rocks", "bat", "bats", "bottle", "bottles", "hammer", "stick", "sticks", "pipe", "pipes", "brick", "bricks", "club", "clubs", "baton", "batons", "butt", "pole", "fist", "fists", "chair",
			"crowbar", "bar", "rod", "shovel", "wrench", "plank", "cane":
			return true
		}
		if it.is(tSay | tClause | tAux) {
			return false
		}
	}
	return false
}

// ofTravellers tells whether the plane at k carries travellers or lands: "where a plane with
// pilgrims had just landed", "a helicopter carrying aid".
func (f *field) ofTravellers(s *sentence, k int) bool {
	switch f.word(k) {
	case "plane", "planes", "airplane", "airplanes", "aircraft", "helicopter", "jet", "jets":
	default:
		return false
	}
	for j := k + 1; j < s.to && j <= k+5; j++ {
		switch f.word(j) {
		case "passengers", "pilgrims", "travellers", "travelers", "tourists", "passenger", "mourners", "evacuees", "landed", "landing", "took off", "taxied", "taxiing", "parked":
			return true
		}
		if it := &f.items[j]; it.is(tPunct|tSay|tClause|tOut) || it.is(tEv) && !it.is(tHead) {
			return false
		}
	}
	return false
}
