package attribute

import "testing"

// A story of one crime comes back to its victims and tells no other claim thereby.
func TestSameVictims(t *testing.T) {
	for _, c := range []claimCase{
		{name: "the girl", text: "A 4-year-old girl was killed Sunday when someone fired into a minivan on Vine Street in Toledo, police said. " +
			"A driver in a red pickup was angry about being cut off, pulled alongside and fired, Officer Karl Hollins said. The girl was hit in the head.",
			want: []string{"k=1 i=none"}, only: true},
		{name: "shot him", text: "The man accused of killing a clerk for $212 in Toledo stood silent in court on Tuesday. The clerk was on the phone with his wife, according to police. " +
			"He emptied the drawer and raised his hands, and the man shot him twice and ran.",
			want: []string{"k=1 i=none"}, only: true},
		{name: "the shooting", text: "Two men were wounded Sunday in Toledo, police said. Detectives said the shooting followed a fight over a parking spot.",
			want: []string{"i=2"}, only: true},
		{name: "both", text: "A man and a woman were found dead Monday in Toledo, police said. Both had been shot.",
			want: []string{"k=2 i=none"}, only: true},
		{name: "another teen", text: "A woman was shot dead Sunday in Toledo, police said. On Monday a teen was shot in the leg on Vine Street in Erie.",
			want: []string{"k=1 at=toledo", "i=1 at=vine"}, only: true},
		{name: "somebody else's account", text: "A woman was shot dead Sunday in Toledo, police said. Her neighbor Karl Hollins told the Toledo Star that two men in a white truck shot her as she ran.",
			want: []string{"k=1 said=police"}},
	} {
		t.Run(c.name, c.run)
	}
}

// Police who are named beside a deed did not do it; those who fired did.
func TestMerelyPolice(t *testing.T) {
	for _, c := range []claimCase{
		{name: "arrested", text: "Police have arrested a man after a clerk was shot dead Sunday in Toledo.", want: []string{"k=1 -by=police"}, only: true},
		{name: "homicide investigation", text: "Toledo police have opened a homicide investigation after the death of a man who was found badly beaten on Sunday.", want: []string{"k=1 -by=police"}, only: true},
		{name: "fired", text: "Toledo police shot and killed a man who pointed a rifle at them on Sunday, the department said.", want: []string{"k=1 by=police"}, only: true},
		{name: "by an officer", text: "A man was shot and killed by a Toledo police officer on Sunday, the department said.", want: []string{"k=1 by=officer"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}

// Where sheriffs and troopers are called there is no war: a clash is a shooting.
func TestKindsOfCounty(t *testing.T) {
	for _, c := range []claimCase{
		{name: "exchange of gunfire", text: "Two men are dead after what troopers are calling an exchange of gunfire on a porch in Selah on Sunday, the sheriff said.", want: []string{"ev=shooting k=2"}, only: true},
		{name: "shots fired", text: "The sheriff is looking for whoever fired several rounds at a house on Vine Street in Toledo on Sunday. Nobody was hit.", want: []string{"ev=shooting"}, only: true},
		{name: "beaten", text: "A man was beaten with a pipe in Toledo on Sunday, the sheriff said.", want: []string{"ev=attack"}},
		{name: "elsewhere", text: "Two men were killed in an exchange of gunfire between police and gang members in Toledo on Sunday, police said.", want: []string{"ev=clash k=2"}},
	} {
		t.Run(c.name, c.run)
	}
}

// A short story of one shooting is one claim, however often it comes back to it, and lies at the
// street that it names; a second deed in it and a witness's own account stay apart.
func TestOneCrime(t *testing.T) {
	for _, c := range []claimCase{
		{name: "block", text: "Two men are in critical condition after being shot on Monday evening in the Eastmere neighborhood.\n\nThe two victims were on the street in the 7500 block of South Vine Avenue when they were both shot, police said.\n\nThe first victim was shot in the back, police said.", want: []string{"k=none i=2 at=vine"}, only: true},
		{name: "details", text: "A store owner in Selah was shot during a robbery Monday morning, police said.\n\nPolice say two masked men entered the store at 400 Vine Street just after midnight. During the robbery the suspects shot the owner, police said.", want: []string{"i=1 by=suspects"}, only: true},
		{name: "second deed", text: "A man was shot and killed in Selah on Monday, police said.\n\nIn a separate shooting, officers found a woman wounded outside a tavern, police said.", want: []string{"k=1 i=none", "i=1 k=none"}},
		{name: "two streets", text: "A man was shot in the leg on Vine Street in Selah on Monday, police said.\n\nPolice said a teen was shot in the arm on Oak Street that night.", want: []string{"at=vine", "at=oak"}},
		{name: "witness", text: "Police shot a man outside a store on Vine Street in Selah on Monday, the sheriff's office said.\n\nRuth Hollins said the officers opened fire on a man with his hands up.", want: []string{"said=hollins", "i=1"}},
	} {
		t.Run(c.name, c.run)
	}
}

// Who fires is told of with many verbs, with where he was and what he did; whoever is charged with
// the one deed of a story did it, and who is held in connection with it need not have.
func TestDoerOfOneCrime(t *testing.T) {
	for _, c := range []claimCase{
		{name: "fired shots", text: "A man was wounded Monday on Vine Street in Selah, police said. The driver of the Ford fired shots from a handgun at the driver of the minivan.", want: []string{"i=1 by=driver"}, only: true},
		{name: "started firing at", text: "A boy was wounded Monday in Selah, police said. The teens were riding in a golf cart when the two occupants inside a dark pickup started firing at the group.", want: []string{"i=1 by=occupants -by=group"}, only: true},
		{name: "into another car", text: "A driver exhibiting road rage shot into another car on Vine Street in Selah on Monday, killing a passenger, police said.", want: []string{"k=1 by=driver"}, only: true},
		{name: "accidentally", text: "An unsupervised 3-year-old accidentally shot and killed her 4-year-old sister in Selah on Monday, police said.", want: []string{"k=1 by=3-year-old -by=accidentally"}, only: true},
		{name: "offender", text: "Two men were standing on Vine Street in Selah on Monday when they were both shot by an unknown offender, police said.", want: []string{"by=offender"}, only: true},
		{name: "behind bars", text: "A Selah man is behind bars after police say he shot and killed his estranged girlfriend Monday in Selah.", want: []string{"k=1 by=man"}, only: true},
		{name: "called 911", text: "A 74-year-old Selah man called police on Monday, saying he shot and killed his girlfriend at their home in Selah, according to an arrest warrant.", want: []string{"k=1 by=man"}, only: true},
		{name: "custody and charged", text: "Alan Hollins was killed Monday in Selah, police said. Karl Zoran, 22, was taken into custody and charged with murder.", want: []string{"k=1 by=zoran"}, only: true},
		{name: "murder charge", text: "Alan Hollins was killed Monday in Selah, police said. Karl Zoran is being held without bond on a murder charge.", want: []string{"k=1 by=zoran"}, only: true},
		{name: "suspect by name", text: "Alan Hollins was killed Monday in Selah, police said. The suspect, Karl Zoran, 22, turned himself in on Tuesday.", want: []string{"k=1 by=zoran"}, only: true},
		{name: "warrant", text: "Alan Hollins was killed Monday in Selah, police said. A warrant has been issued for Karl Zoran, 22, on a charge of second-degree murder.", want: []string{"k=1 by=zoran"}, only: true},
		{name: "wanted", text: "Alan Hollins was killed Monday in Selah, police said. Police are looking for Karl Zoran, who is wanted for murder.", want: []string{"k=1 by=zoran"}, only: true},
		{name: "charged on a day", text: "Two teens were charged Tuesday in a shooting that wounded a woman at a park in Selah on Monday, police said.", want: []string{"i=1 by=teens"}, only: true},
		{name: "in connection", text: "Alan Hollins was killed Monday in Selah, police said. Karl Zoran, 22, was arrested in connection with the case and is being held at the county jail.", want: []string{"k=1 -by=zoran"}, only: true},
		{name: "stolen car", text: "Alan Hollins was killed Monday in Selah, police said. Karl Zoran, 22, was taken into custody and charged with driving a stolen car.", want: []string{"k=1 -by=zoran"}, only: true},
		{name: "police say they traded fire", text: "Police said occupants of two cars exchanged gunfire Monday in Selah. A bystander was struck in the arm.", want: []string{"i=1 -by=police"}},
	} {
		t.Run(c.name, c.run)
	}
}

// The victim of a deed of which no figure was told yet is one; how he fares, who he is and how
// his body was found make no second.
func TestTheVictimCounts(t *testing.T) {
	for _, c := range []claimCase{
		{name: "died at the scene", text: "Police responded to a shooting Monday on Vine Street in Selah. The victim died at the scene.", want: []string{"k=1 i=none"}, only: true},
		{name: "where he died", text: "Police responded to a shooting Monday on Vine Street in Selah. A male victim was taken to the hospital, where he died.", want: []string{"k=1 i=none"}, only: true},
		{name: "two victims", text: "Police said two men were shot Monday on Vine Street in Selah. The victim who was shot in the head died.", want: []string{"k=1 i=1"}, only: true},
		{name: "later died", text: "Officers discovered a man suffering from a gunshot wound who later died Monday in Selah, police said.", want: []string{"k=1 i=none"}, only: true},
		{name: "by his age", text: "A 17-year-old who was shot Friday in Selah died Wednesday, police said.", want: []string{"k=1 i=none"}, only: true},
		{name: "deadly shooting", text: "Police have identified the victim of a deadly shooting Monday in Selah as Alan Hollins, 34.", want: []string{"k=1 i=none"}, only: true},
		{name: "has been identified", text: "The man killed in a shooting Monday in Selah has been identified as Alan Hollins, police said.", want: []string{"k=1 i=none"}, only: true},
		{name: "body of a man", text: "The body of a man who had been shot was found Monday in a field in Selah, deputies said.", want: []string{"k=1 i=none"}, only: true},
		{name: "realized", text: "A 56-year-old man was walking on the sidewalk in the 3900 block of West Vine Street in Selah on Monday when he heard shots and realized he'd been shot in both legs, police said.", want: []string{"i=1 k=none"}, only: true},
		{name: "after a time", text: "About 9:15 p.m. Monday, a 30-year-old woman was sitting in a parked car in the 800 block of Vine Street in Selah when she was shot in the arm, police said.", want: []string{"i=1 k=none"}, only: true},
		{name: "shot himself and died", text: "A 3-year-old boy died Monday after he accidentally shot himself with a gun he found at a home in Selah, police said.", want: []string{"k=1 i=none"}, only: true},
		{name: "dead after shooting himself", text: "A man is dead after shooting himself during a standoff Monday in Selah, police said.", want: []string{"k=1"}, only: true},
		{name: "shot her and himself", text: "A woman is dead after her husband shot her and then himself Monday in Selah, police said.", want: []string{"k=2"}, only: true},
		{name: "no officers", text: "An armed man was fatally shot by officers Monday in Selah, police said. No officers were injured.", want: []string{"k=1 i=none"}, only: true},
		{name: "expected to survive", text: "Police responded to a shooting Monday on Vine Street in Selah. A 19-year-old man is expected to survive.", want: []string{"i=1 k=none"}, only: true},
		{name: "condition alone", text: "The mayor of Selah remained in critical condition on Monday after his stroke, police said.", only: true},
	} {
		t.Run(c.name, c.run)
	}
}
