package attribute

import "isnad"

// Whom a gun or a knife hit is told of as the object of the verb, and how he fares behind
// him: "shot the owner in the leg", "shot a clerk dead", "stabbed her flatmate twice",
// "fired into a crowd, hitting two women".

// strikesAt tells whether the word at item t is a verb for what a gun or a knife does to
// people, and whether it is one of striking only, which needs a shot beside it.
func strikesAt(w string) (verb, mere bool) {
	switch w {
	case "shot", "shoots", "shooting", "stabbed", "stabs", "stabbing", "slashed", "slashes", "slashing", "knifed":
		return true, false
	case "hit", "hits", "hitting", "struck", "strikes", "striking", "grazed", "grazing":
		return true, true
	}
	return false, false
}

// shotWhom reads those whom the verb at t hit, where it is active.
func shotWhom(f *field, s *sentence, qs []quantity, used []bool, t int) (casualty, bool) {
	c := casualty{outcome: isnad.Injured, at: t, from: t, to: t + 1}
	verb, mere := strikesAt(f.word(t))
	if !verb || t+1 >= s.to || passiveBefore(f, s, t) || t > s.from && f.items[t-1].is(tDet|tNum) && !f.theOther(s, t+1) {
		return c, false
	}
	if w := f.word(t + 1); !mere && (w == "himself" || w == "herself") && t+3 < s.to && (f.word(t+2) == "in" || f.word(t+2) == "through") && f.limb(s, t+3) && !f.deadly(s, t+3) {
		c.q, c.known, c.to = onePronoun(t+1, t+2), true, t+2
		c.q.pronoun = false
		return c, true // "a boy shot himself in the hand"
	}
	q, i, ok := f.objectOf(s, qs, used, t+1, !mere)
	if !ok {
		return shotDead(f, s, qs, used, c, t)
	}
	fares, told := f.fares(s, q.to)
	if !told && !mere && (i >= 0 || f.items[q.to-1].is(tCap)) {
		if fares, told = f.shotPlainly(s, &q, t); told {
			c.plain = fares == isnad.Injured
		}
	}
	if !told && !(mere && f.fireBefore(s, t)) {
		return c, false
	}
	if mere && fares == isnad.Killed && !f.fireBefore(s, t) {
		return c, false
	}
	dies, taken := f.fatalBehind(s, q.to)
	if taken && fares == isnad.Injured && q.low == 1 && q.high == 1 {
		return c, false // he is counted there
	}
	if i >= 0 {
		takeRight(f, s, qs, used, &c, t+1)
	} else {
		c.q = q
	}
	if dies && fares == isnad.Injured && c.q.low == 1 && c.q.high == 1 {
		fares = isnad.Killed
	}
	if f.namesDead(&c.q) || !mere && fares == isnad.Injured && f.thenHimself(s, c.q.to) && f.tellsOfSuicide() {
		fares = isnad.Killed
	}
	c.outcome, c.known, c.to = fares, true, max(c.to, c.q.to)
	f.courtFares(s, &c, t)
	return c, true
}

// fatalBehind tells whether the sentence says behind item k that the one who was shot died of it,
// "shot a farmer three times, causing his death", or takes him up as killed, "killing him".
func (f *field) fatalBehind(s *sentence, k int) (dies, taken bool) {
	for ; k+2 < s.to; k++ {
		switch f.word(k) {
		case "killing":
			if w := f.word(k + 1); w == "him" || w == "her" {
				return false, f.closes(s, k+2) || f.word(k+2) == "instantly" || f.word(k+2) == "immediately"
			}
		case "causing", "caused":
			if whose(f.word(k+1)) || f.word(k+1) == "the" {
				for n := k + 2; n < s.to && n < k+4; n++ {
					if f.word(n) == "death" {
						return true, false
					}
				}
			}
		}
		if f.items[k].is(tSay | tOut) {
			return false, false
		}
	}
	return false, false
}

// shotDead reads those of some told of before whom the verb at item t shot dead: "ambushed traders and
// shot 11 of them dead".
func shotDead(f *field, s *sentence, qs []quantity, used []bool, c casualty, t int) (casualty, bool) {
	if f.word(t) != "shot" {
		return c, false
	}
	for i := range qs {
		q := &qs[i]
		if used[i] || q.from != t+1 || q.low < 1 {
			continue
		}
		for k := q.to; k < s.to && k < q.to+4; k++ {
			if f.word(k) == "dead" {
				used[i] = true
				c.q, c.outcome, c.known, c.to = *q, isnad.Killed, true, k+1
				c.q.subset = false
				return c, true
			}
			if f.items[k].is(tPunct | tAux | tOut) {
				break
			}
		}
	}
	return c, false
}

// objectOf reads the people who are the object right behind a verb, at item k, and their
// index among the figures, -1 for one who is told of by a noun that stands for one person.
// What is only struck may be a thing: there not any noun will do.
func (f *field) objectOf(s *sentence, qs []quantity, used []bool, k int, anyNoun bool) (quantity, int, bool) {
	for i := range qs {
		if qs[i].from < k || used[i] || qs[i].subset {
			continue
		}
		if qs[i].from <= k+1 && qs[i].head && (qs[i].from == k || f.items[k].is(tDet)) {
			return qs[i], i, true
		}
		break
	}
	if _, told := f.fares(s, k+2); told && f.theOther(s, k) {
		return quantity{from: k, to: k + 2, low: 1, high: 1, qual: isnad.Exact, head: true, single: true, category: isnad.CategoryAll}, -1, true // "one shot the other in the leg"
	}
	if k+1 < s.to && f.word(k+1) == "dead" && f.namePart(k) {
		return quantity{from: k, to: k + 1, low: 1, high: 1, qual: isnad.Exact, head: true, single: true, category: isnad.CategoryAll}, -1, true // "shot Example dead"
	}
	if q, ok := f.someone(s, k); ok {
		if _, told := f.fares(s, q.to); told || anyNoun || f.items[q.to-1].is(tCap) || f.word(q.to-1) == "subject" || f.word(q.to-1) == "suspect" {
			return q, -1, true
		}
	}
	if k+1 >= s.to || f.word(k) != "the" && !whose(f.word(k)) && f.word(k) != "a" && f.word(k) != "an" {
		return quantity{}, -1, false
	}
	n := k + 1
	for n < s.to && n < k+4 && !f.items[n].is(tPunct|tPrep|tLoc|tNum|tConj|tAux) && f.items[n].is(tMod|tNat|tHead|tSrc) {
		n++
	}
	if n > k+1 && f.items[n-1].is(tHead) && f.items[n-1].is(tSingular) {
		return quantity{from: k, to: n, low: 1, high: 1, qual: isnad.Exact, head: true, single: true, category: isnad.CategoryAll}, -1, true
	}
	if n < s.to && f.items[n].w == nil && !f.items[n].is(tCap|tPunct|tNum) && f.byWork(n) {
		return quantity{from: k, to: n + 1, low: 1, high: 1, qual: isnad.Exact, head: true, single: true, category: isnad.CategoryAll}, -1, true
	}
	return quantity{}, -1, false
}

// fares tells how those fare who were hit, by what follows them at item k: "dead", "in the
// leg", "twice", "four times", "through the hand".
func (f *field) fares(s *sentence, k int) (isnad.Outcome, bool) {
	if k < s.to && f.items[k].is(tQual) {
		k++ // "at least once"
	}
	if k >= s.to {
		return isnad.Injured, false
	}
	switch w := f.word(k); w {
	case "dead":
		return isnad.Killed, true
	case "once", "twice", "repeatedly", "thrice", "nonfatally":
		return isnad.Injured, true
	case "in", "through", "across", "on":
		return isnad.Injured, f.limb(s, k+1)
	default:
		if f.items[k].is(tNum|tVague) && k+1 < s.to && f.word(k+1) == "times" {
			return isnad.Injured, true
		}
	}
	return isnad.Injured, false
}

// fireBefore tells whether shots are told of in the sentence before item t.
func (f *field) fireBefore(s *sentence, t int) bool {
	for k := t - 1; k >= s.from && k > t-30; k-- {
		if f.firing(k) {
			return true
		}
	}
	return false
}

// firing tells the words for shots.
func (f *field) firing(k int) bool {
	if it := &f.items[k]; it.is(tEv) && it.w.event == isnad.EventShooting && it.w.evForm != formNoun && f.word(k) != "shot" {
		return true
	}
	switch f.word(k) {
	case "fired", "fire", "firing", "opened fire", "opened fire on", "opening fire", "opens fire", "open fire", "gunfire", "shots", "gunshots", "bullet", "bullets", "shooting", "shot up", "fired at", "fired on", "shots were fired",
		"gunfire erupted", "gunfire broke out", "gunfire rang out", "shots rang out", "gunshots rang out", "shot at", "stray bullet", "stray bullets", "rounds":
		return true
	}
	return false
}

// firedBefore tells whether the sentence before s, the one of number si, tells of shots, so
// that whoever is hit in s is hit by them.
func (f *field) firedBefore(si int, s *sentence) bool {
	if si < 1 || si >= len(f.sents) || f.sents[si].from != s.from {
		return false
	}
	return f.firingIn(f.sents[si-1].from, f.sents[si-1].to)
}

// deadly tells whether the part of the body named at item k or behind it is one that few live
// who shoot themselves there.
func (f *field) deadly(s *sentence, k int) bool {
	for n := k; n < s.to && n < k+4; n++ {
		switch f.word(n) {
		case "head", "chest", "face", "temple", "mouth", "neck", "forehead", "throat", "heart", "chin":
			return true
		}
	}
	return false
}

// theOther tells whether "the other" stands at item k.
func (f *field) theOther(s *sentence, k int) bool {
	return k+2 < s.to && f.word(k) == "the" && f.word(k+1) == "other"
}
