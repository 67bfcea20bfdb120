package attribute

import "isnad"

// Feasts stand for days: "on New Year's Eve".

// feast reads a feast that is the same day every year, at item i: month*100+day, and
// where it ends; 0 for none. "New Year's Eve party" names a party, not a day.
func (f *field) feast(i, to int, m *dateMention) int {
	word := func(k int) string {
		if k < to {
			return f.word(k)
		}
		return ""
	}
	n, k := 0, i+1
	switch f.word(i) {
	case "christmas":
		n = 1225
	case "halloween":
		n = 1031
	case "juneteenth":
		n = 619
	case "new", "valentine":
		if f.word(i) == "new" {
			if word(k) != "year" {
				return 0
			}
			k++
		}
		if k+1 >= to || !apostrophe(f.word(k)) || word(k+1) != "s" {
			return 0
		}
		k += 2
		n = 101
		if f.word(i) == "valentine" {
			n = 214
		}
		if w := word(k); w != "day" && w != "eve" {
			return 0
		}
	case "fourth":
		if word(k) != "of" || word(k+1) != "july" {
			return 0
		}
		n, k = 704, k+2
	default:
		return 0
	}
	switch word(k) {
	case "day":
		k++
	case "eve":
		k++
		if n--; n == 100 {
			n = 1231
		}
	case "night", "morning", "evening", "afternoon":
		k++
	}
	if k < to && f.items[k].is(tThing|tHead|tPart) || partied(word(k)) && !(n == 1231 && word(k) == "party") {
		return 0
	}
	m.to = k
	return n
}

// movable reads a feast that is a weekday of its month, at item i, or the weekend that it
// makes: "on Thanksgiving night", "over Labor Day weekend", "on Mother's Day".
func (f *field) movable(base isnad.Day, i, to int, m *dateMention) bool {
	word := func(k int) string {
		if k < to {
			return f.word(k)
		}
		return ""
	}
	mon, weekday, nth, k := 0, 0, 0, i+1
	before, behind := 0, 0 // days of its weekend
	switch f.word(i) {
	case "mother", "father":
		if k+2 >= to || !apostrophe(f.word(k)) || word(k+1) != "s" || word(k+2) != "day" {
			return false
		}
		mon, nth, before, k = 5, 2, 1, k+3
		if f.word(i) == "father" {
			mon, nth = 6, 3
		}
	case "memorial", "labor":
		if word(k) != "day" {
			return false
		}
		mon, weekday, nth, before, k = 5, 1, -1, 2, k+1
		if f.word(i) == "labor" {
			mon, nth = 9, 1
		}
	case "thanksgiving":
		mon, weekday, nth, behind = 11, 4, 4, 3
		if word(k) == "day" {
			k++
		}
	default:
		return false
	}
	weekend := false
	switch w := word(k); w {
	case "weekend":
		if weekend, k = true, k+1; partied(word(k)) {
			return false
		}
	case "night", "morning", "evening", "afternoon":
		k++
	default:
		if k < to && f.items[k].is(tThing|tHead|tPart) || partied(w) {
			return false
		}
	}
	y, n := f.year(k, to)
	if n == 0 {
		y = base.Year()
	}
	d, ok := weekdayOfMonth(y, mon, weekday, nth)
	if ok && n == 0 && base.AddDays(2).Before(d) {
		d, ok = weekdayOfMonth(y-1, mon, weekday, nth)
	}
	if !ok {
		return false
	}
	m.to, m.period = k+n, period(d, d, isnad.BasisYearless, "")
	if weekend {
		m.period = period(d.AddDays(-before), d.AddDays(behind), isnad.BasisRange, "")
	}
	return true
}

// partied tells the words for what is held on a feast and may be held on another day.
func partied(w string) bool {
	switch w {
	case "party", "parties", "market", "parade", "celebration", "celebrations", "truce", "ceasefire", "fair", "concert", "dinner", "tree", "lights", "season", "break", "shopping", "shoppers", "gathering":
		return true
	}
	return false
}
