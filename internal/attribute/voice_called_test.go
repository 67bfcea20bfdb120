package attribute

import (
	"strings"
	"testing"
)

// Names are one when they share most of their weighty words, whatever their case.
func TestSameName(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"Saraqib", "SARAQIB", true},
		{"the town of Saraqib", "Saraqib", true},
		{"the town", "the village", false}, // light words alone say nothing
		{"Karm Front", "Karm Monitor", false},
		{"Northern Karm Front", "Karm Front", true},
		{"Éa Front", "éa front", true},
		{"Front Front Karm", "Front", true},
		{"", "Karm", false},
		{"900 block of West 8th Street", "5100 block of West 27th Street", false},
		{"900 block of Oak Street", "lot in the 900 block of Oak Street", true},
		{"house on NW Fourth Street", "house on NW First Street", false},
		{"Fourth Street house", "house on Fourth Street", true},
		{"8th Brigade", "Eighth Brigade of Karm", false}, // no street
	} {
		var r roll
		r.begin()
		if got := r.same(c.a, c.b); got != c.want {
			t.Errorf("%q and %q the same: %v", c.a, c.b, got)
		}
		if got := r.call(c.a).among(r.callAll([]string{"", c.b})); got != r.same(c.b, c.a) {
			t.Errorf("%q among %q: %v", c.a, c.b, got)
		}
	}
}

// Every weight of a model is that of a fact that something weighs.
func TestWeightsNameFacts(t *testing.T) {
	known := map[string]bool{"line": true}
	for _, n := range factNames() {
		known[n] = true
	}
	for file, tsv := range map[string]string{"pair": pairTSV, "place": placeTSV, "actor": actorTSV, "credit": creditTSV, "day": dayTSV, "judge": judgeTSV} {
		for line := range strings.Lines(tsv) {
			name, rest, ok := strings.Cut(line, "\t")
			if !ok || strings.HasPrefix(name, "#") {
				continue
			}
			if name != "tree" && !known[name] {
				t.Errorf("%s.tsv weighs %q, which is no fact", file, name)
			}
			for token := range strings.SplitSeq(rest, "\t") {
				if asked, ok := strings.CutPrefix(token, "?"); ok && !known[asked] {
					t.Errorf("%s.tsv asks %q, which is no fact", file, asked)
				}
			}
		}
	}
}

// The table finds every first word of the lexicon and no other, and says when it
// is full.
func TestWordTable(t *testing.T) {
	var w wordTable
	n := 0
	for ; w.put("w"+itoa(n), &node{word: word{num: n}}); n++ {
	}
	if n < 5000 {
		t.Errorf("room for %d words", n)
	}
	for i := range n {
		if nd := w.get("w" + itoa(i)); nd == nil || nd.num != i {
			t.Fatalf("word %d: %+v", i, nd)
		}
	}
	if w.get("") != nil || w.get("w") != nil || w.get("w"+itoa(n)) != nil {
		t.Error("words that are not listed are found")
	}
}

// Offices and persons by their plain word are claimants like others.
func TestPlainClaimants(t *testing.T) {
	for _, c := range []claimCase{
		{name: "an administrator", text: "On 3 June gunmen killed nine people in Karma, police said. The administrator, for his part, speaks of twelve dead.", want: []string{"k=12 said=administrator"}},
		{name: "a widow", text: "On 3 June gunmen killed nine people in Karma, police said. A widow from Zoran said twelve people had died.", want: []string{"k=12 said=widow"}},
		{name: "a diocese", text: "On 3 June gunmen killed nine people in Karma, police said. The diocese put the dead at twelve.", want: []string{"k=12 said=diocese"}},
		{name: "a widow who was killed", text: "On 3 June gunmen killed a widow and her son in Karma, police said.", want: []string{"said=police -said=widow"}, only: true},
		{name: "a sawmill and dozos", text: "On 3 June dozos attacked the Zorana sawmill in Karma, killing nine people.", want: []string{"k=9 at=zorana_sawmill by=dozos"}},
	} {
		t.Run(c.name, c.run)
	}
}
