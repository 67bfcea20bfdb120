package reconcile

// across are the log odds that each feature adds for claims of two reports.
var across = evidence{
	always: -4.1, daySame: 1.9, dayNext: -1.2, dayNear: 0.0, dayWithin: 0.7, daysOverlap: 0.8, dayLong: 2.3,
	dayAbsent: -1.9, dayApart: -5.0, placeSame: 1.8, placePart: -0.1, placeArea: 0.3, placeAreaSame: 0.2,
	placeCountry: 1.2, placeAbsent: 1.4, placeQuarters: -1.0, placeNear: -3.2, placeProvince: -1.4,
	placeApart: -5.0, placeUnlisted: -0.2, eventSame: 1.4, eventFamily: -1.1, eventVague: -0.3,
	eventOther: -2.0, eventRare: 1.6, killedSame: 1.5, killedMeet: 0.9, killedApart: -1.0, injuredSame: 0.8,
	injuredMeet: 1.1, injuredApart: 0.0, countsOne: -0.3, actorsShared: 0.0, actorsDiffer: -0.1,
	targetsShared: 3.2, targetsDiffer: 0.0, weaponShared: 1.7, weaponDiffer: 0.0, wordsShared: 0.0,
	lineSame: 0.0, tellerSame: -0.5, dayPlaceSame: 0.6,
}

// within are those for two claims of one report, where a claim next to another
// is more often the next incident of a list than the same again.
var within = evidence{
	always: -4.1, daySame: 2.1, dayNext: -1.7, dayNear: 0.0, dayWithin: 0.3, daysOverlap: -0.2, dayLong: 2.3,
	dayAbsent: -0.9, dayApart: -5.0, placeSame: 2.0, placePart: -0.4, placeArea: -0.7, placeAreaSame: 2.2,
	placeCountry: 0.4, placeAbsent: 1.3, placeQuarters: -1.1, placeNear: -1.9, placeProvince: -2.2,
	placeApart: -4.9, placeUnlisted: -0.9, eventSame: 1.7, eventFamily: -0.9, eventVague: -1.4,
	eventOther: -2.1, eventRare: 0.1, killedSame: 0.8, killedMeet: 0.9, killedApart: -0.8, injuredSame: 0.0,
	injuredMeet: 0.0, injuredApart: -0.8, countsOne: 0.1, actorsShared: 0.0, actorsDiffer: 0.0,
	targetsShared: 0.6, targetsDiffer: 0.0, weaponShared: 0.0, weaponDiffer: 0.0, wordsShared: 0.0,
	lineSame: 0.1, reportSame: 0.1, voiceSame: -4.7, voiceAlike: -2.0, recalled: -1.1, passageNear: 0.2,
	denial: 0.0, dayPlaceSame: 0.0, reportPlace: 0.0, reportPart: 0.0, reportDay: -1.5, reportCounts: 0.0,
	sidesOfClash: -1.4,
}

func (e *evidence) score() float64 {
	w := &across
	if e[reportSame] > 0 {
		w = &within
	}
	s := 0.0
	for i, v := range e {
		s += v * w[i]
	}
	return s
}
