package attribute

import "testing"

// A deed told by another's day, "three days after a bomb killed nine", keeps its own, and what
// comes behind goes on with that.
func TestDaysSetAgainst(t *testing.T) {
	for _, c := range []claimCase{
		{name: "days after", text: "Gunmen killed 26 farmers in Homs three days after an air strike killed 62 soldiers in Hama.", want: []string{"k=26 on=2017-10-18", "k=62 on=2017-10-15"}, only: true},
		{name: "a day after", text: "Gunmen killed 26 farmers in Homs a day after an air strike killed 62 soldiers in Hama. A shell killed five people in Idlib.",
			want: []string{"k=26 on=2017-10-18", "k=62 on=2017-10-17", "k=5 on=2017-10-18"}, only: true},
		{name: "further to the east", text: "A shell killed nine people in Homs on Wednesday. On Monday another shell had killed two people in Hama. Further to the east aircraft bombed Idlib killing four people.",
			want: []string{"k=9 on=2017-10-18", "k=2 on=2017-10-16", "k=4 on=2017-10-18"}, only: true},
		{name: "also in", text: "A shell killed nine people in Homs on Wednesday. On Monday another shell had killed two people in Hama. Also in the province of Idlib a bomb killed four people.",
			want: []string{"k=9 on=2017-10-18", "k=2 on=2017-10-16", "k=4 on=2017-10-18"}, only: true},
		{name: "and in", text: "A shell killed nine people in Homs on Wednesday. On Monday another shell had killed two people in Hama. And in Idlib a bomb killed four people.",
			want: []string{"k=9 on=2017-10-18", "k=2 on=2017-10-16", "k=4 on=2017-10-18"}, only: true},
		// the day is that of what goes on
		{name: "and more", text: "A shell killed nine people in Homs on Monday. And a doctor there said two children died in the blast.", want: []string{"k=2 on=2017-10-16"}},
		{name: "its own day", text: "On Tuesday gunmen killed 26 farmers in Homs three days after an air strike killed 62 soldiers in Hama.", want: []string{"k=26 on=2017-10-17", "k=62 on=2017-10-14"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
