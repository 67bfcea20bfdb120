package attribute

import "isnad"

// A round-up of a town tells one deed after the other, and whose hand is told of in one of them
// has no part in the rest: "A man was shot on Oak Street on Friday. On Saturday a woman was killed
// when someone fired into her car".

// didAnother tells whether body i is a person of a town who is told of in the sentence of another
// deed than that of the claim, or in one of those that the claim sums up. Somebody may be charged with several.
func (d *doc) didAnother(p *partial, i int) bool {
	c := &d.foundAc[i]
	if !d.beat || c.m.party != 0 || c.class != classPerson && c.class != classGunmen || p.f0 == nil || c.f != p.f0 || c.f.inTitle || c.m.charged || p.event == isnad.EventClash {
		return false
	}
	if k := c.m.from - 1; c.f.lawful(c.m.from, c.m.to) || k >= 0 && c.f.word(k) == "the" {
		return false // "the boy fired ten times": he was told of before
	}
	dist, _ := d.far(p, c.f, c.si)
	if dist != 0 && d.sumsUp(p) {
		return true
	}
	if !c.f.items[c.m.to-1].is(tCap) && c.si < p.si0 && !d.oneCrime && p.f0.setsApart(&p.f0.sents[p.si0]) && d.severalStreets() {
		return true // "At 11:50 p.m. Friday, a man was found dead on Elm Street"
	}
	if dist == 0 && d.tellsIn(p, c, true) {
		return false
	}
	for j := range d.partials {
		q := &d.partials[j]
		if q == p || q.drop || q.title || q.f0 != p.f0 || !d.tellsIn(q, c, dist == 0) {
			continue
		}
		a, b := p, q
		if b.si0 < a.si0 {
			a, b = b, a
		}
		if dist == 0 && a.gotDate && b.gotDate && a.when.Distance(b.when) > 0 || dist != 0 && (d.otherThan(a, b) || d.onAnotherStreet(a, b)) {
			return true
		}
	}
	return false
}

// tellsIn tells whether a claim is told in the sentence that names c; within, whether c stands among the
// very words that tell it.
func (d *doc) tellsIn(q *partial, c *foundActor, within bool) bool {
	for _, t := range q.tells {
		if x := &d.tellings[t]; x.f == c.f && x.si == c.si && (!within || c.m.from >= x.from && c.m.to <= x.to) {
			return true
		}
	}
	return false
}

// sumsUp tells whether one of the sentences that tell a claim sums up several deeds.
func (d *doc) sumsUp(p *partial) bool {
	for _, t := range p.tells {
		x := &d.tellings[t]
		if s := &x.f.sents[x.si]; x.f.umbrella(s) || x.f.inSeveralDeeds(s) {
			return true
		}
	}
	return false
}
