package attribute

import "testing"

// Where somebody tells of a deed is not where it happened; what stands behind a named
// building did.
func TestToldFrom(t *testing.T) {
	for _, c := range []claimCase{
		{name: "from a border town", text: "Nine people were killed by shells on Monday, a medic told Karm News from the border town of Zoran.",
			want: []string{"k=9 -at=zoran"}, only: true},
		{name: "a conference where it happened", text: "Shells killed nine people on Monday, the governor told a news conference in Hama.",
			want: []string{"k=9 at=hama"}, only: true},
		{name: "behind a school", text: "A boy was found shot to death behind Northfield High School in Flint on Monday.",
			want: []string{"k=1 at=northfield in=flint"}, only: true},
		{name: "beneath a bridge", text: "Two men were found shot dead beneath the Redmoor Bridge in Milwaukee on Sunday.",
			want: []string{"k=2 at=redmoor in=milwaukee"}, only: true},
		{name: "a short first word that is a town", text: "Gunmen attacked the village of Dan Worri in Katsina state on Sunday and killed six people.",
			want: []string{"k=6 at=worri"}, only: true},
		{name: "a region's district", text: "Armed men attacked Tillaberi region's Banibangou district on Tuesday, killing 69 people.",
			want: []string{"k=69 at=banibangou"}, only: true},
		{name: "a state's area", text: "Six farmers were killed on Monday in Plateau State's Bokkos area.",
			want: []string{"k=6 at=bokkos"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
