package attribute

import "testing"

// Who was found hurt and died, whose body had been shot, and who of several is named as dead.
func TestFoundDead(t *testing.T) {
	for _, c := range []claimCase{
		{name: "found with wounds", text: "Officers went to the 2400 block of Vine Street in Selah on Sunday and found the man lying between two cars with several gunshot wounds, Sgt. Karl Hollins said. He died at a hospital less than an hour later.",
			want: []string{"k=1 i=none at=vine"}, only: true},
		{name: "a toddler", text: "Deputies found the toddler with a wound to the chest at a home on Vine Street in Selah on Friday. He was flown to a hospital in Akron, where he was pronounced dead.",
			want: []string{"k=1 i=none"}, only: true},
		{name: "lives", text: "Police found a man with gunshot wounds on Vine Street in Selah on Friday. He is expected to survive, police said.",
			want: []string{"k=none i=1"}, only: true},
		{name: "body shot", text: "On Monday morning, a man walking his dog found the body of a woman behind a church on Vine Avenue in Selah. She had been shot at least once, the coroner said.",
			want: []string{"k=1 i=none"}, only: true},
		{name: "body stabbed", text: "Two men pulling copper pipe came across the body of a woman in Selah on Friday, police said. The woman, who was wrapped in a shower curtain, had been stabbed more than once.",
			want: []string{"k=1 i=none"}, only: true},
		{name: "no body", text: "A woman ran from a house in Selah on Friday, police said. She had been shot in the leg.",
			want: []string{"k=none"}},
		{name: "one of four", text: "Four people were shot at a block party on Vine Street in Selah on Monday, police said. Karl Zoran, 24, died two days later.",
			want: []string{"k=1 i=3"}, only: true},
		{name: "of two dead", text: "The deaths of a husband and wife in Selah on Monday are being treated as a murder, the sheriff said. Ruth Zoran, 71, died of a gunshot wound to the chest.",
			want: []string{"k=2 i=none"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}

// A round-up goes on to another deed so many hours later, and closes with those of whom no more is told.
func TestRoundUpApart(t *testing.T) {
	for _, c := range []claimCase{
		{name: "hours later", text: "A man was shot dead in an alley in the 2500 block of Vine Street in Selah on Saturday, police said.\n\nAbout 22 hours later, officers were called to a party near Hollins Park, where three people had been hit by gunfire.",
			want: []string{"k=1 i=none at=vine", "k=none i=3 at=park"}, only: true},
		{name: "the rest", text: "A man was found dead with a gunshot wound to the head in the 1600 block of Vine Street in Selah on Sunday, police said.\n\nAt least three other people were wounded in shootings over the weekend.",
			want: []string{"k=1 i=none"}, only: true},
		{name: "the whole", text: "Two people were killed and three others were wounded in shootings in Selah on Sunday, police said.",
			want: []string{"k=2 i=3"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}

// Whoever is found is told of first there, and the next sentence says what was done to him.
func TestFoundShot(t *testing.T) {
	for _, c := range []claimCase{
		{name: "was found slumped", text: "A 30-year-old man was found slumped in a car in the 400 block of Vine Street in Selah on Friday. He had been shot in the head and did not survive, the coroner said.",
			want: []string{"k=1 at=vine"}, only: true},
		{name: "was found asleep", text: "A 30-year-old man was found asleep in a car in the 400 block of Vine Street in Selah on Friday. He had been drinking and did not wake up, police said.",
			want: nil, only: true},
		{name: "died days later", text: "Deputies shot Karl Hollins, 19, in the chest on Friday outside a bar in Selah. He died days later in an Oregon hospital.", want: []string{"k=1 i=none by=deputies"}, only: true},
		{name: "a street's point", text: "A woman was stabbed in the neck near Vine St. She was a nurse from Selah, and she died at a hospital on Monday.", want: []string{"k=1 i=none"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
