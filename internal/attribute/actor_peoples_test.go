package attribute

import "testing"

// A people that stands for its forces, and whose body somebody is.
func TestPeoples(t *testing.T) {
	for _, c := range []claimCase{
		{name: "shelled", text: "The Russians shelled the town of Hama with artillery on Monday, and two people were killed.", want: []string{"k=2 by=russians"}, only: true},
		{name: "shelled by", text: "Two people were killed in Hama on Monday when it was shelled by the Russians.", want: []string{"k=2 by=russians"}, only: true},
		{name: "carried out", text: "The Israelis carried out a raid on Gaza on Monday that killed two people.", want: []string{"k=2 by=israelis"}, only: true},
		{name: "whose depot", text: "On Monday rebels struck a depot of the Russians in Hama and killed two men.", want: []string{"k=2 by=rebels -by=russians"}, only: true},
		{name: "affiliated", text: "Two people were killed when rockets fired by the PKK-affiliated YPG hit Reyhanli on Monday, officials said.", want: []string{"k=2 by=ypg -by=affiliated"}, only: true},
		{name: "linked agency", text: "The ISIS-linked Dawn agency said two people were killed in a raid on Hama on Monday.", want: []string{"k=2 -by=isis"}, only: true},
		{name: "linked gunmen", text: "Al-Qaeda-linked militants killed two people in Hama on Monday.", want: []string{"k=2 by=linked"}, only: true},
		{name: "armed with", text: "Two assailants armed with rifles attacked a bank in Hama on Monday and killed four people.", want: []string{"k=4 by=assailants -by=armed"}, only: true},
		{name: "had carried out", text: "The army said the air force had carried out raids on Hama on Monday that killed two people.", want: []string{"k=2 by=force"}, only: true},
		{name: "claimed the attack", text: "ISIS claimed the attack, which killed 30 people in Hama on Monday.", want: []string{"k=30 by=isis"}, only: true},
		{name: "claimed it killed", text: "Rebels claimed the strike killed 30 people in Hama on Monday.", want: []string{"k=30 -by=rebels"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
