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
	g := Group{ID: "i0", Claims: []isnad.Claim{strike("a", mill, "2031-03-03", 4), strike("b", mill, "2031-03-03", 5)}}
	around := []Group{
		g,
		{ID: "i-beside", Claims: []isnad.Claim{strike("c", beside, "2031-03-03", 4)}},
		{ID: "i-dayafter", Claims: []isnad.Claim{strike("d", mill, "2031-03-04", 9)}},
		{ID: "i-weekafter", Claims: []isnad.Claim{strike("e", mill, "2031-03-12", 4)}},
		{ID: "i-far", Claims: []isnad.Claim{strike("f", far, "2031-03-03", 4)}},
		{ID: "i-empty"},
	}
	got := Near(g, around, 10)
	var ids []string
	for _, x := range got {
		ids = append(ids, x.ID)
	}
	if !slices.Equal(ids, []string{"i-dayafter", "i-beside"}) {
		t.Fatalf("near: %v", got)
	}
	if why := strings.Join(got[0].Why, "; "); !strings.Contains(why, "same place") || !strings.Contains(why, "a day apart") || strings.Contains(why, "in all") {
		t.Errorf("why: %s", why)
	}
	if one := Near(g, around, 1); len(one) != 1 || one[0].ID != "i-dayafter" {
		t.Errorf("the first one only: %v", one)
	}
	if none := Near(Group{ID: "i9"}, around, 10); none != nil {
		t.Errorf("near nothing: %v", none)
	}
}

// Whatever the claims: the order given does not matter, and whoever is near is
// near the other way round as well.
func TestNearIsMutual(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		claims := crowdOf(rapid.IntRange(2, 40).Draw(t, "claims"), rapid.Uint64().Draw(t, "seed"))
		groups := Assign(claims, nil)
		turned := slices.Clone(groups)
		slices.Reverse(turned)
		near := map[string]map[string]bool{}
		for _, g := range groups {
			list := Near(g, groups, 1000)
			if other := Near(g, turned, 1000); !reflect.DeepEqual(list, other) {
				t.Fatalf("in another order: %v and %v", list, other)
			}
			near[g.ID] = map[string]bool{}
			for _, x := range list {
				near[g.ID][x.ID] = true
				if x.ID == g.ID || x.Score < nearAt || len(x.Why) == 0 {
					t.Fatalf("%+v is near %s", x, g.ID)
				}
			}
		}
		for a, list := range near {
			for b := range list {
				if !near[b][a] {
					t.Fatalf("%s is near %s and not the other way round", b, a)
				}
			}
		}
	})
}
