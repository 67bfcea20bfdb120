package attribute

import "testing"

// One gunman who harms people shot them; gunmen in numbers may have done anything.
func TestByGunman(t *testing.T) {
	for _, c := range []claimCase{
		{name: "one", text: "A gunman killed three people in Mosul on Friday, police said.", want: []string{"ev=shooting k=3"}, only: true},
		{name: "wounded", text: "A lone gunman wounded three people in Mosul on Friday, officials said.", want: []string{"ev=shooting i=3"}, only: true},
		{name: "several", text: "Gunmen killed three people in Mosul on Friday, police said.", want: []string{"ev=attack k=3"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}

// That somebody was arrested is not what wounded people.
func TestWoundedIsNoArrest(t *testing.T) {
	for _, c := range []claimCase{
		{name: "who did it", text: "A lone gunman wounded three people in Mosul on Friday and was arrested, officials said.", want: []string{"ev=shooting i=3"}, only: true},
		{name: "behind it", text: "A man was arrested after wounding three people in a market in Mosul on Friday, officials said.", want: []string{"ev=attack i=3"}, only: true},
		{name: "others", text: "Security forces wounded three people in Mosul on Friday and arrested 20, activists said.", want: []string{"ev=attack i=3"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}

// Men on the ground have no planes, whatever else the report tells of.
func TestByMenOnGround(t *testing.T) {
	const air = "Barrel bombs dropped by the air force killed nine people in Karm on Sunday. "
	for _, c := range []claimCase{
		{name: "gunmen", text: air + "On Monday gunmen wounded 50 people in Aleppo, the network said.", want: []string{"ev=air_strike k=9", "ev=attack i=50 by=gunmen"}, only: true},
		{name: "an army has both", text: air + "On Monday regime forces killed 50 people in Kutum, the network said.", want: []string{"ev=air_strike k=9", "ev=air_strike k=50"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}

// A list says who did it once.
func TestDoersOfList(t *testing.T) {
	const air = "Barrel bombs dropped by the air force killed nine people in Karm on Sunday. "
	for _, c := range []claimCase{
		{name: "killed", text: air + "On Monday regime forces killed 40 people in Kutum, 12 in Goma and five in Kosti, the network said.",
			want: []string{"k=9 by=air_force", "k=40 by=regime_forces at=kutum", "k=12 by=regime_forces at=goma", "k=5 by=regime_forces at=kosti"}, only: true},
		{name: "wounded", text: air + "On Monday gunmen wounded 50 people in Aleppo and seven in Hama, the network said.",
			want: []string{"k=9", "ev=attack i=50 by=gunmen at=aleppo", "ev=attack i=7 by=gunmen at=hama"}, only: true},
		{name: "a verb of its own", text: "On Monday rebels killed five people in Aleppo and the army killed seven in Hama, the network said.",
			want: []string{"k=5 by=rebels at=aleppo", "k=7 by=army at=hama"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}

// An attack of which nobody died is no killing that the report tells of besides; a missile that is shot is no bullet.
func TestOtherKindsOfTheReport(t *testing.T) {
	for _, c := range []claimCase{
		{name: "assassinated elsewhere", text: "On Tuesday fighters assassinated a militia leader in Djenne. Rioters attacked the convoy of a candidate in Kutum on Monday.",
			want: []string{"ev=killing k=1", "ev=attack by=rioters"}, only: true},
		{name: "shot missiles", text: "Agents shot two missiles at a motorcycle near Mir Ali on Monday, killing two people.", want: []string{"ev=shelling k=2"}, only: true},
		{name: "shot near rockets", text: "Rebels shot dead two shepherds near a rocket depot in Kutum on Monday.", want: []string{"ev=shooting k=2"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}

// Shells that are shot are no bullets.
func TestShotShells(t *testing.T) {
	c := claimCase{text: "Militants shot mortar shells at the town of Karm on Monday, damaging a school, the agency said.", want: []string{"ev=shelling by=militants at=karm"}, only: true}
	c.run(t)
}

// A death that people remember is no claim; places beside a town are no people.
func TestRememberedAndPlaces(t *testing.T) {
	for _, c := range []claimCase{
		{name: "an anniversary", text: "A car bomb in Baghdad on Monday killed at least 18 visitors who had come on the anniversary of the death of a saint.", want: []string{"k=18+"}, only: true},
		{name: "a death", text: "Police in Karm told of the death of a saint in an air strike on Monday.", want: []string{"k=1"}, only: true},
		{name: "other places", text: "Police shot six dead at marches in Homs and two other places on Friday, the group said.", want: []string{"k=6"}, only: true},
		{name: "a quarter named as a broadcaster is", text: "Mortar shells hit al-Sumaria neighborhood in Damascus on Monday, wounding nine people.", want: []string{"i=9 at=al-sumaria in=damascus"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
