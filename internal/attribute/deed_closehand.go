package attribute

import (
	"strings"

	"isnad"
)

// Who kills captives, bound men or people singled out puts them to death, whatever the
// verb: "shot 80 captive soldiers", "nine bodies were found blindfolded", "dragged him out
// of his house and shot him", "hacked to death on suspicion of being an informer".

// maxSingled bounds the words of a sentence in which such are looked for.
const maxSingled = 90

// putToDeath tells whether the deed at item k is one at close hand: "hacked to death",
// "shot the prisoners".
func (f *field) putToDeath(s *sentence, k int) bool {
	w := f.word(k)
	switch {
	case strings.HasPrefix(w, "hack"):
		return (endsWith(w, "death") || f.endsIn(s, k, "death") || f.endsIn(s, k, "to death")) && !f.orElse(s, k) && !f.blades(s)
	case strings.HasPrefix(w, "shot") || strings.HasPrefix(w, "shoot") || strings.HasPrefix(w, "gunned") || strings.HasPrefix(w, "fatally shot"):
		return f.captivesBehind(s, k) || f.captivesBefore(s, k)
	}
	return false
}

// orElse tells whether the verb at k is one of two means: "shot or hacked to death".
func (f *field) orElse(s *sentence, k int) bool {
	return k > s.from && (f.word(k-1) == "or" || f.word(k-1) == "and") || k+1 < s.to && f.word(k+1) == "or"
}

// blades tells whether a sentence names what the attackers came with: that is an attack
// with machetes.
func (f *field) blades(s *sentence) bool {
	for k := s.from; k < s.to; k++ {
		if it := &f.items[k]; it.is(tWeapon) && it.w != nil && it.w.weapon == isnad.EventAttack {
			return true
		}
	}
	return false
}

// captivesBehind tells whether captives are whom the verb at k harms: "shot dead some 600
// inmates".
func (f *field) captivesBehind(s *sentence, k int) bool {
	for j := k + 1; j < s.to && j <= k+7; j++ {
		if captive(f.word(j)) {
			return !strings.HasPrefix(f.wordAt(j+1), "tak") // "a hostage taker"
		}
		it := &f.items[j]
		if it.is(tPunct|tPrep|tSay|tClause|tAux|tRel|tEv) || it.is(tHead) && !it.is(tMod) && j+1 < s.to && !f.items[j+1].is(tHead) {
			return false
		}
	}
	return false
}

// captivesBefore tells whether the verb at k is done to captives: "captured soldiers were
// shot".
func (f *field) captivesBefore(s *sentence, k int) bool {
	j := k - 1
	for j >= s.from && f.items[j].is(tAdv) {
		j--
	}
	if j < s.from || !f.items[j].is(tAux) {
		return false
	}
	for n := 0; j >= s.from && n < 6; j, n = j-1, n+1 {
		if captive(f.word(j)) {
			return !f.flees(s, k)
		}
		if f.items[j].is(tPunct | tPrep | tSay | tClause) {
			return false
		}
	}
	return false
}

// flees tells whether the one shot at k was breaking out: "shot while trying to escape".
func (f *field) flees(s *sentence, k int) bool {
	for j := k + 1; j < s.to && j <= k+8; j++ {
		switch f.word(j) {
		case "escape", "escaping", "flee", "fleeing", "riot", "rioting", "break out", "breakout":
			return true
		}
	}
	return false
}

// captive tells whether a word is for people in the hands of those who kill them.
func captive(w string) bool {
	switch w[:max(strings.IndexByte(w, ' '), 0)] {
	case "captive", "captured", "surrendered", "bound", "blindfolded", "handcuffed":
		return true
	}
	switch w[strings.LastIndexByte(w, ' ')+1:] {
	case "captive", "captives", "captured", "prisoners", "inmates", "hostages", "hostage", "detainees", "detainee", "blindfolded", "handcuffed", "surrendered":
		return true
	}
	return false
}

// closeHand tells whether a claim's own words tell of dead who were put to death.
func (d *doc) closeHand(p *partial) bool {
	if !harmsSome(p.killed) {
		return false
	}
	for _, ti := range p.tells {
		t := &d.tellings[ti]
		s := &t.f.sents[t.si]
		captured := t.f.capturedKilled(s) >= 0
		if s.to-s.from > maxSingled || d.otherMeans(t.f, t.si, captured) {
			continue
		}
		if captured || t.f.foundBound(s) || !d.inCaptivity(p) && (t.f.singledOut(s) || t.f.heldToBe(s)) {
			return true
		}
	}
	return false
}

// otherMeans tells whether a sentence names what kills from afar. The fight in which those who are put to
// death were captured is none.
func (d *doc) otherMeans(f *field, si int, captured bool) bool {
	for i := range d.deeds {
		c := &d.deeds[i]
		if c.f != f || c.si != si || c.scene {
			continue
		}
		switch c.kind {
		case kindAir, kindShelling, kindBombing, kindLandmine, kindChemical:
			return true
		case kindClash:
			if !captured {
				return true
			}
		}
	}
	return false
}

// toldHere tells whether a claim's own sentences name a kind.
func (d *doc) toldHere(p *partial, o int) bool {
	for _, ti := range p.tells {
		t := &d.tellings[ti]
		for i := range d.deeds {
			if c := &d.deeds[i]; int(c.kind) == o && c.f == t.f && c.si == t.si && !c.scene {
				return true
			}
		}
	}
	return false
}

// foundBound tells whether a sentence tells of bodies and how they were bound or shot.
func (f *field) foundBound(s *sentence) bool {
	body, bound, head, many, marked, held := false, false, false, false, false, false
	for k := s.from; k < s.to; k++ {
		w := f.word(k)
		switch w {
		case "kidnapped", "abducted": // "the bodies of four men kidnapped in Karm"
			bound = bound || f.wordAt(k-1) != "and" && f.wordAt(k-1) != "were" && f.wordAt(k-1) != "was"
		case "blindfolded", "handcuffed", "tied", "bound", "gagged", "hands tied", "hands bound", "execution-style", "throats slit", "throats cut", "throat cut", "hogtied", "trussed", "decapitated", "beheaded":
			bound = true
		case "gunshot wounds", "gunshot wound", "bullet wounds", "bullet wound", "gunshots", "bullets", "bullet", "shot":
			head = head || f.wordAt(k+1) == "to" && (f.wordAt(k+2) == "the" || f.wordAt(k+2) == "their") && headOf(f.wordAt(k+3)) ||
				f.wordAt(k+1) == "in" && (f.wordAt(k+2) == "the" || f.wordAt(k+2) == "their") && headOf(f.wordAt(k+3))
		}
		many = many || strings.HasPrefix(w, "bodies") || strings.HasPrefix(w, "corpses")
		marked = marked || w == "torture" && k > s.from && f.word(k-1) == "of"
		held = held || w == "custody" || w == "in custody" || w == "detention" || w == "prison" || w == "jail" || w == "held" || w == "detained" || w == "arrested"
		if many || w == "body" || w == "corpse" || w == "found dead" {
			body = true
		}
	}
	return body && (bound || marked && !held) || many && head
}

func headOf(w string) bool { return w == "head" || w == "heads" || w == "neck" || w == "back" }

// singledOut tells whether people were taken out of where they were and killed, or looked
// for from house to house.
func (f *field) singledOut(s *sentence) bool {
	for k := s.from; k < s.to; k++ {
		switch w := f.word(k); w {
		case "house-to-house", "door-to-door":
			return true
		case "door", "house":
			if f.wordAt(k+1) == "to" && f.wordAt(k+2) == w {
				return true
			}
		case "dragged", "hauled", "pulled", "marched", "ordered", "forced", "dragging", "pulling", "hauling", "taking", "took", "taken", "ordering", "forcing":
			if f.outOfHome(s, k) {
				return true
			}
		case "identity cards", "identity papers", "identity documents", "ids", "id cards":
			if f.word(max(k-1, 0)) == "checked" || f.word(max(k-2, 0)) == "checked" || f.word(max(k-1, 0)) == "checking" || f.word(max(k-2, 0)) == "checking" {
				return true
			}
		}
	}
	return false
}

// outOfHome tells whether people are taken out of a home or off a bus by the verb at k,
// and killed thereafter or before.
func (f *field) outOfHome(s *sentence, k int) bool {
	out := -1
	for j := k + 1; j < s.to && j <= k+6 && out < 0; j++ {
		switch f.word(j) {
		case "from", "off", "out", "out of":
			out = j
		case ",", "over", ".":
			return false
		}
	}
	if out < 0 {
		return false
	}
	for j := out + 1; j < s.to && j <= out+5; j++ {
		switch w := f.word(j); w[strings.LastIndexByte(w, ' ')+1:] {
		case "home", "homes", "house", "houses", "bus", "buses", "minibus", "minibuses", "car", "cars", "vehicle", "vehicles", "bed", "beds", "truck", "trucks", "van", "taxi", "train", "mosque", "church",
			"dormitory", "dormitories", "coach", "huts", "hut", "shop", "cell", "cells":
			return true
		case "rubble", "wreckage", "water", "river", "debris":
			return false
		}
	}
	return false
}

// heldToBe tells whether the dead were killed for what they were held to be: "on suspicion
// of being an informer", "whom they accused of spying".
func (f *field) heldToBe(s *sentence) bool {
	for k := s.from; k+1 < s.to; k++ {
		switch f.word(k) {
		case "accused", "accusing", "suspicion", "suspected", "charges", "accusations", "pretext", "suspecting":
		default:
			continue
		}
		if f.word(k+1) != "of" {
			continue
		}
		for j := k + 2; j < s.to && j <= k+7; j++ {
			switch w := f.word(j); {
			case strings.HasPrefix(w, "spy"), w == "spies", strings.HasPrefix(w, "collaborat"), strings.HasPrefix(w, "inform"), w == "treason", w == "apostasy", w == "blasphemy", w == "witchcraft", w == "sorcery", w == "loyalty", w == "adultery", w == "sodomy", w == "traitors", w == "espionage":
				return true
			}
		}
	}
	return false
}

// atCloseHand is what a deed told as a shooting or an attack is of those put to death.
func atCloseHand(o int) bool {
	switch o {
	case kindAttack, kindShooting, kindDetention, kindAbduction, kindKilling:
		return true
	}
	return false
}
