package attribute

// A figure may be told of a stretch of days, which is no incident: "in the past eight days
// we have admitted 211 wounded", "nine incidents over the week killed four", "between 1
// and 31 October 183 civilians were killed".

// maxDays is the longest time that one incident may take.
const maxDays = 3

// overDays tells whether the sentence of a claim under way counts people over more than
// a few days. A day that it names itself comes first.
func (f *field) overDays(p *partial) bool {
	s := &p.sent
	if m := p.fr.date; m != nil && m.stretch {
		return m.period.To.Sub(m.period.From) > maxDays
	} else if m != nil && !m.rough && !m.said && m.period.To.Sub(m.period.From) <= maxDays {
		return false
	}
	for k := s.lead; k+1 < s.to; k++ {
		switch f.word(k) {
		case "in", "over", "during", "within", "throughout":
		default:
			continue
		}
		n := k + 1
		if f.word(n) == "the" {
			n++
		}
		if n >= s.to {
			return false
		}
		switch f.word(n) {
		case "past", "last", "previous", "preceding":
			if n+2 < s.to && f.items[n+1].is(tNum) && f.long(f.items[n+1].num, n+2) {
				return true
			}
		case "reporting":
			if n+1 < s.to && (f.word(n+1) == "period" || f.word(n+1) == "week" || f.word(n+1) == "month") {
				return true
			}
		case "week", "month":
			if w := f.word(k); n == k+2 && w != "in" && (n+1 >= s.to || f.items[n+1].is(tPunct)) {
				return true // "over the week"
			}
		}
	}
	return false
}

// long tells whether n of the unit at item k are more than one incident takes.
func (f *field) long(n, k int) bool {
	switch f.word(k) {
	case "days":
		return n > maxDays
	case "weeks", "months", "years":
		return n > 0
	}
	return false
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
