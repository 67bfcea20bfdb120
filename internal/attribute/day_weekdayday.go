package attribute

import "isnad"

// A weekday and the day of the month beside it are one day, which the latter names: "Tuesday
// 23 Sep", "on Saturday, Aug. 4, at 10 p.m.", "Sunday night, 12 May", "Friday (3 June)".

// numberedDay is the day that the weekday at item i is with nothing but its number at item k,
// "WEDNESDAY 8 -", "on Thursday the 9th", "Thu 9/5": the last one of both that is not after
// base; the zero day for none.
func (f *field) numberedDay(base isnad.Day, i, k, to int) isnad.Day {
	it := &f.items[k]
	if base.IsZero() || !digit(f.text[it.start]) {
		return isnad.Day{}
	}
	wanted := f.items[i].num
	if !it.is(tNum | tOrdinal) {
		if d := shortDate(f.text[it.start:it.end], base); !d.IsZero() && int(d.Weekday()) == wanted {
			return d
		}
		return isnad.Day{}
	}
	if it.num < 1 || it.num > 31 || !f.nothingCounted(k+1, to) && !f.spacedDash(k+1) || k+1 < to && (f.word(k+1) == "of" || f.items[k+1].is(tMonth)) {
		return isnad.Day{}
	}
	for d, n := base.AddDays(2), 0; n < maxNumbered; d, n = d.AddDays(-1), n+1 {
		if d.Day() == it.num && int(d.Weekday()) == wanted {
			return d
		}
	}
	return isnad.Day{}
}

// maxNumbered is how many days back a weekday and its number alone may lie.
const maxNumbered = 70

// weekdaysDay reads the day of a month that stands with the weekday at item i.
func (f *field) weekdaysDay(base isnad.Day, i, to int) (dateMention, bool) {
	k := i + 1
	if k < to && f.items[k].is(tDayPart) {
		k++
	}
	open := k < to && f.word(k) == "("
	if open || k < to && f.word(k) == "," {
		k++
	}
	if k < to && f.word(k) == "the" {
		k++
	}
	if k >= to || f.items[k].is(tWeekday) {
		return dateMention{}, false
	}
	if d := f.numberedDay(base, i, k, to); !d.IsZero() {
		return dateMention{from: i, to: k + 1, period: period(d, d, isnad.BasisYearless, f.written(i, k+1))}, true
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
