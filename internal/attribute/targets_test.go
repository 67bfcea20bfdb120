package attribute

import (
	"slices"
	"testing"
)

// Targets are words for people and things, and no marks: an age in commas stands between the word
// for somebody and what befell him.
func TestTargetsAreWords(t *testing.T) {
	for _, c := range []struct {
		text string
		want string
	}{
		{"A nurse, 31, was killed when a shell hit Karm al-Jabal in Aleppo on Monday, activists said.", "nurse"},
		{"A shell killed a baker, 54, in Aleppo on Monday, activists said.", "baker"},
		{"An air strike killed three children in Aleppo on Monday, activists said.", "children"},
	} {
		cs, _ := testReader().Read(report("", c.text))
		if len(cs) != 1 {
			t.Errorf("%q: %d claims", c.text, len(cs))
			continue
		}
		if slices.ContainsFunc(cs[0].Targets, func(s string) bool { return len(s) < 2 }) || !slices.Contains(cs[0].Targets, c.want) {
			t.Errorf("%q: targets %q, want %q", c.text, cs[0].Targets, c.want)
		}
	}
}
