package reconcile

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"isnad"
)

// featureNames are the features as the file of weights names them.
var featureNames = [features]string{
	always: "always", daySame: "daySame", dayNext: "dayNext", dayNear: "dayNear", dayWithin: "dayWithin",
	daysOverlap: "daysOverlap", dayLong: "dayLong", dayAbsent: "dayAbsent", dayApart: "dayApart", placeSame: "placeSame",
	placePart: "placePart", placeArea: "placeArea", placeAreaSame: "placeAreaSame", placeCountry: "placeCountry",
	placeAbsent: "placeAbsent", placeQuarters: "placeQuarters", placeNear: "placeNear", placeProvince: "placeProvince",
	placeApart: "placeApart", placeUnlisted: "placeUnlisted", eventSame: "eventSame", eventFamily: "eventFamily",
	eventVague: "eventVague", eventOther: "eventOther", eventRare: "eventRare", killedSame: "killedSame",
	killedMeet: "killedMeet", killedApart: "killedApart", injuredSame: "injuredSame", injuredMeet: "injuredMeet",
	injuredApart: "injuredApart", countsOne: "countsOne", actorsShared: "actorsShared", actorsDiffer: "actorsDiffer",
	targetsShared: "targetsShared", targetsDiffer: "targetsDiffer", weaponShared: "weaponShared",
	weaponDiffer: "weaponDiffer", wordsShared: "wordsShared", lineSame: "lineSame", reportSame: "reportSame",
	voiceSame: "voiceSame", voiceAlike: "voiceAlike", tellerSame: "tellerSame", recalled: "recalled",
	passageNear: "passageNear", denial: "denial", dayPlaceSame: "dayPlaceSame", reportPlace: "reportPlace",
	reportPart: "reportPart", reportDay: "reportDay", reportCounts: "reportCounts", sidesOfClash: "sidesOfClash",
	takenUp: "takenUp", setApart: "setApart", placeTold: "placeTold", placeFine: "placeFine", dayGuess: "dayGuess",
	dayPlaceKind: "dayPlaceKind", vagueBoth: "vagueBoth", townSole: "townSole", leads: "leads", spread: "spread", besideSame: "besideSame",
}

// FeatureNames are the names of what speaks for and against two claims being one
// incident, in the order of Pair.Features.
func FeatureNames() []string { return featureNames[:] }

// ReadWeights reads a file of weights: lines of a feature, the weight that was held
// likely beforehand, and the weight that was fitted; all features, each once. Both
// lists are in the order of FeatureNames.
func ReadWeights(tsv string) (beforehand, fitted []float64, err error) {
	beforehand, fitted = make([]float64, features), make([]float64, features)
	seen := map[string]bool{}
	for line := range strings.Lines(tsv) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		cells := strings.Fields(line)
		if len(cells) != 3 {
			return nil, nil, fmt.Errorf("%d cells in a line, want 3", len(cells))
		}
		f := slices.Index(featureNames[:], cells[0])
		if f < 0 || seen[cells[0]] {
			return nil, nil, fmt.Errorf("no feature %q, or twice", cells[0])
		}
		seen[cells[0]] = true
		for i, to := range [][]float64{beforehand, fitted} {
			if to[f], err = strconv.ParseFloat(cells[1+i], 64); err != nil {
				return nil, nil, fmt.Errorf("feature %s: %w", cells[0], err)
			}
		}
	}
	if len(seen) != len(featureNames) {
		return nil, nil, fmt.Errorf("%d of %d features", len(seen), len(featureNames))
	}
	return beforehand, fitted, nil
}

func withinWeights() *evidence {
	_, fitted, err := ReadWeights(withinTSV)
	if err != nil {
		panic("reconcile: weights: " + err.Error()) // a broken build, caught by the tests
	}
	return (*evidence)(fitted)
}

// Pair is two claims of one report, by their places in the list given, and what
// speaks for and against their being one incident, for fitting the weights.
type Pair struct {
	First, Second int
	Features      []float64
}

// Pairs are the pairs of claims of one report that no rule keeps apart. Claims of
// one report stand together in the list.
func Pairs(claims []isnad.Claim) []Pair {
	m := newMaker(0)
	m.learn(claims)
	m.read(claims)
	views := make([]*view, len(claims))
	for i := range claims {
		views[i] = m.view(&claims[i])
	}
	var out []Pair
	for i := range views {
		for j := i - 1; j >= 0 && views[j].report == views[i].report; j-- {
			var e evidence
			if !e.compare(views[j], views[i]) {
				out = append(out, Pair{First: j, Second: i, Features: e[:]})
			}
		}
	}
	return out
}
