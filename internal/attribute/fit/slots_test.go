package main

import (
	"testing"

	"isnad"
)

func num(n int) *int { return &n }

// Figures agree as the measure has it: vague ones by their order, exact ones
// when equal, open ones by their lower bound.
func TestSameRange(t *testing.T) {
	exact := func(n int) *isnad.Range { return &isnad.Range{Min: num(n), Max: num(n)} }
	atLeast := func(n int) *isnad.Range { return &isnad.Range{Min: num(n)} }
	vague := func(n int) *isnad.Range { return &isnad.Range{Min: num(n), Approx: true} }
	for _, c := range []struct {
		a, b *isnad.Range
		want bool
	}{
		{exact(5), exact(5), true}, {exact(5), exact(6), false}, {exact(5), atLeast(5), true}, {atLeast(6), atLeast(5), false},
		{vague(12), vague(24), true}, {vague(12), vague(60), false}, {nil, exact(5), false}, {nil, nil, false},
	} {
		if got := sameRange(c.a, c.b); got != c.want {
			t.Errorf("sameRange(%v, %v) = %v", c.a, c.b, got)
		}
	}
}

// Each claim pairs once, with the one that agrees most.
func TestPair(t *testing.T) {
	claim := func(place string, killed int, quote string) slots {
		return slots{event: "shelling", from: "2017-10-18", to: "2017-10-18", place: place, killed: &isnad.Range{Min: num(killed), Max: num(killed)}, quote: words(quote)}
	}
	gold := []slots{claim("Douma", 4, "four killed in Douma"), claim("Homs", 7, "seven killed in Homs")}
	pred := []slots{claim("Homs", 7, "seven killed in Homs"), claim("Douma", 4, "four killed in Douma"), claim("Idlib", 9, "nine in Idlib")}
	got := pair(gold, pred)
	if len(got) != 2 || got[0] != 1 || got[1] != 0 {
		t.Errorf("pairs %v", got)
	}
}

// The weights tell apart what the facts tell apart.
func TestFitWeights(t *testing.T) {
	var exs []example
	for i := range 200 {
		e := example{report: i, filled: 1, facts: []int{0, 1 + i%2}}
		if i%2 == 0 {
			e.right = 1
		}
		exs = append(exs, e)
	}
	w := fitWeights(exs, 3, func(int) bool { return true })
	if chance(w, []int{0, 1}) < 0.8 || chance(w, []int{0, 2}) > 0.2 {
		t.Errorf("weights %v", w)
	}
}
