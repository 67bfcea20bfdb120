package attribute

import "isnad"

// A month or a day is told of a year that was named before: "in August that year", "on 4 March of
// the same year".

// maxToYear bounds the items back to where that year was named.
const maxToYear = 300

// thatYear reads "that year", "of the same year" at item k: the year that was named last before it, and the length of
// the words in items.
func (f *field) thatYear(base isnad.Day, k, to int) (year, n int) {
	e := k
	if e < to && f.word(e) == "of" {
		e++
	}
	switch {
	case e+1 >= to || base.IsZero():
		return 0, 0
	case f.word(e) == "that" && f.word(e+1) == "year":
		e += 2
	case (f.word(e) == "that" || f.word(e) == "the") && f.word(e+1) == "same" && e+2 < to && f.word(e+2) == "year":
		e += 3
	default:
		return 0, 0
	}
	for i := k - 1; i >= 0 && i > k-maxToYear; i-- {
		if it := &f.items[i]; it.is(tNum) && it.end-it.start == 4 && digit(f.text[it.start]) && it.num >= 1900 && it.num <= base.Year() {
			return it.num, e - k
		}
	}
	return 0, 0
}
