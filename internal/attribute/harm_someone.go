package attribute

import (
	"strings"

	"isnad"
)

// One person may be harmed who is told of by no word that the lexicon knows: "killed
// a woodcutter", "killed Ahmad Example, 23". The article or the name counts them.

// someone reads one person who is the object of a verb of harm, at item k.
func (f *field) someone(s *sentence, k int) (quantity, bool) {
	if k >= s.to {
		return quantity{}, false
	}
	switch f.word(k) {
	case "him":
		return f.himAndHis(s, k)
	case "her":
		if q, ok := f.himAndHis(s, k); ok {
			return q, true
		}
	case "a", "an", "another":
		if q, ok := f.titled(s, k); ok {
			return q, true
		}
		return f.someNoun(s, k)
	}
	if whose(f.word(k)) || f.word(k) == "the" {
		if q, ok := f.titled(s, k); ok {
			return q, true
		}
		return f.justOne(s, k) // "killed its driver"
	}
	if q, ok := f.someName(s, k); ok {
		return q, true
	}
	if q, ok := f.titledName(s, k); ok {
		return q, true
	}
	return f.surnameRight(s, k)
}

// titled reads one person who is told of by what he is and his name: "killed the rebel
// commander Abu Nabil".
func (f *field) titled(s *sentence, k int) (quantity, bool) {
	n := k + 1
	for ; n < s.to && n <= k+4; n++ {
		it := &f.items[n]
		if it.is(tCap) && it.is(tHead|tSrc) && n == k+1 {
			continue // "the Imam Adnan Example"
		}
		if it.is(tCap|tNum|tPunct|tThing|tPart|tWeapon|tEv|tOut|tVague) && !it.is(tNat) || it.w != nil && !it.is(tMod|tWeakMod|tHead|tNat|tSrc|tArmed|tForce) {
			break
		}
	}
	if n == k+1 || strings.HasSuffix(f.word(n-1), "s") || f.items[n-1].is(tGroup) || f.items[n-1].is(tHead) && !f.items[n-1].is(tSingular) || f.items[n-1].w != nil && !f.items[n-1].is(tHead|tSrc) {
		return quantity{}, false
	}
	e := n
	for ; e < s.to && e < n+6; e++ {
		if it := &f.items[e]; !it.is(tCap) || it.is(tUpper|tNum|tPunct|tMonth|tWeekday|tForce|tPlaceHead|tOut|tEv) {
			break
		}
	}
	known := f.items[n-1].is(tHead)
	if e == n || e < n+2 && !known || !f.closes(s, e) && !f.lostComma(s, e) && !(known && f.items[e].is(tSrc|tSay|tNum)) {
		return quantity{}, false
	}
	return quantity{from: k, to: e, low: 1, high: 1, qual: isnad.Exact, head: true, single: true}, true
}

// lostComma tells whether what follows a name at item k says what somebody is, or opens
// a clause of its own, with the comma lost: "Abu Nabil a field commander", "Adnan Example
// state TV reported".
func (f *field) lostComma(s *sentence, k int) bool {
	if f.word(k) == "a" || f.word(k) == "an" || f.word(k) == "the" {
		return true
	}
	for n := k; n < s.to && n < k+5; n++ {
		it := &f.items[n]
		if it.is(tSay) {
			return n > k
		}
		if it.w != nil && !it.is(tSrc|tMod|tHead|tCap|tAdv|tDet) || it.is(tPunct|tNum) {
			return false
		}
	}
	return false
}

// justOne is someNoun of a noun that stands for one person only.
func (f *field) justOne(s *sentence, k int) (quantity, bool) {
	q, ok := f.someNoun(s, k)
	return q, ok && !strings.HasSuffix(f.word(q.to-1), "s") && !f.items[q.to-1].is(tGroup) && !several(f.word(q.to-1))
}

// whose tells the words that say whose somebody is.
func whose(w string) bool {
	switch w {
	case "his", "her", "its", "their":
		return true
	}
	return false
}

// several tells words without a plural's ending that stand for more than one.
func several(w string) bool {
	switch w {
	case "rest", "crew", "team", "enemy", "majority", "squad", "patrol", "leadership", "staff", "garrison", "men", "women", "children", "people", "police", "clan", "entourage":
		return true
	}
	return false
}

// someNoun reads "a woodcutter": an article, and up to three plain words of which
// the last is a noun that the lexicon does not know as anything else.
func (f *field) someNoun(s *sentence, k int) (quantity, bool) {
	n := k + 1
	for ; n < s.to && n <= k+3; n++ {
		it := &f.items[n]
		if f.word(n) == "former" {
			continue
		}
		if it.is(tPlaceHead) && !it.is(tCap) && n+1 < s.to && !f.items[n+1].is(tCap|tPunct|tNum) && (f.items[n+1].w == nil || f.items[n+1].is(tHead|tSrc)) {
			continue // "a village chief"
		}
		if it.is(tCap|tNum|tPunct|tThing|tPart|tWeapon|tEv|tOut|tVague) && !it.is(tNat) || it.w != nil && !it.is(tMod|tWeakMod|tHead|tNat|tSrc) {
			break
		}
	}
	if n == k+1 || !f.closes(s, n) && f.word(n) != "dead" || strings.HasSuffix(f.word(n-1), "ing") {
		return quantity{}, false // "wiped out a meeting", unlike "shot a cobbler dead"
	}
	if last := &f.items[n-1]; last.w != nil && !last.is(tHead|tSrc) || last.is(tGroup) || f.word(n-1) == "crowd" {
		return quantity{}, false // "killed a family"
	}
	return quantity{from: k, to: n, low: 1, high: 1, qual: isnad.Exact, head: true, single: true, another: f.word(k) == "another"}, true
}

// someName reads a name of two words or more that no book lists.
func (f *field) someName(s *sentence, k int) (quantity, bool) {
	from := k
	if it := &f.items[k]; it.is(tHead|tMod|tSrc) && !it.is(tPunct|tNum) || !it.is(tCap|tNum|tPunct) && it.w == nil || it.is(tPlaceHead) && !it.is(tCap) && k+1 < s.to && office(f.word(k+1)) {
		k++ // "Trooper Jonah Example", "pastor Alan Example": what the person is
	}
	for k > from && k < s.to && k < from+3 && !f.items[k].is(tCap|tNum|tPunct) && (f.items[k].w == nil || f.items[k].is(tHead|tSrc) && f.items[k].is(tSingular) || office(f.word(k))) && !f.items[k-1].is(tCap) {
		k++ // "radio presenter Sami Example"
	}
	n, most := k, k+5
	for ; n < s.to && n < most; n++ {
		it := &f.items[n]
		if n > k+1 && n+1 < s.to && alias(f.word(n)) && f.items[n+1].is(tCap) {
			most = n + 5
			continue // "Amin Example aka Abu Malik"
		}
		if n > k && n+1 < s.to && particle(f.word(n)) && f.items[n+1].is(tCap) {
			continue // "Zaid al Masri"
		}
		if n > k && f.surnameOfPlace(n) {
			n++
			break
		}
		if !it.is(tCap) || it.is(tUpper|tNum|tPunct|tMonth|tWeekday) || it.w != nil {
			break
		}
	}
	if n < k+2 || !f.closes(s, n) && !f.lostComma(s, n) && f.word(n) != "dead" {
		return quantity{}, false
	}
	q := quantity{from: from, to: n, low: 1, high: 1, qual: isnad.Exact, head: true, single: true}
	if n+1 < s.to && f.word(n) == "," && f.items[n+1].is(tNum) {
		q.to = n + 2 // the age
	}
	return q, true
}

// particle tells the small words within names.
func particle(w string) bool {
	switch w {
	case "al", "el", "ul", "ur", "ud", "bin", "ibn", "ben", "bint", "abu", "umm", "de", "del", "la", "da", "dos", "van", "von", "der", "den":
		return true
	}
	return false
}

// alias tells the words that lead to another name of somebody.
func alias(w string) bool {
	switch w {
	case "aka", "a.k.a.", "a.k.a", "alias", "nicknamed", "nom de guerre", "also known as", "better known as":
		return true
	}
	return false
}

// closes tells whether what stands at item n can follow a noun phrase that is
// complete.
func (f *field) closes(s *sentence, n int) bool {
	if n >= s.to {
		return true
	}
	it := &f.items[n]
	return it.is(tPunct|tPrep|tLoc|tConj|tRel|tWeekday|tRelDay|tClause) || f.word(n) == "who" || f.word(n) == "and" || f.asWell(s, n) > n
}

// andOthers counts those who are told of one by one after the first: "killing the
// ambassador, his bodyguard and a driver".
func (f *field) andOthers(s *sentence, q quantity) quantity {
	for n := 0; n < 5 && q.to+1 < s.to; n++ {
		k := q.to
		if f.word(k) == "," {
			k++
		}
		if k < s.to && f.word(k) == "and" {
			k++
		}
		if k == q.to || k >= s.to || !whose(f.word(k)) && f.word(k) != "a" && f.word(k) != "an" {
			break
		}
		if f.word(k-1) == "," && !whose(f.word(k)) && f.items[q.to-1].is(tCap) {
			break // "Samir Example, a field commander": who he is
		}
		o, ok := f.justOne(s, k)
		if !ok || o.to < s.to && f.items[o.to].is(tAux|tOut|tRel) {
			break
		}
		if f.word(k-1) == "," && !whose(f.word(k)) && whose(f.word(q.from)) && !(o.to < s.to && (f.word(o.to) == "," || f.word(o.to) == "and")) {
			break // "its driver, a commander of the group": who he was
		}
		q.low, q.high, q.to, q.single = q.low+1, q.high+1, o.to, false
	}
	return q
}

// withOneMore adds to a figure the one that stands beside it: "three officers and
// a passer-by".
func (f *field) withOneMore(s *sentence, c *casualty) {
	if c.passive || c.q.low < 1 || c.q.low != c.q.high || c.q.to+1 >= s.to || f.word(c.q.to) != "and" {
		return
	}
	w := f.word(c.q.to + 1)
	if w != "a" && w != "an" && w != "the" {
		return
	}
	if q, ok := f.justOne(s, c.q.to+1); ok && (f.items[q.to-1].w == nil || w == "the" && q.to < s.to && f.word(q.to) == "who") {
		c.q.low, c.q.high, c.q.to = c.q.low+1, c.q.high+1, q.to
	}
}

// ofSomething is where one ends who is told of by a word that the lexicon does not know and
// by what he is of, where he was harmed: "a candidate for mayor was shot"; else j.
func (f *field) ofSomething(j, to int) int {
	it := &f.items[j]
	if it.w != nil || it.is(tCap|tPunct|tNum) || j+2 >= to || f.word(j+1) != "for" && f.word(j+1) != "of" {
		return j
	}
	for k := j + 2; k < to && k < j+7; k++ {
		n := &f.items[k]
		if n.is(tAux) {
			if (f.word(k) == "was" || f.word(k) == "is") && f.harmed(k, to) {
				return k
			}
			return j
		}
		if n.is(tPunct|tPrep|tLoc|tConj|tClause|tRel|tSay|tPron) && !n.is(tHead) || n.is(tHead) && !n.is(tSingular) || n.is(tOut|tEv|tThing) {
			return j
		}
	}
	return j
}
