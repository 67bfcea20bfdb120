package attribute

import "isnad"

// "Killed when a house collapsed the day after its liberation on Friday", "Two days after the army left on
// Friday gunmen came": the only day that the sentence names is that of what went before, and the deed was so
// many days later.

// maxDayAfter bounds the items from "the day after" to the day of what went before.
const maxDayAfter = 10

// countedOn counts such a day on, among the dates of the items [from, to) from start on.
func (f *field) countedOn(from, to int, out []dateMention, start int) []dateMention {
	day := -1
	for i := start; i < len(out); i++ {
		switch m := &out[i]; {
		case m.after, m.line, m.said && day < 0:
		case day >= 0 && m.period.From == m.period.To && f.dayAfterBetween(out[day].to, m.from):
			kept := out[:day+1] // "on Saturday, a day after the army left on Friday"
			for k := day + 1; k < len(out); k++ {
				if k != i && (k > i || !out[k].after) {
					kept = append(kept, out[k])
				}
			}
			return kept
		case m.period.From != m.period.To || m.since || m.rough || day >= 0:
			return out
		case f.items[m.from].is(tWeekday|tMonth|tNum) && !f.then(m.from):
			day = i
		}
	}
	if day < 0 {
		return out
	}
	m := &out[day]
	for k := m.from - 1; k >= from && k > m.from-maxDayAfter; k-- {
		n, at := f.dayAfterAt(from, k)
		if n == 0 {
			if it := &f.items[k]; it.is(tOut|tSay|tRel|tPunct) && !apostrophe(f.word(k)) || it.is(tEv) {
				return out // "four days after a raid on April 22", which is told of as well
			}
			continue
		}
		if f.word(m.from-1) != "on" && f.word(m.from-1) != "of" && k != m.from-1 {
			return out
		}
		d := m.period.From.AddDays(n)
		m.period = period(d, d, isnad.BasisRelative, f.written(at, m.to))
		m.from, m.said = at, false
		kept := out[:start]
		for i := start; i < len(out); i++ {
			if i == day || !(out[i].from >= at && out[i].to <= m.to) {
				kept = append(kept, out[i])
			}
		}
		return kept
	}
	return out
}

// dayAfterBetween tells whether such words stand among the items [a, b), and no harm behind them.
func (f *field) dayAfterBetween(a, b int) bool {
	after := false
	for k := a; k < b; k++ {
		n, _ := f.dayAfterAt(a, k)
		after = after || n > 0
		if it := &f.items[k]; after && it.is(tOut) && it.w != nil && it.w.outcome != "" {
			return false
		}
	}
	return after && b-a < maxDayAfter+4
}

// then tells whether item k counts from a day told of before: "the next day".
func (f *field) then(k int) bool { return f.items[k].is(tRelDay) }

// dayAfterAt tells how many days later the words that end at item k say something was, and where they begin:
// "the day after", "a day after", "two days after"; 0 for other words.
func (f *field) dayAfterAt(from, k int) (n, at int) {
	if f.word(k) == "the day after" {
		return 1, k
	}
	if f.word(k) != "after" || k-2 < from {
		return 0, 0
	}
	if k-3 >= from && (f.word(k-3) == "in" || f.word(k-3) == "within") {
		return 0, 0 // "for the second time in four days after"
	}
	switch f.word(k - 1) {
	case "day":
		if w := f.word(k - 2); w == "a" || w == "one" || w == "the" {
			return 1, k - 2
		}
	case "days":
		if it := &f.items[k-2]; it.is(tNum) && it.num > 0 && it.num < 8 {
			return it.num, k - 2
		}
	}
	return 0, 0
}
