package attribute

import (
	"slices"

	"isnad"
)

// Of people who were shot it is told later that one has died: "A man and a woman were
// shot. The woman died at the scene", "Three teens were shot. One, a 16-year-old boy,
// died at a hospital", "Two of them died". Who died is no more among the wounded.

// diedOfThose reads those of whom such a sentence tells, before the word for dying at
// item t and its auxiliary at aux, -1 for none.
func (f *field) diedOfThose(s *sentence, t, aux int) (quantity, bool) {
	switch f.word(t) {
	case "died", "pronounced dead", "declared dead", "pronounced deceased", "declared deceased", "succumbed":
	default:
		return quantity{}, false
	}
	e := t
	if aux >= 0 {
		e = aux
	}
	for e > s.lead+1 && f.items[e-1].is(tAdv|tAux) {
		e--
	}
	q := quantity{from: s.lead, to: e, low: 1, high: 1, qual: isnad.Exact, single: true, head: true, pronoun: true, ofThose: true, category: isnad.CategoryAll}
	if e-2 >= s.lead && f.word(e-2) == "the" && (f.word(e-1) == "pair" || f.word(e-1) == "couple") {
		q.from, q.low, q.high, q.single, q.ofThose = e-2, 2, 2, false, false
		return q, true // "believes the pair died on Friday"
	}
	if n, ok := f.numberOfThem(s, e); ok {
		if n > 1 && t+1 < s.to && f.items[t+1].is(tLoc) && f.someSpot(s, t+2) {
			return q, false // "Nine of the victims died in a raid on Saqba": counted where they fell
		}
		q.low, q.high, q.single = n, n, n == 1
		return q, true
	}
	// "The woman died", "The 16-year-old was pronounced dead", "The man, 34, died"
	k := s.lead
	if e-1 > k+3 && f.word(e-1) == "," {
		for n := e - 2; n > k+1 && n >= e-9; n-- {
			if f.word(n) == "," {
				e = n
				break
			}
		}
	}
	if n := f.openingThe(s, e); n > k {
		k = n
	}
	if e <= k+1 || f.word(k) != "the" || e-k > 4 || f.byWork(e-1) { // "the driver" may be told of first here
		return q, false
	}
	for n := k + 1; n < e-1; n++ {
		if it := &f.items[n]; it.is(tCap | tPunct | tPrep | tLoc | tNum | tOut) {
			return q, false
		}
	}
	last := &f.items[e-1]
	return q, e-1 > k && (last.is(tHead) && last.is(tSingular) && !last.is(tGroup) || f.yearsOld(e-1) || f.word(e-1) == "victim")
}

// numberOfThem reads how many of those told of before a sentence opens with, when only
// who they are stands between and item e: "One", "One, a 16-year-old boy,", "two of the
// victims".
func (f *field) numberOfThem(s *sentence, e int) (int, bool) {
	k := s.lead
	if k+1 < e && (f.word(k) == "but" || f.word(k) == "and") {
		k++
	}
	if k >= e || e-k > 14 {
		return 0, false
	}
	n, of := 0, false
	switch it := &f.items[k]; {
	case f.word(k) == "one of them", f.word(k) == "one of whom":
		n, of = 1, true
	case it.is(tNum) && it.num > 0 && it.num < 100:
		n = it.num
	default:
		return 0, false
	}
	k++
	if k < e && f.word(k) == "of" {
		of = true
		for k++; k < e && (f.items[k].is(tDet|tPron|tHead|tOut|tNum) || f.word(k) == "victims" || f.word(k) == "them"); k++ {
		}
	}
	if k == e {
		return n, of || n == 1
	}
	if f.word(k) != "," || f.word(e-1) != "," || e-1 == k {
		return 0, false
	}
	for k++; k < e-1; k++ {
		if f.items[k].is(tAux | tOut | tSay | tRel | tEv) {
			return 0, false
		}
	}
	return n, true
}

// heldMore tells whether a candidate counts more people as hurt than are dead by q, and none
// as dead, so that these may have died of them.
func (p *partial) heldMore(q *quantity) bool {
	n := q.low
	return q.ofThose && p.killed == nil && p.both == nil && p.injured != nil && p.injured.q.low > n && p.injured.q.low == p.injured.q.high
}

// without returns the casualty with n people less.
func (c *casualty) without(n int) *casualty {
	less := *c
	less.q.low -= n
	if less.q.high >= 0 {
		less.q.high -= n
	}
	less.q.single = less.q.low == 1
	return &less
}

// ofWhomDied takes from the wounded of a sentence those of whom it goes on to say that
// they died: "sent nine people to hospitals, two of whom died", "47 wounded, of whom nine
// died".
func (f *field) ofWhomDied(s *sentence, qs []quantity, used []bool, cs []casualty) []casualty {
	for i := len(cs) - 1; i >= 0; i-- {
		c := &cs[i]
		if c.outcome != isnad.Killed || c.at <= c.q.to+2 || !f.whomBefore(s, c.at) {
			continue
		}
		j := slices.IndexFunc(qs, func(q quantity) bool {
			return q.subset && q.from >= c.q.to && q.to <= c.at && q.to > c.at-5 && q.low > 0
		})
		if j < 0 || used[j] {
			continue
		}
		// "a gunman shot seven people, three of whom died": he did not
		used[j] = true
		c.q, c.from, c.to = qs[j], qs[j].from, c.at+1
		c.q.subset, c.passive, c.known = false, true, true
		if f.lessOf(s, cs, i) {
			cs = slices.Delete(cs, i, i+1)
		}
	}
	return f.lessTheDead(s, qs, used, cs)
}

// lessOf takes the dead that casualty i counts from the wounded told of last before them, of whom they are a part, and
// tells whether it has added them to the dead told of before those.
func (f *field) lessOf(s *sentence, cs []casualty, i int) bool {
	last := -1
	for k := range cs {
		if c := &cs[k]; k != i && c.outcome == isnad.Injured && c.known && c.to <= cs[i].from && (last < 0 || c.to > cs[last].to) {
			last = k
		}
	}
	if last < 0 {
		return false
	}
	c, n := &cs[last], cs[i].q.low
	if n != cs[i].q.high || c.q.low <= n || c.q.low != c.q.high && !(c.q.high < 0 && !c.q.vague && anyOutcome(f.word(c.at))) {
		return false // of "at least 20 wounded" nobody need have died
	}
	*c = *c.without(n)
	return last > 0 && !f.whomBefore(s, cs[last-1].at) && addTo(cs[last-1:last], n)
}

// addTo adds n dead to those that are counted in full among cs: "nine bodies and 20 wounded, of whom two died".
func addTo(cs []casualty, n int) bool {
	for k := range cs {
		if dead := &cs[k]; dead.outcome == isnad.Killed && dead.known && dead.q.low > 0 && dead.q.low == dead.q.high {
			dead.q.low, dead.q.high, dead.q.single = dead.q.low+n, dead.q.high+n, false
			return true
		}
	}
	return false
}

// lessTheDead is ofWhomDied where nobody is said to have died yet.
func (f *field) lessTheDead(s *sentence, qs []quantity, used []bool, cs []casualty) []casualty {
	for i := range cs {
		c := &cs[i]
		if c.outcome != isnad.Injured || !c.known || c.q.low < 2 || c.q.low != c.q.high && !(c.q.high < 0 && !c.q.vague && anyOutcome(f.word(c.at))) {
			continue // of "at least 20 wounded" nobody need have died
		}
		for j := i; j < len(cs); j++ {
			if cs[j].outcome == isnad.Killed && cs[j].known {
				return cs
			}
		}
		for j := range qs {
			q := qs[j]
			if used[j] || !q.subset || q.from < c.to || q.low < 1 || q.low != q.high || q.low >= c.q.low {
				continue
			}
			t := f.laterDied(s, q.to)
			if t < 0 {
				continue
			}
			used[j] = true
			q.subset = false
			*c = *c.without(q.low)
			if addTo(cs[:i], q.low) {
				return cs
			}
			return append(cs, casualty{outcome: isnad.Killed, q: q, known: true, at: t, from: q.from, to: t + 1, passive: true})
		}
	}
	return cs
}

// whomBefore tells whether those who die at item t are some of "whom" others were told of.
func (f *field) whomBefore(s *sentence, t int) bool {
	for k := t - 1; k > s.from && k > t-4; k-- {
		switch f.word(k) {
		case "of whom":
			return true
		case "whom":
			return f.word(k-1) == "of"
		}
		if !f.items[k].is(tAux|tAdv) && f.word(k) != "later" && f.word(k) != "since" {
			return false
		}
	}
	return false
}

// laterDied is the item of the word for dying of those who end before item k, -1 for none:
// "who later died", "have since died".
func (f *field) laterDied(s *sentence, k int) int {
	for n := k; n < s.to && n < k+4; n++ {
		switch w := f.word(n); {
		case w == "dead" || dies(w):
			if f.word(n-1) == "the" {
				return -1 // "five of the dead"
			}
			return n
		case w == "who" || w == "later" || w == "since" || w == "has" || w == "have" || w == "had" || w == "subsequently" || w == "then" || w == "whom":
		case !f.items[n].is(tAux | tAdv):
			return -1
		}
	}
	return -1
}

// dies tells the verbs for dying.
func dies(w string) bool {
	switch w {
	case "died", "succumbed", "attained martyrdom", "embraced martyrdom", "achieved martyrdom", "perished", "lost his life", "lost her life", "bled to death":
		return true
	}
	return false
}
