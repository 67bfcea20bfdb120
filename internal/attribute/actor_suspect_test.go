package attribute

import "testing"

// Who did it in a town may be told of in a sentence of his own, by what the law does with him.
func TestSuspectOfTown(t *testing.T) {
	const shot = "A deputy was shot dead at a house in Selah on Friday, police said.\n"
	const stabbed = "A man was stabbed to death on Vine Street in Selah on Friday, police said.\n"
	for _, c := range []claimCase{
		{name: "a forename that is a town", text: "The man suspected of killing a jailer and wounding a clerk in Selah on Friday hid in a barn, the sheriff believes.\nThe suspect, Barry Hollins, gave himself up after two hours.",
			want: []string{"ev=shooting by=hollins k=1 i=1"}},
		{name: "whom others shot", text: shot + "Officers shot the suspect, Barry Hollins, behind a barn.", want: []string{"k=1 -by=hollins"}},
		{name: "arrested over it", text: shot + "Police have arrested Karl Hollins, 44, over the killing.", want: []string{"k=1 by=hollins"}, only: true},
		{name: "only arrested", text: shot + "Police have arrested Karl Hollins, 44, over an unpaid fine.", want: []string{"k=1 -by=hollins"}, only: true},
		{name: "went before a court", text: stabbed + "Karl Hollins, Jr., 44, went before a Yakima County judge on Monday on charges of murder and robbery.", want: []string{"k=1 by=hollins"}, only: true},
		{name: "went to the shop", text: stabbed + "Karl Hollins, 44, went before noon to buy flowers for the family.", want: []string{"k=1 -by=hollins"}, only: true},
		{name: "in court", text: stabbed + "Karl Hollins, 44, appeared in court Monday on a murder charge.", want: []string{"k=1 by=hollins on=2017-10-13"}, only: true},
		{name: "the suspect by surname", text: "A judge in Selah kept bond at $2 million for a man charged in a fatal shooting at a barn dance more than a year ago.\nBoth the suspect, Hollins, and the man who was killed, Trask, went to the dance, in the 800 block of Vine Street, on April 29, 2016, according to Jones, the prosecutor. Witnesses told police that Hollins had a firearm then.\nAs Trask walked up to a van that his friends had hired, Hollins drew the gun and fired five times, Jones said.",
			want: []string{"by=hollins at=vine -by=suspect"}},
		{name: "by whom, and an officer", text: "A man who lunged at a guard, blade in hand, was shot dead by Selah police early Friday, the police department said. An officer fired a Taser. An officer shot at him and another officer fired, a spokesman said. The officer shot him twice.",
			want: []string{"ev=shooting k=1 by=police -by=officer"}},
		{name: "himself killed", text: "A teenager suspected of firing at a parade in Selah was killed by a police officer on Friday night, the mayor said.", want: []string{"k=1 by=officer -by=teenager"}, only: true},
		{name: "charged, and others killed", text: "A teenager suspected of firing at a parade in Selah on Friday killed two people, the mayor said.", want: []string{"k=2 by=teenager"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}

// People for whom or near whom something was do not thereby shoot, and somebody may come a long way
// before he does.
func TestBroughtIn(t *testing.T) {
	for _, c := range []claimCase{
		{name: "for students", text: "Shots fired outside a hall after a dance for students killed at least two people in Selah, police said Friday.", want: []string{"k=2+ -by=students"}, only: true},
		{name: "students did", text: "After a dance in Selah two students killed a guard on Friday, police said.", want: []string{"k=1 by=students"}, only: true},
		{name: "that had driven up", text: "Someone in a van that had pulled up to a block party in Selah shot four people, killing one, on Friday, according to police.", want: []string{"k=1 i=3 by=someone"}, only: true},
		{name: "that stopped", text: "Somebody in a van that stopped near a gathering on Vine Street in Selah shot three people Friday.", want: []string{"i=3 by=somebody -by=gathering -by=stopped"}, only: true},
		{name: "the police come", text: "Police reached a parking lot in Selah early Friday and found two men with gunshot wounds.", want: []string{"i=2 -by=police"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
