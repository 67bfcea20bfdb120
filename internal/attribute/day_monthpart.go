package attribute

import "isnad"

// monthPart is the part of a month that the words before "of" at item k name: "in the
// first week of May", "the second half of April".
func (f *field) monthPart(k int) string {
	if k < 2 || f.word(k) != "of" {
		return ""
	}
	if f.word(k-1) == "last week" {
		return "last week"
	}
	switch f.word(k - 1) {
	case "week", "weeks":
		switch f.word(k - 2) {
		case "first", "opening", "1st":
			return "week 1"
		case "second", "2nd":
			return "week 2"
		case "third", "3rd":
			return "week 3"
		case "fourth", "4th":
			return "week 4"
		case "last", "final", "closing":
			return "last week"
		}
	case "half", "fortnight":
		switch f.word(k - 2) {
		case "first", "1st":
			return "first half"
		case "second", "2nd", "latter", "last":
			return "second half"
		}
	case "days":
		switch f.word(k - 2) {
		case "first", "opening", "early":
			return "early"
		case "last", "final", "closing", "late":
			return "late"
		}
	case "middle":
		return "mid"
	}
	return ""
}

// partOfMonth narrows a month to a part of it.
func partOfMonth(p isnad.Period, part string) isnad.Period {
	first := p.From
	switch part {
	case "early", "beginning", "start":
		p.To = first.AddDays(9)
	case "late", "end":
		p.From = p.To.AddDays(-10)
	case "mid":
		p.From, p.To = first.AddDays(9), first.AddDays(19)
	case "week 1":
		p.To = first.AddDays(6)
	case "week 2":
		p.From, p.To = first.AddDays(7), first.AddDays(13)
	case "week 3":
		p.From, p.To = first.AddDays(14), first.AddDays(20)
	case "week 4":
		p.From, p.To = first.AddDays(21), first.AddDays(27)
	case "last week":
		p.From = p.To.AddDays(-6)
	case "first half":
		p.To = first.AddDays(14)
	case "second half":
		p.From = first.AddDays(15)
	}
	p.Precision = isnad.PrecisionOf(p.From, p.To)
	return p
}

// fromThen reads a time counted from the day told of before, at item i: "two days
// earlier", "three days later"; its length in items is 0 for none.
func (f *field) fromThen(base isnad.Day, i, to int) (isnad.Period, int) {
	it := &f.items[i]
	if i+2 >= to || !f.items[i+1].is(tUnit) || f.lastDay.IsZero() || base.IsZero() {
		return isnad.Period{}, 0
	}
	sign, items := 0, 3
	switch f.word(i + 2) {
	case "earlier", "before", "previously":
		sign = -1
	case "later", "afterwards", "on":
		sign = 1
	case "after":
		// "four days after that, the monitor"
		if i+4 >= to || f.word(i+3) != "that" || !f.items[i+4].is(tPunct) {
			return isnad.Period{}, 0
		}
		sign, items = 1, 4
	default:
		return isnad.Period{}, 0
	}
	if i+3 < to && (f.word(i+2) == "before" || f.word(i+2) == "on") && !f.items[i+3].is(tPunct|tClause|tLoc) {
		return isnad.Period{}, 0 // "two days before the election"
	}
	n := it.num
	switch w := f.word(i); {
	case w == "a" || w == "one":
		n = 1
	case !it.is(tNum):
		return isnad.Period{}, 0
	}
	switch f.word(i + 1) {
	case "day", "days":
	case "week", "weeks":
		n *= 7
	default:
		return isnad.Period{}, 0
	}
	day := f.lastDay.AddDays(sign * n)
	if n < 1 || n > 60 || base.Before(day) {
		return isnad.Period{}, 0
	}
	return period(day, day, isnad.BasisRelative, ""), items
}

// thenCounts sets m to the time counted from the day told of before at item i.
func (f *field) thenCounts(base isnad.Day, i, to int, m *dateMention) bool {
	p, n := f.fromThen(base, i, to)
	if n == 0 {
		return false
	}
	m.to = i + n
	p.Words = f.written(i, m.to)
	m.period = p
	return true
}

// ofMonth tells whether the time at item i is that of a month named behind it: "the last
// week of May".
func (f *field) ofMonth(i, to int) bool {
	return i+2 < to && f.items[i].w.period == "lastweek" && f.word(i+1) == "of" && f.items[i+2].is(tMonth)
}

// weekThen sets m to the time of "a week earlier" at item i where a day was told of before.
func (f *field) weekThen(base isnad.Day, i int, m *dateMention) bool {
	switch f.word(i) {
	case "a week earlier", "the previous week":
	default:
		return false
	}
	if f.lastDay.IsZero() || base.Sub(f.lastDay) <= 7 {
		return false
	}
	day := f.lastDay.AddDays(-7)
	p := period(day.AddDays(-1), day.AddDays(1), isnad.BasisRange, f.written(i, i+1))
	if f.word(i) == "a week earlier" {
		p.From, p.To, p.Precision = day, day, isnad.PrecisionOf(day, day)
	}
	m.period = p
	return true
}
