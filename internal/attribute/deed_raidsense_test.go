package attribute

import "testing"

// A raid, a siege and an assault are told by who came and what they came upon.
func TestRaidSense(t *testing.T) {
	for _, c := range []claimCase{
		{name: "a raid on motorcycles", text: "A raid on the village of Hafir killed 12 people on Monday, residents said. The attackers came on motorcycles.", want: []string{"ev=attack k=12"}, only: true},
		{name: "a raid by planes", text: "Warplanes struck Homs on Monday. At least nine people died in the raid, the mayor said.", want: []string{"ev=air_strike k=9+"}, only: true},
		{name: "a police station besieged", text: "Gunmen laid siege to a police station in Homs on Monday and killed three officers.", want: []string{"ev=attack k=3"}, only: true},
		{name: "the hotel siege", text: "Nine people died in the hotel siege in Homs on Monday, police said.", want: []string{"ev=attack k=9"}, only: true},
		{name: "a town beleaguered", text: "The army has laid siege to the town of Hafir since July. Five people starved to death there on Monday.", want: []string{"ev=obstruction k=5"}, only: true},
		{name: "a village stormed", text: "Gunmen stormed the village of Hafir on Monday and killed nine people.", want: []string{"ev=attack k=9"}, only: true},
		{name: "a town assaulted", text: "Troops began an assault on the rebel-held town of Hafir on Monday, killing nine fighters.", want: []string{"ev=clash k=9"}, only: true},
		{name: "killed and abducted", text: "Bandits entered Hafir on Monday, killing six people and abducting eleven.", want: []string{"ev=attack k=6", "ev=abduction k=none"}, only: true},
		{name: "died in captivity", text: "A man abducted from Hafir died in captivity on Monday, his family said.", want: []string{"ev=abduction"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}

// Fighters who strike or raid a place do so on the ground.
func TestTheyStrike(t *testing.T) {
	for _, c := range []claimCase{
		{name: "militants strike", text: "Ten people were killed as militants strike Taiz estate on Monday.", want: []string{"ev=attack k=10"}, only: true},
		{name: "gunmen raid", text: "Ten people died as gunmen raid village near Taiz on Monday.", want: []string{"ev=attack k=10"}, only: true},
		{name: "planes strike", text: "Ten people died as planes strike Taiz on Monday.", want: []string{"ev=air_strike k=10"}, only: true},
		{name: "a strike on them", text: "Strike on militants kills ten in Taiz on Monday.", want: []string{"ev=air_strike k=10"}, only: true},
		{name: "a strike kills them", text: "A strike on the town of Taiz killed ten militants on Monday.", want: []string{"ev=air_strike k=10"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}

// One raid, in a report in which nothing flies, is made on the ground; a state's may come
// from the air.
func TestRaidOfNoAirForce(t *testing.T) {
	for _, c := range []claimCase{
		{name: "kills in a raid", text: "Boko Haram killed 12 people in a raid on the village of Gwoza on Monday, residents said.", want: []string{"ev=attack k=12"}, only: true},
		{name: "Israeli raid", text: "Two people were killed in an Israeli raid on Gaza on Monday, medics said.", want: []string{"ev=air_strike k=2"}, only: true},
		{name: "of the coalition", text: "A coalition raid killed eight people in the town of Raqqa on Monday, medics said.", want: []string{"ev=air_strike k=8"}, only: true},
		{name: "planes besides", text: "A raid killed eight people in the town of Taiz on Monday, medics said. Warplanes were seen over Hama.", want: []string{"ev=air_strike k=8"}},
	} {
		t.Run(c.name, c.run)
	}
}

// Robbers make off with people as with goods.
func TestMadeOffWith(t *testing.T) {
	for _, c := range []claimCase{
		{name: "students", text: "Bandits made off with 12 students in Taiz on Monday, residents said.", want: []string{"ev=abduction by=Bandits"}, only: true},
		{name: "cars", text: "Robbers made off with two cars in Taiz on Monday, residents said.", only: true},
	} {
		t.Run(c.name, c.run)
	}
	testReader().Read(report("Made off with", "Men made off with"))
}
