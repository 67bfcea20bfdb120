package attribute

import "strings"

// Whoever comes when a deed is done has not done it, nor has he whom it hit: "French troops secured the
// area after a car bomb killed four people", "army helicopters flew out the wounded", "an army convoy was
// hit by a roadside bomb".

// maxOfSide bounds the items from a body to its verb: things of its own and days may stand between.
const maxOfSide = 5

// standsBy tells whether what a body does in its clause is only what is done after a deed of others.
func (f *field) standsBy(s *sentence, m *actorMention) bool {
	if m.from > s.from && f.word(m.from-1) == "by" {
		return m.from-2 > s.from && f.downs(m.from-2) && f.flyingThing(s, max(s.from, m.from-7), m.from-2)
	}
	e := m.to
	for n := 0; n < maxOfSide && e < s.to; n++ {
		it := &f.items[e]
		w := f.word(e)
		if it.is(tAdv|tWeekday|tRelDay|tDayPart) && !it.is(tNeg) || w == "on" && e+1 < s.to && f.items[e+1].is(tWeekday|tMonth) || w == "had" || w == "have" || w == "has" {
			e++
			continue
		}
		break
	}
	if e+1 >= s.to {
		return false
	}
	switch f.word(e) {
	case "secured", "sealed", "cordoned", "evacuated", "airlifted", "ferried", "rescued", "recovered", "retrieved", "exhumed", "defused", "disarmed", "dismantled", "deactivated",
		"extinguished", "doused", "treated", "mourned", "buried", "guarded", "condemned", "deplored", "helped", "escorted", "inspected", "visited":
		return !f.harmsBehind(s, e)
	case "downed", "shot down", "intercepted", "brought down", "destroyed", "shot":
		return f.downs(e) && f.flyingThing(s, e+1, min(s.to, e+7))
	case "said", "says", "reported":
		// "the air force said it shot down 12 of 20 drones"
		for n := e + 1; n < s.to && n < e+5; n++ {
			if f.downs(n) {
				return f.flyingThing(s, n+1, min(s.to, n+7))
			}
			if !f.items[n].is(tPron|tAux|tAdv|tDet|tMod) && f.word(n) != "that" && f.word(n) != "air defences" && f.word(n) != "air" && f.word(n) != "defences" && f.word(n) != "defenses" {
				break
			}
		}
	case "flew", "carried", "took", "rushed", "brought", "moved":
		for n := e + 1; n < s.to && n < e+6; n++ {
			switch f.word(n) {
			case "wounded", "injured", "casualties", "survivors", "dead", "bodies", "victims", "patients", "body":
				return true
			}
			if f.items[n].is(tPunct | tClause | tRel) {
				break
			}
		}
	case "found", "discovered", "uncovered", "collected", "pulled":
		return f.findsDead(s, e+1)
	}
	return false
}

// downs tells whether item k says that something that flew was brought to fall.
func (f *field) downs(k int) bool {
	switch f.word(k) {
	case "downed", "shot down", "intercepted", "brought down", "destroyed", "downing", "shooting down", "intercepting":
		return true
	case "down":
		return k > 0 && (f.word(k-1) == "shot" || f.word(k-1) == "shooting")
	case "shot":
		return k+1 < len(f.items) && f.word(k+1) == "down"
	}
	return false
}

// flyingThing tells whether the items [a, b) name what others sent, drones only where a sentence tells of
// somebody harmed: the wreck of what defenders shoot down may kill, and it is not they who attacked.
func (f *field) flyingThing(s *sentence, a, b int) bool {
	for k := a; k < b; k++ {
		if k+1 < s.to && strings.HasPrefix(f.word(k+1), "launch") {
			continue
		}
		switch w := f.word(k); w[lastSpace(w)+1:] {
		case "missile", "missiles", "rocket", "rockets", "projectile", "projectiles":
			return true
		case "drone", "drones", "shaheds", "shahed":
			for n := s.from; n < s.to; n++ {
				if f.items[n].is(tOut) {
					return true
				}
			}
		}
	}
	return false
}

// harmsBehind tells whether the clause of the verb at item e goes on with a deed of the same doer:
// "secured the village and killed nine rebels", "inspected the site before shelling it".
func (f *field) harmsBehind(s *sentence, e int) bool {
	for n := e + 1; n < s.to; n++ {
		it := &f.items[n]
		switch w := f.word(n); {
		case w == "and" || w == "before" || w == "killing" || w == "wounding" || w == "then" || w == "but":
			if n+1 < s.to && (f.items[n].is(tOut) || f.items[n+1].is(tOut|tEv) && !f.items[n+1].is(tHead|tForce|tArmed)) {
				return true
			}
		case it.is(tClause|tRel|tSay) || it.is(tPunct) && !apostrophe(w) && w != ",":
			return false
		}
	}
	return false
}

// suffers tells whether a body is whom a deed hit, or owns what it hit: "an army convoy was hit by".
func (f *field) suffers(s *sentence, m *actorMention) bool {
	if m.from > s.from && f.word(m.from-1) == "by" {
		return false
	}
	e := m.to
	for n := 0; n < 3 && e < s.to && (f.items[e].is(tThing|tPlaceHead) && !f.items[e].is(tEv) || sideThing(f.word(e)) || e+1 < s.to && sideThing(f.word(e+1)) && !f.items[e].is(tAux|tPunct|tPrep|tLoc|tConj|tSay|tOut)); n++ {
		e++
	}
	if e+2 >= s.to || !f.items[e].is(tAux) {
		return false
	}
	passive := false
	for n := 0; n < 4 && e < s.to && f.items[e].is(tAux|tAdv) && !f.items[e].is(tNeg); n++ {
		switch f.word(e) {
		case "was", "were", "been", "is", "are", "being":
			passive = true
		}
		e++
	}
	if !passive || e >= s.to {
		return false
	}
	switch f.word(e) {
	case "hit", "struck", "attacked", "targeted", "ambushed", "bombed", "shelled", "rammed", "downed", "shot down", "blown up", "destroyed", "raided", "rocked", "fired on", "fired upon", "torpedoed":
		return true
	case "shot":
		return e+1 < s.to && f.word(e+1) == "at"
	}
	return false
}

// sideThing tells the words for what a side moves and sleeps in.
func sideThing(w string) bool {
	switch w {
	case "convoy", "convoys", "patrol", "patrols", "vehicle", "vehicles", "truck", "trucks", "bus", "buses", "tank", "tanks", "plane", "planes", "jet", "helicopter", "helicopters", "ship", "ships", "boat", "boats", "position", "positions",
		"checkpoint", "checkpoints", "outpost", "outposts", "post", "posts", "base", "bases", "barracks", "headquarters", "camp", "camps", "car", "cars", "jeep", "carrier", "carriers", "unit", "units":
		return true
	}
	return false
}

// onlyRelates tells whether the words before a body at item i say only how somebody stands to it, or when
// something was: "a journalist critical of the army", "a man wanted by police", "the deadliest attack since
// the army took the town from rebels".
func (f *field) onlyRelates(s *sentence, i int) bool {
	k := i - 1
	for k > s.from && f.items[k].is(tDet|tMod|tNat) && !f.items[k].is(tForce|tArmed) {
		k--
	}
	if k <= s.from {
		return false
	}
	before := f.word(k - 1)
	switch f.word(k) {
	case "of":
		switch before {
		case "critical", "critic", "critics", "opponent", "opponents", "enemy", "enemies", "supporter", "supporters", "independent", "suspicious", "afraid", "wary", "ahead", "instead", "outside":
			return true
		}
	case "about":
		switch before {
		case "wrote", "reported", "written", "reporting", "articles", "stories", "story", "article", "reports", "book", "film", "blogged", "spoke", "complained":
			return true
		}
	case "by":
		switch before {
		case "wanted", "sought", "jailed", "protected", "escorted", "employed", "recruited", "trained", "armed", "funded", "licensed", "hired", "paid", "questioned", "cleared", "freed", "rescued", "treated", "convicted", "pardoned", "recognised", "recognized":
			return true
		}
	case "to", "with":
		switch before {
		case "opposed", "hostile", "known", "sympathetic", "related", "married":
			return true
		}
	case "from":
		for n := k - 1; n > s.from && n > k-10; n-- {
			if f.items[n].is(tPunct) && !apostrophe(f.word(n)) {
				return false
			}
			if f.word(n) == "since" {
				return true
			}
		}
	}
	return false
}

// harbours tells whether a body that ends before item e is only accused of having helped or harboured those who did
// it: "accused Karm of harbouring the gunmen who killed seven".
func (f *field) harbours(s *sentence, i, e int) bool {
	k := i - 1
	for k > s.from && f.items[k].is(tDet|tMod|tNat) {
		k--
	}
	if k < s.from || !f.items[k].is(tAccuse) || e+1 >= s.to || f.word(e) != "of" {
		return false
	}
	switch f.word(e + 1) {
	case "harbouring", "harboring", "sheltering", "hosting", "hiding", "arming", "funding", "financing", "training", "supporting", "backing", "aiding", "helping", "protecting", "shielding", "supplying", "inciting", "failing", "ignoring", "covering", "tolerating", "encouraging":
		return true
	}
	return false
}

// talksBefore tells whether the "between" at item k is of talks or a bound, and of no fight.
func (f *field) talksBefore(s *sentence, k int) bool {
	for n := k - 1; n > s.from && n > k-4; n-- {
		w := f.word(n)
		switch w[lastSpace(w)+1:] {
		case "talks", "truce", "ceasefire", "cease-fire", "deal", "agreement", "accord", "negotiations", "meeting", "meetings", "summit", "treaty", "border", "boundary", "buffer", "mediation", "relations", "swap", "exchange":
			return true
		}
	}
	return false
}
