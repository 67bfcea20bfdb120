package attribute

import "testing"

// Who was shot, beaten or brought to a hospital, in words that a blotter uses.
func TestWordsOfBlotters(t *testing.T) {
	for _, c := range []claimCase{
		{name: "shot and wounded", text: "Police shot and wounded two men in Boise on Monday.", want: []string{"ev=shooting k=none i=2"}, only: true},
		{name: "fatally shot", text: "Officers fatally shot a man armed with a knife in Boise on Monday.", want: []string{"ev=shooting k=1"}, only: true},
		{name: "one of them fatally", text: "Three people were shot, one of them fatally, at a bar in Mobile on Sunday.", want: []string{"ev=shooting k=1 i=2"}, only: true},
		{name: "to hospitals", text: "Five people were taken to hospitals with gunshot wounds after a fight at a club in Mobile on Saturday.", want: []string{"i=5"}, only: true},
		{name: "sent to hospital", text: "A stabbing in Mobile on Sunday sent two people to the hospital.", want: []string{"i=2"}, only: true},
		{name: "sent elsewhere", text: "A shooting in Mobile on Sunday killed a man. The town sent two people to the funeral.", want: []string{"k=1 i=none"}, only: true},
		{name: "hacked to death", text: "Rebels hacked to death 19 civilians in Beni on Sunday.", want: []string{"k=19 by=rebels"}, only: true},
		{name: "beaten to death", text: "Two men were beaten to death in Beni on Sunday.", want: []string{"k=2"}, only: true},
		{name: "who had wounded", text: "A man who had wounded two officers in Gary was found dead on Monday.", want: []string{"k=1 i=2"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}

// An arrest in a town is told of for its deed and is none by itself; who is sentenced for a deed did it, and who
// finds somebody shot did not.
func TestArrestsAndSentences(t *testing.T) {
	for _, c := range []claimCase{
		{name: "arrested for", text: "Police arrested Adam Example, 24, in the shooting of a man on Oak Avenue in Dayton on Monday.", want: []string{"ev=shooting"}, only: true},
		{name: "wanted for another thing", text: "A man was arrested in the 500 block of Oak Avenue in Dayton on Monday on a warrant for failing to appear, police said.", only: true},
		{name: "the week after", text: "Two men were shot in Dayton on Monday, police said. A teen was arrested in the 500 block of Oak Avenue the day after the shooting.", want: []string{"i=2"}, only: true},
		{name: "sentenced for", text: "Adam Example was sentenced on Monday to 20 years in prison for the June 12 shooting death of a clerk in Dayton.", want: []string{"k=1 by=Adam_Example"}, only: true},
		{name: "month of a deed", text: "Two men were sentenced on Monday in the April shooting death of a clerk in Dayton.", want: []string{"k=1 on=2017-04-01"}, only: true},
		{name: "found shot", text: "Dayton police said they found a man shot in the chest on Oak Avenue on Monday.", want: []string{"i=1 -by=police"}, only: true},
		{name: "first of the weekend", text: "Police in Dayton counted two deaths. The first homicide of the weekend occurred Friday in the 4800 block of Oak Street. A man was shot in the neck and died.", want: []string{"k=1 on=2017-10-13"}},
		{name: "discharged", text: "Two deputies discharged their weapons on Oak Street in Dayton on Monday. The suspect was struck and died at the scene.", want: []string{"ev=shooting k=1"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}

// Who was shot is told of by ages, as both, as the other, as the victim, by a surname alone, and what became
// of him in the next breath.
func TestWhoWasShotTakenUp(t *testing.T) {
	for _, c := range []claimCase{
		{name: "shot and pronounced dead", text: "Police said a woman was shot in a parked car on Oak Avenue on Monday. She was struck in the head and was pronounced dead at the hospital.", want: []string{"k=1 i=none"}, only: true},
		{name: "ages in a list", text: "A woman, 19, and a man, 20, were shot on a porch on Oak Avenue in Dayton on Monday, police said.", want: []string{"i=2"}, only: true},
		{name: "ages of two", text: "Two men, ages 19 and 24, and a 30-year-old woman were shot in Dayton on Monday, police said.", want: []string{"i=3"}, only: true},
		{name: "age without an article", text: "A 19-year-old woman and 20-year-old man were shot in Dayton on Monday, police said.", want: []string{"i=2"}, only: true},
		{name: "when they were shot", text: "Two men were sitting on a porch in Dayton on Monday when they were shot, police said.", want: []string{"i=2"}, only: true},
		{name: "both", text: "Two people were in a car in Dayton on Monday when someone opened fire, police said. Both suffered gunshot wounds.", want: []string{"i=2"}, only: true},
		{name: "both died", text: "Two people were in a car in Dayton on Monday when someone opened fire, police said. Both were pronounced dead at the scene.", want: []string{"k=2"}, only: true},
		{name: "the other", text: "Two men were in a car in Dayton on Monday when someone opened fire, police said. One man was killed and the other was wounded.", want: []string{"k=1 i=1"}, only: true},
		{name: "the other's limb", text: "Police in Dayton said someone fired into a car on Monday. One man was struck in the leg and the other in the arm.", want: []string{"i=2"}, only: true},
		{name: "in the leg and", text: "Shots were fired at a bar in Dayton on Monday, striking a man in the leg and a woman in the arm, police said.", want: []string{"i=2"}, only: true},
		{name: "the victim", text: "Police went to a shooting on Oak Avenue in Dayton on Monday. The victim was taken to Example Hospital with injuries that are not life-threatening.", want: []string{"i=1"}, only: true},
		{name: "the victim died", text: "Police went to a shooting on Oak Avenue in Dayton on Monday. The victim, identified as 24-year-old Adam Example, was pronounced dead at the scene.", want: []string{"k=1"}, only: true},
		{name: "despite", text: "Police found an adult male suffering from gunshot wounds in Dayton on Monday. Despite the efforts of medics, the male succumbed to his injuries.", want: []string{"k=1 i=none"}, only: true},
		{name: "by what they are", text: "Two pedestrians and three detectives were shot in Dayton on Monday, police said.", want: []string{"i=5"}, only: true},
		{name: "so many years old", text: "Two 16-year-olds were shot in Dayton on Monday, police said.", want: []string{"i=2"}, only: true},
		{name: "surname alone", text: "Example was gunned down in Dayton on Monday, police said.", want: []string{"k=1"}, only: true},
		{name: "no deed", text: "Police in Dayton said on Monday that a boat had sunk. Both were in good condition.", only: true},
		{name: "shot at", text: "Two officers said they were shot at on Monday in Dayton and fired back, killing a man.", want: []string{"k=1"}, only: true},
		{name: "a crash", text: "Police responded to a crash in Dayton on Monday. The victim died at the scene.", only: true},
		{name: "no deed of one", text: "The man was taken to a hospital in Dayton with injuries after his car hit a tree on Monday, police said.", only: true},
	} {
		t.Run(c.name, c.run)
	}
}
