package attribute

import "testing"

// Who tells a thing, where he is silent on another, where he is a centre, or where the
// sentence names only the land that something was fired from.
func TestTellersOfWar(t *testing.T) {
	for _, c := range []claimCase{
		{name: "no mention but said", text: "State media made no mention of Zoran but said two officers were killed by an explosive device in Hama on Monday.", want: []string{"k=2 said=State_media"}},
		{name: "did not confirm but said", text: "The ministry did not confirm the strike but said nine soldiers were killed in Zoran on Monday.", want: []string{"k=9 said=ministry"}},
		{name: "no mention and no more", text: "Nine people died in a blast in Zoran on Monday. Karm state news agency made no mention of the attack.", want: []string{"k=9 -said=agency"}, only: true},
		{name: "a centre for reconciliation", text: "Militants shelled the Zoran neighborhood of Aleppo on Monday killing a teenager the Russian center for reconciliation of the warring sides said in a bulletin.", want: []string{"k=1 said=center_for_reconciliation"}},
		{name: "a source at a base", text: "Militants fired rockets at the Zoran district on Monday killing eight people the Russian center at Hmeymim air base said.", want: []string{"k=8 said=center"}},
		{name: "figures of the opposition", text: "Opposition figures on Monday accused the army of killing 52 villagers in Zoran.", want: []string{"k=52 said=Opposition_figures by=army"}},
		{name: "information handed over", text: "According to information handed over by the local council of Zoran the village was hit on Monday and six people died.", want: []string{"k=6 said=local_council"}},
		{name: "fired from a land", text: "Rockets fired from Syria struck the Lebanese border town of Arsal on Friday killing seven people security sources said.", want: []string{"k=7 -by=Syria"}},
		{name: "sources inside", text: "The group stoned a woman to death on Monday in Zoran square sources from inside the city said.", want: []string{"k=1 said=sources"}},
		{name: "who holds the town, shortened", text: "A car bomb ripped through a busy street outside the courthouse in Azaz a town controlled by the Free Syrian Army (FSA) killing nine people on Tuesday.", want: []string{"k=9 -by=FSA"}},
		{name: "who fired, shortened", text: "The Free Syrian Army (FSA) shelled Azaz on Tuesday killing nine people.", want: []string{"k=9 by=Free_Syrian_Army"}},
		{name: "fired by a state", text: "Syria fired rockets at the Lebanese border town of Arsal on Friday killing seven people security sources said.", want: []string{"k=7 by=Syria"}},
	} {
		t.Run(c.name, c.run)
	}
}
