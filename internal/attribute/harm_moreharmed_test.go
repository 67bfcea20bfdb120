package attribute

import "testing"

// Others whom the same deed hurt come on top of those told of before; the same ones told of again do not.
func TestMoreHarmed(t *testing.T) {
	const before = "A 34-year-old man was shot outside a bar in Gary on Sunday night, police said. "
	for _, c := range []claimCase{
		{name: "also shot", text: before + "A 19-year-old woman was also shot.", want: []string{"i=2 k=none"}, only: true},
		{name: "another", text: before + "Another man was shot in the foot.", want: []string{"i=2"}, only: true},
		{name: "a second", text: before + "A second victim, a 19-year-old woman, was shot in the arm.", want: []string{"i=2"}, only: true},
		{name: "two others", text: before + "Two others were wounded.", want: []string{"i=3"}, only: true},
		{name: "the gunfire also", text: before + "The gunfire also struck a 19-year-old woman.", want: []string{"i=2"}, only: true},
		{name: "he himself", text: before + "He was also hit in the leg.", want: []string{"i=1"}, only: true},
		{name: "the victim", text: before + "The victim was also hit in the leg.", want: []string{"i=1"}, only: true},
		{name: "of the three", text: "Three people were shot in Gary on Sunday, police said. One died at a hospital. A second victim was in stable condition.", want: []string{"k=1 i=2"}, only: true},
		{name: "somewhere else", text: before + "Another man was shot in Peoria on Sunday.", want: []string{"i=1 at=gary", "i=1 at=peoria"}},
		{name: "by another", text: "A gunman wounded seven people in Homs on Sunday. A cleaner, taken for a second attacker, was shot in the hip by a guard.", want: []string{"i=7 by=gunman"}},
	} {
		t.Run(c.name, c.run)
	}
}

// Who was shot died, where the story calls it a killing or says that he could not be saved.
func TestCalledKilling(t *testing.T) {
	const before = "A 34-year-old man was shot outside a bar in Gary on Sunday night, police said. "
	for _, c := range []claimCase{
		{name: "a homicide", text: before + "It was the city's 12th homicide of the year.", want: []string{"k=1 i=none"}, only: true},
		{name: "a fatal shooting", text: before + "The fatal shooting happened about 11 p.m.", want: []string{"k=1 i=none"}, only: true},
		{name: "a slaying", text: before + "Detectives are investigating the slaying.", want: []string{"k=1 i=none"}, only: true},
		{name: "not saved", text: before + "Medics could not save him.", want: []string{"k=1 i=none"}, only: true},
		{name: "did not make it", text: before + "He did not make it.", want: []string{"k=1 i=none"}, only: true},
		{name: "dead when they came", text: before + "He was dead when officers arrived.", want: []string{"k=1 i=none"}, only: true},
		{name: "the homicide unit", text: before + "The homicide unit is investigating.", want: []string{"k=none i=1"}, only: true},
		{name: "attempted", text: before + "A suspect was charged with attempted homicide.", want: []string{"k=none i=1"}},
		{name: "he lives", text: before + "He is in stable condition. It would have been the 12th homicide of the year.", want: []string{"k=none i=1"}, only: true},
		{name: "not to the shelter", text: "A woman was hurt in a strike on Kosti on Monday, medics said. She did not make it to the shelter.", want: []string{"k=none i=1"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
