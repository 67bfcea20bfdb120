package attribute

import "strings"

// Numbers in figures and words, and the ends of ranges.

// cardinal reads a number in digits or words at item k: its value, its length
// in items and whether it is a word such as "dozens".
func (f *field) cardinal(k, to int) (v, n int, vague, ok bool) {
	items := f.items
	it := &items[k]
	w := f.word(k)
	if it.is(tVague) {
		v, n = it.num, 1
		if v == 2 && k+1 < to {
			switch nx := &items[k+1]; {
			case nx.is(tMult):
				v, n = 2*nx.num, 2 // "several hundred"
			case nx.is(tVague) && nx.num >= 12:
				v, n = nx.num, 2 // "many hundreds"
			}
		}
		if k+n < to && f.word(k+n) == "of" {
			n++
		}
		return v, n, true, true
	}
	if it.is(tOrdinal) || it.is(tMonth|tWeekday|tRelDay) {
		return 0, 0, false, false
	}
	if w == "one" && k+1 < to && f.word(k+1) == "another" && (k+2 >= to || !items[k+2].is(tAux|tOut|tNum|tHead|tQual)) {
		return 0, 0, false, false // "kill one another"
	}
	if w == "a" || w == "an" {
		if k+1 < to && items[k+1].is(tMult) {
			return f.multiplied(k+1, to, 1)
		}
		if k+1 < to && f.word(k+1) == "dozen" {
			if k > 0 && f.word(k-1) == "half" {
				return 6, 2, false, true
			}
			return 12, 2, false, true
		}
		return 0, 0, false, false
	}
	if it.is(tMult) && it.num == 100 && k > 0 && items[k-1].is(tQual) { // "more than hundred"
		return 100, 1, false, true
	}
	if !it.is(tNum) || it.num > maxNumber {
		return 0, 0, false, false
	}
	if f.dated(k, to) {
		return 0, 0, false, false
	}
	v, n = it.num, 1
	if k+n < to && f.word(k+n) == "dozen" && v < 100 {
		return v * 12, n + 1, false, true
	}
	if k+n < to && items[k+n].is(tMult) {
		mv, mn, _, _ := f.multiplied(k+n, to, v)
		return mv, mn, false, true
	}
	// "18 000" where the separator is a space
	if digit(f.text[it.start]) && v > 0 && v < 1000 && k+1 < to {
		nx := &items[k+1]
		if nx.is(tNum) && nx.end-nx.start == 3 && nx.start == it.end+1 && strings.HasSuffix(f.word(k+1), "00") {
			return v*1000 + nx.num, 2, false, true
		}
	}
	// "twenty five"
	if !digit(f.text[it.start]) && v >= 20 && v < 100 && v%10 == 0 && k+1 < to {
		nx := &items[k+1]
		if nx.is(tNum) && !digit(f.text[nx.start]) && nx.num > 0 && nx.num < 10 {
			return v + nx.num, 2, false, true
		}
	}
	return v, n, false, true
}

// multiplied reads "hundred", "hundred and twenty", "thousand" from item k on;
// the length counts from the item before it when v was read there.
func (f *field) multiplied(k, to, v int) (int, int, bool, bool) {
	n := 1
	for j := 0; j < 3 && k < to && f.items[k].is(tMult); j++ {
		if v > maxNumber/f.items[k].num {
			return maxNumber, n + 1, false, true
		}
		v *= f.items[k].num
		n++
		k++
		e := k
		if e < to && f.word(e) == "and" {
			e++
		}
		if e < to && f.items[e].is(tNum) && f.items[e].num < 100 && !digit(f.text[f.items[e].start]) {
			v += f.items[e].num
			n += e + 1 - k
			k = e + 1
		}
	}
	return v, n, false, true
}

// rangeEnd reads the second half of "10 to 12", "10-12", "between 10 and 12", "five or six".
func (f *field) rangeEnd(k, to int, between bool) (end, high int, ok bool) {
	if k+1 >= to {
		return 0, 0, false
	}
	w := f.word(k)
	if !(w == "to" || w == "-" || w == "–" || w == "or" || between && w == "and") {
		return 0, 0, false
	}
	if !f.items[k+1].is(tNum) || f.items[k+1].is(tOrdinal) || f.dated(k+1, to) {
		return 0, 0, false
	}
	v, n, vague, ok := f.cardinal(k+1, to)
	if !ok || vague {
		return 0, 0, false
	}
	return k + 1 + n, v, true
}

// dated tells whether the number at item k is part of a date, a clock time or a year.
func (f *field) dated(k, to int) bool {
	it := &f.items[k]
	if it.num <= 31 && f.shortMonth(k) {
		return true
	}
	if k+1 < to && f.items[k+1].is(tMonth) && it.num <= 31 && f.items[k+1].is(tCap) {
		return true
	}
	if k > 0 && f.items[k-1].is(tMonth) && f.items[k-1].is(tCap) && it.num <= 31 && digit(f.text[it.start]) {
		// "June 3", and not "in June 30 people"
		if k+1 < to && f.items[k+1].is(tHead|tAnother) && it.num > 0 && !f.onDay(k-1) {
			return false
		}
		return true
	}
	if it.num >= 1900 && it.num <= 2100 && it.end-it.start == 4 && digit(f.text[it.start]) {
		if k+1 < to && f.items[k+1].is(tHead) {
			return false
		}
		return true
	}
	return false
}

// countedOn tells the words for one more than those told of before: "a third".
func countedOn(w string) bool {
	switch w {
	case "second", "third", "fourth", "fifth", "sixth", "seventh":
		return true
	}
	return false
}
