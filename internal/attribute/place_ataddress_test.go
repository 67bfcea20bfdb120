package attribute

import "testing"

// A shop with its address, streets behind other words than "in", and the one street of a story.
func TestAtAddress(t *testing.T) {
	for _, c := range []claimCase{
		{name: "a shop and its block", text: "A man was shot dead on Monday at Redmoor Wash, 1100 block of Elm Street, Akron police said.",
			want: []string{"k=1 at=Redmoor_Wash,_1100_block_of_Elm_Street in=1100_block_of_Elm_Street"}},
		{name: "an inn and its block", text: "Two men were stabbed on Monday outside the Redmoor Arms, 300 block of Pearl Street in Akron, police said.",
			want: []string{"i=2 at=Redmoor_Arms,_300_block_of_Pearl_Street"}},
		{name: "a town and a block", text: "A man was shot dead on Monday in Akron, 1100 block of Elm Street, police said.",
			want: []string{"k=1 at=1100_block_of_Elm_Street"}},
		{name: "down a lane", text: "A boy was hit in the side by one of 20 shots that were fired down Redmoor Lane on Monday, Akron police said.",
			want: []string{"i=1 at=Redmoor_Lane"}},
		{name: "the shoulder of a highway", text: "A trooper was shot in the arm on Monday on the shoulder of Interstate 30, police in Akron said.",
			want: []string{"i=1 at=Interstate_30"}},
		{name: "off a highway", text: "A hunter was shot in the leg on Monday on a lease off Highway 19, police in Akron said.",
			want: []string{"i=1 at=Highway_19"}},
		{name: "the one street of the story", text: "AKRON, Ohio - A man is dead after a fight on Sunday night, police said. He was 31. An argument over rent came first, detectives said. " +
			"The two men knew each other, they said. A neighbor called 911. Officers found him shot in the chest in a driveway on Elm Street.",
			want: []string{"k=1 at=Elm_Street"}},
	} {
		t.Run(c.name, c.run)
	}
}
