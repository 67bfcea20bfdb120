package attribute

import "testing"

// The part of a town that a sentence leaves to those before it.
func TestUnnamedPart(t *testing.T) {
	for _, c := range []claimCase{
		{name: "held districts", text: "Fighting went on in Aleppo on Monday, the army said. On Tuesday rebel fire on government-held districts killed nine people.", want: []string{"k=9 at=government-held_districts in=Aleppo"}},
		{name: "near the citadel", text: "The governor of Aleppo resigned on Sunday. On Monday clashes raged near the historic citadel, killing nine soldiers, a witness said.", want: []string{"k=9 at=historic_citadel"}},
		{name: "a place of its own", text: "Fighting went on in Aleppo on Monday, the army said. On Tuesday rebel fire on government-held districts of Homs killed nine people.", want: []string{"k=9 at=Homs"}},
		{name: "who lives there", text: "Two car bombs killed 25 people in the city of Homs on Wednesday, state media said. The Karm Monitor counted 21 dead in a mostly Alawite neighbourhood.", want: []string{"k=25 at=Homs", "k=21 at=mostly_Alawite_neighbourhood in=Homs"}},
		{name: "a side of the town", text: "Air raids left 15 people dead in Aleppo on Saturday. Nine civilians died in rebel shelling on the government-held west the Observatory said.", want: []string{"k=15 at=Aleppo", "k=9 at=government-held_west in=Aleppo"}},
		{name: "of the town", text: "Activists in Deir Ezzor said fighting went on in the city on Wednesday. Three civilians were killed in mortar shelling by militants on the regime-held parts of the city.", want: []string{"k=3 at=regime-held_parts_of_the_city"}},
		{name: "the town's districts", text: "An air raid killed 11 people in Aleppo on Friday, a monitor said. On Saturday the Observatory reported fighting in the city's western and southern districts that killed four.", want: []string{"k=11 at=Aleppo", "k=4 at=western_and_southern_districts in=Aleppo"}},
		{name: "a spot that all know", text: "Rocket shells fell on Aleppo city on Friday. A police source said eight civilians were killed by a shell that hit the public garden.", want: []string{"k=8 at=public_garden in=Aleppo"}},
		{name: "beside a spot told before", text: "A barrel bomb killed 15 tenants in the Bab al-Nayrab neighbourhood of Aleppo city on Thursday the Observatory said. Rebel shells on the government-held west of the city killed eight others, it added.", want: []string{"k=15 at=Bab_al-Nayrab", "k=8 at=government-held_west_of_the_city in=Aleppo"}},
		{name: "parts in the east", text: "Eight drivers were killed when planes hit the Castello road near Aleppo on Friday. Twenty others died in raids on neighbourhoods in the east of the city, rescuers told Karm TV.", want: []string{"k=8 at=Castello", "k=20 at=neighbourhoods_in_the_east_of_the_city in=Aleppo"}},
		{name: "its outskirts", text: "A shell hit the Zabtiya district of Deir Ezzor on Monday. Two boys lost both legs to a mine on the outskirts of the city the committee said.", want: []string{"i=2 at=outskirts_of_the_city"}},
		{name: "its outskirts, of a town named before", text: "Jets bombed Aleppo on Friday, killing two. Rebel fire killed nine people on the outskirts of the city on Saturday, a monitor said.", want: []string{"k=2 at=Aleppo", "k=9 at=outskirts_of_the_city -at=Aleppo in=Aleppo"}},
		{name: "the west", text: "A shell killed four people in the Zabtiya district of Deir Ezzor on Monday. Rebel fire killed two in the west of the city.", want: []string{"k=4 at=Zabtiya", "k=2 at=west_of_the_city in=Deir_Ezzor"}},
		{name: "the west, though a government is named", text: "A shell killed four people in the Zoran district of Aleppo on Monday. The rebels broke off talks with Damascus. Rebel fire killed two in the west of the city.", want: []string{"k=4 at=Zoran", "k=2 at=west_of_the_city in=Aleppo"}},
		{name: "a side of the country", text: "Jets bombed Aleppo on Friday, killing two. Nine died in raids on districts in the east of the country on Saturday.", want: []string{"k=2 at=Aleppo", "k=9 at=east_of_the_country -at=districts"}},
		{name: "the same attack", text: "Fifteen tenants died in an attack on the quarter of Bab al-Nayrab in Aleppo city on Thursday. The attack on the eastern districts wounded 20 others.", want: []string{"-at=eastern"}},
		{name: "the center alone", text: "A car bomb killed seven people in Tal Abyad city on Monday. It was parked in the center of the city, a grocer said.", want: []string{"k=7 at=Tal_Abyad"}},
		{name: "in a sentence that was joined to it", text: "Rockets landed in Damascus on Monday. Two people were killed in the eastern suburbs, a monitor said.", want: []string{"k=2 at=eastern_suburbs in=Damascus"}},
		{name: "whose spot it is", text: "Rockets landed in Damascus on Monday. Two people were killed, a public garden worker said.", want: []string{"k=2 -at=garden"}},
		{name: "where somebody was heard", text: "Rockets landed in Damascus on Monday. Two people were killed, the mayor said at the town hall.", want: []string{"k=2 -at=hall"}},
		{name: "where he was buried", text: "A soldier was killed in Homs on Monday. He was buried in the old cemetery.", want: []string{"k=1 at=Homs -at=cemetery"}, only: true},
		{name: "a road", text: "Seven people were killed in Hodeidah on Monday when a bus hit a mine on a dirt road.", want: []string{"k=7 -at=dirt"}},
		{name: "the same district", text: "Fighting went on in Aleppo on Monday, the army said. On Tuesday rebel fire on the same district killed nine people.", want: []string{"k=9 -at=same"}},
		{name: "a border", text: "Nine soldiers were killed in clashes along the border with Azerbaijan on Monday.", want: []string{"k=9 at=border"}, only: true},
		{name: "nothing before a border", text: "Northland border guards said nine soldiers were killed in clashes on Monday.", want: []string{"k=9 -at=border"}, only: true},
		{name: "a border that was crossed", text: "The army killed six smugglers on Monday who had fled across the Jordanian border in May.", want: []string{"k=6 -at=border"}, only: true},
		{name: "whose border", text: "Two guards were shot dead near the Saudi border on Monday.", want: []string{"k=2 at=Saudi"}, only: true},
		{name: "a town by the border", text: "Two guards were shot dead in Idlib, near the border with Turkey, on Monday.", want: []string{"k=2 at=Idlib"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
