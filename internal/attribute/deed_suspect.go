package attribute

import (
	"slices"
	"strings"

	"isnad"
)

// suspectHeld tells whether a detention is the arrest of somebody suspected of the
// violence that the report tells of: "a 19-year-old was arrested and charged". It
// follows from that claim and is none of its own. Soldiers and security forces
// who round people up are another matter, and so are many at once.
func (d *doc) suspectHeld(f *field, s *sentence, p *partial) bool {
	if p.event != isnad.EventDetention || p.hasFigure() {
		return false
	}
	violent := false
	for i := range d.partials {
		switch d.partials[i].event {
		case isnad.EventDetention, isnad.EventDisplacement, isnad.EventObstruction, isnad.EventIllTreatment, evTerritory:
		default:
			violent = true
		}
	}
	if !violent {
		return false
	}
	k := p.fr.evAt
	if k < 0 {
		k = p.fr.at
	}
	for n := s.from; n < s.to; n++ {
		it := &f.items[n]
		if it.is(tNum) && it.num > fewSuspects && n+1 < s.to && f.items[n+1].is(tHead) || it.is(tVague) {
			return false
		}
	}
	// who arrests: somebody of the law, or nobody is named
	passive := k > s.from && auxBefore(f, s, k) >= 0
	if f.heldForCalling(s, k, passive) {
		return false
	}
	if passive {
		for n := k + 1; n < s.to && n < k+12; n++ {
			if f.word(n) == "by" {
				return f.lawful(n+1, min(n+6, s.to))
			}
		}
		return true
	}
	return f.lawful(max(s.from, k-8), k)
}

// arrestedFor gives a candidate of an American county that tells of an arrest the deed for which somebody
// was arrested: "was arrested in connection with a shooting on Oak Street", "three days after he shot a
// man". An arrest by itself is no violence there.
func (d *doc) arrestedFor(f *field, s *sentence, p *partial) bool {
	arrest := p.fr.evAt
	if arrest < 0 {
		arrest = p.fr.at
	}
	for k := arrest + 1; k < s.to; k++ {
		it := &f.items[k]
		if !it.is(tEv) || it.w == nil || it.w.event != isnad.EventShooting && it.w.event != isnad.EventAttack || (it.w.evForm == formNoun || it.w.evForm == formGerund) && !f.forWhich(s, k) {
			continue // "who was arrested the week after the shooting"
		}
		if !p.hasFigure() && it.w.event != isnad.EventShooting {
			continue
		}
		p.event, p.weak = it.w.event, false
		p.fr.evAt, p.fr.event, p.fr.strength, p.fr.verb = k, it.w.event, it.w.strength, it.w.evForm != formNoun
		return true
	}
	return false
}

// forWhich tells whether the deed at item k is what somebody is said to have been arrested for or in
// connection with.
func (f *field) forWhich(s *sentence, k int) bool {
	if !theDeed(f.word(k)) {
		return false
	}
	for n := k - 1; n > s.from && n > k-7; n-- {
		switch f.word(n) {
		case "for", "in", "in connection with", "over":
			return true
		case "after", "before", "since", "following":
			return false
		}
		if it := &f.items[n]; it.is(tPunct | tRel | tSay | tAux) {
			return false
		}
	}
	return false
}

// fewSuspects is how many are taken for suspects of one deed.
const fewSuspects = 3

// lawful tells whether the police or a court is named in the items [from, to).
func (f *field) lawful(from, to int) bool {
	for n := from; n < to; n++ {
		switch f.word(n) {
		case "police", "officers", "officer", "deputies", "deputy", "troopers", "detectives", "sheriff", "marshals", "investigators", "authorities", "agents", "constables", "gendarmes", "police officer", "police officers", "constable", "trooper", "detective":
			return true
		}
	}
	return false
}

// alsoOneself adds the one who did it to the dead of a sentence: "killed his wife
// before turning the gun on himself", "shot his brother and then himself", "killed two and
// was himself killed", whose own figure is then none apart.
func (f *field) alsoOneself(s *sentence, cs []casualty) []casualty {
	if s.hints&mayBeSelf == 0 {
		return cs
	}
	for k := s.from + 2; k < s.to; k++ {
		switch f.word(k) {
		case "himself", "herself", "themselves":
		default:
			continue
		}
		harm, died := f.himselfKilled(s, k)
		if !died && !f.ownHand(s, k) {
			continue
		}
		for i := len(cs) - 1; i >= 0; i-- {
			c := &cs[i]
			if f.diedByOwnHand(s, c, k) {
				return cs
			}
			if c.outcome != isnad.Killed || !c.known || c.from > k || c.q.low < 1 || died && (c.at == harm || c.q.qual != isnad.Exact) {
				continue
			}
			c.q.low++
			if c.q.high >= 0 {
				c.q.high++
			}
			if died {
				cs = slices.DeleteFunc(cs, func(o casualty) bool { return o.at == harm })
			}
			return cs
		}
		if !died && f.endsOwnLife(s, k) {
			return f.aloneDead(s, cs, k)
		}
	}
	return cs
}

// diedByOwnHand tells whether the "himself" at item k is the one whose death c tells: "a man died
// after shooting himself", "a boy died when he accidentally shot himself".
func (f *field) diedByOwnHand(s *sentence, c *casualty, k int) bool {
	if c.outcome != isnad.Killed || !c.known || c.q.low != 1 || c.at >= k || !dying(f.word(c.at)) && f.word(c.at) != "dead" {
		return false
	}
	for n := c.at + 1; n+1 < k; n++ {
		if w := f.word(n); w != "after" && w != "when" && w != "from" && w != "by" {
			continue
		}
		for n++; n < k && f.items[n].is(tAdv); n++ {
		}
		w := f.word(n)
		return w == "he" || w == "she" || strings.HasSuffix(w, "ing")
	}
	return false
}

// afterOneself returns the item at which those begin whom somebody killed besides
// himself: "killing himself and four soldiers". k where that is not told.
func (f *field) afterOneself(s *sentence, k int) int {
	if k+2 >= s.to || f.word(k) != "himself" && f.word(k) != "herself" && f.word(k) != "themselves" {
		return k
	}
	if f.word(k+1) == "and" {
		return k + 2
	}
	if e := f.asWell(s, k+1); e > k+1 {
		return e
	}
	return k
}

// ownHand tells whether the words before "himself" at k say that somebody killed himself.
func (f *field) ownHand(s *sentence, k int) bool {
	switch f.word(k - 1) {
	case "then", "killing", "killed", "shooting", "shot":
		return true
	case "on":
		for n := k - 2; n >= s.from && n >= k-5; n-- {
			switch f.word(n) {
			case "turning", "turned", "turns":
				return true
			}
		}
	}
	return false
}

// merelyPolice tells whether body i is the police of a town who are named beside a deed but
// neither fire nor hold anybody there: they tell of it, look into it and help.
func (d *doc) merelyPolice(p *partial, i int) bool {
	c := &d.foundAc[i]
	if !d.beat || c.did || c.m.party != 0 || c.m.ofItself || p.event == isnad.EventDetention || p.event == isnad.EventClash && !c.m.teller || !c.f.lawful(c.m.from, c.m.to) {
		return false
	}
	s := &c.f.sents[c.si]
	e := c.f.pastManner(s, c.m.to)
	if k := c.f.beforeMods(s, c.m.from); k > s.from && c.f.word(k) == "with" && c.f.exchangedFire(s, k) {
		return false
	}
	if c.f.kills(s, e) || c.f.harmedBy(s, c.m.from) || c.f.followsBy(s, c.m.from) {
		return false
	}
	if e < s.to && comesOrSeeks(c.f.word(e)) {
		return true // "Police arrested a man in the shooting of"
	}
	return c.next&(tEv|tOut|tWeapon|tThing) == 0 && !c.f.policeAct(s, e)
}

// followsBy tells whether the body at item k did what stands before it: "a raid by police".
func (f *field) followsBy(s *sentence, k int) bool {
	b := f.beforeMods(s, k)
	return b > s.from && f.word(b) == "by"
}

// policeAct tells whether police who are the subject of a sentence do something from item e on
// that is not telling, coming, seeking or helping: "police threw him from a bridge".
func (f *field) policeAct(s *sentence, e int) bool {
	for n := 0; e < s.to && n < 5 && (f.items[e].is(tPrep | tLoc | tDet | tCap | tMod | tAdv)); n++ {
		e++ // "police in Kosti"
	}
	if e >= s.to || f.items[e].is(tSay|tAux|tPunct|tConj|tModal|tNeg|tWeekday|tNum|tRel) {
		return false
	}
	w, _, _ := strings.Cut(f.word(e), " ") // also of "set fire to"
	return len(w) > 2 && (strings.HasSuffix(w, "ed") || w == "threw" || w == "set" || w == "beat" || w == "drove" || w == "broke" || w == "crackdown" || w == "brutality" || w == "violence" || w == "raid") && !comesOrSeeks(w)
}

// comesOrSeeks tells the verbs of what police do at any scene.
func comesOrSeeks(w string) bool {
	switch w {
	case "responded", "arrived", "rushed", "searched", "investigated", "identified", "released", "received", "recovered", "located", "arrested", "charged", "detained", "named", "asked", "urged", "called", "closed", "cordoned",
		"interviewed", "questioned", "determined", "learned", "discovered", "examined", "collected", "reviewed", "obtained", "described", "declined", "offered", "provided", "performed", "tried", "pronounced", "booked", "notified",
		"increased", "believed", "suspected", "linked", "tied", "issued", "served", "executed", "seized", "stopped", "followed", "pursued", "traced", "tracked", "canvassed", "alerted", "dispatched", "returned", "worked", "hoped", "wanted", "needed", "opened", "reached", "entered", "approached",
		"started", "continued", "joined", "blocked", "evacuated", "rescued", "helped", "treated", "transported", "counted", "checked", "posted", "ended", "scheduled", "launched", "ruled", "listed", "recorded", "escorted", "appealed", "handled", "planned":
		return true
	}
	return false
}
