package attribute

import "isnad"

// A page that lost its commas prints an age right behind whose it is: "James Example 38 died",
// "two men 47 and 25 were shot". None of them counts anybody.

// maxAge is the greatest number that is read as an age, in years.
const maxAge = 110

// writtenAge tells whether item k is a number that may be an age, in digits.
func (f *field) writtenAge(k int) bool {
	it := &f.items[k]
	return it.is(tNum) && it.num > 0 && it.num <= maxAge && digit(f.text[it.start]) && !f.ordinalEnds(k)
}

// ordinalEnds tells whether item k is written as "3rd".
func (f *field) ordinalEnds(k int) bool {
	e := f.items[k].end
	return !digit(f.text[e-1])
}

// whoWasAged tells whether the number at item k is how old those were of whom the words before it
// tell: "who was 59 was killed", "who are 47 and 25 were hit". What follows does not count anybody.
func (f *field) whoWasAged(k, to int) bool {
	if !f.writtenAge(k) {
		return false
	}
	n := k - 1
	if n > 1 && f.word(n) == "and" && f.writtenAge(n-1) {
		n -= 2
	}
	if n < 1 || f.word(n-1) != "who" {
		return false
	}
	switch f.word(n) {
	case "was", "is", "were", "are", "turned":
	default:
		return false
	}
	e := k + 1
	if e+1 < to && f.word(e) == "and" && f.writtenAge(e+1) {
		e += 2
	}
	return e >= to || f.items[e].is(tAux|tPunct|tConj) || f.word(e) == "and" || f.items[e].is(tOut) && !f.items[e].is(tHead)
}

// agesOf tells whether the number at item k is one of two ages of somebody: "a man of 18 or 20".
func (f *field) agesOf(k int) bool {
	if k < 4 || !f.writtenAge(k) || !f.writtenAge(k-2) || f.word(k-3) != "of" {
		return false
	}
	if w := f.word(k - 1); w != "or" && w != "to" {
		return false
	}
	it := &f.items[k-4]
	return it.is(tHead) && it.is(tSingular)
}

// afterAge tells whether a sentence may go on like that behind an age: with what became of whose it
// is, with who else, or with what he was.
func (f *field) afterAge(k, to int) bool {
	if k >= to {
		return true
	}
	it := &f.items[k]
	switch f.word(k) {
	case "and", "of", "a", "an", "who", "from", "as", "had", "died", "whose":
		return true
	}
	return it.is(tAux|tPunct) || it.is(tOut) && !it.is(tHead)
}

// bareAges is where a figure ends with the bare ages behind it: "a man 38 was shot", "his son
// Luis 9 and", "two men 47 and 25 were".
func (f *field) bareAges(q *quantity, to int) int {
	if !q.head || q.low != q.high || q.low < 1 || q.low > 6 || q.to >= to {
		return q.to
	}
	k := q.to
	if q.single && f.items[q.from].is(tDet|tPron) || q.single && whose(f.word(q.from)) {
		for n := 0; n < 3 && k+1 < to && f.namePart(k); n++ {
			k++
		}
	}
	n := 0
	for ; k < to && f.writtenAge(k); k++ {
		n++
		if k+2 < to && f.word(k+1) == "and" && f.writtenAge(k+2) && n+1 == q.low {
			k++
		}
	}
	if n == 0 || n != q.low || !f.afterAge(k, to) && !(q.single && k > q.to+1 && f.items[k].is(tPrep|tLoc|tClause)) {
		return q.to // of one who is named a place may follow: "wounded his brother Adam 38 near the mosque"
	}
	if k+1 < to && f.word(k) == "of" && !f.items[k+1].is(tCap) {
		return q.to // "killed a guard 12 of the men knew"
	}
	return k
}

// nameWithAge reads one person of whom the name and the bare age stand at item i: "James Example 38
// died", "James Example who was 38 died". A name that the books know as a place's or a body's is none, nor is one that a word of
// place leads to: "In Abu Kamal 12 were killed".
func (d *doc) nameWithAge(f *field, i, to int) (quantity, bool) {
	q := quantity{from: i, low: 1, high: 1, qual: isnad.Exact, single: true, head: true, category: isnad.CategoryAll}
	told := f.bringsName(i)
	if i > 0 && !told && (f.namePart(i-1) || f.items[i-1].is(tLoc|tPrep|tNum) && !f.items[i-1].is(tPunct)) {
		return q, false
	}
	k := i
	for ; k < to && k < i+4 && (f.namePart(k) || k > i+1 && f.initialPoint(k) || k > i && f.items[k].is(tCap) && f.items[k].end-f.items[k].start == 1); k++ {
		if d.marked == f && (d.gz[k] != 0 || d.pa[k] != 0 || d.so[k] != 0 || d.org[k]) {
			return q, false
		}
	}
	if k >= to || k < i+2 && !f.surnameOnly(i, k, to) {
		return q, false
	}
	if k+2 < to && f.word(k) == "who" && f.whoWasAged(k+2, to) {
		k += 2
	}
	if !f.writtenAge(k) || !f.afterAge(k+1, to) && !(told && f.items[k+1].is(tPrep|tLoc|tClause)) {
		return q, false
	}
	q.to = k + 1
	return q, true
}

// bringsName tells whether the word before a name at item i says that somebody follows, whom a place of his
// and a day may follow as well: "killed James Example 38 in the town", "the death of James Example 38 near".
func (f *field) bringsName(i int) bool {
	if i < 2 {
		return false
	}
	if f.word(i-1) != "of" {
		return f.items[i-1].is(tOut) && !f.items[i-1].is(tCap|tAux) || f.word(i-1) == "shot"
	}
	switch f.word(i - 2) {
	case "death", "deaths", "killing", "murder", "shooting", "slaying", "family", "relatives", "mother", "father", "widow", "body", "stabbing", "parents":
		return true
	}
	return false
}

// surnameOnly tells whether the items [i, k) are a name of one word that opens a sentence, with an age and what
// one person was or did behind it: "Example 31 was shot". Of a place one would read that 31 were.
func (f *field) surnameOnly(i, k, to int) bool {
	if k != i+1 || k+2 >= to || !f.namePart(i) || i > 0 && f.items[i-1].para == f.items[i].para && f.word(i-1) != "." {
		return false
	}
	switch f.word(k + 1) {
	case "was", "is", "has", "had", "died":
		return f.writtenAge(k)
	}
	return false
}

// ageOfOne tells whether the number at item k is how old one person was of whom the capitals before it tell:
// "James Example of the Council of Karm 49 was killed". Of 49 people one would read that they were.
func (f *field) ageOfOne(k, to int) bool {
	return k+1 < to && f.word(k+1) == "was" && f.items[k].num > 1 && f.writtenAge(k) && f.items[k-1].is(tCap) && !f.items[k-1].is(tPunct|tNum|tMonth|tWeekday)
}
