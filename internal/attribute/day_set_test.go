package attribute

import "testing"

// A sentence without harm may set the day of what comes behind it.
func TestDaySet(t *testing.T) {
	for _, c := range []claimCase{
		{name: "the last call", text: "Two people were shot in Akron on Sunday, police said. The last call came at 12:20 a.m. Monday. Adam Example, 41, was sitting in a car at Elm Street when two men shot him.",
			want: []string{"i=2 on=2017-10-15", "on=2017-10-16"}},
		{name: "protesters marched", text: "On Monday, protesters marched to the square in Homs. Security forces opened fire and killed four of them.", want: []string{"k=4 on=2017-10-16"}},
		{name: "they fought", text: "Gunmen killed nine people in Homs on 2 October.\nTwo militias faced each other near Idlib on 11 October. At least five fighters were killed.", want: []string{"k=9 on=2017-10-02", "k=5+ on=2017-10-11"}},
		{name: "a day far back", text: "This update is of events in May. [1] On May 4th, at about 5 pm, soldiers came to Karm village. One of the shells landed in the yard of Adam Example. A girl of nine was injured.", want: []string{"i=1 on=2017-05-04"}},
		{name: "a list of the dead", text: "The list is updated by the police. No. 23: Adam Example, 30. Oct. 11. A man was shot dead in a garage on Holton Street. No. 22: Jane Example, 40. Oct. 2, Elm Street. A woman was shot dead as she got out of a taxi in Akron.",
			want: []string{"on=2017-10-11", "on=2017-10-02"}},
		{name: "a summary of a day", text: "On Saturday, October 14, protests went on in 17 towns. The following is a summary of them. Homs: A driver was shot in the head at the wheel. Hama: Gunmen killed two men near the mosque.", want: []string{"k=2 on=2017-10-14"}},
		{name: "an account of a month", text: "On the night of 1 to 2 July gunmen entered a guest house in Homs and killed 10 people. The army put the toll at seven. In Idlib, two militias fought each other on 19 July. At least five fighters were killed.", want: []string{"k=10 on=2017-07-01", "k=5+ on=2017-07-19"}},
		{name: "its own day", text: "The market in Homs opened on Monday. On Tuesday gunmen killed four people there.", want: []string{"k=4 on=2017-10-17"}},
		{name: "said on a day", text: "The spokesman said on Monday that roads were open. Shells killed four people in Homs.", want: []string{"k=4 on=2017-10-18"}},
		{name: "a hearing", text: "Four people were shot in Akron. A hearing is set for Monday. The gunman shot two more in a car in Akron.", want: []string{"i=4 on=2017-10-18"}},
		{name: "a vigil", text: "A vigil was held on Monday in Akron. Adam Example was shot in the leg at a bar in Akron.", want: []string{"on=2017-10-18"}},
		{name: "another paragraph", text: "The bridge was closed on Monday.\nFour people were shot in Akron.", want: []string{"i=4 on=2017-10-18"}},
		{name: "an old day", text: "The city fell on 3 June. Shells killed four people in Homs.", want: []string{"k=4 on=2017-10-18"}},
		{name: "arraigned", text: "A man was killed in a shooting in Akron on Sunday. Adam Example was arraigned Tuesday on a murder charge. Example shot the man in the back, the complaint says.", want: []string{"k=1 on=2017-10-15"}},
	} {
		t.Run(c.name, c.run)
	}
}
