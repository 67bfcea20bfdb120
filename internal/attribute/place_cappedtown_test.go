package attribute

import "testing"

// A village named with its kind in capitals is nearer than the township it lies in, and the district
// of a province nearer than the province.
func TestCappedTown(t *testing.T) {
	for _, c := range []claimCase{
		{name: "attacked", text: "Two helicopters attacked Thar Zoran Village in Tabayin Township on Monday with rockets, killing six people.", want: []string{"k=6 at=Thar_Zoran_Village in=Tabayin"}, only: true},
		{name: "surrounded", text: "On Monday soldiers surrounded Kan Zoran Village in Yesagyo Township and opened fire, killing six people.", want: []string{"k=6 at=Kan_Zoran_Village"}, only: true},
		{name: "small words", text: "On Monday soldiers shot dead six people in Zor So village, Hpruso Township.", want: []string{"k=6 at=Zor_So_village"}, only: true},
		{name: "a small word first", text: "On Monday soldiers shot dead six people in In Zor village.", want: []string{"k=6 at=In_Zor_village"}, only: true},
		{name: "small words behind", text: "On Monday soldiers shot dead six people in the village of Zor Hti So, Tabayin Township.", want: []string{"k=6 at=Zor_Hti_So"}, only: true},
		{name: "the name of something else", text: "Six people were killed by gunmen in Homs on Monday, said a teacher at Zoran Village School.", want: []string{"k=6 at=Homs"}, only: true},
		{name: "district of a province", text: "Three people were killed in clashes in the Nusaybin district of Mardin on Monday.", want: []string{"k=3 at=Nusaybin_district"}, only: true},
		{name: "quarter of a town", text: "A bomb killed three people in the Aleppo district of Marjeh on Monday.", want: []string{"k=3 at=Marjeh"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}

// Figures with their digits in brackets, an aside in a list, wounds of which somebody died.
func TestFiguresTwice(t *testing.T) {
	for _, c := range []claimCase{
		{name: "in brackets", text: "The police said nine (9) persons were killed and six (6) others injured in the village of Karm on Monday.", want: []string{"k=9 i=6"}, only: true},
		{name: "an aside", text: "Three men, including a district commander of the group, and a soldier were killed in gunfights in Homs on Monday.", want: []string{"k=4"}, only: true},
		{name: "fatal wound", text: "Sergeant Omar Example, 19, received a fatal gunshot wound at a post in Homs on Monday.", want: []string{"k=1 i=none"}, only: true},
		{name: "bullets", text: "A judge received three bullets in the back when gunmen attacked him in Homs on Monday, a doctor said.", want: []string{"i=1"}},
	} {
		t.Run(c.name, c.run)
	}
}
