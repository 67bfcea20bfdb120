package attribute

import "testing"

// What a side lost fell in fighting, unless the means are told.
func TestSideLosses(t *testing.T) {
	const mine = "A bus ran over a roadside mine near Taiz on Sunday and 11 passengers died. "
	for _, c := range []claimCase{
		{name: "losses put at", text: mine + "In Hama, the ministry said 76 rebels were killed on Monday. The rebels put their losses at three.", want: []string{"ev=landmine k=11", "k=76", "ev=clash k=3"}, only: true},
		{name: "lost men and tanks", text: "Artillery hit Hama on Monday. The army claimed to have killed 40 rebels; the rebels said they had lost five men and destroyed three tanks.", want: []string{"ev=clash k=5"}},
		{name: "neutralised", text: "A car bomb killed two traders in Taiz on Monday. In Hama, troops neutralised five militants on Sunday, the army said.", want: []string{"ev=bombing k=2", "ev=clash k=5"}, only: true},
		{name: "neutralised from the air", text: "Troops neutralised five militants in an air strike near Hama on Monday, the army said.", want: []string{"ev=air_strike k=5"}, only: true},
		{name: "both sides", text: "Ten farmers were hacked to death in Taiz on Monday. On Sunday 20 people were killed on both sides in Hama.", want: []string{"ev=killing k=10", "ev=clash k=20"}, only: true},
		{name: "dead of both", text: "Seven soldiers and 12 militants were killed when militants attacked an army base near Hama on Monday.", want: []string{"ev=clash k=7", "ev=clash k=12"}, only: true},
		{name: "dead of one", text: "Seven soldiers were killed when militants attacked an army base near Hama on Monday.", want: []string{"ev=attack k=7"}, only: true},
		{name: "a family", text: "An air strike hit Taiz on Monday. Jane Example said she lost three sons in Taiz.", want: []string{"ev=air_strike k=3"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}

// The houses that burned elsewhere make no arson of a killing.
func TestBurnedElsewhere(t *testing.T) {
	for _, c := range []claimCase{
		{name: "killed elsewhere", text: "Men with torches burned 40 houses in Taiz on Sunday. On Monday gunmen killed five farmers in Hama.", want: []string{"ev=property_destruction", "ev=attack k=5"}, only: true},
		{name: "killed and burned", text: "Militants killed nine people and burned 30 houses in Gwoza on Monday.", want: []string{"ev=attack k=9"}, only: true},
		{name: "by the fire", text: "A mob set fire to a petrol station in Taiz on Monday, injuring a nurse.", want: []string{"ev=property_destruction"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}

// The dead of several attacks did not all die of the means of one of them.
func TestDeadOfSeveralAttacks(t *testing.T) {
	const bomb = " A bomb hit a bus in Taiz on Monday, killing three soldiers. Gunmen later fired at a post in Hama."
	for _, c := range []claimCase{
		{name: "two attacks", text: "Nine people were killed in two attacks in Homs on Monday, police said." + bomb, want: []string{"ev=attack k=9", "ev=bombing k=3"}},
		{name: "separate incidents", text: "Militants killed nine people in three separate incidents in Homs on Monday, police said." + bomb, want: []string{"ev=attack k=9"}},
		{name: "a series", text: "At least nine people were killed in a series of attacks by militants in Homs on Monday." + bomb, want: []string{"ev=attack k=9+"}},
		{name: "two bomb attacks", text: "Nine people were killed in two bomb attacks in Homs on Monday, police said." + bomb, want: []string{"ev=bombing k=9"}},
		{name: "one attack", text: "Nine people were killed in the attack in Homs on Monday, police said. The bomb hit a bus.", want: []string{"ev=bombing k=9"}},
		{name: "launched attacks", text: "The group launched two attacks on army posts in Homs on Monday, killing nine soldiers in fighting.", want: []string{"ev=clash k=9"}},
	} {
		t.Run(c.name, c.run)
	}
}
