package attribute

import "testing"

// Who harmed somebody by what his hands did.
func TestByHand(t *testing.T) {
	for _, c := range []claimCase{
		{name: "hit him over the head", text: "A driver was hurt in Akron on Sunday, police said. Two teenage boys hit him over the head with a bottle and took his wallet.",
			want: []string{"i=1 by=boys"}},
		{name: "cut her with a knife", text: "A woman was hurt in a fight at a bar in Akron on Sunday, police said. A man cut her with a box knife.",
			want: []string{"i=1 by=man"}},
		{name: "hit him with his car", text: "A man was wounded in Akron on Sunday, police said. A woman hit him with her car.",
			want: []string{"i=1 -by=woman"}},
		{name: "were shooting", text: "Four people were wounded at a cookout in Akron on Sunday, police said. The chief said at least two men were shooting at each other.",
			want: []string{"i=4 by=men"}},
		{name: "were shooting a film", text: "Four people were wounded at a cookout in Akron on Sunday, police said. Two men were shooting a film nearby.",
			want: []string{"i=4 -by=men"}},
		{name: "a gun and it", text: "A man was shot in Akron on Sunday, police said. His brother took a revolver from the truck and discharged it twice.",
			want: []string{"i=1 by=brother"}},
		{name: "fired by more than one", text: "Six people were shot at a party in Akron on Sunday, police said. Shots were fired by more than one person, the sheriff said.",
			want: []string{"i=6 by=person"}},
		{name: "fired without a word of harm", text: "Three people were wounded at a house party in Akron on Saturday, police said. The sergeant said two men who had been turned away came back and fired from the sidewalk.",
			want: []string{"i=3 by=men"}},
		{name: "the time that someone fired", text: "A boy was hit in the side by a bullet in Akron on Monday, police said. It was the fourth time in March someone shot up a home there.",
			want: []string{"i=1 -by=time"}},
		{name: "bond is nobody", text: "AKRON, Ohio - Bond was set at $2 million Monday for the man accused of opening fire in a parking ramp. Court papers say he shot a nurse in the arm on Friday.",
			want: []string{"i=1 -by=bond"}},
		{name: "asked who did it", text: "A boy was shot in the back in a park in Akron on Sunday, police said. Asked who shot him, he pointed at a neighbor.",
			want: []string{"i=1 -by=asked"}},
		{name: "let go by his employer", text: "A clerk was shot in Akron on Sunday, police said. The owner was fired from his job.",
			want: []string{"i=1 -by=owner"}},
	} {
		t.Run(c.name, c.run)
	}
}
