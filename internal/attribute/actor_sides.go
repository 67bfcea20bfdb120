package attribute

import "isnad"

// Two sides of a clash need bear no arms by their names: "protesters clashed with police",
// "clashes between herders and villagers".

// sideOf tells whether the people at item i, who are no armed body, are a side of a
// clash.
func (f *field) sideOf(s *sentence, i int) bool {
	if f.clashVerb(f.beyondAdverbs(s, i+1), s.to) {
		return true
	}
	if i+1 < s.to && f.word(i+1) == "of" { // "supporters of the two parties clashed"
		for n := i + 2; n < s.to && n < i+9 && !f.items[n].is(tPunct|tAux|tRel|tSay|tOut); n++ {
			if f.items[n].is(tEv) {
				return f.clashVerb(n, s.to)
			}
		}
	}
	k := i - 1
	for n := 0; n < 4 && k > s.from && f.items[k].is(tDet|tMod|tNat|tCap|tAdv) && !f.items[k].is(tPunct); n++ {
		k--
	}
	if k <= s.from {
		return false
	}
	switch f.word(k) {
	case "with":
		return f.clashVerb(k-1, s.to)
	case "between":
		return f.isClash(k - 1)
	case "and":
		for n := k - 1; n > s.from && n > k-6; n-- {
			if it := &f.items[n]; it.is(tPunct | tAux | tOut | tSay | tEv) {
				return false
			}
			if f.word(n) == "between" {
				return f.isClash(n - 1)
			}
		}
	}
	return false
}

// namedSide tells whether the name at item i, which no book knows, is one of the two that a
// clash was between: "fighting between Karm and the Nil clans".
func (f *field) namedSide(s *sentence, i int) bool {
	k := i - 1
	if k > s.from && f.items[k].is(tDet) {
		k--
	}
	if k > s.from && f.word(k) == "and" {
		for n := k - 1; n > s.from && n > k-7; n-- {
			it := &f.items[n]
			if f.word(n) == "between" {
				k = n
				break
			}
			if it.is(tPunct) && f.word(n) != "/" && !apostrophe(f.word(n)) || it.is(tAux|tOut|tSay|tEv) {
				return false
			}
		}
	}
	return k > s.from && f.word(k) == "between" && f.isClash(k-1)
}

func (f *field) beyondAdverbs(s *sentence, k int) int {
	for n := 0; n < 2 && k < s.to && f.items[k].is(tAdv); n++ {
		k++
	}
	return k
}

// clashVerb tells whether item k is a verb for what two sides do.
func (f *field) clashVerb(k, to int) bool {
	if k < 0 || k >= to {
		return false
	}
	switch f.word(k) {
	case "clashed", "clash", "clashes", "clashing", "battled", "fought", "scuffled", "skirmished":
		return true
	}
	return false
}

// isClash tells whether item k names a clash.
func (f *field) isClash(k int) bool {
	return k >= 0 && f.items[k].is(tEv) && f.items[k].w.event == isnad.EventClash
}

// otherSide reads the adversary whom somebody accuses and does not name: "accused the other side of firing rockets".
func (f *field) otherSide(s *sentence, i int) (actorMention, bool) {
	m := actorMention{from: i, to: i + 2, group: true}
	if f.word(i) != "other" && f.word(i) != "opposing" && f.word(i) != "rival" || i+1 >= s.to || f.word(i+1) != "side" || i-2 < s.from || f.word(i-1) != "the" {
		return m, false
	}
	if !f.items[i-2].is(tAccuse) && !(f.word(i-2) == "by" || f.items[i-2].is(tSay)) {
		return m, false
	}
	return m, true
}
