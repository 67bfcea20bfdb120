package attribute

import "isnad"

// A weekday and the day of the month beside it are one day, which the latter names: "Tuesday
// 23 Sep", "on Saturday, Aug. 4, at 10 p.m.", "Sunday night, 12 May", "Friday (3 June)".

// weekdaysDay reads the day of a month that stands with the weekday at item i.
func (f *field) weekdaysDay(base isnad.Day, i, to int) (dateMention, bool) {
	k := i + 1
	if k < to && f.items[k].is(tDayPart) {
		k++
	}
	open := k < to && f.word(k) == "("
	if open || k < to && f.word(k) == "," {
		if k++; k < to && f.word(k) == "the" {
			k++
		}
	}
	if k >= to || f.items[k].is(tWeekday) {
		return dateMention{}, false
	}
	n, ok := f.date(base, k, to)
	if !ok || n.from != k || !n.full && n.period.Basis != isnad.BasisYearless || n.rough || n.stretch {
		return dateMention{}, false
	}
	if open && n.to < to && f.word(n.to) == ")" {
		n.to++
	}
	n.from = i
	n.period.Words = f.written(n.from, n.to)
	return n, true
}
