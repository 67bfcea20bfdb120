package attribute

import "testing"

// Any noun for a person, or an age, names who did it where a verb of killing says so.
func TestWhoeverDidIt(t *testing.T) {
	for _, c := range []claimCase{
		{name: "driver got out", text: "A guard was walking back to his booth in Macon when the driver got out and fired at least four times, police said.", want: []string{"ev=shooting by=driver"}},
		{name: "stranger", text: "A stranger walked into a shop in Macon on Monday and shot a clerk dead.", want: []string{"k=1 by=stranger"}},
		{name: "robber", text: "The robber came in with a pistol and shot the clerk dead at a shop in Macon on Monday.", want: []string{"k=1 by=robber"}},
		{name: "charged by age", text: "A 16-year-old has been charged with murder in the shooting death of another teen in Macon, police said.", want: []string{"k=1 by=16-year-old"}},
		{name: "shot up", text: "Somebody shot up a house in Macon on Monday, wounding a girl.", want: []string{"i=1 by=Somebody"}},
		{name: "county deputy", text: "A man was shot by a Boise County deputy on Monday, officials said.", want: []string{"i=1 by=Boise_County_deputy"}},
		{name: "at the scene", text: "Police are at the scene of a shooting in Boise that wounded two men.", want: []string{"i=2 -by=Police"}},
		{name: "fired at a group", text: "Two people in a dark car fired at a group in Boise on Monday, wounding a girl.", want: []string{"ev=shooting i=1 by=people"}},
		{name: "landslide", text: "Rebels shelled Macon on Monday, wounding two people. A landslide killed four people.", want: []string{"i=2 by=Rebels"}},
	} {
		t.Run(c.name, c.run)
	}
}

// Whom a gun or a knife hit is the object of the verb, and what follows says how he fares.
func TestWhomTheyShot(t *testing.T) {
	for _, c := range []claimCase{
		{name: "in the leg", text: "A man shot the owner in the leg at a shop in Macon on Monday.", want: []string{"k=none i=1 by=man"}},
		{name: "dead", text: "Two men shot the clerk dead at a shop in Macon on Monday.", want: []string{"k=1 i=none"}},
		{name: "hitting", text: "Someone fired into a crowd in Macon on Monday, hitting two women.", want: []string{"i=2 by=Someone"}},
		{name: "stabbed her", text: "A woman stabbed her husband in the neck in Macon on Monday.", want: []string{"i=1 by=woman"}},
		{name: "were hit", text: "Gunmen opened fire at a party in Macon on Monday. Three people were hit.", want: []string{"ev=shooting i=3"}, only: true},
		{name: "when he was", text: "A 44-year-old man was walking to a store in Macon on Monday when he was shot in the calf.", want: []string{"i=1"}, only: true},
		{name: "a thing", text: "Rebels fired at a village near Homs on Monday, hitting the vicinity of a school.", want: []string{"i=none by=Rebels"}},
	} {
		t.Run(c.name, c.run)
	}
}

// Who is about in a country did nothing by that, nor is it told of whom it is asked which of them did.
func TestWhichOfThem(t *testing.T) {
	for _, c := range []claimCase{
		{name: "which aircraft", text: "Missiles from the air destroyed a school near Taiz on Monday and killed nine people. Government and allied Northland warplanes fly over the region, but nobody knows which planes fired them, the council said.", want: []string{"k=9 -by=government -by=northland -by=aircraft"}, only: true},
		{name: "whose jets", text: "An air strike on Taiz on Monday killed nine people. It was not clear whose jets hit the town, a medic said.", want: []string{"k=9 -by=jets"}, only: true},
		{name: "armed groups operate there", text: "Nine people were shot dead on Monday in Taiz, where armed groups operate in the hills.", want: []string{"k=9 -by=groups"}, only: true},
		{name: "they operate, but which fired", text: "Nine people were killed by shelling on Monday in Taiz, where Northland militants operate in the hills, but it is not known which planes fired.", want: []string{"k=9 -by=militants -by=planes"}, only: true},
		{name: "whose jets bombed", text: "It was not known whose jets bombed a school near Taiz on Monday, killing nine people.", want: []string{"ev=air_strike k=9 -by=jets"}, only: true},
		{name: "which militia shelled", text: "It was not known which militia shelled a school near Taiz on Monday, killing nine people.", want: []string{"ev=shelling k=9 -by=militia"}, only: true},
		{name: "from which hill", text: "It was not clear from which hill the militia had shelled Taiz on Monday, killing nine people.", want: []string{"ev=shelling k=9 by=militia"}, only: true},
		{name: "who struck", text: "Government aircraft which struck a clinic in Idlib on Monday killed nine people.", want: []string{"k=9 by=aircraft"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
