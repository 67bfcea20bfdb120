package attribute

import "testing"

// Who belongs to what was hit counts one, and so does one whose name is added.
func TestTheOne(t *testing.T) {
	for _, c := range []claimCase{
		{name: "the driver", text: "A drone struck a minibus on the Kosti road on Tuesday; the driver was killed.",
			want: []string{"k=1 i=none"}, only: true},
		{name: "the driver died", text: "Gunmen fired at an ambulance near Gedaref on Tuesday. The driver died and two nurses were wounded.",
			want: []string{"k=1 i=2"}, only: true},
		{name: "two, each with a verb", text: "Gunmen fired at an ambulance near Gedaref on Tuesday; the nurse was killed and the driver was injured.",
			want: []string{"k=1 i=1"}, only: true},
		{name: "whose owner", text: "A shell hit a bakery in Taiz on Monday, whose owner died.",
			want: []string{"k=1"}, only: true},
		{name: "the mayor of", text: "The mayor of Douma was assassinated by unknown gunmen on Monday.", want: []string{"k=1 by=gunmen"}, only: true},
		{name: "the village chief", text: "The village chief was shot dead by gunmen in Douma on Monday.", want: []string{"k=1 by=gunmen"}, only: true},
		{name: "the road of", text: "Two men were shot dead on the road of Qarnab on Monday.", want: []string{"k=2"}, only: true},
		{name: "a candidate for", text: "A candidate for mayor was shot dead in Homs on Monday.", want: []string{"k=1"}, only: true},
		{name: "a meeting of", text: "A meeting of traders was shot at in Homs on Monday and two men were killed.", want: []string{"k=2"}, only: true},
		{name: "a bus conductor", text: "A bus stoker was killed by a shell in Homs on Monday.", want: []string{"k=1"}, only: true},
		{name: "a community leader", text: "A community leader was killed in Homs on Monday.", want: []string{"ev=attack k=1"}, only: true},
		{name: "ages in brackets", text: "A man (41) and his son (9) were killed by a shell in Homs on Monday.", want: []string{"k=2"}, only: true},
		{name: "two girls and the driver", text: "Two girls and the driver died when a shell hit a bus in Taiz on Monday.",
			want: []string{"k=3"}},
		{name: "the suspect is somebody else", text: "Two men were shot dead in Gary on Monday. The suspect was killed.",
			want: []string{"k=2"}},
		{name: "the mother and her children", text: "A rocket hit a tent in Marea on Monday; the mother and her three children were killed.",
			want: []string{"k=4"}, only: true},
		{name: "his name and age", text: "A farmer, Adel Example, 51, was wounded by a landmine near Harad on Sunday.",
			want: []string{"ev=landmine i=1"}, only: true},
		{name: "a guard by name did nothing", text: "A guard, Omar Example, died when a shell hit the clinic in Saraqib on Sunday.",
			want: []string{"k=1 -by=guard"}, only: true},
		{name: "sustained shrapnel wounds", text: "Gunboats shelled the beach at Deir al-Balah on Monday. A fisherman, Jamal Example, 34, sustained shrapnel wounds.",
			want: []string{"ev=shelling i=1"}, only: true},
		{name: "suffered shrapnel injuries", text: "Three labourers suffered shrapnel injuries when a mortar round hit a market in Zabid on Sunday.",
			want: []string{"i=3"}, only: true},
		{name: "lost a leg", text: "A shell landed on a bakery in Taiz on Monday. The owner was killed and his son lost a leg.",
			want: []string{"k=1 i=1"}, only: true},
		{name: "a town's losses", text: "A shell landed in Taiz on Monday, killing two. The town had sustained heavy shrapnel damage.",
			want: []string{"k=2 i=none"}, only: true},
		{name: "the dead and the wounded at", text: "The Zabid Voice put the dead at nine and the wounded at more than 20 after an airstrike on Zabid on Monday.",
			want: []string{"k=9 i=21+ said=zabid"}, only: true},
		{name: "the toll and the number of injured", text: "The ministry put the death toll from Monday's airstrike on Zabid at 12 and the number of injured at 31.",
			want: []string{"k=12 i=31 said=ministry"}, only: true},
		{name: "placed the toll", text: "The Hodeidah Watch placed the death toll of the 5 May airstrike on Zabid at 14.",
			want: []string{"k=14 said=hodeidah"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
