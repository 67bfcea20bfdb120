package attribute

import (
	"slices"
	"testing"
)

// What a place lies in is said once in a report: of two streets of a town both lie in the
// state that one of them is told of with, and nothing lies in itself.
func TestSaidOnceWhereItLies(t *testing.T) {
	for _, c := range []struct{ text, place, last string }{
		{"A clerk was shot in the leg on Oak Street in Springfield, Ohio, on Monday. A driver was shot and killed on Elm Street in Springfield on Sunday.", "Elm Street", "Ohio"},
		{"A car bomb killed five people near a bus station in the city of Homs on Monday, state media said. The Karm Register put the death toll at seven.", "", ""},
	} {
		cs, _ := testReader().Read(report("", c.text))
		met := c.place == ""
		for i := range cs {
			w := cs[i].Place.Within
			if c.place != "" && cs[i].Place.Name == c.place && len(w) > 0 && w[len(w)-1] == c.last {
				met = true
			}
			if seen := slices.Compact(slices.Sorted(slices.Values(w))); len(seen) != len(w) {
				t.Errorf("%s lies in %v", cs[i].Place.Name, w)
			}
		}
		if !met {
			t.Errorf("%q: %s does not lie in %s; read:%s", c.text, c.place, c.last, listed(cs))
		}
	}
}
