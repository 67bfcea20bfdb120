package attribute

import "testing"

// What a body is, what goes on elsewhere and what bomb was made safe are no claims.
func TestStandingDescriptions(t *testing.T) {
	const deed = "A bomb killed nine people in Hasakeh on Monday, a medic said. "
	for _, c := range []claimCase{
		{name: "a coalition", text: deed + "The monitor said the driver belonged to the Karm Forces, a tribal coalition battling IS in western Iraq.", want: []string{"k=9"}, only: true},
		{name: "without its comma", text: deed + "The monitor said the driver belonged to the Karm Forces a tribal coalition battling IS in western Iraq.", want: []string{"k=9"}, only: true},
		{name: "the main force", text: deed + "The Karm Brigades have long been the main force fighting the militants in western Iraq.", want: []string{"k=9"}, only: true},
		{name: "a battle of the day", text: deed + "Kurdish forces were battling IS fighters in Kobane on Monday, the monitor said.", want: []string{"k=9", "ev=clash at=kobane"}},
		{name: "came as", text: deed + "Mondays twin bombings came as fighters pushed on with their siege of the town of Kobane.", want: []string{"k=9 at=hasakeh"}, only: true},
		{name: "came as, alone", text: "Monday's car bombing came as rebels stepped up attacks on Kobane.", only: true},
		{name: "strikes came as", text: "Tuesday's air strikes came as troops closed in on Kobane. Shells killed nine people in Hasakeh on Monday.", want: []string{"k=9 at=hasakeh"}, only: true},
		{name: "made safe", text: deed + "According to informed sources, engineers dismantled a second explosive charge that had been hidden under a bridge in Qamishli.", want: []string{"k=9"}, only: true},
		{name: "a van made safe", text: "Sappers disarmed a booby-trapped van parked in Qamishli on Tuesday, police said.", only: true},
		{name: "bombs made safe", text: "Troops stormed a hideout in Qamishli on Tuesday and defused three bombs.", only: true},
		{name: "deliberately shells", text: "Karm TV says the army deliberately shells homes in Idlib.", only: true},
		{name: "deliberately target", text: deed + "Opposition groups say government forces deliberately target medical buildings in Idlib.", want: []string{"k=9"}, only: true},
		{name: "deliberately targeted", text: "Government forces deliberately targeted a hospital in Idlib on Monday, a medic said.", want: []string{"ev=attack at=idlib"}, only: true},
		{name: "looks into the reported use", text: deed + "The ministry said its envoy was looking into the reported firing of chlorine shells at Saraqeb.", want: []string{"k=9"}, only: true},
		{name: "a video shot there", text: deed + "A clip purportedly shot at the gates of Aleppo showed 12 bodies.", want: []string{"k=9", "ev=bombing k=12"}},
	} {
		t.Run(c.name, c.run)
	}
}
