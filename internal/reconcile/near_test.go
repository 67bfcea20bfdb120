package reconcile

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"isnad"
)

// What nearly joined is suggested, the most alike first; what a rule keeps apart,
// and what has little in common, never is.
func TestNear(t *testing.T) {
	mill := town("g1", "Binnish", "g100", 35.95, 36.71)
	beside := town("g2", "Sarmin", "g100", 35.90, 36.73)
	far := town("g3", "Taiz", "g200", 13.57, 44.02)
	strike := func(id string, where isnad.Where, day string, dead int) isnad.Claim {
		return told(id, isnad.EventShelling, where, on(day), "the health office", in("r-"+id), killed(exactly(dead)))
	}
	groups := []Group{
		{ID: "i0", Claims: []isnad.Claim{strike("a", mill, "2031-03-03", 4), strike("b", mill, "2031-03-03", 5)}},
		{ID: "i-beside", Claims: []isnad.Claim{strike("c", beside, "2031-03-03", 4)}},
		{ID: "i-dayafter", Claims: []isnad.Claim{strike("d", mill, "2031-03-04", 9)}},
		{ID: "i-weekafter", Claims: []isnad.Claim{strike("e", mill, "2031-03-12", 4)}},
		{ID: "i-far", Claims: []isnad.Claim{strike("f", far, "2031-03-03", 4)}},
		{ID: "i-empty"},
	}
	all := Near([]string{"i0", "i-far", "i-empty", "i-nowhere"}, groups, 10)
	got := all["i0"]
	var ids []string
	for _, x := range got {
		ids = append(ids, x.ID)
	}
	if !slices.Equal(ids, []string{"i-dayafter", "i-beside"}) || len(all) != 1 {
		t.Fatalf("near: %v", all)
	}
	if why := strings.Join(got[0].Why, "; "); !strings.Contains(why, "same place") || !strings.Contains(why, "a day apart") || strings.Contains(why, "in all") {
		t.Errorf("why: %s", why)
	}
	if one := Near([]string{"i0"}, groups, 1)["i0"]; len(one) != 1 || one[0].ID != "i-dayafter" {
		t.Errorf("the first one only: %v", one)
	}
}

// Whatever the claims: the order given does not matter, and nothing is suggested
// that is not alike enough.
func TestNearProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		claims := crowdOf(rapid.IntRange(2, 40).Draw(t, "claims"), rapid.Uint64().Draw(t, "seed"))
		groups := Assign(claims, nil)
		turned := slices.Clone(groups)
		slices.Reverse(turned)
		var ids []string
		for _, g := range groups {
			ids = append(ids, g.ID)
		}
		near := Near(ids, groups, 1000)
		if other := Near(ids, turned, 1000); !reflect.DeepEqual(near, other) {
			t.Fatalf("in another order: %v and %v", near, other)
		}
		for id, list := range near {
			for i, x := range list {
				if x.ID == id || x.Score < nearAt || len(x.Why) == 0 || i > 0 && x.Score > list[i-1].Score {
					t.Fatalf("%+v is near %s", x, id)
				}
			}
		}
	})
}
