package attribute

import "testing"

// What one gunman or one bomb did in a year is an incident; what an army did is a sum.
func TestOneDoer(t *testing.T) {
	for _, c := range []claimCase{
		{name: "a gunman", text: "In 2016, a gunman killed 49 people at a nightclub in Homs.", want: []string{"k=49 at=homs on=2016-01-01 to=2016-12-31"}, only: true},
		{name: "a bomber", text: "In 2014, a suicide bomber killed 70 people at a hospital in Aleppo.", want: []string{"ev=suicide_bombing k=70"}, only: true},
		{name: "when one came", text: "In 2015 nine people were killed when a gunman opened fire at a church in Homs.", want: []string{"ev=shooting k=9"}, only: true},
		{name: "an army", text: "In 2016, the army killed 490 people in Homs.", only: true},
		{name: "many gunmen", text: "In 2016, gunmen killed 49 people in Homs.", only: true},
		{name: "one who says so", text: "In 2016, a man said 49 people were killed in Homs.", only: true},
		{name: "a sum behind", text: "One soldier was killed and two others were wounded in a clash near Homs it added bringing the number of troops killed since January to 32.",
			want: []string{"ev=clash k=1 i=2 at=homs on=2017-10-18"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
