package attribute

import "testing"

// Captives, bound men and those singled out are put to death; men who break out, or whom a
// shell hits, are not.
func TestCloseHand(t *testing.T) {
	for _, c := range []claimCase{
		{name: "captured soldiers", text: "The militants shot dead 20 captured soldiers near Taiz on Monday, residents said.", want: []string{"ev=killing k=20"}, only: true},
		{name: "prisoners were shot", text: "Six prisoners were shot dead by rebels in Taiz on Monday.", want: []string{"ev=killing k=6"}, only: true},
		{name: "breaking out", text: "Two prisoners were shot dead while trying to escape in Taiz on Monday.", want: []string{"ev=shooting k=2"}, only: true},
		{name: "a taker of hostages", text: "Police shot and killed a hostage taker in Taiz on Monday.", want: []string{"ev=shooting k=1"}, only: true},
		{name: "out of their house", text: "Gunmen dragged two men out of their house in Taiz on Monday and shot them dead.", want: []string{"ev=killing k=2"}, only: true},
		{name: "off a bus", text: "Gunmen pulled nine passengers off a bus near Taiz on Monday and killed them, police said.", want: []string{"ev=killing k=9"}, only: true},
		{name: "pulled over", text: "The officer pulled over a car in Taiz on Monday and was shot dead.", want: []string{"ev=shooting"}, only: true},
		{name: "out of rubble", text: "Four people were killed and three pulled out of the rubble of a house in Taiz on Monday after shelling.", want: []string{"ev=shelling k=4"}, only: true},
		{name: "bodies bound", text: "Seven bodies were found on Monday in Taiz, bound and shot.", want: []string{"ev=killing k=7"}, only: true},
		{name: "in the head", text: "The bodies of four men were found in Taiz on Monday with gunshot wounds to the head, police said.", want: []string{"ev=killing k=4"}, only: true},
		{name: "one man in a town", text: "A man was found dead on Monday with a gunshot wound to the head in Akron, police said.", want: []string{"ev=shooting k=1"}, only: true},
		{name: "hacked to death", text: "Rebels hacked nine farmers to death in Taiz on Monday, police said.", want: []string{"ev=killing k=9"}, only: true},
		{name: "shot or hacked", text: "Rebels shot or hacked nine farmers to death in Taiz on Monday, police said.", want: []string{"ev=shooting k=9"}, only: true},
		{name: "accused of spying", text: "Militants killed a teacher in Taiz on Monday whom they accused of spying for the army.", want: []string{"ev=killing k=1"}, only: true},
		{name: "accused of robbery", text: "Police shot dead a man accused of robbery in Taiz on Monday.", want: []string{"ev=shooting k=1"}, only: true},
		{name: "from house to house", text: "Soldiers killed 29 civilians during house-to-house searches in Taiz on Monday.", want: []string{"ev=killing k=29"}, only: true},
		{name: "only taken", text: "Gunmen took three officials from their homes in Taiz on Monday, residents said.", want: []string{"ev=abduction"}, only: true},
		{name: "hit later", text: "A mortar shell killed three men who had been taken from their homes in Taiz on Monday.", want: []string{"ev=shelling k=3"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}

// The ends of a text hold nothing behind them.
func TestCloseHandAtTheEnd(t *testing.T) {
	for _, text := range []string{"Shot captive", "Two killed, ids", "ids", "Four killed, dragged", "Four killed, accused of", "Bodies found, shot to the", "hacked", "Six killed door", "Prisoners were shot"} {
		testReader().Read(report(text, text))
	}
}

// Who was kidnapped and is found dead was killed, and where he was found.
func TestKidnappedAndFound(t *testing.T) {
	for _, c := range []claimCase{
		{name: "bodies", text: "The bodies of four men kidnapped in Kutum were discovered near Kosti on Monday, police said.", want: []string{"ev=killing k=4 at=kosti -at=kutum"}, only: true},
		{name: "a body", text: "The body of a teacher abducted in Goma was found in Sake on Monday, officials said.", want: []string{"ev=killing k=1 at=sake"}, only: true},
		{name: "not found elsewhere", text: "Gunmen killed two guards and four men were kidnapped in Kutum on Monday, police said.", want: []string{"k=2 at=kutum"}},
	} {
		t.Run(c.name, c.run)
	}
}
