package attribute

import "strings"

// settleCredit names who says so, or nobody when it is the outlet itself.
func (d *doc) settleCredit(p *partial) {
	m := creditModel()
	if !m.fitted {
		return
	}
	if p.creditSources() {
		return
	}
	if p.hearsay() {
		p.names, p.via = nil, nil
		return
	}
	if c := d.toldBy(p); c != nil {
		p.names, p.via, p.creditP = c.names, c.via, sourceShare
		return
	}
	r := d.rankCredits(m, p)
	who, share := r.best(func(int) bool { return false })
	p.creditP = share
	if who < 0 || share < m.line {
		c := d.goesOn(p)
		if c == nil {
			c = d.tellsOn(p)
		}
		if c != nil {
			p.names, p.via = c.names, c.via
			return
		}
		p.names, p.via = d.compilers, nil
		if p.names == nil && !p.hasCredit && !p.bg && (p.killed != nil || p.injured != nil) {
			p.names = d.leader
		}
		if p.names == nil {
			p.names = d.policeBehind(p)
		}
		return
	}
	best, top := who, 0.0
	for i := range d.foundSp {
		if d.foundSp[i].who == who && r.each[i] > top {
			best, top = i, r.each[i]
		}
	}
	if n := d.saysItHimself(best); n >= 0 {
		best = n
		p.names = nil
	}
	c := &d.foundSp[best]
	if !d.roll.overlap(p.names, c.names) || len(p.names) < len(c.names) {
		p.names = c.names
	}
	if len(c.via) > 0 {
		p.via = c.via
	}
	if named := d.officialNamed(best); named != nil && !d.roll.overlap(p.names, named) {
		p.names = append(append([]string(nil), named...), p.names...)
	}
}

// saysItHimself is who says at the end of a sentence, by his name, what others in it only did or found: "Officers
// found a man with a gunshot wound, Lt. Jane Example said"; -1 for nobody.
func (d *doc) saysItHimself(best int) int {
	c := &d.foundSp[best]
	if !d.beat || c.f.items[c.at].is(tSay) || c.kind != cueSays {
		return -1
	}
	for n := best + 1; n < len(d.foundSp) && d.foundSp[n].f == c.f && d.foundSp[n].si == c.si; n++ {
		q := &d.foundSp[n]
		if q.kind == cueSays && q.person && len(q.names) > 0 && q.at > c.at && q.f.items[q.at].is(tSay) && q.f.endsSoon(&q.f.sents[q.si], q.at+1) {
			return n
		}
	}
	return -1
}

// rankCredits weighs every speaker of the report as the one who says a claim.
func (d *doc) rankCredits(m *model, p *partial) *ranked {
	r := &d.ranked
	r.begin(len(d.foundSp))
	for i := range d.foundSp {
		if len(d.foundSp[i].names) == 0 {
			continue
		}
		w := weigher{m: m}
		d.weighCredit(&w, p, i)
		r.add(i, d.foundSp[i].who, w.sum)
	}
	return r
}

// weighCredit weighs one speaker for a claim.
func (d *doc) weighCredit(w *weigher, p *partial, i int) {
	c := &d.foundSp[i]
	dist, t := d.far(p, c.f, c.si)
	w.on(fBias, true)
	distance(w, dist, c.f.inTitle)
	own := dist == 0
	ruled := overlapCalled(p.nameCuts, c.called)
	quoted, goes := false, false
	start := ""
	if t != nil {
		s := &t.f.sents[t.si]
		quoted = t.f.items[s.from].quoted
		start = t.f.word(s.from)
		goes = s.para == c.para
	}
	if own && d.beyond(t, i) {
		w.sum -= parted
	}
	if own {
		cues := t.sp[1] - t.sp[0]
		main := c.f == p.f && c.f.sents[c.si].from == p.sent.from
		w.on(fOwnMain, main && len(p.tells) > 1)
		w.on(fOwnJoined, !main)
		w.on(fOwnMainFirst, len(p.tells) > 1 && t == &d.tellings[p.tells[0]])
		w.on(fOwnOnly, cues == 1)
		w.on(fOwnMany, cues > 1)
		w.on(fOwnAhead, c.before && c.at <= t.at)
		w.on(fOwnBehind, !c.before && c.at >= t.at)
		w.on(fOwnAheadBehind, c.before && c.at > t.at)
		w.on(fOwnLast, i == t.sp[1]-1 && cues > 1)
		w.on(fOwnFirst, i == t.sp[0] && cues > 1)
		switch c.kind {
		case cueAccuses:
			w.on(fOwnAccuses, true)
		case cueDenies:
			w.on(fOwnDenies, true)
		case cueOwns:
			w.on(fOwnOwns, true)
		}
	} else {
		w.on(fOtherNoOwn, !p.hasCredit)
		w.on(fOtherNoOwnNear, !p.hasCredit && abs(dist) == 1)
		w.on(fOtherNoOwnBefore, !p.hasCredit && dist == -1)
		w.on(fOtherNoOwnAfter, !p.hasCredit && dist == 1)
		w.on(fOtherOwnGeneric, p.hasCredit && genericNames(p.names))
		w.on(fOtherSameParagraph, goes)
		w.on(fOtherQuoted, quoted && !p.hasCredit)
		w.on(fOtherQuotedBefore, quoted && !p.hasCredit && dist == -1)
		w.on(fOtherQuotedAfter, quoted && !p.hasCredit && dist == 1)
		w.on(fOtherBackground, p.bg)
		w.on(fOtherBackgroundNoOwn, p.bg && !p.hasCredit)
		w.on(fOtherUncounted, p.killed == nil && p.injured == nil)
		w.on(fOtherLead, p.si <= 2 && !p.hasCredit)
		w.on(fOtherLeadAfter, p.si <= 2 && !p.hasCredit && dist > 0)
		w.on(fOtherDated, p.gotDate && !p.hasCredit)
		w.on(fOtherPlaced, !p.fr.carryPlace && !p.hasCredit)
		w.on(fOtherDefinite, p.definite && !p.hasCredit)
		if d.sameFigure(p, c) {
			w.on(fOtherFigure, true)
			w.on(fOtherFigureNoOwn, !p.hasCredit)
		}
		if starts, ok := fStart.of(start); ok {
			w.on(starts, !p.hasCredit && dist == -1)
		}
		w.on(fOtherLastSpeaker, d.lastSpeaker(t, i))
		w.on(fOtherLastSpeakerNoOwn, !p.hasCredit && d.lastSpeaker(t, i))
	}
	w.on(fRuled, ruled)
	w.on(fRuledCarried, ruled && p.fr.carried)
	w.on(fMostNamedNoOwn, c.freq >= d.mostSp && c.freq > 1 && !p.hasCredit)
	if w.names == nil {
		w.sum += c.base
	} else {
		d.creditItself(w, i)
	}
}

// creditItself weighs what a speaker is by itself, the same for every claim.
func (d *doc) creditItself(w *weigher, i int) {
	c := &d.foundSp[i]
	w.on(fGeneric, genericNames(c.names))
	w.on(fMonitor, monitorName(c.names[0]) || len(c.names) > 1 && monitorName(c.names[1]))
	w.on(fPronoun, c.anaphor)
	w.on(fPerson, c.person)
	w.on(fTwoNames, len(c.names) > 1)
	w.on(fVia, len(c.via) > 0)
	w.on(fOnce, c.freq == 1)
	w.on(fOften, c.freq > 2)
	w.on(fMostNamed, c.freq >= d.mostSp && c.freq > 1)
	w.on(fTitle, c.f.inTitle || c.f.sents[c.si].heading)
}

// lastSpeaker tells whether speaker i was the last heard before a telling.
func (d *doc) lastSpeaker(t *telling, i int) bool {
	if t == nil || d.foundSp[i].f != t.f {
		return false
	}
	return i == t.sp[0]-1
}

// sameFigure tells whether another claim with the same figure stands in the
// speaker's sentence.
func (d *doc) sameFigure(p *partial, c *foundSpeech) bool {
	for i := range d.partials {
		q := &d.partials[i]
		if q == p || q.f0 != c.f || q.si0 != c.si {
			continue
		}
		if figures(p.killed0, q.killed0) == figSame || figures(p.injured0, q.injured0) == figSame {
			return true
		}
	}
	return false
}

// maxPoliceBehind bounds the sentences from a lead to the one in which the police speak.
const maxPoliceBehind = 3

// policeBehind is the police, where they are the first who speak behind a claim that nobody is
// credited with and before anything else is told: "One man is in the hospital after a shooting
// on Elm Street. Police say it happened around midnight". Of the deed that a story opens with any of the
// law may tell it, further down as well.
func (d *doc) policeBehind(p *partial) []string {
	if !d.beat || p.bg || p.title || p.fr.denied || p.killed == nil && p.injured == nil {
		return nil
	}
	leads := d.leads(p)
	for i := range d.foundSp {
		c := &d.foundSp[i]
		if c.f != p.f0 || c.si <= p.si0 {
			continue
		}
		law := c.kind == cueSays && len(c.names) > 0 && (ofPolice(c.names[0]) || inquirer(strings.ToLower(c.names[0])))
		if leads && !law {
			if !d.inLead(c.f, c.si) {
				return nil
			}
			if law = c.kind == cueSays && anyOfLaw(c.names); !law {
				continue
			}
		}
		if c.si-p.last > maxPoliceBehind && !d.oneCrime && !leads || !law {
			return nil
		}
		if !c.f.ofTheDeed(&c.f.sents[c.si]) {
			return nil // "Police say roads are closed for a race"
		}
		for j := p.order + 1; j < len(d.partials); j++ {
			if q := &d.partials[j]; !q.drop && q.f0 == p.f0 && q.si0 > p.last && q.si0 <= c.si && (q.si0 < c.si || q.counted()) {
				return nil
			}
		}
		return c.names
	}
	return nil
}

// anyOfLaw tells whether one of the names of a speaker is that of the law.
func anyOfLaw(names []string) bool {
	for _, n := range names {
		if ofLaw(n) {
			return true
		}
	}
	return false
}

// ofTheDeed tells whether a sentence speaks of a deed told before, or of whom it harmed.
func (f *field) ofTheDeed(s *sentence) bool {
	for k := s.from; k < s.to; k++ {
		if f.items[k].is(tOut | tEv) {
			return true
		}
		switch f.word(k) {
		case "it", "he", "she", "they", "him", "her", "them", "victim", "victims", "shooter", "gunman", "suspect", "suspects", "incident", "scene", "man", "woman", "boy", "girl", "teen", "teenager", "pair", "two", "both", "motive":
			return true
		}
	}
	return false
}
