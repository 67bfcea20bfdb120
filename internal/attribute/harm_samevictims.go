package attribute

import (
	"strings"

	"isnad"
)

// A story of one crime comes back to those who were hurt over and over, and says each time a
// little more of them: "A man was shot dead on Monday ... He had been shot in the chest ... The
// victim, a 31-year-old welder, was taken to a hospital". That is the same claim again.

// maxBack bounds the sentences over which such a story comes back to those whom it told of.
const maxBack = 12

// sameVictims tells whether b takes up by a pronoun or a definite noun those whom a counted,
// and says nothing else of the deed.
func (d *doc) sameVictims(a, b *partial) bool {
	if !d.beat || a.title || b.title || a.f0 != b.f0 || b.both != nil || a.both != nil || a.bg != b.bg || b.si0-a.last > maxBack {
		return false
	}
	n := b.backTo(a)
	again := n > 0 && a.allHurt() == n || n == 0 && b.definite && !b.counted() && a.counted() && (len(b.actors) == 0 || b.fr.carryActor)
	if !again || b.gotDate && a.gotDate && a.when.Distance(b.when) > 0 {
		return false
	}
	if a.event != b.event && !a.weak && !b.weak && !kindred(a.event, b.event) || b.f0.setsApart(&b.f0.sents[b.si0]) {
		return false
	}
	if q := b.fr.place; q != nil && !q.org && a.fr.place != nil && !a.fr.carryPlace && !hospital(b.f.word(q.nameTo-1)) && b.place != "" && d.placesApart(a, b) {
		return false
	}
	if b.fr.said == nil || len(b.names) == 0 || genericNames(b.names) || d.roll.overlap(a.names, b.names) {
		return true
	}
	return d.lawSpeaks(b) && (len(a.names) == 0 || genericNames(a.names) || d.lawSpeaks(a))
}

// backTo is how many of those told of before a candidate takes up, and tells of nobody else;
// 0 for none.
func (p *partial) backTo(a *partial) int {
	if p.killed != nil && p.injured != nil {
		return 0
	}
	c := p.injured
	if c == nil {
		c = p.killed
	}
	switch {
	case c == nil && p.known1:
		return 1
	case !c.exact():
		return 0
	case c.q.pronoun:
		return c.q.low
	case p.f.theSame(c.q.from, a):
		return c.q.low
	}
	return 0
}

// theSame tells whether the figure that begins at item k takes up those told of before: "the
// victim", "both", "all three".
func (f *field) theSame(k int, a *partial) bool {
	if k > 0 && f.word(k-1) == "the" {
		k--
	}
	switch f.word(k) {
	case "both", "all":
		n := k + 1
		for n < len(f.items) && n < k+3 && (f.items[n].is(tNum|tDet) || f.word(n) == "of") {
			n++
		}
		return n >= len(f.items) || !f.items[n].is(tHead) || strings.HasPrefix(f.word(n), "victim") || a.calls(f.word(n))
	case "the":
		for n := k + 1; n < len(f.items) && n < k+4; n++ {
			switch w := f.word(n); w {
			case "victim", "victims":
				return true
			case "man", "woman", "teen", "teenager", "boy", "girl", "toddler", "child", "infant", "baby":
				return a.calls(w)
			}
			if !f.yearsOld(n) && !f.items[n].is(tMod|tNum) {
				return false
			}
		}
	}
	return false
}

// allHurt is how many people a candidate counts as dead or as hurt, 0 where that is not told
// for certain or some are dead and others not.
func (p *partial) allHurt() int {
	switch {
	case p.killed.exact() && p.injured == nil:
		return p.killed.q.low
	case p.injured.exact() && p.killed == nil:
		return p.injured.q.low
	}
	return 0
}

// ofLaw tells whether a name is that of the police, of one of them, or of who looks at the dead
// for them.
func ofLaw(name string) bool {
	name = strings.ToLower(name)
	for _, w := range [...]string{"police", "sheriff", "deput", "officer", "detective", "investigator", "trooper", "coroner", "medical examiner", "authorities", "officials", "lt. ", "sgt. ", "capt. ", "cpl. ", "det. ", "maj. ", "chief", "commander", "cmdr. ",
		"patrol", "prosecutor", "district attorney", "affidavit", "court document", "charging document", "warrant", "bureau of investigation", "news release", "press release"} {
		if strings.Contains(name, w) {
			return true
		}
	}
	return false
}

// calls tells whether a claim calls those whom it counts by the word w, or no word at all that
// would be another's.
func (p *partial) calls(w string) bool {
	c := p.killed
	if c == nil {
		c = p.injured
	}
	if c == nil || c.f == nil {
		return false
	}
	for k := c.q.from; k < c.q.to && k < len(c.f.items); k++ {
		if c.f.word(k) == w {
			return true
		}
	}
	return false
}

// livesOn tells whether the sentence of a claim says that those who are hurt live.
func (p *partial) livesOn() bool {
	for k := p.sent.from; k < p.sent.to && k < len(p.f.items); k++ {
		switch p.f.word(k) {
		case "condition", "critical condition", "stable condition", "survived", "survive", "recovering", "recover", "expected to survive", "treated":
			return true
		}
	}
	return false
}

// A short story of one shooting gives its place twice, in the lead by the part of town and then
// by the block, and its day, its dead and who did it apart from each other. Where nothing in it
// speaks of a second deed, all of it is one claim.

// tellsOneCrime tells whether a report of the police beat is about one deed: no sentence sets
// another apart from it, no two of its claims are of other days or count others, and it names
// one street at most.
func (d *doc) tellsOneCrime() bool {
	if !d.beat || d.item != nil || len(d.body.entries) > 0 || d.severalStreets() {
		return false
	}
	told := 0
	for i := range d.partials {
		a := &d.partials[i]
		if a.bg {
			return false
		}
		if a.title || a.f0 != &d.body {
			continue
		}
		s := &a.f0.sents[a.si0]
		if a.both != nil || a.fr.date != nil && a.fr.date.rough || a.f0.umbrella(s) || told > 0 && a.f0.opensOtherDeed(s) || !violentDeed(a.event) {
			return false
		}
		told++
		for j := range d.partials[:i] {
			b := &d.partials[j]
			if !b.title && (figures(a.killed, b.killed) == figDiffer || a.gotDate && b.gotDate && a.when.Distance(b.when) > 0 || d.otherTowns(a, b)) {
				return false
			}
		}
	}
	return told > 0
}

// otherTowns tells whether two claims name a town each that has nothing to do with the other's.
func (d *doc) otherTowns(a, b *partial) bool {
	town := func(p *partial) bool { return p.rank == 2 && p.known && !p.fr.carryPlace && p.fr.place != nil }
	return town(a) && town(b) && d.placesApart(a, b)
}

// violentDeed tells the kinds of deeds that a story of one crime may be about.
func violentDeed(e isnad.Event) bool {
	switch e {
	case isnad.EventShooting, isnad.EventKilling, isnad.EventAttack, isnad.EventClash:
		return true
	}
	return false
}

// severalStreets tells whether the body of a report names more than one street where something
// happened.
func (d *doc) severalStreets() bool {
	n := 0
	for i := range d.foundPl {
		q := &d.foundPl[i]
		if !q.m.street || q.f.inTitle || q.m.aside || q.m.origin || q.m.org || q.f.ofArrest(q) {
			continue
		}
		again := false
		for j := range d.foundPl[:i] {
			o := &d.foundPl[j]
			again = again || o.m.street && !o.f.inTitle && (o.si == q.si || d.roll.same(o.name, q.name))
		}
		if !again {
			n++
		}
		if n > 1 {
			return true
		}
	}
	return false
}

// opensOtherDeed tells whether a sentence begins with words that tell its deed from the one
// before.
func (f *field) opensOtherDeed(s *sentence) bool {
	if f.opensAnother(s) {
		return true
	}
	for k := s.lead; k < s.to && k < s.lead+6; k++ {
		switch f.word(k) {
		case "earlier", "separate", "separately", "elsewhere", "another", "also", "meanwhile", "previous", "previously", "unrelated":
			return true
		}
	}
	return false
}

// oneStory tells whether b goes on with a in a report of one crime, and is no other claimant's
// account of it.
func (d *doc) oneStory(a, b *partial) bool {
	if a.title || b.title || a.f0 != b.f0 {
		return false
	}
	if b.fr.said != nil && len(b.names) > 0 && !b.fr.carried && !genericNames(b.names) && !d.lawSpeaks(b) && !d.roll.overlap(a.names, b.names) {
		return false // a witness has his own account
	}
	return figures(a.killed, b.killed) != figDiffer && (b.injured == nil || a.injured == nil || figures(a.injured, b.injured) != figDiffer)
}
