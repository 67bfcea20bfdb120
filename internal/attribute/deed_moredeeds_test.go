package attribute

import "testing"

// Deeds have many names: people who are picked up or hauled away, grenades in numbers, houses
// under bulldozers, roads and power that are cut, and robbery on the road.
func TestDeedsHaveManyNames(t *testing.T) {
	for _, c := range []claimCase{
		{name: "picked up", text: "Three students were picked up by security forces in Hama on Monday, a relative said.", want: []string{"ev=detention at=hama said=relative"}, only: true},
		{name: "picked up the wounded", text: "Ambulances picked up the bread in Hama on Monday, a relative said.", only: true},
		{name: "hauled away", text: "Three men were hauled away by soldiers in Hama on Monday, residents said.", want: []string{"ev=abduction at=hama by=soldiers"}, only: true},
		{name: "driven from their homes", text: "Residents of Hama were driven from their homes by militiamen on Monday, a priest said.", want: []string{"ev=displacement at=hama"}, only: true},
		{name: "grenades in numbers", text: "Attackers lobbed grenades at a church in Hama on Monday.", want: []string{"ev=bombing at=hama by=attackers"}, only: true},
		{name: "bulldozers", text: "Bulldozers flattened 40 houses in Hama on Monday, residents said.", want: []string{"ev=property_destruction at=hama"}, only: true},
		{name: "a plane levels", text: "Warplanes levelled 40 houses in Hama on Monday, residents said.", want: []string{"ev=air_strike at=hama"}, only: true},
		{name: "ambulances", text: "Soldiers prevented ambulances from reaching the wounded in Hama on Monday, a nurse said.", want: []string{"ev=obstruction by=soldiers"}, only: true},
		{name: "a claymore", text: "Rebels set off a claymore mine against a bus in Hama on Monday, killing two.", want: []string{"ev=bombing k=2"}, only: true},
		{name: "a grenade launcher", text: "Two guards were wounded in Hama on Monday by a shot from a grenade launcher.", want: []string{"ev=shelling i=2"}, only: true},
		{name: "a hand grenade", text: "Two guards were wounded in Hama on Monday by a hand grenade.", want: []string{"ev=bombing i=2"}, only: true},
		{name: "pellets", text: "Six young men were brought in with pellet injuries in Hama on Monday, a doctor said.", want: []string{"ev=shooting i=6"}, only: true},
		{name: "rubber-coated", text: "Six people were hit by rubber-coated bullets in Hama on Monday.", want: []string{"ev=shooting i=6"}, only: true},
		{name: "kinds of drones and missiles", text: "A Geran-2 hit a house in Hama on Monday. On Tuesday an Iskander killed two there.", want: []string{"ev=drone_strike", "ev=shelling k=2"}, only: true},
		{name: "shell out", text: "Rebels torched two lorries in Hama on Monday when a firm would not shell out any money.", want: []string{"ev=property_destruction by=rebels"}, only: true},
		{name: "an encounter", text: "Two Maoists were killed in an encounter in Hama on Monday, police said.", want: []string{"ev=clash k=2"}, only: true},
		{name: "fended off", text: "The army fended off an attack by rebels in Hama on Monday, it said.", want: []string{"ev=clash at=hama"}, only: true},
		{name: "repulsed", text: "Government troops repulsed six assaults near Hama on Monday, the army said.", want: []string{"ev=clash at=hama"}, only: true},
		{name: "fought for control", text: "Six people were killed as gangs fought for control of Hama on Monday.", want: []string{"ev=clash k=6"}, only: true},
		{name: "drove over a device", text: "A tractor drove over an explosive device in Hama on Monday, killing four.", want: []string{"ev=landmine k=4"}, only: true},
		{name: "a cart struck a device", text: "Three people were killed when their cart struck an explosive device in Hama on Monday.", want: []string{"ev=landmine k=3"}, only: true},
		{name: "hit by a device", text: "Three soldiers were killed when their vehicle was hit by an explosive device in Hama on Monday.", want: []string{"ev=bombing k=3"}, only: true},
		{name: "what makers call it", text: "An MQ-9 fired a missile at a truck in Hama on Monday, killing four.", want: []string{"ev=drone_strike k=4"}, only: true},
		{name: "a handmade explosive", text: "A handmade explosive planted by militants killed four soldiers in Hama on Monday.", want: []string{"ev=bombing k=4"}, only: true},
		{name: "robbed on the road", text: "Bandits stopped a bus and robbed the passengers near Hama on Monday, a nurse said.", want: []string{"ev=attack by=bandits"}, only: true},
		{name: "into a crowd", text: "A car drove into a crowd in Hama on Monday, killing two.", want: []string{"ev=attack k=2"}, only: true},
		{name: "reduced to rubble", text: "A clinic in Hama was reduced to rubble by two aerial bombs on Monday.", want: []string{"ev=air_strike at=hama"}, only: true},
		{name: "riddled", text: "Hooded men riddled Omar Example with bullets in front of his home in Hama on Monday.", want: []string{"ev=shooting by=men"}, only: true},
		{name: "a strike force", text: "A strike force raided a hostel in Hama on Monday and shot eleven men dead.", want: []string{"ev=shooting k=11 by=force"}, only: true},
		{name: "attributed", text: "Residents said a farmer was shot dead in Hama on Monday. The Ombudsman attributed the killing to the Islamic State.", want: []string{"k=1 said=residents", "by=islamic said=ombudsman"}},
		{name: "at gunpoint", text: "Villagers in Hama were ordered at gunpoint to leave their homes on Monday, a priest said.", want: []string{"ev=displacement at=hama"}, only: true},
		{name: "riddled with errors", text: "The report was riddled with errors, a critic said in Hama on Monday.", only: true},
		{name: "run over in traffic", text: "A man was run over by a bus in Hama on Monday.", only: true},
		{name: "driven out by water", text: "Flood waters drove villagers from Zoran village near Hama on Monday.", only: true},
		{name: "a law", text: "The law prohibits attacks that target civilians, and the riddled walls of Hama show why.", only: true},
		// Molotov was the name of a town, and is none here
		{name: "half of a weapon's name", text: "Masked men threw a Molotov cocktail at a mosque in Hama on Monday, wounding two.", want: []string{"ev=bombing at=hama i=2"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
