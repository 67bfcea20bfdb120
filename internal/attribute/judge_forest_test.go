package attribute

import (
	"strings"
	"testing"
)

// Every set of facts leads to the leaf that its answers name, question by question.
func TestForestAnswers(t *testing.T) {
	byName := map[string]fact{"a": 0, "b": 63, "c": 64, "d": maxFacts - 1}
	var f forest
	for _, tree := range []string{"?a ?b 1 2 ?c ?d 3 4 5", "?gone 10 ?d 20 30", "?d ?a 100 ?c 200 300 400"} {
		if err := f.plant(strings.Fields(tree), byName); err != nil {
			t.Fatal(err)
		}
	}
	if want := 5.0 + 30 + 400; f.most != want {
		t.Errorf("no more than %v, want %v", f.most, want)
	}
	pick := func(yes bool, a, b float64) float64 {
		if yes {
			return a
		}
		return b
	}
	for set := range 16 {
		a, b, c, d := set&1 != 0, set&2 != 0, set&4 != 0, set&8 != 0
		var held factSet
		for name, holds := range map[string]bool{"a": a, "b": b, "c": c, "d": d} {
			if holds {
				held.add(byName[name])
			}
		}
		held.add(5) // which no tree asks
		want := pick(a, pick(b, 1, 2), pick(c, pick(d, 3, 4), 5)) + pick(d, 20, 30) + pick(d, pick(a, 100, pick(c, 200, 300)), 400)
		if got := f.weight(&held); got != want {
			t.Errorf("a %v, b %v, c %v, d %v: %v, want %v", a, b, c, d, got, want)
		}
	}
	for _, bad := range []string{"", "?a 1", "?a x 1", "1 2", strings.Repeat("?a ", maxDepth+1) + "1"} {
		if err := new(forest).plant(strings.Fields(bad), byName); err == nil {
			t.Errorf("%q is planted", bad)
		}
	}
}
