package reconcile

import (
	"fmt"

	"isnad"
)

// Why says in words what speaks for and against two claims being about one
// incident, the weightiest kind of evidence first: rules, place, time, kind,
// figures, names, words, who says so. It is for people; nothing reads it. What their
// report tells beside them is not known here and left out.
func Why(a, b *isnad.Claim) []string {
	known := provinces{}
	known.learn(a)
	known.learn(b)
	v, u := newView(a, known), newView(b, known)
	var e evidence
	forbidden := e.compare(v, u)
	var out []string
	say := func(format string, args ...any) { out = append(out, fmt.Sprintf(format, args...)) }
	if forbidden {
		if e[placeApart] > 0 {
			say("never one incident: two places that are certain and far apart")
		} else {
			say("never one incident: two stated times apart from each other")
		}
	}
	e.sayPlace(say, a, b)
	if e[placeTold] > 0 {
		say("for: the passage of one names the place of the other")
	}
	e.sayTime(say, a, b)
	switch {
	case e[eventSame] > 0:
		say("for: both tell of %s", words(a.Event))
	case e[eventFamily] > 0:
		say("%s and %s are often told of one incident", words(a.Event), words(b.Event))
	case e[eventVague] > 0:
		say("one does not say what happened")
	default:
		say("against: %s is not %s", words(a.Event), words(b.Event))
	}
	sayFigures := func(what string, r, s *isnad.Range, same, meet, apart feature) {
		switch {
		case !given(r) || !given(s):
		case e[same] > 0:
			say("for: the same number %s (%s)", what, figure(r))
		case e[meet] > 0:
			say("for: numbers %s that go together (%s; %s)", what, figure(r), figure(s))
		case e[apart] > 0:
			say("against, weakly: different numbers %s (%s; %s)", what, figure(r), figure(s))
		}
	}
	sayFigures("killed", a.Killed, b.Killed, killedSame, killedMeet, killedApart)
	sayFigures("injured", a.Injured, b.Injured, injuredSame, injuredMeet, injuredApart)
	if e[actorsShared] > 0 {
		say("for: both name the same party")
	} else if e[actorsDiffer] > 0 {
		say("they name different parties")
	}
	if e[targetsShared] > 0 {
		say("for: the same target")
	}
	if e[weaponShared] > 0 {
		say("for: the same weapon")
	}
	switch {
	case e[lineSame] > 0:
		say("for: the same sentence, word for word")
	case e[wordsShared] > 0:
		say("for: %d uncommon words in both passages", v.quote.shared(u.quote))
	}
	e.sayVoice(say)
	return append(out, fmt.Sprintf("in all: %+.1f (joined from %+.1f on)", e.score(), joinAt))
}

func (e *evidence) sayPlace(say func(string, ...any), a, b *isnad.Claim) {
	p, q := called(&a.Place), called(&b.Place)
	switch {
	case e[placeAbsent] > 0:
		say("one names no place")
	case e[placeSame] > 0:
		say("for: the same place (%s; %s)", p, q)
	case e[placePart] > 0, e[placeArea] > 0:
		say("for: one place holds the other (%s; %s)", p, q)
	case e[placeAreaSame] > 0:
		say("for: the same district or province (%s)", p)
	case e[placeCountry] > 0:
		say("one is known to a country only (%s; %s)", p, q)
	case e[placeQuarters] > 0:
		say("against: two parts of one town (%s; %s)", p, q)
	case e[placeNear] > 0:
		say("against: two places near each other (%s; %s)", p, q)
	case e[placeProvince] > 0:
		say("against: two places of one province (%s; %s)", p, q)
	case e[placeApart] > 0:
		say("against: two places apart (%s; %s)", p, q)
	default:
		say("against: two names, not both in the gazetteer (%s; %s)", p, q)
	}
}

func (e *evidence) sayTime(say func(string, ...any), a, b *isnad.Claim) {
	p, q := span(a.When), span(b.When)
	switch {
	case e[dayAbsent] > 0:
		say("one has no date")
	case e[daySame] > 0:
		say("for: the same time (%s)", p)
	case e[dayWithin] > 0, e[daysOverlap] > 0, e[dayLong] > 0:
		say("for: times that overlap (%s; %s)", p, q)
	case e[dayNext] > 0:
		say("against: a day apart (%s; %s)", p, q)
	case e[dayNear] > 0:
		say("some days apart, one of them only the day of its report (%s; %s)", p, q)
	default:
		say("against: times apart (%s; %s)", p, q)
	}
}

func (e *evidence) sayVoice(say func(string, ...any)) {
	switch {
	case e[voiceSame] > 0:
		say("against: one claimant tells both in one report, and tells them apart")
	case e[sidesOfClash] > 0:
		say("one claimant gives the losses of two sides")
	case e[voiceAlike] > 0:
		say("one claimant says both in one report, and nothing in them differs")
	case e[reportSame] > 0:
		say("both stand in one report")
	case e[tellerSame] > 0:
		say("the same claimant in two reports")
	}
	if e[takenUp] > 0 {
		say("the later passage takes up what was told (\"the attack\")")
	}
	if e[setApart] > 0 {
		say("against: the later passage opens as another story (\"elsewhere\", \"another\")")
	}
	if e[dayPart] > 0 {
		say("against: one sums up days on which the report tells of several")
	}
	if e[besideSame] > 1 {
		say("for: the report tells of both as of one incident, as the reader takes it")
	} else if e[besideSame] < -1 {
		say("against: the report tells of them as of two incidents, as the reader takes it")
	}
	if e[recalled] > 0 {
		say("against: one is recalled as background")
	}
	if e[denial] > 0 {
		say("one of them denies")
	}
}

func called(w *isnad.Where) string {
	if s := placeWords(w); s != "" {
		return s
	}
	return "unnamed"
}

func span(p isnad.Period) string {
	if p.From == p.To || p.To.IsZero() {
		return p.From.String()
	}
	return p.From.String() + " to " + p.To.String()
}

func figure(r *isnad.Range) string {
	switch {
	case r.Min == nil:
		return fmt.Sprintf("up to %d", *r.Max)
	case r.Max == nil:
		return fmt.Sprintf("at least %d", *r.Min)
	case *r.Min == *r.Max:
		return fmt.Sprint(*r.Min)
	}
	return fmt.Sprintf("%d to %d", *r.Min, *r.Max)
}

// words is the kind as people say it.
func words(e isnad.Event) string {
	what, _ := heading(e)
	return what
}
