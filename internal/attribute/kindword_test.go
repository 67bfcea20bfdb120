package attribute

import "testing"

// What kind of deed is told, by words that mean one or another.
func TestKindWords(t *testing.T) {
	for _, c := range []claimCase{
		{name: "suicide bombers among the dead", text: "The army killed 75 militants including suicide bombers in Idlib on Monday.",
			want: []string{"ev=clash k=75 by=army"}, only: true},
		{name: "their vests", text: "Soldiers killed five attackers wearing suicide vests in Idlib on Monday.",
			want: []string{"ev=clash k=5 by=soldiers"}, only: true},
		{name: "by a suicide bomber", text: "Nine people were killed by a suicide bomber in Idlib on Monday.",
			want: []string{"ev=suicide_bombing k=9"}, only: true},
		{name: "who did it among the dead", text: "The attack killed nine people including the suicide bombers in Idlib on Monday.",
			want: []string{"ev=suicide_bombing k=9"}, only: true},
		{name: "killed in crossfire", text: "Three civilians were killed in crossfire in Idlib on Monday.",
			want: []string{"ev=clash k=3"}, only: true},
		{name: "caught in the crossfire", text: "A woman was caught in the crossfire in Gary on Monday and died.",
			want: []string{"ev=shooting k=1"}, only: true},
		{name: "burned alive", text: "A mob burned four people alive in Lagos on Monday.",
			want: []string{"ev=killing k=4 by=mob"}, only: true},
		{name: "beat to death", text: "A mob beat 11 officers to death in Lagos on Monday.",
			want: []string{"ev=attack k=11 by=mob"}, only: true},
		{name: "beaten, and no more", text: "Soldiers beat nine villagers in Kani on Monday.",
			want: []string{"ev=ill_treatment k=none by=soldiers"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
