package attribute

import "testing"

// Who puts out pictures of a deed is credited with it, and not with what else they show.
func TestPicturesOfADeed(t *testing.T) {
	for _, c := range []claimCase{
		{name: "a video", text: "Islamic State released a cruel video that shows the execution of 17 men from the village of Tibni on Monday.", want: []string{"ev=killing k=17 by=islamic said=islamic via=video"}, only: true},
		{name: "photos", text: "The Karm Brigade posted online photos of the beheading of nine soldiers near Palmyra on Monday.", want: []string{"ev=killing k=9 said=karm via=photos"}, only: true},
		{name: "activists", text: "Activists circulated videos showing the aftermath of air strikes on the town of Idlib on Monday that killed nine people.", want: []string{"ev=air_strike k=9 said=activists"}, only: true},
		{name: "of what is no deed", text: "A car bomb killed nine people in Damascus on Monday. State television broadcast images of burnt minibuses.", want: []string{"ev=bombing k=9 -said=television"}, only: true},
		{name: "the passive", text: "A video was published showing the execution of 17 men in Tibni on Monday.", want: []string{"ev=killing k=17 -said=video"}, only: true},
		{name: "released prisoners", text: "The army released nine men on Monday after an air strike on Idlib killed a guard, a medic said.", want: []string{"k=1 -said=army said=medic"}},
		{name: "videos shot there", text: "Videos shot in Homs on Monday showed nine bodies.", want: []string{"ev=attack k=9"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
