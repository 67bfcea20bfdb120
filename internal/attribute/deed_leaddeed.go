package attribute

import "isnad"

// A story of the police beat tells one deed first and comes back at its end to others: "It is
// the second shooting at the bar this year. In May a man was wounded there". All that stands
// between is of the first deed, who did it too, though he is named many sentences later.

// leadDeed is which sentences of the body tell of the deed that the report opens with.
type leadDeed struct {
	from   int // the sentence of its claim, -1 for no such deed
	street int // the one street that is named in them, of foundPl; -1
	of     []bool
}

// maxOther bounds the sentences over which a report without paragraphs goes on with another deed.
const maxOther = 2

// findLead finds the deed that a report of the beat opens with. A list of deeds, a lead that sums up several,
// or a collection so long that it is read in parts has none in what follows.
func (d *doc) findLead() {
	l := &d.lead
	l.from, l.street, l.of = -1, -1, l.of[:0]
	if !d.beat || d.out != nil || d.item != nil || len(d.body.entries) > 0 {
		return
	}
	var a *partial
	for i := range d.partials {
		p := &d.partials[i]
		if p.drop || p.title || p.f0 != &d.body || !violentDeed(p.event) {
			continue
		}
		if p.both != nil || p.bg || p.fr.date != nil && p.fr.date.rough || d.body.umbrella(&d.body.sents[p.si0]) {
			return
		}
		if p.counted() {
			a = p
			break
		}
	}
	if a == nil {
		return
	}
	for range d.body.sents {
		l.of = append(l.of, true)
	}
	for i := range d.partials {
		if b := &d.partials[i]; b.f0 == a.f0 && !b.title && b.si0 > a.si0 && d.otherThan(a, b) {
			l.leave(&d.body, b.si0)
		}
	}
	for si := a.si0 + 1; si < len(l.of); si++ {
		if s := &d.body.sents[si]; l.of[si] && (d.body.ranksDeed(s) || d.otherTown(s, a)) {
			l.leave(&d.body, si)
		}
	}
	if d.body.bulleted() || d.streetsIn(l.of) {
		return
	}
	l.from = a.si0
	d.dayOfLead(a)
}

// longestDay is the most days that a deed of a town takes.
const longestDay = 3

// dayOfLead gives the claim of the deed that the report opens with the day of a sentence that sets its scene,
// where no words of its own date it, or only a year: "It happened Tuesday on Elm Street. It was the 47th
// such shooting in 2020".
func (d *doc) dayOfLead(a *partial) {
	if a.fr.date != nil && !a.fr.date.said || a.bg || a.gotDate && a.when.To.Sub(a.when.From) <= longestDay {
		return
	}
	for k := range d.sceneDays {
		if q := &d.sceneDays[k]; q.si >= a.si0 && d.inLead(q.f, q.si) && q.when.To.Sub(q.when.From) <= longestDay {
			a.when, a.gotDate, a.dateWay = q.when, true, waySet
			return
		}
	}
}

// otherThan tells whether b is of another deed than a, by its day, its town or the words that it
// begins with.
func (d *doc) otherThan(a, b *partial) bool {
	s := &b.f0.sents[b.si0]
	return b.bg || a.gotDate && b.gotDate && a.when.Distance(b.when) > 0 || d.otherTowns(a, b) || b.f0.umbrella(s) || violentDeed(b.event) && b.f0.opensOtherDeed(s)
}

// leave marks sentence si of f, and those that go on with it, as being of another deed.
func (l *leadDeed) leave(f *field, si int) {
	for k := si; k < len(l.of) && f.sents[k].para == f.sents[si].para; k++ {
		if k > si+maxOther && !f.inParagraphs() {
			return
		}
		l.of[k] = false
	}
}

// leads tells whether a claim is of the deed that the report opens with, and tells it as the lead does:
// a witness has his own account.
func (d *doc) leads(p *partial) bool {
	return p.f0 == &d.body && !p.title && !p.bg && d.inLead(p.f0, p.si0) && (p.si0 == d.lead.from || len(p.names) == 0 || ofLaw(p.names[0]) || genericNames(p.names))
}

// doerOfLead tells whether body i is said to have done the deed that the report opens with, and not by a
// witness alone where the report tells of others.
func (d *doc) doerOfLead(i int) bool {
	c := &d.foundAc[i]
	if !c.did || d.lead.from >= 0 && !d.inLead(c.f, c.si) {
		return false
	}
	return d.oneCrime || d.lead.from >= 0 && !d.witnessTells(c.si)
}

// witnessTells tells whether somebody who is not of the law speaks in sentence si of the body.
func (d *doc) witnessTells(si int) bool {
	for i := range d.foundSp {
		if c := &d.foundSp[i]; c.f == &d.body && c.si == si && len(c.names) > 0 && !ofLaw(c.names[0]) && !genericNames(c.names) {
			return true
		}
	}
	return false
}

// inLead tells whether sentence si of f is one of the deed that the report opens with.
func (d *doc) inLead(f *field, si int) bool {
	return d.lead.from >= 0 && f == &d.body && si < len(d.lead.of) && d.lead.of[si]
}

// streetsIn tells whether the sentences that of marks name more than one street where something
// happened.
func (d *doc) streetsIn(of []bool) bool {
	first := -1
	for i := range d.foundPl {
		q := &d.foundPl[i]
		if !q.m.street || q.f.inTitle || q.si >= len(of) || !of[q.si] || q.m.aside || q.m.origin || q.m.org || q.f.ofArrest(q) {
			continue
		}
		if first >= 0 && d.foundPl[first].si != q.si && !d.roll.same(d.foundPl[first].name, q.name) {
			return true
		}
		if first < 0 {
			first = i
		}
	}
	d.lead.street = first
	return false
}

// leadStreet is the one street that the sentences name which tell of the deed that the report opens with, for
// the claim that opens it; nil for none. A later claim may be another's account, or of what came before.
func (d *doc) leadStreet(p *partial) *foundPlace {
	if !d.leads(p) || p.si0 != d.lead.from || d.lead.street < 0 || overTown(p.event) {
		return nil
	}
	a := &d.foundPl[d.lead.street]
	for i := range d.partials {
		o := &d.partials[i]
		if o != p && !o.drop && o.gotDate && p.when.Distance(o.when) > 0 && (o.place == a.name || o.place == a.written()) {
			return nil // where another deed was
		}
	}
	return a
}

// ranksDeed tells whether a sentence only says how many such deeds there were before, or since when none was as
// bad: "It is the third shooting at the bar this year", "It was the deadliest attack since".
func (f *field) ranksDeed(s *sentence) bool {
	if s.lead+4 >= s.to {
		return false
	}
	k := s.lead
	switch f.word(k) {
	case "it", "this", "that":
		k++
	case "it's", "its", "the":
	default:
		return false
	}
	for n := k; n < s.to && n < k+8; n++ {
		if f.items[n].is(tOrdinal) || inARow(f.word(n)) {
			for ; n < s.to; n++ {
				switch f.word(n) {
				case "since", "in", "this", "within", "time":
					return true
				}
			}
			return false
		}
	}
	return false
}

// otherTown tells whether a sentence begins with a town that a claim does not lie in: "In Karm, meanwhile,
// police are looking".
func (d *doc) otherTown(s *sentence, a *partial) bool {
	f := &d.body
	k := s.lead
	if f.word(k) == "and" {
		k++
	}
	if k+2 >= s.to || f.word(k) != "in" {
		return false
	}
	if d.marked != f || a.place == "" {
		return false
	}
	g := d.gz[k+1]
	if g == 0 {
		return false
	}
	m := &d.gzm[g-1]
	if len(m.Candidates) == 0 || m.Candidates[0].Kind != isnad.KindTown {
		return false
	}
	n := k + 1
	for n < s.to && d.gz[n] == g {
		n++
	}
	name := f.written(k+1, n)
	return f.closes(s, n) && !d.roll.same(a.place, name) && !d.roll.holds(a.within, name)
}

// bulleted tells whether the body is a list of lines with bullets.
func (f *field) bulleted() bool {
	n := 0
	for i := range f.sents {
		if s := &f.sents[i]; s.from < s.to && (f.word(s.from) == "•" || s.from > 0 && f.word(s.from-1) == "•") {
			n++
		}
	}
	return n > 1
}
