package attribute

// A sentence behind tells of others whom the same deed hurt, who come on top of those told of before: "A man was shot
// outside a bar. A woman was also shot", "Another man was hit in the foot", "Stray bullets also struck a girl".

// maxToMore bounds the sentences between them.
const maxToMore = 2

// moreHarmed tells whether the wounded of b come on top of those of a.
func (d *doc) moreHarmed(a, b *partial) bool {
	if b.killed != nil || a.both != nil || b.both != nil || !a.injured.exact() || !b.injured.exact() || a.f0 != b.f0 || a.title || b.si0 <= a.last || b.si0-a.last > maxToMore {
		return false
	}
	if a.injured.q.low > 1 && !b.injured.q.single || b.fr.injured == nil || b.injured.q.subset || b.fr.opens || b.bg != a.bg || b.injured.update || a.injured.update {
		return false
	}
	if a.stance != b.stance || a.gotDate && b.gotDate && a.when.Distance(b.when) > 0 || a.event != b.event && !a.weak && !b.weak && !kindred(a.event, b.event) {
		return false
	}
	if a.killed != nil && a.injured.plain || len(a.actors) > 0 && len(b.actors) > 0 && !b.fr.carryActor && !d.roll.overlap(a.actors, b.actors) {
		return false // who was shot may be who died, and another may have fired
	}
	if m := b.fr.place; m != nil && !m.org && !b.fr.carryPlace && !hospital(b.f.word(m.nameTo-1)) && !d.roll.same(a.place, b.place) && !d.roll.holds(a.within, b.place) {
		return false
	}
	return d.oneVoice(a.names, b.names) && b.f.saysMore(&b.sent, b.injured, a.injured.q.low == 1 && a.killed == nil)
}

// saysMore tells whether a sentence says that those whom c counts were hurt as others were before: "also", "another
// man" and, where one was, "a second victim".
func (f *field) saysMore(s *sentence, c *casualty, one bool) bool {
	if c.q.pronoun || c.q.ofThose {
		return false
	}
	if c.q.another {
		return true
	}
	for k := max(s.lead, c.q.from-1); k < c.q.from+2 && k < s.to; k++ {
		switch f.word(k) {
		case "the", "that", "this", "both", "all":
			return false
		case "second":
			return one && c.q.single && k == s.lead+1 && f.items[k-1].is(tDet)
		}
	}
	for k := s.lead; k < s.to && k <= max(c.at, c.q.to)+1; k++ {
		if f.word(k) == "also" {
			return k > s.lead
		}
	}
	return false
}

// with is the figure of two that come on top of each other.
func (c *casualty) with(more *casualty) *casualty {
	both := *c
	both.q = sum(c.q, more.q)
	both.q.from, both.q.to, both.q.single = c.q.from, c.q.to, false
	both.plain = false
	return &both
}
