package attribute

import "testing"

// Whom a paper asked tells, not the paper; who holds what was gathered is known by his name, and an
// outlet that hands on what residents say is named with them.
func TestWhoTellsThePaper(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Reuters spoke to a farmer who said raiders killed nine people in Homs.", "farmer"},
		{"The Karm Relief Service talked by phone to a nurse who said raiders killed nine people in Homs.", "nurse"},
		{"SANA interviewed a nurse who said raiders killed nine people in Homs.", "nurse"},
		{"The minister, who spoke to reporters in Homs, said raiders killed nine people.", "minister"},
		{"Reuters, which sent two reporters to a town, said raiders killed nine people in Homs.", "Reuters"},
		{"According to information the Karm Relief Service has obtained, raiders killed nine people in Homs.", "Karm Relief Service"},
		{"According to data that the Karm Relief Service collected, raiders killed nine people in Homs.", "Karm Relief Service"},
		{"Reuters said a shell, according to residents, killed nine people in Homs.", "residents+Reuters"},
		{"SANA reported that nine people were killed in Homs, according to doctors.", "doctors+SANA"},
		{"The army said nine people were killed in Homs, according to Reuters.", "army; Reuters"},
		{"Sources in the Karm and Zoran hospitals told Reuters that nine people were killed in Homs.", "Sources in the Karm and Zoran hospitals"},
		{"Officials at the Karm and Zoran hospitals said nine people were killed in Homs.", "Officials at the Karm and Zoran hospitals"},
		{"Officials in Homs and Hama said nine people were killed in Karm.", "Officials in Homs and Hama"},
		{"Local residents of Homs and Hama told Reuters that nine people were killed in Karm.", "Local residents of Homs and Hama"},
		{"Shells fell in Homs and Turkey said nine people were killed.", "Turkey"},
		{"Officials at the Karm hospital and residents said nine people were killed in Homs.", "Officials at the Karm hospital and residents"},
	} {
		if got := credits(t, c.text); got != c.want {
			t.Errorf("%q: got %q, want %q", c.text, got, c.want)
		}
	}
}
