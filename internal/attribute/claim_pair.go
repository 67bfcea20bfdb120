package attribute

import (
	"strings"

	_ "embed"
	"sync"

	"isnad"
)

// Two candidates of a report may be one claim told twice: a headline and its
// lead, a lead and the sentence that names the place, a figure and its update.
// pair weighs that by facts about both; the weights are fitted like those of
// the choosers.

//go:embed data/pair.tsv
var pairTSV string

var pairModel = sync.OnceValue(func() *model { return loadModel(pairTSV) })

// How two figures compare: the ends of the names of the facts about it.
const (
	figuresNone = iota
	figuresSecond
	figuresFirst
	figuresSame
	figuresSameSmall
	figuresSameLarge
	figuresSameVague
	figuresNear
	figuresDiffer
	figuresLess
)

var figureEnds = []string{" none", " second", " first", " same", " same small", " same large", " same vague", " near", " differ", " less"}

// weighFigures weighs how two figures compare.
func weighFigures(w *weigher, about family, a, b *casualty) int {
	r := figures(a, b)
	switch {
	case a == nil && b == nil:
		w.on(about.at(figuresNone), true)
	case a == nil:
		w.on(about.at(figuresSecond), true)
	case b == nil:
		w.on(about.at(figuresFirst), true)
	case r == figSame:
		w.on(about.at(figuresSame), true)
		w.on(about.at(figuresSameSmall), a.q.low <= 2)
		w.on(about.at(figuresSameLarge), a.q.low >= 10)
		w.on(about.at(figuresSameVague), a.q.vague)
	case r == figNear:
		w.on(about.at(figuresNear), true)
	default:
		w.on(about.at(figuresDiffer), true)
		w.on(about.at(figuresLess), b.q.low < a.q.low)
	}
	return r
}

// How the places, the kinds and the claimants of two candidates compare. The
// names stand in the order of the numbers.
const (
	placeNeither = iota
	placeSecond
	placeFirst
	placeSame
	placeFiner
	placeWider
	placeOtherFiner
	placeOtherWider
	placeOther
)

var placePairs = []string{"place neither", "place second", "place first", "place same", "place finer", "place wider", "place other finer", "place other wider", "place other"}

const (
	kindDiffer = iota
	kindSame
	kindWeak
	kindKin
)

var kindPairs = []string{"kind differ", "kind same", "kind weak", "kind kin"}

const (
	saidDiffer = iota
	saidNeither
	saidSecond
	saidFirst
	saidSame
	saidMonitor
	saidGeneric
)

var saidPairs = []string{"said differ", "said neither", "said second", "said first", "said same", "said monitor", "said generic"}

// weighPair weighs whether b, told later, is the same claim as a.
func (d *doc) weighPair(w *weigher, a, b *partial) {
	w.on(fBias, true)
	k := weighFigures(w, fKilledFigure, a.killed, b.killed)
	n := weighFigures(w, fInjuredFigure, a.injured, b.injured)
	weighFigures(w, fBothFigure, a.both, b.both)
	ac := a.hasFigure()
	bc := b.hasFigure()
	w.on(fCountsNeither, !ac && !bc)
	w.on(fCountsFirst, ac && !bc)
	w.on(fCountsSecond, !ac && bc)
	same := k == figSame || n == figSame
	differ := k == figDiffer || n == figDiffer
	w.on(fAnother, b.killed != nil && b.killed.q.another || b.killed == nil && b.injured != nil && b.injured.q.another)
	complement := a.killed != nil && a.injured == nil && a.both == nil && b.killed == nil && b.injured != nil
	more := complement && b.injured.q.another
	w.on(fComplement, complement)
	w.on(fComplementMore, more)
	if a.f0 == b.f0 {
		w.on(fComplementNear, complement && b.si0-a.last <= 2)
		w.on(fComplementMoreNear, more && b.si0-a.last <= 3)
	}
	w.on(fAnotherDiffer, differ && b.killed != nil && b.killed.q.another)
	// place
	aOwn, bOwn := a.place != "" && !a.fr.carryPlace, b.place != "" && !b.fr.carryPlace
	place := placeOther
	switch {
	case !aOwn && !bOwn:
		place = placeNeither
	case !aOwn:
		place = placeSecond
	case !bOwn:
		place = placeFirst
	case d.roll.same(a.place, b.place):
		place = placeSame
		w.on(fPlaceSameFine, a.rank >= 2)
	case d.roll.holds(b.within, a.place):
		place = placeFiner
	case d.roll.holds(a.within, b.place):
		place = placeWider
	case b.rank > a.rank:
		place = placeOtherFiner
	case b.rank < a.rank:
		place = placeOtherWider
	}
	w.on(fPairPlace.at(place), true)
	w.on(fPairPlaceFigure.at(place), same)
	w.on(fPairPlaceUncounted.at(place), !bc)
	w.on(fVagueFiner, a.vague && bOwn && b.rank >= 2)
	w.on(fDefinitePlace.at(place), b.definite)
	// kind
	kind := kindDiffer
	switch {
	case a.event == b.event:
		kind = kindSame
	case a.weak || b.weak:
		kind = kindWeak
	case kindred(a.event, b.event):
		kind = kindKin
	}
	w.on(fPairKind.at(kind), true)
	w.on(fPairKindFigure.at(kind), same)
	w.on(fKindCarried, b.fr.carryKind)
	// time
	switch {
	case a.gotDate && b.gotDate && a.when.Distance(b.when) == 0:
		w.on(fDateSame, true)
	case a.gotDate && b.gotDate && a.when.Distance(b.when) == 1:
		w.on(fDateNext, true)
	case a.gotDate && b.gotDate:
		w.on(fDateDiffer, true)
	case a.gotDate:
		w.on(fDateFirst, true)
	case b.gotDate:
		w.on(fDateSecond, true)
	default:
		w.on(fDateNeither, true)
	}
	w.on(fBackgroundDiffer, a.bg != b.bg)
	// claimant
	an, bn := len(a.names) > 0 && !a.fr.carried, len(b.names) > 0 && !b.fr.carried
	said := saidDiffer
	switch {
	case !an && !bn:
		said = saidNeither
	case !an:
		said = saidSecond
	case !bn:
		said = saidFirst
	case d.roll.overlap(a.names, b.names):
		said = saidSame
	case d.oneMonitor(a.names, b.names):
		said = saidMonitor
	case genericNames(a.names) || genericNames(b.names):
		said = saidGeneric
	}
	w.on(fSaid.at(said), true)
	w.on(fSaidFigure.at(said), same)
	w.on(fSaidDifferFigure.at(said), differ)
	w.on(fSaidUncounted.at(said), !bc)
	w.on(fSaidKind.at(said*len(kindPairs)+kind), true)
	// actors
	ao, bo := len(a.actors) > 0 && !a.fr.carryActor, len(b.actors) > 0 && !b.fr.carryActor
	switch {
	case ao && bo && d.roll.overlap(a.actors, b.actors):
		w.on(fActorsSame, true)
	case ao && bo:
		w.on(fActorsDiffer, true)
	case bo:
		w.on(fActorsSecond, true)
	}
	w.on(fDenial, (a.stance == isnad.StanceDenied) != (b.stance == isnad.StanceDenied))
	w.on(fDeniedBoth, a.stance == isnad.StanceDenied && b.stance == isnad.StanceDenied)
	w.on(fAccused, b.fr.cue == cueAccuses)
	w.on(fTitle, a.title)
	w.on(fTitleSecond, b.title)
	w.on(fUnsure, !a.solid || !b.solid)
	w.on(fUnsureBoth, !a.solid && !b.solid)
	if a.f0 == b.f0 {
		switch n := b.si0 - a.last; {
		case n <= 0:
			w.on(fSameSentence, true)
		case n == 1:
			w.on(fNextSentence, true)
			w.on(fNextSentenceUncounted, !bc)
			w.on(fNextSentenceSaid.at(said), true)
		case n == 2:
			w.on(fSecondSentence, true)
		case n <= 5:
			w.on(fNear, true)
		default:
			w.on(fFar, true)
			w.on(fFarUncounted, !bc)
		}
		w.on(fParagraph, a.sent.para == b.sent.para)
	}
	w.on(fDefinite, b.definite)
	d.weighWords(w, a, b)
	if opens, ok := fOpens.of(b.f.word(b.sent.from)); ok {
		w.on(opens, true)
	}
}

// weighWords weighs what the words of two candidates have in common and how the
// second is told.
func (d *doc) weighWords(w *weigher, a, b *partial) {
	words, names := a.gist.shared(&b.gist)
	w.add(fSharedWords.at(min(words, 5)))
	w.add(fSharedNames.at(min(names, 4)))
	least := min(a.gist.size(), b.gist.size())
	w.on(fMostWordsShared, words*2 >= least && words > 1)
	w.on(fFewWords, least < 4)
	if k, ok := fBothKind.of(string(b.event)); ok && a.event == b.event {
		w.add(k)
	}
	w.on(fSameWeapon, a.weapon != "" && strings.EqualFold(a.weapon, b.weapon))
	w.on(fOtherWeapon, a.weapon != "" && b.weapon != "" && !strings.EqualFold(a.weapon, b.weapon))
	w.add(fBetween.at(min(b.order-a.order-1, 4)))
	w.on(fFirstOfReport, a.order == 0)
	w.on(fMerged, a.merged > 0)
	w.on(fHarmOnly, b.fr.harm && b.fr.strength == 0)
	w.on(fHarmOnlyFirst, a.fr.harm && a.fr.strength == 0)
	w.on(fUncountedNoun, !b.hasFigure() && !b.fr.verb)
	w.on(fWeakSecond, b.weak)
	w.on(fPastPerfect, b.f.pastPerfect(&b.fr))
	w.on(fOfTheDead, b.f.ofTheDead(&b.fr))
	if x, y := a.killed, b.killed; x != nil && y != nil {
		w.on(fPart, y.q.low < x.q.low && y.q.low > 0 && y.q.category != x.q.category && y.q.category != "" && y.q.category != isnad.CategoryAll)
		w.on(fGreater, y.q.low > x.q.low)
		w.on(fSum, a.injured == nil && y.q.low*2 < x.q.low)
		w.on(fOtherSide, (x.q.category == isnad.CategoryCombatants) != (y.q.category == isnad.CategoryCombatants))
		w.on(fRunningFigure, y.running)
	}
	w.on(fQuotedSecond, b.f.items[b.sent.from].quoted)
	w.on(fSayingDate, b.fr.date != nil && b.fr.date.said)
	w.on(fAfterBackground, a.bg)
	w.on(fBackgroundSecond, b.bg)
}

// pastPerfect tells whether a frame is told as past before the past: "had been
// hit".
func (f *field) pastPerfect(fr *frame) bool {
	for k := max(fr.from, fr.at-4); k < fr.at; k++ {
		if f.word(k) == "had" {
			return true
		}
	}
	return false
}

// ofTheDead tells whether a frame speaks of people already counted: "among the
// dead", "the victims were", "those killed".
func (f *field) ofTheDead(fr *frame) bool {
	for k := fr.from; k+1 < fr.to; k++ {
		if f.low[f.items[k].start] == 't' && f.theCounted(k) {
			return true
		}
	}
	return false
}

// theCounted tells whether the items from k on are "the dead", "those killed", "the
// victims".
func (f *field) theCounted(k int) bool {
	if f.word(k) != "the" && f.word(k) != "those" {
		return false
	}
	if f.items[k+1].is(tOut) && f.items[k+1].w != nil && f.items[k+1].w.harm != formNoun {
		return true
	}
	switch f.word(k + 1) {
	case "victims", "casualties", "fatalities", "toll":
		return true
	}
	return false
}

// oneMonitor tells whether one list only says that a monitor speaks and the
// other names one.
func (d *doc) oneMonitor(a, b []string) bool {
	is := func(ns []string) bool {
		for _, n := range ns {
			if monitorName(n) {
				return true
			}
		}
		return false
	}
	return is(a) && anyMonitor(b[0]) || is(b) && anyMonitor(a[0]) || anyMonitor(a[0]) && anyMonitor(b[0])
}

// Pair is two candidates of a report with the facts that tell whether they are
// one claim, for fitting.
type Pair struct {
	First, Second int // indexes of Candidates
	Facts         []string
}

// Pairs returns the candidates of a report before any are joined, and their pairs.
func (r *Reader) Pairs(rep *isnad.Report) ([]isnad.Claim, []Pair) {
	d := docs.Get().(*doc)
	defer d.release()
	d.r, d.rep, d.lex = r, rep, lexiconEN()
	d.unjoined = true
	d.read()
	var cs []isnad.Claim
	var ps []Pair
	for i := range d.partials {
		cs = append(cs, d.claim(&d.partials[i]))
		for j := max(0, i-maxApart); j < i; j++ {
			p := Pair{First: j, Second: i}
			w := weigher{m: noModel(), names: &p.Facts}
			d.weighPair(&w, &d.partials[j], &d.partials[i])
			ps = append(ps, p)
		}
	}
	return cs, ps
}
