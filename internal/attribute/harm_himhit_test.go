package attribute

import "testing"

func TestHimHit(t *testing.T) {
	for _, c := range []claimCase{
		{name: "he was hit", text: "Someone shot at a man walking on Main Street in Akron on Tuesday, police said. He was hit in the leg.", want: []string{"i=1"}, only: true},
		{name: "shot him", text: "He told police he was walking on Main Street in Akron on Tuesday when someone shot him in the leg.", want: []string{"i=1"}, only: true},
		{name: "striking him", text: "A man came out with a rifle in Akron on Tuesday and an officer fired, striking him.", want: []string{"i=1"}, only: true},
		{name: "who was told of", text: "Two men were shot in Akron on Tuesday. One officer fired at a car and he was hit in the leg.", want: []string{"i=2"}},
		{name: "dead before", text: "A clerk was killed in Akron on Tuesday, police said. The robber shot him twice.", want: []string{"k=1 i=none"}},
		{name: "not hit", text: "A man fired at a deputy in Akron on Tuesday. The deputy was not hit.", want: []string{"i=none"}},
		{name: "no deputies", text: "A man fired at deputies in Akron on Tuesday. No deputies were hurt.", want: []string{"k=0 i=0"}, only: true},
		{name: "no deputies besides", text: "A man was shot by deputies in Akron on Tuesday. No deputies were hurt.", want: []string{"i=1"}, only: true},
		{name: "hit him up", text: "A shell fell in Kosti on Tuesday. It struck him as odd.", want: []string{"i=none"}},
		{name: "unharmed", text: "An explosion hit the car of a council member in Kosti on Tuesday who escaped unharmed.", want: []string{"k=0 i=0"}, only: true},
		{name: "unhurt, others not", text: "The judge survived the blast in Kosti on Tuesday unscathed, though two guards were killed.", want: []string{"k=2 i=none"}, only: true},
		{name: "set free unharmed", text: "Gunmen kidnapped a teacher in Kosti on Tuesday. She was freed unharmed.", want: []string{"i=none"}},
		{name: "who died after he was shot", text: "A boy of 15 died on Monday after soldiers shot him in Jenin.", want: []string{"k=1 i=none by=soldiers"}, only: true},
		{name: "who died of wounds from then", text: "A child died on Monday of wounds he had sustained on October 12 when soldiers shot him in Jenin.", want: []string{"k=1 i=none on=2017-10-12 by=soldiers"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
