package attribute

import "testing"

// A deed told of as so many days after something that has a day is of the later day.
func TestTheDayAfter(t *testing.T) {
	for _, c := range []claimCase{
		{name: "its liberation", text: "Five soldiers were killed when a house collapsed on them in Homs the day after its liberation on Friday.", want: []string{"k=5 on=2017-10-14"}, only: true},
		{name: "opens with it", text: "Two days after the army left Homs on Friday gunmen killed six villagers there.", want: []string{"k=6 on=2017-10-15"}, only: true},
		{name: "a day of its own", text: "Gunmen attacked Homs on Saturday, a day after the army left it on Friday, killing six.", want: []string{"k=6 on=2017-10-14"}, only: true},
		{name: "both are told", text: "A day after a raid that killed three in Homs on Friday, gunmen shot a man dead in Idlib.", want: []string{"k=3 on=2017-10-13"}},
		{name: "for the second time in days", text: "It was the second clinic hit in four days after a jet bombed one in Homs on Friday, killing two.", want: []string{"k=2 on=2017-10-13"}},
	} {
		t.Run(c.name, c.run)
	}
}

// What was told of happened the day before, where a clause says that it is the day after a deed.
func TestOnTheDayAfter(t *testing.T) {
	for _, c := range []claimCase{
		{name: "behind a comma", text: "Schools in Homs stayed shut on Tuesday, the day after shelling killed 17 people there.", want: []string{"ev=shelling k=17 on=2017-10-16"}, only: true},
		{name: "a deed of that day", text: "Shells killed 17 people in Homs on Tuesday. Two others died the day after.", want: []string{"k=17 on=2017-10-17"}},
	} {
		t.Run(c.name, c.run)
	}
}
