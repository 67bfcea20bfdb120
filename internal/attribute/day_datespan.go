package attribute

import (
	"time"

	"isnad"
)

// Days that go together, "on Saturday and Sunday", "between 12 and 14 October", "March
// 3-4", and months and seasons whose year is told by words: "in October last year", "in
// the summer of 2013".

// maxSpan bounds the days from the first to the last of several that go together.
const maxSpan = 6

// spans makes one time of two days that are joined, among the dates from start on, and
// counts "overnight" and "in the last 48 hours" from the day on which they are said.
func (f *field) spans(base isnad.Day, from, to int, out []dateMention, start int) []dateMention {
	for i := start; i < len(out); i++ {
		m := &out[i]
		between := m.from > from && f.word(m.from-1) == "between"
		if m.line || m.since && !between || m.period.From != m.period.To {
			continue
		}
		if m.period.Basis == isnad.BasisExplicit || m.period.Basis == isnad.BasisYearless {
			f.monthSpan(m, from, to)
			m.since = m.since && m.period.From == m.period.To // "between March 7 and 8"
			continue
		}
		if m.since {
			continue
		}
		if i == start || m.period.Basis != isnad.BasisWeekday {
			continue
		}
		// "on Saturday and Sunday", "between Friday and Sunday"
		a := &out[i-1]
		if a.line || a.period.Basis != isnad.BasisWeekday || a.period.From != a.period.To || a.said || !f.joinsDays(a.to, m.from) && !f.lastedInto(a.to, m.from) || m.to < to && apostrophe(f.word(m.to)) {
			continue
		}
		if a.since && f.word(a.from-1) != "between" {
			continue // "since Friday"
		}
		first := a.period.From
		if !first.Before(m.period.To) {
			first = first.AddDays(-7)
		}
		if n := m.period.To.Sub(first); n < 1 || n > maxSpan {
			continue
		}
		a.period = period(first, m.period.To, isnad.BasisWeekday, f.written(a.from, m.to))
		a.to, a.said, a.since = m.to, m.said, false
		out = append(out[:i], out[i+1:]...)
		i--
	}
	out = f.joinStretches(out, start)
	f.fromSaid(base, out[start:])
	return out
}

// joinsDays tells whether only words that join two days stand in the items [a, b).
func (f *field) joinsDays(a, b int) bool {
	if b <= a || b-a > 7 {
		return false
	}
	switch f.word(a) {
	case "and", "to", "through", "until", "into", "-", "–", "—":
	default:
		return false
	}
	for k := a + 1; k < b; k++ {
		switch f.word(k) {
		case "on", "early", "late", "the", "morning", "hours", "of", "night":
		default:
			return false
		}
	}
	return true
}

// lastedInto tells whether the items [a, b) say that what began on the day before them went on to the one
// behind: "began on Friday evening and went on till Saturday", "erupted on Friday and lasted into Saturday".
func (f *field) lastedInto(a, b int) bool {
	if b-a > 9 {
		return false
	}
	lasted, into := false, false
	for k := a; k < b; k++ {
		switch f.word(k) {
		case "and", ",", "early", "late", "the", "morning", "hours", "of", "night", "evening", "afternoon", "before", "finally", "only", "on", "well":
		case "went", "went on", "continued", "continuing", "lasted", "lasting", "raged", "dragged", "carried", "stretched", "stretching", "ran", "ended", "ending":
			lasted = true
		case "until", "till", "into", "through", "to", "over":
			into = true
		default:
			return false
		}
	}
	return lasted && (into || f.word(b-1) == "on" || f.word(b-1) == "ended")
}

// monthSpan widens a day of a month by another before or after it: "12 to 14 October",
// "March 3-4".
func (f *field) monthSpan(m *dateMention, from, to int) {
	day := m.period.From
	if k := m.from - 2; k >= from {
		if n := f.rangeStart(*m); n > 0 && n < day.Day() && day.Day()-n <= maxSpan {
			m.period = period(day.AddDays(n-day.Day()), day, m.period.Basis, f.written(k, m.to))
			m.from = k
			return
		}
	}
	if m.full || !f.items[m.from].is(tMonth) || m.to+1 >= to {
		return
	}
	switch f.word(m.to) {
	case "and", "to", "-", "–", "—":
	default:
		return
	}
	it := &f.items[m.to+1]
	n := it.num - day.Day()
	if !it.is(tNum) || !digit(f.text[it.start]) || n < 1 || n > maxSpan {
		return
	}
	if k := m.to + 2; k < to && f.items[k].is(tHead|tActor|tOut|tAux|tUnit|tThing|tAnother|tMod|tNat|tMonth|tNum) {
		return // "on October 12 and 13 people were hurt"
	}
	last := day.AddDays(n)
	if last.Day() != it.num || f.word(m.to) == "to" && f.countBefore(from, m.from) {
		return
	}
	end := m.to + 2
	if y, yn := f.year(end, to); yn > 0 { // "Oct. 11 and 12, 2023"
		first, ok := isnad.NewDay(y, day.Month(), day.Day())
		if !ok {
			return
		}
		day, last, m.full, m.period.Basis = first, first.AddDays(n), true, isnad.BasisExplicit
		end += yn
	}
	m.period = period(day, last, m.period.Basis, f.written(m.from, end))
	m.to = end
}

// maxToCount bounds the items from the words that change a count to the day of those counted.
const maxToCount = 30

// countBefore tells whether somebody changes a count in the items before k, so that what it is changed to
// stands behind them: "raised its count of those killed on March 12 to 16".
func (f *field) countBefore(from, k int) bool {
	s := sentence{from: from, lead: from, to: k}
	for n := max(from, k-maxToCount); n < k; n++ {
		if f.counting(&s, n) {
			return true
		}
	}
	return false
}

// fromSaid counts a time that ends when it is told of from the day on which it is:
// "overnight, police said on Friday", in a report of Saturday.
func (f *field) fromSaid(base isnad.Day, ms []dateMention) {
	var day isnad.Day
	for i := range ms {
		if m := &ms[i]; m.said && !m.line && m.period.From == m.period.To {
			if !day.IsZero() && day != m.period.From {
				return
			}
			day = m.period.From
		}
	}
	if day.IsZero() || base.IsZero() {
		return
	}
	n := base.Sub(day)
	if n < 1 || n > 3 {
		return
	}
	for i := range ms {
		m := &ms[i]
		if w := f.items[m.from].w; w != nil && f.items[m.from].is(tRelRange) && m.period.To == base {
			switch w.period {
			case "overnight", "hours", "twodays", "threedays":
				m.period.From, m.period.To = m.period.From.AddDays(-n), day
			}
		}
	}
}

// yearTold reads a year at item k as a number or as "last year", "of this year": its
// value and length in items.
func (f *field) yearTold(base isnad.Day, k, to int) (int, int) {
	if y, n := f.year(k, to); n > 0 {
		return y, n
	}
	if y, n := f.thatYear(base, k, to); n > 0 {
		return y, n
	}
	n := 0
	if k < to && f.word(k) == "of" {
		k, n = k+1, 1
	}
	if k >= to || base.IsZero() || !f.items[k].is(tRelRange) {
		return 0, 0
	}
	switch f.word(k) {
	case "last year":
		return base.Year() - 1, n + 1
	case "this year":
		return base.Year(), n + 1
	}
	return 0, 0
}

// season reads "summer of 2013" at item i; its length in items is 0 for none.
func (f *field) season(base isnad.Day, i, to int) (isnad.Period, int) {
	var mon int
	switch f.word(i) {
	case "spring":
		mon = 3
	case "summer":
		mon = 6
	case "autumn", "fall":
		mon = 9
	default:
		return isnad.Period{}, 0
	}
	k := i + 1
	if k < to && f.word(k) == "of" {
		k++
	}
	y, n := f.yearTold(base, k, to)
	if n == 0 {
		return f.lastSeason(base, i, mon), 1
	}
	p := seasonOf(y, mon)
	if n > 1 || p.IsZero() {
		return isnad.Period{}, 0
	}
	return p, k + n - i
}

// onDay tells whether a month at item i follows a word that only a day follows: "on
// March 3 gunmen came", "on the night of March 3 gunmen came", unlike "in March 30 people".
func (f *field) onDay(i int) bool {
	if i < 1 {
		return false
	}
	switch f.word(i - 1) {
	case "on":
		return true
	case "of":
		if i < 2 {
			return false
		}
		switch f.word(i - 2) {
		case "morning", "evening", "night", "afternoon", "dawn":
			return true
		}
	}
	return f.items[i-1].is(tWeekday) || f.word(i-1) == "," && i > 1 && f.items[i-2].is(tWeekday)
}

// stretch reads the days of a stretch from item i on: "between 1 and 31 October", "from 4 to
// 9 March", "8–14 December".
func (f *field) stretch(m *dateMention, i, to int) bool {
	if i+2 >= to || !f.items[i+2].is(tNum) || f.items[i].num < 1 || f.items[i].num > 31 || f.items[i+2].num <= f.items[i].num || f.items[i+2].num > 31 {
		return false
	}
	before := ""
	if i > 0 {
		before = f.word(i - 1)
	}
	switch f.word(i + 1) {
	case "and":
		if before != "between" {
			return false
		}
	case "to", "until", "through":
		if before != "from" {
			return false
		}
	case "-", "–":
	default:
		return false
	}
	if i+3 >= to || !f.items[i+3].is(tMonth) || !f.items[i+3].is(tCap) {
		return false
	}
	m.to, m.stretch = i+4, true
	return true
}

// toldYears are the years that a text writes with its months and days, by which the days
// without one go: "in August 2023 ... the Aug. 12 shooting", "On 17 January 2021 ... on 3 March".
type toldYears struct {
	months [13]int   // the year that a month was named with
	last   isnad.Day // of the time long past that was last named in full
	news   bool      // a day of the report's own time was told of before any such
}

const (
	yearReach = 60 // days before the time last named that a day may lie which is told behind it
	yearNear  = 14 // days before the report in which a day without a year is one of its own time
)

// note keeps the year of the date m, and whether the text tells of its own days.
func (y *toldYears) note(base isnad.Day, m *dateMention) {
	w := &m.period
	if base.IsZero() || m.line || m.since {
		return
	}
	switch {
	case m.said:
		y.news = y.news || y.last.IsZero() && w.Basis == isnad.BasisWeekday
	case w.Basis == isnad.BasisExplicit && w.From.Year() < base.Year():
		y.last = w.From
	case m.rough && w.From.Year() < base.Year() && w.To.Sub(w.From) <= 31 && y.months[int(w.From.Month())] == w.From.Year():
		y.last = w.From
	case y.last.IsZero() && base.Sub(w.To) <= yearNear && !m.rough:
		y.news = true
	}
}

// of is the year of a day of a month that is written without one: that of its month where it was
// named with one, else that of the time long past which the text opened with. 0 says none.
func (y *toldYears) of(base isnad.Day, mon, day int) int {
	if mon >= len(y.months) || base.IsZero() {
		return 0
	}
	if n := y.months[mon]; n > 0 && n < base.Year() {
		return n
	}
	if near := dayOf(base, 0, mon, day); y.last.IsZero() || y.news || !near.IsZero() && base.Sub(near.To) <= yearNear {
		return 0
	}
	for n := y.last.Year(); n <= y.last.Year()+1; n++ {
		d, ok := isnad.NewDay(n, time.Month(mon), day)
		if ok && !d.Before(y.last.AddDays(-yearReach)) && !base.Before(d) {
			return n
		}
	}
	return 0
}
