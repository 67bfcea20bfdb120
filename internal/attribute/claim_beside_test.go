package attribute

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"isnad"
)

// Claims of one report that are of one incident are known as such by the words that take one up in the
// other, also where the second names neither day nor place; another deed of the same day is not.
func TestBeside(t *testing.T) {
	for _, tt := range []struct {
		text     string
		one, two string // words of the claim that is of one incident with the first, and of the one that is not
	}{
		{`A car bomb killed nine people at a market in Binnish on Tuesday, the police said. Doctors at the hospital said that 14 people died in the blast.

In the town of Saraqib, snipers shot dead two farmers on Tuesday, residents said.`, "14 people died", "two farmers"},
		{`Shells killed five people in Ariha on Monday, a monitoring group said. The army denied that it had shelled the town.

Elsewhere, gunmen kidnapped three engineers near Kafr Nabl, a local council said.`, "denied", "kidnapped"},
	} {
		cs, _ := testReader().Read(report("", tt.text))
		same := func(words string) float64 {
			for i := range cs {
				if !strings.Contains(cs[i].Quote, words) {
					continue
				}
				for _, b := range cs[i].Beside {
					if b.Claim == cs[0].ID {
						return b.Same
					}
				}
			}
			t.Fatalf("no claim with %q beside the first; read:%s", words, listed(cs))
			return 0
		}
		if s := same(tt.one); s < 0.5 {
			t.Errorf("%q is of one incident with the first by a chance of %v", tt.one, s)
		}
		if s := same(tt.two); s > 0.2 {
			t.Errorf("%q is of one incident with the first by a chance of %v", tt.two, s)
		}
	}
}

// Claims are put in the order of their passages after they were weighed: each still stands beside those that it
// was weighed with.
func TestBesideInOrder(t *testing.T) {
	claim := func(start int, title bool) isnad.Claim {
		return isnad.Claim{Span: isnad.Span{Start: start, InTitle: title}}
	}
	var d doc
	cs := []isnad.Claim{claim(200, false), claim(100, false), claim(0, true)}
	d.beside = []besides{{first: 0, second: 1, same: 0.1}, {first: 0, second: 2, same: 0.2}, {first: 1, second: 2, same: 0.3}}
	at := d.inOrder(cs)
	for i, start := range []int{0, 100, 200} {
		if cs[i].Span.Start != start {
			t.Fatalf("claim %d begins at %d, want %d", i, cs[i].Span.Start, start)
		}
		cs[i].ID = fmt.Sprint("k", start)
	}
	d.tellBeside(cs, at)
	want := [][]isnad.Beside{{{Claim: "k200", Same: 0.2}, {Claim: "k100", Same: 0.3}}, {{Claim: "k200", Same: 0.1}}, nil}
	for i := range cs {
		if !slices.Equal(cs[i].Beside, want[i]) {
			t.Errorf("beside %s stand %v, want %v", cs[i].ID, cs[i].Beside, want[i])
		}
	}
}
