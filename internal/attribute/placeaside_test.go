package attribute

import "testing"

// Who stands before a place speaks there only if nobody else begins to speak behind it.
func TestOthersSpeakBehindThePlace(t *testing.T) {
	for _, c := range []claimCase{
		{name: "the governor said", text: "Thirty militants were killed in clashes with the army in Aleppo on Monday the governor said.", want: []string{"k=30 at=Aleppo"}, only: true},
		{name: "medical sources said", text: "A raid killed six herders in Aleppo on Monday medical sources said.", want: []string{"k=6 at=Aleppo"}, only: true},
		{name: "with a comma", text: "Thirty militants were killed in clashes with the army in Aleppo on Monday, the governor said.", want: []string{"k=30 at=Aleppo"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
