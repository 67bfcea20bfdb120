package attribute

import "testing"

// Sentences that name a deed, or harm, and claim nothing of it.
func TestNothingClaimed(t *testing.T) {
	for _, c := range []claimCase{
		{name: "who did it is not clear", text: "It was not immediately clear who carried out the air strikes on Saraqib on Monday.", only: true},
		{name: "unclear if", text: "It was unclear if the raids on Idlib on Monday were carried out by one side or the other.", only: true},
		{name: "did not say how many", text: "Police did not say how many people were hurt in the blast in Homs on Monday.", only: true},
		{name: "declined to comment", text: "The ministry declined to comment on the drone strike in Idlib on Monday.", only: true},
		{name: "no figures", text: "A shell hit a base near Kosti on Monday. Officials gave no casualty figures for the attack.",
			want: []string{"ev=shelling k=none i=none"}, only: true},
		{name: "urged to stop", text: "The envoy urged both sides to stop the shelling of residential areas in Idlib.", only: true},
		{name: "an end to", text: "The envoy called for an end to the shelling of Idlib.", only: true},
		{name: "they did not stop it", text: "Soldiers shelled a market in Idlib on Monday and did not stop when police called.", want: []string{"ev=shelling at=market"}, only: true},
		{name: "again and again", text: "Warplanes regularly bomb Idlib.", only: true},
		{name: "a daily occurrence", text: "In recent weeks rocket attacks have become almost a daily occurrence in Idlib.", only: true},
		{name: "raids are frequent", text: "Air raids are frequent in Idlib.", only: true},
		{name: "denied as always", text: "A gas attack killed five people in Idlib on Monday, doctors said. The army has consistently denied using chemical weapons.", want: []string{"k=5"}, only: true},
		{name: "that attack, always denied", text: "A gas attack killed five people in Idlib on Monday, doctors said. The army has always denied responsibility for that attack.", want: []string{"k=5", "st=denied"}, only: true},
		{name: "in the past", text: "The rebels have in the past shelled residential areas of Idlib.", only: true},
		{name: "in the past week", text: "The rebels have in the past week shelled residential areas of Idlib.", want: []string{"ev=shelling"}, only: true},
		{name: "condemned with a verb", text: "A bomb killed nine people in Homs on Monday. The governor condemned the attack. A bishop condemned the bombing that hit Homs.", want: []string{"k=9"}, only: true},
		{name: "a drill", text: "Rescuers in Idlib held a drill on Monday that simulated a missile attack with dozens of wounded.", only: true},
		{name: "a film", text: "The film tells the story of a sniper who killed 40 soldiers in Homs.", only: true},
		{name: "a road accident", text: "Two people died in a car crash near Homs on Monday, police said.", only: true},
		{name: "a boat", text: "Eleven people drowned when a boat capsized off Latakia on Monday.", only: true},
		{name: "a storm", text: "A powerful storm battered Latakia on Monday, killing two people.", only: true},
		{name: "troops storm", text: "Troops stormed a village near Homs on Monday, killing two people.", want: []string{"k=2"}, only: true},
		{name: "shells and floods", text: "Shells killed two people who had fled floods near Homs on Monday.", want: []string{"ev=shelling k=2"}, only: true},
		{name: "to death, by a court", text: "A court in Homs sentenced three men to death on Monday.", only: true},
		{name: "the death penalty", text: "A judge gave three men the death penalty in Homs on Monday.", only: true},
		{name: "stabbed to death", text: "A man stabbed two women to death in Homs on Monday.", want: []string{"k=2"}, only: true},
		{name: "sirens", text: "Air raid sirens sounded in Idlib and eight other regions on Monday.", only: true},
		{name: "a bomb of another war", text: "Experts made safe a wartime bomb found in Homs on Monday.", only: true},
		{name: "a threat by telephone", text: "A bomb threat forced the evacuation of the airport in Homs on Monday.", only: true},
	} {
		t.Run(c.name, c.run)
	}
}
