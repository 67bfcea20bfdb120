package attribute

import (
	"strings"

	"isnad"
)

// What a raid, a siege or a storming is, told by who came and what they came upon.

// setRaiders notes whether the report tells of raiders that come on foot or on wheels and
// of nothing that flies: then its raids are none from the air.
func (d *doc) setRaiders() {
	d.raiders = false
	for _, f := range [...]*field{&d.title, &d.body} {
		for k := range f.items {
			it := &f.items[k]
			if it.is(tPlane) || it.is(tWeapon) && it.w.weapon == isnad.EventAirStrike {
				d.raiders = false
				return
			}
			if it.is(tEv) && it.w.strength == 3 && (it.w.event == isnad.EventAirStrike || it.w.event == isnad.EventDroneStrike) {
				d.raiders = false
				return
			}
			d.raiders = d.raiders || it.may(mayRaid) && raider(f.word(k))
		}
	}
}

// raider tells whether a word is for people who raid on the ground, for what they ride on
// or do.
func raider(w string) bool {
	switch w {
	case "gunmen", "bandits", "gang", "gangs", "gangsters", "gang members", "assailants", "raiders", "herders", "herdsmen", "rustlers", "kidnappers", "armed men",
		"motorcycles", "motorbikes", "motorcycle", "motorbike", "horseback", "camels", "machetes", "cattle", "livestock", "commandos", "looted", "kidnapped", "abducted",
		"attackers", "masked men", "hooded men", "vigilantes", "paramilitaries", "guerrillas", "dissidents":
		return true
	}
	return false
}

// stormed is the kind of a siege, a storming or an assault at item k, by what it is of: a
// house or a village is attacked, a hotel no less; only a town is beleaguered, and armed
// men clash at a post.
func (f *field) stormed(s *sentence, k int) (isnad.Event, uint8, bool) {
	w := f.word(k)
	siege := w == "siege" || strings.HasPrefix(w, "besieg")
	assault := w == "assault" || w == "onslaught" || strings.HasPrefix(w, "storm")
	if !siege && !assault {
		return "", 0, false
	}
	if k > s.from && f.thingStormed(k-1) != nothingStormed && siege {
		return isnad.EventAttack, 1, true // "the hotel siege"
	}
	for j := k + 1; j < s.to && j < k+9; j++ {
		it := &f.items[j]
		switch f.thingStormed(j) {
		case peopleStormed:
			if siege && it.is(tTown) {
				return "", 0, false
			}
			return isnad.EventAttack, 1, true
		case postStormed:
			if siege {
				return isnad.EventAttack, 1, true
			}
			return "", 0, false
		}
		if it.is(tPunct|tSay|tOut|tAux|tRel|tClause|tConj) && !it.is(tLoc) || it.is(tEv) && !it.is(tHead) {
			break
		}
	}
	return "", 0, false
}

const (
	nothingStormed = iota
	peopleStormed
	postStormed
)

// thingStormed tells what the word at item k is, as an aim of armed men.
func (f *field) thingStormed(k int) int {
	w := f.word(k)
	if i := strings.LastIndexByte(w, ' '); i >= 0 {
		w = w[i+1:]
	}
	switch w {
	case "hotel", "church", "mosque", "temple", "monastery", "school", "college", "university", "market", "house", "home", "homes", "houses", "restaurant", "bar",
		"nightclub", "mall", "shop", "store", "farm", "farms", "ranch", "village", "villages", "hamlet", "settlement", "community", "seminary", "dormitory", "hostel", "orphanage",
		"wedding", "funeral", "office", "offices", "bank", "bus", "train", "ferry", "beach", "residence", "guesthouse", "courthouse", "theatre", "theater", "newsroom", "studio", "cafe",
		"hospital", "clinic", "ward", "room", "rooms", "pharmacy", "warehouse", "dispensary":
		return peopleStormed
	case "station", "post", "outpost", "barracks", "checkpoint", "prison", "jail", "headquarters", "parliament", "embassy", "consulate", "building", "compound", "garrison", "armoury", "armory":
		return postStormed
	}
	return nothingStormed
}

// stormedToWreck tells whether a claim harms nobody and tells of a mob or armed men who went into a
// building of others to wreck it: "stormed the embassy, tearing down plaques", "broke into the church and
// burned its books".
func (d *doc) stormedToWreck(p *partial) bool {
	if p.harmedSome() || p.both != nil || p.fr.harm {
		return false
	}
	for _, ti := range p.tells {
		t := &d.tellings[ti]
		s := &t.f.sents[t.si]
		if t.f.burnedAfterFight(s) {
			return true
		}
		into := false
		for k := s.lead; k < s.to; k++ {
			it := &t.f.items[k]
			switch w := t.f.word(k); {
			case strings.HasPrefix(w, "storm") || strings.HasPrefix(w, "broke into") || strings.HasPrefix(w, "burst into"):
				into = t.f.buildingBehind(s, k)
			case into && it.is(tEv) && it.w.event == isnad.EventPropertyDestruction:
				return true
			}
		}
	}
	return false
}

// burnedAfterFight tells whether a sentence tells by a verb of property destroyed once a fight was over:
// "burned 80 houses after a clash with rebels", "following the clashes they set fire to homes".
func (f *field) burnedAfterFight(s *sentence) bool {
	burned, fight := false, false
	for k := s.from; k < s.to; k++ {
		it := &f.items[k]
		if !it.is(tEv) {
			continue
		}
		switch {
		case it.w.event == isnad.EventPropertyDestruction:
			burned = burned || it.w.evForm != formNoun
		case it.w.event != isnad.EventClash || it.w.evForm != formNoun && !(k > s.from && (f.items[k-1].is(tDet|tMod) || f.word(k-1) == "after" || f.word(k-1) == "following")):
			return false
		default:
			j := k - 1
			for j > s.from && f.items[j].is(tDet|tMod|tAdv|tNum) {
				j--
			}
			if fight = j >= s.from && (f.word(j) == "after" || f.word(j) == "following"); !fight {
				return false
			}
		}
	}
	return burned && fight
}

// buildingBehind tells whether what is stormed at item k is a building where no army stands.
func (f *field) buildingBehind(s *sentence, k int) bool {
	for j := k + 1; j < s.to && j < k+9; j++ {
		if f.thingStormed(j) == peopleStormed {
			return true
		}
		w := f.word(j)
		switch w[lastSpace(w)+1:] {
		case "embassy", "consulate", "parliament", "shrine", "museum", "library", "monument", "mission", "cemetery", "court", "synagogue", "chapel", "cathedral":
			return true
		}
		if it := &f.items[j]; it.is(tPunct | tSay | tOut | tAux | tRel | tClause) {
			return false
		}
	}
	return false
}

// inCaptivity tells whether a claim's own words tell of people held: "died in captivity",
// "killed in custody". Otherwise those who were killed were not the ones carried off.
func (d *doc) inCaptivity(p *partial) bool {
	for _, ti := range p.tells {
		t := &d.tellings[ti]
		s := &t.f.sents[t.si]
		for k := s.from; k < s.to; k++ {
			switch t.f.word(k) {
			case "in captivity", "captivity", "custody", "in custody", "detention", "prison", "jail", "tortured", "torture", "captors", "hostage", "hostages", "captives", "detainees", "detainee", "found dead", "under torture":
				return true
			}
		}
	}
	return false
}

// theyStrike tells whether a strike or a raid at k is what people on the ground do:
// "militants strike Mandera estate", "gunmen raid the village", not "a militant strike",
// "police raid kills five".
func (f *field) theyStrike(s *sentence, k int) bool {
	switch f.word(k) {
	case "strike", "raid":
	default:
		return false
	}
	if k <= s.from || k+1 >= s.to || !onGround(f.word(k-1)) {
		return false
	}
	next := &f.items[k+1]
	return f.word(k+1) == "again" || !next.is(tPunct|tPrep|tConj|tOut|tSay|tAux|tEv|tClause|tRel)
}

// raidOfNoAirForce tells whether the one raid at k is told in a report in which nothing
// flies, and is none of a state or of a coalition: "kills 50 in raid on villages", not
// "Israeli raid", "coalition raid".
func (d *doc) raidOfNoAirForce(f *field, k int) bool {
	if f.word(k) != "raid" || d.sky.flown || d.sky.bombs || d.sky.power {
		return false
	}
	for j := k - 1; j >= 0 && j >= k-3; j-- {
		if it := &f.items[j]; it.is(tNat) {
			return false
		}
		if w := f.word(j); w == "regime" || w == "government" || w == "air" || w == "bombing" {
			return false
		}
	}
	return true
}

// onGround tells whether a word is for fighters, robbers or policemen, many of them.
func onGround(w string) bool {
	switch w[strings.LastIndexByte(w, ' ')+1:] {
	case "gunmen", "militants", "jihadists", "jihadis", "insurgents", "bandits", "commandos", "raiders", "police", "attackers", "assailants", "militiamen", "herders", "herdsmen", "rebels", "fighters",
		"paramilitaries", "guerrillas", "settlers", "dissidents", "soldiers", "terrorists", "extremists", "islamists", "maoists", "naxals", "separatists", "militias", "gangs", "kidnappers", "rustlers", "robbers", "vigilantes", "mobs":
		return true
	}
	return false
}

// besiegedThere tells whether the siege at k only says what kind of place it is: "in the
// besieged part", "the besieged enclave of Ghouta", not "troops besieged the enclave".
func (f *field) besiegedThere(s *sentence, k int) bool {
	if f.word(k) != "besieged" || k <= s.from || k+1 >= s.to {
		return false
	}
	if next := &f.items[k+1]; next.is(tPunct|tPrep|tDet|tAux|tConj) || f.word(k+1) == "by" {
		return false
	}
	prev := &f.items[k-1]
	return prev.is(tDet|tPrep|tMod) && !prev.is(tAux)
}
