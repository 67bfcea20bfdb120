package attribute

import (
	"strings"

	"isnad"
)

// join merges partial claims of one claimant about one incident.
func (d *doc) join() {
	ps := d.partials
	d.lendSceneDays()
	d.lendNamedDay()
	for i := range ps {
		ps[i].vague = d.vaguePlace(&ps[i])
	}
	if d.unjoined {
		return
	}
	m := pairModel()
	d.oneCrime = d.tellsOneCrime()
	for i := range ps {
		if d.replacedBefore(i) || d.onlyReaction(i) || d.noMore(i) {
			ps[i].drop = true
			continue
		}
		best, bs := -1, d.joinLine
		he := ps[i].killed != nil && ps[i].killed.q.pronoun // the one told of last
		for j := i - 1; j >= 0 && j >= i-maxApart; j-- {
			part := !ps[j].drop && (d.partOf(&ps[j], &ps[i]) || d.splitsUp(&ps[j], &ps[i]) || d.updates(&ps[j], &ps[i]) || d.wholeOf(&ps[j], &ps[i]) || d.moreHarmed(&ps[j], &ps[i])) && !d.atOtherStreets(&ps[j], &ps[i]) && !d.atAnotherHour(&ps[j], &ps[i])
			if ps[j].drop || !part && d.impossible(&ps[j], &ps[i]) {
				continue
			}
			w := weigher{m: m}
			d.weighPair(&w, &ps[j], &ps[i])
			c := w.chanceAbove(leastChance)
			ps[i].rivals[i-j-1] = float32(c)
			if d.again(&ps[j], &ps[i]) || bareFigures(&ps[j], &ps[i]) || detailOf(&ps[j], &ps[i]) || d.narrows(&ps[j], &ps[i]) || d.sceneOf(&ps[j], &ps[i]) || d.sameCase(&ps[j], &ps[i]) || d.sameParagraph(&ps[j], &ps[i]) || part || d.goesOnWith(&ps[j], &ps[i]) || d.sameVictims(&ps[j], &ps[i]) || d.oneCrime && d.oneStory(&ps[j], &ps[i]) {
				c = max(c, 0.9)
			}
			if !ps[i].hasFigure() {
				c -= 0.1 // without a figure to compare more must speak for it
			}
			if c > bs || c == bs && !(best >= 0 && he) {
				best, bs = j, c
			}
		}
		if best >= 0 {
			d.absorb(&ps[best], &ps[i])
			ps[i].drop = true
		}
	}
	d.fromTitle()
	d.callsItKilling()
	for i := range ps {
		ps[i].drop = ps[i].drop || ps[i].unsaid && ps[i].merged == 0
		if p := &ps[i]; p.killed == nil && p.both == nil && p.injured.none() {
			nobody := *p.injured // where nobody was hurt nobody died
			nobody.outcome = isnad.Killed
			p.killed = &nobody
		}
	}
	d.settle()
	d.findLead()
}

// replacedBefore tells whether candidate i is the figure of old of a claim told just
// before: "killed 20, police said. They had earlier put the toll at 12". A claimant's
// later figure is the one that counts; another's own figure stays.
func (d *doc) replacedBefore(i int) bool {
	b := &d.partials[i]
	if b.killed == nil || b.killed.q.vague || !b.f.ofOld(&b.sent) {
		return false
	}
	for j := i - 1; j >= 0 && j >= i-4; j-- {
		a := &d.partials[j]
		if a.drop || a.f0 != b.f0 || b.si0-a.last > 2 || a.killed == nil || a.killed.q.low <= b.killed.q.low || a.event != b.event && !a.weak && !b.weak {
			continue
		}
		if own := b.place != "" && !b.fr.carryPlace; own && a.place != "" && !d.roll.same(a.place, b.place) {
			continue
		}
		return len(b.names) == 0 || b.fr.carried || genericNames(b.names) || d.roll.overlap(a.names, b.names) || unnamed(b.names)
	}
	return false
}

// onlyReaction tells whether candidate i only names a deed that the report tells
// elsewhere, as what somebody condemns, discusses, looks into or has not claimed.
func (d *doc) onlyReaction(i int) bool {
	b := &d.partials[i]
	if b.hasFigure() || b.fr.evAt < 0 || b.f.inTitle {
		return false
	}
	k := b.fr.evAt
	if b.fr.verb {
		k = b.f.nounOf(&b.sent, k)
	}
	if k < 0 || !b.f.reactedTo(&b.sent, k) {
		return false
	}
	for j := range d.partials {
		a := &d.partials[j]
		if b.fr.verb && (b.fr.place != nil && !b.fr.place.org && !d.roll.same(a.place, b.place) && !d.roll.holds(a.within, b.place) || len(b.actors) > 0 && !b.fr.carryActor && !d.roll.overlap(a.actors, b.actors)) {
			continue
		}
		if j != i && !a.drop && (a.event == b.event || a.weak || b.weak || kindred(a.event, b.event)) && (a.hasFigure() || a.fr.verb && a.solid) {
			return true
		}
	}
	return false
}

// nounOf finds the noun that the verb of a deed at k is told of, or that it is itself:
// "condemned the bombing that targeted", "condemned the attack"; -1 where there is none.
func (f *field) nounOf(s *sentence, k int) int {
	if k > s.lead && f.items[k-1].is(tDet) {
		return k
	}
	if k > s.lead+1 && f.items[k-1].is(tRel) && f.items[k-2].is(tEv) && f.items[k-2].w.evForm == formNoun {
		return k - 2
	}
	return -1
}

// reactedTo tells whether the deed at item k is what a word of reaction before it is
// about.
func (f *field) reactedTo(s *sentence, k int) bool {
	for j := k - 1; j >= s.from && j >= k-7; j-- {
		switch f.word(j) {
		case "condemned", "condemns", "condemning", "condemn", "denounced", "denouncing", "deplored", "discussed", "discuss", "discussing", "slammed", "decried", "decrying",
			"horrified", "shocked", "saddened", "outraged", "outrage", "investigate", "investigation", "inquiry", "probe", "responsibility", "claim of responsibility", "aftermath", "anniversary", "condolences", "mourned", "condemnation":
			return true
		}
		if it := &f.items[j]; it.is(tPunct|tClause|tRel) || it.is(tOut) && !it.is(tMod) {
			return false
		}
	}
	return false
}

// maxElse bounds the sentences from a claim to what says that nobody else was hurt.
const maxElse = 10

// noMore tells whether candidate i only says that those who were told of before are
// all: "wounded two ... nobody else was hurt".
func (d *doc) noMore(i int) bool {
	b := &d.partials[i]
	nobody := b.injured
	if b.killed.none() && b.injured.none() {
		nobody = b.killed // "knew of no other casualties"
	} else if b.killed != nil || !b.injured.none() {
		return false
	}
	if b.both != nil {
		return false
	}
	more, law := false, false
	for k := nobody.from; k < nobody.to; k++ {
		switch b.f.word(k) {
		case "else", "other", "others", "further":
			more = true
		}
		law = law || b.f.lawful(k, k+1) // "no deputies were hurt"
	}
	more, law = more || law, law && !more
	for j := i - 1; more && j >= 0 && j >= i-4; j-- {
		if a := &d.partials[j]; !a.drop && a.f0 == b.f0 && (b.si0-a.last <= 2 || b.si0-a.last <= maxElse && !b.gotDate) && (a.injured != nil || a.killed != nil && a.killed.q.low > 0) {
			if !law && b.killed == nil { // of the others nothing is said
				nobodyBesides(a, b)
			}
			return true
		}
	}
	return false
}

// unnamed tells whether a claimant is only what is said: "initial reports", "an
// earlier count".
func unnamed(names []string) bool {
	for _, n := range names {
		i := strings.LastIndexByte(n, ' ')
		switch strings.ToLower(n[i+1:]) {
		case "report", "reports", "count", "toll", "figure", "figures", "tally", "estimate", "estimates":
		default:
			return false
		}
	}
	return len(names) > 0
}

// ofOld tells whether a sentence gives a figure that was given before: "had earlier
// put the toll at", "initial reports spoke of".
func (f *field) ofOld(s *sentence) bool {
	for k := s.from; k+1 < s.to; k++ {
		switch f.word(k) {
		case "earlier", "initially", "previously", "initial", "previous":
		case "first":
			if k == s.from || f.word(k-1) != "at" {
				continue // "had at first spoken of ten"
			}
		default:
			continue
		}
		if k == s.lead && f.hadTold(s, k+1) {
			return true
		}
		if w := f.word(k); w != "initial" && w != "previous" && (f.counting(s, k+1) || f.items[k+1].is(tSay|tToll)) {
			return true
		}
		switch f.word(k + 1) {
		case "report", "reports", "count", "toll", "death toll", "figure", "figures", "tally", "estimate", "estimates", "put", "given", "spoken", "spoken of":
			return true
		}
	}
	return false
}

// bareFigures tells whether b is nothing but the figures of a, told in the sentence before it
// without any: "A shell fell on a mill. Two killed, five wounded.", "The market was hit. Nine
// people were killed, among them two women, and shops were burnt."
func bareFigures(a, b *partial) bool {
	if a.f0 == nil || a.f0 != b.f0 || a.title || a.last < 0 || b.si0 != a.last+1 || a.counted() || a.both != nil || !b.counted() || b.fr.said != nil || b.fr.date != nil || b.fr.place != nil || b.si0 >= len(b.f0.sents) || a.f0.sents[a.last].para != b.f0.sents[b.si0].para {
		return false
	}
	f, s := b.f, &b.sent
	if s.to-s.from > maxBareFigures {
		return false
	}
	told, others := false, false
	for k := s.from; k < s.to; k++ {
		it := &f.items[k]
		told, others = told || it.is(tOut), others || it.is(tAnother) && !told
		if f.word(k) == `"` || !it.is(tNum|tVague|tQual|tHead|tOut|tPunct|tConj|tAux|tAdv|tIncl|tAnother|tDet|tPron) && (!told || others || it.is(tCap|tSay|tClause|tPrep|tLoc) || it.is(tEv) && it.w.event != isnad.EventPropertyDestruction) {
			return false
		}
	}
	return true
}

// maxBareFigures bounds the items of a sentence that is nothing but figures.
const maxBareFigures = 24

// detailOf tells whether b only says who some of the dead are that a counted just
// before: "at least 12 were killed ... five children were among the dead".
func detailOf(a, b *partial) bool {
	if b.hasFigure() || a.killed == nil || b.f0 != a.f0 || b.si0-a.last > 2 {
		return false
	}
	if a.event != b.event && !a.weak && !b.weak && !kindred(a.event, b.event) {
		return false
	}
	f := b.f
	for k := b.sent.from; k+2 < b.sent.to; k++ {
		if f.word(k) == "among" && f.theCounted(k+1) {
			return true
		}
	}
	return false
}

// fewPeople is up to how many people one figure tells nothing of whether two deeds are one.
const fewPeople = 5

// again tells whether b plainly says a again: the same exact figure of "the
// attack" or of a deed without a name, by nobody else, somewhere no different.
func (d *doc) again(a, b *partial) bool {
	if !b.hasFigure() {
		return false
	}
	if b.killed != nil && b.killed.q.pronoun {
		return (a.ofSoMany(b.killed.q.low) || a.heldMore(&b.killed.q)) && b.si0-a.last <= 4 || a.befell(b)
	}
	k, n := figures(a.killed, b.killed), figures(a.injured, b.injured)
	dead, hurt := k == figSame && !b.killed.q.vague, n == figSame && !b.injured.q.vague // "several" twice says nothing
	if k == figDiffer || n == figDiffer || !dead && !hurt || b.si0-a.last > 3 && !a.title {
		return false
	}
	if !b.definite && !b.weak && a.event != b.event && !kindred(a.event, b.event) {
		return false
	}
	if b.fr.said != nil && a.fr.said != nil && len(a.names) > 0 && len(b.names) > 0 && !d.roll.overlap(a.names, b.names) {
		return false
	}
	if d.ownPlaces(a, b) {
		if few := dead && b.killed.q.low <= fewPeople || hurt && b.injured.q.low <= fewPeople; a.rank == b.rank || few && min(a.rank, b.rank) >= 2 {
			return false
		}
	}
	return b.killed == nil || !b.killed.q.another
}

// fromTitle gives the figures of a headline that fits no sentence to the first
// claim of the story that has none: "strike kills 61" over a story that tells
// of the strike only.
func (d *doc) fromTitle() {
	for i := range d.partials {
		t := &d.partials[i]
		if t.drop || !t.title || t.killed == nil && t.injured == nil {
			continue
		}
		for j := range d.partials {
			p := &d.partials[j]
			if p.drop || p.title || !p.solid || !d.sameStory(t, p) {
				continue
			}
			if p.hasFigure() {
				break // the story has figures of its own
			}
			if t.place != "" && p.place != "" && !d.roll.same(t.place, p.place) && t.rank >= 2 && p.rank >= 2 && !d.roll.holds(p.within, t.place) && !d.roll.holds(t.within, p.place) {
				continue
			}
			p.killed, p.injured = t.killed, t.injured
			break
		}
	}
}

// impossible tells whether two candidates cannot be one claim, whatever else
// speaks for it: two figures that are no update of each other, an assertion
// and a denial, days apart.
func (d *doc) impossible(a, b *partial) bool {
	if d.ledAwayToo(a, b) || d.ledAwayToo(b, a) {
		return true
	}
	if figures(a.killed, b.killed) == figDiffer && !d.roll.overlap(a.names, b.names) || (a.stance == isnad.StanceDenied) != (b.stance == isnad.StanceDenied) {
		return true
	}
	if a.f0 == b.f0 && a.last == b.si0 && b.fr.opens {
		return true // a clause of the same sentence that tells something else
	}
	if a.f0 == b.f0 && !a.title && a.last < b.si0 && b.f.opensAnother(&b.sent) {
		return true
	}
	if otherItem(a, b) || d.otherVoice(a, b) || d.accusesAnew(a, b) || addsTo(a, b) || d.opensElsewhere(a, b) || d.atOtherStreets(a, b) || d.onAnotherStreet(a, b) || alsoHarmed(a, b) || wreckedToo(a, b) || d.jumpsOn(a, b) || d.atAnotherHour(a, b) || d.thereToo(a, b) || d.anotherElsewhere(a, b) {
		return true
	}
	if a.f0 == b.f0 && a.last == b.si0 && a.killed != nil && b.killed != nil && figures(a.killed, b.killed) == figDiffer && !b.killed.update {
		return true // one sentence that counts for two places or two sides
	}
	if a.gotDate && b.gotDate && a.when.Distance(b.when) == 1 && !a.fr.carryPlace && !b.fr.carryPlace && a.rank >= 2 && b.rank >= 2 &&
		d.placesApart(a, b) {
		return true // another day, somewhere else
	}
	return a.gotDate && b.gotDate && (a.when.Distance(b.when) > 1 || d.onNextDay(a, b))
}

// opensElsewhere tells whether the sentence of b begins with a town that a's has
// nothing to do with: "In Homs, a car bomb killed two".
func (d *doc) opensElsewhere(a, b *partial) bool {
	if a.fr.carryPlace || b.fr.carryPlace || a.title || b.fr.place == nil || a.rank < 2 || b.rank < 2 || !a.counted() || !b.counted() || b.definite {
		return false
	}
	if b.f.word(b.sent.lead) != "in" || b.fr.place.from > b.sent.lead+3 {
		return false
	}
	return d.placesApart(a, b)
}

// thereToo tells whether b says that another place was hit besides that of a: "Karm district was attacked as well".
func (d *doc) thereToo(a, b *partial) bool {
	m := b.fr.place
	if m == nil || m.org || m.rank < 1 || a.title || a.place == "" || a.fr.carryPlace || b.counted() || b.definite || m.from > b.sent.lead+1 || m.to > b.fr.at || !d.placesApart(a, b) {
		return false
	}
	for k := m.to; k < b.sent.to; k++ {
		switch b.f.word(k) {
		case "also", "as well", "too":
			return true
		case "as":
			return k+1 < b.sent.to && b.f.word(k+1) == "well"
		}
		if it := &b.f.items[k]; it.is(tPunct | tSay) {
			return false
		}
	}
	return false
}

// anotherElsewhere tells whether b opens with another person to whom something befell somewhere of its own:
// "Another man was shot at a restaurant in Homs".
func (d *doc) anotherElsewhere(a, b *partial) bool {
	m := b.fr.place
	if !d.beat || m == nil || m.org || m.rank < 2 || a.title || a.f0 != b.f0 || b.si0 <= a.last || !b.counted() || b.place == "" || b.f.word(b.sent.lead) != "another" {
		return false
	}
	return !hospital(b.f.wordAt(m.nameTo-1)) && d.placesApart(a, b)
}

// placesApart tells whether the places of two claims are other places, of which neither lies in the other.
func (d *doc) placesApart(a, b *partial) bool {
	return !d.roll.same(a.place, b.place) && !d.roll.holds(a.within, b.place) && !d.roll.holds(b.within, a.place)
}

// ownPlaces tells whether both name a place in their own words, which lie apart.
func (d *doc) ownPlaces(a, b *partial) bool {
	return !a.fr.carryPlace && !b.fr.carryPlace && a.place != "" && b.place != "" && d.placesApart(a, b)
}

// otherVoice tells whether two named claimants each give a figure of their own.
func (d *doc) otherVoice(a, b *partial) bool {
	if a.title || len(a.names) == 0 || len(b.names) == 0 {
		return false
	}
	if otherThan(a.names[0]) != otherThan(b.names[0]) && d.ownPlaces(a, b) {
		return true // "an activist", "another activist", each of a place of his own
	}
	if a.fr.said == nil || b.fr.said == nil || a.pronoun || b.pronoun {
		return false
	}
	if !a.counted() || !b.counted() || genericNames(a.names) || genericNames(b.names) || d.roll.overlap(a.names, b.names) || d.oneMonitor(a.names, b.names) || d.oneLaw(a, b) {
		return false
	}
	k, n := figures(a.killed, b.killed), figures(a.injured, b.injured)
	return k != figSame && n != figSame
}

// accusesAnew tells whether b only says whose deed it was that a told, and somebody else
// says so: "The army blamed the rebels", "The group claimed responsibility".
func (d *doc) accusesAnew(a, b *partial) bool {
	if b.fr.said == nil || len(b.names) == 0 || b.counted() || genericNames(b.names) || d.roll.overlap(a.names, b.names) {
		return false
	}
	return b.answer && b.fr.cue == cueAccuses && b.f.blames(b.fr.said.at) || b.fr.owns || b.accuses()
}

// addsTo tells whether b counts others than a did: "another five died in Homs".
func addsTo(a, b *partial) bool {
	more := func(a, b *casualty) bool { return a != nil && b != nil && b.q.another && !b.q.vague && b.q.low > 1 }
	return b.fr.place != nil && (more(a.killed, b.killed) || b.killed == nil && more(a.injured, b.injured))
}

// blames tells whether the word of accusing at item k says who did it; what is condemned
// need not.
func (f *field) blames(k int) bool {
	if f.items[k].w == &saysGuilt {
		return true
	}
	w, _, _ := strings.Cut(f.word(k), " ")
	switch w {
	case "accused", "accuses", "accuse", "accusing", "attributed", "attributes", "blamed", "blame", "blames", "blaming", "pointed", "points", "pointing", "held", "laid", "lays", "laying", "pinned", "pins", "pinning", "put", "puts", "putting", "placed", "places", "placing":
		return true
	}
	return false
}

// settle lends the most specific place of an incident to the other claims about
// it: "a strike in Idlib province ... the raid hit Khan Sheikhoun".
func (d *doc) settle() {
	ps := d.partials
	for i := range ps {
		p := &ps[i]
		if p.drop || p.bg || p.rank >= 3 && !p.fr.carryPlace && p.place != "" {
			continue
		}
		town := p.rank == 2 && !p.fr.carryPlace && p.place != ""
		best := -1
		for j := range ps {
			q := &ps[j]
			if j == i || q.drop || !q.solid || q.bg || q.rank < 2 || q.fr.carryPlace || q.place == "" || q.event != p.event {
				continue
			}
			if !p.when.IsZero() && !q.when.IsZero() && p.when.Distance(q.when) > 0 {
				continue
			}
			if town && (q.rank < 3 || !d.roll.holds(q.within, p.place)) {
				continue
			}
			if p.killed != nil && q.killed != nil && p.killed.q.low > q.killed.q.low && d.roll.overlap(p.names, q.names) {
				best = -1
				break // a total and one of its parts
			}
			if best >= 0 && !d.roll.same(ps[best].place, q.place) {
				best = -1
				break // several: the wider name stands for all of them
			}
			best = j
		}
		if best >= 0 {
			q := &ps[best]
			w := q.within
			if p.place != "" && !p.fr.carryPlace && !contains(w, p.place) && !d.roll.same(q.place, p.place) {
				w = append(append([]string(nil), w...), p.place)
			}
			p.place, p.within, p.rank, p.known, p.gzID = q.place, w, q.rank, q.known, q.gzID
		}
	}
}

// settleStory lends the time and the kind of a story to the claims about it that
// are silent on them.
func (d *doc) settleStory(p *partial) {
	if !p.gotDate && !p.bg && !p.fresh {
		best, bd := -1, 1<<20
		for j := range d.partials {
			q := &d.partials[j]
			if q == p || q.bg || !q.gotDate || q.fr.date == nil || q.fr.date.rough || q.datedApart || q.f0 != p.f0 || q.title {
				continue
			}
			if !(p.event == q.event || p.weak || q.weak || kindred(p.event, q.event)) {
				continue
			}
			dist := abs(p.si0 - q.si0)
			if q.si0 > p.si0 {
				dist = dist*2 + 1
				if !d.roll.same(p.place, q.place) && figures(p.killed, q.killed0) != figSame || q.f.opensAnother(&q.sent) || otherItem(p, q) {
					continue
				}
			}
			if dist < bd {
				best, bd = j, dist
			}
		}
		if best >= 0 && bd <= 12 {
			p.when = d.partials[best].when
		}
	}
	if p.event == isnad.EventAttack && p.weak {
		best, bd := -1, 6
		for j := range d.partials {
			q := &d.partials[j]
			if q == p || q.weak || q.event == isnad.EventAttack || q.bg != p.bg || q.f0 != p.f0 || !q.when.IsZero() && !p.when.IsZero() && q.when.Distance(p.when) > 0 {
				continue
			}
			if !(p.definite && p.fr.carryPlace || d.roll.same(p.place, q.place) || figures(p.killed, q.killed0) == figSame) {
				continue
			}
			dist := 2 * abs(p.si0-q.si0)
			if q.si0 > p.si0 {
				dist++
			}
			if dist < bd {
				best, bd = j, dist
			}
		}
		if best >= 0 {
			p.event = d.partials[best].event
		}
	}
	if p.event == isnad.EventAirStrike || p.event == isnad.EventAttack || p.event == isnad.EventShelling {
		for j := range d.partials {
			q := &d.partials[j]
			if q == p || q.event != isnad.EventChemicalAttack || q.bg != p.bg || q.when.Distance(p.when) > 0 {
				continue
			}
			if (p.weak || p.definite || p.fr.denied || figures(p.killed, q.killed0) == figSame) && (d.roll.same(p.place, q.place) || p.fr.carryPlace || p.rank <= 1 || d.roll.holds(p.within, q.place)) {
				p.event = isnad.EventChemicalAttack
				break
			}
		}
	}
}

// relation of two figures.
const (
	figNone = iota // at least one side is silent
	figSame
	figNear
	figDiffer
)

func figures(a, b *casualty) int {
	if a == nil || b == nil {
		return figNone
	}
	if a.q.low == b.q.low && a.q.high == b.q.high {
		return figSame
	}
	al, bl := max(a.q.low, 0), max(b.q.low, 0)
	if a.q.vague || b.q.vague {
		return figNear
	}
	if al == bl || a.q.high >= 0 && a.q.high == b.q.high || al == bl+1 && a.q.qual == isnad.MoreThan || bl == al+1 && b.q.qual == isnad.MoreThan {
		return figNear
	}
	return figDiffer
}

func genericNames(ns []string) bool {
	for _, n := range ns {
		if !anyMonitor(n) && !anyone(n) {
			return false
		}
	}
	return true
}

// anyone tells whether a name says nothing of who speaks.
func anyone(n string) bool {
	var buf [13]byte
	if len(n) > len(buf) {
		return false
	}
	switch string(appendLower(buf[:0], n)) {
	case "reports", "activists", "local media", "media", "sources", "source", "official", "officials", "police", "report", "media reports", "local sources":
		return true
	}
	return false
}
