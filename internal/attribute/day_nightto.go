package attribute

import "isnad"

// A night belongs to two days: "in the night to Monday", "late Sunday into the early hours of
// Monday", "overnight into 12 October"; "overnight Monday" is the night that bears its name.

// nights joins what the dates of out from start on say of one night.
func (f *field) nights(from int, out []dateMention, start int) []dateMention {
	for i := start; i < len(out); i++ {
		m := &out[i]
		if m.line || m.since || m.said || m.rough || f.items[m.from].is(tRelRange) {
			continue
		}
		if i > start && m.period.To == m.period.From.AddDays(1) && f.overnight(&out[i-1]) && f.leadsToSpan(out[i-1].to, m.from) {
			m.from = out[i-1].from // "overnight Friday to Saturday"
			out = append(out[:i-1], out[i:]...)
			i--
			continue
		}
		if m.period.From != m.period.To {
			continue
		}
		if i > start && f.overnight(&out[i-1]) {
			if n := f.sameNight(out[i-1].to, m.from); n > 0 {
				m.from = out[i-1].from
				if n > 1 {
					f.nightBefore(m)
				}
				out = append(out[:i-1], out[i:]...)
				i--
			}
			continue
		}
		k := m.from - 1
		if k-1 >= from && (f.word(k) == "to" || f.word(k) == "into") && (f.word(k-1) == "night" || f.word(k-1) == "overnight") && !f.dayAt(out[start:i], k-1) {
			f.nightBefore(m)
		}
	}
	return out
}

// overnight tells whether the date m is the word alone.
func (f *field) overnight(m *dateMention) bool {
	w := f.items[m.from].w
	return !m.line && f.items[m.from].is(tRelRange) && w != nil && w.period == "overnight"
}

// sameNight tells how the words [a, b) join "overnight" to a day: 0 not, 1 as its name, 2 as
// the day on which it ends.
func (f *field) sameNight(a, b int) int {
	n := 1
	for k := a; k < b; k++ {
		switch f.word(k) {
		case "on", "from":
		case "into", "to":
			n = 2
		case "the", "early", "morning", "hours", "of":
			if n < 2 {
				return 0
			}
		default:
			return 0
		}
	}
	if b-a > 6 {
		return 0
	}
	return n
}

// leadsToSpan tells whether nothing stands in the items [a, b) between "overnight" and the two
// days of that night.
func (f *field) leadsToSpan(a, b int) bool {
	return a == b || a+1 == b && (f.word(a) == "from" || f.word(a) == "between" || f.word(a) == "on")
}

// nightBefore widens a day to the night that ends on it.
func (f *field) nightBefore(m *dateMention) {
	m.period = period(m.period.From.AddDays(-1), m.period.To, isnad.BasisRelative, f.written(m.from, m.to))
}

// dayAt tells whether one of the dates ms covers item k or ends at it: "Sunday night to Monday".
func (f *field) dayAt(ms []dateMention, k int) bool {
	for i := range ms {
		if ms[i].from <= k && k <= ms[i].to {
			return true
		}
	}
	return false
}

// countsFrom is the day from which "the night before", "the next day" at item i count: the
// one told of before, else for what lies back that of the report.
func (f *field) countsFrom(base isnad.Day, i, to int) isnad.Day {
	if f.lastDay.IsZero() && f.items[i].num < 0 && (i+1 >= to || !f.items[i+1].is(tDet|tEv|tCap|tNum)) {
		return base
	}
	return f.lastDay
}
