package attribute

import (
	"slices"
	"strings"
	"time"

	"isnad"
)

// dateMention is a date or a time of day in a text, items [from, to).
type dateMention struct {
	from, to int
	period   isnad.Period
	full     bool // day, month and year are written
	said     bool // it dates the statement, not the incident: "said on Monday"
	since    bool // it opens a longer period: "since March"
	line     bool // in the date line of an agency
	rough    bool // months and years: weaker than any day in the same sentence
	after    bool // "a week after": of what is told behind it
	back     int  // so many days
	stretch  bool // days from one to another: "between 4 and 9 March"
	died     bool // one died on it whose wound is of a day told behind it
	wound    bool // and this is that day
}

// dates finds the dates of the items [from, to), counted from base. With a zero
// base only full dates are found. The date line ends at lead.
func (f *field) dates(base isnad.Day, from, lead, to int, out []dateMention) []dateMention {
	start, before := len(out), f.lastDay
	for i := from; i < to; {
		if !f.opensDate(i, to) {
			i++
			continue
		}
		m, ok := f.date(base, i, to)
		if !ok || f.word(i) == "the day after" {
			if after, is := f.daysAfter(base, i, to, out[start:]); is {
				out = append(out, after)
				i = after.to
				continue
			}
		}
		if !ok {
			i++
			continue
		}
		if m.full && m.period.From == base && m.from < 25 && from < 25 && !(m.from > 0 && f.items[m.from-1].is(tPrep|tLoc)) {
			i = max(m.to, i+1)
			continue // the date line itself
		}
		m.since = !m.stretch && f.opensPeriod(from, m.from)
		m.line = m.to <= lead && !f.headsItem(base, &m)
		m.said = f.datesSaying(from, to, &m)
		m.died = m.said && f.diedOn(from, to, &m)
		m.wound = len(out) > start && out[len(out)-1].died
		if p := &m.period; p.From == p.To && !m.since && !m.line {
			if f.lastDay = p.From; !m.said { // what is said on a day may be told of by it: "said on Tuesday ... the day before"
				before = f.lastDay
			}
		}
		f.years.note(base, &m)
		out = append(out, m)
		i = max(m.to, i+1)
	}
	f.lastDay = before
	f.countedBack(lead, out[start:])
	return f.dropDawn(f.countedOn(from, to, f.nights(from, f.spans(base, from, to, out, start), start), start), start)
}

// opensDate tells whether date or daysAfter can begin at item i.
func (f *field) opensDate(i, to int) bool {
	it := &f.items[i]
	return it.is(tMonth|tWeekday|tRelDay|tRelRange) || it.may(mayDate) || digit(f.text[it.start]) || i+1 < to && f.items[i+1].is(tUnit)
}

// dropDawn leaves out "at dawn" among the dates from start on where another names the
// day: "On Tuesday 15 March gunmen entered the village at dawn".
func (f *field) dropDawn(out []dateMention, start int) []dateMention {
	dawn, day := -1, false
	for i := start; i < len(out); i++ {
		if f.word(out[i].from) == "dawn" {
			dawn = i
		} else if m := &out[i]; m.period.From == m.period.To && !m.since && !m.said && !m.line {
			day = true
		}
	}
	if dawn < 0 || !day {
		return out
	}
	return slices.Delete(out, dawn, dawn+1)
}

// maxSince bounds the items between "since" and its day: "since the truce that two
// powers brokered collapsed on 19 September".
const maxSince = 12

// daysAfter reads "a week after" at item i: what is told behind it happened that
// long before the day the sentence names, or the day told of before.
func (f *field) daysAfter(base isnad.Day, i, to int, named []dateMention) (dateMention, bool) {
	m := dateMention{from: i, to: i + 3, after: true}
	if f.word(i) == "the day after" && i > 0 && f.word(i-1) == "," && i+2 < to && !f.items[i+1].is(tPunct|tPron) {
		day := base // ", the day after shells killed two"
		for k := range named {
			if p := &named[k].period; p.From == p.To && !named[k].since && !named[k].after {
				day = p.From
			}
		}
		if m.to = i + 1; day.IsZero() {
			return m, false
		}
		day, m.back = day.AddDays(-1), 1
		m.period = period(day, day, isnad.BasisRelative, f.written(m.from, m.to))
		return m, true
	}
	if i+3 >= to || f.word(i+2) != "after" || !f.items[i+1].is(tUnit) || i > 0 && (f.word(i-1) == "in" || f.word(i-1) == "within") {
		return m, false
	}
	n := f.items[i].num
	if w := f.word(i); w == "a" || w == "one" {
		n = 1
	} else if !f.items[i].is(tNum) {
		return m, false
	}
	switch f.word(i + 1) {
	case "day", "days":
	case "week", "weeks":
		n *= 7
	case "month", "months", "year", "years":
		if base.IsZero() || n < 1 || n > 60 {
			return m, false
		}
		if strings.HasPrefix(f.word(i+1), "year") {
			m.period = monthOf(base.Year()-n, int(base.Month()), isnad.BasisRange)
		} else {
			m.period = ago(base, n, f.word(i+1)) // "two months after a bombing killed 30 people"
		}
		m.rough = true
		m.period.Words = f.written(m.from, m.to)
		return m, !m.period.IsZero()
	default:
		return m, false
	}
	day := base
	if !f.lastDay.IsZero() && base.Sub(f.lastDay) <= 3 && !(i > 0 && f.word(i-1) == "comes") {
		day = f.lastDay
	}
	for k := range named {
		if p := &named[k].period; p.From == p.To && !named[k].since && !named[k].after {
			day = p.From
		}
	}
	if day.IsZero() || n < 1 || n > 60 {
		return m, false
	}
	day, m.back = day.AddDays(-n), n
	m.period = period(day, day, isnad.BasisRelative, f.written(m.from, m.to))
	return m, true
}

// opensPeriod tells whether the words before item i make what follows the start
// of a longer time.
func (f *field) opensPeriod(from, i int) bool {
	begun := f.begins(from, i)
	for k := i - 1; k >= from && k >= i-maxSince; k-- {
		switch f.word(k) {
		case "since":
			return true
		case "between":
			return k == i-1
		}
		it := &f.items[k]
		if it.is(tSay|tOut|tEv|tPunct) && !it.is(tBg) && !((begun || it.is(tEv) && it.w.evForm == formNoun) && it.is(tEv) && !it.is(tOut)) {
			return false
		}
	}
	return false
}

// begins tells whether the words before item i say that something set in: "began on".
func (f *field) begins(from, i int) bool {
	for k := i - 1; k >= from && k >= i-3; k-- {
		switch f.word(k) {
		case "began", "started", "launched", "broke out", "erupted", "begun":
			return true
		}
	}
	return false
}

// period is the time from one day to another, zero where either is not known.
func period(from, to isnad.Day, basis isnad.DateBasis, words string) isnad.Period {
	if from.IsZero() || to.IsZero() {
		return isnad.Period{}
	}
	return isnad.Period{From: from, To: to, Precision: isnad.PrecisionOf(from, to), Basis: basis, Words: words}
}

// date reads one date that starts at item i.
func (f *field) date(base isnad.Day, i, to int) (dateMention, bool) {
	it := &f.items[i]
	m := dateMention{from: i, to: i + 1}
	set := func(p isnad.Period) (dateMention, bool) {
		if p.IsZero() {
			return m, false
		}
		p.Words = f.written(m.from, m.to)
		m.period = p
		return m, true
	}
	if !base.IsZero() && (it.is(tNum|tRelRange) || f.word(i) == "a") {
		if d, e := f.yearsBack(base, i, to); e > i && !d.IsZero() {
			m.to = e
			return set(period(d, d, isnad.BasisRelative, ""))
		}
	}
	switch {
	case digit(f.text[it.start]):
		if d, ok := numericDate(f.text[it.start:it.end]); ok {
			m.full = true
			d = otherWayRound(d, base)
			return set(period(d, d, isnad.BasisExplicit, ""))
		}
		if p, full := f.namedMonth(base, i); !p.IsZero() {
			m.full = full
			return set(p)
		}
		// "02-10-2017" is cut at its hyphens
		if d, n, ok := f.hyphenDate(i, to); ok {
			m.to, m.full = i+n, true
			return set(period(d, d, isnad.BasisExplicit, ""))
		}
		if it.is(tNum) && f.stretch(&m, i, to) {
			y, n := f.year(m.to, to)
			mon := f.items[m.to-1].num
			m.to += n
			m.full = n > 0
			b := dayOf(base, y, mon, f.items[i+2].num)
			if b.IsZero() {
				return m, false
			}
			return set(period(b.From.AddDays(it.num-f.items[i+2].num), b.From, b.Basis, ""))
		}
		if it.num >= 1 && it.num <= 31 && it.is(tNum|tOrdinal) {
			k := i + 1
			if k < to && (f.word(k) == "of" || f.inDate(k)) {
				k++
			}
			if k < to && f.items[k].is(tMonth) && f.items[k].is(tCap) {
				m.to = k + 1
				y, n := f.yearTold(base, k+1, to)
				m.to += n
				m.full = n > 0
				if n == 0 {
					y = f.years.of(base, f.items[k].num, it.num)
				}
				return set(dayOf(base, y, f.items[k].num, it.num))
			}
		}
		if d := f.dayAlone(base, i, to); !d.IsZero() {
			return set(period(d, d, isnad.BasisYearless, ""))
		}
		if y, n := f.year(i, to); n == 1 && i > 0 && (base.IsZero() || y <= base.Year()) && !f.bornThen(i) {
			switch f.word(i - 1) {
			case "in", "since", "during", "of", "from", "early", "late":
				m.rough = true
				return set(yearOf(y))
			case "the", "a", "his", "her":
				if f.deedIsNext(i+1, to) { // "the 1998 murder of", "a 2021 shooting"
					m.rough = true
					return set(yearOf(y))
				}
			}
		}
		if p, n := f.fromThen(base, i, to); n > 0 {
			m.to = i + n
			return set(p)
		}
		if f.isAgo(i, to) && !base.IsZero() {
			m.to = i + 3
			return set(ago(base, it.num, f.word(i+1)))
		}
		return m, false
	case it.is(tMonth) && it.is(tCap):
		return f.monthDate(base, i, to, set, &m)
	case base.IsZero():
		return m, false
	case it.is(tCap) && f.movable(base, i, to, &m):
		return set(m.period)
	case it.is(tCap) && f.feast(i, to, &m) > 0:
		n := f.feast(i, to, &m)
		if m.to+1 < to && f.word(m.to) == "in" {
			if _, yn := f.year(m.to+1, to); yn == 1 {
				m.to++ // "on Christmas Day in 2022"
			}
		}
		y, yn := f.year(m.to, to)
		m.to += yn
		return set(dayOf(base, y, n/100, n%100))
	case it.is(tWeekday):
		if n, ok := f.weekdaysDay(base, i, to); ok {
			return n, true
		}
		if !it.is(tCap) {
			return m, false
		}
		if p, e, full := f.nthWeekday(base, i, to); e > i {
			m.to, m.full = e, full
			return set(p)
		}
		if d := f.thatWeekday(base, i); !d.IsZero() {
			return set(period(d, d, isnad.BasisRelative, ""))
		}
		back := (int(base.Weekday()) - it.num + 7) % 7
		if i > 0 && f.word(i-1) == "last" && back == 0 {
			back = 7
		}
		if i > 0 && f.word(i-1) == "last week" || i+1 < to && f.word(i+1) == "last week" {
			back = 7 + (int(base.Weekday())+6)%7 - (it.num+6)%7 // of the week before
		}
		d := base.AddDays(-back)
		if i+1 < to && f.word(i+1) == "night" || i+2 < to && f.word(i+1) == "overnight" {
			m.to = i + 2
		}
		return set(period(d, d, isnad.BasisWeekday, ""))
	case it.is(tRelDay):
		written := base
		if it.w != nil && it.w.period == "then" { // counted from the day told of before
			if base = f.countsFrom(base, i, to); base.IsZero() {
				return m, false
			}
		}
		if it.w != nil && it.w.period == "back" && !f.lastDay.IsZero() && f.lastDay.Before(base) {
			base = f.lastDay // "on Tuesday raised the toll of the strikes the day before"
		}
		d := base.AddDays(it.num)
		if it.num > 1 && written.AddDays(2).Before(d) {
			return m, false // "on Monday, two weeks later": counted from a day told before that one
		}
		return set(period(d, d, isnad.BasisRelative, ""))
	case it.is(tRelRange):
		if f.ofMonth(i, to) {
			return m, false // "in the last week of May"
		}
		if f.weekThen(base, i, &m) {
			return m, true
		}
		return f.relativeRange(base, i, set, &m)
	case i+2 < to && f.items[i+1].is(tUnit) && f.thenCounts(base, i, to, &m):
		return m, true
	case f.isAgo(i, to):
		m.to = i + 3
		return set(ago(base, it.num, f.word(i+1)))
	case f.word(i) == "spring" || f.word(i) == "summer" || f.word(i) == "autumn" || f.word(i) == "fall":
		p, n := f.season(base, i, to)
		m.to, m.rough = i+max(n, 1), true
		return set(p)
	case f.word(i) == "dawn" && i > 0 && (f.word(i-1) == "at" || f.word(i-1) == "before"):
		return set(period(base, base, isnad.BasisRelative, ""))
	}
	return m, false
}

// isAgo tells whether item i counts units of time back: "3 days ago".
func (f *field) isAgo(i, to int) bool {
	return f.items[i].is(tNum|tVague) && i+2 < to && f.items[i+1].is(tUnit) && (f.word(i+2) == "ago" || f.word(i+2) == "earlier")
}

func ago(base isnad.Day, n int, unit string) isnad.Period {
	if n < 1 || n > 400 {
		return isnad.Period{}
	}
	switch unit {
	case "day", "days":
		d := base.AddDays(-n)
		return period(d, d, isnad.BasisRelative, "")
	case "week", "weeks":
		d := base.AddDays(-7 * n)
		return period(d.AddDays(-3), d.AddDays(3), isnad.BasisRange, "")
	case "month", "months":
		d := base.AddDays(-30 * n)
		return monthOf(d.Year(), int(d.Month()), isnad.BasisRange)
	case "year", "years":
		return yearOf(base.Year() - n)
	case "hours", "hour":
		return period(base.AddDays(-1), base, isnad.BasisRelative, "")
	}
	return isnad.Period{}
}

func (f *field) monthDate(base isnad.Day, i, to int, set func(isnad.Period) (dateMention, bool), m *dateMention) (dateMention, bool) {
	mon := f.items[i].num
	k := i + 1
	if k < to && (f.word(k) == "." || f.inDate(k)) {
		k++
	}
	if k < to && f.items[k].is(tNum|tOrdinal) && digit(f.text[f.items[k].start]) {
		n := f.items[k].num
		// "Jan 202015" is "Jan 20, 2015" with its comma lost
		if n > 31 && n >= 12000 && n < 3200000 {
			y, d := n%10000, n/10000
			if y >= 1900 && y <= 2100 && d >= 1 && d <= 31 {
				m.to, m.full = k+1, true
				return set(dayOf(base, y, mon, d))
			}
		}
		if n >= 1 && n <= 31 {
			m.to = k + 1
			if k+1 < to && f.items[k+1].is(tPart) && f.items[k+1].is(tCap) {
				return *m, false // "April 7th Street"
			}
			y, yn := f.yearTold(base, k+1, to)
			if yn == 0 && k+1 < to && f.items[k+1].is(tHead) && !f.items[k].is(tOrdinal) && !f.onDay(i) {
				m.to = i + 1 // "in June 30 people"
			} else {
				m.to += yn
				m.full = yn > 0
				if yn == 0 {
					y = f.years.of(base, mon, n)
				}
				return set(dayOf(base, y, mon, n))
			}
		}
	}
	// a month alone needs a word that shows it is one: "in May", "last March", "late December"
	m.to = i + 1
	y, yn := f.yearTold(base, i+1, to)
	part := ""
	lead := i - 1
	if lead >= 0 && (f.word(lead) == "of" || f.word(lead) == "in") && lead > 0 && f.items[lead-1].is(tDayPart) {
		part = f.word(lead - 1)
	} else if lead >= 0 && f.items[lead].is(tDayPart) {
		part = f.word(lead)
	}
	if lead >= 0 && part == "" {
		part = f.monthPart(lead)
	}
	if strings.HasPrefix(f.word(i), "mid-") {
		part = "mid"
	}
	ok := yn > 0 || part != ""
	if lead >= 0 {
		switch f.word(lead) {
		case "in", "last", "since", "during", "this", "until", "of", "by", "from", "between", "and", "early", "late", "mid", "through", "throughout":
			ok = true
		case "the", "a", "an", "his", "her", "their":
			ok = ok || f.deedIsNext(m.to, to) // "the April shooting death of"
		}
	}
	if !ok || base.IsZero() && yn == 0 {
		return *m, false
	}
	m.to += yn
	if yn == 0 {
		y = base.Year()
		if mon > int(base.Month()) || mon == int(base.Month()) && lead >= 0 && f.word(lead) == "last" {
			y--
		} else if n := f.years.months[mon]; n > 0 {
			y = n
		}
	}
	p := monthOf(y, mon, isnad.BasisRange)
	if p.IsZero() {
		return *m, false
	}
	if yn > 0 && mon < len(f.years.months) {
		f.years.months[mon] = y
	}
	p = partOfMonth(p, part)
	m.rough = true
	return set(p)
}

func (f *field) relativeRange(base isnad.Day, i int, set func(isnad.Period) (dateMention, bool), m *dateMention) (dateMention, bool) {
	back := func(a, b int, basis isnad.DateBasis) (dateMention, bool) {
		return set(period(base.AddDays(a), base.AddDays(b), basis, ""))
	}
	wd := (int(base.Weekday()) + 6) % 7 // days since Monday
	switch f.items[i].w.period {
	case "overnight":
		return back(-1, 0, isnad.BasisRelative)
	case "hours":
		return back(-1, 0, isnad.BasisRelative)
	case "twodays":
		return back(-2, 0, isnad.BasisRelative)
	case "threedays":
		return back(-3, 0, isnad.BasisRelative)
	case "weekend": // the last one, or the one under way
		sunday := int(base.Weekday())
		if sunday == int(time.Saturday) {
			return back(0, 0, isnad.BasisRange)
		}
		return back(-sunday-1, -sunday, isnad.BasisRange)
	case "week":
		m.rough = true
		return back(-max(wd, 1), 0, isnad.BasisRange)
	case "lastweek":
		m.rough = true
		return back(-wd-7, -wd-1, isnad.BasisRange)
	case "month":
		m.rough = true
		return back(1-base.Day(), 0, isnad.BasisRange)
	case "lastmonth":
		m.rough = true
		d := base.AddDays(-base.Day())
		return set(monthOf(d.Year(), int(d.Month()), isnad.BasisRange))
	case "year":
		m.rough = true
		return set(yearOf(base.Year()))
	case "lastyear":
		m.rough = true
		return set(yearOf(base.Year() - 1))
	}
	return *m, false
}

func monthOf(y, mon int, basis isnad.DateBasis) isnad.Period {
	a, ok := isnad.NewDay(y, time.Month(mon), 1)
	if !ok {
		return isnad.Period{}
	}
	ny, nm := y, mon+1
	if nm > 12 {
		ny, nm = y+1, 1
	}
	b, ok := isnad.NewDay(ny, time.Month(nm), 1)
	if !ok {
		return isnad.Period{}
	}
	return period(a, b.AddDays(-1), basis, "")
}

func yearOf(y int) isnad.Period {
	a, ok := isnad.NewDay(y, time.January, 1)
	b, ok2 := isnad.NewDay(y, time.December, 31)
	if !ok || !ok2 {
		return isnad.Period{}
	}
	return period(a, b, isnad.BasisRange, "")
}

// dayOf is a day whose year may be missing: then it is the latest such day not
// after base, two days of grace for time zones.
func dayOf(base isnad.Day, y, mon, day int) isnad.Period {
	if y > 0 {
		d, ok := isnad.NewDay(y, time.Month(mon), day)
		if !ok {
			return isnad.Period{}
		}
		return period(d, d, isnad.BasisExplicit, "")
	}
	if base.IsZero() {
		return isnad.Period{}
	}
	for _, y := range [...]int{base.Year() + 1, base.Year(), base.Year() - 1, base.Year() - 2, base.Year() - 3, base.Year() - 4} {
		d, ok := isnad.NewDay(y, time.Month(mon), day)
		if ok && !base.AddDays(2).Before(d) {
			return period(d, d, isnad.BasisYearless, "")
		}
	}
	return isnad.Period{}
}

// year reads a year at item k, a comma before it allowed: its value and length in items.
func (f *field) year(k, to int) (int, int) {
	n := 0
	if k < to && (f.word(k) == "," || f.inDate(k)) {
		k, n = k+1, 1
	}
	if k < to && f.items[k].is(tNum) && f.items[k].end-f.items[k].start == 4 {
		if y := f.items[k].num; y >= 1900 && y <= 2100 {
			return y, n + 1
		}
	}
	return 0, 0
}

// inDate tells whether the dash or stroke at item k stands within a date: "27-April-2018", "27/Apr/2018".
func (f *field) inDate(k int) bool {
	w := f.word(k)
	return (w == "-" || w == "/") && k > 0 && k+1 < len(f.items) && f.items[k-1].end == f.items[k].start && f.items[k].end == f.items[k+1].start && (f.items[k-1].is(tMonth) || f.items[k+1].is(tMonth))
}

// deedIsNext tells whether a noun for the killing or hurting of somebody stands at item k, or behind
// one word for how.
func (f *field) deedIsNext(k, to int) bool {
	for n := k; n < to && n < k+2; n++ {
		switch f.word(n) {
		case "murder", "murders", "killing", "killings", "death", "deaths", "slaying", "slayings", "shooting", "shootings", "stabbing", "homicide", "shooting death", "massacre", "robbery", "ambush", "attack":
			return true
		}
	}
	return false
}
