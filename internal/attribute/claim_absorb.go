package attribute

import "isnad"

// What two tellings of one claim make together.

// absorb adds b to a. What is said later and more precisely wins.
func (d *doc) absorb(a, b *partial) {
	if a.title && !b.title {
		// the body tells better than the headline, which only fills what it leaves open
		t := *a
		*a = *b
		a.order, a.merged, a.rivals = t.order, t.merged, t.rivals
		b = &t
	} else if !b.title && better(b, a) {
		a.f, a.sent, a.si = b.f, b.sent, b.si
	}
	d.joinFigures(a, b)
	if b.place != "" && (a.place == "" || a.fr.carryPlace || b.rank > a.rank && !b.fr.carryPlace) {
		if a.place != "" && a.rank < b.rank && !contains(b.within, a.place) {
			b.within = append(append([]string(nil), b.within...), a.place)
		}
		a.place, a.within, a.rank, a.known, a.gzID = b.place, b.within, b.rank, b.known, b.gzID
		a.fr.carryPlace = b.fr.carryPlace
	}
	if b.gotDate && !a.gotDate && !(b.bg && !a.bg && b.fr.date != nil && b.fr.date.rough) {
		a.when, a.gotDate, a.bg, a.dateWay = b.when, true, b.bg, b.dateWay
	} else if a.gotDate && b.gotDate && a.fr.date != nil && a.fr.date.rough && b.when.From == b.when.To && a.when.Distance(b.when) == 0 {
		a.when = b.when // "in August", "on Aug. 12"
	}
	if a.weak && (!b.weak || b.fr.carryKind && b.event != isnad.EventAttack && a.event == isnad.EventAttack) {
		a.event, a.weak = b.event, false
	}
	switch {
	case len(a.actors) == 0 || a.fr.carryActor && !b.fr.carryActor && len(b.actors) > 0:
		a.actors = b.actors
		a.fr.carryActor = b.fr.carryActor
	case !b.fr.carryActor:
		for _, x := range b.actors {
			if len(a.actors) < 5 && !contains(a.actors, x) {
				a.actors = append(a.actors[:len(a.actors):len(a.actors)], x)
			}
		}
	}
	switch {
	case len(a.names) == 0 || a.fr.carried && !b.fr.carried && len(b.names) > 0:
		a.names, a.via = b.names, b.via
		a.fr.carried = b.fr.carried
	case !b.fr.carried:
		for _, n := range b.names {
			if contains(a.names, n) || len(a.names) >= 4 {
				continue
			}
			if genericNames(a.names) && !genericNames(b.names[:1]) && (b.counted() || !a.counted()) {
				a.names = append([]string{n}, a.names...)
			} else {
				a.names = append(a.names[:len(a.names):len(a.names)], n)
			}
		}
	}
	if len(a.via) == 0 {
		a.via = b.via
	}
	if a.weapon == "" {
		a.weapon = b.weapon
	}
	if b.stance == isnad.StanceHedged && a.stance == isnad.StanceAsserted && b.si-a.si <= 1 {
		a.stance = isnad.StanceHedged
	}
	a.merged++
	if b.f0 == a.f0 {
		a.last = max(a.last, b.si0)
	} else if a.f0 != nil && a.f0.inTitle {
		a.f0, a.si0, a.last = b.f0, b.si0, b.si0
	}
	if len(a.tells) < 8 {
		a.tells = append(a.tells[:len(a.tells):len(a.tells)], b.tells...)
	}
	a.solid = a.solid || b.solid
}

// better tells whether b's sentence carries the claim better than a's.
func better(b, a *partial) bool {
	v := func(p *partial) int {
		n := 0
		if p.killed != nil {
			n += 2
		}
		if p.injured != nil {
			n += 2
		}
		if !p.fr.carryPlace && p.place != "" {
			n += 1 + p.rank
		}
		if p.fr.said != nil {
			n++
		}
		return n
	}
	return v(b) > v(a)+1
}

// joinFigures gives a the figures that a and b, told later, make together: who was hurt and
// died is not counted twice.
func (d *doc) joinFigures(a, b *partial) {
	pick := func(x, y *casualty) *casualty {
		switch {
		case x == nil:
			return y
		case y == nil:
			return x
		case y.update && !x.update:
			return y
		case x.q.vague && !y.q.vague || y.counts(&x.q):
			return y
		case y.q.vague:
			return x
		case x.q.qual == isnad.Exact && y.q.qual != isnad.Exact && y.q.low >= x.q.low:
			return y
		}
		return x
	}
	if d.moreHarmed(a, b) {
		a.injured, b.injured = a.injured.with(b.injured), nil
	}
	if b.killed != nil && b.killed.q.pronoun && b.injured == nil && a.killed == nil && a.injured != nil && a.injured.q.low == b.killed.q.low {
		a.injured = nil // the one who was hurt has died
	}
	if a.killed != nil && b.injured != nil && d.sameVictims(a, b) && !b.livesOn() {
		b.injured = nil // the one who was shot is the one who died
	}
	if d.splitsUp(a, b) {
		a.injured = b.injured
	}
	if knownDead(a, b) {
		b.injured = nil
	} else if knownDead(b, a) {
		a.injured = nil
	}
	d.outOf(a, b)
	a.killed, a.injured, a.both = pick(a.killed, b.killed), pick(a.injured, b.injured), pick(a.both, b.both)
}

// ofSoMany tells whether a candidate counts n people only.
func (p *partial) ofSoMany(n int) bool {
	one := func(c *casualty) bool { return c != nil && c.q.low == n && c.q.high == n }
	return one(p.killed) && p.injured == nil || one(p.injured) && p.killed == nil
}

// hasFigure tells whether a candidate has any figure, be it of its own or of one joined to it.
func (p *partial) hasFigure() bool { return p.killed != nil || p.injured != nil || p.both != nil }

// counted tells whether a candidate has a figure of its own.
func (p *partial) counted() bool { return p.killed0 != nil || p.injured0 != nil }
