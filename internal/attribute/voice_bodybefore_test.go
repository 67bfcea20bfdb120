package attribute

import "testing"

// A word that calls any body so means the one that spoke last, and a person's title does
// not hide his name.
func TestBodyThatSpokeBefore(t *testing.T) {
	for _, c := range []claimCase{
		{name: "the network", text: "Sixteen people died in shelling of Homs on Monday, the Harasta Relief Committees said. Three people were killed in Idlib on Monday, the network added.",
			want: []string{"k=3 at=Idlib said=harasta_relief_committees"}},
		{name: "the agency", text: "A trooper shot a man on Monday in Homs, the Karm Bureau of Investigation said. The man was killed on the road to Idlib, the agency said in a release.",
			want: []string{"said=karm_bureau_of_investigation -said=agency"}},
		{name: "residents are no network", text: "Residents said shells killed three people in Homs on Monday. Two people were killed in Idlib on Monday, the network said.",
			want: []string{"k=2 at=Idlib -said=residents"}},
		{name: "a doctor", text: "Seven medics died when jets struck near the hospital in Idlib on Monday, according to the hospital's director, Dr. Elias Example.",
			want: []string{"k=7 said=elias_example"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
