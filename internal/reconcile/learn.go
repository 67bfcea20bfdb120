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
	dayPlaceKind: "dayPlaceKind", vagueBoth: "vagueBoth", townSole: "townSole", leads: "leads", spread: "spread",
	dayPart: "dayPart", besideSaid: "besideSaid", besideSame: "besideSame",
}

// FeatureNames are the names of what speaks for and against two claims being one
// incident, in the order of Pair.Features.
func FeatureNames() []string { return featureNames[:] }

// Weights are those of a file of weights, each list in the order of FeatureNames: what was held likely beforehand,
// what was fitted for pairs of which the reader says how likely it takes them to be of one incident, and for the others.
type Weights struct{ Beforehand, Said, Unsaid []float64 }

// ReadWeights reads a file of weights: lines of a feature and its three weights, in the order of Weights; all
// features, each once.
func ReadWeights(tsv string) (Weights, error) {
	w := Weights{make([]float64, features), make([]float64, features), make([]float64, features)}
	seen := map[string]bool{}
	for line := range strings.Lines(tsv) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		cells := strings.Fields(line)
		if len(cells) != 4 {
			return Weights{}, fmt.Errorf("%d cells in a line, want 4", len(cells))
		}
		f := slices.Index(featureNames[:], cells[0])
		if f < 0 || seen[cells[0]] {
			return Weights{}, fmt.Errorf("no feature %q, or twice", cells[0])
		}
		seen[cells[0]] = true
		for i, to := range [][]float64{w.Beforehand, w.Said, w.Unsaid} {
			var err error
			if to[f], err = strconv.ParseFloat(cells[1+i], 64); err != nil {
				return Weights{}, fmt.Errorf("feature %s: %w", cells[0], err)
			}
		}
	}
	if len(seen) != len(featureNames) {
		return Weights{}, fmt.Errorf("%d of %d features", len(seen), len(featureNames))
	}
	return w, nil
}

// withinWeights are the weights for two claims of one report, where the reader says nothing of the pair and where it does.
func withinWeights() [2]*evidence {
	w, err := ReadWeights(withinTSV)
	if err != nil {
		panic("reconcile: weights: " + err.Error()) // a broken build, caught by the tests
	}
	return [2]*evidence{(*evidence)(w.Unsaid), (*evidence)(w.Said)}
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
	views := makerOf(claims).views(claims)
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
