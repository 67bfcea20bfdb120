package reconcile

import (
	"strings"
	"testing"

	"isnad"
)

// A passage that speaks of "the attack" takes up one told before; one that opens
// with "elsewhere" does not.
func TestLinks(t *testing.T) {
	for _, c := range []struct {
		quote        string
		takes, parts bool
	}{
		{"The blast also wounded six people.", true, false},
		{"Staff said they saw a last attack that left nine dead.", false, false},
		{"Nine died in those air strikes, a doctor said.", true, false},
		{"Elsewhere, a car bomb killed two.", false, true},
		{"In a separate attack a car bomb killed two.", false, true},
		{"A car bomb killed two, and another was found.", false, false},
		{"", false, false},
	} {
		takes, parts := links(c.quote)
		if takes != c.takes || parts != c.parts {
			t.Errorf("links(%q) = %v, %v, want %v, %v", c.quote, takes, parts, c.takes, c.parts)
		}
	}
}

// People are told when a passage takes up another or sets itself apart.
func TestWhySaysLinks(t *testing.T) {
	claim := func(at int, quote string) *isnad.Claim {
		return &isnad.Claim{ID: quote, Report: "a", When: on("2024-03-12"), Place: deirEzzor, Quote: quote, Span: isnad.Span{Start: at, End: at + len(quote)}}
	}
	first := claim(0, "A rocket killed two people.")
	for quote, want := range map[string]string{"The attack wounded six.": "takes up", "Elsewhere a rocket wounded six.": "another story"} {
		if got := strings.Join(Why(first, claim(40, quote)), "; "); !strings.Contains(got, want) {
			t.Errorf("%q: %s", quote, got)
		}
	}
}

// The file of weights names every feature once and each with a number; anything else
// is a broken build.
func TestWeightsFile(t *testing.T) {
	seen := map[string]int{}
	for line := range strings.Lines(withinTSV) {
		if !strings.HasPrefix(line, "#") {
			seen[strings.Fields(line)[0]]++
		}
	}
	for _, name := range FeatureNames() {
		if name == "" || seen[name] != 1 {
			t.Errorf("feature %q stands %d times in the file", name, seen[name])
		}
	}
	at := strings.Index(withinTSV, "daySame\t")
	end := at + strings.Index(withinTSV[at:], "\n") + 1
	for _, instead := range []string{"", "daySame\t1\t1\n", "noSuchFeature\t1\t1\t1\n", "daySame\t1\tmuch\t1\n", "daySame\tmuch\t1\t1\n", "daySame\t1\t1\tmuch\n", "daySame\t1\t1\t1\ndaySame\t1\t1\t1\n"} {
		if _, err := ReadWeights(withinTSV[:at] + instead + withinTSV[end:]); err == nil {
			t.Errorf("%q was read as the line of daySame", instead)
		}
	}
	w, err := ReadWeights(withinTSV[:at] + "daySame\t1\t7.5\t8\n" + withinTSV[end:])
	if err != nil || w.Beforehand[daySame] != 1 || w.Said[daySame] != 7.5 || w.Unsaid[daySame] != 8 {
		t.Errorf("a line that is right: %v, %v", w, err)
	}
}

// Pairs are of one report only, and none that a rule keeps apart.
func TestPairs(t *testing.T) {
	claim := func(report, id string, day string) isnad.Claim {
		return isnad.Claim{ID: id, Report: report, When: on(day), Place: deirEzzor, Event: isnad.EventShelling}
	}
	claims := []isnad.Claim{claim("a", "1", "2024-03-12"), claim("a", "2", "2024-03-12"), claim("a", "3", "2024-04-20"), claim("b", "4", "2024-03-12")}
	ps := Pairs(claims)
	if len(ps) != 1 || ps[0].First != 0 || ps[0].Second != 1 {
		t.Fatalf("pairs %v", ps)
	}
	if ps[0].Features[daySame] != 1 || ps[0].Features[placeSame] != 1 {
		t.Errorf("features %v", ps[0].Features)
	}
}
