package attribute

import "strings"

// A round-up of gunfire gives each deed a paragraph: what happened and in which part of
// town, then how it came about and on which block, then how the wounded fare. The one
// street of such a paragraph is the place of its claim, and what it tells further is of
// the same deed.

// manyStreets is from how many streets on a report tells of several deeds, each at its own.
const manyStreets = 3

// para is the paragraph that a candidate is told in first, -1 for a headline.
func (p *partial) para() int32 {
	if p.f0 == nil || p.f0.inTitle || p.si0 >= len(p.f0.sents) {
		return -1
	}
	return p.f0.sents[p.si0].para
}

// inParagraphs tells whether a field has several.
func (f *field) inParagraphs() bool {
	n := len(f.sents)
	return n > 1 && f.sents[0].para != f.sents[n-1].para
}

// streetOf finds the one street that a paragraph names; nil where there is none, or
// several.
func (d *doc) streetOf(f *field, para int32) *foundPlace {
	var a *foundPlace
	for i := range d.foundPl {
		q := &d.foundPl[i]
		if !q.m.street || q.f != f || f.sents[q.si].para != para || q.m.aside || q.m.origin || q.m.org || f.ofArrest(q) {
			continue
		}
		if a != nil && !d.roll.same(a.name, q.name) {
			return nil
		}
		if a == nil || len(q.name) > len(a.name) {
			a = q
		}
	}
	return a
}

// ofArrest tells whether a street is where somebody was caught or lives: "He was arrested
// in the 400 block of Oak Street".
func (f *field) ofArrest(q *foundPlace) bool {
	s := &f.sents[q.si]
	for k := q.m.from - 1; k >= s.from && k > q.m.from-14; k-- {
		switch f.word(k) {
		case "arrested", "caught", "captured", "apprehended", "detained", "arrest", "crashed", "lives", "lived", "resides", "recovered", "abandoned", "searched", "custody", "towards", "toward":
			return true
		case "heading": // and not "heading south by car in the 900 block"
			switch f.word(k + 1) {
			case "to", "for", "toward", "towards", "home", "into", "back":
				return true
			}
		}
	}
	return false
}

// oneOfParagraph is the street of the paragraph that a claim was told in, where nothing
// else was told in it before; nil for none.
func (d *doc) oneOfParagraph(p *partial) *foundPlace {
	para := p.para()
	if para < 0 || !p.f0.inParagraphs() || overTown(p.event) || p.bg && !d.opensParagraph(p) {
		return nil
	}
	if !d.opensParagraph(p) || p.f0.opensAnother(&p.f0.sents[p.si0]) && p.f0.sents[max(p.si0-1, 0)].para == para {
		return nil
	}
	return d.streetOf(p.f0, para)
}

// opensParagraph tells whether a claim is the first that its paragraph tells.
func (d *doc) opensParagraph(p *partial) bool {
	para := p.para()
	for j := range d.partials {
		o := &d.partials[j]
		if o != p && !o.drop && o.f0 == p.f0 && o.si0 < p.si0 && o.para() == para {
			return false
		}
	}
	return true
}

// ofAnotherDeed tells whether place i is the street of another deed: the report names
// many, and this one stands in no paragraph in which the claim is told.
func (d *doc) ofAnotherDeed(p *partial, i int) bool {
	q := &d.foundPl[i]
	if !q.m.street || q.f.inTitle {
		return false
	}
	if d.sumsOver(p, q) {
		return true
	}
	if d.streets() < manyStreets {
		return false
	}
	para := q.f.sents[q.si].para
	for _, t := range p.tells {
		if x := &d.tellings[t]; x.f == q.f && x.f.sents[x.si].para == para {
			return false
		}
	}
	return true
}

// sumsOver tells whether a claim sums up several deeds in another sentence than the one that
// names the place q: it is of none of their streets.
func (d *doc) sumsOver(p *partial, q *foundPlace) bool {
	dist, _ := d.far(p, q.f, q.si)
	if dist != 0 && p.f.umbrella(&p.sent) {
		return true
	}
	return p.f0 != nil && p.si0 < len(p.f0.sents) && (q.f != p.f0 || q.si != p.si0) && p.f0.umbrella(&p.f0.sents[p.si0])
}

// sumsHere tells whether the first sentence of a claim sums up several deeds and says itself in
// which area they were: "killed nine people in two attacks in the north of Karm province".
func (d *doc) sumsHere(p *partial) bool {
	if p.f0 == nil || p.f0.inTitle || p.si0 >= len(p.f0.sents) || !p.f0.inSeveralDeeds(&p.f0.sents[p.si0]) {
		return false
	}
	for i := range d.foundPl {
		if c := &d.foundPl[i]; c.f == p.f0 && c.si == p.si0 && c.m.prep >= 0 && !c.m.org && !c.m.aside && !c.m.origin {
			return true
		}
	}
	return false
}

// inSeveralDeeds tells whether a sentence tells of harm in several deeds: "in two attacks", "in
// separate raids".
func (f *field) inSeveralDeeds(s *sentence) bool {
	for k := s.from + 2; k < s.to; k++ {
		it := &f.items[k]
		if plural := it.is(tEv) && strings.HasSuffix(f.word(k), "s") || f.word(k) == "incidents"; plural && f.inSoMany(s, k) {
			return true
		}
	}
	return false
}

// elsewhere tells whether place i stands in another sentence than the first of a claim.
func (d *doc) elsewhere(p *partial, i int) bool {
	c := &d.foundPl[i]
	return c.f != p.f0 || c.si != p.si0
}

// streets counts the paragraphs that name a street, up to manyStreets.
func (d *doc) streets() int {
	n, last := 0, int32(-1)
	for i := range d.foundPl {
		q := &d.foundPl[i]
		if !q.m.street || q.f.inTitle || q.f.sents[q.si].para == last {
			continue
		}
		last = q.f.sents[q.si].para
		if n++; n >= manyStreets {
			break
		}
	}
	return n
}

// sameParagraph tells whether b only goes on with the deed that the paragraph of both was
// opened with by a: how it came about, on which block, who the wounded are.
func (d *doc) sameParagraph(a, b *partial) bool {
	para := a.para()
	if para < 0 || b.para() != para || a.f0 != b.f0 || b.si0 <= a.si0 || b.si0-a.last > 1 || !a.f0.inParagraphs() || a.bg != b.bg {
		return false
	}
	if a.event != b.event && !a.weak && !b.weak && !kindred(a.event, b.event) || b.gotDate && a.gotDate && a.when.Distance(b.when) > 0 {
		return false
	}
	if !b.onlyDetails(a) || b.f0.setsApart(&b.f0.sents[b.si0]) || !d.opensParagraph(a) {
		return false
	}
	if q := b.fr.place; q != nil && !q.org && !q.street && !hospital(b.f.word(q.nameTo-1)) && b.place != "" && !d.roll.same(a.place, b.place) && !d.roll.holds(a.within, b.place) {
		return false
	}
	if b.fr.said != nil && len(b.names) > 0 && !genericNames(b.names) && !(len(a.names) == 0 && ofPolice(b.names[0])) && !d.roll.overlap(a.names, b.names) {
		return false // somebody else's account
	}
	return d.streets() >= 2 && d.streetOf(a.f0, para) != nil
}

// atOtherStreets tells whether two candidates are of different deeds of a round-up: they
// are told in paragraphs of their own, each with its own street.
func (d *doc) atOtherStreets(a, b *partial) bool {
	x, y := a.para(), b.para()
	if x < 0 || y < 0 || x == y || a.f0 != b.f0 || a.last >= 0 && a.last < len(a.f0.sents) && a.f0.sents[a.last].para == y || d.streets() < manyStreets {
		return false
	}
	q, r := d.streetOf(a.f0, x), d.streetOf(b.f0, y)
	return q != nil && r != nil && !d.roll.same(q.name, r.name)
}

// onAnotherStreet tells whether a story of the police beat counts somebody at one street each for
// two candidates, and the latter are not those of the former again.
func (d *doc) onAnotherStreet(a, b *partial) bool {
	if !d.beat || a.title || a.f0 != b.f0 || !a.counted() || !b.counted() || b.backTo(a) > 0 {
		return false
	}
	p, q := a.fr.place, b.fr.place
	return p != nil && q != nil && p.street && q.street && !p.aside && !q.aside && d.placesApart(a, b)
}

// onlyDetails tells whether a candidate counts nobody, or some of those whom a counted,
// each told with an age.
func (p *partial) onlyDetails(a *partial) bool {
	if p.both != nil {
		return false
	}
	if p.killed == nil && p.injured == nil {
		return true
	}
	in := func(x, y *casualty) bool { return x == nil || x.exact() && y.exact() && x.q.low <= y.q.low }
	return in(p.killed, a.killed) && in(p.injured, a.injured) && p.f0.tellsAges(&p.f0.sents[p.si0])
}

// tellsAges tells whether a sentence begins with people and their ages: "A woman, 52, was",
// "The boys, 15 and 16, were", "The 19-year-old".
func (f *field) tellsAges(s *sentence) bool {
	for k := s.lead; k+2 < s.to && k < s.lead+6; k++ {
		if f.word(k) == "," && f.items[k+1].is(tNum) && f.items[k+1].num > 0 && f.items[k+1].num < 110 && (f.word(k+2) == "," || f.word(k+2) == "and") {
			return true
		}
	}
	return false
}

// setsApart tells whether a sentence begins with words that tell its deed from the one
// before: "About two hours earlier", "In a separate shooting", "Minutes later".
func (f *field) setsApart(s *sentence) bool {
	if f.opensOtherDeed(s) {
		return true
	}
	for k := s.lead; k < s.to && k < s.lead+6; k++ {
		switch f.word(k) {
		case "later", "second", "third":
			return true
		}
		if f.items[k].is(tWeekday | tMonth) {
			return true
		}
	}
	return false
}

// toStreet puts a claim at a street, in the part of town that was chosen for it.
func (p *partial) toStreet(a *foundPlace) {
	switch {
	case p.place != "" && strings.HasPrefix(a.full, p.place+","):
		p.within = append([]string{a.name}, p.within...) // "Redmoor Wash, 1100 block of Elm Street"
	case p.place != "" && !p.placedAt(a):
		p.within = append([]string{p.place}, p.within...)
	}
	p.place, p.rank = a.written(), a.m.rank
}

// placedAt tells whether the place of a claim is that street already.
func (p *partial) placedAt(a *foundPlace) bool { return p.place == a.name || p.place == a.written() }

// ofPolice tells whether a name is that of a police, whichever town's.
func ofPolice(name string) bool {
	name = strings.ToLower(name)
	return strings.HasSuffix(name, "police") || strings.HasSuffix(name, "police department") || strings.HasSuffix(name, "sheriff's office") || strings.HasSuffix(name, "deputies")
}
