package attribute

import "isnad"

// Whom a shot hit may be told of by a pronoun alone: "someone in a van shot at him. He was
// hit in the left calf", "one officer fired, striking him", "they shot him four times". He
// counts one where nobody was told of as harmed before.

// himHit reads such a person as the object of the verb at item t.
func himHit(f *field, s *sentence, t int) (casualty, bool) {
	c := casualty{outcome: isnad.Injured, at: t, from: t, to: t + 2, known: true}
	verb, mere := strikesAt(f.word(t))
	if !verb || t+1 >= s.to || passiveBefore(f, s, t) {
		return c, false
	}
	if w := f.word(t + 1); w != "him" && w != "her" {
		return c, false
	}
	fares, told := f.fares(s, t+2)
	ends := t+2 >= s.to || f.items[t+2].is(tPunct|tConj|tSay) || !mere && f.items[t+2].is(tPrep|tLoc|tWeekday|tRelDay)
	if fares == isnad.Killed || !told && !ends || mere && !f.fireBefore(s, t) {
		return c, false
	}
	if !f.hasAntecedent(s, t) || f.diedOfIt(s, t) {
		return c, false
	}
	c.q, c.plain = onePronoun(t+1, t+2), true
	return c, true
}

// diedOfIt tells whether the clause that leads to the one of the verb at item t says already that somebody died:
// "a boy died on Monday after soldiers shot him", "of wounds sustained when soldiers shot him".
func (f *field) diedOfIt(s *sentence, t int) bool {
	link := false
	for k := t - 1; k > s.lead; k-- {
		switch f.word(k) {
		case "after", "when", "since", "from", "because":
			link = true
		case "died", "succumbed", "dies", "perished":
			return link
		case "and", "but", "while", ";":
			return false
		}
	}
	return false
}

// hasAntecedent tells whether a pronoun at item t can mean somebody told of before.
func (f *field) hasAntecedent(s *sentence, t int) bool {
	if s.from > 0 {
		return true
	}
	for k := s.from; k < t; k++ {
		if w := f.word(k); w == "he" || w == "she" || f.items[k].is(tHead) && f.items[k].is(tSingular) {
			return true
		}
	}
	return false
}

// heHit reads such a person as the subject of the participle at item t, with the auxiliary at
// aux.
func heHit(f *field, s *sentence, aux, t int) (quantity, bool) {
	if aux-1 != s.lead || f.word(aux-1) != "he" && f.word(aux-1) != "she" {
		return quantity{}, false
	}
	_, told := f.fares(s, t+1)
	return onePronoun(aux-1, aux), told
}

// theTold reads the one who is taken up by "the" as the subject right before item t: "The victim was
// taken to a hospital with a wound to the leg", "The suspect, a 37-year-old man, was struck".
func (f *field) theTold(s *sentence, t int) (quantity, bool) {
	k := f.openingThe(s, t)
	if k < 0 {
		return quantity{}, false
	}
	n := k + 1
	for n < t && n < k+4 && (f.items[n].is(tMod|tNat) || f.yearsOld(n)) && !f.anybody(n) {
		n++
	}
	if n >= t || !f.anybody(n) && !f.yearsOld(n-1) {
		return quantity{}, false
	}
	if f.anybody(n) {
		n++
	}
	if n < t && (f.word(n) != "," || f.word(t-1) != "," || t-1 == n || t-n > 10) {
		return quantity{}, false
	}
	for ; n < t; n++ {
		if f.items[n].is(tAux | tSay | tOut | tRel) {
			return quantity{}, false
		}
	}
	return onePronoun(k, t), true
}

// openingThe is the item of the "the" that opens a sentence, or what follows an opening phrase in it, and
// leads to something before item t: "Despite the efforts of medics, the victim died"; -1 for none.
func (f *field) openingThe(s *sentence, t int) int {
	k := s.lead
	switch f.word(k) {
	case "but", "and":
		k++
	case "despite", "unfortunately", "sadly", "tragically", "ultimately":
		for k < t && k < s.lead+14 && f.word(k) != "," {
			k++
		}
		k++
	}
	if k+1 >= t || f.word(k) != "the" {
		return -1
	}
	return k
}

// anybody tells the words for one person of whom no more is said than that he was told of.
func (f *field) anybody(k int) bool {
	switch f.word(k) {
	case "victim", "suspect", "subject", "man", "woman", "male", "female", "boy", "girl", "teen", "teenager", "juvenile", "individual", "person", "gunman", "shooter", "officer", "deputy", "trooper", "sergeant", "detective", "agent",
		"adult", "infant", "toddler", "child", "patient":
		return true
	}
	return false
}

// onePronoun is the figure of one who is told of by a pronoun.
func onePronoun(a, b int) quantity {
	return quantity{from: a, to: b, low: 1, high: 1, qual: isnad.Exact, single: true, head: true, pronoun: true, category: isnad.CategoryAll}
}

// maxHim bounds the sentences over which a pronoun means one who was harmed before.
const maxHim = 8

// knownHim tells whether the one whom a candidate tells of by a pronoun as wounded may be among
// those of whom harm was told before.
func (d *doc) knownHim(p *partial) bool {
	if p.injured == nil || !p.injured.q.pronoun {
		return false
	}
	for i := len(d.partials) - 1; i >= 0 && i >= len(d.partials)-maxHim; i-- {
		a := &d.partials[i]
		if (a.title || p.si-a.si <= maxHim) && (a.both != nil || a.killed != nil && !a.killed.none() || a.injured != nil && !a.injured.none()) {
			return true
		}
	}
	return false
}
