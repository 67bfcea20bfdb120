package attribute

import "testing"

// The day on which somebody denies a deed is seldom the deed's.
func TestDayOfTheDenial(t *testing.T) {
	const hit = "Planes bombed a market in Saraqib on October 3, residents said, and nine people were killed.\n\n"
	for _, c := range []claimCase{
		{name: "two days", text: "The air force denied on October 6 that its planes had bombed a market in Saraqib on October 3.", want: []string{"st=denied on=2017-10-03"}, only: true},
		{name: "day before the verb", text: "The air force on October 6 denied that its planes had bombed a market in Saraqib on October 3.", want: []string{"st=denied on=2017-10-03"}, only: true},
		{name: "without a word of time", text: "The air force denied October 6 that its planes had bombed a market in Saraqib on October 3.", want: []string{"st=denied on=2017-10-03"}, only: true},
		{name: "accusations rejected", text: "The air force rejected on October 6 reports that its planes had bombed a market in Saraqib on October 3.", want: []string{"st=denied on=2017-10-03"}, only: true},
		{name: "the deed's day is another's", text: hit + "The air force denied on October 6 bombing the market in Saraqib.", want: []string{"k=9 on=2017-10-03", "st=denied on=2017-10-03"}, only: true},
		{name: "the day before, of another's deed", text: hit + "The air force on October 6 denied bombing the market in Saraqib.", want: []string{"k=9 on=2017-10-03", "st=denied on=2017-10-03"}, only: true},
		{name: "the day is of what is denied", text: "The air force denied the bombing of a market in Saraqib on October 3.", want: []string{"st=denied on=2017-10-03"}, only: true},
		{name: "so is one that owns the deed", text: "The air force denied October 3's strikes on a market in Saraqib that killed nine people.", want: []string{"st=denied on=2017-10-03"}, only: true},
		{name: "and owns it beside another", text: "The air force denied Tuesday's strike on Saraqib that killed nine people, while a shell killed two in Homs on Monday.", want: []string{"k=9 st=denied on=2017-10-17", "k=2 on=2017-10-16"}, only: true},
		{name: "for two days", text: "The air force in the past two days denied that its planes had bombed a market in Saraqib on October 3.", want: []string{"st=denied on=2017-10-03"}, only: true},
		{name: "no other day", text: "The air force denied on October 6 that its planes had bombed a market in Saraqib.", want: []string{"st=denied on=2017-10-06"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}

// Nor is that on which people mourn, protest or look into it.
func TestDayOfTheReaction(t *testing.T) {
	for _, c := range []claimCase{
		{name: "mourning", text: "Families on October 6 mourned nine people killed when shells hit a market in Saraqib on October 3.", want: []string{"k=9 on=2017-10-03"}, only: true},
		{name: "protest", text: "Hundreds protested in Saraqib on October 6 over the shelling that killed nine people there on October 3.", want: []string{"k=9 on=2017-10-03"}, only: true},
		{name: "inquiry", text: "The army opened an inquiry on October 6 into the killing of nine farmers by soldiers in Saraqib on October 3.", want: []string{"k=9 on=2017-10-03"}, only: true},
		{name: "what an inquiry found", text: "An inquiry on October 6 found that soldiers had shot dead nine farmers in Saraqib.", want: []string{"k=9 on=2017-10-06"}, only: true},
		{name: "marched on the day", text: "Hundreds on October 6 marched against the killing of nine farmers by soldiers in Saraqib on October 3.", want: []string{"k=9 on=2017-10-03"}, only: true},
		{name: "rallied after", text: "Villagers on October 6 rallied after soldiers shot dead nine farmers in Saraqib on October 3.", want: []string{"k=9 on=2017-10-03"}, only: true},
		{name: "marched over", text: "Hundreds marched on October 6 over the killing of nine farmers by soldiers in Saraqib on October 3.", want: []string{"k=9 on=2017-10-03"}, only: true},
		{name: "apologised", text: "The army apologised on October 6 for the killing of nine farmers by soldiers in Saraqib on October 3.", want: []string{"k=9 on=2017-10-03"}, only: true},
		{name: "apologised to them", text: "The army apologised to villagers on October 6 for the killing of nine farmers by soldiers in Saraqib on October 3.", want: []string{"k=9 on=2017-10-03"}, only: true},
		{name: "planes returned after", text: "Planes on October 6 returned after bombs had killed nine people in Saraqib on October 3.", want: []string{"k=9 on=2017-10-06"}, only: true},
		{name: "shot at as they marched", text: "Crowds marched on October 6 and soldiers shot dead nine of them in Saraqib after shells hit Homs on October 3.", want: []string{"k=9 on=2017-10-06"}, only: true},
		{name: "shelled as they marched", text: "Farmers who on October 6 marched in Saraqib were shelled by soldiers, killing nine of them, after two had died in Homs on October 3.", want: []string{"k=9 on=2017-10-06", "k=2 on=2017-10-03"}, only: true},
		{name: "figures revised", text: "Doctors revised on October 6 the toll of the shelling of Saraqib on October 3 to nine dead.", want: []string{"k=9 on=2017-10-03"}, only: true},
		{name: "shot at in protest", text: "Demonstrators rallied on October 3 in Saraqib, where police shot two of them dead. Shells killed nine people in Homs on October 6.", want: []string{"k=2 on=2017-10-03", "k=9 on=2017-10-06"}, only: true},
		{name: "shot at when in protest", text: "Soldiers opened fire on people who protested in Saraqib on October 3, killing four. Shells killed nine people in Homs on October 6.", want: []string{"k=4 on=2017-10-03", "k=9 on=2017-10-06"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
