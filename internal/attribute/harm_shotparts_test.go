package attribute

import "testing"

// Of those who were shot some died, as the same sentence says; one may be told of as another's kin.
func TestDeadOfShot(t *testing.T) {
	for _, c := range []claimCase{
		{name: "killing one", text: "A man shot two co-workers at a plant in Selah on Friday, killing one, police said.", want: []string{"k=1 i=1"}, only: true},
		{name: "killing one of them", text: "A gunman shot two officers in Selah on Friday, killing one of them, police said.", want: []string{"k=1 i=1"}, only: true},
		{name: "and wounding the rest", text: "A gunman shot four people in Selah on Friday, killing two and wounding the others, police said.", want: []string{"k=2 i=2"}, only: true},
		{name: "and wounding two", text: "A gunman shot four people in Selah on Friday, killing two and wounding two, police said.", want: []string{"k=2 i=2"}, only: true},
		{name: "somebody else", text: "A gunman shot two officers in Selah on Friday, killing a bystander, police said.", want: []string{"k=1 i=2"}, only: true},
		{name: "fatally", text: "A fired man walked into a Selah print shop on Friday and shot five people, three of them fatally, police said.", want: []string{"k=3 i=2"}, only: true},
		{name: "of whom", text: "By Monday morning gunfire in Selah had struck at least 14 people, three of whom died.", want: []string{"k=3 i=11+"}, only: true},
		{name: "by whom", text: "A gunman shot seven people in Selah on Sunday, three of whom died.", want: []string{"k=3 i=4 by=gunman"}, only: true},
		{name: "by two", text: "A gunman shot seven people in Selah on Sunday, three of whom died, and a soldier shot nine people in Karm, two of whom died.",
			want: []string{"k=3 i=4 at=selah by=gunman", "k=2 i=7 at=karm by=soldier"}, only: true},
		{name: "one of a group", text: "A soldier shot at a group of youths in Selah on Sunday, one of whom died of his wounds.", want: []string{"k=1 by=soldier"}, only: true},
		{name: "of so many", text: "More than 20 people were shot in Selah over the weekend, four of whom died, police said.", want: []string{"k=4 i=17+"}, only: true},
		{name: "to death", text: "At least 31 people were shot in Selah over the weekend, four of them to death.", want: []string{"k=4 i=27+"}, only: true},
		{name: "near death", text: "Nine people were shot in Selah on Friday, and two of them came close to death.", want: []string{"k=none"}, only: true},
		{name: "daughter", text: "Zoran's daughter Ruth was shot and killed outside a laundromat in Selah on Friday.", want: []string{"k=1 i=none"}, only: true},
		{name: "brother by name", text: "Zoran's older brother, Karl, was shot to death on Vine Street in Selah on Friday.", want: []string{"k=1 i=none"}, only: true},
		{name: "left dead", text: "A shooting at a barbershop in Selah on Friday left the owner dead, city police said.", want: []string{"k=1"}, only: true},
		{name: "left dead by name", text: "The shooting in Selah on Friday left Ruth Hollins dead and her son wounded.", want: []string{"k=1 i=1"}, only: true},
		{name: "who was shot and died", text: "Friends remembered the junior who was shot in Selah on Friday and died two days later.", want: []string{"k=1"}, only: true},
		{name: "not dead", text: "Friends visited the junior who was shot in Selah on Friday.", want: []string{"k=none"}},
		{name: "no one left", text: "The blast on Friday left the market in Selah dead quiet.", want: []string{"k=none"}},
	} {
		t.Run(c.name, c.run)
	}
}

// Whose shooting is called a homicide died of it.
func TestOfHomicide(t *testing.T) {
	for _, c := range []claimCase{
		{name: "when", text: "It was Selah's first homicide since June, when a 44-year-old woman was shot by her husband at a campground on Lake Vine.", want: []string{"k=1 i=none"}, only: true},
		{name: "came when", text: "The city's third homicide of the year came Friday, when Karl Zoran, 61, was stabbed on a bench in Vine Park in Selah.", want: []string{"k=1 i=none"}, only: true},
		{name: "that of", text: "The most-talked-about killing is that of Ruth Zoran, 61, who was struck by a stray bullet on Friday in Selah.", want: []string{"k=1 i=none"}, only: true},
		{name: "another man", text: "Police were investigating the homicide in Selah when a man was shot in the leg on Friday.", want: []string{"k=none i=1"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}

// Who kills himself after wounding others is the one dead, and a husband and wife are two.
func TestAloneDead(t *testing.T) {
	for _, c := range []claimCase{
		{name: "before killing himself", text: "On Friday a student in Selah wounded a teacher before killing himself.", want: []string{"k=1 i=1"}, only: true},
		{name: "gun on himself", text: "A man wounded two co-workers at a plant in Selah on Friday, then turned the gun on himself, police said.", want: []string{"k=1 i=2"}, only: true},
		{name: "shooting himself to death", text: "A student wounded a teacher in Selah on Friday before shooting himself to death, police said.", want: []string{"k=1 i=1"}, only: true},
		{name: "shot himself in the foot", text: "A man wounded a clerk in Selah on Friday and shot himself in the foot, police said.", want: []string{"k=none"}},
		{name: "one more", text: "A man killed his wife in Selah on Friday before shooting himself to death, police said.", want: []string{"k=2 i=none"}, only: true},
		{name: "husband and wife", text: "The deaths of a husband and wife found Saturday in a farmhouse in Selah are being treated as a murder, the coroner said.", want: []string{"k=2"}, only: true},
		{name: "parents", text: "In March a man shot and killed his parents and a visiting teacher in Selah.", want: []string{"k=3"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}

// One of several is told of by his number, and a blade may slash somebody.
func TestNthVictim(t *testing.T) {
	for _, c := range []claimCase{
		{name: "first", text: "The first victim, a nurse walking home, was slashed in the arm near Vine Street in Selah on Friday, police said.", want: []string{"ev=attack i=1 k=none at=vine"}, only: true},
		{name: "third", text: "The third victim, stabbed near Vine Street in Selah just before midnight on Friday, was killed, police said.", want: []string{"ev=attack k=1 i=none"}, only: true},
		{name: "the last was told", text: "The third victim, stabbed near Vine Street in Selah just before midnight on Friday, is a nurse, police said.", want: []string{"k=none"}, only: true},
		{name: "a budget", text: "The mayor of Selah slashed the budget of the police on Friday.", want: nil, only: true},
		{name: "tires", text: "Vandals slashed the tires of ten cars in Selah on Friday, police said.", want: nil, only: true},
	} {
		t.Run(c.name, c.run)
	}
}

// What a sentence opens with may say that a shooting was a killing; in the head one may live.
func TestInAHomicide(t *testing.T) {
	for _, c := range []claimCase{
		{name: "the latest", text: "In the latest homicide, a man was shot in the chest Sunday in Selah, police said.", want: []string{"ev=shooting k=1 i=none"}, only: true},
		{name: "fatal", text: "In a fatal shooting Sunday, a man was hit in the chest in Selah, police said.", want: []string{"k=1 i=none"}, only: true},
		{name: "of the year", text: "In the city's 40th homicide of the year, a man was shot Sunday in Selah, police said.", want: []string{"k=1 i=none"}, only: true},
		{name: "attempted", text: "In an attempted murder, a man was shot in the chest Sunday in Selah, police said.", want: []string{"k=none i=1"}, only: true},
		{name: "another shooting", text: "In another shooting, a man was hit in the chest Sunday in Selah, police said.", want: []string{"k=none i=1"}, only: true},
		{name: "in the head", text: "A man was shot in the head Sunday in Selah, police said.", want: []string{"ev=shooting k=none i=1"}, only: true},
		{name: "lined up", text: "Four men were lined up and shot in the head in Kutum on Monday.", want: []string{"ev=killing k=4 i=none"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}

// Surnames may be words for places.
func TestSurnamesOfPlaces(t *testing.T) {
	for _, c := range []claimCase{
		{name: "as the object", text: "Deputy James Holt shot and killed Robert Lane, 52, in Selah on Tuesday, the sheriff said.", want: []string{"k=1"}, only: true},
		{name: "as the subject", text: "Robert Hill, 52, was shot and killed in Selah on Tuesday, the sheriff said.", want: []string{"k=1"}, only: true},
		{name: "with an age only", text: "Robert Park, 52, was shot and killed in Selah on Tuesday, the sheriff said.", want: []string{"k=1"}, only: true},
		{name: "a park", text: "Gunfire hit Vine Park in Selah on Tuesday, the sheriff said.", want: []string{"k=none i=none"}},
	} {
		t.Run(c.name, c.run)
	}
}
