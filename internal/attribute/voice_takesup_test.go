package attribute

import "testing"

// What another speaker counts or claims of a deed, without a word of where it was, was where
// the deed was.
func TestTakenUp(t *testing.T) {
	for _, c := range []claimCase{
		{name: "a nurse", text: "Suicide bombers struck two checkpoints in Idlib on Monday, killing at least 17 people, police said. A nurse at the hospital in Homs said that 23 wounded had been brought in.", want: []string{"k=17+ at=Idlib", "i=23 at=Idlib"}},
		{name: "who claims it", text: "Gunmen killed six soldiers in an attack on a post near Idlib on Monday, the army said. A spokesman of the group claimed the attack and said that more than ten soldiers were killed.", want: []string{"k=6 at=Idlib", "k=11+ at=Idlib"}},
		{name: "a count of a kind of its own", text: "Gunmen killed six soldiers in an attack on a post near Idlib on Monday, the army said. A field commander of the group told the agency that ten soldiers were shot dead.", want: []string{"k=6 at=Idlib", "k=10 at=Idlib"}},
		{name: "another attack", text: "Gunmen killed six soldiers in an attack on a post in Idlib on Monday, the army said. In another attack, a bomb wounded three people in Homs, police said.", want: []string{"k=6 at=Idlib", "i=3 at=Homs"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}

// A claim that names no place but the kind of spot is of the deed at such a spot told before.
func TestSameSpot(t *testing.T) {
	for _, c := range []claimCase{
		{name: "the school of the first deed", text: "A missile struck a school in Homs on Monday, killing three people, the governor said.\nIn Douma a man was killed by shelling.\nThe defence ministry denied hitting the school.",
			want: []string{"k=3 at=homs", "k=1 at=douma", "st=denied at=homs"}},
		{name: "wounded at the market", text: "A bomb exploded at a market in Homs on Monday, killing three people.\nGunmen shot dead a policeman in Douma, police said.\nThe army said it had targeted rebels near the market.",
			want: []string{"k=3 at=homs", "k=1 at=douma", "said=army at=homs"}},
		{name: "a spot with a name of its own", text: "A missile struck a school in Homs on Monday, killing three people, the governor said.\nThe army said two people were killed at the school in Douma.",
			want: []string{"k=3 at=homs", "k=2 at=douma"}},
	} {
		t.Run(c.name, c.run)
	}
}
