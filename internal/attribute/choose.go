package attribute

import (
	_ "embed"
	"math"
	"sync"

	"isnad"
)

// The choosers settle a claim's place, actors and credit over the whole report.
// The grammars have found every place, every body and every speaker and how
// each stands in its sentence; a chooser weighs, for one claim, each of them by
// a few dozen facts (in the claim's own sentence or how far from it, after
// "in" or "by", what the grammar preferred, how often it is named) and takes the
// best, or none below its line. The weights are logistic, fitted by the command
// in the folder fit on annotated reports, and hold no text.

//go:embed data/place.tsv
var placeTSV string

//go:embed data/actor.tsv
var actorTSV string

//go:embed data/credit.tsv
var creditTSV string

var (
	placeModel  = sync.OnceValue(func() *model { return loadModel(placeTSV) })
	actorModel  = sync.OnceValue(func() *model { return loadModel(actorTSV) })
	creditModel = sync.OnceValue(func() *model { return loadModel(creditTSV) })
)

// found is a place, a body or a speaker of the report.
type foundPlace struct {
	f      *field
	si     int
	m      placeMention
	name   string
	within []string
	freq   int
	called *called
	best   bool    // the best of its sentence for some claim
	base   float64 // weight of what it is by itself
}

type foundActor struct {
	f      *field
	si     int
	m      actorMention
	name   string
	prev   string // the word that leads to it
	next   tag    // classes of the word after it
	held   bool   // "held by X", "backed by X": what X has, not what X did
	nat    bool   // a nationality or another word before the deed only
	freq   int
	called *called
	best   bool
	base   float64
}

type foundSpeech struct {
	f     *field
	si    int
	para  int32
	names []string
	via   []string
	kind  cueKind
	at    int
	// before: "X said that ..."
	before, anaphor, person bool
	freq                    int
	called                  []*called
	base                    float64
}

// telling is a frame as the choosers see it: where it stands and how the
// grammar scored what its sentence names.
type telling struct {
	f        *field
	si       int
	at       int
	from, to int
	pl, ac   [2]int // ranges of d.foundPl, d.foundAc
	sp       [2]int
	plScore  int // offset of the scores in d.scores
	acScore  int
	plBest   int // index into foundPl, -1
	acBest   int
	spBest   int
}

// remember keeps what a sentence names for the choosers.
func (d *doc) remember(f *field, s *sentence, frs []frame, sps []speech, spFrom int) {
	p0, a0 := len(d.foundPl), len(d.foundAc)
	for i := range d.pls {
		m := d.pls[i]
		d.foundPl = append(d.foundPl, foundPlace{f: f, si: d.si, m: m, name: f.written(m.nameFrom, m.nameTo), within: d.chain(f, i)})
	}
	for i := range d.acs {
		m := d.acs[i]
		a := foundActor{f: f, si: d.si, m: m, name: f.actorName(m.from, m.to)}
		k := m.from - 1
		for k >= s.from && f.items[k].is(tDet|tHedge|tNum|tPlaceAdj|tAdv) && f.word(k) != "by" {
			if w := f.word(k); (w == "its" || w == "their") && a.name != "" {
				if o := d.ownerOf(f, &m); o != "" {
					a.name = o
				}
			}
			k--
		}
		if k >= s.from {
			a.prev = f.word(k)
			a.held = a.prev == "by" && k > s.from && isHeld(f.word(k-1))
		}
		e := m.to
		for e < s.to && e < m.to+5 && (f.items[e].is(tAdv|tWeekday|tRelDay|tDayPart|tHedge) || f.word(e) == "on" && e+1 < s.to && f.items[e+1].is(tWeekday|tMonth)) {
			e++
		}
		if e < s.to {
			a.next = f.items[e].tags
		}
		a.nat = !f.items[m.to-1].is(tForce|tArmed|tPlane|tHead) && d.pa[m.to-1] == 0 && !d.org[m.to-1]
		d.foundAc = append(d.foundAc, a)
	}
	for i := range frs {
		fr := &frs[i]
		t := telling{f: f, si: d.si, at: fr.at, from: fr.from, to: fr.to, pl: [2]int{p0, len(d.foundPl)}, ac: [2]int{a0, len(d.foundAc)},
			sp: [2]int{spFrom, len(d.foundSp)}, plBest: -1, acBest: -1, spBest: -1}
		t.plScore = len(d.scores)
		best := -100.0
		for k := p0; k < len(d.foundPl); k++ {
			sc := d.placeScore(f, s, k-p0, fr)
			d.scores = append(d.scores, sc)
			if sc > best {
				best, t.plBest = sc, k
			}
		}
		t.acScore = len(d.scores)
		best = -100
		for k := a0; k < len(d.foundAc); k++ {
			sc := d.perpetrator(f, s, &d.foundAc[k].m, fr)
			d.scores = append(d.scores, sc)
			if sc > best {
				best, t.acBest = sc, k
			}
		}
		fr.tell = len(d.tellings)
		d.tellings = append(d.tellings, t)
	}
}

// ownerOf finds whose "its jets" are among the bodies named before.
func (d *doc) ownerOf(f *field, a *actorMention) string {
	if len(d.foundSp) > 0 {
		if sp := &d.foundSp[len(d.foundSp)-1]; sp.f == f && sp.si == d.si && sp.at < a.from && len(sp.names) > 0 {
			return sp.names[0]
		}
	}
	for i := len(d.acs) - 1; i >= 0; i-- {
		m := &d.acs[i]
		if m.to < a.from && !m.plane {
			return f.actorName(m.from, m.to)
		}
	}
	return ""
}

// scoreEnds are the steps of a score of the grammar.
var scoreEnds = []string{" <-1", " <0", " <1", " <2", " <3", " 3+"}

// step numbers the step of scoreEnds that v falls into.
func step(v float64) int {
	for i := range len(scoreEnds) - 1 {
		if v < float64(i-1) {
			return i
		}
	}
	return len(scoreEnds) - 1
}

// far tells how many sentences lie between a claim and something named: the
// nearest of the sentences that tell the claim counts. Negative before it.
func (d *doc) far(p *partial, f *field, si int) (dist int, t *telling) {
	best := 1 << 20
	for _, i := range p.tells {
		x := &d.tellings[i]
		if x.f != f {
			continue
		}
		n := si - x.si
		if abs(n) < abs(best) {
			best, t = n, x
		}
	}
	return best, t
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}

func distance(w *weigher, dist int, inTitle bool) {
	switch {
	case inTitle && dist > 1000:
		w.on(fInTitle, true)
	case dist > 1000:
		w.on(fInBody, true)
	case dist == 0:
		w.on(fOwn, true)
	case dist == -1:
		w.on(fBefore1, true)
	case dist == -2:
		w.on(fBefore2, true)
	case dist < -2 && dist >= -5:
		w.on(fBefore5, true)
	case dist < -5:
		w.on(fBeforeMore, true)
	case dist == 1:
		w.on(fAfter1, true)
	case dist == 2:
		w.on(fAfter2, true)
	case dist <= 5:
		w.on(fAfter5, true)
	default:
		w.on(fAfterMore, true)
	}
}

// weighPlace weighs one place for a claim.
func (d *doc) weighPlace(w *weigher, p *partial, i int) {
	c := &d.foundPl[i]
	m := &c.m
	dist, t := d.far(p, c.f, c.si)
	w.on(fBias, true)
	distance(w, dist, c.f.inTitle)
	own := dist == 0
	same := p.place != "" && p.placeCut.same(c.called)
	if own {
		w.on(fOwnRank.at(m.rank), true)
		w.on(fOwnScore.at(step(d.scores[t.plScore+i-t.pl[0]])), true)
		w.on(fOwnBest, t.plBest == i)
		w.on(fOwnInside, m.from >= t.from && m.to <= t.to)
		w.on(fOwnBefore, m.to <= t.at)
		gap := m.from - t.at
		w.on(fOwnNear, gap >= 0 && gap < 8)
		w.on(fOwnFar, gap > 20 || gap < -20)
	} else {
		w.on(fOtherRank.at(m.rank), true)
		w.on(fOtherNoOwn, !p.hasOwn)
		w.on(fOtherNoOwnRank.at(m.rank), !p.hasOwn)
		w.on(fOtherBest, c.best)
		w.on(fOtherBackground, p.bg)
		w.on(fOtherSame, same)
	}
	fine := false
	for _, x := range p.fine {
		fine = fine || x == i || d.foundPl[x].called.id == c.called.id
	}
	w.on(fFiner, fine)
	w.on(fOnlyFiner, fine && len(p.fine) == 1)
	w.on(fOnlyFinerVague, fine && len(p.fine) == 1 && p.vague)
	w.on(fFinerVague, fine && p.vague)
	w.on(fFirstFiner, len(p.fine) > 0 && d.foundPl[p.fine[0]].called.id == c.called.id)
	w.on(fVagueOwn, own && d.vagueMention(i))
	w.on(fVagueOwnOnlyFiner, own && len(p.fine) == 1 && p.vague)
	w.on(fOwnOnlyFiner, own && len(p.fine) == 1)
	w.on(fOwnManyFiner, own && len(p.fine) > 1)
	w.on(fRuled, same)
	w.on(fRuledCarried, same && p.fr.carryPlace)
	w.on(fRuledRank.at(m.rank), same)
	w.on(fFinerThanRuled, !same && p.place != "" && len(c.within) > 0 && d.roll.holds(c.within, p.place))
	w.on(fWiderThanRuled, !same && len(p.within) > 0 && d.roll.holds(p.within, c.name))
	w.on(fAfterNothingOwn, own && m.prep < 0)
	if w.names == nil {
		w.sum += c.base
	} else {
		d.placeItself(w, i)
	}
}

// placeItself weighs what a place is by itself, the same for every claim.
func (d *doc) placeItself(w *weigher, i int) {
	c := &d.foundPl[i]
	m := &c.m
	w.on(fContainer, d.isContainer(c, i))
	w.on(fHeaded, m.headed)
	w.on(fListed, m.known)
	w.on(fUnlistedBare, !m.known && !m.headed)
	w.on(fOrg, m.org)
	w.on(fOrigin, m.origin)
	w.on(fPossessive, m.adj)
	w.on(fHasWider, len(c.within) > 0)
	w.on(fOnce, c.freq == 1)
	w.on(fOften, c.freq > 2)
	w.on(fMostNamed, c.freq >= d.mostPl && m.rank >= 2)
	if m.prep >= 0 {
		if after, ok := fPlaceAfter.of(c.f.word(m.prep)); ok {
			w.on(after, true)
		} else {
			w.on(fAfterDeed, c.f.items[m.prep].is(tEv))
			w.on(fAfterLoc, c.f.items[m.prep].is(tLoc))
		}
	} else {
		w.on(fAfterNothing, true)
	}
	w.on(fSentenceStart, m.from == c.f.sents[c.si].from)
}

// isContainer tells whether a place only says where the name before it lies:
// "Ghouta near Damascus".
func (d *doc) isContainer(c *foundPlace, i int) bool {
	if i == 0 {
		return false
	}
	q := &d.foundPl[i-1]
	return q.f == c.f && q.si == c.si && !q.m.org && c.m.from >= q.m.to && c.m.from-q.m.to <= 5 && d.linkedNear(c.f, q.m.to, c.m.from)
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
	w.on(fHeld, c.held)
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
	if own {
		cues := t.sp[1] - t.sp[0]
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
		w.on(fOtherFigure, d.sameFigure(p, c))
		w.on(fOtherFigureNoOwn, !p.hasCredit && d.sameFigure(p, c))
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

// settleSlots lets the choosers decide the place, the actors and the credit of
// a claim.
func (d *doc) settleSlots(p *partial) {
	d.own(p)
	if m := placeModel(); m.fitted {
		top, bi := math.Inf(-1), -1
		for i := range d.foundPl {
			w := weigher{m: m}
			d.weighPlace(&w, p, i)
			if w.sum > top {
				top, bi = w.sum, i
			}
		}
		best := chance(top)
		p.placeP = best
		if bi >= 0 && best >= m.line {
			c := &d.foundPl[bi]
			within := c.within
			if p.place != "" && !d.roll.same(p.place, c.name) && p.rank < c.m.rank && p.rank > 0 && !d.roll.holds(within, p.place) && (d.roll.holds(c.within, p.place) || len(within) == 0) {
				within = append(append([]string(nil), within...), p.place)
			}
			if !d.roll.same(p.place, c.name) || len(p.within) < len(within) {
				p.within = within
			}
			p.place, p.rank = c.name, c.m.rank
		} else {
			p.place, p.within = "", nil
		}
	}
	if m := actorModel(); m.fitted {
		var names []string
		best := 0.0
		type scored struct {
			p float64
			i int
		}
		var top [4]scored
		n := 0
		for i := range d.foundAc {
			if d.foundAc[i].held || p.fr.cue == cueAccuses && d.foundAc[i].called.among(p.nameCuts) {
				continue // whom a town is held by, or who accuses, is not thereby the perpetrator
			}
			w := weigher{m: m}
			d.weighActor(&w, p, i)
			c := w.chance()
			best = max(best, c)
			if c < m.line {
				continue
			}
			k := n
			if n < len(top) {
				n++
			} else if top[n-1].p >= c {
				continue
			} else {
				k = n - 1
			}
			for k > 0 && top[k-1].p < c {
				top[k] = top[k-1]
				k--
			}
			top[k] = scored{c, i}
		}
		for k := range n {
			name := d.foundAc[top[k].i].name
			if k > 0 && top[k].p < 0.55 && !(p.event == "clash" && top[k].p > 0.25) {
				break
			}
			if name != "" && !contains(names, name) {
				names = append(names, name)
			}
		}
		if p.event == isnad.EventClash && !p.fr.carryActor {
			// both sides, where the grammar read "between A and B"
			for _, a := range p.actors {
				if len(names) > 0 && len(names) < 4 && !d.roll.overlap(names, []string{a}) {
					names = append(names, a)
				}
			}
		}
		if len(names) == 0 && p.fr.actorP >= plainActor && !p.fr.carryActor {
			names = append(names, p.actors...) // "rebels shelled X": the grammar leaves no doubt
		}
		if len(names) == 0 && p.fr.cue == cueAccuses && !p.fr.carryActor {
			for _, a := range p.actors {
				if !d.roll.overlap(p.names, []string{a}) {
					names = append(names, a) // whom the accusation names
				}
			}
		}
		p.actors, p.actorP = names, best
	}
	if m := creditModel(); m.fitted {
		top, bi := math.Inf(-1), -1
		for i := range d.foundSp {
			if len(d.foundSp[i].names) == 0 {
				continue
			}
			w := weigher{m: m}
			d.weighCredit(&w, p, i)
			if w.sum > top {
				top, bi = w.sum, i
			}
		}
		best := chance(top)
		p.creditP = best
		if bi >= 0 && best >= m.line {
			c := &d.foundSp[bi]
			if !d.roll.overlap(p.names, c.names) || len(p.names) < len(c.names) {
				p.names = c.names
			}
			if len(c.via) > 0 {
				p.via = c.via
			}
		} else {
			p.names, p.via = nil, nil
		}
	}
}

// plainActor is the grammar's score of a body that is the subject of the deed or
// stands after "by".
const plainActor = 2.3

// own notes what the sentences of a claim name themselves.
func (d *doc) own(p *partial) {
	p.hasOwn, p.hasActor, p.hasCredit = false, false, false
	p.placeCut = nil
	if p.place != "" {
		p.placeCut = d.roll.call(p.place)
	}
	p.actorCuts = d.roll.callAll(p.actorCuts[:0], p.actors)
	p.nameCuts = d.roll.callAll(p.nameCuts[:0], p.names)
	p.fine = d.finer(p)
	p.vague = d.vaguePlace(p)
	for _, i := range p.tells {
		t := &d.tellings[i]
		if t.plBest >= 0 && d.scores[t.plScore+t.plBest-t.pl[0]] > 0 {
			p.hasOwn = true
		}
		if t.acBest >= 0 && d.scores[t.acScore+t.acBest-t.ac[0]] > 0.75 {
			p.hasActor = true
		}
		if t.sp[1] > t.sp[0] {
			p.hasCredit = true
		}
	}
}

// tally counts how often each place, body and speaker is named, and weighs what
// each is by itself.
func (d *doc) tally() {
	d.mostPl, d.mostSp = 1, 1
	for i := range d.foundSp {
		c := &d.foundSp[i]
		if len(c.names) > 0 && d.monitor != nil && anyMonitor(c.names[0]) && !d.roll.overlap(c.names, d.monitor) {
			c.names = append(append([]string(nil), d.monitor...), c.names...) // "a monitor said ... the Observatory said"
		}
	}
	d.counted = d.counted[:0]
	count := func(id int) {
		for len(d.counted) <= id {
			d.counted = append(d.counted, [3]int{})
		}
	}
	for i := range d.foundPl {
		c := &d.foundPl[i]
		c.called = d.roll.call(c.name)
		count(c.called.id)
		d.counted[c.called.id][0]++
	}
	for i := range d.foundAc {
		c := &d.foundAc[i]
		c.called = d.roll.call(c.name)
		count(c.called.id)
		d.counted[c.called.id][1]++
	}
	for i := range d.foundSp {
		c := &d.foundSp[i]
		c.called = d.roll.callAll(nil, c.names)
		if len(c.names) > 0 {
			n := d.roll.call(c.names[0]).id
			count(n)
			d.counted[n][2]++
		}
	}
	for i := range d.foundPl {
		c := &d.foundPl[i]
		c.freq = d.counted[c.called.id][0]
		if c.m.rank >= 2 && !c.m.org {
			d.mostPl = max(d.mostPl, c.freq)
		}
	}
	for i := range d.foundSp {
		if c := &d.foundSp[i]; len(c.names) > 0 {
			c.freq = d.counted[d.roll.call(c.names[0]).id][2]
			d.mostSp = max(d.mostSp, c.freq)
		}
	}
	for k := range d.tellings {
		t := &d.tellings[k]
		if t.plBest >= 0 {
			d.foundPl[t.plBest].best = true
		}
		if t.acBest >= 0 && d.scores[t.acScore+t.acBest-t.ac[0]] > 0.75 {
			d.foundAc[t.acBest].best = true
		}
	}
	for i := range d.foundPl {
		w := weigher{m: placeModel()}
		d.placeItself(&w, i)
		d.foundPl[i].base = w.sum
	}
	for i := range d.foundAc {
		w := weigher{m: actorModel()}
		d.foundAc[i].freq = d.counted[d.foundAc[i].called.id][1]
		d.actorItself(&w, i)
		d.foundAc[i].base = w.sum
	}
	for i := range d.foundSp {
		if len(d.foundSp[i].names) > 0 {
			w := weigher{m: creditModel()}
			d.creditItself(&w, i)
			d.foundSp[i].base = w.sum
		}
	}
}

// Option is one thing a chooser may take, with the facts it weighs.
type Option struct {
	Names []string
	Facts []string
}

// Choice is a claim as the grammars alone read it, with all that its slots
// could hold, for the fitting of the choosers.
type Choice struct {
	Claim                   isnad.Claim
	Places, Actors, Credits []Option
}

// Choices returns the choices of a report.
func (r *Reader) Choices(rep *isnad.Report) []Choice {
	d := docs.Get().(*doc)
	defer d.release()
	d.r, d.rep, d.lex = r, rep, lexiconEN()
	var out []Choice
	d.judged = func(*partial) {} // no claim is wanted
	d.observe = func(p *partial) {
		c := Choice{Claim: d.claim(p)}
		d.own(p) // after the claim, which may put a monitor's name first
		none := noModel()
		list := func(names []string, weigh func(*weigher)) Option {
			o := Option{Names: names}
			w := weigher{m: none, names: &o.Facts}
			weigh(&w)
			return o
		}
		for i := range d.foundPl {
			c.Places = append(c.Places, list([]string{d.foundPl[i].name}, func(w *weigher) { d.weighPlace(w, p, i) }))
		}
		for i := range d.foundAc {
			c.Actors = append(c.Actors, list([]string{d.foundAc[i].name}, func(w *weigher) { d.weighActor(w, p, i) }))
		}
		for i := range d.foundSp {
			if len(d.foundSp[i].names) > 0 {
				c.Credits = append(c.Credits, list(d.foundSp[i].names, func(w *weigher) { d.weighCredit(w, p, i) }))
			}
		}
		out = append(out, c)
	}
	d.read()
	return out
}
