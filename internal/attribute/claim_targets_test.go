package attribute

import (
	"slices"
	"testing"
)

// Targets are words for people and things, no marks and no parts of names: an age or a name in commas stands
// between the word for somebody and what befell him.
func TestTargetsAreWords(t *testing.T) {
	for _, c := range []struct {
		text, want string
		kept       bool // whether want is among the targets
	}{
		{"A nurse, 31, was killed when a shell hit Karm al-Jabal in Aleppo on Monday, activists said.", "nurse", true},
		{"An air strike killed three children in Aleppo on Monday, activists said.", "children", true},
		{"The two passengers survived with moderate wounds, but a passer-by, Omar Example, 41, was killed by shrapnel in Homs on Monday.", "passer-by", true},
		{"A second citizen, 31 years old, was hit by bullets near Homs on Monday and died.", "citizen", true},
		{"A 52-year-old woman named as Huda Example, from Karm village near Homs, was killed on Monday when artillery forces shelled the village.", "woman", true},
		{"On Monday settlers shot and killed Omar Example, 19, in the village of Karm near Nablus, the ministry said.", "example", false},
	} {
		cs, _ := testReader().Read(report("", c.text))
		if len(cs) != 1 {
			t.Errorf("%q: %d claims", c.text, len(cs))
			continue
		}
		ts := cs[0].Targets
		if slices.ContainsFunc(ts, func(s string) bool { return len(s) < 2 }) || slices.Contains(ts, c.want) != c.kept {
			t.Errorf("%q: targets %q; %q among them: want %v", c.text, ts, c.want, c.kept)
		}
	}
}
