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

// What police find, or do not find.
func TestFound(t *testing.T) {
	for _, c := range []claimCase{
		{name: "a man who had been shot", text: "Officers in Homs found a man lying between two houses on Monday. He had been shot several times and died at the scene.", want: []string{"ev=shooting k=1"}, only: true},
		{name: "asthma", text: "A rocket hit a school in Homs on Monday. One student was treated for an asthma attack.", want: []string{"i=none"}, only: true},
		{name: "not confirmed", text: "Police have not confirmed that shots were fired in a mall in Homs on Monday.", only: true},
		{name: "no evidence", text: "Police found no evidence of a shooting at a school in Homs on Monday.", only: true},
		{name: "shots rang out", text: "Three people were struck when shots rang out in a crowd in Homs on Monday.", want: []string{"ev=shooting i=3"}, only: true},
		{name: "riddled", text: "A house on Example Street was riddled with bullets on Monday, police in Homs said.", want: []string{"ev=shooting"}, only: true},
		{name: "a bullet", text: "A bullet grazed a woman in Homs on Monday.", want: []string{"ev=shooting i=1"}, only: true},
		{name: "at area hospitals", text: "Four people were dead and 13 were at area hospitals after a shooting in Homs on Monday.", want: []string{"k=4 i=13"}, only: true},
		{name: "another", text: "One man was fatally shot and another critically wounded in Homs on Monday.", want: []string{"k=1 i=1"}, only: true},
		{name: "carjacked", text: "A woman was carjacked at gunpoint in Homs on Monday, police said.", want: []string{"ev=attack"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
