package attribute

import "testing"

// A night belongs to two days, or bears the name of one.
func TestNights(t *testing.T) {
	for _, c := range []claimCase{
		{name: "overnight monday", text: "Gunmen killed two people in Homs overnight Monday.", want: []string{"k=2 on=2017-10-16 to=2017-10-16"}},
		{name: "overnight into", text: "Gunmen killed two people in Homs overnight into Monday.", want: []string{"k=2 on=2017-10-15 to=2017-10-16"}},
		{name: "the night to", text: "Gunmen killed two people in Homs in the night to 12 October.", want: []string{"k=2 on=2017-10-11 to=2017-10-12"}},
		{name: "late into early", text: "Gunmen killed two people in Homs late on Sunday into the early hours of Monday.", want: []string{"k=2 on=2017-10-15 to=2017-10-16"}},
		{name: "said on the day", text: "Gunmen killed two people in Homs overnight, police said Tuesday.", want: []string{"k=2 on=2017-10-16 to=2017-10-17"}},
		{name: "both days told", text: "Gunmen killed two people in Homs on the night of Sunday to Monday.", want: []string{"k=2 on=2017-10-15 to=2017-10-16"}},
		{name: "overnight span", text: "Gunmen killed two people in Homs overnight Friday to Saturday.", want: []string{"k=2 on=2017-10-13 to=2017-10-14"}},
		{name: "overnight from", text: "Gunmen killed two people in Homs overnight from Friday to Saturday.", want: []string{"k=2 on=2017-10-13 to=2017-10-14"}},
		{name: "a weekday of last week", text: "Gunmen killed two people in Homs on Wednesday last week.", want: []string{"k=2 on=2017-10-11"}},
		{name: "last week's weekday", text: "Gunmen killed two people in Homs last week Monday.", want: []string{"k=2 on=2017-10-09"}},
		{name: "the night before", text: "A barrel bomb had fallen on a shop in Homs the night before and killed two men. In the west of the city mortars hit a school; seven people died.", want: []string{"k=2 on=2017-10-17", "k=7 on=2017-10-18"}},
		{name: "before an event", text: "Gunmen killed two people in Homs the night before the vote.", want: []string{"k=2 on=2017-10-18"}},
	} {
		t.Run(c.name, c.run)
	}
}

// Whoever spoke on a day tells of another, and a day behind "said that" may be the deed's.
func TestDayOfSpeech(t *testing.T) {
	for _, c := range []claimCase{
		{name: "spoke on", text: "At least 60 people are feared dead following a cattle raid near Homs on Friday. The mayor, who spoke to Karm News from Hama on Sunday, said armed men attacked camps at Saraqib, killing 63.", want: []string{"k=63 on=2017-10-13"}},
		{name: "it said that on", text: "Six soldiers were killed after a post was attacked near Homs, the army said on Tuesday.\nIn a statement, it said that on October 16 a group of militants tried to enter the post.", want: []string{"k=6 on=2017-10-16"}},
		{name: "the attackers struck", text: "Fourteen people lay dead in a row of rooms near Homs in the latest attack by gunmen.\nThe mayor said the attackers struck at about 1am on Tuesday.", want: []string{"k=14 on=2017-10-17"}},
		{name: "the deed", text: "Gunmen killed three miners near Homs, the council denounced this Tuesday.\nAccording to its information, the deed took place on Sunday night.", want: []string{"k=3 on=2017-10-15"}},
		{name: "a burial", text: "Raiders killed dozens of farmers near Homs on the afternoon of 12 October.\nThe governor attended the burial of 38 of the dead on Sunday. A coordinator spoke of 90 killed.", want: []string{"k=90 on=2017-10-12"}},
		{name: "at a funeral", text: "A bomb killed nine people at a funeral on Monday in Homs.", want: []string{"k=9 on=2017-10-16"}},
		{name: "under rubble", text: "A volunteer died after being buried under the rubble following a Monday air strike in Homs.", want: []string{"on=2017-10-16"}},
		{name: "a visit", text: "Six soldiers were killed near Homs, the army said on Tuesday.\nThe minister arrived in the city on Sunday.", want: []string{"k=6 on=2017-10-17"}},
	} {
		t.Run(c.name, c.run)
	}
}
