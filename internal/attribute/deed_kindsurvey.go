package attribute

import "isnad"

// How the kinds that a report names stand to one claim: the facts that chooseKind
// weighs.

// kindSurvey is what speaks for each kind of one claim.
type kindSurvey struct {
	named   [len(kindOptions)]bool
	facts   [len(kindOptions)][]fact
	closest [len(kindOptions)]isnad.Event
}

func (k *kindSurvey) weigh(w *weigher, o int) {
	for _, f := range k.facts[o] {
		w.add(f)
	}
}

func (k *kindSurvey) on(o int, f fact) {
	for _, x := range k.facts[o] {
		if x == f {
			return
		}
	}
	k.facts[o] = append(k.facts[o], f)
}

// survey gathers the facts of each kind for a claim.
func (k *kindSurvey) survey(d *doc, p *partial) {
	*k = kindSurvey{facts: k.facts}
	for o := range k.facts {
		k.facts[o] = k.facts[o][:0]
	}
	k.named[kindAttack], k.named[kindClash], k.named[kindShooting] = true, true, true
	if o := kindOption(p.told); o >= 0 {
		k.named[o] = true
	}
	state := k.own(d, p)
	if state < 2 && p.apart && !p.definite {
		state += 3
		if d.fought(p) {
			state += 2
		}
	}
	k.around(d, p, state)
	k.story(d, p, state)
	if p.harmedSome() && kindOption(p.fr.event) != kindDestruction && p.told != isnad.EventPropertyDestruction {
		k.named[kindDestruction] = false // nobody dies of houses that are burned elsewhere in the story
	}
	// what holds of the claim, for each kind
	called := deedName(p.fr.f, &p.fr)
	class := 0
	two := 0
	for _, i := range p.tells {
		t := &d.tellings[i]
		for a := t.ac[0]; a < t.ac[1]; a++ {
			if d.scores[t.acScore+a-t.ac[0]] > 0.75 {
				two++
			}
		}
		if class == 0 && t.acBest >= 0 && d.scores[t.acScore+t.acBest-t.ac[0]] > 0.75 {
			class = 1 + d.foundAc[t.acBest].class
		}
	}
	x := p.killed
	if x == nil {
		x = p.injured
	}
	pick := kindOption(p.fr.event)
	for o := range kindOptions {
		if !k.named[o] {
			continue
		}
		k.on(o, fOption.at(o))
		k.on(o, fOptionState.at(state*len(kindOptions)+o))
		k.on(o, fOptionCalled.at(called*len(kindOptions)+o))
		k.on(o, fOptionActor.at(class*len(kindOptions)+o))
		if two > 1 {
			k.on(o, fOptionTwo.at(o))
		}
		if pick == o {
			k.on(o, fDeedPick.at(int(min(p.fr.strength, 3))))
			k.on(o, fDeedPickCalled.at(called))
		}
		switch {
		case x == nil:
			k.on(o, fOptionCount.at(o))
		case x.q.category == isnad.CategoryCombatants:
			k.on(o, fOptionFighters.at(o))
		default:
			k.on(o, fOptionOthers.at(o))
		}
		if p.killed != nil && p.killed.q.low == 1 && p.killed.q.high == 1 {
			k.on(o, fOptionOne.at(o))
		}
	}
}

// fought tells whether a claim's own words tell of fighters killed or hurt by a
// force on the ground.
func (d *doc) fought(p *partial) bool {
	x := p.killed
	if x == nil {
		x = p.injured
	}
	if x == nil || x.q.category != isnad.CategoryCombatants {
		return false
	}
	for _, i := range p.tells {
		t := &d.tellings[i]
		if t.acBest >= 0 && d.scores[t.acScore+t.acBest-t.ac[0]] > 0.75 {
			return d.foundAc[t.acBest].class != classPlanes
		}
	}
	return false
}

// own weighs the deeds of the claim's own sentences and tells whether they name
// its kind: 0 nothing, 1 a weak word, 2 plainly.
func (k *kindSurvey) own(d *doc, p *partial) int {
	state := 0
	var frameKinds uint32
	near, nearKind := 1<<20, -1
	first := -1
	for i := range d.deeds {
		d.deeds[i].seen = false
	}
	for _, ti := range p.tells {
		t := &d.tellings[ti]
		for i := range d.deeds {
			c := &d.deeds[i]
			if c.f != t.f || c.si != t.si {
				continue
			}
			c.seen = true
			if t.apart && (c.k < t.from || c.k >= t.to) {
				continue
			}
			o := int(c.kind)
			k.named[o] = true
			if k.closest[o] == "" || c.k >= t.from && c.k < t.to {
				k.closest[o] = c.event
			}
			dist := abs(c.k - t.at)
			loc := ownFrame
			switch {
			case c.scene:
				loc = ownScene
			case c.k < t.from || c.k >= t.to:
				loc = ownSentence
			case dist == 0:
				loc = ownAt
			case clauseBetween(c.f, min(c.k, t.at)+1, max(c.k, t.at)):
				loc = ownClause
			case dist <= 6 && c.k < t.at:
				loc = ownAhead
			case dist <= 6:
				loc = ownBehind
			}
			k.on(o, fDeedOwn.at(loc*len(deedHow)+int(c.how)))
			if loc < ownSentence {
				k.on(o, fDeedLink.at(int(c.link)))
			}
			if c.tool {
				k.on(o, fDeedTool)
			}
			if loc >= ownSentence {
				continue
			}
			if c.how == howWeak {
				state = max(state, 1)
				continue
			}
			state = 2
			frameKinds |= 1 << o
			if dist < near {
				near, nearKind = dist, o
			}
			if first < 0 {
				first = o
			}
		}
	}
	if nearKind >= 0 {
		k.on(nearKind, fDeedNearest)
		k.on(first, fDeedFirst)
		if frameKinds&(frameKinds-1) == 0 {
			k.on(nearKind, fDeedOnly)
		}
	}
	return state
}

// around weighs the deeds of the other sentences.
func (k *kindSurvey) around(d *doc, p *partial, state int) {
	var count [len(kindOptions)]int
	for i := range d.deeds {
		c := &d.deeds[i]
		o := int(c.kind)
		if c.how != howWeak {
			count[o]++
		}
		if c.seen || c.scene || p.otherEntry(c.f, c.si) {
			continue
		}
		dist, _ := d.far(p, c.f, c.si)
		if dist > 0 && state < 2 && d.ofLaterTown(p, c) {
			continue
		}
		group := 1
		switch c.how {
		case howWeak:
			group = 0
		case howWeapon, howPlane:
			group = 2
		}
		loc := -1
		switch {
		case c.f.inTitle:
			loc = 7
		case c.f.sents[c.si].heading:
			loc = 8
		case dist > 1000:
		case dist == -1:
			loc = 0
		case dist == -2:
			loc = 1
		case dist < -2 && dist >= -5:
			loc = 2
		case dist < -5 && dist >= -12:
			loc = 3
		case dist == 1:
			loc = 4
		case dist == 2:
			loc = 5
		case dist > 2 && dist <= 5:
			loc = 6
		}
		if loc < 0 {
			continue
		}
		k.named[o] = true
		if k.closest[o] == "" || abs(dist) <= 1 && c.how != howWeak {
			k.closest[o] = c.event
		}
		k.on(o, fDeedOther.at((loc*len(deedGroups)+group)*len(ownStates)+state))
		if c.si <= 1 && !c.f.inTitle && dist < -2 {
			k.on(o, fDeedOther.at((9*len(deedGroups)+group)*len(ownStates)+state))
		}
	}
	most, top := -1, 0
	for o, n := range count {
		if n > top {
			most, top = o, n
		}
	}
	if most >= 0 && k.named[most] {
		k.on(most, fMostKind.at(state))
	}
}

// ofLaterTown tells whether a deed behind a claim is that of a later claim of another place: "Gunmen
// killed nine farmers in X. In Y, a mine killed two".
func (d *doc) ofLaterTown(p *partial, c *foundDeed) bool {
	for i := range d.partials {
		if q := &d.partials[i]; q.order > p.order && q.f0 == c.f && q.si0 == c.si && !q.title && q.counted() {
			return q.apart
		}
	}
	return false
}

// story weighs the kinds of the claims around.
func (k *kindSurvey) story(d *doc, p *partial, state int) {
	last, next := -1, -1
	for i := range d.partials {
		q := &d.partials[i]
		if q == p || p.otherEntry(q.f0, q.si0) {
			continue
		}
		o := kindOption(q.told)
		if o < 0 || q.weakTold {
			continue
		}
		switch {
		case q.order < p.order && !q.title && q.solid:
			last = i
		case q.order > p.order && next < 0 && !q.title && !(q.apart && state < 2 && q.counted()):
			next = i
		}
		if q.bg != p.bg {
			continue
		}
		if figures(p.killed, q.killed0) == figSame || figures(p.injured, q.injured0) == figSame {
			k.named[o] = true
			k.on(o, fFigureKind.at(state))
		}
		if p.place != "" && q.place != "" && !p.fr.carryPlace && !q.fr.carryPlace && p.rank >= 2 && d.roll.same(p.place, q.place) {
			k.named[o] = true
			k.on(o, fPlaceKind.at(state))
		}
	}
	if last >= 0 {
		q := &d.partials[last]
		o := kindOption(q.told)
		k.named[o] = true
		k.on(o, fLastKind.at(state))
		if p.definite {
			k.on(o, fLastKind.at(len(ownStates)+state))
		}
		if p.sent.para == q.sent.para && q.f == p.f {
			k.on(o, fLastKind.at(2*len(ownStates)+state))
		}
		if p.answer {
			k.on(o, fAnswerKind)
		}
	}
	if next >= 0 {
		o := kindOption(d.partials[next].told)
		k.named[o] = true
		k.on(o, fNextKind.at(state))
	}
	if o := kindOption(p.told); o >= 0 && !p.weakTold && p.merged > 0 {
		k.on(o, fJoinedKind)
	}
}
