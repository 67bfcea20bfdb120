package reconcile

import (
	"math"

	"isnad"
)

// feature is one thing that speaks for or against two claims being about one
// incident. Its value is 0 to about 3; its weight stands in weights.go.
type feature int

const (
	always feature = iota

	daySame     // both name the day and it is the same
	dayNext     // one day apart: dawn, overnight, a day counted differently
	dayNear     // up to three days apart, one of them only the day of its report
	dayWithin   // a longer time that holds the other's day or days
	daysOverlap // two stretches of some days that overlap
	dayLong     // overlap of a month or more
	dayAbsent   // one has no date
	dayApart    // no overlap

	placeSame     // the same listed place, or the same quarter of it
	placePart     // a quarter and its town
	placeArea     // a place and the district or province that holds it
	placeAreaSame // the same district or province
	placeCountry  // one is known to a country only
	placeAbsent
	placeQuarters // two different quarters of one town
	placeNear     // different places within 25 km
	placeProvince // different places of one province
	placeApart
	placeUnlisted // different names, one of which no gazetteer knows

	eventSame
	eventFamily
	eventVague
	eventOther
	eventRare // both tell of one rare kind

	killedSame  // the same number; more the larger it is
	killedMeet  // ranges that meet
	killedApart // by how much they differ, log scale
	injuredSame
	injuredMeet
	injuredApart
	countsOne // one gives figures, the other none

	actorsShared
	actorsDiffer
	targetsShared
	targetsDiffer
	weaponShared
	weaponDiffer
	wordsShared // uncommon words of the passages
	lineSame    // the passages are the same sentence

	reportSame
	voiceSame // one claimant in one report
	voiceAlike
	tellerSame // one claimant in two reports
	recalled   // one is recalled as background in the report that tells the other
	passageNear
	denial // one of them denies

	dayPlaceSame // same day and same place together
	reportPlace  // one report names two places
	reportPart   // one report names a place and a part of it: a sum and its parts
	reportDay    // one report names two times
	reportCounts // one report gives figures that cannot be one incident's
	sidesOfClash // one claimant's losses of two sides of one clash
	takenUp      // the later passage speaks of "the attack"
	setApart     // the later passage opens with "elsewhere" or "another"

	// The rest is asked of claims of one report only; see report.go.
	placeTold    // the passage of one names the place of the other
	placeFine    // both name the same quarter, village or house
	dayGuess     // the same day, which is only that of the report for one
	dayPlaceKind // the same day, place and kind together
	vagueBoth    // neither says what happened
	townSole     // the report tells of one town only
	leads        // one is the first of its report
	spread       // how far apart the passages stand, in thousands of characters
	dayPart      // one is of some days on several of which its report tells of something, and holds the other's day: a sum and its parts
	besideSaid   // the reader says how likely it takes both to be of one incident,
	besideSame   // and so likely, as log odds

	features
)

type evidence [features]float64

// compare fills e with what speaks for and against a and b being one incident,
// and tells whether a rule forbids it whatever the sum.
func (e *evidence) compare(a, b *view) (forbidden bool) {
	*e = evidence{}
	e[always] = 1
	farDays := e.compareDays(a, b)
	farPlaces := e.comparePlaces(a, b)
	if a.report == b.report {
		e[reportSame] = 1
	}
	if e[dayApart]+e[placeApart] > 0 { // nothing that follows would make up for it
		return farDays || farPlaces
	}
	e.compareKinds(a, b)
	e.compareFigures(a, b)
	e.compareNames(a, b)
	e.compareVoices(a, b)
	if e[daySame] > 0 && e[placeSame] > 0 {
		e[dayPlaceSame] = 1
	}
	if e[reportSame] > 0 {
		switch {
		case e[placeSame]+e[placeAbsent] > 0:
		case e[placePart] > 0, e[placeArea] == 1, e[placeCountry] > 0:
			e[reportPart] = 1
		default:
			e[reportPlace] = 1
		}
		if e[daySame]+e[dayAbsent]+e[dayNear] == 0 {
			e[reportDay] = 1
		}
		e[reportCounts] = max(e[killedApart], e[injuredApart])
		e.compareStory(a, b)
	}
	return farDays || farPlaces
}

func (e *evidence) compareDays(a, b *view) (forbidden bool) {
	if !a.dated || !b.dated {
		e[dayAbsent] = 1
		return false
	}
	gap := max(a.from-b.to, b.from-a.to, 0)
	span := max(a.to-a.from, b.to-b.from)
	switch {
	case gap == 0 && span == 0:
		e[daySame] = 1
	case gap == 0 && span < 7 && a.from == b.from && a.to == b.to:
		e[daySame] = 0.9
	case gap == 0 && min(a.to-a.from, b.to-b.from) == 0 && span < 7:
		e[dayWithin] = 1
	case gap == 0 && span < 7:
		e[daysOverlap] = 1
	case gap == 0:
		e[dayLong] = 1
	case gap <= 3 && !(a.stated && b.stated):
		e[dayNear] = 1
	case gap == 1:
		e[dayNext] = 1
	default:
		e[dayApart] = 1
		return gap > 1 && a.stated && b.stated || gap > 7
	}
	return false
}

// farKM is how far apart two exact places must be to be certainly two: a town
// and the villages around it are often named for each other.
const farKM = 30

func (e *evidence) comparePlaces(a, b *view) (forbidden bool) {
	p, q := &a.claim.Place, &b.claim.Place
	switch {
	case !a.place || !b.place:
		e[placeAbsent] = 1
		return false
	case p.Country != "" && q.Country != "" && p.Country != q.Country:
		e[placeApart] = 1
		return a.wide == 0 && b.wide == 0 && p.ID != "" && q.ID != ""
	case a.wide >= isnad.PlaceCountry || b.wide >= isnad.PlaceCountry:
		e[placeCountry] = 1
		return false
	}
	if a.pinned && b.pinned && a.wide == 0 && b.wide == 0 {
		return e.comparePins(a, b)
	}
	same := sameName(a.name, b.name, a.key, b.key)
	provinces := p.Province != "" && q.Province != ""
	switch {
	case a.wide > 0 && b.wide > 0:
		switch {
		case p.ID != "" && p.ID == q.ID || same:
			e[placeAreaSame] = 1
		case provinces && p.Province == q.Province:
			e[placeArea] = 0.5
		case provinces:
			e[placeApart] = 1
		default:
			e[placeUnlisted] = 1
		}
	case a.wide > 0 || b.wide > 0:
		wide, exact := p, q
		if b.wide > 0 {
			wide, exact = q, p
		}
		switch {
		case same || a.inside(b) || b.inside(a),
			wide.ID != "" && (wide.ID == exact.District || wide.ID == exact.Province || wide.ID == exact.ID):
			e[placeArea] = 1
		case provinces && wide.Province == exact.Province:
			e[placeProvince] = 1
		case provinces:
			e[placeApart] = 1
		default:
			e[placeUnlisted] = 1
		}
	case same && !(provinces && p.Province != q.Province):
		e[placeSame] = 0.9
	case a.inside(b) || b.inside(a):
		e[placePart] = 1
	case partName(a.keys, b.keys):
		e[placeSame] = 0.5
		e[placePart] = 0.5
	case provinces && p.Province == q.Province:
		e[placeProvince] = 1
	case provinces:
		e[placeApart] = 1
	default:
		e[placeUnlisted] = 1
	}
	return false
}

// comparePins compares two places that have coordinates of their own or of the
// town they lie in.
func (e *evidence) comparePins(a, b *view) (forbidden bool) {
	p, q := &a.claim.Place, &b.claim.Place
	near := p.Precision != isnad.PlaceExact || q.Precision != isnad.PlaceExact
	km := a.km(b)
	same := km < 60 && sameName(a.name, b.name, a.key, b.key)
	switch {
	case p.ID != "" && p.ID == q.ID || km < 0.5:
		switch {
		case p.Precision == isnad.PlaceExact && q.Precision == isnad.PlaceExact, same:
			e[placeSame] = 1
		case p.Precision != q.Precision:
			e[placePart] = 1
		case partName(a.keys, b.keys):
			e[placeSame] = 0.7
			e[placePart] = 0.3
		case len(a.keys) == 0 || len(b.keys) == 0:
			e[placePart] = 1
		default:
			e[placeQuarters] = 1
		}
	case same:
		e[placeSame] = 0.8
	case km < 25 && (a.inside(b) || b.inside(a)):
		e[placePart] = 1
	case a.inside(b) || b.inside(a), (a.loose || b.loose) && p.Province == q.Province:
		e[placeArea] = 1 // Aleppo the city stands for Aleppo the province
	case km < 25 && partName(a.keys, b.keys):
		e[placePart] = 1
	case km < 25:
		e[placeNear] = 1
	case km < 60 && near && p.Province != "" && p.Province == q.Province:
		e[placeProvince] = 1
	default:
		e[placeApart] = 1
		return km > farKM && !near || km > 120
	}
	return false
}

// inside tells whether b is named among the wider places of a.
func (v *view) inside(u *view) bool {
	if len(u.key) < 2 {
		return false
	}
	for _, w := range v.within {
		if w == u.key {
			return true
		}
	}
	return false
}

func (e *evidence) compareKinds(a, b *view) {
	switch a.kinship(b) {
	case kindSame:
		e[eventSame] = 1
		switch a.claim.Event {
		case isnad.EventChemicalAttack, isnad.EventLandmine, isnad.EventAbduction, isnad.EventSexualViolence, isnad.EventSuicideBombing:
			if e[reportSame] > 0 || e[placeAbsent] == 0 {
				e[eventRare] = 1 // the same day saw another somewhere in the world
			}
		}
	case kindFamily:
		e[eventFamily] = 1
	case kindVague:
		e[eventVague] = 1
	default:
		e[eventOther] = 1
	}
}

func (e *evidence) compareFigures(a, b *view) {
	k := e.compareRange(a.claim.Killed, b.claim.Killed, killedSame, killedMeet, killedApart)
	i := e.compareRange(a.claim.Injured, b.claim.Injured, injuredSame, injuredMeet, injuredApart)
	c := e.compareRange(a.claim.Casualties, b.claim.Casualties, injuredSame, injuredMeet, injuredApart)
	if !k && !i && !c {
		e[countsOne] = 1
	}
}

// compareRange tells whether both give the figure.
func (e *evidence) compareRange(r, s *isnad.Range, same, meet, apart feature) bool {
	if !given(r) || !given(s) {
		return false
	}
	rl, rh := bounds(r)
	sl, sh := bounds(s)
	switch {
	case r.Low() == s.Low() && (r.High() == s.High() || r.Max == nil || s.Max == nil) && r.Low() > 0:
		e[same] = math.Min(3, math.Log2(1+float64(r.Low()))/2)
	case rl <= sh && sl <= rh:
		e[meet] = 1
	default:
		gap := math.Log(float64(max(rl, sl)+2) / float64(min(rh, sh)+2))
		if gap < 0 || math.IsNaN(gap) {
			gap = 0
		}
		e[apart] = math.Min(3, gap)
	}
	return true
}

func given(r *isnad.Range) bool { return r != nil && (r.Min != nil || r.Max != nil) }

// bounds are the least and the most that a claim leaves possible; an open upper
// side reaches half as far again, since nobody who says "at least 14" means 1,400.
func bounds(r *isnad.Range) (lo, hi int) {
	lo, hi = r.Low(), r.High()
	if r.Max == nil {
		hi = lo + lo/2 + 1
	}
	if r.Approx {
		lo, hi = lo-lo/4, hi+hi/4+1
	}
	return lo, max(lo, hi)
}

func (e *evidence) compareNames(a, b *view) {
	overlap := func(x, y bag, shared, differ feature) {
		if len(x) == 0 || len(y) == 0 {
			return
		}
		if n := x.shared(y); n > 0 {
			e[shared] = float64(n) / float64(min(len(x), len(y)))
		} else {
			e[differ] = 1
		}
	}
	overlap(a.actors, b.actors, actorsShared, actorsDiffer)
	overlap(a.targets, b.targets, targetsShared, targetsDiffer)
	overlap(a.weapon, b.weapon, weaponShared, weaponDiffer)
	if n := a.quote.shared(b.quote); n > 0 {
		e[wordsShared] = float64(n) / math.Sqrt(float64(len(a.quote))*float64(len(b.quote)))
	}
	if a.line != 0 && a.line == b.line {
		e[lineSame] = 1
	}
}

func (e *evidence) compareVoices(a, b *view) {
	c, d := a.claim, b.claim
	if isDenial(c) != isDenial(d) {
		e[denial] = 1
	}
	if a.report != b.report {
		if a.teller == b.teller {
			e[tellerSame] = 1
		}
		return
	}
	if c.Background != d.Background {
		e[recalled] = 1
	}
	if c.Span.InTitle == d.Span.InTitle {
		gap := max(c.Span.Start-d.Span.End, d.Span.Start-c.Span.End, 0)
		e[passageNear] = math.Max(0, 1-float64(gap)/600)
		later := a
		if d.Span.Start > c.Span.Start {
			later = b
		}
		if later.takes {
			e[takenUp] = 1
		}
		if later.parts {
			e[setApart] = 1
		}
	}
	if a.voice != b.voice {
		return
	}
	switch {
	case c.Event == isnad.EventClash && d.Event == isnad.EventClash && e[placeApart]+e[dayApart] == 0:
		e[sidesOfClash] = 1
	case e.alike() && !(a.stated && b.stated):
		// A heading or a summing-up without a day of its own repeats what the text says.
	case e.alike() && e[killedSame]+e[injuredSame] >= 1:
		// So does a sentence with the same number, when it is more than one or two.
	case e.alike():
		e[voiceAlike] = 1
	default:
		e[voiceSame] = 1
	}
}

// alike is the bar for two claims of one claimant in one report: nothing in them
// differs that would make the reader keep them apart.
func (e *evidence) alike() bool {
	return e[placeApart]+e[placeNear]+e[placeQuarters]+e[placeProvince]+e[dayApart]+e[eventOther] == 0 &&
		e[killedApart]+e[injuredApart] == 0
}
