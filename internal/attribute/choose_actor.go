package attribute

import (
	"strings"

	"isnad"
)

const (
	maxActors = 4
	// A headline shortens names, so that the body's form of one is taken sooner.
	headlineForm = 0.3
)

// TakesActor tells whether a body with this share of the chance is named as an
// actor when n likelier ones are. In a clash both sides fight; else two acted
// together only where both are all but certain.
func TakesActor(n int, share float64, clash bool) bool {
	const secondSide, secondActor = 0.08, 0.3
	return n == 0 || n < maxActors && (share >= secondActor || clash && share >= secondSide)
}

// settleActors names who is said to have done it.
func (d *doc) settleActors(p *partial) {
	m := actorModel()
	if !m.fitted {
		return
	}
	r := d.rankActors(m, p)
	clash := p.event == isnad.EventClash
	names, sum := d.takeActors(r, clash)
	if sum < m.line {
		names = nil
	}
	if clash && !p.fr.carryActor {
		// both sides, where the grammar read "between A and B"
		for _, a := range p.actors {
			if len(names) > 0 && len(names) < maxActors && !d.roll.overlap(names, []string{a}) && !(d.beat && contains(p.names, a)) {
				names = append(names, a)
			}
		}
	}
	if p.fr.cue == cueAccuses && !p.fr.carryActor && (len(names) == 0 || p.answer && len(p.actors) > 0) {
		names = names[:0]
		for _, a := range p.actors {
			if !d.roll.overlap(p.names, []string{a}) {
				names = append(names, a) // whom the accusation names
			}
		}
	}
	if who := p.denier(); who != "" {
		names = []string{who}
	}
	if len(names) == 0 && p.fr.owns && len(p.names) > 0 && p.stance == isnad.StanceSelfClaimed {
		names = p.names[:1] // who claims it did it
	}
	if len(names) == 0 && !clash {
		if who := d.doerAfter(p); who != "" {
			names = append(names, who)
		}
	}
	if who := d.harmedByWhom(p); who != "" && !clash && !d.roll.overlap(names, []string{who}) {
		names = []string{who}
	}
	if len(names) == 1 && doerNoun(names[0]) && unnamedDoer(names[0]) && !clash && !p.title {
		if who := d.namedDoer(p, true); who != "" {
			names = []string{who} // "the suspect", and behind "Example drew a gun and fired"
		}
	}
	if who := d.charged(p); who != "" && !clash && !p.title && (len(names) == 0 || len(names) == 1 && unnamedDoer(names[0])) {
		names = append(names, who)
	}
	if who := d.theyDid(p); who != "" && !clash {
		names = []string{who}
	}
	d.groupMeant(p, names)
	p.actors, p.actorP = names, sum
}

// charged is the one person by name of whom a story of one crime says that he is charged with
// it; empty for none, or several.
func (d *doc) charged(p *partial) string { return d.namedDoer(p, false) }

// namedDoer is charged; did, also who is only said to have fired or killed.
func (d *doc) namedDoer(p *partial, did bool) string {
	if !d.oneCrime && !d.leads(p) || p.fr.denied {
		return ""
	}
	return d.onlyBody(func(i int) bool {
		c := &d.foundAc[i]
		return d.doerOfLead(i) && (c.m.charged || did && c.m.did) && c.m.person && !c.f.inTitle && !c.f.items[c.m.from].is(tHead) && c.f.items[c.m.from].is(tCap) && !d.barred(p, i)
	})
}

// onlyBody is the one body of which is holds, however often it is named; empty for none, or several.
func (d *doc) onlyBody(is func(i int) bool) string {
	who := -1
	for i := range d.foundAc {
		switch {
		case who >= 0 && d.foundAc[who].who == d.foundAc[i].who || !is(i):
		case who >= 0:
			return ""
		default:
			who = i
		}
	}
	if who < 0 {
		return ""
	}
	return d.foundAc[who].name
}

// unnamedDoer tells whether an actor is called by a common noun: "man", "gunman".
func unnamedDoer(name string) bool { return strings.ToLower(name) == name }

// barred tells whether body i cannot be the actor: whom a town is held by, "no
// group", of whom it is left open, who accuses, who tells of his own losses, whose the building is that was hit, and whom the deed harmed are not thereby the perpetrator.
func (d *doc) barred(p *partial, i int) bool {
	c := &d.foundAc[i]
	if !c.main && p.otherEntry(c.f, c.si) || c.held || c.m.inquires || c.m.idle || c.m.open || c.prev == "no" || c.prev == "any" || p.fr.cue == cueAccuses && c.called.among(p.nameCuts) || d.peaceful(i) || d.unknownAfar(p, i) || d.onlySpeaks(p, i) || d.merelyPolice(p, i) || d.didAnother(p, i) || d.inOtherClause(p, i) {
		return true
	}
	if d.accusedByOthers(p, c) || d.onlyTells(p, c) || c.onlyDescribes() {
		return true
	}
	if p.fr.cue == cueDenies && p.fr.said != nil && c.f == p.f && c.si == p.si0 && c.f.blamesBetween(p.fr.said.at, c.m.from) {
		return true
	}
	if p.fr.clash || p.event == isnad.EventClash {
		return false // a side that lost men fought
	}
	if c.m.hit || c.m.owner || c.m.lost || c.m.teller && !c.m.ofItself && c.m.from > 0 && c.f.word(c.m.from-1) == "another" {
		return true // "another group, the Karm Network, said"
	}
	if c.f.firedAt(c.m.from) || c.f.cameUnder(c.m.to) || c.fromLand() {
		return true
	}
	dist, t := d.far(p, c.f, c.si)
	return dist == 0 && d.victim[t.acVictim+i-t.ac[0]] && d.scores[t.acScore+i-t.ac[0]] < 0
}

// onlyDescribes tells whether a body only says who somebody was or since when something lasts: "the house of a
// former army officer", "the deadliest attack since the army took the town".
func (c *foundActor) onlyDescribes() bool {
	f := c.f
	switch c.prev {
	case "former", "retired", "ex":
		return c.m.to < len(f.items) && f.items[c.m.to].is(tHead) // an officer, and not the army
	}
	k := c.m.from - 1
	for n := 0; n < 3 && k >= 0 && f.items[k].is(tDet|tMod|tNat); n++ {
		k--
	}
	return k >= 0 && f.word(k) == "since" && c.m.to < len(f.items) && !f.items[c.m.to].is(tPunct|tPrep|tLoc|tClause|tEv)
}

// fromLand tells whether a body is only the country from which something was fired: "rockets fired
// from Karm" may be anybody's there.
func (c *foundActor) fromLand() bool {
	k := c.m.from - 2
	return c.m.state && c.prev == "from" && k >= 0 && (c.f.word(k) == "fired" || c.f.word(k) == "launched")
}

func (d *doc) rankActors(m *model, p *partial) *ranked {
	r := &d.ranked
	r.begin(len(d.foundAc))
	for i := range d.foundAc {
		if d.barred(p, i) {
			continue
		}
		w := weigher{m: m}
		d.weighActor(&w, p, i)
		r.add(i, d.foundAc[i].who, w.sum)
	}
	return r
}

// takeActors names the likeliest body, or bodies, and the chance that one of
// them is right.
func (d *doc) takeActors(r *ranked, clash bool) (names []string, sum float64) {
	var taken [maxActors]int
	n := 0
	for n < maxActors {
		who, share := r.best(func(i int) bool {
			for _, t := range taken[:n] {
				if t == i {
					return true
				}
			}
			return false
		})
		if who < 0 || !TakesActor(n, share, clash) {
			break
		}
		taken[n] = who
		n++
		sum += share
		top := 0.0
		name := ""
		for i := range d.foundAc {
			c := &d.foundAc[i]
			e := r.each[i]
			if c.f.inTitle || c.f.sents[c.si].heading {
				e *= headlineForm
			}
			if c.who == who && e > top && c.name != "" {
				top, name = e, c.name
			}
		}
		if name != "" && !contains(names, name) {
			names = append(names, name)
		}
	}
	return names, sum
}

// weighActor weighs one body for a claim.
func (d *doc) weighActor(w *weigher, p *partial, i int) {
	c := &d.foundAc[i]
	dist, t := d.far(p, c.f, c.si)
	w.on(fBias, true)
	distance(w, dist, c.f.inTitle)
	own := dist == 0
	clash := p.fr.clash || p.event == "clash"
	ruled, speaks := c.called.among(p.actorCuts), c.called.among(p.nameCuts)
	if own {
		sc := d.scores[t.acScore+i-t.ac[0]]
		w.on(fOwnScore.at(step(sc)), true)
		w.on(fClashScore.at(step(sc)), clash)
		w.on(fOwnBest, t.acBest == i)
		w.on(fOwnBestClash, t.acBest == i && clash)
		w.on(fOwnInside, c.m.from >= t.from && c.m.to <= t.to)
		w.on(fOwnBefore, c.m.to <= t.at)
		main := c.f == p.f && c.f.sents[c.si].from == p.sent.from
		w.on(fOwnMain, main && len(p.tells) > 1)
		w.on(fOwnJoined, !main)
		victim := d.victim[t.acVictim+i-t.ac[0]]
		w.on(fOwnVictim, victim && !clash)
		w.on(fOwnVictimClash, victim && clash) // a side that lost men fought
		w.on(fOwnNoRuled, len(p.actors) == 0 || p.fr.carryActor)
	} else {
		w.on(fOtherClash, clash)
		w.on(fOtherNoOwn, !p.hasActor)
		w.on(fOtherNoOwnNear, !p.hasActor && abs(dist) <= 2)
		w.on(fOtherBest, c.best)
		w.on(fOtherBestNoOwn, c.best && !p.hasActor)
		w.on(fOtherBestNoOwnDefinite, c.best && !p.hasActor && p.definite)
		w.on(fOtherBackground, p.bg)
		w.on(fOtherUncounted, p.killed == nil && p.injured == nil)
		w.on(fOtherPlaced, !p.fr.carryPlace)
		w.on(fOtherTitle, c.f.inTitle || c.f.sents[c.si].heading)
		if c.best {
			kind := c.kinds&(1<<p.kind) != 0
			w.on(fOtherBestKind, kind)
			w.on(fOtherBestKindNoOwn, kind && !p.hasActor)
			w.on(fOtherBestOtherKind, !kind)
		}
		if p.lastBest >= 0 && d.foundAc[p.lastBest].who == c.who {
			w.on(fOtherLastBest, !p.hasActor)
			w.on(fOtherLastBestKind, !p.hasActor && d.foundAc[p.lastBest].kinds&(1<<p.kind) != 0)
		}
		w.on(fOtherNamedBefore, ruled && len(p.actors) > 0)
	}
	w.on(fRuled, ruled)
	w.on(fRuledCarried, ruled && p.fr.carryActor)
	w.on(fRuledOwn, ruled && !p.fr.carryActor && own)
	w.on(fClashParty, clash && c.m.party != 0)
	w.on(fSpeakerDenies, p.fr.denied && own && speaks)
	w.on(fSpeakerAccuses, p.fr.cue == cueAccuses && speaks)
	w.on(fSpeakerOwns, p.fr.cue == cueOwns && speaks)
	w.on(fSpeaker, speaks)
	w.on(fMainActor, c.main)
	w.on(fMainActorNoOwn, c.main && !p.hasActor)
	w.add(fClassKind.at(c.class*len(actorKinds) + p.kind))
	w.on(fHedged, p.fr.hedged)
	w.on(fDenied, p.fr.denied)
	w.on(fBombing, p.event == "bombing" || p.event == "suicide_bombing")
	w.on(fChemical, p.event == "chemical_attack")
	w.on(fAir, p.event == "air_strike")
	if w.names == nil {
		w.sum += c.base
	} else {
		d.actorItself(w, i)
	}
}

// actorItself weighs what a body is by itself, the same for every claim.
func (d *doc) actorItself(w *weigher, i int) {
	c := &d.foundAc[i]
	if c.head != 0 {
		w.add(c.head)
	}
	w.on(fHeld, c.held)
	w.on(fTeller, c.m.teller)
	w.on(fTellerOfItself, c.m.ofItself)
	w.on(fStateName, c.m.state)
	w.on(fCharged, c.m.charged)
	w.on(fParty, c.m.party != 0)
	w.on(fPlane, c.m.plane)
	w.on(fGroup, c.m.group)
	w.on(fModifier, c.nat)
	w.on(fOnce, c.freq == 1)
	w.on(fOften, c.freq > 2)
	if after, ok := fActorAfter.of(c.prev); ok {
		w.on(after, true)
	} else {
		w.on(fAfterStart, c.prev == "")
		w.on(fAfterOther, c.prev != "")
	}
	w.on(fThenDeed, c.next&tEv != 0)
	w.on(fThenHarm, c.next&tOut != 0)
	w.on(fThenAux, c.next&tAux != 0)
	w.on(fThenSay, c.next&tSay != 0)
	w.on(fThenThing, c.next&(tThing|tPlaceHead) != 0)
	w.on(fThenPunct, c.next&tPunct != 0)
}

// accusedByOthers tells whether a body is named where somebody accuses it who is not the one that claim p is of: "Residents
// blamed soldiers. The governor said nine had died" does not have the governor blame them. Where the body denies, it is
// enough that the other speaks of it.
func (d *doc) accusedByOthers(p *partial, c *foundActor) bool {
	if len(p.names) == 0 || p.fr.denied || p.fr.cue == cueDenies || c.f == p.f && c.si == p.si0 {
		return false
	}
	if len(c.accusers) > 0 {
		return !d.roll.overlap(c.accusers, p.names)
	}
	return len(c.sayers) > 0 && !d.roll.overlap(c.sayers, p.names) && d.denies(c)
}

// denies tells whether a body, or one called after it ("the Houthi authorities" after the Houthis), denies something in
// the report.
func (d *doc) denies(c *foundActor) bool {
	for i := range d.foundSp {
		sp := &d.foundSp[i]
		if sp.kind != cueDenies {
			continue
		}
		if c.called.among(sp.called) {
			return true
		}
		for _, name := range sp.names {
			if len(c.name) > 5 && strings.Contains(strings.ToLower(name), strings.TrimSuffix(strings.ToLower(c.name), "s")) {
				return true
			}
		}
	}
	return false
}

// onlyTells tells whether a body without arms is named, in the sentence of a claim, as who says it, and does not
// speak of itself: "the group said four children were killed" does not have it kill them.
func (d *doc) onlyTells(p *partial, c *foundActor) bool {
	return c.m.teller && !c.m.ofItself && c.m.party == 0 && !c.m.person && !c.m.state && !c.m.plane && p.fr.cue != cueOwns && p.fr.cue != cueDenies &&
		c.f == p.f && c.si == p.si0 && p.fr.said != nil && c.m.from >= p.fr.said.who[0] && c.m.to <= p.fr.said.who[1] && c.f.items[c.m.to-1].is(tSrc) && !c.f.items[c.m.to-1].is(tForce)
}

// whoSpeaksOf are the names of those who accuse or blame the body m in its sentence, and of those who say anything of it
// there ("the official said the mine had been laid by the Houthis"); the credits of the sentence are kept from spFrom on.
func (d *doc) whoSpeaksOf(f *field, m *actorMention, spFrom int) (accusers, sayers []string) {
	for i := len(d.foundSp) - 1; i >= spFrom; i-- {
		sp := &d.foundSp[i]
		if sp.f != f || sp.si != d.si || sp.at >= m.from {
			continue
		}
		if accusers == nil && sp.kind == cueAccuses && f.blames(sp.at) {
			accusers = sp.names
		}
		if sp.before && sp.kind != cueDenies {
			sayers = sp.names
		}
	}
	return accusers, sayers
}
