package attribute

import "testing"

// Where a speaker sits or whom he speaks for is not where the deed was that he tells of.
func TestPlaceOfSpeaker(t *testing.T) {
	for _, c := range []claimCase{
		{name: "of a body", text: "Rebels stormed Idlib on Sunday. Colonel Adam Example of the gendarmerie in Homs said that four rebels were killed.", want: []string{"k=4 at=idlib"}},
		{name: "a member", text: "Gunmen stormed Idlib on Sunday. A member of the Civilian Task Force in Homs said 41 people had been killed.", want: []string{"k=41 at=idlib"}},
		{name: "a spokesman", text: "Rebels overran two posts in Idlib on Sunday, killing 16 policemen. Adam Example, a spokesman for the governor of Homs, said only five officers were killed.", want: []string{"k=5 at=idlib"}},
		{name: "who heads", text: "Gunmen raided Idlib on Sunday, killing nine people. Adam Example, who heads a group of activists in Homs, said 11 people died.", want: []string{"k=11 at=idlib"}},
		{name: "behind the verb", text: "Gunmen raided Idlib on Sunday. At least nine people were killed, said Adam Example, spokesman for a group in Homs.", want: []string{"k=9+ at=idlib"}},
		{name: "the mayor of the next town", text: "A bomb went off in Idlib on Sunday. Adam Example, the mayor of nearby Homs, said nine people were killed.", want: []string{"k=9 at=idlib"}},
		{name: "the deed's", text: "A bomb went off in Idlib on Sunday. Residents of Homs said nine people were killed there by shells.", want: []string{"k=9 at=homs"}},
		{name: "separately", text: "A bomb went off in Idlib on Sunday. Separately, nine people were killed in a blast in Homs, the head of its police said.", want: []string{"k=9 at=homs"}},
	} {
		t.Run(c.name, c.run)
	}
}
