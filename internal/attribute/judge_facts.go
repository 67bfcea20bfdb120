package attribute

import (
	"slices"
	"sync"
)

// fact is one input of the models: something that holds of a candidate or of
// one of the things that a slot of it may hold. The models know facts by name,
// so that a file of weights can be read by people; what weighs them knows them
// by number, as a report is weighed by some ten thousand of them.
type fact uint16

// family is a run of facts whose names begin with one of starts and end with
// one of ends; those of one start stand together.
type family struct {
	first        fact
	starts, ends []string
}

var (
	families []family
	facts    fact // their number
)

// named is a fact of its own.
func named(name string) fact { return crossed([]string{name}, alone).first }

// familyOf is a family with one start.
func familyOf(start string, ends ...string) family { return crossed([]string{start}, ends) }

func crossed(starts, ends []string) family {
	f := family{facts, starts, ends}
	families = append(families, f)
	facts += fact(len(starts) * len(ends))
	return f
}

var alone = []string{""}

// factNames gives the name of every fact, as the files in data/ and the command
// in the folder fit write it. One name may be that of facts of several models.
var factNames = sync.OnceValue(func() []string {
	out := make([]string, 0, facts)
	for _, f := range families {
		for _, s := range f.starts {
			for _, e := range f.ends {
				out = append(out, s+e)
			}
		}
	}
	return out
})

// factsByName finds a fact by its name; of facts that share one, the first.
var factsByName = sync.OnceValue(func() map[string]fact {
	out := make(map[string]fact, facts)
	for f, name := range factNames() {
		if _, ok := out[name]; !ok {
			out[name] = fact(f)
		}
	}
	return out
})

// firstOfName gives for every fact the first of its name, by which trees know it.
var firstOfName = sync.OnceValue(func() []fact {
	if facts > maxFacts {
		panic("attribute: more facts than a set holds") // a broken build, caught by the tests
	}
	out := make([]fact, facts)
	for f, name := range factNames() {
		out[f] = factsByName()[name]
	}
	return out
})

// at is the i-th fact of the family.
func (f family) at(i int) fact { return f.first + fact(i) }

// of is the fact whose name ends so, if the family, which has one start, has it.
func (f family) of(end string) (fact, bool) {
	i := slices.Index(f.ends, end)
	return f.at(max(i, 0)), i >= 0
}

// kindEnds are the kinds of incidents and of the triggers that name none.
var kindEnds = []string{"air_strike", "drone_strike", "shelling", "bombing", "suicide_bombing", "landmine", "chemical_attack", "shooting",
	"killing", "clash", "abduction", "detention", "ill_treatment", "sexual_violence", "displacement", "obstruction",
	"property_destruction", "attack", "remains_found", "territory", "destroyed", "bombed"}

// chanceEnds are the steps of a chance.
var chanceEnds = []string{"<.03", "<.08", "<.15", "<.3", "<.5", ".5+"}

// leastChance is the first step: chances below it are alike to the models.
const leastChance = 0.03

// chanceStep numbers the step of chanceEnds that p falls into.
func chanceStep(p float64) int {
	for i, top := range [...]float64{leastChance, 0.08, 0.15, 0.3, 0.5} {
		if p < top {
			return i
		}
	}
	return len(chanceEnds) - 1
}

// Of a candidate that is judged (judge.go).
var (
	fBias                  = named("bias")
	fKilled                = named("killed")
	fInjured               = named("injured")
	fBoth                  = named("both")
	fUncounted             = named("uncounted")
	fZero                  = named("zero")
	fOne                   = named("one")
	fFew                   = named("few")
	fTens                  = named("tens")
	fHundreds              = named("hundreds")
	fThousands             = named("thousands")
	fVague                 = named("vague")
	fVerb                  = named("verb")
	fNoun                  = named("noun")
	fHarmWithoutNumber     = named("harm without number")
	fPassive               = named("passive")
	fOwnPlace              = named("own place")
	fListed                = named("listed")
	fHeaded                = named("headed")
	fAfterAWordOfPlace     = named("after a word of place")
	fTwoWiderNames         = named("two wider names")
	fNoPlace               = named("no place")
	fCarriedPlace          = named("carried place")
	fOwnDate               = named("own date")
	fCarriedDate           = named("carried date")
	fRoughDate             = named("rough date")
	fSayingDate            = named("saying date")
	fSince                 = named("since")
	fSameDay               = named("same day")
	fAWeek                 = named("a week")
	fAMonth                = named("a month")
	fOlder                 = named("older")
	fDateAhead             = named("date ahead")
	fActor                 = named("actor")
	fTwoActors             = named("two actors")
	fCarriedActor          = named("carried actor")
	fSureActor             = named("sure actor")
	fCredited              = named("credited")
	fCarriedCredit         = named("carried credit")
	fNoCredit              = named("no credit")
	fAccused               = named("accused")
	fDeniedCue             = named("denied cue")
	fPronoun               = named("pronoun")
	fGenericCredit         = named("generic credit")
	fNamedPerson           = named("named person")
	fVia                   = named("via")
	fHedged                = named("hedged")
	fDenied                = named("denied")
	fOwned                 = named("owned")
	fModal                 = named("modal")
	fFoiled                = named("foiled")
	fSolid                 = named("solid")
	fTitle                 = named("title")
	fMerged                = named("merged")
	fMergedMuch            = named("merged much")
	fFirstSentence         = named("first sentence")
	fSecondSentence        = named("second sentence")
	fToFifth               = named("to fifth")
	fToTenth               = named("to tenth")
	fToTwentieth           = named("to twentieth")
	fLater                 = named("later")
	fShort                 = named("short")
	fLong                  = named("long")
	fVeryLong              = named("very long")
	fQuoted                = named("quoted")
	fBackgroundWords       = named("background words")
	fContinuing            = named("continuing")
	fNegatedNear           = named("negated near")
	fSeveralFrames         = named("several frames")
	fCarriedKind           = named("carried kind")
	fWeapon                = named("weapon")
	fEarlierSameKind       = named("earlier same kind")
	fEarlierSamePlace      = named("earlier same place")
	fEarlierSameFigure     = named("earlier same figure")
	fFirstOfReport         = named("first of report")
	fManyBefore            = named("many before")
	fUncountedNoun         = named("uncounted noun")
	fUncountedStrength1    = named("uncounted strength1")
	fUncountedStrength2    = named("uncounted strength2")
	fUncountedStrength3    = named("uncounted strength3")
	fUncountedCarriedPlace = named("uncounted carried place")
	fUncountedNoActor      = named("uncounted no actor")
	fUncountedOwnDate      = named("uncounted own date")
	fUncountedCredited     = named("uncounted credited")
	fUncountedOwnPlace     = named("uncounted own place")
	fUncountedMerged       = named("uncounted merged")
	fClashUncounted        = named("clash uncounted")
	fTerritoryUncounted    = named("territory uncounted")
	fCountedNoPlace        = named("counted no place")
	fCountedCarriedPlace   = named("counted carried place")
	fCountedStrength0      = named("counted strength0")
	fCountedDated          = named("counted dated")
	fCountedDuplicate      = named("counted duplicate")
	fAnswer                = named("answer")
	fAnswerDenied          = named("answer denied")
	fAnswerAccused         = named("answer accused")
	fClashTwoActors        = named("clash two actors")
	fBackgroundPlace       = named("background place")
	fRivalBefore           = familyOf("rival before ", chanceEnds...)
	fRivalAfter            = familyOf("rival after ", chanceEnds...)
	fRivalCountedLikely    = named("rival counted likely")
	fRivalRicher           = named("rival richer")
	fKeptBefore            = familyOf("kept before ", "0", "1", "2", "3", "4+")
	fAlone                 = named("alone")
	fOnlyCounted           = named("only counted")
	fQuestion              = named("question")
	fSinglePerson          = named("single person")
	fHeadline              = named("headline")
	fStrength              = familyOf("strength", "0", "1", "2", "3")
	fRank                  = familyOf("rank", "0", "1", "2", "3")
	fKind                  = familyOf("ev ", kindEnds...)
)

// Of a place, a body or a speaker that a slot may hold (choose.go).
var (
	fInTitle                = named("in title")
	fInBody                 = named("in body")
	fOwn                    = named("own")
	fBefore1                = named("before 1")
	fBefore2                = named("before 2")
	fBefore5                = named("before 5")
	fBeforeMore             = named("before more")
	fAfter1                 = named("after 1")
	fAfter2                 = named("after 2")
	fAfter5                 = named("after 5")
	fAfterMore              = named("after more")
	fOwnBest                = named("own best")
	fOwnInside              = named("own inside")
	fOwnBefore              = named("own before")
	fOwnNear                = named("own near")
	fOwnFar                 = named("own far")
	fOtherNoOwn             = named("other no own")
	fOtherBest              = named("other best")
	fOtherBackground        = named("other background")
	fOtherSame              = named("other same")
	fFiner                  = named("finer")
	fOnlyFiner              = named("only finer")
	fOnlyFinerVague         = named("only finer vague")
	fFinerVague             = named("finer vague")
	fFirstFiner             = named("first finer")
	fVagueOwn               = named("vague own")
	fVagueOwnOnlyFiner      = named("vague own only finer")
	fOwnOnlyFiner           = named("own only finer")
	fOwnManyFiner           = named("own many finer")
	fRuled                  = named("ruled")
	fRuledCarried           = named("ruled carried")
	fFinerThanRuled         = named("finer than ruled")
	fWiderThanRuled         = named("wider than ruled")
	fAfterNothingOwn        = named("after nothing own")
	fContainer              = named("container")
	fUnlistedBare           = named("unlisted bare")
	fOrg                    = named("org")
	fOrigin                 = named("origin")
	fPossessive             = named("possessive")
	fHasWider               = named("has wider")
	fOnce                   = named("once")
	fOften                  = named("often")
	fMostNamed              = named("most named")
	fAfterDeed              = named("after deed")
	fAfterLoc               = named("after loc")
	fAfterNothing           = named("after nothing")
	fSentenceStart          = named("sentence start")
	fOwnBestClash           = named("own best clash")
	fOwnNoRuled             = named("own no ruled")
	fOtherClash             = named("other clash")
	fOtherNoOwnNear         = named("other no own near")
	fOtherBestNoOwn         = named("other best no own")
	fOtherBestNoOwnDefinite = named("other best no own definite")
	fOtherUncounted         = named("other uncounted")
	fOtherPlaced            = named("other placed")
	fOtherTitle             = named("other title")
	fOtherNamedBefore       = named("other named before")
	fRuledOwn               = named("ruled own")
	fClashParty             = named("clash party")
	fTeller                 = named("teller")
	fOwnMain                = named("own main")
	fOwnMainFirst           = named("own main first")
	fOwnJoined              = named("own joined")
	fTellerOfItself         = named("teller of itself")
	fStateName              = named("state by its name")
	fCharged                = named("charged")
	fOwnVictimClash         = named("own victim clash")
	fOwnVictim              = named("own victim")
	fOtherBestKind          = named("other best kind")
	fOtherBestKindNoOwn     = named("other best kind no own")
	fOtherBestOtherKind     = named("other best other kind")
	fOtherLastBest          = named("other last best")
	fOtherLastBestKind      = named("other last best kind")
	fMainActor              = named("main actor")
	fMainActorNoOwn         = named("main actor no own")
	fClassKind              = crossed(actorClasses, actorKinds)
	fActorHead              = familyOf("head ", actorHeads...)
	fSpeakerDenies          = named("speaker denies")
	fSpeakerAccuses         = named("speaker accuses")
	fSpeakerOwns            = named("speaker owns")
	fSpeaker                = named("speaker")
	fBombing                = named("bombing")
	fChemical               = named("chemical")
	fAir                    = named("air")
	fHeld                   = named("held")
	fParty                  = named("party")
	fPlane                  = named("plane")
	fGroup                  = named("group")
	fModifier               = named("modifier")
	fAfterStart             = named("after start")
	fAfterOther             = named("after other")
	fThenDeed               = named("then deed")
	fThenHarm               = named("then harm")
	fThenAux                = named("then aux")
	fThenSay                = named("then say")
	fThenThing              = named("then thing")
	fThenPunct              = named("then punct")
	fOwnOnly                = named("own only")
	fOwnMany                = named("own many")
	fOwnAhead               = named("own ahead")
	fOwnBehind              = named("own behind")
	fOwnAheadBehind         = named("own ahead behind")
	fOwnLast                = named("own last")
	fOwnFirst               = named("own first")
	fOwnAccuses             = named("own accuses")
	fOwnDenies              = named("own denies")
	fOwnOwns                = named("own owns")
	fOtherNoOwnBefore       = named("other no own before")
	fOtherNoOwnAfter        = named("other no own after")
	fOtherOwnGeneric        = named("other own generic")
	fOtherSameParagraph     = named("other same paragraph")
	fOtherQuoted            = named("other quoted")
	fOtherQuotedBefore      = named("other quoted before")
	fOtherQuotedAfter       = named("other quoted after")
	fOtherBackgroundNoOwn   = named("other background no own")
	fOtherLead              = named("other lead")
	fOtherLeadAfter         = named("other lead after")
	fOtherDated             = named("other dated")
	fOtherDefinite          = named("other definite")
	fOtherFigure            = named("other figure")
	fOtherFigureNoOwn       = named("other figure no own")
	fOtherLastSpeaker       = named("other last speaker")
	fOtherLastSpeakerNoOwn  = named("other last speaker no own")
	fMostNamedNoOwn         = named("most named no own")
	fGeneric                = named("generic")
	fMonitor                = named("monitor")
	fPerson                 = named("person")
	fTwoNames               = named("two names")
	fOwnRank                = familyOf("own rank", "0", "1", "2", "3")
	fOtherRank              = familyOf("other rank", "0", "1", "2", "3")
	fOtherNoOwnRank         = familyOf("other no own rank", "0", "1", "2", "3")
	fRuledRank              = familyOf("ruled rank", "0", "1", "2", "3")
	fOwnScore               = familyOf("own score", scoreEnds...)
	fClashScore             = familyOf("clash score", scoreEnds...)
	fPlaceAfter             = familyOf("after ", "in", "at", "near", "outside", "on", "of", "to", "from", "towards", "between", "around", "inside", "into")
	fActorAfter             = familyOf("after ", "by", "on", "against", "of", "between", "with", "and", "from", "in", "when", "after", "accused", "blamed", "to", "for", "said", "that", "as", "targeting", "including")
	fStart                  = familyOf("start ", "it", "they", "he", "she", "the", "another", "also", "earlier", "later", "on", "in", "at", "a")
)

// Of a place among the others of the report (place_survey.go).
var (
	fTitled          = named("titled")
	fFirstPlace      = named("first place")
	fHoldsFiner      = named("holds finer")
	fHoldsFinerHere  = named("holds finer here")
	fForeign         = named("foreign")
	fSection         = named("section")
	fDateline        = named("dateline")
	fAloneInSentence = named("alone in sentence")
	fCrowded         = named("crowded")
	fJoined          = named("joined")
	fThenDate        = named("then date")
	fThenActor       = named("then actor")
	fThenEnd         = named("then end")
	fGovernDeed      = named("governed by deed")
	fGovernHarm      = named("governed by harm")
	fGovernPeople    = named("governed by people")
	fGovernSource    = named("governed by source")
	fGovernActor     = named("governed by actor")
	fGovernPlace     = named("governed by place")
	fGovernThing     = named("governed by thing")
	fGovernHospital  = named("governed by hospital")
	fGovernSay       = named("governed by saying")
	fHospital        = named("hospital")
	fOtherFrame      = named("other frame")
	fClauseBetween   = named("clause between")
	fInOwn           = named("in own place")
	fHoldsOwn        = named("holds own place")
	fSameAsOwn       = named("same as own")
	fNoOwnPlace      = named("no own place")
	fLastBefore      = named("last before")
	fLastNamed       = named("last named")
	fOfSection       = named("of section")
	fOtherSection    = named("other section")
	fSameParagraph   = named("same paragraph")
	fBackground      = named("background")
	fManyClaims      = named("many claims")
	fVaguePlace      = named("vague place")
	fGap             = familyOf("gap ", "<-20", "<-8", "<-3", "<0", "<3", "<6", "<10", "<20", "20+")
)

// Of two candidates that may be one claim (claim_pair.go).
var (
	fCountsNeither         = named("counts neither")
	fCountsFirst           = named("counts first")
	fCountsSecond          = named("counts second")
	fAnother               = named("another")
	fComplement            = named("complement")
	fComplementMore        = named("complement more")
	fComplementNear        = named("complement near")
	fComplementMoreNear    = named("complement more near")
	fAnotherDiffer         = named("another differ")
	fPlaceSameFine         = named("place same fine")
	fVagueFiner            = named("vague finer")
	fKindCarried           = named("kind carried")
	fDateSame              = named("date same")
	fDateNext              = named("date next")
	fDateDiffer            = named("date differ")
	fDateFirst             = named("date first")
	fDateSecond            = named("date second")
	fDateNeither           = named("date neither")
	fBackgroundDiffer      = named("background differ")
	fActorsSame            = named("actors same")
	fActorsDiffer          = named("actors differ")
	fActorsSecond          = named("actors second")
	fDenial                = named("denial")
	fDeniedBoth            = named("denied both")
	fTitleSecond           = named("title second")
	fUnsure                = named("unsure")
	fUnsureBoth            = named("unsure both")
	fSameSentence          = named("same sentence")
	fNextSentence          = named("next sentence")
	fNextSentenceUncounted = named("next sentence uncounted")
	fNear                  = named("near")
	fFar                   = named("far")
	fFarUncounted          = named("far uncounted")
	fParagraph             = named("paragraph")
	fDefinite              = named("definite")
	fMostWordsShared       = named("most words shared")
	fFewWords              = named("few words")
	fSameWeapon            = named("same weapon")
	fOtherWeapon           = named("other weapon")
	fHarmOnly              = named("harm only")
	fHarmOnlyFirst         = named("harm only first")
	fWeakSecond            = named("weak second")
	fPastPerfect           = named("past perfect")
	fOfTheDead             = named("of the dead")
	fPart                  = named("part")
	fGreater               = named("greater")
	fSum                   = named("sum")
	fOtherSide             = named("other side")
	fRunningFigure         = named("running figure")
	fQuotedSecond          = named("quoted second")
	fAfterBackground       = named("after background")
	fBackgroundSecond      = named("background second")
	fSharedWords           = familyOf("shared words ", "0", "1", "2", "3", "4", "5+")
	fSharedNames           = familyOf("shared names ", "0", "1", "2", "3", "4+")
	fBetween               = familyOf("between ", "0", "1", "2", "3", "4+")
	fBothKind              = familyOf("both ", kindEnds...)
	fKilledFigure          = familyOf("killed", figureEnds...)
	fInjuredFigure         = familyOf("injured", figureEnds...)
	fBothFigure            = familyOf("both", figureEnds...)
	fPairPlace             = familyOf("", placePairs...)
	fPairPlaceFigure       = crossed(placePairs, []string{" figure"})
	fPairPlaceUncounted    = crossed(placePairs, []string{" uncounted"})
	fDefinitePlace         = familyOf("definite ", placePairs...)
	fPairKind              = familyOf("", kindPairs...)
	fPairKindFigure        = crossed(kindPairs, []string{" figure"})
	fSaid                  = familyOf("", saidPairs...)
	fSaidFigure            = crossed(saidPairs, []string{" figure"})
	fSaidDifferFigure      = crossed(saidPairs, []string{" differ figure"})
	fSaidUncounted         = crossed(saidPairs, []string{" uncounted"})
	fSaidKind              = crossed(saidPairs, []string{" kind differ", " kind same", " kind weak", " kind kin"})
	fNextSentenceSaid      = familyOf("next sentence ", saidPairs...)
	fOpens                 = familyOf("opens ", "another", "meanwhile", "elsewhere", "separately", "earlier", "later", "also", "other", "in", "on")
)
