package attribute

import "testing"

// Where in a town something happened is told by its address.
func TestAddresses(t *testing.T) {
	for _, c := range []claimCase{
		{name: "a number and a street", text: "A barber was shot dead at 4218 Example Ave. on Monday, police said.", want: []string{"k=1 at=4218_Example_Ave."}, only: true},
		{name: "a numbered street and another", text: "A barber was shot dead near 111th Street and Example Avenue on Monday, police said.", want: []string{"k=1 at=111th_Street_and_Example_Avenue"}, only: true},
		{name: "two streets", text: "A barber was shot dead at Example Highway and Downman Road on Monday, police said.", want: []string{"k=1 at=Example_Highway_and_Downman_Road"}, only: true},
		{name: "an intersection", text: "A barber was shot dead near the intersection of Fifth Street and Main Street on Monday, police said.", want: []string{"k=1 at=Fifth_Street_and_Main_Street"}, only: true},
		{name: "a corner", text: "A barber was shot dead at the corner of Fifth and Main on Monday, police said.", want: []string{"k=1 at=Fifth_and_Main"}, only: true},
		{name: "a corner without the word", text: "A barber was shot dead at 3rd and Vine on Monday, police said.", want: []string{"k=1 at=3rd_and_Vine"}, only: true},
		{name: "in the sentence before", text: "Officers were called to East 9th Street on Monday. They found a man who had been shot dead, police said.", want: []string{"k=1 at=East_9th_Street"}, only: true},
		{name: "a number of people", text: "The blast killed 5 Example Street residents in Homs on Monday, police said.", want: []string{"k=5"}, only: true},
		{name: "a court", text: "A barber was shot dead in Homs on Monday, the 9th Circuit Court heard.", want: []string{"k=1 at=Homs"}, only: true},
		{name: "a community center", text: "A barber was shot dead outside the Example Community Center on Monday, police said.", want: []string{"k=1 at=Example_Community_Center"}, only: true},
		{name: "a car is no place", text: "A barber was shot dead in a Toyota Camry in Homs on Monday, police said.", want: []string{"k=1 at=Homs"}, only: true},
		{name: "two streets, one word", text: "A barber was shot dead at Fifth and Oak avenues in Homs on Monday, police said.", want: []string{"k=1 at=Fifth_and_Oak_avenues"}, only: true},
		{name: "a block of two streets", text: "A barber was shot dead in the 1600 block of Zoran and South Oak streets on Monday, police said.", want: []string{"k=1 at=1600_block_of_Zoran_and_South_Oak_streets"}, only: true},
		{name: "two men and streets", text: "A barber whom Zoran and Hollins knew was shot dead on the streets of Homs on Monday, police said.", want: []string{"k=1 at=Homs"}, only: true},
		{name: "where on a street", text: "A barber was shot dead on Example Street just north of 11th Street in Homs on Monday, police said.", want: []string{"k=1 at=Example_Street_just_north_of_11th_Street in=homs"}, only: true},
		{name: "he ran on", text: "A barber was shot dead on Example Street and his killer ran north to 11th Street in Homs on Monday, police said.", want: []string{"k=1 -at=just"}, only: true},
		{name: "a fuel station", text: "A barber was shot dead at a Shell station on Downman Road on Monday, police said.", want: []string{"ev=shooting k=1 at=Shell_station"}, only: true},
		{name: "a shell", text: "Shell fire killed a barber on Downman Road on Monday, residents said.", want: []string{"ev=shelling k=1"}, only: true},
		{name: "a thing with a name", text: "Two officers shot a barber dead in Homs on Monday after one fired a Zorator at him, police said.", want: []string{"k=1 at=Homs -at=Zorator"}, only: true},
		{name: "a saint's hospital", text: "A barber was shot Monday and died at Mercy Health St. Hollins Hospital in Homs, police said.", want: []string{"k=1 -at=Mercy"}, only: true},
		{name: "a side of town", text: "A barber was shot dead by police on Monday on Homs's Northwest Side, the police department said.", want: []string{"k=1 at=Northwest_Side"}, only: true},
		{name: "his own side", text: "A barber was shot in the side in Homs on Monday, police said.", want: []string{"i=1 at=Homs -at=side"}, only: true},
		{name: "who works there", text: "A Homs gas station clerk was shot dead on Monday, police said.", want: []string{"k=1 at=Homs"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}

// How old somebody was counts nobody, and tells that there was one.
func TestHowOld(t *testing.T) {
	for _, c := range []claimCase{
		{name: "was 17 when he", text: "Dayton Example, who was 17 when he was shot to death in Homs on Monday, is remembered there.", want: []string{"k=1"}, only: true},
		{name: "turned 30", text: "Marla Example turned 30 the day she was shot dead in Homs.", want: []string{"k=1"}, only: true},
		{name: "only", text: "Reed Example was only 22 when he was stabbed to death outside a bar in Homs on Monday.", want: []string{"k=1"}, only: true},
		{name: "older than", text: "Three boys, none of them older than 15, were gunned down at a market in Homs on Monday.", want: []string{"k=3"}, only: true},
		{name: "a boy, 14, among", text: "7 killed, 28 hurt in Homs violence; boy, 14, among the dead. Seven people were killed and 28 hurt in a shooting in Homs on Monday.", want: []string{"k=7 i=28"}, only: true},
		{name: "12, including", text: "In Homs, 12, including three children, were killed on Monday.", want: []string{"k=12"}, only: true},
	} {
		t.Run(c.name, c.run)
	}
}
