package attribute

import "testing"

// Where and when exactly a deed was is told in a sentence of its own, which is no deed
// of its own.
func TestScenes(t *testing.T) {
	for _, c := range []claimCase{
		{name: "it occurred", text: "Three people were killed and six wounded in a shooting at a club in Houston on Monday, police said. " +
			"The shooting occurred about 11 p.m. in the parking lot of the club, witnesses said, adding that gunmen fired dozens of rounds.",
			want: []string{"ev=shooting k=3 i=6"}, only: true},
		{name: "the second one is another", text: "Three people were killed in a shooting in Houston on Monday, police said. " +
			"The second shooting happened in Galveston and wounded two people.",
			want: []string{"k=3 at=houston", "i=2 at=galveston"}, only: true},
		{name: "officers were called", text: "A man was shot dead in Muncie on Monday, police said. A friend was driven to Anderson. " +
			"Officers were called to the 1200 block of Hoyt Avenue about 1 a.m. A vigil will be held on Walnut Street.",
			want: []string{"k=1 at=hoyt in=muncie"}, only: true},
		{name: "it happened on", text: "A man was shot dead in Muncie on Monday, police said. It happened in the 1200 block of Hoyt Avenue. " +
			"A friend was driven to Anderson, and a vigil will be held on Walnut Street.",
			want: []string{"k=1 at=hoyt in=muncie"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
