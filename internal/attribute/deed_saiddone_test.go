package attribute

import "testing"

// Verbs and turns that tell what an armed body did.
func TestSaidDone(t *testing.T) {
	for _, c := range []claimCase{
		{name: "triggered", text: "Four officers of the Karm Guard were killed when rebels triggered a landmine under their car near Aleppo on Monday, police said.", want: []string{"k=4 by=rebels"}, only: true},
		{name: "hurled", text: "Suspected militants hurled a grenade at a bank in Hama on Monday, wounding two people, police said.", want: []string{"i=2 by=militants"}, only: true},
		{name: "took part", text: "Activists say gunmen from two villages took part in the killing of 11 members of a family near Hama on Monday.", want: []string{"k=11 by=gunmen"}, only: true},
		{name: "behind it", text: "Activists say the army was behind the killing of 11 members of a family near Hama on Monday.", want: []string{"k=11 by=army"}, only: true},
		{name: "in its custody", text: "Two students died in the custody of military intelligence in Damascus on Monday, relatives said.", want: []string{"k=2 by=intelligence"}, only: true},
		{name: "in its fire", text: "Four men were killed in army fire on a market in Hama on Monday.", want: []string{"k=4 by=army"}, only: true},
		{name: "what like it is", text: "Twelve men suspected of feeding rebels were executed in Hama on Monday by regional special police.", want: []string{"k=12 by=police"}, only: true},
		{name: "secret police", text: "A boy was shot in the neck and killed by secret police in Hama on Monday, a relative said.", want: []string{"k=1 by=police"}, only: true},
		{name: "who hit with what", text: "The enemy hit Aleppo with guided bombs on Monday, and a man was killed in his yard.", want: []string{"k=1 by=enemy"}, only: true},
		{name: "servicemen", text: "Russian servicemen fired at a bus near Hama on Monday and killed two people.", want: []string{"k=2 by=servicemen"}, only: true},
		{name: "under others' fire", text: "Two policemen were killed in rebel fire in Hama on Monday.", want: []string{"k=2 by=rebel -by=policemen"}, only: true},
		{name: "who looks on", text: "The Karm rescue group released pictures of two men killed in a raid in Hama on Monday.", want: []string{"-by=group"}},
	} {
		t.Run(c.name, c.run)
	}
}
