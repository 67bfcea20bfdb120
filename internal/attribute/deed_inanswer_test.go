package attribute

import "testing"

// One sentence tells two deeds where one answers the other: each has its own doers, place, day and dead.
func TestDeedInAnswer(t *testing.T) {
	for _, c := range []claimCase{
		{name: "in response to", text: "Northland fired missiles at the Karm air base on Friday in response to a gas attack on Homs on Tuesday that killed 87 people.",
			want: []string{"ev=shelling at=karm on=2017-10-13", "ev=chemical_attack k=87 at=homs on=2017-10-17"}, only: true},
		{name: "in revenge for", text: "Rebels shelled Idlib on Monday in revenge for an offensive on Homs on Sunday that left nine people dead.",
			want: []string{"ev=shelling at=idlib on=2017-10-16 by=rebels", "k=9 at=homs on=2017-10-15"}, only: true},
		{name: "acted in response to", text: "Shells fell on Homs on Monday, killing two. The brigade said it had acted in response to air strikes on Idlib.",
			want: []string{"ev=shelling k=2 at=homs", "ev=air_strike at=idlib -by=brigade"}, only: true},
		{name: "an answer to", text: "Drones struck a depot in Homs on Monday. The army said the strike was an answer to the shelling of Idlib that killed five on Sunday.",
			want: []string{"ev=drone_strike at=homs on=2017-10-16", "ev=shelling k=5 at=idlib on=2017-10-15"}, only: true},
		{name: "in passing", text: "Soldiers killed nine people in Homs on Monday with rounds fired in response to an attack on their post.", want: []string{"k=9 at=homs by=soldiers"}, only: true},
		{name: "only called the attack", text: "Soldiers killed nine people in Homs on Monday in response to the attack.", want: []string{"k=9 at=homs by=soldiers"}, only: true},
		{name: "responded by", text: "Rebels killed four soldiers in Homs on Monday and the army responded by shelling Idlib, killing two civilians.",
			want: []string{"k=4 at=homs by=rebels", "ev=shelling k=2 at=idlib -by=rebels"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}

// What happened before or besides, with days or doers of its own, is another deed.
func TestDeedBesides(t *testing.T) {
	for _, c := range []claimCase{
		{name: "after, with two days", text: "Israel bombed Gaza City on Monday after a rocket wounded two people in Sderot on Sunday.",
			want: []string{"at=gaza on=2017-10-16 by=israel", "ev=shelling i=2 at=sderot on=2017-10-15 -by=israel"}, only: true},
		{name: "after, with two doers", text: "Israel shelled Tyre on Monday after Hezbollah fired rockets at Kiryat Shmona, wounding two people.",
			want: []string{"ev=shelling at=tyre by=israel -by=hezbollah", "i=2 at=kiryat by=hezbollah -by=israel"}, only: true},
		{name: "arrested over", text: "Troops arrested a man in Idlib over a bombing in Homs on Monday that killed nine people.", want: []string{"k=9 at=homs -by=troops"}, only: true},
		{name: "protested over", text: "Thousands protested in Idlib on Monday over the killing of a student in Homs last week.", want: []string{"k=1 at=homs on=2017-10-09 to=2017-10-15"}, only: true},
		{name: "after blaming", text: "Turkey bombed Qamishli on Monday after blaming rebels for a bombing in Ankara that killed six.",
			want: []string{"at=qamishli by=turkey", "k=6 at=ankara by=rebels -by=turkey"}, only: true},
		{name: "which killed last week", text: "The Karm Front, which killed 20 people in Homs last week, bombed a market in Idlib on Monday.",
			want: []string{"k=20 at=homs on=2017-10-09", "in=idlib on=2017-10-16"}, only: true},
		{name: "who had killed", text: "Police shot dead a man in Homs on Monday who had killed five people in Idlib in 2015.",
			want: []string{"ev=shooting k=1 at=homs on=2017-10-16 by=police", "k=5 at=idlib -by=police"}, only: true},
		{name: "another mine", text: "Gunmen killed four people in Homs on Monday; on Sunday, a mine killed two in Idlib.",
			want: []string{"k=4 at=homs on=2017-10-16 by=gunmen", "ev=landmine k=2 at=idlib on=2017-10-15 -by=gunmen"}, only: true},
		{name: "while others", text: "As rebels shelled Homs on Monday, killing four, army jets bombed Idlib, killing nine.",
			want: []string{"ev=shelling k=4 at=homs by=rebels", "ev=air_strike k=9 at=idlib by=jets"}, only: true},
		{name: "attackers who are shot then", text: "Four people were killed in Homs on Monday; two of the attackers were shot dead by police.",
			want: []string{"k=4 -by=police", "ev=shooting k=2 by=police"}, only: true},
		{name: "before police shot him", text: "Four people were killed in Homs on Monday before police shot the attacker dead.",
			want: []string{"k=4 -by=police", "ev=shooting k=1 by=police"}, only: true},
		{name: "one doer", text: "A policeman shot dead his wife and two children in Homs on Monday before killing himself.", want: []string{"ev=shooting k=4 by=policeman"}, only: true},
		{name: "one attack", text: "Militants who attacked Homs on Sunday killed four people there on Monday.", want: []string{"k=4 at=homs by=militants"}, only: true},
		{name: "what he died of", text: "A man died in Homs on Monday after soldiers shot him in Idlib on Sunday.", want: []string{"k=1 by=soldiers"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
