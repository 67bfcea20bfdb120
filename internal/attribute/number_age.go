package attribute

import (
	"strings"

	"isnad"
)

// Ages stand beside names in many ways: "Huda Karim, 34, was", "two brothers, 18
// and 21, were", "46-year-old Paul Reyes", "ages 15, 16 and 17". None counts
// people, and the first and third name one person.

// age tells whether the number at item k is somebody's age.
func (f *field) age(k, to int) bool {
	if f.items[k].num > 110 || !f.items[k].is(tNum) {
		return false
	}
	for n := k - 1; n >= 0 && n >= k-6; n-- {
		switch w := f.word(n); {
		case w == "ages" || w == "aged" || w == "age":
			return true
		case w == "and" || w == "," || w == "between" || w == "from" || w == "to" || f.items[n].is(tNum): // "in age from 17 to 26"
			continue
		}
		break
	}
	if f.agesBetween(k-1, to) || f.agesBetween(k-3, to) {
		return true
	}
	if k > 6 && f.word(k-3) == "of" && f.word(k-4) == "ages" && f.word(k-5) == "the" {
		return true // "boys between the ages of 8 and 15"
	}
	if f.oldAfter(k+1, to) || f.wasThatOld(k, to) || f.agedAside(k, to) || f.whoWasAged(k, to) || f.agesOf(k) {
		return true
	}
	if k < 2 || !digit(f.text[f.items[k].start]) {
		return false
	}
	// ", 34," or ", 18 and 21,"
	end := k + 1
	start := k - 1
	if f.word(start) == "and" && start >= 2 && f.items[start-1].is(tNum) && digit(f.text[f.items[start-1].start]) {
		start -= 2
	}
	if end+1 < to && f.word(end) == "and" && f.items[end+1].is(tNum) && digit(f.text[f.items[end+1].start]) {
		end += 2
	}
	if start < 1 || f.word(start) != "," || end < to && f.word(end) != "," && !(f.items[end].is(tPunct) && f.word(end) == ".") {
		return false
	}
	if end+1 < to && f.word(end) == "," && f.items[end+1].is(tIncl) && !f.items[start-1].is(tHead) {
		return false // "In Kosti, 12, including three children, were killed"; "boy, 14, among the dead" is one
	}
	name := start - 1
	for name > 0 && f.items[name].is(tCap) && !f.items[name].is(tPunct) {
		name--
	}
	if name < start-1 && f.items[name].is(tLoc) {
		return false // "In Kosti, 12, all of them farmers, were killed"
	}
	if f.juniorPoint(start - 1) {
		return true // "Adel Example Jr., 20,"
	}
	switch f.word(start - 1) {
	case "one", "other", "another", "third", "second", "eldest", "youngest", "oldest", "first", "fourth", "fifth", "latter", "victim", "deceased", "elder", "younger", "last", "former":
		return end < to && f.word(end) == "," // "the other, 20, was"
	}
	it := &f.items[start-1]
	return it.is(tCap) && !it.is(tMonth|tWeekday) || it.is(tHead)
}

// wasThatOld tells whether the number at item k is how old somebody was: "was 17 when he
// was shot", "had just turned 30 the day", "older than 15", "was only 22 at the time".
func (f *field) wasThatOld(k, to int) bool {
	n := k - 1
	for n > 0 && (f.word(n) == "only" || f.word(n) == "just" || f.word(n) == "barely") {
		n--
	}
	if n < 1 {
		return false
	}
	after := ""
	if k+1 < to {
		after = f.word(k + 1)
	}
	switch w := f.word(n); {
	case w == "than":
		return f.word(n-1) == "older" || f.word(n-1) == "younger"
	case w == "turned" || w == "turning":
		return after == "" || after == "the" || after == "on" || after == "when" || after == "," || after == "." || after == "and" || after == "just" || after == "a" || strings.HasPrefix(after, "last") || strings.HasPrefix(after, "this") || after == "earlier" || f.items[k+1].is(tRelDay|tWeekday|tMonth)
	case w == "was" || w == "is" || w == "were" || w == "are":
		return after == "when" || after == "at" && k+3 < to && f.word(k+2) == "the" && f.word(k+3) == "time"
	}
	return false
}

// agedAside tells whether the number at item k is the age in the aside behind somebody:
// "Adel Example (22)", "his son (9)".
func (f *field) agedAside(k, to int) bool {
	if k < 2 || k+1 >= to || f.word(k-1) != "(" || f.word(k+1) != ")" || f.items[k].num < 1 || f.items[k].num > 110 || !digit(f.text[f.items[k].start]) {
		return false
	}
	it := &f.items[k-2]
	switch {
	case it.is(tPunct | tNum | tPlaceHead):
		return false
	case it.is(tHead):
		return it.is(tSingular)
	case !it.is(tCap):
		return false
	case k > 2 && f.namePart(k-2) && f.namePart(k-3):
		return true
	}
	// "Adel (22) and Sami Example (19)"
	for n := k + 2; n+3 < to && n < k+9; n++ {
		if f.word(n) == "(" {
			return f.items[n+1].is(tNum) && f.word(n+2) == ")" && f.namePart(n-1) && f.namePart(n-2)
		}
	}
	return false
}

// whenHe reads the one of whom an age was told right before, at the pronoun that ends
// before item t: "was 17 when he was shot dead", "turned 30 the day she was killed".
func (f *field) whenHe(s *sentence, t int) (quantity, bool) {
	k := t - 1
	if k-3 < s.lead || f.word(k) != "he" && f.word(k) != "she" {
		return quantity{}, false
	}
	for n := k - 1; n > s.lead && n >= k-4; n-- {
		if f.items[n].is(tNum) {
			return quantity{from: k, to: t, low: 1, high: 1, qual: isnad.Exact, single: true, head: true}, f.wasThatOld(n, s.to)
		}
		if f.items[n].is(tPunct) {
			break
		}
	}
	return quantity{}, false
}

// oldAfter tells whether "years old" follows at item k, maybe after the other end of a
// range: "between 8 and 11 years old".
func (f *field) oldAfter(k, to int) bool {
	for n := 0; n < 2 && k < to && (f.items[k].is(tNum) || f.word(k) == "and" || f.word(k) == "to" || f.word(k) == "-" || f.word(k) == "or"); n++ {
		k++
	}
	if k >= to || !strings.HasPrefix(f.word(k), "year") && f.word(k) != "months" {
		return false
	}
	switch f.word(k) {
	case "years old", "years of age":
		return true
	}
	return k+1 < to && (f.word(k+1) == "old" || k+2 < to && f.word(k+1) == "of" && f.word(k+2) == "age")
}

// pastAges is where a figure ends with the ages of those whom it counts, where a list goes on behind
// them: "a man, 38, and a woman", "two men, ages 19 and 24, and a boy", "a woman of 61 and a boy of 9".
func (f *field) pastAges(q *quantity, to int) int {
	k := q.to
	if q.single && q.head && k+3 < to && f.word(k) == "of" && f.items[k+1].is(tNum) && f.items[k+1].num <= 110 && digit(f.text[f.items[k+1].start]) && f.word(k+2) == "and" {
		if w := f.word(k + 3); w == "a" || w == "an" || w == "his" || w == "her" || w == "another" {
			return k + 2
		}
	}
	if !q.head || k+4 >= to || f.word(k) != "," {
		return q.to
	}
	switch k++; f.word(k) {
	case "ages", "aged", "age", "both":
		k++
	}
	n := 0
	for k < to && f.items[k].is(tNum) && f.age(k, to) {
		n++
		k++
		if k+1 < to && (f.word(k) == "and" || f.word(k) == ",") && f.items[k+1].is(tNum) && f.age(k+1, to) {
			k++
		}
	}
	if n != q.low || n != q.high {
		return q.to
	}
	e := k
	if k < to && f.word(k) == "," {
		k++
	}
	if k+1 < to && (f.word(k) == "and" || f.word(k) == "a" || f.word(k) == "an" || f.word(k) == "another") {
		return e
	}
	return q.to
}

// yearsOld tells whether item k is an age as one word: "46-year-old".
func (f *field) yearsOld(k int) bool {
	w := f.word(k)
	return strings.HasSuffix(w, "year-old") && len(w) > len("year-old") || strings.HasSuffix(w, "-year old")
}

// named reads one person who is named with an age: "Paul Reyes, 31," or
// "46-year-old Paul Reyes".
func (f *field) named(k, to int) (quantity, bool) {
	q := quantity{from: k, low: 1, high: 1, single: true, head: true}
	j := k
	if f.yearsOld(k) {
		for j = k + 1; j < to && j < k+5 && f.items[j].is(tCap) && !f.items[j].is(tPunct|tMonth|tWeekday); j++ {
		}
		q.to = j
		return q, j > k+1
	}
	for ; j < to && j < k+6 && (f.items[j].is(tCap) && !f.items[j].is(tPunct|tMonth|tWeekday|tNum|tForce|tPlaceHead) || j > k && f.initialPoint(j)); j++ {
	}
	if j >= k+2 && j+2 < to && f.word(j) == "(" && f.items[j+1].is(tNum) && f.agedAside(j+1, to) && f.namePart(j-1) && f.namePart(j-2) {
		q.to = j + 3
		return q, true
	}
	if j < k+2 || j+2 >= to || f.word(j) != "," || !f.items[j+1].is(tNum) || !f.age(j+1, to) || f.word(j+2) != "," && f.word(j+2) != "." {
		return q, false
	}
	q.to = j + 3
	return q, true
}

// initialPoint tells whether item j is the point of an initial: "Paul J. Reyes".
func (f *field) initialPoint(j int) bool {
	it := &f.items[j-1]
	return f.word(j) == "." && it.is(tCap) && it.end-it.start == 1 && it.end == f.items[j].start || f.juniorPoint(j)
}

// juniorPoint tells whether item j is the point of "Jr." or "Sr." behind a name.
func (f *field) juniorPoint(j int) bool {
	return j > 0 && f.word(j) == "." && (f.word(j-1) == "jr" || f.word(j-1) == "sr")
}

// harmed tells whether what stands before item k is somebody killed or hurt: an
// auxiliary and a word of harm follow.
func (f *field) harmed(k, to int) bool {
	if k >= to || !f.items[k].is(tAux) {
		return false
	}
	for n := k + 1; n < to && n < k+4; n++ {
		it := &f.items[n]
		if it.is(tOut) && it.w != nil && (it.w.harm == formPast || it.w.harm == formSubject) {
			return it.w.outcome == "killed" || it.w.outcome == "injured"
		}
		if !it.is(tAux | tAdv) {
			return false
		}
	}
	return false
}

// agesBetween tells whether item k is the "between" of two ages: "five boys between 8 and 15".
func (f *field) agesBetween(k, to int) bool {
	return k > 0 && k+3 < to && f.word(k) == "between" && f.items[k-1].is(tHead) && f.items[k+1].is(tNum) && f.word(k+2) == "and" && f.items[k+3].is(tNum) &&
		!(k+4 < to && f.items[k+4].is(tHead))
}
