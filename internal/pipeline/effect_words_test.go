package pipeline_test

import (
	"strings"
	"testing"

	"isnad"
	"isnad/internal/pipeline"
)

// Of the words of others only what is a passage of the erased text is blotted out,
// however it is spelled and set; what stands in every other report stays, and so does
// each character around it.
func TestPassages(t *testing.T) {
	const erased = "The ministry of health said that the pharmacist hid eleven neighbours under the old mill of Karm on Monday."
	const title = "Pharmacist hides eleven neighbours of the mill"
	blot := func(words string) string {
		return strings.Map(func(r rune) rune {
			if r == '\n' {
				return r
			}
			return isnad.Blot
		}, words)
	}
	for name, c := range map[string]struct{ text, gone string }{
		"a phrase of everybody":  {"Four died in Homs, the ministry of health said on Friday.", ""},
		"seven words":            {"They hid eleven neighbours under the old mill, it says.", ""},
		"a sentence":             {"I read: “The pharmacist hid eleven neighbours under the old mill of Karm.” Is it so?", "The pharmacist hid eleven neighbours under the old mill of Karm"},
		"in capitals, two lines": {"Copied: PHARMACIST HID ELEVEN\nNEIGHBOURS, UNDER THE OLD MILL of Karm!", "PHARMACIST HID ELEVEN\nNEIGHBOURS, UNDER THE OLD MILL of Karm"},
		"nothing":                {"", ""},
	} {
		want := c.text
		if c.gone != "" {
			want = strings.Replace(c.text, c.gone, blot(c.gone), 1)
		}
		if got := pipeline.Passages(c.text, title, erased); got != want {
			t.Errorf("%s:\n%q, want\n%q", name, got, want)
		}
	}
	if got := pipeline.Passages("Two words here, and a longer text around.", "Two words"); strings.ContainsRune(got, isnad.Blot) {
		t.Errorf("of a text of two words: %q", got)
	}
}
