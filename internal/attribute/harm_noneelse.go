package attribute

import "isnad"

// That nobody died of those who were shot, that nobody else was hit, and that the one who
// did it died as well: what a report of gunfire says of the rest.

// noneFatally tells whether the "fatally" at item k says that none of those shot died:
// "four people were shot, none fatally", "none of them fatally".
func (f *field) noneFatally(s *sentence, k int) (casualty, bool) {
	for n := k - 1; n >= s.from && n >= k-4; n-- {
		switch f.word(n) {
		case "none", "neither", "nobody":
		case "not":
			if n != k-1 {
				return casualty{}, false
			}
		default:
			if f.items[n].is(tPunct | tNum) {
				return casualty{}, false
			}
			continue
		}
		return casualty{outcome: isnad.Killed, q: quantity{from: n, to: n + 1, qual: isnad.Exact}, known: true, at: k, from: n, to: k + 1, passive: true}, true
	}
	return casualty{}, false
}

// nobodyHit tells whether item k says what happened to nobody, "hit" or "shot", where item
// t is the word for that: "Nobody else was hit", "no one was struck".
func (f *field) nobodyHit(s *sentence, t, k int) bool {
	switch f.word(k) {
	case "hit", "struck", "shot", "grazed":
	default:
		return false
	}
	switch f.word(t) {
	case "nobody", "none":
	case "no":
		if f.word(t+1) != "one" {
			return false
		}
	default:
		return false
	}
	return f.items[k-1].is(tAux) && (k+1 >= s.to || f.items[k+1].is(tPunct|tLoc|tPrep|tConj|tSay))
}

// nobodyBesides lets a claim that counts dead only know that nobody else was hurt, where b
// says so.
func nobodyBesides(a, b *partial) {
	if a.injured == nil && a.killed != nil && a.killed.q.low > 0 {
		a.injured = b.injured
	}
}

// himselfKilled tells whether the "himself" at item k says that the one who did it was killed
// as well: "and was himself killed", "before being shot dead himself". It returns the
// item of the word of harm.
func (f *field) himselfKilled(s *sentence, k int) (int, bool) {
	if k > s.from && f.items[k-1].is(tAux) && k+1 < s.to && f.dies(k+1) {
		return k + 1, true
	}
	if k-2 > s.from && f.dies(k-1) && f.items[k-2].is(tAux) {
		return k - 1, true
	}
	return 0, false
}

// dies tells the participles for somebody who was killed.
func (f *field) dies(k int) bool {
	switch f.word(k) {
	case "killed", "shot dead", "slain", "shot and killed", "fatally shot", "gunned down", "dead":
		return true
	}
	return false
}
