package attribute

import (
	"strings"

	"isnad"
)

// Whom police find hurt or dead may be told of in the sentence before the one that says what had been
// done to him, or how he fared: "found the man between two cars with several gunshot wounds. He died at
// a hospital", "came across the body of a woman. The woman had been stabbed".

// foundWounded tells whether a sentence says that somebody was found who was shot or hurt.
func (f *field) foundWounded(s *sentence) bool {
	for k := s.lead; k+2 < s.to; k++ {
		switch f.word(k) {
		case "found", "find", "discovered", "located", "saw":
		default:
			continue
		}
		if w := f.word(k + 1); w != "a" && w != "an" && w != "the" {
			continue
		}
		one := -1
		for n := k + 2; n < s.to && n < k+6 && one < 0; n++ {
			if it := &f.items[n]; it.is(tHead) && it.is(tSingular) && !it.is(tGroup) || f.anybody(n) || f.yearsOld(n) {
				one = n
			} else if it.is(tPunct | tPrep | tLoc | tAux | tSay) {
				break
			}
		}
		for n := one + 1; one > 0 && n < s.to && n < one+20; n++ {
			if woundWord(f.word(n)) {
				return true
			}
			if f.items[n].is(tSay) {
				break
			}
		}
	}
	return false
}

// woundWord tells the words for what somebody has who was shot or stabbed, and how he is found.
func woundWord(w string) bool {
	switch w {
	case "wound", "wounds", "gunshot wound", "gunshot wounds", "bullet wound", "bullet wounds", "stab wound", "stab wounds", "bleeding", "unresponsive", "unconscious", "shot", "stabbed", "beaten":
		return true
	}
	return strings.HasSuffix(w, " wound") || strings.HasSuffix(w, " wounds")
}

// maxBody bounds the items from a body that was found to what had been done to it.
const maxBody = 60

// bodyHit reads the one whose body was told of before and who is taken up as having been shot or
// stabbed, at item t with the auxiliary at aux: "She had been shot at least once", "The woman, who was
// wrapped in a curtain, had been stabbed".
func (f *field) bodyHit(s *sentence, aux, t int) (quantity, bool) {
	k := s.lead
	switch f.word(k) {
	case "he", "she":
	case "the":
		if k++; k+1 >= s.to || f.word(k) != "man" && f.word(k) != "woman" && f.word(k) != "victim" && f.word(k) != "boy" && f.word(k) != "girl" && f.word(k) != "teen" && f.word(k) != "teenager" {
			return quantity{}, false
		}
	default:
		return quantity{}, false
	}
	had := aux == k+1
	if !had && k+3 < s.to && f.word(k+1) == "," && f.word(k+2) == "who" {
		for n := k + 3; n < t && n < k+24; n++ {
			had = had || f.word(n) == "," && n+1 == aux
			if f.items[n].is(tSay | tOut) {
				return quantity{}, false
			}
		}
	}
	if !had || !f.bodyBefore(s) {
		return quantity{}, false
	}
	return quantity{from: s.lead, to: k + 1, low: 1, high: 1, qual: isnad.Exact, head: true, single: true, category: isnad.CategoryAll}, true
}

// bodyBefore tells whether somebody's body was found shortly before a sentence.
func (f *field) bodyBefore(s *sentence) bool {
	for k := s.from - 1; k >= 0 && k > s.from-maxBody; k-- {
		switch f.word(k) {
		case "body":
			if k+2 < len(f.items) && f.word(k+1) == "of" && (f.word(k+2) == "a" || f.word(k+2) == "an" || f.word(k+2) == "the") {
				return true
			}
		case "body of":
			return true
		}
	}
	return false
}

// timeJump tells whether a sentence of a round-up begins so long after or before the deed told of last:
// "About two hours later, officers were called", "Minutes earlier, a man was shot".
func (f *field) timeJump(s *sentence) bool {
	for k := s.lead; k+1 < s.to && k < s.lead+6; k++ {
		switch f.word(k) {
		case "hours", "hour", "minutes", "half-hour":
			return k+1 < s.to && (f.word(k+1) == "later" || f.word(k+1) == "earlier" || k+2 < s.to && f.word(k+1) == "after" && f.word(k+2) == "," || k+2 < s.to && f.word(k+1) == "before" && f.word(k+2) == ",") || k+2 < s.to && f.word(k+1) == "after" && f.word(k+2) == "that"
		}
		if it := &f.items[k]; it.is(tPunct|tAux|tSay|tOut|tHead) && !it.is(tUnit) {
			return false
		}
	}
	return false
}

// jumpsOn tells whether b, told so long after or before a, is another deed of a round-up: it counts
// people somewhere of its own.
func (d *doc) jumpsOn(a, b *partial) bool {
	if d.beat && a.f0 == b.f0 && b.si0 > a.last && b.fr.place != nil && b.fr.place.street && !b.fr.place.aside && a.si0 < len(a.f0.sents) && a.f0.inSeveralDeeds(&a.f0.sents[a.si0]) {
		return true // "four people were wounded in three shootings", and the first of them
	}
	return d.beat && !a.title && a.f0 == b.f0 && b.counted() && b.fr.place != nil && !b.fr.carryPlace && !b.fr.place.org && !hospital(b.f.wordAt(b.fr.place.nameTo-1)) &&
		b.backTo(a) == 0 && !d.roll.same(a.place, b.place) && b.f0.timeJump(&b.f0.sents[b.si0])
}

// opensAtHour tells whether a sentence begins with an hour or a part of the day and then tells of somebody
// or something: "About 9 p.m. on Saturday a woman was found", "Saturday afternoon, officers".
func (f *field) opensAtHour(s *sentence) bool {
	hour := false
	for k := s.lead; k < s.to && k < s.lead+12; k++ {
		switch f.word(k) {
		case "pm", "am", "noon", "midnight":
			hour = true
			continue
		case "p", "a":
			if k+2 < s.to && f.word(k+1) == "." && f.word(k+2) == "m" {
				hour = true
				continue
			}
		}
		if f.items[k].is(tDayPart) {
			hour = true
		} else if f.items[k].is(tHead|tSrc|tAux|tSay|tOut|tEv|tDet) && k > s.lead {
			return hour
		}
	}
	return false
}

// atAnotherHour tells whether b is another deed of a round-up than a: each counts people somewhere of its
// own, and the paragraph of b opens with the hour, or with how long after a it was.
func (d *doc) atAnotherHour(a, b *partial) bool {
	if !d.beat || a.title || a.f0 == nil || a.f0 != b.f0 || b.f0.inTitle || b.si0 <= a.last || !a.counted() || !b.counted() || a.fr.carryPlace || b.fr.carryPlace || b.fr.place == nil || b.fr.place.org || b.backTo(a) > 0 {
		return false
	}
	s := &b.f0.sents[b.si0]
	if a.last >= len(a.f0.sents) || a.f0.sents[a.last].para == s.para || b.si0 > 0 && b.f0.sents[b.si0-1].para == s.para {
		return false
	}
	if !(b.f0.timeJump(s) || b.f0.opensAtHour(s)) || hospital(b.f.wordAt(b.fr.place.nameTo-1)) {
		return false
	}
	for i := range d.partials {
		if q := &d.partials[i]; q.f0 == b.f0 && q.si0 < b.si0 && q.f0.inSeveralDeeds(&q.f0.sents[q.si0]) {
			return true
		}
	}
	return false
}

// restOfShootings tells whether a sentence only counts those of whose shootings a report of several
// tells no more: "At least three other people were wounded in shootings over the weekend".
func (f *field) restOfShootings(s *sentence, p *partial) bool {
	c := p.injured
	if c == nil || p.killed != nil || !c.q.another || p.fr.place != nil || f.inTitle {
		return false
	}
	for k := s.lead; k < s.to; k++ {
		switch f.word(k) {
		case "shootings", "incidents", "stabbings", "attacks":
			return k > s.lead && (f.items[k-1].is(tPrep|tLoc|tDet) || f.word(k-1) == "in" || f.word(k-1) == "other" || f.word(k-1) == "separate")
		}
	}
	return false
}

// namedPart tells whether b only says of one by name that he is among the dead whom a counted, or that
// one died of those whom a counted as shot: "The deaths of a couple ... Jane Example, 71, died of a
// gunshot wound", "Four people were shot. Karl Example, 24, died nine days later".
func (d *doc) namedPart(a, b *partial) bool {
	if !d.beat || b.f0.inTitle || b.killed == nil || b.injured != nil || !b.killed.exact() || b.killed.q.low != 1 || b.fr.place != nil && !b.fr.place.org && !hospital(b.f.wordAt(b.fr.place.nameTo-1)) {
		return false
	}
	if !b.f.namesFirst(&b.sent, b.killed) || b.f0.setsApart(&b.f0.sents[b.si0]) {
		return false
	}
	if a.killed != nil {
		return a.killed.exact() && a.killed.q.low > 1
	}
	return a.injured.exact() && a.injured.q.low > 1 && a.injured.anyOutcome()
}

// namesFirst tells whether a sentence begins with the name and the age of the one whom c counts.
func (f *field) namesFirst(s *sentence, c *casualty) bool {
	k := s.lead
	for k < s.to && k < s.lead+5 && f.namePart(k) {
		k++
	}
	return k >= s.lead+2 && k+1 < s.to && f.word(k) == "," && f.items[k+1].is(tNum) && c.q.from <= k+2 && c.q.from >= s.from
}

// byMishap tells the words for what hurts people without a deed, and for where it does.
func byMishap(w string) bool {
	switch w {
	case "fall", "fell", "fallen", "crash", "crashed", "accident", "collision", "avalanche", "ravine", "cliff", "gorge", "trail", "slope", "climb", "climbing", "hiking", "skiing", "rockfall", "landslide", "pride", "ego":
		return true
	}
	return false
}

// foundAndDied reads the one who was found or taken somewhere and died, with the word for it at item t, far
// behind him: "Karl Example, 33, was found in an alley in the 2500 block of Vine Street on Saturday with a
// wound to the head and died at the scene".
func (f *field) foundAndDied(s *sentence, qs []quantity, used []bool, t int) (quantity, bool) {
	if w := f.word(t); w != "died" && w != "pronounced dead" && w != "declared dead" {
		return quantity{}, false
	}
	if t < s.lead+3 {
		return quantity{}, false
	}
	n := f.beforeVerb(s, t)
	if n <= s.lead || f.word(n) != "and" && f.word(n) != "but" {
		return quantity{}, false
	}
	aux, wound := -1, false
	for k := s.lead + 1; k+1 < n; k++ {
		it := &f.items[k]
		if byMishap(f.word(k)) {
			return quantity{}, false
		}
		if aux < 0 && (f.word(k) == "was" || f.word(k) == "were") {
			switch f.word(k + 1) {
			case "found", "discovered", "taken", "rushed", "flown", "located":
				aux = k
			default:
				return quantity{}, false
			}
			continue
		}
		wound = wound || woundWord(f.word(k))
		if it.is(tSay) && !it.is(tHead) || aux >= 0 && (it.is(tRel) || it.is(tOut) && it.w != nil && it.w.outcome == isnad.Killed || f.word(k) == "and" && f.items[k+1].is(tDet|tCap|tPron)) {
			return quantity{}, false
		}
	}
	if aux < 0 || !wound {
		return quantity{}, false
	}
	for i := range qs {
		if q := &qs[i]; !used[i] && q.head && !q.subset && q.low > 0 && q.from <= s.lead+2 && q.to <= aux && aux-q.to <= 4 {
			used[i] = true
			return *q, true
		}
	}
	return f.nameLeft(s, aux)
}
