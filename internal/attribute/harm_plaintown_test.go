package attribute

import "testing"

// Plain ways in which reports of towns tell who was hit, who died of it and who came away whole.
func TestPlainTown(t *testing.T) {
	for _, c := range []claimCase{
		{name: "to a hospital and died", text: "A man was shot in Selah on Monday, police said. He was rushed to a hospital and died there.",
			want: []string{"ev=shooting k=1 i=none"}, only: true},
		{name: "to a hospital and lives", text: "A man was shot in Selah on Monday, police said. He was rushed to a hospital and is expected to survive.",
			want: []string{"ev=shooting k=none i=1"}, only: true},
		{name: "shot by age", text: "Deputies found a plumber, 38, shot in the hip on Monday at a house in Selah.",
			want: []string{"k=none i=1"}, only: true},
		{name: "two by age", text: "Deputies found two men, 38 and 19, shot in a truck on Monday in Selah.",
			want: []string{"k=none i=2"}, only: true},
		{name: "bullet and killed", text: "A bullet struck a waitress in the neck and killed her on Monday in Selah, police said.",
			want: []string{"k=1 i=none"}, only: true},
		{name: "stabbed, killing", text: "A man stabbed a barber in the chest in Selah on Monday, killing him, police said.",
			want: []string{"ev=attack k=1 i=none"}, only: true},
		{name: "her dog", text: "A man shot a waitress in the leg in Selah on Monday and killed her dog, police said.",
			want: []string{"i=1"}, only: true},
		{name: "the other elsewhere", text: "Two cousins were shot in Selah on Monday, police said. One died in the street and the other at a hospital.",
			want: []string{"k=2 i=none"}, only: true},
		{name: "the second elsewhere", text: "Two cousins were shot in Selah on Monday, police said. One was pronounced dead at the scene, the second at a hospital.",
			want: []string{"k=2 i=none"}, only: true},
		{name: "the other lives", text: "Two cousins were shot in Selah on Monday, police said. One died in the street and the other is in a hospital.",
			want: []string{"k=1 i=1"}, only: true},
		{name: "fired on one", text: "Somebody opened fire on a man in Selah on Monday, police said. He later died.",
			want: []string{"ev=shooting k=1"}, only: true},
		{name: "pulled up to one", text: "A van pulled up beside a woman in Selah on Monday and somebody began shooting. She died at a hospital.",
			want: []string{"ev=shooting k=1"}, only: true},
		{name: "fired on him, and she", text: "A man opened fire on a bus in Selah on Monday, police said. She later died.",
			want: []string{"ev=shooting k=none"}, only: true},
		{name: "suffered a gunshot wound", text: "A waitress suffered a gunshot wound to the arm in Selah on Monday, police said.",
			want: []string{"ev=shooting i=1"}, only: true},
		{name: "stabbed plainly", text: "A man stabbed a bus driver in Selah on Monday after a quarrel, police said.",
			want: []string{"ev=attack k=none i=1 by=man"}, only: true},
		{name: "stabbed and died", text: "A man stabbed his cousin in Selah on Monday after a quarrel, police said. The cousin died at a hospital.",
			want: []string{"ev=attack k=1 i=none by=man"}, only: true},
		{name: "stabbed, a murder", text: "A man stabbed his cousin in Selah on Monday in what police call a murder.",
			want: []string{"ev=attack i=none by=man"}, only: true},
		{name: "shot him when", text: "A robber aimed a gun at a barber in Selah on Monday and the barber shot him with a rifle, police said.",
			want: []string{"ev=shooting i=1 by=barber"}, only: true},
		{name: "found shot several times", text: "Deputies found a man shot three times in Selah on Monday, police said.",
			want: []string{"i=1 -by=man"}, only: true},
		{name: "shot several times at", text: "A man shot three times at a bus in Selah on Monday, police said.",
			want: []string{"ev=shooting by=man"}, only: true},
		{name: "unresponsive and shot", text: "When officers got to a house in Selah on Monday they found Karl Zoran, 24, unconscious and shot three times, police said.",
			want: []string{"i=1 -by=officers"}, only: true},
		{name: "found two", text: "Deputies found a boy and a woman shot in a truck in Selah on Monday.",
			want: []string{"i=2"}, only: true},
		{name: "found one dead and one shot", text: "Deputies found a boy dead and two women shot in a truck in Selah on Monday.",
			want: []string{"k=1 i=2"}, only: true},
		{name: "who was waiting", text: "A nurse who was waiting for a tram in Selah on Monday was stabbed, police said.",
			want: []string{"ev=attack i=1"}, only: true},
		{name: "woman who was waiting", text: "On Monday a woman who was smoking outside a diner in Selah was stabbed, police said.",
			want: []string{"ev=attack i=1"}, only: true},
		{name: "drove up and started firing", text: "Somebody drove up to a diner in Selah on Monday and started firing, police said.",
			want: []string{"ev=shooting by=somebody"}, only: true},
		{name: "began firing", text: "A man began firing outside a tavern in Akron on Monday, police said.",
			want: []string{"ev=shooting by=man"}, only: true},
		{name: "fired at women", text: "Someone fired at two women in Akron on Monday, police said.",
			want: []string{"ev=shooting by=someone"}, only: true},
		{name: "fired a crossbow", text: "A teen fired a crossbow at two boys in Selah on Monday, police said.",
			want: []string{"ev=attack by=teen"}, only: true},
		{name: "was fired and attacked", text: "A manager who was fired attacked his boss in Selah on Monday, police said.",
			want: []string{"ev=attack"}, only: true},
		{name: "not hurt", text: "Somebody fired at a bus in Selah on Monday, police said. The driver was not injured.",
			want: []string{"i=0"}, only: true},
		{name: "not hurt, others were", text: "Somebody fired at a bus in Selah on Monday and wounded two riders, police said. The driver was not injured.",
			want: []string{"i=2"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}

// The paragraphs of a round-up that open with another hour tell other deeds.
func TestAtAnotherHour(t *testing.T) {
	for _, c := range []claimCase{
		{name: "hours", text: "Five people were shot in four shootings in Selah on Saturday, police said.\n\nA little past 1 a.m. a shooting in west Selah wounded a waitress, 24.\n\nSome two hours after, a shooting in north Selah wounded a plumber, 52.\n\nAbout 10 p.m. a cook, 33, was found with a gunshot wound in south Selah.",
			want: []string{"i=5", "i=1 at=west", "i=1 at=north", "i=1 at=south"}, only: true},
		{name: "one of the victims", text: "Five people were shot in four shootings in Selah on Saturday, police said.\n\nAbout 1 a.m. a woman was shot in the leg on Elm Street.\n\nTwo hours later, one of the victims was killed on Pine Street.",
			want: []string{"i=5 at=Selah", "k=none i=1 at=Elm_Street", "k=1 i=none at=Pine_Street"}, only: true},
		{name: "no hour", text: "Five people were shot in four shootings in Selah on Saturday, police said.\n\nA little past 1 a.m. a shooting in west Selah wounded a waitress, 24.\n\nThe shooting in west Selah wounded the waitress in the foot, a doctor said.",
			want: []string{"i=5", "i=1 at=west"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
