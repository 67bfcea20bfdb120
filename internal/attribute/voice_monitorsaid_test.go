package attribute

import "testing"

// "The monitor" is the one that counts the dead, whoever spoke since; "it" is none of many
// people, and "the group" is no nurse.
func TestMonitorSaid(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"The Karm Observatory for Human Rights said nine people died in Homs. One nurse said she saw it. Two more died, according to the monitor.", "Karm Observatory for Human Rights; One nurse; Karm Observatory for Human Rights"},
		{"The Karm Relief Group said nine people died in Homs. A doctor said he saw it. Two more died, the group said.", "Karm Relief Group; doctor; Karm Relief Group"},
		{"A spokesman for the Karm Front said nine people died in Homs. Two more died, the group said.", "spokesman for the Karm Front; spokesman for the Karm Front"},
		{"Karm News said nine people died in Homs. Most sources said it was a shell. In a post it said that two more had died.", "Karm News; Most sources; Karm News"},
		{"State television on the other hand said that nine people died in Homs.", "State television"},
		{"The hospital in turn said that nine people died in Homs.", "hospital"},
		{"Ruzanna, 42, a nurse at the clinic in Idlib, said that shelling killed nine people in Homs.", "Ruzanna"},
		{"Ruzanna (not her real name), who came back later, said that shelling killed nine people in Homs.", "Ruzanna"},
		{"A 34-year-old mother of four from Idlib said that shelling killed nine people in Homs.", "34-year-old mother of four from Idlib"},
		{"Rahima, 24, from the village of Zor, told researchers in Zoran camp that soldiers shot dead nine men in Homs.", "Rahima"},
		{"A drone killed nine people in Homs, an investigation by Karm Watch has found.", "Karm Watch"},
		{"A survey by Karm Watch shows that a drone killed nine people in Homs.", "Karm Watch"},
		{"A drone killed nine people in Homs, according to a survey by Karm Watch.", "Karm Watch"},
		{"Men on motorcycles whom survivors described as rebels killed nine people in Homs.", "survivors"},
		{"A bag found by the police held a gun. A drone killed nine people in Homs.", ""},
	} {
		if got := credits(t, c.text); got != c.want {
			t.Errorf("%s\ncredits %q, want %q", c.text, got, c.want)
		}
	}
}
