package attribute

import "testing"

func TestWoundsTo(t *testing.T) {
	for _, c := range []claimCase{
		{name: "injuries to two", text: "A grenade exploded in Kosti on Tuesday, resulting in splinter injuries to two villagers, a woman among them.", want: []string{"i=2"}, only: true},
		{name: "injuries to one", text: "A grenade exploded in Kosti on Tuesday, causing minor injuries to a girl.", want: []string{"i=1"}, only: true},
		{name: "inflicting", text: "A mine went off in Kosti on Tuesday, inflicting shrapnel wounds on three soldiers.", want: []string{"i=3"}, only: true},
		{name: "behind deaths", text: "The blast in Kosti on Tuesday led to the deaths of two people and injuries to nine others.", want: []string{"k=2 i=9"}, only: true},
		{name: "a part of the body", text: "A man was found in Kosti on Tuesday with gunshot wounds to the head, police said.", want: []string{"i=1"}},
		{name: "walls", text: "The shelling of Kosti on Tuesday left shrapnel wounds on two walls.", want: []string{"i=none"}},
		{name: "none", text: "A shell hit Kosti on Tuesday and caused no injuries to the two guards.", want: []string{"i=0"}, only: true},
		{name: "lost fingers", text: "A boy lost two fingers when a shell exploded in Kosti on Tuesday.", want: []string{"i=1"}, only: true},
		{name: "lost a leg, from where", text: "A herder from Rami village lost his leg when a landmine went off in Kosti on Tuesday.", want: []string{"i=1"}, only: true},
		{name: "lost cows", text: "A shell hit a farm in Kosti on Tuesday and a farmer lost three cows.", want: []string{"i=none"}},
	} {
		t.Run(c.name, c.run)
	}
}
