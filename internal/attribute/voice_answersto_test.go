package attribute

import "testing"

// Others' figures and answers that name no deed themselves are about the one told right before.
func TestAnswersTo(t *testing.T) {
	const bomb = "A bomb went off in a market in Kosti on Monday, killing nine people, police said. "
	const raid = "Gunmen attacked the village of Karm on Monday night, killing nine farmers, the governor said. "
	for _, c := range []claimCase{
		// figures
		{name: "put it", text: bomb + "The Red Crescent put it above twenty.", want: []string{"k=9 said=police", "k=21+ said=Red"}},
		{name: "a list has names", text: bomb + "A local list has 14 names.", want: []string{"k=9", "k=14 said=list"}},
		{name: "a list of names", text: bomb + "The association published a list of 14 names.", want: []string{"k=9", "k=14 said=association"}},
		{name: "the real figure", text: bomb + "The opposition says the real figure is closer to 40.", want: []string{"k=9", "k=40 said=opposition"}},
		{name: "the figure was", text: bomb + "The governor's office said the figure was 12.", want: []string{"k=9", "k=12 said=governor"}},
		{name: "victims spoken of", text: bomb + "Residents speak of more than twenty victims.", want: []string{"k=9", "k=21+ said=Residents"}},
		{name: "another number", text: bomb + "The mayor said the figure was 12 kilometres.", want: []string{"k=9"}, only: true},
		{name: "a list of demands", text: bomb + "The union's list has 14 demands.", want: []string{"k=9"}, only: true},
		{name: "how he put it", text: bomb + "It was over, as one trader put it on Tuesday.", want: []string{"k=9"}, only: true},
		// who did it
		{name: "staged", text: raid + "The army said that rebels staged it.", want: []string{"k=9", "said=army by=rebels"}},
		{name: "carried it out", text: raid + "The Karm Front said it carried it out.", want: []string{"k=9", "st=self_claimed said=Front"}},
		{name: "claimed the bombing", text: bomb + "The Karm Front claimed the bombing.", want: []string{"k=9 said=police", "st=self_claimed said=Front"}},
		{name: "claimed the blast", text: bomb + "The local branch of the Karm Front claimed the blast.", want: []string{"k=9 said=police", "st=self_claimed said=Front"}},
		{name: "claimed it was an accident", text: bomb + "A trader claimed the bombing was an accident.", want: []string{"k=9"}, only: true},
		{name: "staged a play", text: raid + "The teacher said that pupils staged it in spring.", want: []string{"k=9 -by=pupils"}},
		{name: "suspect", text: raid + "Security sources suspect the militia, which holds the hills to the south.", want: []string{"k=9", "said=sources by=militia"}},
		{name: "the suspect", text: raid + "Police questioned the suspect, a militia member from the hills.", want: []string{"k=9 -by=militia"}, only: true},
		{name: "disowned", text: raid + "The spokesman of the militia disowned the attack.", want: []string{"k=9", "st=denied said=militia"}},
		{name: "nothing to do with it", text: raid + "The militia said it had nothing to do with it.", want: []string{"k=9", "ev=attack st=denied said=militia"}},
		{name: "denied any part", text: raid + "The herders' association denied any part in it.", want: []string{"k=9", "ev=attack st=denied said=herders"}},
	} {
		t.Run(c.name, c.run)
	}
}

// Everyday names of deeds.
func TestNamesOfEverydayDeeds(t *testing.T) {
	for _, c := range []claimCase{
		{name: "stray round", text: "A stray round killed a girl in Karm on Monday.", want: []string{"ev=shooting k=1"}},
		{name: "lashed", text: "Four herders were lashed in public in Karm on Monday.", want: []string{"ev=ill_treatment at=Karm"}},
		{name: "mugged", text: "A driver was mugged at knifepoint in Karm on Monday.", want: []string{"ev=attack at=Karm"}},
		{name: "ashes", text: "The mosque was reduced to ashes in Karm on Monday.", want: []string{"ev=property_destruction at=Karm"}},
		{name: "drone", text: "A drone crashed into an apartment block in Karm on Monday, wounding two.", want: []string{"ev=drone_strike i=2"}},
		{name: "hammered", text: "Planes hammered Karm on Monday, killing three.", want: []string{"ev=air_strike k=3"}},
		{name: "stones", text: "Settlers threw stones at cars in Karm on Monday, wounding a driver.", want: []string{"ev=attack i=1"}},
		{name: "hammered out", text: "Envoys hammered out a truce in Karm on Monday.", want: []string{}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
