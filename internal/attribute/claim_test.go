package attribute

import (
	"slices"
	"testing"

	"isnad"
)

// A party is an actor once, however often and by whichever of its names the text
// calls it; two sides stay two.
func TestDistinct(t *testing.T) {
	for name, c := range map[string]struct{ in, want []isnad.Actor }{
		"one party by two names":           {[]isnad.Actor{{ID: "p1", Name: "coalition"}, {ID: "p1", Name: "US-led coalition"}}, []isnad.Actor{{ID: "p1", Name: "US-led coalition"}}},
		"a bare word of a name":            {[]isnad.Actor{{ID: "p1", Name: "Sudanese army"}, {Name: "Army"}}, []isnad.Actor{{ID: "p1", Name: "Sudanese army"}}},
		"names of one length, the first":   {[]isnad.Actor{{ID: "p1", Name: "QSD"}, {ID: "p1", Name: "SDF"}}, []isnad.Actor{{ID: "p1", Name: "QSD"}}},
		"two sides of a clash":             {[]isnad.Actor{{ID: "p1", Name: "army"}, {ID: "p2", Name: "rebels of the north"}}, []isnad.Actor{{ID: "p1", Name: "army"}, {ID: "p2", Name: "rebels of the north"}}},
		"a word that is part of no other":  {[]isnad.Actor{{Name: "gunmen"}, {Name: "masked men"}}, []isnad.Actor{{Name: "gunmen"}, {Name: "masked men"}}},
		"three names, of which one stands": {[]isnad.Actor{{ID: "p1", Name: "coalition forces"}, {Name: "coalition"}, {ID: "p1", Name: "international coalition"}}, []isnad.Actor{{ID: "p1", Name: "international coalition"}}},
	} {
		if got := distinct(slices.Clone(c.in)); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
}
