package attribute

import (
	"slices"
	"strings"

	"isnad"
)

// casualty is one statement of harm to people: who was harmed, how many, and
// the word that says so.
type casualty struct {
	outcome  isnad.Outcome
	q        quantity
	known    bool // a number is stated
	at       int  // item of the word of harm
	from, to int  // items it covers
	passive  bool // the harmed stand before the verb
	subs     []quantity
	running  bool // a running toll
	update   bool // a figure that replaces an earlier one,
	mended   bool // by a word for a change: "was raised to"
	plain    bool // shot, and nothing said of how they fare
	f        *field
}

// casualties links the words of harm in a sentence to the numbers of people
// they speak of. Every quantity is used once.
func (d *doc) casualties(f *field, s *sentence, qs []quantity) []casualty {
	cs := d.cas[:0]
	items := f.items
	used := d.used[:0]
	for range qs {
		used = append(used, false)
	}
	d.used = used
	d.markSubsets(f, s, qs)
	if c, ok := d.bareCount(f, s); ok {
		d.cas = append(cs, c)
		return d.cas
	}
	again, counted := f.recounted(s)
	if !counted && !f.inTitle {
		if again, counted = d.updatedTo(f, s); !counted {
			again, counted = d.bringsTo(f, s)
		}
	}
	if counted {
		cs = append(cs, again.c)
		if again.hurt.known {
			cs = append(cs, again.hurt)
		}
		for i := range qs {
			if qs[i].to > again.verb && qs[i].from < again.to {
				used[i] = true
			}
		}
	}
	for t := s.from; t < s.to; t++ {
		it := &items[t]
		if counted && it.is(tToll|tOut) && (t == again.verb || again.explains(f, t) || again.brings && t < again.verb && !(it.w != nil && it.w.outcome == isnad.Injured)) {
			continue
		}
		if !it.is(tOut|tToll|tNeg|tSay) && !it.may(mayHarm|mayName) && !strings.HasPrefix(f.word(t), "throat") && !strings.HasPrefix(f.word(t), "mourn") {
			continue // most words
		}
		if w := f.word(t); w == "treated" || w == "treating" {
			if c, ok := treatedAt(f, s, qs, used, t); ok {
				cs = append(cs, c)
				continue
			}
		}
		if w := f.word(t); w == "sent" || w == "sends" || w == "sending" {
			if c, ok := sentAt(f, s, qs, used, t); ok {
				cs = append(cs, c)
				continue
			}
		}
		if len(qs) > 0 && len(d.partials) > 0 && (countsByName(f.word(t)) || f.listHas(s, t)) {
			if c, ok := d.namesSoMany(f, s, qs, used, t); ok {
				cs = append(cs, c)
				continue
			}
		}
		if it.is(tSay) && !it.is(tOut) || f.givesBare(s, t) {
			if c, ok := d.saysSoMany(f, s, cs, t); ok {
				cs = append(cs, c)
				markUsed(qs, used, &c.q)
				continue
			}
		}
		if c, ok := labelledFigure(f, s, t); ok {
			cs = append(cs, c)
			markUsed(qs, used, &c.q)
			t = c.to - 1
			continue
		}
		if len(qs) > 0 && (it.is(tOut) || f.word(t) == "dead") {
			if c, ok := deadWere(f, s, qs, used, t); ok {
				cs = append(cs, c)
				continue
			}
		}
		switch w := f.word(t); {
		case it.w == &ofCaptives:
		case w == "body" || w == "corpse" || strings.HasSuffix(w, " body") || strings.HasSuffix(w, " corpse"):
			if c, ok := bodyFound(f, s, qs, used, t); ok {
				cs = append(cs, c)
				continue
			}
		case w == "martyrs":
			if c, ok := martyrsBeside(f, s, qs, used, t); ok {
				cs = append(cs, c)
				continue
			}
		case strings.HasPrefix(w, "throat"):
			if c, ok := throatCut(f, s, qs, used, cs, t); ok {
				cs = append(cs, c)
				continue
			}
		case w == "suffered" || w == "sustained" || w == "received" || w == "lost":
			if c, ok := sufferedAt(f, s, qs, used, t); ok {
				cs = append(cs, c)
				t = c.to - 1
				continue
			}
		case w == "shot" && !(t+1 < s.to && f.word(t+1) == "down"), w == "stabbed", w == "slashed", d.beat && (w == "beaten" || w == "pistol-whipped" || w == "bludgeoned"), (w == "hit" || w == "struck" || w == "grazed") && (f.underFire(s, t) || f.firedBefore(d.si, s)):
			if c, ok := shotAt(f, s, qs, used, t); ok && f.ofBodyFound(s, &c) {
				continue
			} else if ok {
				if dead, some := fatally(f, s, qs, used, &c); some {
					cs = append(cs, dead)
				}
				cs = append(cs, c)
				continue
			}
			if c, ok := toDeath(f, s, qs, used, t); ok {
				cs = append(cs, c)
				t = c.to - 1
				continue
			}
			if c, ok := shotWhom(f, s, qs, used, t); ok {
				cs = withFatal(f, s, qs, used, append(cs, c))
				t = f.overDead(&c, t)
				continue
			}
		case f.fatalOf(s, t):
			if c, ok := killedOf(f, s, qs, used, t); ok {
				cs = append(cs, c)
				continue
			}
		case w == "shooting" || w == "stabbing" || w == "beating":
			if c, ok := hurtOf(f, s, qs, used, t); ok && d.beat && (len(d.partials) == 0 || f.datedBehind(s, t)) {
				cs = append(cs, c)
				t = c.to - 1
				continue
			}
			if c, ok := toDeath(f, s, qs, used, t); ok { // "sentenced for shooting a man to death"
				cs = append(cs, c)
				t = c.to - 1
				continue
			}
		case (w == "hit" || w == "struck" || w == "grazed") && t > s.from && bullets(f.word(t-1)):
			if c, ok := struckBy(f, s, qs, used, t); ok {
				cs = append(cs, c)
				continue
			}
		case (w == "burned" || w == "burnt" || w == "burning") && f.endsIn(s, t, "alive"):
			if c, ok := toDeath(f, s, qs, used, t); ok {
				cs = append(cs, c)
				t = c.to - 1
				continue
			}
		case w == "gunshot wound" || w == "gunshot wounds" || w == "bullet wound" || w == "stab wound" || w == "stab wounds" || f.broughtWith(s, t):
			if c, ok := woundAt(f, s, qs, used, t); ok {
				cs = append(cs, c)
				continue
			}
		}
		if piercing(f.word(t)) {
			if c, ok := piercedBy(f, s, qs, used, t, len(cs) > 0 || len(d.partials) > 0 && d.partials[len(d.partials)-1].counted()); ok {
				cs = append(cs, c)
				continue
			}
		}
		if verb, mere := strikesAt(f.word(t)); verb && !it.is(tCap) && (mere || it.w != nil && it.w.evForm == formGerund) {
			if c, ok := shotWhom(f, s, qs, used, t); ok {
				cs = withFatal(f, s, qs, used, append(cs, c))
				t = f.overDead(&c, t)
				continue
			}
		}
		if c, ok := claimedBefore(f, s, qs, used, t); ok {
			cs = append(cs, c)
			continue
		}
		if w := f.word(t); w == "claiming" || w == "claimed" || w == "claims" && f.claimsLives(s, t) || w == "leaving" || w == "left" || strings.HasPrefix(w, "mourn") || spokeOf(w) {
			if c, ok := martyrsAt(f, s, qs, used, t); ok {
				cs = append(cs, c)
				if f.word(t) == "claims" {
					t = c.to - 1 // and no more of the martyrs
				}
				continue
			}
		}
		if c, ok := rarelyTold(f, s, cs, qs, used, t); ok {
			cs = append(cs, c)
			continue
		}
		if it.is(tOut) && (f.untrue(s, t) || f.theDead(s, t) || f.natural(s, t) || f.trapped(s, t) || f.deathSentence(s, t) || f.sumOfDay(s, t)) {
			continue
		}
		if it.is(tToll) {
			if c, ok := tollAt(f, s, qs, used, t); ok {
				cs = append(cs, c)
			} else if c, ok := d.confirmsToll(f, s, t); ok {
				cs = append(cs, c)
			}
			continue
		}
		if it.is(tNeg) || f.word(t) == "nil" && (t == s.from || !it.is(tCap)) {
			if c, ok := noneHarmed(f, s, t); ok {
				for i := range qs { // "no one"
					used[i] = used[i] || qs[i].from > t && qs[i].to <= c[0].to
				}
				cs = append(cs, c...)
				continue
			}
		}
		if !it.is(tOut) || it.w == nil || it.w.harm == formNone {
			continue
		}
		if c, ok := nobodyHarmed(f, s, t); ok {
			cs = append(cs, c)
			continue
		}
		w := it.w
		if w.outcome == isnad.Displaced || w.outcome == isnad.Missing && w.harm != formSubject {
			continue
		}
		c := casualty{outcome: w.outcome, at: t, from: t, to: t + 1}
		if negatedHarm(f, s, t) {
			if c, ok := d.notHurt(f, s, cs, t); ok {
				cs = append(cs, c)
			}
			continue
		}
		// "killed and injured", "killing or wounding": one joint figure
		if t+2 < s.to && (f.word(t+1) == "and" || f.word(t+1) == "or") && items[t+2].is(tOut) && items[t+2].w != nil &&
			items[t+2].w.harm == w.harm && items[t+2].w.outcome != w.outcome && w.harm != formNone && !faresOnly(f.word(t)) {
			o2 := items[t+2].w.outcome
			if (w.outcome == isnad.Killed || w.outcome == isnad.Injured) && (o2 == isnad.Killed || o2 == isnad.Injured) {
				c.outcome = isnad.Casualties
				c.to = t + 3
			}
		}
		end := c.to
		var got, no bool
		if c.q, got = f.theLedAway(s, qs, used, t); !got && !(it.w == &ofCaptives && f.themAt(t+1, s.to) && !items[t+1].is(tNum)) {
			got, no = takeFigure(f, s, qs, used, &c, t)
		}
		if no {
			continue
		}
		if got && !c.passive && c.q.single && c.q.from > end {
			if q, ok := f.someone(s, end); ok && q.to == c.q.from {
				got = false // "killing Abu Nabil a field commander": one, by name
			}
		}
		if !got && !c.passive && (c.outcome == isnad.Killed || c.outcome == isnad.Injured) {
			switch w.harm {
			case formGerund, formPast, formBase, formThird:
				if q, ok := f.kinAt(s, qs, end); ok {
					markIn(qs, used, &q)
					c.q, got = q, true
				} else if q, ok := f.someone(s, end); ok {
					q = f.andOthers(s, q)
					c.q, got = q, true
					for i := range qs { // "killing Alan Example and three members of the choir", "the imam of the mosque and 17 worshippers"
						if !used[i] && !qs[i].subset && qs[i].head && (f.andThen(q.to, qs[i].from) || f.ofAndThen(q.to, qs[i].from) || f.isAndThen(q.to, qs[i].from)) && (f.closes(s, qs[i].to) || f.lostComma(s, qs[i].to)) {
							used[i] = true
							for j := range i { // "a field commander" is who he is
								used[j] = used[j] || qs[j].from >= q.to
							}
							c.q = sum(q, qs[i])
							break
						}
					}
				}
			}
		}
		if !got && !c.passive {
			c.q, got = f.oneOfThem(s, t, end)
		}
		if !got && !c.passive && (c.outcome == isnad.Killed || c.outcome == isnad.Injured) {
			c.q, got = f.themHit(s, qs, used, t, end)
		}
		if !got && (c.outcome == isnad.Killed || c.outcome == isnad.Injured) {
			var subject bool
			if c.q, subject, got = f.officersShot(s, t, end); got {
				c.passive = subject
			}
		}
		if !got && c.outcome == isnad.Killed {
			c.q, got = f.theTaken(s, cs, t, end)
		}
		if !got && (c.outcome == isnad.Killed || c.outcome == isnad.Injured) && (w.harm == formPast || w.harm == formSubject) {
			if c.q, got = f.thenHarmed(s, qs, used, cs, t, end); got {
				c.passive = true
			}
		}
		c.known = got
		if got {
			f.withOneMore(s, &c)
			f.withOthersOf(s, qs, used, &c)
			f.withOwner(s, &c)
			f.withCompany(s, qs, used, &c)
			f.anotherInHospital(s, &c)
			c.from, c.to = min(c.from, c.q.from), max(c.to, c.q.to)
		}
		if got && c.outcome == isnad.Casualties && c.q.vague && c.q.low <= 2 && (strings.Contains(f.word(t), " and ") || t+1 < s.to && f.word(t+1) == "and") {
			// "a number of them were killed and wounded": some of each
			c.outcome = isnad.Killed
			hurt := c
			hurt.outcome = isnad.Injured
			cs = append(cs, c, hurt)
			t = end - 1
			continue
		}
		cs = append(cs, c)
		if c.to-1 > t && c.outcome == isnad.Casualties {
			t = end - 1
		}
	}
	cs = soManyBy(f, s, qs, used, unrepeated(f, s, qs, used, cs))
	cs = withOneInCare(f, s, withPartners(f, s, qs, used, cs))
	cs = f.someOfTheHurt(s, f.oneOfThemDied(s, f.ofWhomDied(s, qs, used, cs)))
	cs = f.whoDied(s, cs)
	cs = oneMoreHurt(f, oneMoreDied(f, cs))
	cs = superseded(f, s, f.killedOfShot(s, cs))
	cs = nobodyElse(f.lastToDie(s, f.comeTo(s, cs)))
	cs = d.identifiedDead(f, s, f.ownLife(s, f.alsoOneself(s, cs)))
	f.nthDied(s, cs)
	cs = onlyMended(cs)
	giveParts(qs, cs)
	d.cas = cs
	return cs
}

// theTaken is the figure of those who were taken away before they were killed, at the
// verb t: "detained seven villagers and executed them", "two men were abducted and found
// dead".
func (f *field) theTaken(s *sentence, cs []casualty, t, end int) (quantity, bool) {
	if len(cs) == 0 {
		return quantity{}, false
	}
	a := &cs[len(cs)-1]
	if a.outcome != isnad.Detained && a.outcome != "abducted" || !a.known || a.to >= t {
		return quantity{}, false
	}
	then := false
	for k := a.to; k < t; k++ {
		it := &f.items[k]
		then = then || f.word(k) == "and" || f.word(k) == "before" || f.word(k) == "then"
		if it.is(tOut | tSay | tHead | tNeg) {
			return quantity{}, false
		}
	}
	if them := end < s.to && f.word(end) == "them"; !then || !them && !(a.passive && f.items[t].w.harm == formSubject) {
		return quantity{}, false
	}
	return a.q, true
}

// onlyNamed tells whether the items [a, b) are a name and a comma.
func (f *field) onlyNamed(a, b int) bool {
	if b-a < 2 || b-a > 5 || f.word(b-1) != "," {
		return false
	}
	for k := a; k < b-1; k++ {
		if !f.namePart(k) && !(k > a && particle(f.word(k))) {
			return false
		}
	}
	return true
}

// bullets tells the words for what is fired from a gun.
func bullets(w string) bool {
	return w == "gunfire" || endsWith(w, "bullet") || endsWith(w, "bullets")
}

// struckBy reads whom bullets hit: "a stray bullet struck a girl".
func struckBy(f *field, s *sentence, qs []quantity, used []bool, t int) (casualty, bool) {
	c := casualty{outcome: isnad.Injured, at: t, from: t, to: t + 1}
	if !objectAt(f, s, qs, used, t+1) || !takeRight(f, s, qs, used, &c, t+1) {
		return c, false
	}
	c.known = true
	c.to = max(c.to, c.q.to)
	return c, true
}

// unrepeated adds the figures before which the verb is not said again.
func unrepeated(f *field, s *sentence, qs []quantity, used []bool, cs []casualty) []casualty {
	// "... killed 19 people in X and another 23 in Y": the verb is not said again
	for i := range qs {
		placed := f.inAPlace(s, &qs[i]) || qs[i].to+1 < s.to && f.word(qs[i].to) == "in" && f.limb(s, qs[i].to+1) // "and a woman in the hand"
		if used[i] || qs[i].subset || qs[i].single && placed && f.tellsOfIt(s, qs[i].to) || !placed && !qs[i].another && !(i > 0 && f.sideBySide(&qs[i-1], &qs[i])) && !f.ofASide(s, &qs[i]) || qs[i].to < s.to && f.items[qs[i].to].is(tAux|tOut|tRel) || f.ownVerb(s, qs[i].to) {
			continue
		}
		last := -1
		for k := range cs {
			if cs[k].known && cs[k].to <= qs[i].from && (last < 0 || cs[k].to > cs[last].to) {
				last = k
			}
		}
		if last < 0 || cs[last].outcome != isnad.Killed && cs[last].outcome != isnad.Injured || qs[i].from-cs[last].to > 14 ||
			!placed && !qs[i].another && f.ofASide(s, &qs[i]) && !f.eachSide(s, &cs[last], &qs[i]) ||
			!continued(f, cs[last].to, qs[i].from) && !(placed && (f.enumerated(cs[last].to, qs[i].from) || f.limbAnd(s, cs[last].to, qs[i].from))) {
			continue
		}
		used[i] = true
		outcome := cs[last].outcome
		if f.inCare(s, qs[i].to) {
			outcome = isnad.Injured // "left one dead and two others in the hospital"
		}
		cs = append(cs, casualty{outcome: outcome, q: qs[i], known: true, at: qs[i].from, from: qs[i].from, to: qs[i].to, passive: cs[last].passive})
	}
	return cs
}

// ownVerb tells whether a figure that ends before item k has a verb of its own behind an aside on who
// they are: "and 300 more, most of them old, have been displaced".
func (f *field) ownVerb(s *sentence, k int) bool {
	if k < s.to && f.word(k) == "," {
		k++
	}
	if k >= s.to || !f.items[k].is(tIncl) {
		return false
	}
	for n := k + 1; n < s.to && n < k+6; n++ {
		it := &f.items[n]
		if it.is(tAux) {
			return true
		}
		if it.is(tOut|tEv|tSay|tPrep|tLoc|tClause|tRel) || it.is(tPunct) && f.word(n) != "," || f.word(n) == "and" {
			break
		}
	}
	return false
}

// tellsOfIt tells whether the one who ends before item k and has a place behind him says what stands
// before him: "killed five, a doctor in Karm told reporters".
func (f *field) tellsOfIt(s *sentence, k int) bool {
	for n := k; n < s.to && n < k+10; n++ {
		it := &f.items[n]
		if it.is(tSay) && !it.is(tHead|tCap) {
			return true
		}
		if it.is(tOut|tEv|tPunct|tConj) && !it.is(tCap) {
			return false
		}
	}
	return false
}

// limbAnd tells whether items a to b say where in the body somebody was hit, and join another to him:
// "in the leg and".
func (f *field) limbAnd(s *sentence, a, b int) bool {
	if b-a < 3 || b-a > 7 || f.word(a) != "in" || f.word(b-1) != "and" {
		return false
	}
	return f.limb(s, a+1)
}

// inAPlace tells whether a figure is followed by a place alone: "four in Hama".
func (f *field) inAPlace(s *sentence, q *quantity) bool {
	k := q.to
	if k >= s.to || !f.items[k].is(tLoc) {
		return false
	}
	for k++; k < s.to && k < q.to+6; k++ {
		it := &f.items[k]
		switch {
		case it.is(tMonth | tWeekday | tRelDay | tNum | tPunct):
			return false
		case it.is(tCap):
			return true
		case !it.is(tDet|tPlaceHead|tDir|tPlaceAdj|tLoc) && f.word(k) != "of":
			return false
		}
	}
	return false
}

// enumerated tells whether between two figures of a list of places there is only
// the place of the first, with or without the mark that parts them: "five in Douma,
// four in Hama", "150 in Hammouriya 100 in Kfar Batna".
func (f *field) enumerated(a, b int) bool {
	for k := a; k < b; k++ {
		if f.items[k].is(tLoc) { // "bodies were counted in Hammouriya"
			a = k
			break
		}
		if f.items[k].is(tOut|tSay) && !(k > a && f.items[k-1].is(tAux)) {
			return false
		}
	}
	for k := a; k < b; k++ {
		it := &f.items[k]
		if it.is(tOut|tSay|tAux|tRel|tPron|tNum) || it.is(tEv) && !it.is(tCap) {
			return false
		}
	}
	return b > a && (f.items[b-1].is(tPunct|tCap|tPlaceHead|tWeekday) || f.word(b-1) == "and")
}

// nobodyElse drops what says that nobody was hurt where those who were stand beside
// it: "wounded two; nobody else was hurt".
func nobodyElse(cs []casualty) []casualty {
	if !slices.ContainsFunc(cs, func(c casualty) bool { return c.outcome == isnad.Injured && c.known && c.q.high != 0 }) {
		return cs
	}
	return slices.DeleteFunc(cs, func(c casualty) bool { return c.outcome == isnad.Injured && c.none() })
}

// none tells whether a casualty says that there was nobody.
func (c *casualty) none() bool { return c != nil && c.known && c.q.low == 0 && c.q.high == 0 }

// giveParts gives each figure the parts of it that follow.
func giveParts(qs []quantity, cs []casualty) {
	for i := range qs {
		if !qs[i].subset || qs[i].category == "" {
			continue
		}
		best := -1
		for k := range cs {
			if cs[k].known && cs[k].q.from < qs[i].from && (best < 0 || cs[k].q.from > cs[best].q.from) {
				best = k
			}
		}
		if best >= 0 && len(cs[best].subs) < 8 {
			cs[best].subs = append(cs[best].subs, qs[i])
		}
	}
}

// opensWithWhole tells whether a sentence opens with a figure of which it then tells a
// part: "Among at least 25 injured, eight were in a critical condition".
func (f *field) opensWithWhole(s *sentence, q *quantity) bool {
	return q.from-1 == s.lead && f.word(s.lead) == "among" && q.to < s.to && f.items[q.to].is(tOut)
}

// harmBefore tells whether harm is told in a sentence before item k: "fired at a group of
// men, killing two of them" tells none.
func (f *field) harmBefore(s *sentence, k int) bool {
	for n := s.from; n < k; n++ {
		if f.items[n].is(tOut) {
			return true
		}
	}
	return false
}
