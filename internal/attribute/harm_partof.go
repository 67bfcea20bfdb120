package attribute

import "isnad"

// A report of gunfire counts first and then tells what became of some of those it counted:
// "Four people were shot. Two died at the scene, the other two were taken to hospital, one
// in critical condition. Officers had found three of them on the street."

// exact tells whether a figure is one number.
func (c *casualty) exact() bool {
	return c != nil && c.known && !c.q.vague && c.q.qual == isnad.Exact && c.q.low == c.q.high && c.q.low > 0
}

// partOf tells whether b only says what became of some of those whom a counted, or where
// they were found.
func (d *doc) partOf(a, b *partial) bool {
	if d.nthTold(a, b) {
		return true
	}
	if a.f0 != b.f0 || a.title || b.si0 < a.last || b.si0-a.last > 3 || b.both != nil || b.gotDate && a.gotDate && a.when.Distance(b.when) > 0 && !(a.when.To.Before(b.when.From) && d.namedPart(a, b)) {
		return false
	}
	if a.event != b.event && !a.weak && !b.weak && !kindred(a.event, b.event) {
		return false
	}
	if b.fr.place != nil && !b.fr.place.org && !hospital(b.f.word(b.fr.place.nameTo-1)) && !b.fr.place.street && !d.roll.same(a.place, b.place) && !d.roll.holds(a.within, b.place) {
		return false
	}
	if b.fr.said != nil && a.fr.said != nil && len(a.names) > 0 && len(b.names) > 0 && !d.roll.overlap(a.names, b.names) {
		return false
	}
	switch {
	case b.injured != nil && b.killed == nil:
		return b.injured.exact() && a.injured.exact() && b.injured.q.low <= a.injured.q.low && (b.si0 > a.last || b.tellsState()) && b.countedBefore(b.injured)
	case d.namedPart(a, b):
		return true
	case b.killed != nil && b.injured == nil:
		if !b.killed.exact() || b.si0 == a.last || !b.countedBefore(b.killed) {
			return false
		}
		if a.killed != nil {
			return a.killed.exact() && b.killed.q.low <= a.killed.q.low
		}
		return a.injured.exact() && b.killed.q.low <= a.injured.q.low
	}
	return false
}

// nthTold tells whether b only says who some of the dead are of whom a said which one has died by now: "A
// third person has died. Ruth Example, 29, died Sunday at a hospital. The two others who died were".
func (d *doc) nthTold(a, b *partial) bool {
	if a.killed == nil || !a.killed.q.nth || a.f0 != b.f0 || b.si0-a.last > 2 || b.si0 < a.last || b.killed == nil || b.injured != nil || !b.killed.exact() || b.killed.q.low >= a.killed.q.low {
		return false
	}
	if m := b.fr.place; m != nil && !m.org && !hospital(b.f.wordAt(m.nameTo-1)) && !hospital(b.f.wordAt(m.nameTo)) && b.f.wordAt(m.nameTo-1) != "center" && !d.roll.same(a.place, b.place) {
		return false
	}
	return b.fr.said == nil || len(a.names) == 0 || d.roll.overlap(a.names, b.names)
}

// countedBefore tells whether the figure c of a candidate is of people who were counted before:
// "the two others", "one of the victims", "two of them"; whom the police found.
func (p *partial) countedBefore(c *casualty) bool {
	f, s := p.f, &p.sent
	if p.tellsState() {
		return true
	}
	if c.q.to > len(f.items) {
		return p.found() // the figure of a headline may have come from the text
	}
	k := c.q.from - 1
	if k >= s.lead && (f.word(k) == "the" || f.word(k) == "all" || f.word(k) == "both") {
		return true
	}
	for n := c.q.from; n+1 < c.q.to+3 && n+1 < s.to; n++ {
		if f.word(n) != "of" {
			continue
		}
		switch f.word(n + 1) {
		case "them", "those", "the":
			return true
		}
	}
	for n := c.q.from; n < c.q.to; n++ {
		switch f.word(n) {
		case "of them", "of whom", "victim", "victims":
			return true
		}
	}
	return p.found()
}

// tellsState tells whether a candidate says how somebody hurt fares: "one in critical
// condition".
func (p *partial) tellsState() bool {
	if p.injured == nil {
		return false
	}
	switch p.f.wordAt(p.injured.at) {
	case "in critical condition", "in serious condition", "in stable condition", "in fair condition", "in grave condition":
		return true
	}
	return false
}

// found tells whether a sentence says whom those who came found: "they found two men with
// gunshot wounds".
func (p *partial) found() bool {
	f, s := p.f, &p.sent
	for k := s.lead + 1; k < s.to && k < s.lead+9; k++ {
		switch f.word(k) {
		case "found", "located", "discovered":
			for n := k - 1; n >= s.lead && n >= k-2; n-- {
				if w := f.word(n); w == "they" || w == "who" || f.lawful(n, n+1) || rescuers(w) {
					return true
				}
			}
			return false
		}
	}
	return false
}

// outOf takes those of b who died out of those whom a counted as shot or hurt.
func (d *doc) outOf(a, b *partial) {
	if a.killed != nil || !a.injured.exact() || !b.killed.exact() || b.injured != nil || b.killed.q.another || a.title {
		return
	}
	n := a.injured.q.low - b.killed.q.low
	if n < 0 || !b.killed.q.ofThose && !a.injured.anyOutcome() && !b.countedBefore(b.killed) {
		return
	}
	if n == 0 {
		a.injured = nil
		return
	}
	a.injured = a.injured.without(b.killed.q.low)
}

// anyOutcome tells whether a figure is of people who were shot or stabbed, of whom it is
// not told yet whether they live.
func (c *casualty) anyOutcome() bool { return anyOutcome(c.f.word(c.at)) }

// anyOutcome tells the words for what a gun or a knife does to people, of which they may die.
func anyOutcome(w string) bool {
	switch w {
	case "shot", "stabbed", "slashed", "hit", "struck", "gunshot wound", "gunshot wounds", "stab wound", "stab wounds":
		return true
	}
	return false
}
