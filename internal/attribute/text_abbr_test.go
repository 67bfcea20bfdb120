package attribute

import "testing"

// Whoever is told of by an abbreviation is named in full too, once the report has said what it is for.
func TestAbbreviationInFull(t *testing.T) {
	for _, c := range []claimCase{
		{name: "speaker", text: "The Karm Centre for Human Rights (KCHR) said two people were killed in Homs on Monday. On Tuesday KCHR said three were shot dead in Idlib.",
			want: []string{"k=2 said=(KCHR)", "k=3 said=(KCHR)"}, only: true},
		{name: "doer", text: "The Rapid Support Forces (RSF) shelled El Fasher on Monday, killing 12 people. The RSF killed nine more in Kutum on Tuesday.",
			want: []string{"k=12 by=rapid", "k=9 by=rapid"}, only: true},
		{name: "never explained", text: "KCHR said two people were killed in Homs on Monday.", want: []string{"k=2 said=KCHR"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
