package wording_test

import (
	"testing"

	"pgregory.net/rapid"

	"isnad/internal/extract/wording"
)

// Ways to print one word have one folded form.
func TestFold(t *testing.T) {
	for _, c := range [][2]string{
		{"أَخبار", "اخبار"}, {"عـــاجل", "عاجل"}, {"وكالة", "وكاله"}, {"٢٠١٧", "2017"}, {"۱۴", "14"}, {"SANA", "sana"}, {"d’Alep", "d'alep"}, {"\u200fقال", "قال"},
	} {
		if wording.Fold(c[0]) != wording.Fold(c[1]) {
			t.Errorf("%q and %q are folded to %q and %q", c[0], c[1], wording.Fold(c[0]), wording.Fold(c[1]))
		}
	}
}

// Folding and squeezing twice changes nothing more: the results can be stored and compared.
func TestTwiceIsOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.StringOf(rapid.RuneFrom([]rune("aB .é\u00a0\u200b\u200fأةىكً٣۴ـ’\n"))).Draw(t, "s")
		for name, f := range map[string]func(string) string{"Fold": wording.Fold, "Squeeze": wording.Squeeze, "Unmark": wording.Unmark, "Letters": wording.Letters} {
			if once := f(s); f(once) != once {
				t.Fatalf("%s of %q is %q, and again %q", name, s, once, f(once))
			}
		}
	})
}
