package attribute

import "isnad"

// A report often tells one incident several times: a lead with "a town in the
// north", a figure by another speaker, and only then the name of the town. The
// functions here find which claims could be about the same incident, and what
// the others know more closely.

// sameStory tells whether two claims of a report could be about one incident.
func (d *doc) sameStory(p, q *partial) bool {
	if p.bg != q.bg {
		return false
	}
	if p.gotDate && q.gotDate && p.when.Distance(q.when) > 1 {
		return false
	}
	if p.event == q.event || p.weak || q.weak {
		return true
	}
	return kindred(p.event, q.event)
}

// kindred tells whether reporters use the two kinds for the same incident.
func kindred(a, b isnad.Event) bool {
	set := func(e isnad.Event) int {
		switch e {
		case isnad.EventAirStrike, isnad.EventDroneStrike, isnad.EventShelling, isnad.EventChemicalAttack:
			return 1
		case isnad.EventBombing, isnad.EventSuicideBombing, isnad.EventExplosion, isnad.EventLandmine:
			return 2
		case isnad.EventShooting, isnad.EventKilling, isnad.EventClash:
			return 3
		}
		return 0
	}
	return set(a) != 0 && set(a) == set(b)
}

// finer lists the places that other claims of the same story name and that say
// more than p's own, apart by name.
func (d *doc) finer(p *partial) []int {
	vague := d.vaguePlace(p)
	var out []int
	for j := range d.partials {
		q := &d.partials[j]
		if q == p || !d.sameStory(p, q) {
			continue
		}
		if p.killed != nil && q.killed0 != nil && p.killed.q.low > q.killed0.q.low && !q.killed0.q.vague && len(p.tells) < 2 {
			continue // a total and its parts
		}
		for _, t := range q.tells[:1] {
			i := d.tellings[t].plBest
			if i < 0 {
				continue
			}
			c := &d.foundPl[i]
			if c.m.org || c.m.origin || c.m.rank < 2 || d.scores[d.tellings[t].plScore+i-d.tellings[t].pl[0]] < 0 {
				continue
			}
			if p.place != "" && p.placeCut.same(c.called) {
				continue
			}
			if !p.fr.carryPlace && p.place != "" && c.m.rank <= p.rank && !vague {
				continue
			}
			dup := false
			for _, o := range out {
				if d.foundPl[o].called.same(c.called) {
					dup = true
				}
			}
			if !dup && len(out) < 8 {
				out = append(out, i)
			}
		}
	}
	return out
}

// vaguePlace tells whether the place of a claim only says where an unnamed one
// lies: "a rebel-held district of Aleppo", "a town in northern Syria".
func (d *doc) vaguePlace(p *partial) bool {
	for _, i := range p.tells {
		t := &d.tellings[i]
		if t.plBest >= 0 && d.vagueMention(t.plBest) {
			return true
		}
	}
	return false
}

func (d *doc) vagueMention(i int) bool {
	c := &d.foundPl[i]
	f := c.f
	from := f.sents[c.si].from
	k := c.m.nameFrom - 1
	for n := 0; n < 6 && k >= from && (f.items[k].is(tLoc|tDet|tDir|tPlaceAdj|tNat|tTown|tArea) || f.word(k) == "of" || f.word(k) == "on"); n++ {
		if f.items[k].is(tTown|tArea) && !f.items[k].is(tLoc) && f.word(k+1) != "of" && k+1 < c.m.nameFrom {
			break // "a town in X", not "the town of X"
		}
		k--
	}
	if k < from || !f.items[k].is(tPlaceHead|tThing) || f.items[k].is(tCap) {
		return false
	}
	for n := 0; n < 6 && k >= from; n++ {
		k--
		if k < from {
			return false
		}
		switch f.word(k) {
		case "a", "an", "several", "two", "three", "many", "some":
			return true
		case "the":
			return false
		}
		if f.items[k].is(tPunct|tPrep|tSay|tOut|tAux) || f.items[k].is(tEv) && !f.items[k].is(tMod) {
			return false
		}
	}
	return false
}

// narrows tells whether b says on which day it was that a told of by its month only:
// "who shot a driver in February ... fired at the car on Feb. 20".
func (d *doc) narrows(a, b *partial) bool {
	if !a.gotDate || !b.gotDate || a.f0 != b.f0 || b.si0 == a.last || b.si0-a.last > 2 || b.when.From != b.when.To {
		return false
	}
	if n := a.when.To.Sub(a.when.From); n < 27 || n > 31 || a.when.Distance(b.when) > 0 {
		return false
	}
	if !a.fr.carryPlace && !b.fr.carryPlace && a.place != "" && b.rank <= a.rank && !d.roll.same(a.place, b.place) {
		return false
	}
	if b.fr.said != nil || b.hasFigure() {
		return false
	}
	return a.event == b.event || a.weak || b.weak || kindred(a.event, b.event)
}
