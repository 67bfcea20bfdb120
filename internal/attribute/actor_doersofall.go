package attribute

import (
	"strings"

	"isnad"
)

// A lead that sums up several attacks says by whom they were, and the sentences behind it tell of each
// without saying so again: "Suspected jihadists killed 32 people in two attacks. ... Twelve were killed
// at Karm, and 20 near Zoran".

const (
	maxToUmbrella   = 3  // the sentences that a lead may be among
	maxUnderIt      = 12 // how many sentences behind it its attacks are told
	maxGuardsBehind = 5  // and the deaths of guards
)

// doersOfAll gives the claims that are kept the doer whom the lead names for all of them.
func (d *doc) doersOfAll() {
	for _, n := range d.weighed {
		q := &d.partials[n]
		if q.title || q.bg || q.f0 == nil || q.f0.inTitle || q.si0 > maxToUmbrella || len(q.actors) != 1 || q.event == isnad.EventClash || q.stance == isnad.StanceDenied || q.killed == nil || q.killed.q.low < 2 || q.f0.ofState(&q.killed.q) && servesState(q.actors[0]) {
			continue
		}
		s := &q.f0.sents[q.si0]
		if !q.f0.severalDeeds(s) {
			continue
		}
		whole := d.partsMakeUp(q)
		for _, k := range d.weighed {
			p := &d.partials[k]
			if d.underLead(q, p) && (whole && p.killed != nil || d.partOfLead(q, p)) {
				p.actors = append([]string(nil), q.actors...)
			}
		}
		return
	}
}

// severalDeeds tells whether a sentence tells of several deeds at once: "in two attacks", "in attacks
// on villages", "over three days in the districts of Karm and Zoran".
func (f *field) severalDeeds(s *sentence) bool {
	for k := s.lead; k < s.to; k++ {
		switch f.word(k) {
		case "attacks", "raids", "assaults", "ambushes", "incidents", "bombings", "shootings", "killings", "massacres", "districts", "villages", "communities", "localities":
			return true
		}
	}
	return false
}

// underLead tells whether a claim that names no doer stands behind a lead, of its days and no answer
// to it.
func (d *doc) underLead(q, p *partial) bool {
	if p == q || p.title || p.bg || p.f0 != q.f0 || p.si0 <= q.si0 || p.si0-q.si0 > maxUnderIt || len(p.actors) > 0 || p.answer || p.fr.denied || p.stance == isnad.StanceDenied || p.event == isnad.EventClash {
		return false
	}
	if !p.when.IsZero() && !q.when.IsZero() && p.when.Distance(q.when) > 1 {
		return false
	}
	f := p.f0
	s := &f.sents[p.si0]
	for k := s.lead; k < s.to; k++ {
		switch f.word(k) {
		case "unknown", "unidentified", "unclear", "accident", "crash", "collision", "skidded", "overturned":
			return false
		}
	}
	return true
}

// partOfLead tells whether a claim is one of those that the lead sums up, by its place, by the words
// it is told with, or by who died.
func (d *doc) partOfLead(q, p *partial) bool {
	f := p.f0
	s, lead := &f.sents[p.si0], &f.sents[q.si0]
	for k := s.lead; k < s.to && k < s.lead+3; k++ {
		if w := f.word(k); f.items[k].is(tOrdinal) || w == "first" || w == "second" || w == "worst" || w == "deadliest" || w == "bloodiest" || w == "biggest" {
			if k > s.lead && f.word(k-1) == "the" {
				return true // "In the first attack", "The worst of the attacks"
			}
		} else if w == "other" && k > s.lead && f.word(k-1) == "the" && k+1 < s.to && theDeed(f.word(k+1)) {
			return true
		}
	}
	told := f.low[f.items[lead.from].start:f.items[lead.to-1].end]
	for _, name := range append([]string{p.place}, p.within...) {
		first, _, _ := strings.Cut(strings.ToLower(name), " ")
		if len(first) > 3 && !strings.HasPrefix(strings.ToLower(q.place), first) && !ofSide(name) && strings.Contains(told, first) && !d.countryName(name) {
			return true
		}
	}
	return p.si0-q.si0 <= maxGuardsBehind && p.killed != nil && p.killed.q.low >= 1 && p.killed.q.low <= q.killed.q.low && f.ofState(&p.killed.q) && f.ofState(&q.killed.q)
}

// partsMakeUp tells whether the dead of the claims behind a lead make up those that it counts.
func (d *doc) partsMakeUp(q *partial) bool {
	if q.killed.q.vague {
		return false
	}
	sum, parts := 0, 0
	var at []string
	for _, k := range d.weighed {
		p := &d.partials[k]
		if !d.underLead(q, p) || p.killed == nil || p.killed.q.low < 1 || p.killed.q.vague || p.place == "" || contains(at, p.place) || d.roll.same(p.place, q.place) {
			continue
		}
		at = append(at, p.place)
		sum += p.killed.q.low
		parts++
	}
	return parts > 1 && sum == q.killed.q.low
}

// ofState tells whether a figure counts those who serve a state.
func (f *field) ofState(q *quantity) bool {
	for k := q.from; k < q.to && k < len(f.items); k++ {
		if sideWord(f.word(k)) == stateSide {
			return true
		}
	}
	return false
}

// servesState tells whether an actor is one of a state's: of a lead on their dead it is whom the deeds
// were done to.
func servesState(name string) bool {
	for _, w := range strings.Fields(strings.ToLower(name)) {
		if w == "security" || sideWord(w) == stateSide {
			return true
		}
	}
	return false
}

// countryName tells whether a name is that of a country.
func (d *doc) countryName(name string) bool {
	return d.resolve(name, nil).Precision >= isnad.PlaceWider
}
