package attribute

import (
	"strings"

	"isnad"
)

// Gunfire harms in words of its own: "two men were shot", "hit in the shoulder",
// "with a gunshot wound", "eight people were shot, three of them fatally". Those
// who were shot are wounded as far as is told.

// shotAt reads people who were shot, hit or stabbed, at t.
func shotAt(f *field, s *sentence, qs []quantity, used []bool, t int) (casualty, bool) {
	c := casualty{outcome: isnad.Injured, at: t, from: t, to: t + 1, passive: true}
	aux := auxBefore(f, s, t)
	if aux < 0 {
		if q, ok := f.shotHim(s, t); ok {
			c.q, c.known, c.passive, c.to = q, true, false, q.to
			return c, true
		}
		return leftShot(f, s, qs, used, c, t)
	}
	if negatedHarm(f, s, t) {
		return c, false // "was not hit"
	}
	if f.word(t) == "shot" && t+1 < s.to && f.word(t+1) == "at" && f.closes(s, t+2) {
		return c, false // "were shot at on Monday": somebody aimed at them
	}
	switch f.word(aux) {
	case "has", "had", "have":
		if f.word(t-1) != "been" {
			return c, false
		}
	}
	for k := t + 1; k < s.to; k++ {
		it := &f.items[k]
		if it.is(tOut) && it.w != nil && it.w.outcome == isnad.Killed {
			who := aux-1 >= s.from && f.word(aux-1) == "who" && f.word(k) == "died" && !f.numbered(t+1, k) // "who was shot at a party died"
			if n := f.beforeVerb(s, k); !who && (f.word(n) != "and" && f.word(n) != "later" && f.word(n) != "," || f.numbered(t+1, k)) {
				break
			}
			c.outcome = isnad.Killed // "was shot twice in his car and died"
			break
		}
		if it.is(tSay|tClause) || it.is(tPunct) && f.word(k) != "," {
			break
		}
	}
	if q, ok := f.bodyHit(s, aux, t); ok {
		c.q, c.outcome = q, isnad.Killed
	} else if q, ok := f.bothWere(s, aux, t); ok {
		c.q = q
		markUsed(qs, used, &q)
	} else if q, ok := f.oneOther(s, aux); ok {
		c.q = q
	} else if q, ok := f.nameLeft(s, aux); ok {
		c.q = q
	} else if q, ok := f.members(s, qs, used, aux); ok && (f.word(t) != "hit" && f.word(t) != "struck" || f.items[aux-1].is(tHead|tSrc) || f.byWork(aux-1)) { // "A carpenter was shot", but a truck is hit
		c.q = q
	} else if c.outcome == isnad.Killed && aux-1 == s.lead && (f.word(aux-1) == "he" || f.word(aux-1) == "she") {
		c.q = quantity{from: aux - 1, to: aux, low: 1, high: 1, qual: isnad.Exact, single: true, head: true, pronoun: true, category: isnad.CategoryAll}
	} else if q, ok := f.toldThatHe(s, qs, aux); ok {
		c.q = q
		markUsed(qs, used, &q)
	} else if q, ok := f.surnameLeft(s, aux); ok {
		c.q = q
	} else if q, ok := heHit(f, s, aux, t); ok {
		c.q, c.plain = q, true
	} else if q, ok := f.nthVictim(s, aux); ok {
		c.q = q
	} else if q, ok := f.theTold(s, aux); ok {
		c.q, c.plain = q, true
	} else if q, ok := f.introduced(s, aux); ok {
		c.q = q
	} else if q, ok := f.subjectWho(s, qs, aux); ok {
		c.q = q
		markUsed(qs, used, &q)
	} else if aux-2 >= s.lead && f.word(aux-1) == "who" && f.yearsOld(aux-2) {
		c.q = quantity{from: aux - 2, to: aux - 1, low: 1, high: 1, qual: isnad.Exact, single: true, head: true, category: isnad.CategoryAll}
	} else if !takeLeft(f, s, qs, used, &c, aux, 8) || !c.q.head {
		if q, ok = f.whoWasShot(s, aux); !ok || c.outcome != isnad.Killed {
			return c, false
		}
		c.q = q
	}
	if f.namesDead(&c.q) || f.bound(s, t) || c.q.low == 1 && f.ofHomicide(s, t) {
		c.outcome = isnad.Killed
	}
	c.known = true
	c.from, c.to = min(c.from, c.q.from), max(c.to, c.q.to)
	if c.outcome == isnad.Injured && c.q.low == 1 && c.q.high == 1 && !c.q.pronoun && f.anotherIn(s, t) {
		c.q.low, c.q.high, c.q.single = c.q.low+1, c.q.high+1, false
	}
	return c, true
}

// maxWho bounds the items of a clause on who somebody is, between him and the verb of what befell him.
const maxWho = 16

// subjectWho reads one who opens a sentence with a clause on what he was doing, before the auxiliary at
// aux: "A woman who was waiting for a bus was stabbed".
func (f *field) subjectWho(s *sentence, qs []quantity, aux int) (quantity, bool) {
	if len(qs) == 0 || f.word(aux) != "was" {
		return quantity{}, false
	}
	q := qs[0]
	if !q.single || !q.head || q.subset || q.from != s.lead && !f.afterTime(s, q.from) || aux-q.to < 3 || aux-q.to > maxWho || f.word(q.to) != "who" {
		return quantity{}, false
	}
	for k := q.to + 1; k < aux; k++ {
		if it := &f.items[k]; it.is(tOut|tRel|tClause) && !it.is(tHead) || it.is(tSay) && !it.is(tHead) || it.is(tPunct) && f.word(k) != "," {
			return quantity{}, false
		}
		if w := f.word(k); w == "and" || w == "when" {
			return quantity{}, false
		}
	}
	return q, true
}

// anotherIn tells whether one more is said to be hit behind the verb at item t, by where he was
// hit alone: "was shot in the leg and another in the hand".
func (f *field) anotherIn(s *sentence, t int) bool {
	if t+1 >= s.to || f.word(t+1) != "in" || !f.limb(s, t+2) {
		return false
	}
	for k := t + 3; k+3 < s.to && k < t+8; k++ {
		if f.word(k) != "and" {
			continue
		}
		n := k + 1
		if f.word(n) == "the" && f.word(n+1) == "other" {
			n++
		} else if f.word(n) != "another" {
			continue
		}
		if f.word(n+1) == "in" {
			return f.limb(s, n+2)
		}
	}
	return false
}

// leftShot reads people who were left shot, without a verb of their own: "ended
// with six people shot".
func leftShot(f *field, s *sentence, qs []quantity, used []bool, c casualty, t int) (casualty, bool) {
	e := t
	if t-2 > s.lead && f.word(t-1) == "and" && (f.word(t-2) == "unresponsive" || f.word(t-2) == "unconscious") {
		e = t - 2 // "found a woman unconscious and shot in the arm"
	}
	for i := range qs {
		if used[i] || qs[i].to != e && !f.agesUpTo(qs[i].to, e) || !qs[i].head || qs[i].subset || qs[i].from <= s.from && !f.inTitle {
			continue
		}
		if f.inTitle && qs[i].single && (t+1 >= s.to || f.items[t+1].is(tLoc|tPrep|tPunct|tAdv|tWeekday|tConj)) { // "Teen shot in Dayton"
			used[i] = true
			c.q, c.known, c.from = qs[i], true, qs[i].from
			return c, true
		}
		switch f.word(max(qs[i].from-1, 0)) {
		case "with", "left", "leaving", "leaves", "saw", "sees", "found", "find", "finding", "discovered", "located":
			used[i] = true
			c.q, c.known, c.from = qs[i], true, qs[i].from
			return c, true
		case "and": // "found a man and a woman shot", "found a man dead and a woman shot"
			b := qs[i].from - 1
			if i > 0 && !used[i-1] && qs[i-1].head && !qs[i-1].subset && qs[i-1].to == b {
				b = qs[i-1].from
			}
			if !f.foundLast(s, b) || t+1 < s.to && f.items[t+1].is(tDet|tNum|tPron|tCap) && !f.items[t+1].is(tWeekday|tLoc) {
				continue // "found a gun, and a man shot a deputy"
			}
			c.q, used[i] = qs[i], true
			if b < qs[i].from-1 {
				c.q, used[i-1] = sum(qs[i-1], qs[i]), true
			}
			c.known, c.from = true, c.q.from
			return c, true
		}
	}
	e = f.beforeAge(s, e) // "found a plumber, 38, shot"
	for k := e - 2; k > s.lead && k > e-4; k-- {
		if w := f.word(k); w != "a" && w != "an" {
			continue
		}
		switch f.word(k - 1) {
		case "found", "discovered", "located":
			if c.q, c.known = f.someNoun(s, k); c.known && c.q.to == e {
				c.from = c.q.from
				return c, true
			}
		}
		break
	}
	c.known = false
	return c, false
}

// foundLast tells whether the last verb before item b says that somebody was found: "found two men dead".
func (f *field) foundLast(s *sentence, b int) bool {
	for k := b - 1; k > s.lead && k > b-8; k-- {
		switch f.word(k) {
		case "found", "discovered", "located":
			return true
		}
		if it := &f.items[k]; it.is(tSay|tAux|tRel|tClause) && !it.is(tHead) {
			return false
		}
	}
	return false
}

// agesUpTo tells whether the items from k up to t tell no more than ages between commas: "two men, 31
// and 24, shot".
func (f *field) agesUpTo(k, t int) bool {
	if t-k < 3 || t-k > 7 || f.word(k) != "," || f.word(t-1) != "," {
		return false
	}
	for n := k + 1; n < t-1; n++ {
		if it := &f.items[n]; !(it.is(tNum) && it.num > 0 && it.num < 110) && f.word(n) != "and" && f.word(n) != "," {
			return false
		}
	}
	return true
}

// fatally reads the part of those shot who died: "three of them fatally", and
// takes it off the wounded.
func fatally(f *field, s *sentence, qs []quantity, used []bool, c *casualty) (casualty, bool) {
	k := c.to
	for ; k < s.to && k < c.to+8 && f.word(k) != "fatally"; k++ {
		if f.word(k) == "to" && k+1 < s.to && f.word(k+1) == "death" && f.ofThoseShot(c.to, k) {
			break // "four of them to death"
		}
		if it := &f.items[k]; it.is(tOut|tEv|tSay) || it.is(tPunct) && f.word(k) != "," {
			return casualty{}, false
		}
	}
	if k >= s.to || k >= c.to+8 {
		return casualty{}, false
	}
	if c, ok := f.noneFatally(s, k); ok {
		return c, true
	}
	dead := casualty{outcome: isnad.Killed, at: k, from: k, to: k + 1, passive: true, known: true}
	found := false
	for i := range qs {
		if !used[i] && qs[i].from >= c.to && qs[i].to <= k {
			used[i], found = true, true
			dead.q = qs[i]
		}
	}
	if !found { // "two fatally": a number without a word for people
		for n := k - 1; n >= c.to; n-- {
			if it := &f.items[n]; it.is(tNum) && it.num > 0 {
				dead.q = quantity{from: n, to: n + 1, low: it.num, high: it.num, qual: isnad.Exact}
				found = true
				break
			}
			if strings.HasPrefix(f.word(n), "one of ") { // "one of them fatally"
				dead.q = quantity{from: n, to: n + 1, low: 1, high: 1, qual: isnad.Exact}
				found = true
				break
			}
		}
	}
	if !found || dead.q.low < 1 || dead.q.low != dead.q.high || c.q.low >= 0 && dead.q.low > c.q.low {
		return casualty{}, false
	}
	dead.q.subset = false
	dead.from = min(dead.from, dead.q.from)
	if c.q.low > 0 {
		c.q.low -= dead.q.low
	}
	if c.q.high > 0 {
		c.q.high -= dead.q.low
	}
	return dead, true
}

// ofThoseShot tells whether some "of them" are told of in the items [a, b): "four of them to death".
func (f *field) ofThoseShot(a, b int) bool {
	for k := a; k < b; k++ {
		if w := f.word(k); w == "of them" || w == "one of them" || w == "of whom" || w == "them" && f.word(k-1) == "of" {
			return true
		}
	}
	return false
}

// sentAt reads whom a deed brought to a hospital, at the verb t: "a stabbing that sent two
// people to the hospital".
func sentAt(f *field, s *sentence, qs []quantity, used []bool, t int) (casualty, bool) {
	c := casualty{outcome: isnad.Injured, at: t, from: t, to: t + 1}
	if t+3 < s.to && f.word(t+1) == "another" && f.word(t+2) == "to" && f.toHospital(s, t+2) {
		c.q = quantity{from: t + 1, to: t + 2, low: 1, high: 1, qual: isnad.Exact, head: true, single: true, another: true, category: isnad.CategoryAll}
		c.known, c.to = true, t+2
		return c, true // "left one man dead and sent another to the hospital"
	}
	for i := range qs {
		q := &qs[i]
		if used[i] || q.subset || q.from != t+1 || q.to >= s.to || f.word(q.to) != "to" {
			continue
		}
		if q.to+1 < s.to && f.word(q.to+1) == "hell" {
			used[i] = true
			c.q, c.known, c.to, c.outcome = *q, true, q.to+2, isnad.Killed
			return c, true // "sent seven of them to hell"
		}
		for k := q.to + 1; k < s.to && k <= q.to+4; k++ {
			if w := f.word(k); strings.HasSuffix(w, "hospital") || strings.HasSuffix(w, "hospitals") {
				used[i] = true
				c.q, c.known, c.to = *q, true, q.to
				return c, true
			}
		}
	}
	return c, false
}

// toHospital tells whether the "to" at item k leads to a hospital.
func (f *field) toHospital(s *sentence, k int) bool {
	for n := k + 1; n < s.to && n <= k+4; n++ {
		if w := f.word(n); strings.HasSuffix(w, "hospital") || strings.HasSuffix(w, "hospitals") {
			return true
		}
	}
	return false
}

// underFire tells whether people who "were hit" at t were hit by shots: the rest
// of the sentence says that fire was opened, or where in the body they were hit.
func (f *field) underFire(s *sentence, t int) bool {
	for k := t + 1; k < s.to && k < t+18; k++ {
		if f.firing(k) && f.word(k) != "fire" && f.word(k) != "firing" && f.word(k) != "rounds" { // "hit by cannon fire"
			return true
		}
		if w := f.word(k); w == "by a bullet" || w == "by bullets" {
			return true
		}
	}
	if t+2 < s.to && (f.word(t+1) == "once" || f.word(t+1) == "twice") {
		t++ // "hit twice in the chest"
	}
	return t+3 <= s.to && f.word(t+1) == "in" && f.limb(s, t+2) && !f.blunt(s, t)
}

// limb tells whether a part of the body is named at item k or behind "the".
func (f *field) limb(s *sentence, k int) bool {
	for n := k; n < s.to && n < k+4; n++ {
		switch f.word(n) {
		case "head", "neck", "chest", "back", "shoulder", "arm", "leg", "hand", "foot", "face", "stomach", "abdomen", "torso", "thigh", "hip", "knee", "ankle", "groin", "buttocks", "jaw", "legs", "arms",
			"throat", "calf", "cheek", "forearm", "forearms", "elbow", "wrist", "shin", "finger", "fingers", "hands", "feet", "toe", "ribs", "rib", "side", "temple", "eye", "mouth", "pelvis", "spine", "forehead", "scalp", "chin", "nose", "ear",
			"shoulders", "knees", "thighs", "ankles", "buttock", "waist", "body", "hips", "belly", "midsection", "collarbone", "thumb", "heel", "shoulder blade", "lung", "skull", "tailbone", "kneecap":
			return true
		case "the", "his", "her", "their", "right", "left", "upper", "lower", "both":
		default:
			return false
		}
	}
	return false
}

// woundAt reads one who has a gunshot wound, at t: "a boy was dropped off at a
// clinic with a gunshot wound to the foot". Whoever is dead has no wound to count.
func woundAt(f *field, s *sentence, qs []quantity, used []bool, t int) (casualty, bool) {
	c := casualty{outcome: isnad.Injured, at: t, from: t, to: t + 1, passive: true}
	with := false
	for k := t - 1; k >= s.from && k >= t-5 && !with; k-- {
		with = f.word(k) == "with"
		if it := &f.items[k]; it.is(tPunct | tAux | tSay) {
			return c, false
		}
	}
	if !with {
		return c, false
	}
	for k := s.from; k < s.to; k++ {
		if it := &f.items[k]; it.is(tOut) && k != t && it.w != nil && it.w.outcome != isnad.Detained || f.word(k) == "body" || f.word(k) == "treated" {
			return c, false
		}
	}
	for i := range qs {
		if qs[i].to <= t && !used[i] && !qs[i].subset && qs[i].head {
			if i+1 < len(qs) && qs[i+1].to <= t && !used[i+1] && qs[i+1].head && f.saysBetween(qs[i].to, qs[i+1].from) {
				continue // "a doctor said two boys were brought in with gunshot wounds"
			}
			c.q, c.known = qs[i], true
			used[i] = true
			c.from = qs[i].from
			for j := i + 1; j < len(qs) && qs[j].to <= t && !used[j] && !qs[j].subset && qs[j].head && f.listed(&qs[j-1], &qs[j]) && f.word(qs[j].from-1) == "and"; j++ {
				used[j] = true // "two men and a girl"
				c.q = sum(c.q, qs[j])
			}
			return c, true
		}
	}
	for k := s.lead + 1; s.from > 0 && k < t && k < s.lead+16; k++ {
		if f.items[k].is(tAux) {
			c.q, c.known = f.theTold(s, k)
			c.from = c.q.from
			return c, c.known
		}
	}
	return c, false
}

// saysBetween tells whether a verb of saying stands among items a to b.
func (f *field) saysBetween(a, b int) bool {
	for k := a; k < b; k++ {
		if f.items[k].is(tSay) {
			return true
		}
	}
	return false
}

// broughtWith tells whether the word at item t is for what people were brought in with, or
// came with, to be treated: "were admitted with burns".
func (f *field) broughtWith(s *sentence, t int) bool {
	switch w := f.word(t); w {
	case "wound", "wounds", "injury", "injuries", "burns", "fractures":
	default:
		if !endsWith(w, "wounds") && !endsWith(w, "injuries") {
			return false
		}
	}
	with := false
	for k := t - 1; k >= s.from && k >= t-14; k-- {
		switch f.word(k) {
		case "with":
			with = true
			continue
		case "brought", "admitted", "arrived", "rushed", "came in", "hospitalised", "hospitalized", "evacuated", "dropped", "carried",
			"transported", "transferred", "airlifted", "flown", "driven", "taken", "conveyed", "showed up", "walked into":
			return with
		}
		if it := &f.items[k]; it.is(tSay|tClause|tRel) || it.is(tPunct) && with && f.word(k) != "," {
			return false
		}
	}
	return false
}

// nobodyHarmed reads "injuring no one", "killing nobody", at the verb t.
func nobodyHarmed(f *field, s *sentence, t int) (casualty, bool) {
	it := &f.items[t]
	if it.w.harm != formGerund && it.w.harm != formPast && it.w.harm != formBase || t+1 >= s.to || it.w.harm == formPast && passiveBefore(f, s, t) {
		return casualty{}, false
	}
	to := t + 2
	switch f.word(t + 1) {
	case "nobody", "none", "no-one":
	case "no":
		if t+2 >= s.to || f.word(t+2) != "one" {
			return casualty{}, false
		}
		to++
	default:
		return casualty{}, false
	}
	return casualty{outcome: it.w.outcome, q: quantity{from: t + 1, to: to, qual: isnad.Exact}, known: true, at: t, from: t, to: to}, true
}

// passiveBefore tells whether the participle at t is passive, so that what follows it is
// no object: "he was wounded no one came".
func passiveBefore(f *field, s *sentence, t int) bool {
	aux := auxBefore(f, s, t)
	if aux < 0 {
		return false
	}
	switch f.word(aux) {
	case "has", "have", "had":
		return aux != t-1
	}
	return true
}
