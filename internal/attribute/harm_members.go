package attribute

import (
	"strings"

	"isnad"
)

// Those who were harmed may be told of one by one, each by what he is: "the paramedic and
// the driver were injured", "a sapper of the border guard was killed", "two clerks, a
// beekeeper and his son died". Every article counts one.

// maxMembers bounds the items before the verb that such a list may take.
const maxMembers = 36

// members counts those listed right before item t, where at least one of them is no figure.
// They are all of the clause.
func (f *field) members(s *sentence, qs []quantity, used []bool, t int) (quantity, bool) {
	many := t < s.to && (plural(f.word(t)) || f.word(t) == "both")
	one := t < s.to && (f.word(t) == "was" || f.word(t) == "is")
	if t <= s.lead+1 || f.items[t-1].is(tPunct) && f.word(t-1) != "," {
		return quantity{}, false
	}
	for b := t - 2; b >= s.lead && b > t-maxMembers; b-- {
		if it := &f.items[b]; it.is(tSay|tOut|tRel|tClause|tAux|tModal) && !it.is(tCap|tHead|tDet) && f.word(b) != "and" || it.is(tPunct) && f.word(b) != "," {
			break
		}
		if !f.opensMembers(s, b) {
			continue
		}
		q, listed, ok := f.membersFrom(s, qs, b, t)
		if !ok {
			continue
		}
		if q.low == 1 && (many || listed) || q.low > 1 && one {
			continue
		}
		for i := range qs {
			used[i] = used[i] || qs[i].from >= b && qs[i].to <= t
		}
		return q, true
	}
	return quantity{}, false
}

// opensMembers tells whether a list of people may begin at item b: with a clause.
func (f *field) opensMembers(s *sentence, b int) bool {
	it := &f.items[b]
	if !it.is(tNum|tQual|tVague) && !article(f.word(b)) {
		return false
	}
	if b == s.lead {
		return true
	}
	prev := &f.items[b-1]
	return prev.is(tSay|tClause|tRel) && !prev.is(tCap) || prev.is(tPunct) && f.word(b-1) != "," || f.word(b-1) == "that"
}

// article tells the words that one person is told of with.
func article(w string) bool {
	return w == "a" || w == "an" || w == "the" || w == "another" || whose(w)
}

// membersFrom reads the list in the items [b, t); listed tells that it has more than one.
func (f *field) membersFrom(s *sentence, qs []quantity, b, t int) (q quantity, listed, ok bool) {
	q = quantity{from: b, to: t, qual: isnad.Exact, head: true}
	byWork, n, comma := false, 0, false
	for k := b; k < t; {
		e, count, own := f.member(qs, k, t)
		if openAt(qs, k) {
			q.qual = isnad.AtLeast
		}
		if e <= k || n > 8 {
			return q, false, false
		}
		n++
		if n == 2 && comma && count == 1 && q.low == 1 && (e == t || e == t-1 && f.word(e) == ",") {
			q.high, q.single = 1, true
			return q, false, byWork // "the victim, Adel Example, 20, died": no two without an "and"
		}
		byWork = byWork || own
		q.low += count
		if x := f.beyondIncluded(e, t); x > e {
			e, byWork = x, true
		}
		if k = f.beyondOf(e, t); k == t {
			q.high, q.single = q.low, q.low == 1
			if q.qual == isnad.AtLeast {
				q.high = -1 // "the mayor and at least three officials"
			}
			return q, n > 1, byWork
		}
		if k == t-1 && f.word(k) == "," { // "..., were killed"
			return q, false, false
		}
		comma = f.word(k) == "," && f.word(k+1) != "and"
		switch {
		case f.word(k) == "," && f.word(k+1) == "and":
			k += 2
		case f.word(k) == "," || f.word(k) == "and":
			k++
		default:
			return q, false, false
		}
	}
	return q, false, false
}

// beyondIncluded is the comma before the last of a list behind an aside that opens at item e: "three
// men, including a district commander of the group, and a soldier"; else e.
func (f *field) beyondIncluded(e, t int) int {
	if e+3 >= t || f.word(e) != "," || !f.items[e+1].is(tIncl) {
		return e
	}
	for k := e + 2; k+1 < t && k < e+14; k++ {
		if f.word(k) == "," {
			if f.word(k+1) == "and" {
				return k
			}
			return e
		}
		if f.items[k].is(tPunct | tOut | tAux | tSay) {
			return e
		}
	}
	return e
}

// member reads one of the list at item k: where it ends, how many it counts, and whether an
// article counts it and not a number.
func (f *field) member(qs []quantity, k, t int) (end, count int, own bool) {
	for i := range qs {
		if qs[i].from == k && qs[i].to <= t {
			if !qs[i].head || qs[i].subset || qs[i].low != qs[i].high && !openAt(qs[i:], k) || qs[i].vague || qs[i].low < 1 {
				return k, 0, false
			}
			return qs[i].to, qs[i].low, false
		}
	}
	if !article(f.word(k)) {
		return k, 0, false
	}
	n := k + 1
	for ; n < t && n <= k+5; n++ {
		it := &f.items[n]
		if it.is(tNum|tPunct|tWeapon|tEv|tOut|tVague|tAux|tPrep|tConj|tDet) || it.w != nil && !it.is(tMod|tWeakMod|tHead|tNat|tSrc|tPlaceAdj|tTown|tArea|tPart|tThing|tCap) {
			break
		}
	}
	if n == k+1 || f.items[n-1].is(tOrdinal) {
		return k, 0, false
	}
	last := &f.items[n-1]
	w := f.word(n - 1)
	switch w {
	case "second", "third", "fourth", "fifth", "sixth", "other", "latter", "former", "first", "last", "rest", "attacker", "assailant", "bomber", "gunman", "shooter", "suspect":
		return k, 0, false
	}
	if last.is(tCap|tGroup|tUnit|tThing|tPlaceHead) || strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") || several(w) || beast(w) || last.is(tHead) && !last.is(tSingular) || last.w != nil && !last.is(tHead|tSrc) ||
		strings.HasSuffix(w, "ing") || last.is(tForce|tArmed) && !last.is(tSingular) {
		return k, 0, false
	}
	return n, 1, true
}

// openAt tells whether the figure that begins at item k is a least number.
func openAt(qs []quantity, k int) bool {
	for i := range qs {
		if q := &qs[i]; q.from == k {
			return q.high < 0 && q.low > 0 && !q.vague && (q.qual == isnad.AtLeast || q.qual == isnad.MoreThan)
		}
	}
	return false
}

// beyondOf passes over what says of whom or from where the one before item k is: "of the
// border guard".
func (f *field) beyondOf(k, t int) int {
	for range 2 {
		if k+1 >= t {
			return k
		}
		switch f.word(k) {
		case "of", "from", "at", "with", "in":
		default:
			return k
		}
		n := k + 1
		for ; n < t && n < k+8; n++ {
			it := &f.items[n]
			if it.is(tPunct|tOut|tAux|tSay|tConj|tNum) && !it.is(tCap) || it.is(tPrep) || f.word(n) == "and" {
				break
			}
		}
		if n == k+1 {
			return k
		}
		k = n
	}
	return k
}

// beast tells the words for animals, which are not counted.
func beast(w string) bool {
	switch w {
	case "cow", "bull", "ox", "calf", "sheep", "goat", "ram", "lamb", "horse", "mule", "donkey", "camel", "dog", "cat", "pig", "buffalo", "elephant", "bird", "chicken", "livestock", "cattle", "herd", "flock":
		return true
	}
	return false
}

// namedAside reads one person by name whom an aside explains, right before item t: "Dr Huda
// Example, a dentist and one of the founders of the clinic, was shot dead".
func (f *field) namedAside(s *sentence, t int) (quantity, bool) {
	if t-4 <= s.lead || f.word(t-1) != "," || plural(f.word(t)) {
		return quantity{}, false
	}
	k := s.lead
	for k < t && f.items[k].is(tCap) && (f.items[k].is(tHead|tSrc) || abbreviation(f.word(k))) || k > s.lead && f.word(k) == "." {
		k++ // "Dr.", "Sheikh"
	}
	e := k
	for e < t && f.namePart(e) {
		e++
	}
	if e < k+2 || f.word(e) != "," {
		return quantity{}, false
	}
	for n := e + 1; n < t-1; n++ {
		if it := &f.items[n]; n+2 < t && f.word(n) == "said" && f.word(n+1) == "to" {
			n += 2 // "said to have led the cell", "said to be a sapper"
		} else if it.is(tSay|tAux|tOut|tClause) && !it.is(tHead|tCap|tConj) || it.is(tEv) && it.w.evForm >= formBase && it.w.evForm <= formPast {
			return quantity{}, false
		}
	}
	return quantity{from: s.lead, to: t, low: 1, high: 1, qual: isnad.Exact, head: true, single: true}, true
}

// oneFate tells the nouns for what befell one.
func oneFate(w string) bool {
	switch w {
	case "death", "killing", "murder", "assassination", "execution", "martyrdom", "beheading", "injury", "wounding", "injuring":
		return true
	}
	return false
}

// remembered tells whether the death at item t is one of old that people remember: "the anniversary of the
// death", "in memory of the killing".
func (f *field) remembered(s *sentence, t int) bool {
	for k := t - 1; k >= s.from && k > t-5; k-- {
		switch f.word(k) {
		case "anniversary", "memory", "commemoration", "remembrance":
			return f.word(k+1) == "of"
		case "of", "the", "a", "his", "her", "their":
		default:
			return false
		}
	}
	return false
}

// tried tells whether somebody stands before a judge for what is told at item t.
func (f *field) tried(s *sentence, t int) bool {
	for k := s.from; k < t; k++ {
		switch f.word(k) {
		case "charged", "charges", "charge", "accused", "convicted", "sentenced", "indicted", "pleaded", "trial", "jury", "acquitted", "guilty", "arraigned", "prosecutors", "prosecuted":
			return true
		}
	}
	return false
}
