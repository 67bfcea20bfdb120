package attribute

import "testing"

// Arms of those who were harmed are not what harmed them.
func TestWhoseArms(t *testing.T) {
	for _, c := range []claimCase{
		{name: "came at him with a machete", text: "A deputy wounded a man who came at him with a machete in Akron on Monday.", want: []string{"ev=shooting"}, only: true},
		{name: "wielding a hatchet", text: "Officers killed a man wielding a hatchet in Akron on Monday, the sheriff said.", want: []string{"ev=shooting k=1"}, only: true},
		{name: "his own knife", text: "A man with a knife wounded three people in Akron on Monday.", want: []string{"ev=attack i=3"}, only: true},
		{name: "no police", text: "A man killed a clerk with a knife in Akron on Monday.", want: []string{"ev=attack k=1"}, only: true},
		{name: "fired on a helicopter", text: "Rebels fired on a helicopter near Taiz on Monday, killing two crew.", want: []string{"ev=shooting k=2"}, only: true},
		{name: "a helicopter fired", text: "A helicopter fired on a bus near Taiz on Monday, killing two men.", want: []string{"ev=air_strike k=2"}, only: true},
		{name: "a plane with pilgrims", text: "Rockets came down beside the runway in Hama on Monday, where a plane with pilgrims had just landed, wounding two.", want: []string{"ev=shelling i=2"}, only: true},
		{name: "a plane with bombs", text: "A plane with two bombs hit a bus near Taiz on Monday, killing two men.", want: []string{"ev=air_strike k=2"}, only: true},
		{name: "under fire by gunmen", text: "Protesters came under fire by gunmen in Taiz on Monday and four of them were wounded.", want: []string{"ev=shooting i=4"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
	for _, text := range []string{"came under fire from", "knife", "with a knife", "on a helicopter", "fired on helicopter"} {
		testReader().Read(report(text, text))
	}
}

// Arms that are found or taken did nothing, and a besieged town is only called so.
func TestTakenArms(t *testing.T) {
	for _, c := range []claimCase{
		{name: "a pistol seized", text: "Police seized a pistol after a man was stabbed in Akron on Monday.", want: []string{"ev=attack"}},
		{name: "recovered", text: "A man was found stabbed to death in Akron on Monday and a rifle was recovered, police said.", want: []string{"ev=attack k=1"}, only: true},
		{name: "a town seized", text: "Rebels seized the town of Hama on Monday and killed nine soldiers.", want: []string{"ev=clash k=9"}, only: true},
		{name: "the besieged town", text: "Three people were killed in the besieged town of Douma on Monday.", want: []string{"ev=attack k=3"}, only: true},
		{name: "troops besieged it", text: "Troops besieged the town of Douma on Monday.", want: []string{"ev=obstruction at=Douma"}, only: true},
		{name: "a verb of its own", text: "A chlorine attack on Taiz killed nine people on Monday. The rebels had shelled the airport of Hama with Grad rockets on Sunday, their spokesman said.", want: []string{"ev=chemical_attack k=9", "ev=shelling"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
	for _, text := range []string{"seized a", "rifles were", "besieged", "the besieged", "recovered rifles"} {
		testReader().Read(report(text, text))
	}
}

// A blow with a stone or a stick is no shot.
func TestBluntArms(t *testing.T) {
	for _, c := range []claimCase{
		{name: "by a stone", text: "Settlers injured nine men, including a boy struck in the head by a stone in Hebron on Monday.", want: []string{"ev=attack i=9"}, only: true},
		{name: "with a bottle", text: "A man was hit in the face with a bottle in Akron on Monday and wounded.", want: []string{"ev=attack"}, only: true},
		{name: "in the chest", text: "A boy was hit in the chest outside a store in Akron on Monday.", want: []string{"ev=shooting i=1"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
