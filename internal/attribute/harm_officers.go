package attribute

import "isnad"

// Whom officers shot who had drawn on them: "The man fired at deputies, who returned fire, killing him",
// "Officers fired back and the suspect was killed". He counts one, though no word counts him.

// officersShot reads him at the word of harm at item t, which ends before item end; passive tells whether
// he stands before it.
func (f *field) officersShot(s *sentence, t, end int) (q quantity, passive, ok bool) {
	q = quantity{from: t, to: end, low: 1, high: 1, qual: isnad.Exact, head: true, single: true, another: true, category: isnad.CategoryAll}
	if end < s.to && (f.word(end) == "him" || f.word(end) == "her") {
		if end+1 < s.to && !f.items[end+1].is(tPunct|tPrep|tLoc|tWeekday|tRelDay|tConj|tAdv) {
			return q, false, false
		}
		fires := f.firesBack(s, s.lead, t)
		for k := s.lead; k < fires; k++ {
			if f.oneArmed(s, k) {
				q.from, q.to = end, end+1
				return q, false, true
			}
		}
		return q, false, false
	}
	k := t - 1
	for k > s.lead && f.items[k].is(tAux|tAdv) {
		k--
	}
	if k <= s.lead || f.word(k-1) != "the" || !suspected(f.word(k)) || f.items[k].is(tCap) || f.firesBack(s, s.lead, k-1) < 0 && !(end < s.to && f.word(end) == "by" && f.lawful(end+1, min(end+4, s.to))) || f.harmBefore(s, t) {
		return q, false, false
	}
	q.from, q.to = k-1, k+1
	return q, true, true
}

// firesBack returns the item in [a, b) at which officers fire or act, -1 where none do.
func (f *field) firesBack(s *sentence, a, b int) int {
	for k := a; k < b; k++ {
		switch f.word(k) {
		case "returned fire", "fired back", "returned gunfire", "shot back", "returning fire", "exchanged gunfire", "exchange of gunfire", "exchanged fire":
			return k
		case "returned", "shot", "fired":
			if k+1 < b && (f.word(k+1) == "fire" || f.word(k+1) == "back" || f.word(k+1) == "gunfire") {
				return k
			}
		case "who":
			if f.lawful(max(a, k-2), k) {
				return k // "at deputies, who"
			}
		}
	}
	return -1
}

// oneArmed tells whether one person begins at item k who is pointed at or told of for the first time: "the
// man", "a driver".
func (f *field) oneArmed(s *sentence, k int) bool {
	if w := f.word(k); w != "the" && w != "a" && w != "an" {
		return false
	}
	for n := k + 1; n < s.to && n < k+4; n++ {
		if it := &f.items[n]; it.is(tHead) && it.is(tSingular) && !f.lawful(n, n+1) || suspected(f.word(n)) {
			return true
		} else if !it.is(tMod|tNat|tUnit|tNum|tAdv) || it.is(tPunct) {
			return false
		}
	}
	return false
}

// suspected tells the words for one at whom officers fire.
func suspected(w string) bool {
	switch w {
	case "suspect", "gunman", "man", "shooter", "attacker", "assailant", "driver", "woman", "subject", "armed man", "teen", "teenager", "motorist", "intruder", "robber", "fugitive":
		return true
	}
	return false
}
