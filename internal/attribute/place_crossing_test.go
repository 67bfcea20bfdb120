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
