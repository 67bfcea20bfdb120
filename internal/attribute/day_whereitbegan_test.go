package attribute

import "testing"

// A day in the clause that sets the scene is not that of the deed.
func TestWhereItBegan(t *testing.T) {
	const day = "Gunmen killed two people in Homs on Sunday. "
	for _, c := range []claimCase{
		{name: "where they began", text: day + "In Idlib, where rebels began an offensive on Thursday, a shell hit a clinic in Saraqib and wounded nine people.", want: []string{"k=2", "i=9 on=2017-10-15"}, only: true},
		{name: "which they captured", text: day + "The town of Saraqib, which the army captured on October 2, was bombed and nine people were wounded.", want: []string{"k=2", "i=9 on=2017-10-15"}, only: true},
		{name: "besieged since", text: "In Daraa, which the army has besieged since April 25, snipers killed four people on Sunday, residents said.", want: []string{"k=4 on=2017-10-15"}, only: true},
		{name: "where they killed", text: "The town where rebels killed nine people on Thursday, Saraqib, was calm.", want: []string{"k=9 on=2017-10-12"}},
	} {
		t.Run(c.name, c.run)
	}
}
