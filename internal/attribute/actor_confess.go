package attribute

import "strings"

// A person who is told to have shot or killed somebody in ways that stand apart from
// the verb: who tells the police that he did, whom a witness saw do it, who exchanged
// fire with others.

// confesses tells whether from item e on somebody tells those who ask that he did
// it: "told officers that he had shot his neighbour", "admitted that she killed".
func (f *field) confesses(s *sentence, e int) bool {
	called := false
	for k := e; k < s.to && k < e+12; k++ {
		switch f.word(k) {
		case "told", "telling", "tells":
			if k+1 < s.to && (f.lawful(k+1, min(k+4, s.to)) || f.word(k+1) == "dispatchers" || f.word(k+1) == "relatives") {
				return f.himself(s, k+2)
			}
			return false
		case "admitted", "confessed", "admits", "admitting":
			if k+2 < s.to && f.word(k+1) == "to" && f.lawful(k+2, min(k+4, s.to)) {
				return f.himself(s, k+3) // "admitted to detectives that she had stabbed him"
			}
			return f.himself(s, k+1)
		case "saying", "said":
			return called && f.himself(s, k+1) // "called 911 and said he shot her"
		case "called", "calling", "dialed":
			called = true
		}
		if it := &f.items[k]; it.is(tRel|tClause|tSay) || f.word(k) == "." {
			return false
		}
	}
	return false
}

// himself tells whether "he had shot" or "to shooting" stands a few items after k.
func (f *field) himself(s *sentence, k int) bool {
	for j := k; j < s.to && j < k+4; j++ {
		switch f.word(j) {
		case "he", "she":
			return f.killing(s, j+1) || f.inSelfDefense(s, j+1)
		case "shooting", "killing", "stabbing", "firing":
			return true
		}
	}
	return false
}

// inSelfDefense tells whether "acted in self-defense", "pulled the trigger" or the gun that "went off" in his
// hands stands a few items from k on.
func (f *field) inSelfDefense(s *sentence, k int) bool {
	for n := k; n+1 < s.to && n < k+4; n++ {
		switch f.word(n) {
		case "acted", "acting":
			return f.word(n+1) == "in" && n+2 < s.to && strings.HasPrefix(f.word(n+2), "self")
		case "pulled":
			return n+2 < s.to && f.word(n+2) == "trigger"
		case "was", "had":
			if w := f.word(n + 1); w == "defending" || w == "protecting" {
				return true
			}
		}
	}
	return false
}

// ownsUp tells whether the "he" or "she" who is confessed to have done it can be the one who confesses:
// "his wife told deputies she fired", and not "his wife told deputies he fired".
func (f *field) ownsUp(s *sentence, m *actorMention) bool {
	sex := sexOf(f.word(m.to - 1))
	for k := m.to; k < s.to && k < m.to+20; k++ {
		switch f.word(k) {
		case "he":
			return sex == 'm' || sex == 'e' || sex == 0 && f.items[m.to-1].is(tCap)
		case "she":
			return sex == 'f' || sex == 'e' || sex == 0 && f.items[m.to-1].is(tCap)
		}
	}
	return true
}

// seen tells whether a witness saw whoever stands before item e fire or kill: "saw him
// step out of a car and fire at a man", "saw Doe shooting".
func (f *field) seen(s *sentence, i, e int) bool {
	if i <= s.from {
		return false
	}
	switch f.word(i - 1) {
	case "saw", "watched", "seen", "see":
	default:
		return false
	}
	for k := e; k < s.to && k < e+14; k++ {
		switch f.word(k) {
		case "fire", "shoot", "open fire", "stab", "shooting", "firing", "opening fire", "stabbing", "kill":
			return k == e || f.word(k-1) == "and" || f.word(k-1) == "then" || f.word(k-1) == ","
		}
		if it := &f.items[k]; it.is(tRel|tSay|tClause|tAux) || f.word(k) == "." {
			return false
		}
	}
	return false
}

// exchangedFire tells whether the "with" at item k leads to the other side of an
// exchange of fire: "after exchanging gunfire with troopers".
func (f *field) exchangedFire(s *sentence, k int) bool {
	for j := k - 1; j >= s.from && j > k-4; j-- {
		switch f.word(j) {
		case "exchanged", "exchanging", "exchange", "traded", "trading", "exchanges":
			return true
		case "fire", "gunfire", "shots", "of":
		default:
			return false
		}
	}
	return false
}

// beforeMods is the item before the words that describe the one at item i: "with state
// troopers", "with the two men".
func (f *field) beforeMods(s *sentence, i int) int {
	k := i - 1
	for k > s.from && k > i-4 && (f.items[k].is(tDet|tNum|tMod|tNat) || f.items[k].is(tCap) && !f.items[k].is(tPunct)) {
		k--
	}
	return k
}

// handOf tells whether the noun at item i is by whose hand somebody was shot or stabbed:
// people do that, whatever word they are named by.
func (f *field) handOf(s *sentence, i int) bool {
	if i < s.from+3 || !f.items[i-1].is(tDet) || f.word(i-2) != "by" || !f.closes(s, i+1) {
		return false
	}
	for j := i - 3; j >= s.from && j > i-8; j-- {
		switch f.word(j) {
		case "shot and killed", "shot dead", "fatally shot", "stabbed to death", "beaten to death", "shot", "stabbed", "murdered", "strangled", "kidnapped", "abducted", "down", "robbed", "beaten":
			return true
		}
		if it := &f.items[j]; it.is(tPunct | tClause | tRel | tSay) {
			return false
		}
	}
	return false
}
