package attribute

import "testing"

// A road told by the towns at its ends, an article written apart, a name that is hidden.
func TestPlaceShapes(t *testing.T) {
	for _, c := range []claimCase{
		{name: "a road between unlisted towns", text: "The army artillery hit a convoy on the road between Masarra and Umm Batra in the Quneitra countryside on Monday leaving at least 27 dead.", want: []string{"k=27+ at=Masarra in=Quneitra"}, only: true},
		{name: "a highway linking two", text: "Nine people were killed on Monday when gunmen ambushed a bus on the highway linking Damascus to Homs.", want: []string{"k=9 at=highway_linking_Damascus_to_Homs"}, only: true},
		{name: "that connects them", text: "Nine people were killed on Monday on a highway that connects Aleppo to Latakia.", want: []string{"k=9 at=highway"}, only: true},
		{name: "no road", text: "Nine people were killed in clashes between Homs and Hama fighters on Monday on a road in Idlib.", want: []string{"k=9 at=Homs"}},
		{name: "the article apart", text: "Settlers injured nine Palestinians on Monday in Al Mufarra (Hebron), where they smashed windows.", want: []string{"i=9 at=Mufarra"}, only: true},
		{name: "a hidden name", text: "On Monday an aircraft dropped two bombs near D--- village in Hpamun Township and killed two people.", want: []string{"k=2 at=village in=Hpamun"}, only: true},
		{name: "a road by its ends", text: "Four troopers died on 3 June when rebels attacked their truck on the Masarra to Karsa road.", want: []string{"k=4 at=karsa"}},
		{name: "with a dash", text: "A drone hit an ambulance on the Beryslav – Novora road on 3 June, killing the driver.", want: []string{"k=1 at=novora_road"}},
		{name: "no road by its ends", text: "Four troopers died on 3 June when rebels attacked their truck in Homs on the way from Karm to Zoran.", want: []string{"k=4 at=homs"}},
		{name: "a part by its number", text: "Militiamen attacked a truck in PK5 on 3 June, killing four people.", want: []string{"k=4 at=pk5"}, only: true},
		{name: "a police district", text: "Gunmen killed a police officer in PD 5 of Jalalabad on 3 June.", want: []string{"k=1 at=pd_5"}, only: true},
		{name: "a block by its number", text: "A shell fell in Masarra block 17 on 3 June, killing a carter.", want: []string{"k=1 at=block_17"}, only: true},
		{name: "a ward by its number", text: "Three people were killed by a bomb in Ward 9 of Kathmandu on 3 June.", want: []string{"k=3 at=ward_9 in=kathmandu"}, only: true},
		{name: "a street by its number", text: "Shelling hit Street 60 in Omdurman on 3 June, killing four.", want: []string{"k=4 at=street_60 in=omdurman"}, only: true},
		{name: "the men of a camp", text: "Gunmen killed Camp 7 guards in Masarra on 3 June.", want: []string{"at=masarra"}},
		{name: "a doctor behind a day", text: "Three days later, on 9 May Dr. Huda Example was shot dead in her car in Nasiriyah.", want: []string{"k=1 at=nasiriyah"}, only: true},
		{name: "a block and a count", text: "A shell fell on a tower in Masarra district 17 people were killed on 3 June.", want: []string{"k=17"}},
		{name: "a bomb between towns", text: "A cart ran over an explosive device between Masarra and Karsa on 3 June, killing three people.", want: []string{"k=3 at=karsa"}},
		{name: "fighting between families", text: "Fighting between the Masarra and Karsa families killed three people in Homs on 3 June.", want: []string{"k=3 at=homs"}},
		{name: "a part of an unlisted town", text: "Four people died on 3 June when a bomb struck their house in Masarra's Shambar.", want: []string{"k=4 at=shambar"}},
		{name: "a plan named by a letter", text: "Plan B - towns without troops - failed on Monday when nine people were killed in Homs.", want: []string{"k=9 at=Homs"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}

// The word of place behind a name is its own, though it leads to a wider one; boats are off a coast.
func TestAreaOf(t *testing.T) {
	for _, c := range []claimCase{
		{name: "area of a district", text: "On 3 June gunmen killed a teacher in the Surab area of Kalat District.", want: []string{"k=1 at=surab"}, only: true},
		{name: "area of a town", text: "On 3 June gunmen killed a teacher in the Karmal area of Homs.", want: []string{"k=1 at=karmal"}, only: true},
		{name: "off a coast", text: "On 3 June navy boats opened fire at fishing boats off Latakia, wounding a fisherman.", want: []string{"i=1 at=latakia"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
