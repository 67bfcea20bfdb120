package imprint_test

import (
	"testing"

	"isnad/internal/extract/imprint"
)

// What a paragraph speaks of decides, not its wording; a paragraph of a story that speaks of
// responsibility or permission is neither.
func TestWeigh(t *testing.T) {
	for _, c := range []struct {
		text         string
		terms, notes bool
	}{
		{"You may reprint this article if you name its source.", true, false},
		{"Subscribers may publish this text with credit to the Valley Courier.", true, false},
		{"يسمح بإعادة نشر هذه المادة بشرط ذكر المصدر.", true, false},
		{"Sample text: the outlet, the people and the incident are made up.", false, true},
		{"Disclaimer: the views expressed here are those of the authors alone.", false, true},
		{"نص نموذجي: الصحيفة والأشخاص والحادثة من نسج الخيال.", false, true},
		{"The group claimed responsibility for the attack, an officer said.", false, false},
		{"The committee is made up of doctors from four towns.", false, false},
		{"Reporters need permission to enter the town, the governor said.", false, false},
	} {
		terms, notes := imprint.Weigh(c.text)
		if (terms >= 4) != c.terms || (notes >= 3) != c.notes {
			t.Errorf("%q: terms %d, notes %d", c.text, terms, notes)
		}
	}
}
