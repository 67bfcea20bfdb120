package attribute

import "isnad"

// A deed claims those whom it kills: "Bomb Claims 6 Martyrs", "nine lives were claimed by the blast",
// "four martyrs and 11 hurt were claimed by the raid". Nobody speaks there.

// claimsLives tells whether the verb at item k says of a deed how many lives it took.
func (f *field) claimsLives(s *sentence, k int) bool {
	switch f.word(k) {
	case "claims", "claimed", "claiming", "claim":
	default:
		return false
	}
	if k+2 >= s.to || !f.items[k+1].is(tNum|tVague|tQual|tDet) {
		return false
	}
	for n := k + 2; n < s.to && n < k+8; n++ {
		it := &f.items[n]
		switch f.word(n) {
		case "martyrs", "martyr", "lives", "life":
			return !(n+1 < s.to && f.items[n+1].is(tAux)) // "claimed 22 martyrs were buried"
		}
		if it.is(tPunct | tAux | tSay | tPrep | tLoc | tRel | tEv) {
			return false
		}
	}
	return false
}

// claimedBefore reads the lives that a deed is said in the passive to have claimed, at the verb t.
func claimedBefore(f *field, s *sentence, qs []quantity, used []bool, t int) (casualty, bool) {
	c := casualty{outcome: isnad.Killed, known: true, passive: true, at: t, from: t, to: t + 1}
	aux := auxBefore(f, s, t)
	if f.word(t) != "claimed" || aux < 0 || had(f.word(aux)) && f.word(t-1) != "been" {
		return c, false
	}
	for i := len(qs) - 1; i >= 0; i-- {
		q := &qs[i]
		if q.to > aux || used[i] || q.subset {
			continue
		}
		if aux-q.to > 5 {
			break
		}
		taken := f.word(q.to-1) == "martyrs"
		for k := q.to; k < aux; k++ {
			it := &f.items[k]
			w := f.word(k)
			if w == "martyrs" || w == "lives" {
				taken = true
			} else if w != "and" && w != "," && !it.is(tNum|tVague|tQual|tOut|tNat|tMod) {
				return c, false
			}
		}
		if !taken {
			continue
		}
		used[i] = true
		c.q, c.from, c.q.head = *q, q.from, true
		return c, true
	}
	return c, false
}
