package attribute

import (
	"time"

	"isnad"
)

// Days and months from one to another: "from March 1 to May 10", "between 30 June and 4
// July 2016", "from January to May".

// joinStretches makes one time of two, among the dates from start on, of which the first
// opens a stretch and the second ends it.
func (f *field) joinStretches(out []dateMention, start int) []dateMention {
	for i := start + 1; i < len(out); i++ {
		a, m := &out[i-1], &out[i]
		if a.stretch || m.stretch || a.line || m.line || a.from <= 0 || !f.goesOnTo(a, m) {
			continue
		}
		first, ok := startOf(a, m)
		if !ok {
			continue
		}
		a.period = period(first, m.period.To, m.period.Basis, f.written(a.from, m.to))
		a.to, a.stretch, a.since, a.said = m.to, true, false, false
		out = append(out[:i], out[i+1:]...)
	}
	return out
}

// goesOnTo tells whether a stretch goes from the date a to the date m behind it.
func (f *field) goesOnTo(a, m *dateMention) bool {
	if !dated(a) || !dated(m) || a.rough != m.rough || m.from <= a.to {
		return false
	}
	k, n := a.from-1, m.from-1
	for k > 0 && k > a.from-5 && partOfDay(f.word(k)) {
		k--
	}
	for n > a.to && n > m.from-5 && partOfDay(f.word(n)) {
		n--
	}
	if n != a.to {
		return false
	}
	switch f.word(k) {
	case "from":
		switch f.word(a.to) {
		case "to", "until", "till", "through", "up to":
			return true
		}
	case "between":
		return f.word(a.to) == "and"
	}
	return false
}

// partOfDay tells the words between those of a stretch and its days: "between the afternoon of 27 October
// and noon on 14 August".
func partOfDay(w string) bool {
	switch w {
	case "the", "morning", "mornings", "noon", "afternoon", "afternoons", "evening", "evenings", "night", "nights", "midnight", "midday", "dawn", "early", "late", "of", "on":
		return true
	}
	return false
}

// maxStretch bounds the days of a stretch that names both of its years.
const maxStretch = 10 * 366

// dated tells whether a date names its month.
func dated(m *dateMention) bool {
	return m.rough && m.period.Basis == isnad.BasisRange || m.period.From == m.period.To && (m.period.Basis == isnad.BasisExplicit || m.period.Basis == isnad.BasisYearless)
}

// startOf is the day on which a stretch from a to m begins; a without a year of its own
// is of m's year, or of the one before.
func startOf(a, m *dateMention) (isnad.Day, bool) {
	first := a.period.From
	if !a.full {
		for y := m.period.To.Year(); y >= m.period.To.Year()-1; y-- {
			d, ok := isnad.NewDay(y, time.Month(first.Month()), first.Day())
			if ok && !m.period.To.Before(d) {
				first = d
				break
			}
		}
	}
	n := m.period.To.Sub(first)
	if a.full {
		return first, n >= 1 && n < maxStretch
	}
	return first, n >= 1 && n < 366
}
