package attribute

import (
	_ "embed"
	"math"
	"slices"
	"sync"

	"isnad"
)

// The judge decides which of the candidates that the grammars found are claims
// of incidents. It is a logistic model, with small trees on top, over facts about
// how a candidate is told and how it stands among the others of its report; its
// weights were fitted by the command in the folder fit on annotated reports and
// hold no text. Facts about single words were tried and left out: they know the
// war that was annotated, and claims of other wars lost by them.

//go:embed data/judge.tsv
var judgeTSV string

// weighClaim weighs whether a candidate is a claim with its slots as they are.
func (d *doc) weighClaim(w *weigher, p *partial) {
	fr := &p.fr
	counted := p.hasFigure()
	w.on(fBias, true)
	w.on(fKilled, p.killed != nil)
	w.on(fInjured, p.injured != nil)
	w.on(fBoth, p.both != nil)
	w.on(fUncounted, !counted)
	if c := p.killed; c != nil || p.injured != nil || p.both != nil {
		if c == nil {
			c = p.injured
		}
		if c == nil {
			c = p.both
		}
		n := max(c.q.low, c.q.high)
		w.on(fZero, n == 0)
		w.on(fOne, n == 1)
		w.on(fFew, n > 1 && n < 10)
		w.on(fTens, n >= 10 && n < 100)
		w.on(fHundreds, n >= 100 && n < 1000)
		w.on(fThousands, n >= 1000)
		w.on(fVague, c.q.vague)
	}
	w.on(fStrength.at(int(min(fr.strength, 3))), true)
	w.on(fVerb, fr.verb)
	w.on(fNoun, !fr.verb && fr.strength > 0)
	w.on(fHarmWithoutNumber, fr.harm && !counted)
	w.on(fPassive, fr.passive)
	own := !fr.carryPlace && p.place != ""
	w.on(fOwnPlace, own)
	if own {
		w.on(fRank.at(p.rank), true)
		w.on(fListed, p.known)
		w.on(fHeaded, p.place0.headed)
		w.on(fAfterAWordOfPlace, p.place0.prep >= 0)
		w.on(fTwoWiderNames, len(p.within) > 1)
	}
	w.on(fNoPlace, p.place == "")
	w.on(fCarriedPlace, fr.carryPlace)
	w.on(fOwnDate, p.gotDate)
	w.on(fCarriedDate, fr.carryDate)
	if fr.date != nil {
		w.on(fRoughDate, fr.date.rough)
		w.on(fSayingDate, fr.date.said)
	}
	w.on(fSince, fr.since != nil)
	if !d.base.IsZero() && !p.when.IsZero() {
		n := d.base.Sub(p.when.To)
		w.on(fSameDay, n >= 0 && n <= 1)
		w.on(fAWeek, n > 1 && n <= 7)
		w.on(fAMonth, n > 7 && n <= 31)
		w.on(fOlder, n > 31)
		w.on(fDateAhead, n < 0)
	}
	w.on(fActor, len(p.actors) > 0)
	w.on(fTwoActors, len(p.actors) > 1)
	w.on(fCarriedActor, fr.carryActor)
	w.on(fSureActor, fr.actorP > 2)
	w.on(fCredited, len(p.names) > 0)
	w.on(fCarriedCredit, fr.carried)
	w.on(fNoCredit, len(p.names) == 0)
	w.on(fAccused, fr.cue == cueAccuses)
	w.on(fDeniedCue, fr.cue == cueDenies)
	w.on(fPronoun, p.pronoun)
	w.on(fGenericCredit, len(p.names) > 0 && genericNames(p.names))
	w.on(fNamedPerson, len(p.names) > 1)
	w.on(fVia, len(p.via) > 0)
	w.on(fHedged, fr.hedged)
	w.on(fDenied, fr.denied)
	w.on(fOwned, fr.owns)
	w.on(fModal, fr.hyp)
	w.on(fFoiled, fr.foiled)
	w.on(fSolid, p.solid)
	w.on(fTitle, p.title)
	w.on(fMerged, p.merged > 0)
	w.on(fMergedMuch, p.merged > 2)
	switch {
	case p.si == 0:
		w.on(fFirstSentence, true)
	case p.si == 1:
		w.on(fSecondSentence, true)
	case p.si < 5:
		w.on(fToFifth, true)
	case p.si < 10:
		w.on(fToTenth, true)
	case p.si < 20:
		w.on(fToTwentieth, true)
	default:
		w.on(fLater, true)
	}
	n := p.sent.to - p.sent.from
	w.on(fShort, n < 12)
	w.on(fLong, n > 35)
	w.on(fVeryLong, n > 60)
	w.on(fQuoted, p.f.items[p.sent.from].quoted)
	bg, cont, neg := false, false, false
	for k := p.sent.from; k < p.sent.to; k++ {
		it := &p.f.items[k]
		bg = bg || it.is(tBg) && !it.is(tSrc)
		neg = neg || it.is(tNeg) && k > fr.at-4 && k < fr.at+2
		switch p.f.word(k) {
		case "continue", "continued", "continues", "continuing", "intensified", "intensify", "regularly", "often", "repeatedly", "frequently", "has been", "ongoing":
			cont = true
		}
	}
	w.on(fBackgroundWords, bg)
	w.on(fContinuing, cont)
	w.on(fNegatedNear, neg)
	w.on(fSeveralFrames, p.cands > 1)
	w.on(fCarriedKind, fr.carryKind)
	w.on(fWeapon, p.weapon != "")
	sameKind, samePlace, sameFig, before := false, false, false, 0
	for i := range d.partials {
		q := &d.partials[i]
		if q.order >= p.order || q.drop || !q.solid {
			continue
		}
		before++
		sameKind = sameKind || q.event == p.event
		if q.event == p.event && p.place != "" && d.roll.same(q.place, p.place) {
			samePlace = true
		}
		if figures(q.killed, p.killed) == figSame || figures(q.injured, p.injured) == figSame {
			sameFig = true
		}
	}
	w.on(fEarlierSameKind, sameKind)
	w.on(fEarlierSamePlace, samePlace)
	w.on(fEarlierSameFigure, sameFig)
	w.on(fFirstOfReport, before == 0)
	w.on(fManyBefore, before > 5)
	kind := fr.event
	if kind == "" || fr.carryKind {
		kind = p.event
	}
	if k, ok := fKind.of(string(kind)); ok {
		w.on(k, true)
	}
	if !counted {
		w.on(fUncountedNoun, !fr.verb)
		w.on(fUncountedStrength1, fr.strength == 1)
		w.on(fUncountedStrength2, fr.strength == 2)
		w.on(fUncountedStrength3, fr.strength >= 3)
		w.on(fUncountedCarriedPlace, fr.carryPlace)
		w.on(fUncountedNoActor, len(p.actors) == 0)
		w.on(fUncountedOwnDate, p.gotDate)
		w.on(fUncountedCredited, fr.said != nil)
		w.on(fUncountedOwnPlace, own && p.rank >= 2)
		w.on(fUncountedMerged, p.merged > 0)
		w.on(fClashUncounted, p.event == isnad.EventClash)
		w.on(fTerritoryUncounted, fr.event == evTerritory)
	} else {
		w.on(fCountedNoPlace, p.place == "")
		w.on(fCountedCarriedPlace, fr.carryPlace)
		w.on(fCountedStrength0, fr.strength == 0)
		w.on(fCountedDated, p.gotDate)
		w.on(fCountedDuplicate, sameFig)
	}
	w.on(fAnswer, p.answer)
	w.on(fAnswerDenied, p.answer && fr.denied)
	w.on(fAnswerAccused, p.answer && fr.cue == cueAccuses)
	w.on(fClashTwoActors, p.event == isnad.EventClash && len(p.actors) > 1)
	w.on(fBackgroundPlace, bg && !own)
	w.on(fPastPerfect, fr.f.pastPerfect(fr))
	w.on(fOfTheDead, fr.f.ofTheDead(fr))
	w.on(fHarmOnly, fr.harm && fr.strength == 0)
	w.on(fDefinite, p.definite)
	w.on(fQuestion, p.f.word(p.sent.to-1) == "?")
	w.on(fHeadline, p.sent.heads)
	w.on(fSinglePerson, p.killed != nil && p.killed.q.single)
	d.weighRivals(w, p, counted)
	p.about = p.f.aboutDeeds(&p.sent)
	if p.answer {
		p.about = max(p.about, 0) // who denies a deed may speak of anything
	}
	w.sum += p.about
}

// plainly tells whether a candidate below the judge's line is a claim all the same, by what it
// says itself: the judge has seen too few of these to know them. Each has a chance of its own
// below which it is none.
func (p *partial) plainly() bool {
	return p.chance > leastWreckage && p.wreckage() || p.chance > leastPlacedDeed && p.toldOutright() || p.recalled() || p.blamedFor() || p.plainAnswer() || p.plainDenial()
}

// leastPlacedDeed is the chance below which nothing is a claim for being told outright: no more than a few
// hundredths below the line.
const leastPlacedDeed = 0.3

// toldOutright tells whether a sentence says by a verb what was done, names where and when, and says who did it; or
// names a deed, by whatever word, and its place beside another deed with a place of its own.
func (p *partial) toldOutright() bool {
	fr := &p.fr
	if fr.evAt < 0 || p.place == "" || fr.carryPlace || fr.denial || p.answer {
		return false
	}
	return fr.apart || fr.verb && fr.strength >= 2 && p.gotDate && !fr.carryActor && len(p.actors) > 0
}

// weighRivals weighs how a candidate stands among the others of its report: one
// of them may tell the same claim better.
func (d *doc) weighRivals(w *weigher, p *partial, counted bool) {
	before, after := 0.0, 0.0
	kept, all, richer, rival := 0, 0, false, false
	onlyCounted := true
	for i := range d.partials {
		q := &d.partials[i]
		if q.drop || q == p {
			continue
		}
		all++
		qCounted := q.hasFigure()
		onlyCounted = onlyCounted && !qCounted
		if q.order < p.order {
			kept++
		}
		apart := p.order - q.order
		c := 0.0
		switch {
		case apart > 0 && apart <= maxApart:
			c = float64(p.rivals[apart-1])
			before = max(before, c)
		case apart < 0 && apart >= -maxApart:
			c = float64(q.rivals[-apart-1])
			after = max(after, c)
		}
		if c > 0.1 && qCounted && !counted {
			rival = true
		}
		if c > 0.1 && q.fullness() > p.fullness() {
			richer = true
		}
	}
	w.add(fRivalBefore.at(chanceStep(before)))
	w.add(fRivalAfter.at(chanceStep(after)))
	w.on(fRivalCountedLikely, rival)
	w.on(fRivalRicher, richer)
	w.add(fKeptBefore.at(min(kept, 4)))
	w.on(fAlone, all == 0)
	w.on(fOnlyCounted, onlyCounted && counted)
}

// fullness counts what a candidate tells itself.
func (p *partial) fullness() int {
	n := 0
	for _, ok := range [...]bool{p.killed != nil, p.injured != nil, p.place != "" && !p.fr.carryPlace, p.gotDate, len(p.actors) > 0 && !p.fr.carryActor,
		len(p.names) > 0 && !p.fr.carried} {
		if ok {
			n++
		}
	}
	return n
}

var judgeModel = sync.OnceValue(func() *model { return loadModel(judgeTSV) })

// Candidate is a possible claim with the facts that the judge weighs, for the
// fitting of its weights.
type Candidate struct {
	Claim  isnad.Claim
	Facts  []string
	Margin float64  // the judge's sum, without what the words of its sentence add
	Words  []string // of its sentence
}

// Candidates returns every candidate of a report, judged or not.
func (r *Reader) Candidates(rep *isnad.Report) []Candidate {
	d := docs.Get().(*doc)
	defer d.release()
	d.r, d.rep, d.lex = r, rep, lexiconEN()
	var out []Candidate
	d.judged = func(p *partial) {
		out = append(out, Candidate{Claim: d.claim(p), Facts: slices.Clone(p.facts), Margin: math.Log(p.chance/(1-p.chance)) - p.about, Words: p.f.wordsOf(&p.sent)})
	}
	d.read()
	return out
}
