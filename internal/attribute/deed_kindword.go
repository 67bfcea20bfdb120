package attribute

import (
	"strings"

	"isnad"
)

// Words of deeds whose kind hangs on what stands around them.

// inThisSense is the kind, and how strongly it is meant, of a word of a deed at item k
// whose neighbours give it another one than the lexicon does.
func (f *field) inThisSense(s *sentence, k int) (isnad.Event, uint8, bool) {
	switch w := f.word(k); w {
	case "crossfire", "cross-fire":
		// "killed in crossfire" between armed men, and "caught in the crossfire" of a shooting
		for j := k - 1; j >= s.from && j > k-5; j-- {
			if f.word(j) == "caught" || f.word(j) == "hit" {
				return "", 0, false
			}
		}
		return isnad.EventClash, 3, true
	case "beat", "beats", "beating", "beaten", "beat up", "beats up", "beating up", "beaten up":
		if f.endsIn(s, k, "death") || f.endsIn(s, k, "to death") {
			return isnad.EventAttack, 2, true // "beat 11 officers to death"
		}
		if !f.heldIn(s, k) {
			return isnad.EventAttack, 3, true // "was beaten with a table leg by his roommate"
		}
	case "shot", "shoots", "shooting":
		for n := k + 1; n < s.to && n < k+4; n++ {
			switch w := f.word(n); w[lastSpace(w)+1:] {
			case "missile", "missiles", "rocket", "rockets", "shell", "shells":
				return isnad.EventShelling, 3, true // "shot two missiles at a car", "shot mortar shells at the town"
			}
			if !f.items[n].is(tDet|tNum|tVague|tMod|tQual) && f.items[n].w != nil {
				break
			}
		}
	case "explosive device", "explosive object":
		if f.drivenOver(s, k) {
			return isnad.EventLandmine, 3, true // "the cart drove over an explosive device"
		}
	case "driven out", "drove out", "drives out", "driving out":
		if k+1 < s.to && f.word(k+1) == "to" {
			return isnad.EventAttack, 0, true // "had driven out to their trailer"
		}
	case "riddle", "riddles", "riddling", "riddled":
		if !f.underFire(s, k) {
			return isnad.EventAttack, 0, true // "riddled with errors"
		}
	case "was run over by", "were run over by", "ran over by":
		if f.inTraffic(s, k+1) {
			return isnad.EventAttack, 0, true
		}
	case "fire":
		if f.fireOnPlace(s, k) {
			return isnad.EventShelling, 2, true // "in rebel fire on the west of the city"
		}
	case "burn", "burns", "burning", "burned", "burnt":
		if f.endsIn(s, k, "alive") {
			return isnad.EventKilling, 3, true
		}
	}
	if it := &f.items[k]; it.is(tEv) && it.w.event == isnad.EventDisplacement && f.byNature(s, k) {
		return isnad.EventAttack, 0, true // "floods forced residents out of"
	}
	if f.besiegedThere(s, k) || f.seizesArms(s, k) {
		return isnad.EventAttack, 0, true
	}
	if f.underFireOf(s, k) {
		return isnad.EventShooting, 2, true
	}
	if f.putToDeath(s, k) {
		return isnad.EventKilling, 3, true
	}
	return f.stormed(s, k)
}

// inTraffic tells whether the words from item k on name a vehicle of the road and no force whose it
// is: "run over by a bus", unlike "by an army truck".
func (f *field) inTraffic(s *sentence, k int) bool {
	for n := k; n < s.to && n < k+4; n++ {
		if f.items[n].is(tForce | tArmed | tNat) {
			return false
		}
		switch w := f.word(n); w {
		case "bus", "lorry", "train", "tram", "tractor", "motorist", "driver":
			return true
		default:
			if vehicle(w) {
				return true
			}
		}
	}
	return false
}

// maxToPlaceHit bounds the items from "fire on" to the place that it is on.
const maxToPlaceHit = 6

// fireOnPlace tells whether the fire at item k is an armed side's and is on a part of a town or a
// village, which guns and rockets reach: "army fire on the eastern suburbs", unlike "on a rally".
func (f *field) fireOnPlace(s *sentence, k int) bool {
	if k <= s.lead || k+2 >= s.to || f.word(k+1) != "on" {
		return false
	}
	switch w := f.word(k - 1); w[lastSpace(w)+1:] {
	case "rebel", "rebels", "army", "regime", "government", "militant", "militants", "opposition", "insurgent", "insurgents", "jihadist", "jihadists", "militia", "separatist", "separatists", "terrorist", "coalition", "enemy":
	default:
		return false
	}
	for n := k + 2; n < s.to && n < k+2+maxToPlaceHit; n++ {
		it := &f.items[n]
		if it.is(tPart | tTown | tArea | tDir) {
			return true
		}
		if it.is(tHead|tForce|tArmed|tPunct|tSay|tOut|tPrep) && !it.is(tPlaceAdj|tMod) {
			return false
		}
	}
	return false
}

// thenBlewUp tells whether a sentence of a claim tells of one who blew himself up with the shots he
// fired: "fired at the guards before blowing himself up".
func (d *doc) thenBlewUp(p *partial) bool {
	for _, ti := range p.tells {
		t := &d.tellings[ti]
		for i := range d.deeds {
			c := &d.deeds[i]
			if c.f == t.f && c.si == t.si && c.event == isnad.EventSuicideBombing && c.how == howVerb && !c.scene {
				switch t.f.wordAt(c.k - 1) {
				case "before", "and", "then", "later":
					return true
				}
			}
		}
	}
	return false
}

// byNature tells whether water, fire or the law of houses is told of before item k, which drives
// people out without a deed.
func (f *field) byNature(s *sentence, k int) bool {
	for n := s.lead; n < k; n++ {
		if f.misfortune(s, n) {
			return true
		}
		switch f.word(n) {
		case "flood", "fire", "blaze", "eviction", "evictions", "landlord", "landlords":
			return true
		}
	}
	return false
}

// drivenOver tells whether the device at item k lay in the ground where somebody came over it:
// "a bus ran over an explosive device". Who is hit by one was aimed at.
func (f *field) drivenOver(s *sentence, k int) bool {
	j := k - 1
	for j > s.from && (f.items[j].is(tDet|tPlaceAdj|tHedge) || f.word(j) == "an" || f.word(j) == "unidentified" || f.word(j) == "unknown" || f.word(j) == "abandoned") {
		j--
	}
	if j <= s.from {
		return false
	}
	switch f.word(j) {
	case "over":
		switch f.word(j - 1) {
		case "drove", "ran", "rolled", "passed", "went", "driven", "drives", "runs", "running", "driving", "rolling", "passing", "run":
			return true
		}
	case "on", "onto":
		switch f.word(j - 1) {
		case "stepped", "stepping", "trod", "steps", "walked", "drove", "driving":
			return true
		}
	case "hit", "struck", "hitting", "striking", "triggered", "triggering":
		for n := j - 1; n >= s.from && n >= j-7; n-- {
			switch f.word(n) {
			case "cart", "bus", "minibus", "truck", "lorry", "tractor", "motorcycle", "motorbike", "vehicle", "vehicles", "car", "taxi", "ambulance", "convoy", "pick-up", "pickup", "tricycle", "van", "bicycle", "donkey":
				return true
			}
			if f.items[n].is(tPunct | tSay | tAux) {
				return false
			}
		}
	}
	return false
}

// heldIn tells whether a sentence tells up to the beating at item at, or soon after it, of
// people who are held: they are ill-treated, and whom soldiers beat in the street is attacked.
func (f *field) heldIn(s *sentence, at int) bool {
	for k := s.from; k < s.to && k < at+7; k++ {
		switch w := f.word(k); w {
		case "custody", "prison", "prisons", "jail", "cell", "cells", "detention", "captivity", "in captivity", "interrogation", "interrogated", "interrogators", "torture", "tortured", "police station",
			"guards", "wardens", "blindfolded", "branch", "barracks", "captors", "hostages", "hostage", "held":
			return true
		default:
			if strings.HasPrefix(w, "detain") || strings.HasPrefix(w, "arrest") || strings.HasPrefix(w, "prison") || strings.HasPrefix(w, "inmate") || strings.HasPrefix(w, "imprison") {
				return true
			}
		}
	}
	return false
}

// inTheBody tells whether the one who is hit at k is hit in a part of the body, and it is
// not said that it was by a stone or with a stick.
func (f *field) inTheBody(s *sentence, k int) bool {
	if k+3 >= s.to || f.word(k+1) != "in" {
		return false
	}
	switch f.word(k + 2) {
	case "the", "his", "her", "their":
	default:
		return false
	}
	j := k + 3
	if w := f.word(j); (w == "left" || w == "right" || w == "upper" || w == "lower") && j+1 < s.to {
		j++
	}
	switch f.word(j) {
	case "head", "neck", "chest", "leg", "legs", "arm", "arms", "shoulder", "thigh", "back", "stomach", "abdomen", "foot", "hand", "face", "throat", "knee", "hip", "torso", "calf", "ankle", "forearm", "eye", "groin", "buttocks", "side", "pelvis":
	default:
		return false
	}
	for n := j + 1; n < s.to && n <= j+7; n++ {
		switch w := f.word(n); {
		case w == "by", w == "with", w == "from", strings.HasPrefix(w, "by "), strings.HasPrefix(w, "with "):
			return false
		case w == ",", w == "and":
			return true
		}
	}
	return true
}

// endsIn tells whether the clause of the verb at item k goes on to a word soon: "burned
// them alive".
func (f *field) endsIn(s *sentence, k int, end string) bool {
	for j := k + 1; j < s.to && j < k+9; j++ {
		if f.word(j) == end {
			return true
		}
		if it := &f.items[j]; it.is(tPunct|tSay|tClause|tAux) || it.is(tOut) && !it.is(tHead) {
			return false
		}
	}
	return false
}

// amongVictims tells whether a word for bombers or what they wear at k tells of those
// who were killed: "killed 75 militants including suicide bombers", "shot dead two men
// wearing suicide vests".
func (f *field) amongVictims(s *sentence, k int) bool {
	w := f.word(k)
	worn := strings.HasSuffix(w, "vest") || strings.HasSuffix(w, "vests") || strings.HasSuffix(w, "belt") || strings.HasSuffix(w, "belts")
	if !worn && !strings.HasSuffix(w, "bombers") && !strings.HasSuffix(w, "bomber") && !strings.HasSuffix(w, "attackers") {
		return false
	}
	among := false
	for j := k - 1; j >= s.from && j > k-12; j-- {
		it := &f.items[j]
		switch {
		case it.is(tIncl) && !worn && strings.HasSuffix(w, "s"):
			among = true
		case it.is(tOut) && it.w != nil && it.w.harm >= formBase && it.w.harm <= formPast:
			if j > s.from && f.items[j-1].is(tAux|tEv|tRel) {
				return false // "were killed by a suicide bomber", "the blast killed nine including"
			}
			return among || !worn && k-j < 5 || f.word(k-1) == "wearing" || k-2 >= s.from && f.word(k-2) == "wearing"
		case f.word(j) == "," && among:
		case it.is(tPrep) && (among || it.is(tQual)):
		case it.is(tPunct | tPrep | tSay | tAux | tClause), it.is(tEv) && !it.is(tHead):
			return false
		}
	}
	return false
}

// ofAirForce tells whether the air force or the planes at k only say to whom a place or a
// man on the ground belongs: "outside the air force academy", "an air force colonel".
func (f *field) ofAirForce(s *sentence, k int) bool {
	if k+1 >= s.to || !f.items[k].is(tPlane) {
		return false
	}
	switch f.word(k + 1) {
	case "intelligence", "academy", "college", "school", "base", "bases", "headquarters", "headquarter", "building", "buildings", "barracks", "compound", "hospital", "housing", "club", "museum", "depot",
		"officer", "officers", "colonel", "general", "major", "captain", "lieutenant", "sergeant", "marshal", "cadet", "cadets", "recruits", "veteran", "chief", "engineer", "engineers", "technician", "technicians", "mechanic",
		"hangar", "hangars", "factory", "crash":
		return true
	}
	return false
}

// dayToldBefore tells whether the word before "after" at j says when, and not how long:
// "last week after", "this month following".
func (f *field) dayToldBefore(j int) bool {
	w := f.word(j - 1)
	if strings.HasPrefix(w, "last ") || strings.HasPrefix(w, "this ") || strings.HasPrefix(w, "earlier this ") {
		return true
	}
	return j > 1 && (w == "week" || w == "month") && (f.word(j-2) == "last" || f.word(j-2) == "this")
}

// verbBetween tells whether the clause that "before" at j opens has had its verb before the
// deed at k.
func (f *field) verbBetween(j, k int) bool {
	for n := j + 1; n < k; n++ {
		if it := &f.items[n]; it.is(tSay|tAux|tPunct) || it.is(tOut) && it.w != nil && it.w.harm == formPast {
			return true
		}
		switch f.word(n) {
		case "spoke", "arrived", "came", "left", "went", "began", "ended", "opened", "met", "visited":
			return true
		}
	}
	return false
}
