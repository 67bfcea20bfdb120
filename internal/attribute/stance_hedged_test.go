package attribute

import "testing"

// A hedge is about the deed or its author, and not about anything else told beside it.
func TestHedged(t *testing.T) {
	for _, c := range []claimCase{
		{name: "far before", text: "In Mali, suspected Karm Liberation Front fighters detonated a bomb against a convoy near Kayes on Monday, killing at least 27 civilians.", want: []string{"k=27+ st=hedged"}},
		{name: "far behind", text: "Ten people were killed at a quarry outside Douma on Monday, in the latest attack on strangers by suspected Karm Front gunmen.", want: []string{"k=10 st=hedged"}},
		{name: "held to be", text: "A convoy was attacked in Douma on Monday by gunmen thought to belong to the Karm Front, killing nine people.", want: []string{"k=9 st=hedged"}},
		{name: "reported killed", text: "A baker was reported killed when a rocket struck a street in Douma on Monday.", want: []string{"k=1 st=hedged"}},
		{name: "a reported strike", text: "At least 14 civilians were killed in a reported Northland airstrike on a home in Douma on Monday.", want: []string{"k=14+ st=hedged"}},
		{name: "an apparent strike", text: "Nine people were killed in Douma on Monday in an apparent drone strike.", want: []string{"k=9 st=hedged"}},
		{name: "may have been", text: "Nine people may have been killed by a shell in Douma on Monday.", want: []string{"k=9 st=hedged"}},
		{name: "two adjectives", text: "Nine people were killed in an alleged Russian or regime airstrike on Douma on Monday.", want: []string{"k=9 st=hedged"}},
		{name: "the dead", text: "An air strike near Douma on Monday killed nine militants believed to have taken part in the raid.", want: []string{"k=9 st=asserted"}},
		{name: "informers", text: "Islamic State executed 67 civilians and some soldiers and suspected informers in Douma on Monday.", want: []string{"k=67 st=asserted"}},
		{name: "drunk", text: "Three people were shot in Akron on Monday by a man who appeared to be drunk.", want: []string{"ev=shooting st=asserted"}},
		{name: "fled", text: "The driver shot three people in Akron on Monday and may have fled to Texas.", want: []string{"ev=shooting st=asserted"}},
		{name: "the suspect", text: "The suspect shot three people in Akron on Monday.", want: []string{"ev=shooting st=asserted"}},
		{name: "retaliation", text: "Tanks shelled Douma on Monday in apparent retaliation and nine people were killed.", want: []string{"k=9 st=asserted"}},
		{name: "reported by", text: "Nine people were reported killed by a shell in Douma on Monday, rescuers said.", want: []string{"k=9 said=rescuers st=asserted"}},
	} {
		t.Run(c.name, c.run)
	}
}

// What "has been reported" is hearsay, credited to nobody, and who reports it himself is credited.
func TestHearsay(t *testing.T) {
	for _, c := range []claimCase{
		{name: "has been reported", text: "A bomb killed nine people in Kabul on Monday, Karm TV reports. It has further been reported that gunmen executed 18 villagers near Herat on Monday.", want: []string{"k=9 st=asserted", "k=18 -said=karm st=hedged"}, only: true},
		{name: "was reported", text: "It was reported that four police officers were abducted in Herat on Monday.", want: []string{"ev=abduction st=hedged"}, only: true},
		{name: "by whom", text: "It was reported by Karm TV that nine people were shot dead in Herat on Monday.", want: []string{"k=9 said=karm st=asserted"}, only: true},
		{name: "reported as saying", text: "The governor was reported that morning as saying that shells killed nine people in Homs on Monday.", want: []string{"k=9 st=asserted"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}

// That some of them are perhaps somebody does not hedge what befell all.
func TestPerhapsIncluding(t *testing.T) {
	for _, c := range []claimCase{
		{name: "possibly", text: "At least 14 civilians, possibly including aid workers, were killed on Monday when a bomber attacked a hotel in Kabul.", want: []string{"k=14+ st=asserted"}, only: true},
		{name: "the deed", text: "At least 14 civilians, including aid workers, were possibly killed by an alleged air strike in Kabul on Monday.", want: []string{"k=14+ st=hedged"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
