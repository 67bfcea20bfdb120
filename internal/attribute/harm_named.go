package attribute

import (
	"strings"

	"isnad"
)

// Reports of towns and monitors name those who were harmed: "Terrence Example was
// killed", "Keith Example, 33, died", "shot bartender Sheila Example to death". A
// name counts one.

// nameLeft reads the name that ends right before item t, with an age between.
func (f *field) nameLeft(s *sentence, t int) (quantity, bool) {
	if q, ok := f.whenHe(s, t); ok {
		return q, true
	}
	if t-2 > s.lead && f.word(t-1) == "who" && f.word(t-2) == "," { // "for Omar Example, who was killed"
		if a := f.nameOfWhom(s, t); a >= 0 {
			return quantity{from: a, to: t, low: 1, high: 1, qual: isnad.Exact, head: true, single: true}, true
		}
	}
	e := f.beforeAge(s, t)
	if e == t && t-1 > s.lead && f.word(t-1) == "," { // "an activist, Omar Example, was killed"
		if a := f.nameStart(s, t-1); a > s.lead && f.word(a-1) == "," {
			e = t - 1
		}
	}
	a := f.nameStart(s, e)
	if a < 0 {
		a = f.nameStart(s, f.beforeHome(s, e))
	}
	if a < 0 {
		return f.kinLeft(s, t)
	}
	q := quantity{from: a, to: t, low: 1, high: 1, qual: isnad.Exact, head: true, single: true}
	// "Ali Example and Huda Example were killed"
	if a-1 > s.from && f.word(a-1) == "and" {
		if b := f.nameStart(s, f.beforeAge(s, a-1)); b >= 0 {
			q.from, q.low, q.high, q.single = b, 2, 2, false
		}
	}
	return q, true
}

// nameOfWhom is where a name of two words begins that "who" before the auxiliary at item t is about,
// also behind "for" and "of"; -1 for none.
func (f *field) nameOfWhom(s *sentence, t int) int {
	if t >= s.to || !f.items[t].is(tAux) {
		return -1
	}
	k := f.nameBack(t-2, max(s.lead, t-6))
	if t-2-k < 2 {
		return -1
	}
	if k > s.lead {
		switch f.word(k - 1) {
		case "for", "of", "with", "to", "by", "honor", "remember", "remembered", "mourn", "mourned", "and":
			return k
		}
		if f.items[k-1].is(tLoc | tPrep | tDet | tNum) {
			return -1
		}
	}
	return k
}

// beforeHome is where what stands before item e ends, without the town that somebody is of: "X of
// Karm", "X, 33, of Karm".
func (f *field) beforeHome(s *sentence, e int) int {
	k := e
	for k > s.lead && k > e-4 && f.items[k-1].is(tCap) && !f.items[k-1].is(tPunct) {
		k--
	}
	if k == e || k-2 <= s.lead || f.word(k-1) != "of" {
		return e
	}
	return f.beforeAge(s, k-1)
}

// beforeAge is where what stands before item t ends, without an age: "X, 33, " or "X, 33 ".
func (f *field) beforeAge(s *sentence, t int) int {
	e := t
	if e-1 > s.from && f.word(e-1) == "," {
		e--
	}
	if e-3 > s.from && f.word(e-1) == ")" && f.agedAside(e-2, s.to) {
		return e - 3
	}
	if e-2 > s.from && f.items[e-1].is(tNum) && f.items[e-1].num > 0 && f.items[e-1].num < 110 && f.word(e-2) == "," {
		return e - 2
	}
	return t
}

// nameStart is where a name of two words or more that no book lists begins, when it
// ends at item e; -1 for none. What a person is stands before it at most.
func (f *field) nameStart(s *sentence, e int) int {
	k := f.nameBack(e, max(s.lead, e-5))
	if e-k < 2 {
		return -1
	}
	if k > s.lead && f.items[k-1].is(tLoc|tPrep|tDet|tNum) { // a place, or the name of an organisation
		return -1
	}
	return k
}

// nameBack is where a name begins, at item lo at the least, that ends at item e; e where none does. Small
// words may stand in it: "Zaid al Masri".
func (f *field) nameBack(e, lo int) int {
	k := e
	for k > lo {
		switch {
		case f.namePart(k - 1):
			k--
		case k == e && k-1 > lo && f.surnameOfPlace(k-1) && f.namePart(k-2):
			k--
		case k < e && k-1 > lo && particle(f.word(k-1)) && f.namePart(k-2):
			k -= 2
		default:
			return k
		}
	}
	return k
}

// surnameOfPlace tells whether the word at item k is a surname as often as the end of a place's name, "Robert
// Lane", or one where an age follows, "Robert Park, 52".
func (f *field) surnameOfPlace(k int) bool {
	if it := &f.items[k]; !it.is(tCap) || it.is(tUpper|tNum|tPunct) {
		return false
	}
	switch f.word(k) {
	case "lane", "hill", "hills", "wood", "woods", "banks", "field", "fields", "rivers", "brook", "brooks", "bridges", "marsh", "heath", "dale", "glen", "stone":
		return true
	case "park", "church", "lake", "street", "forest", "court", "ford", "bridge", "house", "bay":
		return k+3 < len(f.items) && f.word(k+1) == "," && f.items[k+2].is(tNum) && f.items[k+2].num > 0 && f.items[k+2].num < 110 && f.word(k+3) == ","
	}
	return false
}

// namePart tells whether item k can be a word of a person's name.
func (f *field) namePart(k int) bool {
	it := &f.items[k]
	return it.is(tCap) && !it.is(tUpper|tNum|tPunct|tMonth|tWeekday) && it.w == nil && !f.compound(k)
}

// oneOther reads who stands for one more person right before item t: "another was
// slashed", "a third was wounded".
func (f *field) oneOther(s *sentence, t int) (quantity, bool) {
	k := t - 1
	if k <= s.lead {
		return quantity{}, false
	}
	q := quantity{from: k, to: t, low: 1, high: 1, qual: isnad.Exact, head: true, single: true, another: true}
	switch f.word(k) {
	case "another":
		return q, true
	case "other":
		if f.word(k-1) != "the" || k-2 <= s.lead || f.word(k-2) != "and" && f.word(k-2) != "while" && !f.items[k-2].is(tPunct) {
			return q, false
		}
		for n := k - 3; n >= s.lead; n-- {
			if f.word(n) == "one" {
				q.from, q.another, q.pronoun = k-1, false, true
				return q, true // "One man was killed and the other was wounded"
			}
		}
	case "second", "third", "fourth":
		if w := f.word(k - 1); w == "a" {
			q.from = k - 1
			return q, true
		}
	}
	return quantity{}, false
}

// toDeath reads who was killed by a verb at t that leaves it open: "shot bartender
// Sheila Example to death".
func toDeath(f *field, s *sentence, qs []quantity, used []bool, t int) (casualty, bool) {
	c := casualty{outcome: isnad.Killed, at: t, from: t, to: t + 1, known: true}
	end := -1
	for k := t + 1; k+1 < s.to && k < t+12; k++ {
		if f.word(k) == "to" && f.word(k+1) == "death" || f.word(k) == "to death" || f.word(k) == "alive" {
			end = k
			break
		}
		if it := &f.items[k]; it.is(tOut|tEv|tSay|tClause|tAux) || it.is(tPunct) && f.word(k) != "," {
			return c, false
		}
	}
	if end <= t+1 {
		return c, false
	}
	inner := *s
	inner.to = end
	if !takeRight(f, &inner, qs, used, &c, t+1) || c.q.to > end {
		q, ok := f.someone(&inner, t+1)
		if !ok {
			return c, false
		}
		c.q = q
	}
	c.to = end + 2
	if f.word(end) != "to" {
		c.to = end + 1
	}
	return c, true
}

// aged tells whether an age stands behind the item before e: "Keith Example, 33,".
// Only people have one.
func (f *field) aged(e, to int) bool {
	if e+2 >= to || f.word(e) != "," || !f.items[e+1].is(tNum) || f.items[e+1].num < 1 || f.items[e+1].num > 110 || !digit(f.text[f.items[e+1].start]) {
		return false
	}
	switch f.word(e + 2) {
	case ",", "of", "who", "was", "were", "is", "and", ".", "(":
		return true
	}
	return false
}

// someonesName tells whether the name in the items [n, e) is that of a person, by
// what stands around it: "Keith Example, 33, was found", "fired at Devin Example",
// "Rusk fired a rifle". Nor is a feast a place: "a New Year's party".
func (f *field) someonesName(s *sentence, n, e int) bool {
	if f.word(n) == "new" && n+1 < s.to && strings.HasPrefix(f.word(n+1), "year") {
		return true
	}
	r := e
	for r < s.to && f.items[r].is(tCap) && !f.items[r].is(tPunct|tNum) {
		r++
	}
	if (r-n > 1 || n > s.from && f.items[n-1].is(tCap)) && f.aged(r, s.to) {
		return true
	}
	if r < s.to && f.placeWord(s, n) < 0 {
		switch f.word(r) {
		case "fired", "shot", "opened fire", "stabbed", "shot and killed":
			return r+1 < s.to && !f.items[r+1].is(tPunct|tLoc|tPrep)
		}
	}
	if n-1 > s.from && e-n > 1 && f.word(n-1) == "at" {
		for k := n - 2; k >= s.from && k > n-6; k-- {
			if it := &f.items[k]; it.is(tWeapon) && it.w.weapon != isnad.EventShooting {
				break // "fired rockets at New Aleppo"
			}
			if f.word(k) == "shooting" && f.aShooting(s, k) {
				break
			}
			switch f.word(k) {
			case "fired", "firing", "fire", "shot", "shots", "shooting", "opened fire", "aimed", "aiming", "pointed":
				return true
			}
		}
	}
	return false
}

// fatalOf tells whether item t names a deed that somebody died of: "the fatal shooting
// of", "the stabbing death of".
func (f *field) fatalOf(s *sentence, t int) bool {
	if t <= s.from || t+2 >= s.to || f.word(t+1) != "of" {
		return false
	}
	switch f.word(t) {
	case "shooting", "stabbing", "beating", "shootings", "stabbings":
		w := f.word(t - 1)
		return w == "fatal" || w == "deadly"
	case "death", "deaths":
		switch f.word(t - 1) {
		case "shooting", "stabbing", "beating", "gunshot":
			return true
		}
	}
	return false
}

// killedOf reads who died of the deed at t.
func killedOf(f *field, s *sentence, qs []quantity, used []bool, t int) (casualty, bool) {
	c := casualty{outcome: isnad.Killed, at: t, from: t, to: t + 2, passive: true, known: true}
	if !objectAt(f, s, qs, used, t+2) || !takeRight(f, s, qs, used, &c, t+2) {
		q, ok := f.someone(s, t+2)
		if !ok {
			return c, false
		}
		c.q = q
	}
	c.to = max(c.to, c.q.to)
	return c, true
}
