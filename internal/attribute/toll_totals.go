package attribute

import "strings"

// What a monitor counts over a week or a month is no incident: "We recorded 61
// deaths in 27 incidents in January, against 88 in December. Homs was worst
// affected, with 30 killed."

// maxOpening is how many sentences into a report such a sum makes a statistic of it.
const maxOpening = 2

// maxHeads is how many, where lines above it tell no incident.
const maxHeads = 4

// ofPeriod tells whether the figures of a claim under way are a sum over a period,
// or a part of one in a report that opens with such a sum.
func (d *doc) ofPeriod(p *partial) bool {
	f, s := p.f, &p.sent
	if f.sumsPeriod(s) {
		d.statistic = d.statistic || !f.inTitle && p.si < maxOpening
		return true
	}
	fr := &p.fr
	if d.statistic && !f.inTitle && d.item == nil && fr.date == nil && f.bareMeans(s) {
		return true
	}
	if !d.statistic || f.inTitle || d.item != nil || fr.date != nil && !fr.date.rough || fr.strength > 1 {
		return false
	}
	if fr.place == nil {
		return d.toldNone() // else it goes on with an incident
	}
	return fr.place.rank < 2
}

// toldNone tells whether the text has told of no incident so far, its title left aside.
func (d *doc) toldNone() bool {
	for i := range d.partials {
		if !d.partials[i].title {
			return false
		}
	}
	return true
}

// bareMeans tells whether a sentence opens with means in the plural that no word points at, and what
// they did: "Mines and explosive remnants of war killed five", "Snipers wounded nine". In a report that
// opens with what a period counted it is a part of that.
func (f *field) bareMeans(s *sentence) bool {
	means := false
	for k := s.lead; k < s.to && k < s.lead+9; k++ {
		it := &f.items[k]
		if it.is(tOut) && it.w != nil && it.w.harm >= formThird && it.w.harm <= formPast {
			return means
		}
		switch w := f.word(k); {
		case w == "caused" || w == "claimed" || w == "left":
			return means
		case w == "and" || w == "of" || w == "or":
		case it.is(tDet | tNum | tVague | tPrep | tLoc | tPunct | tSay | tAux | tRel | tMonth | tWeekday):
			return false
		case it.is(tWeapon|tEv|tArmed) && strings.HasSuffix(w, "s") || w == "shelling" || w == "gunfire":
			means = true
		}
	}
	return false
}

// sumsPeriod tells whether a sentence says what somebody counted over a period.
func (f *field) sumsPeriod(s *sentence) bool {
	counted := -1
	for k := s.lead; k < s.to && counted < 0; k++ {
		switch f.word(k) {
		case "recorded", "documented", "registered", "logged", "tallied", "counted", "identified", "verified":
			counted = k
		}
	}
	if counted < 0 {
		return false
	}
	for k := s.lead; k < s.to; k++ {
		switch f.word(k) {
		case "incidents", "attacks", "airstrikes", "air strikes", "strikes", "killings", "massacres", "cases", "events", "violations":
			if k > counted && f.counts(s, k, counted) {
				return true
			}
		case "review":
			if k > s.lead && f.word(k-1) == "under" {
				return true
			}
		case "week", "month", "quarter", "year":
			if k > s.lead+1 && f.word(k-1) == "the" && k+1 < s.to && f.items[k+1].is(tPunct) {
				switch f.word(k - 2) {
				case "in", "over", "during", "of":
					return true
				}
			}
		case "against", "down from", "up from", "down", "up":
			if k > counted && f.compares(s, k) {
				return true
			}
		}
	}
	return false
}

// counts tells whether the plural at item k is counted by a number behind item from:
// "nine airstrikes", "14 attempted killings".
func (f *field) counts(s *sentence, k, from int) bool {
	for j := k - 1; j > from && j >= k-3; j-- {
		if f.items[j].is(tNum) {
			return true
		}
		if f.items[j].is(tPunct|tPrep|tConj) && !f.items[j].is(tNum) {
			return false
		}
	}
	return false
}

// compares tells whether the word at k sets a sum against that of another period:
// "against 88 in December", "down from 90".
func (f *field) compares(s *sentence, k int) bool {
	if k+1 < s.to && f.word(k+1) == "from" {
		k++
	} else if w := f.word(k); w == "down" || w == "up" {
		return false
	}
	return k+1 < s.to && f.items[k+1].is(tNum)
}
