package attribute

import (
	"time"

	"isnad"
)

// Days and seasons that are told by their place in the calendar: "on the last Friday of
// June", "That Sunday" behind such a day, "last spring".

// nthWeekday reads "the last Friday of June", "the second Monday in May 2014" at the
// weekday of item i: the day, the item behind it and whether the year stands there.
func (f *field) nthWeekday(base isnad.Day, i, to int) (isnad.Period, int, bool) {
	n := 0
	if i < 1 || i+2 >= to || f.word(i+1) != "of" && f.word(i+1) != "in" || !f.items[i+2].is(tMonth) || !f.items[i+2].is(tCap) {
		return isnad.Period{}, i, false
	}
	switch f.word(i - 1) {
	case "first":
		n = 1
	case "second":
		n = 2
	case "third":
		n = 3
	case "fourth":
		n = 4
	case "last", "final":
		n = -1
	default:
		return isnad.Period{}, i, false
	}
	mon := f.items[i+2].num
	y, told := f.yearTold(base, i+3, to)
	if told == 0 {
		p := dayOf(base, 0, mon, 1)
		if p.IsZero() {
			return isnad.Period{}, i, false
		}
		y = p.From.Year()
	}
	d, ok := weekdayOfMonth(y, mon, f.items[i].num, n)
	if !ok {
		return isnad.Period{}, i, false
	}
	basis := isnad.BasisYearless
	if told > 0 {
		basis = isnad.BasisExplicit
	}
	return period(d, d, basis, ""), i + 3 + told, told > 0
}

// weekdayOfMonth is the nth such weekday of a month, the last for n = -1.
func weekdayOfMonth(y, mon, weekday, n int) (isnad.Day, bool) {
	a, ok := isnad.NewDay(y, time.Month(mon), 1)
	if !ok {
		return a, false
	}
	d := a.AddDays((weekday-int(a.Weekday())+7)%7 + 7*max(n-1, 0))
	for n < 0 && d.AddDays(7).Month() == a.Month() {
		d = d.AddDays(7)
	}
	return d, d.Month() == a.Month()
}

// thatWeekday is the weekday at item i that "that" counts from the day told last: "That
// Sunday a woman was killed"; the zero day for none.
func (f *field) thatWeekday(base isnad.Day, i int) isnad.Day {
	if i < 1 || f.word(i-1) != "that" || f.lastDay.IsZero() || i > 1 && f.items[i-2].is(tSay) {
		return isnad.Day{}
	}
	d := f.lastDay.AddDays((f.items[i].num - int(f.lastDay.Weekday()) + 7) % 7)
	if base.Before(d) {
		return isnad.Day{}
	}
	return d
}

// lastSeason is the season that item i names with "last" or "this" before it, counted from
// the day of the report: the last one that is over, or the one of the year.
func (f *field) lastSeason(base isnad.Day, i int, mon int) isnad.Period {
	if i < 1 || base.IsZero() {
		return isnad.Period{}
	}
	y := base.Year()
	switch f.word(i - 1) {
	case "last":
		if p := seasonOf(y, mon); p.IsZero() || !p.To.Before(base) {
			y--
		}
	case "this":
		if p := seasonOf(y, mon); p.IsZero() || base.Before(p.From) {
			return isnad.Period{}
		}
	default:
		return isnad.Period{}
	}
	return seasonOf(y, mon)
}

// seasonOf is the three months of a year from mon on.
func seasonOf(y, mon int) isnad.Period {
	a, b := monthOf(y, mon, isnad.BasisRange), monthOf(y, mon+2, isnad.BasisRange)
	if a.IsZero() || b.IsZero() {
		return isnad.Period{}
	}
	return period(a.From, b.To, isnad.BasisRange, "")
}
