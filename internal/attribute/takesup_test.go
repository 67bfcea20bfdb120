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
