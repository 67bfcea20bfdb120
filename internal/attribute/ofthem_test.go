package attribute

import "testing"

// Who died of those who were shot is told a sentence later.
func TestDiedOfThose(t *testing.T) {
	for _, c := range []claimCase{
		{name: "the woman", text: "A man and a woman were shot in Homs on Monday. The woman died at the scene and the man is in stable condition.", want: []string{"k=1 i=1"}, only: true},
		{name: "one of them", text: "Two women were shot in Homs on Monday. One of them died.", want: []string{"k=1 i=1"}, only: true},
		{name: "one, a boy", text: "Three teens were shot in Homs on Monday. One, a 16-year-old boy, died at a hospital.", want: []string{"k=1 i=2"}, only: true},
		{name: "the victim", text: "A man was shot in the leg in Homs on Monday. The victim was pronounced dead at the scene.", want: []string{"k=1 i=none"}, only: true},
		{name: "he is none of several", text: "Three men were shot in Homs on Monday. The mayor went there. He died at his home a year later.", want: []string{"i=3"}, only: true},
		{name: "nobody told of before", text: "A rocket hit a market in Homs on Monday. The woman died at home.", want: []string{"k=none"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
